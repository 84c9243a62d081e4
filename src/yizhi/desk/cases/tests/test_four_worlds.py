"""四种权属 The same deed where the power is the town's by law, conferred, entrusted, or the department's own; each also in transition, expired, unpublished.

What comes out is the name, the seal and the respondent on the paper, or the refusal that says why not.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cast import KNOWN, LIANSHAN, LONG_AGO, Cast, account, at, build, fresh, later, officer
from tests.reading import read

from yizhi.desk.cases.actions import OnSpot, begin_on_spot, perform
from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import visible
from yizhi.desk.leads.actions import Sighting, register_lead, settle
from yizhi.desk.matters.models import Allocation
from yizhi.desk.papers.actions import keep_evidence
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.papers.queries import papers
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.models import PartyPlace
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account, Posting
from yizhi.rules.refusal import Absent, Refusal

NOW = at("2026-12-20 18:00")
START = at("2026-06-01 09:00")
TOWN, DEPARTMENT = "广汉市连山镇人民政府", "广汉市综合行政执法局"
TOWNS_PAIR, POSTED_PAIR = ("o-jia", "o-yi"), ("o-posted", "o-posted-too")
SCENE = {"found_on": "2026-06-01", "place_text": "河边", "description": "倒装修垃圾一袋", "credentials_shown": True}


@dataclass(frozen=True)
class Scene:
    """The cast, a second officer posted by the same department, and the department's own approver."""

    cast: Cast
    approver: Identity


@pytest.fixture
def scene(db, settings, tmp_path) -> Scene:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    cast = build()
    too = officer("o-posted-too", "派驻二例", "dept-cg", domains=("城市管理",))
    account("posted-too", "派驻二", "officer", "dept-cg", who=too)
    Posting.objects.create(
        fact="p-posted-too",
        officer=too,
        area_id="area-a",
        valid_from=LONG_AGO,
        recorded_at=KNOWN,
        acts_for=["dept-cg", "town-lianshan"],
    )
    account("chief", "局长", "approver", "dept-cg")
    approver = identities(Account.objects.get(username="chief"), on=START.date())[0]
    Allocation.objects.all().delete()
    PartyPlace.objects.create(party=cast.ding, town_id=LIANSHAN, body_id="dept-cg")
    return Scene(cast, approver)


def hold(mode: str, **more: Any) -> None:
    """Let the town hold the item in a mode; nothing for the department's own power."""
    if mode != "posted":
        values: dict[str, Any] = {
            "valid_from": date(2024, 1, 1),
            "published_on": date(2023, 12, 20),
            "decision": "示例省决定" if mode == "conferral" else "",
            "basis": "示例条例第三条" if mode == "entrustment" else "",
            "letter": "示例委托书" if mode == "entrustment" else "",
            "on_recall": "continue" if mode == "conferral" else "",
            **more,
        }
        Allocation.objects.create(
            fact="a-cg-1", item_id="cg-1", town_id=LIANSHAN, mode=mode, recorded_at=KNOWN, **values
        )


def begin(who: Identity, officers: tuple[str, ...]) -> Done:
    deed = OnSpot(item="cg-1", town=LIANSHAN, party="p-ding", act_day=START.date(), officers=officers, facts=SCENE)
    return begin_on_spot(who, deed, id=fresh(), kind="show_credentials", done_at=START, now=NOW)


def on_the_spot(who: Identity, officers: tuple[str, ...]) -> Paper:
    """Decide on the spot, from the certificates to the paper; return the paper."""
    dossier = begin(who, officers).entry.dossier_id
    way: tuple[tuple[str, dict[str, Any]], ...] = (
        (
            "establish_facts",
            {"facts_found": "倒垃圾。", "violated": "示例条例第九条", "basis": "示例条例第十二条", "evidence": []},
        ),
        (
            "tell_on_spot",
            {
                "proposed_penalty_kinds": ["warning"],
                "rights_told": True,
                "discretion_reason": "首次。",
            },
        ),
        ("hear_on_spot", {"defence_waived": True}),
        ("decide_on_spot", {"recipient": "丁例"}),
    )
    for minutes, (kind, facts) in enumerate(way, 10):
        if kind == "establish_facts":
            facts = {**facts, "evidence": [kept_by(who, dossier)]}
        told = Told(id=fresh(), kind=kind, done_at=later(START, minutes=minutes), facts=facts, officers=officers)
        done = perform(who, dossier, told, now=NOW)
    return done.papers[0]


