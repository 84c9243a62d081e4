"""两个片区 Each sees, counts, finds, exports and guesses only what is theirs, by page and by API; what is nobody's looks the same."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import story
from tests.cast import XIAOHAN, Cast, at, build, confer, fresh
from tests.doors import plain, signed_in, token
from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.queries import Wanted, cases, count
from yizhi.desk.leads.actions import Sighting, register_lead
from yizhi.desk.leads.queries import leads
from yizhi.desk.papers.models import Evidence, Paper
from yizhi.desk.papers.queries import papers
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.models import PartyPlace
from yizhi.desk.parties.queries import parties
from yizhi.desk.people.models import Appointment
from yizhi.rules.refusal import Refusal

pytestmark = pytest.mark.django_db
NOWHERE = "20260101-ABCDEF"


@dataclass(frozen=True)
class World:
    """One case here with evidence, one lead there."""

    cast: Cast
    here: str
    there: str
    evidence: Evidence


@pytest.fixture
def world(settings, tmp_path) -> World:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    cast = build()
    confer(cast.rubble, XIAOHAN)
    PartyPlace.objects.filter(party=cast.firm).update(town=XIAOHAN, body="town-xiaohan")
    here = story.case(cast)
    kept = story.evidence(cast, here)
    seen = Sighting(
        words="有人在小汉倒建筑垃圾",
        town=XIAOHAN,
        body="town-xiaohan",
        found_on=at("2026-06-01").date(),
        item="cg-1",
        party="p-firm",
        act_day=at("2026-06-01").date(),
    )
    there = register_lead(cast.wu, seen, id=fresh(), done_at=at("2026-06-01"), now=at("2026-06-01")).dossier_id
    return World(cast, here, there, kept)


def api(who: Any, path: str, method: str = "get", **more: Any):
    return getattr(Client(), method)(f"/api/v1/{path}", headers={"Authorization": f"Bearer {token(who)}"}, **more)


def test_lists_counts_and_searches(world: World) -> None:
    cast = world.cast
    for who, here, there in ((cast.jia, 1, 0), (cast.wu, 0, 1), (cast.justice, 1, 1), (cast.administrator, 0, 0)):
        assert len(cases(who, Wanted(), 100)) == count(who, Wanted())[0] == here
        assert len(cases(who, Wanted(q="建筑垃圾"), 100)) == here
        assert leads(who).filter(search__bigrams="建筑垃圾").count() == here + there
        assert parties(who, "丁例").count() == here and parties(who, "示例建材").count() == there
        assert parties(who, "51068119900307001X").count() == here, "the whole number finds no more than is seen"
        seen = {world.here: here, world.there: there}
        assert {paper.dossier_id for paper in papers(who)} == {dossier for dossier, sees in seen.items() if sees}


def test_by_the_api(world: World) -> None:
    cast = world.cast
    for q in ("", "&q=建筑垃圾", "&town=510681109", "&body=town-lianshan", "&stage=opened"):
        told = api(cast.wu, f"cases?count=true{q}").json()
        assert (told["items"], told["count"], told["next"]) == ([], 0, None)
    found = api(cast.wu, "leads?q=建筑垃圾").json()["items"]
    assert [lead["dossier"] for lead in found] == [world.there]
    assert api(cast.jia, "leads?q=小汉").json()["items"] == []
    assert api(cast.wu, "leads?after=99999999-ZZZZZZ").json()["items"][0]["dossier"] == world.there


GUESSES = ("", "/allowed-acts", "/record", "/papers", "/papers/1.pdf")


@pytest.mark.parametrize("part", GUESSES)
@pytest.mark.parametrize("who", ["wu", "administrator", "posted_as_department"])
def test_a_guessed_number_is_answered_like_none(world: World, who: str, part: str) -> None:
    theirs, nobodys = (api(getattr(world.cast, who), f"cases/{number}{part}") for number in (world.here, NOWHERE))
    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.content == nobodys.content


@pytest.mark.parametrize("method", ["acts", "evidence"])
def test_writing_to_a_guessed_number_is_answered_like_none(world: World, method: str) -> None:
    told = {"id": str(fresh()), "kind": "tell_rights", "done_at": "2026-06-05T10:00:00+08:00", "facts": {}}
    answers = []
    for number in (world.here, NOWHERE):
        more: dict[str, Any] = {"data": told, "content_type": "application/json"}
        if method == "evidence":
            file = SimpleUploadedFile("现场记录.txt", "河边有装修垃圾。".encode())
            answers.append(api(world.cast.wu, f"cases/{number}/evidence", "post", data={"file": file}))
            continue
        answers.append(api(world.cast.wu, f"cases/{number}/acts", "post", **more))
    assert answers[0].status_code == answers[1].status_code == 404
    assert answers[0].content == answers[1].content
    assert Evidence.objects.count() == 1


def test_by_page(world: World) -> None:
    paper = Paper.objects.filter(dossier=world.here).first()
    assert paper is not None
    browser = signed_in(world.cast.wu)
    for path in (
        f"/cases/{world.here}/dossier.pdf",
        f"/leads/{world.here}/",
        f"/papers/{paper.id}/",
        f"/papers/{paper.id}.pdf",
        f"/evidence/{world.evidence.id}",
        f"/cases/{world.here}/acts/tell_rights/",
        "/parties/p-ding/",
    ):
        nothing = path.replace(world.here, NOWHERE).replace(str(paper.id), str(fresh()))
        nothing = nothing.replace(str(world.evidence.id), str(fresh())).replace("p-ding", "p-none")
        theirs, nobodys = browser.get(path), browser.get(nothing)
        assert theirs.status_code == nobodys.status_code == 404, path
        assert plain(theirs.content.decode()) == plain(nobodys.content.decode()), path
    for path in ("/", "/cases/", "/leads/", "/papers/", "/parties/?q=丁例", f"/papers/?q={paper.number}"):
        words = plain(browser.get(path).content.decode())
        assert "连山镇示意村" not in words and world.here not in words, path


def test_evidence_of_another_dossier_is_no_evidence_here(world: World) -> None:
    facts = {"finding": "属实。", "proposal": "立案。"}
    for told in (
        Told(id=fresh(), kind="assess_lead", done_at=at("2026-06-02"), facts=facts, evidence=(world.evidence.digest,)),
        Told(
            id=fresh(),
            kind="assess_lead",
            done_at=at("2026-06-02"),
            facts={**facts, "evidence": [world.evidence.digest]},
        ),
    ):
        with pytest.raises(Refusal) as refused:
            perform(world.cast.wu, world.there, told, now=at("2026-06-02 18:00"))
        assert {reason.code for reason in refused.value.reasons} == {"evidence-unknown"}


def test_the_id_of_another_s_act_tells_nothing(world: World) -> None:
    """Told under an id that stands in a dossier not seen here, an act is a conflict and shows nothing of the other."""
    theirs = Paper.objects.filter(dossier=world.here).first()
    assert theirs is not None
    facts = {"finding": "属实。", "proposal": "立案。"}
    told = Told(id=theirs.entry, kind="assess_lead", done_at=at("2026-06-02"), facts=facts)
    with pytest.raises(Refusal) as refused:
        perform(world.cast.wu, world.there, told, now=at("2026-06-02 18:00"))
    assert refused.value.first.code == "entry-conflict" and world.here not in str(refused.value)


def test_a_token_ends_with_its_owner_s_appointment(world: World) -> None:
    bearer = {"Authorization": f"Bearer {token(world.cast.jia)}"}
    assert Client().get(f"/api/v1/cases/{world.here}", headers=bearer).status_code == 200
    from_account(world.cast.jia.account)
    assert Client().get(f"/api/v1/cases/{world.here}", headers=bearer).status_code == 401


def from_account(username: str) -> None:
    Appointment.objects.filter(account__username=username).update(valid_to=at("2026-01-01").date())


def test_a_token_that_only_reads_writes_nothing(world: World) -> None:
    bearer = {"Authorization": f"Bearer {token(world.cast.jia, 'read')}"}
    told = {"id": str(fresh()), "kind": "tell_rights", "done_at": "2026-06-05T10:00:00+08:00", "facts": {}}
    answer = Client().post(f"/api/v1/cases/{world.here}/acts", told, content_type="application/json", headers=bearer)
    assert (answer.status_code, answer.json()["code"]) == (403, "token-read-only")
