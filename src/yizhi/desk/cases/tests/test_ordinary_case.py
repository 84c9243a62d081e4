"""普通程序 One case file from the lead to the archive, every act done by whoever may do it, and what may not be done on the way."""

import pytest
from tests.cast import Cast, at, build, fresh

from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import Wanted, cases, visible
from yizhi.desk.leads.actions import Sighting, register_lead, settle
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.telling import Told
from yizhi.desk.record.queries import verify_dossier
from yizhi.rules.refusal import Absent, Refusal

NOW = at("2026-12-20 18:00")
RUBBLE = {
    "facts_found": "丁例把自家装修垃圾倒在河边，约三立方米。",
    "evidence_summary": "现场笔录、询问笔录、照片。",
    "violated": "示例条例第九条",
    "basis": "示例条例第十二条",
}


@pytest.fixture
def cast(db: None) -> Cast:
    return build()


def lead_of(cast: Cast, *, on: str = "2026-06-01") -> str:
    sighting = Sighting(
        words="有人在河边倒建筑垃圾",
        town="510681109",
        village="510681109201",
        body="town-lianshan",
        found_on=at(on).date(),
        item="cg-1",
        act_day=at(on).date(),
    )
    lead = register_lead(cast.jia, sighting, id=fresh(), done_at=at(on), now=NOW)
    settle(cast.jia, lead.dossier_id, id=fresh(), done_at=at(on), now=NOW, party="p-ding")
    return lead.dossier_id


def do(cast: Cast, who: str, dossier: str, kind: str, day: str, *, officers: tuple[str, ...] = (), **facts: object):
    told = Told(id=fresh(), kind=kind, done_at=at(day), facts=facts, officers=officers)
    return perform(getattr(cast, who), dossier, told, now=NOW)


PAIR = ("o-jia", "o-yi")
WAY = (
    ("jia", "assess_lead", "2026-06-02", {"finding": "现场有装修垃圾。", "proposal": "建议立案。"}),
    (
        "ji",
        "open_case",
        "2026-06-03",
        {"handlers": ["o-jia", "o-yi"], "grounds": "有初步证据证明丁例倾倒建筑垃圾。", "opinion": "同意"},
    ),
    (
        "jia",
        "tell_rights",
        "2026-06-04",
        {"rights_told": True, "service_address": "连山镇示意村 1 组", "contact_phone": "0838-5000000"},
    ),
    (
        "jia",
        "record_scene",
        "2026-06-04 09:30",
        {
            "started_at": "2026-06-04T09:10",
            "ended_at": "2026-06-04T09:25",
            "credentials_shown": True,
            "findings": "河边有装修垃圾一堆。",
        },
    ),
    (
        "jia",
        "inquire",
        "2026-06-05",
        {
            "person_asked": "丁例",
            "place_text": "连山镇示意村",
            "started_at": "2026-06-05T08:00",
            "ended_at": "2026-06-05T08:40",
            "credentials_shown": True,
            "rights_told": True,
            "questions": "问：是你倒的吗？答：是。",
            "asked_is_party": True,
        },
    ),
    ("jia", "order_correction", "2026-06-05 10:00", {"demand": "七日内清运全部装修垃圾。", "correct_by": "2026-06-12"}),
    (
        "jia",
        "conclude_investigation",
        "2026-06-10",
        {
            **RUBBLE,
            "gravity": "ordinary",
            "proposal": "建议罚款。",
            "proposed_penalty_kinds": ["fine"],
            "proposed_fine_yuan": "300.00",
            "discretion_reason": "已经自行清运一半。",
        },
    ),
    ("jia", "submit_review", "2026-06-10 10:00", {"review_kind": "case_review"}),
    ("bing", "review_case", "2026-06-12", {"outcome": "agree", "reviewer_opinion": "事实清楚，同意。"}),
    (
        "jia",
        "prior_notice",
        "2026-06-15",
        {"hearing_told": False, "hearing_reason": "未达到较大数额。", "proposed_penalty": "罚款300元"},
    ),
    (
        "jia",
        "serve_notice",
        "2026-06-15 11:00",
        {"service_method": "direct", "served_on": "2026-06-15", "recipient": "丁例", "recipient_relation": "self"},
    ),
)
REST = (
    ("ji", "decide_penalty", "2026-06-24", {"penalty_kinds": ["fine"], "fine_yuan": "300.00", "opinion": "同意"}),
    (
        "jia",
        "serve_decision",
        "2026-06-25",
        {"service_method": "direct", "served_on": "2026-06-25", "recipient": "丁例", "recipient_relation": "self"},
    ),
    ("ji", "review_disclosure", "2026-06-26", {"disclosed": False, "reason": "不具有一定社会影响。"}),
    ("jia", "record_payment", "2026-06-30", {"paid_yuan": "300.00", "paid_on": "2026-06-30"}),
    ("ji", "close_case", "2026-07-01", {"closing_way": "fulfilled"}),
    ("jia", "archive_case", "2026-07-02", {}),
)
PRESENT = {"tell_rights", "record_scene", "inquire", "serve_notice", "serve_decision", "order_correction"}


