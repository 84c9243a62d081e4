"""一事不再罚：同一当事人同一天的同一行为，别的案卷已经立案的不再立案；说得出是谁，看不见案卷。"""

from typing import Any

import pytest
from django.db import transaction
from tests import story
from tests.cast import Cast, at, build, fresh

from yizhi.desk.cases.acting import form_of, open_act
from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.elsewhere import aware
from yizhi.desk.cases.models import Case
from yizhi.desk.leads.actions import ground_of as lead_ground
from yizhi.desk.leads.models import Lead
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.world import circumstances
from yizhi.desk.record.actions import Act, append, lock
from yizhi.rules.refusal import Refusal


@pytest.fixture
def cast(db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path
    return build()


def assessed(cast: Cast) -> str:
    dossier = story.lead(cast, "又有人看见河边倒建筑垃圾")
    told = Told(id=fresh(), kind="assess_lead", done_at=at("2026-06-04"), facts=story.ASSESSED)
    perform(cast.jia, dossier, told, now=at("2026-06-04 18:00"))
    return dossier


def open_again(cast: Cast, dossier: str, **answers: str) -> None:
    facts = story.OPENED | ({"answers": answers} if answers else {})
    told = Told(id=fresh(), kind="open_case", done_at=at("2026-06-05"), facts=facts)
    perform(cast.ji, dossier, told, now=at("2026-06-05 18:00"))


def test_the_same_deed_is_not_opened_twice(cast: Cast) -> None:
    first = story.case(cast)
    second = assessed(cast)
    with pytest.raises(Refusal) as refused:
        open_again(cast, second)
    reason = next(one for one in refused.value.reasons if one.code == "same-deed-opened")
    assert "连山镇" in reason.sentence and first not in reason.sentence
    assert not Case.objects.filter(dossier=second).exists()


def test_a_case_withdrawn_does_not_stand_in_the_way(cast: Cast) -> None:
    first = story.case(cast)
    told = Told(id=fresh(), kind="withdraw_case", done_at=at("2026-06-04"), facts={"withdraw_reason": "另有其人"})
    perform(cast.ji, first, told, now=at("2026-06-04 18:00"))
    second = assessed(cast)
    open_again(cast, second)
    assert Case.objects.filter(dossier=second).exists()


def test_whoever_is_to_stay_out_is_chosen_among_all_and_the_handlers_come_first(cast: Cast) -> None:
    acting = open_act(cast.ji, story.case(cast), "decide_recusal")
    form = form_of(acting, {}, (), checked=False, now=at("2026-06-05"))
    people = next(field["people"] for field in form["fields"] if field["name"] == "recusal_of")
    assert {one["id"] for one in people[:2]} == {"o-jia", "o-yi"}
    assert all(one["words"] == "办理本案" and not one["blocked"] for one in people[:2])
    assert not any(one["blocked"] for one in people)


def penalised(dossier: str, *results: str) -> None:
    """Write a fine of that dossier's deed and what a review made of it, as the record keeps them."""
    day = at("2026-06-20")
    fine = {"penalty_kinds": ["fine"], "fine_yuan": "500.00"}
    rows = [("decide_penalty", fine), *(("contest_result", {"contest_outcome": result}) for result in results)]
    for kind, facts in rows:
        act = Act(id=fresh(), kind=kind, done_at=day, actor="ji", body="town-lianshan", town="510681109", facts=facts)
        append(lock(dossier), act, now=day)


@pytest.mark.parametrize(
    ("result", "fined", "running"),
    [
        pytest.param("", True, False, id="没有复议、诉讼"),
        pytest.param("upheld", True, False, id="维持"),
        pytest.param("unlawful", True, False, id="确认违法，决定还在"),
        pytest.param("revoked", False, False, id="撤销以后不算罚过"),
        pytest.param("void", False, False, id="确认无效以后不算罚过"),
        pytest.param("redo", False, True, id="责令重作的还在办"),
    ],
)
def test_a_fine_that_fell_does_not_block_another(cast: Cast, result: str, fined: bool, running: bool) -> None:
    with transaction.atomic():
        penalised(story.case(cast), *filter(None, [result]))
    ground = lead_ground(Lead.objects.get(dossier=assessed(cast)))
    (other,) = aware(ground, "decide_penalty").elsewhere
    assert (bool(other.fined), other.decided_on is not None, other.running) == (fined, fined, running)


def test_a_reviewer_without_an_officers_number_may_be_kept_out(cast: Cast) -> None:
    dossier = story.case(cast)
    form = form_of(open_act(cast.ji, dossier, "decide_recusal"), {}, (), checked=False, now=at("2026-06-05"))
    offered = next(field for field in form["fields"] if field["name"] == "recusal_of_staff")
    assert offered["kind"] == "officers" and "bing" in {one["id"] for one in offered["people"]}
    facts = {"recusal_of_staff": ["nobody"], "recusal_granted": True, "reason": "近亲属"}
    told = Told(id=fresh(), kind="decide_recusal", done_at=at("2026-06-05"), facts=facts)
    with pytest.raises(Refusal) as refused:
        perform(cast.ji, dossier, told, now=at("2026-06-05 18:00"))
    assert [one.code for one in refused.value.reasons] == ["account-unknown"]
    told = Told(
        id=fresh(), kind="decide_recusal", done_at=at("2026-06-05"), facts=facts | {"recusal_of_staff": ["bing"]}
    )
    perform(cast.ji, dossier, told, now=at("2026-06-05 18:00"))
    acting = open_act(cast.bing, dossier, "decide_recusal")
    assert circumstances(cast.bing, acting.ground, acting.state, now=at("2026-06-06")).name("bing") != "bing"