def kept_by(who: Identity, dossier: str) -> str:
    file = SimpleUploadedFile("现场记录.txt", "现场有装修垃圾一袋。".encode())
    return keep_evidence(who, ground_of(Case.objects.get(dossier=dossier)), file, now=NOW).digest


WORLDS = (
    ("法定", "statutory", {}, "jia", TOWNS_PAIR, TOWN),
    ("赋权", "conferral", {}, "jia", TOWNS_PAIR, TOWN),
    ("赋权，过渡期由镇决定", "conferral", {"transition_until": date(2026, 7, 1), "transition_body": "town"}, "jia", TOWNS_PAIR, TOWN),
    ("赋权，过渡期由部门决定，派驻人员", "conferral", {"transition_until": date(2026, 7, 1), "transition_body": "department"}, "posted_as_department", POSTED_PAIR, DEPARTMENT),
    ("赋权，过渡期最后一日以后", "conferral", {"transition_until": date(2026, 6, 1), "transition_body": "department"}, "jia", TOWNS_PAIR, TOWN),
    ("赋权，派驻人员以镇名义", "conferral", {}, "posted_as_town", POSTED_PAIR, TOWN),
    ("赋权已收回，派驻人员", "conferral", {"valid_to": date(2026, 6, 1)}, "posted_as_department", POSTED_PAIR, DEPARTMENT),
    ("委托", "entrustment", {}, "jia", TOWNS_PAIR, DEPARTMENT),
    ("部门自办，派驻人员", "posted", {}, "posted_as_department", POSTED_PAIR, DEPARTMENT),
)  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "more", "who", "officers", "name"), [row[1:] for row in WORLDS], ids=[row[0] for row in WORLDS]
)
def test_name_seal_and_respondent(scene: Scene, mode, more, who, officers, name) -> None:
    hold(mode, **more)
    paper = on_the_spot(getattr(scene.cast, who), officers)
    words, other = read(paper), TOWN if name == DEPARTMENT else DEPARTMENT
    assert paper.body.name == name
    assert words.count(name) >= 2, "at the head and at the foot"
    assert other not in words and "执法队" not in words
    assert paper.number.startswith("广综执" if name == DEPARTMENT else "广连府") and paper.number in words
    assert "向广汉市人民政府提出" in words, "the respondent's review body"
    case = Case.objects.get(dossier=paper.dossier_id)
    assert (case.body.name, case.number) == (name, paper.number)