def go(cast: Cast, dossier: str, way: tuple) -> None:
    for who, kind, day, facts in way:
        do(cast, who, dossier, kind, day, officers=PAIR if kind in PRESENT else (), **facts)


def test_from_the_lead_to_the_archive(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY + REST)
    case = Case.objects.get(dossier=dossier)
    assert (case.stage, case.ended, case.due_on) == ("archived", True, None)
    assert (case.body_id, case.mode, case.handlers) == ("town-lianshan", "conferral", ["o-jia", "o-yi"])
    assert verify_dossier(dossier) is None


def test_what_is_disclosed_is_drafted_first(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY + REST[:2])
    with pytest.raises(Refusal) as refused:
        do(cast, "ji", dossier, "review_disclosure", "2026-06-26", disclosed=True, redaction="姓名已隐去。")
    assert (refused.value.first.code, refused.value.first.about) == ("public-record-missing", "disclosed")
    with pytest.raises(Absent):
        do(cast, "wu", dossier, "review_disclosure", "2026-06-26", disclosed=True, redaction="姓名已隐去。")


def test_one_body_and_one_number_series_stand_on_every_paper(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY + REST)
    papers = list(Paper.objects.filter(dossier=dossier).order_by("position"))
    assert {paper.body_id for paper in papers} == {"town-lianshan"}
    assert all(paper.number.startswith("广连府") for paper in papers if paper.serial)
    assert [paper.position for paper in papers] == list(range(1, len(papers) + 1))
    assert Case.objects.get(dossier=dossier).number in {paper.number for paper in papers}


def test_no_decision_while_the_defence_period_runs(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY)
    with pytest.raises(Refusal) as refused:
        do(cast, "ji", dossier, "decide_penalty", "2026-06-22", penalty_kinds=["fine"], fine_yuan="300.00")
    assert "defence-period-running" in {reason.code for reason in refused.value.reasons}
    assert Case.objects.get(dossier=dossier).stage == "defence"


def test_no_heavier_penalty_than_was_told(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY)
    with pytest.raises(Refusal) as refused:
        do(cast, "ji", dossier, "decide_penalty", "2026-06-24", penalty_kinds=["fine"], fine_yuan="301.00")
    assert "heavier-than-notified" in {reason.code for reason in refused.value.reasons}


def test_the_same_id_twice_is_one_act_and_with_other_content_a_conflict(cast: Cast) -> None:
    dossier = lead_of(cast)
    told = Told(
        id=fresh(), kind="assess_lead", done_at=at("2026-06-02"), facts={"finding": "有。", "proposal": "立案。"}
    )
    first = perform(cast.jia, dossier, told, now=NOW)
    again = perform(cast.jia, dossier, told, now=NOW)
    assert again.repeated and again.entry.id == first.entry.id
    other = Told(
        id=told.id, kind="assess_lead", done_at=at("2026-06-02"), facts={"finding": "没有。", "proposal": "不立案。"}
    )
    with pytest.raises(Refusal) as refused:
        perform(cast.jia, dossier, other, now=NOW)
    assert refused.value.first.code == "entry-conflict"


def test_a_stranger_sees_and_does_nothing(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY[:3])
    assert list(visible(cast.wu)) == list(visible(cast.administrator)) == []
    assert list(cases(cast.wu, Wanted(q="倾倒"), 20)) == []
    with pytest.raises(Absent):
        do(cast, "wu", dossier, "record_scene", "2026-06-05")


def test_the_handler_cannot_review_and_the_officer_cannot_approve(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY[:1])
    with pytest.raises(Refusal) as refused:
        do(cast, "jia", dossier, "open_case", "2026-06-03", handlers=["o-jia", "o-yi"], grounds="有证据。")
    assert "role-not-allowed" in {reason.code for reason in refused.value.reasons}


def test_one_officer_is_too_few(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY[:1])
    with pytest.raises(Refusal) as refused:
        do(cast, "ji", dossier, "open_case", "2026-06-03", handlers=["o-jia"], grounds="有证据。")
    assert "officers-too-few" in {reason.code for reason in refused.value.reasons}


def test_search_finds_by_two_characters_only_what_is_seen(cast: Cast) -> None:
    dossier = lead_of(cast)
    go(cast, dossier, WAY[:2])
    assert [case.dossier_id for case in cases(cast.jia, Wanted(q="倾倒"), 20)] == [dossier]
    assert list(cases(cast.jia, Wanted(q="鱼塘"), 20)) == []
