"""登记与核定 What a lead names is known and seen by whoever names it; what is told twice is one lead; who only watches changes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from tests import story
from tests.cast import LIANSHAN, XIAOHAN, Cast, at, build, fresh

from yizhi.desk.leads.actions import Sighting, register_lead, settle
from yizhi.desk.leads.models import Lead
from yizhi.desk.matters.actions import keep_answer
from yizhi.desk.matters.queries import ask
from yizhi.desk.parties.models import Party, PartyPlace
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db
NOW = at("2026-06-01 18:00")
SEEN = Sighting(
    words="有人在河边倒垃圾", town=LIANSHAN, body="town-lianshan", found_on=NOW.date(), item="cg-1", act_day=NOW.date()
)


@pytest.fixture
def cast() -> Cast:
    return build()


@pytest.fixture
def theirs(cast: Cast) -> Party:
    """A party known only in the other area."""
    PartyPlace.objects.filter(party=cast.firm).update(town=XIAOHAN, body="town-xiaohan")
    return cast.firm


def register(cast: Cast, who: str = "jia", **more: Any) -> Lead:
    return register_lead(getattr(cast, who), replace(SEEN, **more), id=fresh(), done_at=NOW, now=NOW)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        pytest.param({"item": "cg-none"}, "item-unknown", id="没有这个事项"),
        pytest.param({"party": "p-none"}, "party-unknown", id="没有这个当事人"),
        pytest.param({"party": "p-firm"}, "party-unknown", id="别的片区的当事人"),
        pytest.param({"village": f"{XIAOHAN}201"}, "bad-input", id="别的镇的村"),
        pytest.param({"place": "河" * 201}, "bad-input", id="地点太长"),
        pytest.param({"body": "town-none"}, "lead-not-yours", id="没有这个机关"),
        pytest.param({"body": "town-xiaohan"}, "lead-not-yours", id="别的片区的机关"),
        pytest.param({"body": "dept-cg"}, "lead-not-yours", id="没有委托的部门"),
        pytest.param({"town": XIAOHAN}, "lead-not-yours", id="别的片区的镇"),
        pytest.param({"town": "510681999"}, "lead-not-yours", id="没有这个镇"),
        pytest.param({"source": "gossip"}, "fact-unreadable", id="没有这种案源"),
        pytest.param({"found_on": at("2026-06-02").date()}, "act-in-future", id="发现日还没有到"),
        pytest.param({"answer": "20260601-0001"}, "bad-input", id="没有这个答复"),
    ],
)
def test_what_is_not_known_or_not_theirs_is_refused(
    cast: Cast, theirs: Party, more: Mapping[str, Any], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        register(cast, **more)
    assert code in {reason.code for reason in refused.value.reasons}
    assert not Lead.objects.exists() and not Entry.objects.exists()


@pytest.mark.parametrize("who", ["ji", "bing", "justice", "administrator", "wu"])
def test_who_registers_nothing_here(cast: Cast, who: str) -> None:
    with pytest.raises(Refusal) as refused:
        register(cast, who)
    assert refused.value.first.code == "lead-not-yours"


def test_the_answer_of_somebody_else_is_not_taken_over(cast: Cast) -> None:
    question = {"item": "cg-1", "town": LIANSHAN, "on": "2026-06-01", "action": "open_case", "officers": ["o-jia"]}
    kept = keep_answer(cast.yi, question=question, answer=ask(question), words="他问的话", now=NOW)
    with pytest.raises(Refusal):
        register(cast, answer=kept.number)
    assert register(cast, "yi", answer=kept.number).answer == kept.number


def test_the_same_id_is_one_lead_and_other_words_a_conflict(cast: Cast) -> None:
    id = fresh()
    first, again = (register_lead(cast.jia, SEEN, id=id, done_at=NOW, now=NOW) for _ in range(2))
    assert first.dossier_id == again.dossier_id and Lead.objects.count() == 1
    with pytest.raises(Refusal, match="同一编号已经记过另一内容"):
        register_lead(cast.jia, replace(SEEN, words="别的事"), id=id, done_at=NOW, now=NOW)
    there = replace(SEEN, town=XIAOHAN, body="town-xiaohan")
    with pytest.raises(Absent):
        register_lead(cast.wu, there, id=id, done_at=NOW, now=NOW)


@pytest.mark.parametrize("who", ["ji", "bing", "justice"])
def test_who_sees_a_lead_and_does_not_work_on_it_settles_nothing(cast: Cast, who: str) -> None:
    dossier, before = register(cast).dossier_id, Entry.objects.count()
    with pytest.raises(Refusal) as refused:
        settle(getattr(cast, who), dossier, id=fresh(), done_at=NOW, now=NOW, party="p-ding")
    assert refused.value.first.code == "role-not-allowed" and refused.value.first.cure
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("more", "code"),
    [
        pytest.param({"item": "cg-none"}, "item-unknown", id="没有这个事项"),
        pytest.param({"party": "p-firm"}, "party-unknown", id="别的片区的当事人"),
        pytest.param({"body": "dept-cg"}, "lead-not-yours", id="没有委托的部门"),
        pytest.param({"act_day": at("2026-06-02").date()}, "act-in-future", id="行为日还没有到"),
        pytest.param({"act_day": at("1800-01-01").date()}, "bad-input", id="不可能的年份"),
        pytest.param({}, "bad-input", id="什么也没有填"),
    ],
)
def test_what_is_settled_is_known_and_seen(cast: Cast, theirs: Party, more: Mapping[str, Any], code: str) -> None:
    dossier = register(cast).dossier_id
    with pytest.raises(Refusal) as refused:
        settle(cast.jia, dossier, id=fresh(), done_at=NOW, now=NOW, **more)
    assert refused.value.first.code == code


def test_after_the_case_is_opened_nothing_is_settled(cast: Cast) -> None:
    dossier = story.case(cast)
    with pytest.raises(Refusal) as refused:
        settle(cast.jia, dossier, id=fresh(), done_at=at("2026-06-04"), now=at("2026-06-04"), party="p-ding")
    assert refused.value.first.code == "lead-already-opened"