REFUSED = (
    ("法定已终止", "statutory", {"valid_to": date(2026, 6, 1)}, "jia", TOWNS_PAIR, "officer-of-other-body"),
    ("赋权还没有公布", "conferral", {"published_on": date(2026, 6, 2)}, "jia", TOWNS_PAIR, "conferral-not-published"),
    ("赋权没有公布日", "conferral", {"published_on": None}, "jia", TOWNS_PAIR, "conferral-not-published"),
    ("赋权没有省级决定", "conferral", {"decision": ""}, "jia", TOWNS_PAIR, "conferral-without-decision"),
    ("赋权已收回", "conferral", {"valid_to": date(2026, 6, 1)}, "jia", TOWNS_PAIR, "officer-of-other-body"),
    ("赋权还没有生效", "conferral", {"valid_from": date(2026, 6, 2)}, "jia", TOWNS_PAIR, "officer-of-other-body"),
    ("过渡期由部门决定，镇的人", "conferral", {"transition_until": date(2026, 7, 1), "transition_body": "department"}, "jia", TOWNS_PAIR, "officer-of-other-body"),
    ("过渡期没有写明由谁决定", "conferral", {"transition_until": date(2026, 7, 1)}, "jia", TOWNS_PAIR, "transition-body-missing"),
    ("委托还没有公布", "entrustment", {"published_on": date(2026, 6, 2)}, "jia", TOWNS_PAIR, "entrustment-not-published"),
    ("委托没有依据", "entrustment", {"basis": ""}, "jia", TOWNS_PAIR, "entrustment-without-basis"),
    ("委托已到期", "entrustment", {"valid_to": date(2026, 6, 1)}, "jia", TOWNS_PAIR, "officer-of-other-body"),
    ("部门自办，镇的人", "posted", {}, "jia", TOWNS_PAIR, "officer-of-other-body"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "more", "who", "officers", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_refused_with_its_reason(scene: Scene, mode, more, who, officers, code) -> None:
    hold(mode, **more)
    with pytest.raises(Refusal) as refused:
        begin(getattr(scene.cast, who), officers)
    assert code in {reason.code for reason in refused.value.reasons}
    assert all(reason.sentence and (reason.cure or reason.severity == "note") for reason in refused.value.reasons)
    assert not Case.objects.exists() and not Paper.objects.exists()


def entrusted_lead(scene: Scene, body: str) -> str:
    seen = Sighting(
        words="有人在河边倒垃圾", town=LIANSHAN, body=body, item="cg-1", found_on=START.date(), act_day=START.date()
    )
    lead = register_lead(scene.cast.jia, seen, id=fresh(), done_at=START, now=START)
    settle(scene.cast.jia, lead.dossier_id, id=fresh(), done_at=START, now=START, party="p-ding")
    facts = {"finding": "属实。", "proposal": "建议立案。"}
    perform(scene.cast.jia, lead.dossier_id, Told(id=fresh(), kind="assess_lead", done_at=START, facts=facts), now=NOW)
    return lead.dossier_id


def opening() -> Told:
    facts = {"handlers": list(TOWNS_PAIR), "grounds": "有初步证据。", "opinion": "同意"}
    return Told(id=fresh(), kind="open_case", done_at=later(START, hours=2), facts=facts)


def test_an_entrusted_case_is_the_departments_and_the_towns_people_work_on_it(scene: Scene) -> None:
    hold("entrustment")
    dossier = entrusted_lead(scene, "dept-cg")
    done = perform(scene.approver, dossier, opening(), now=NOW)
    assert (done.papers[0].body_id, done.papers[0].mode) == ("dept-cg", "entrustment")
    assert [case.dossier_id for case in visible(scene.cast.jia)] == [dossier]
    assert done.papers[0] in papers(scene.cast.jia)
    assert list(visible(scene.cast.ji)) == [], "the town's leader decides nothing here"
    assert list(visible(scene.cast.wu)) == list(papers(scene.cast.wu)) == []
    with pytest.raises(Absent):
        perform(scene.cast.ji, dossier, replace(opening(), kind="decide_penalty"), now=NOW)


def test_the_towns_people_see_nothing_else_of_the_department(scene: Scene) -> None:
    hold("posted")
    dossier = begin(scene.cast.posted_as_department, POSTED_PAIR).entry.dossier_id
    assert [case.dossier_id for case in visible(scene.cast.posted_as_department)] == [dossier]
    assert list(visible(scene.cast.jia)) == [] and list(papers(scene.cast.jia)) == []


def test_a_lead_in_the_towns_own_name_is_not_opened_with_a_power_that_is_entrusted(scene: Scene) -> None:
    hold("entrustment")
    dossier = entrusted_lead(scene, "town-lianshan")
    with pytest.raises(Refusal) as refused:
        perform(scene.cast.ji, dossier, opening(), now=NOW)
    assert "deciding-body-differs" in {reason.code for reason in refused.value.reasons}
    settle(scene.cast.jia, dossier, id=fresh(), done_at=START, now=START, body="dept-cg")
    assert perform(scene.approver, dossier, opening(), now=NOW).papers[0].body_id == "dept-cg"


def test_no_lead_is_registered_in_the_name_of_a_department_that_entrusted_nothing(scene: Scene) -> None:
    hold("posted")
    with pytest.raises(Refusal) as refused:
        entrusted_lead(scene, "dept-cg")
    assert refused.value.first.code == "lead-not-yours"


def test_the_posted_officer_acts_for_one_name_at_a_time(scene: Scene) -> None:
    """Under a conferral the power is the town's: the same person may not use it as the department's officer, as the town's may."""
    hold("conferral")
    with pytest.raises(Refusal, match="以广汉市连山镇人民政府的名义办理"):
        begin(scene.cast.posted_as_department, POSTED_PAIR)
    assert begin(scene.cast.posted_as_town, POSTED_PAIR).entry.body == "town-lianshan"
