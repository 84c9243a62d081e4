"""听证 Every refusal on the way through a hearing and every way out of it."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import POINTS, SERVED, CaseFile, notified, only
from yizhi.rules.procedure.tests.hearing_file import ASKED, HELD, PLACE, asked, decided, held, offered, reported, told


def test_the_whole_way(ordinary: CaseFile):
    case = reported(ordinary)
    assert case.state.stage == "heard"
    assert decided(case) == ["review-after-hearing-missing"]
    case.do(
        "review_after_hearing", "2026-04-23T09:00", outcome="agree", reviewer_opinion="听证程序合法，同意", **POINTS
    )
    assert decided(case) == []
    assert case.try_("decide_penalty", "2026-04-24T09:00") == ["hearing-record-unused"]
    assert case.try_("decide_no_penalty", "2026-04-24T09:00", decision_kind="not_established", reason="没有证据") == [
        "hearing-record-unused"
    ]
    case.do("decide_penalty", "2026-04-24T09:00", hearing_taken_up="对数量的异议没有证据支持")
    assert case.state.stage == "decided"


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        pytest.param("supplement", "investigation", id="补充调查"),
        pytest.param("correct", "concluded", id="纠正后再报审"),
        pytest.param("agree", "heard", id="同意"),
    ],
)
def test_review_after_hearing_leads_on_or_back(ordinary: CaseFile, outcome: str, stage: str):
    case = reported(ordinary).do(
        "review_after_hearing", "2026-04-23T09:00", outcome=outcome, reviewer_opinion="意见", **POINTS
    )
    assert case.state.stage == stage


def test_discussion_waits_for_the_review_after_the_hearing(ordinary: CaseFile):
    facts = {"attendees": ["己", "辛"], "chair": "己", "discussion": "发言", "conclusion": "同意"}
    assert reported(ordinary).try_("discuss", "2026-04-22T09:00", **facts) == ["review-after-hearing-missing"]


def test_review_after_hearing_is_not_done_by_a_handler(ordinary: CaseFile):
    case = reported(ordinary).with_(officer_of={"丙": "甲"})
    facts = {**POINTS, "outcome": "agree", "reviewer_opinion": "同意"}
    assert "reviewer-is-handler" in case.try_("review_after_hearing", "2026-04-23T09:00", **facts)


def test_no_decision_while_the_hearing_goes_on(ordinary: CaseFile):
    found = asked(ordinary).try_("decide_penalty", "2026-04-10T09:00")
    assert "hearing-requested" in found and "act-out-of-order" in found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({}, [], id="次日书面提出"),
        pytest.param({"hearing_requested_on": "2026-03-30"}, [], id="第五个工作日"),
        pytest.param({"hearing_requested_on": "2026-03-31"}, ["hearing-request-late"], id="第六个工作日"),
        pytest.param({"hearing_requested_on": "2026-03-23"}, [], id="送达当天就提出"),
        pytest.param({"hearing_requested_on": "2026-03-22"}, ["hearing-requested-before-notice"], id="早于送达"),
        pytest.param({"hearing_request_way": "oral"}, ["hearing-request-not-written"], id="口头没有记"),
        pytest.param(
            {"hearing_request_way": "oral", "hearing_request_note": "要求听证，已签名"}, [], id="口头记入笔录"
        ),
    ],
)
def test_request(ordinary: CaseFile, change: dict[str, Any], found: list[str]):
    assert offered(ordinary).try_("request_hearing", "2026-03-31T10:00", **(ASKED | change)) == found


def test_request_that_the_notice_did_not_offer_is_asked_about(ordinary: CaseFile):
    assert notified(ordinary).try_("request_hearing", "2026-03-24T10:00", **ASKED) == ["hearing-not-offered"]


@pytest.mark.parametrize(
    ("domain", "change", "found"),
    [
        pytest.param("住建/城管", {"hearing_chair": ["庚"]}, [], id="没有办过本案"),
        pytest.param("住建/城管", {"hearing_chair": ["甲"]}, ["hearing-staff-investigated"], id="承办人主持"),
        pytest.param(
            "市场监管",
            {"hearing_chair": ["庚"], "hearing_recorder": ["乙"]},
            ["hearing-staff-investigated"],
            id="市监承办人记录",
        ),
        pytest.param("住建/城管", {"hearing_chair": ["庚", "辛"]}, ["hearing-staff-number"], id="两名主持人"),
        pytest.param(
            "住建/城管",
            {"hearing_chair": ["庚"], "hearing_members": ["辛", "壬", "癸"]},
            ["hearing-staff-number"],
            id="三名听证员",
        ),
        pytest.param(
            "住建/城管", {"hearing_chair": ["庚"], "hearing_recorder": ["庚"]}, ["hearing-staff-twice"], id="一人兼任"
        ),
    ],
)
def test_who_may_chair(ordinary: CaseFile, domain: str, change: dict[str, Any], found: list[str]):
    assert asked(ordinary.with_(domain=domain)).try_("appoint_hearing", "2026-03-26T09:00", **change) == found


def test_a_handler_who_records_elsewhere_is_asked_about(ordinary: CaseFile):
    reason = only(
        asked(ordinary),
        "appoint_hearing",
        "2026-03-26T09:00",
        "hearing-staff-investigated",
        hearing_chair=["庚"],
        hearing_recorder=["乙"],
    )
    assert reason.severity == "ask"


def test_recused_chair_is_replaced(ordinary: CaseFile):
    case = told(ordinary).do(
        "decide_recusal", "2026-04-02T09:00", recusal_of=["庚"], recusal_granted=True, reason="是当事人的亲属"
    )
    assert case.try_("hold_hearing", "2026-04-14T11:10", **HELD) == ["hearing-chair-unfit"]
    assert "officer-recused" in case.try_("appoint_hearing", "2026-04-02T10:00", hearing_chair=["庚"])
    case.do("appoint_hearing", "2026-04-02T11:00", hearing_chair=["壬"])
    case.do("hold_hearing", "2026-04-14T11:10", **HELD)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        pytest.param("2026-04-09", ["hearing-too-soon"], id="只留六个工作日"),
        pytest.param("2026-04-10", [], id="留足七个工作日"),
        pytest.param("2026-04-13", [], id="更晚"),
    ],
)
def test_day_of_hearing(ordinary: CaseFile, day: str, found: list[str]):
    """Told on Tuesday 31 March; Monday 6 April is a day off."""
    case = asked(ordinary).do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    assert case.try_("notify_hearing", "2026-03-31T09:00", **(PLACE | {"hearing_at": f"{day}T09:30"})) == found


def test_too_early_a_day_says_which_one_is_possible(ordinary: CaseFile):
    case = asked(ordinary).do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    facts = PLACE | {"hearing_at": "2026-04-03T09:30"}
    reason = only(case, "notify_hearing", "2026-03-31T09:00", "hearing-too-soon", **facts)
    assert "2026年4月10日" in reason.cure


def test_hearing_in_a_year_without_calendar(ordinary: CaseFile):
    case = asked(ordinary).do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    facts = PLACE | {"hearing_at": "2031-01-05T09:30"}
    assert case.try_("notify_hearing", "2026-03-31T09:00", **facts) == ["calendar-missing"]


def test_market_hearing_is_announced(ordinary: CaseFile):
    case = asked(ordinary.with_(domain="市场监管")).do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    facts = PLACE | {"hearing_at": "2026-04-01T09:30"}
    found = case.try_("notify_hearing", "2026-03-30T09:00", **facts)
    assert found == ["hearing-too-soon", "hearing-announced-late"]
    closed = facts | {"hearing_open": False, "hearing_closed_reason": "privacy"}
    assert case.try_("notify_hearing", "2026-03-30T09:00", **closed) == ["hearing-too-soon"]


def test_hearing_is_public_or_says_why_not(ordinary: CaseFile):
    case = asked(ordinary).do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    facts = PLACE | {"hearing_open": False}
    assert case.try_("notify_hearing", "2026-03-30T09:00", **facts) == ["hearing-closed-without-ground"]


@pytest.mark.parametrize(
    ("served_on", "found"),
    [
        pytest.param("2026-04-02", [], id="第七个工作日前"),
        pytest.param("2026-04-03", ["hearing-notice-late"], id="晚一天"),
    ],
)
def test_notice_of_hearing_is_served_seven_workdays_before(ordinary: CaseFile, served_on: str, found: list[str]):
    case = asked(ordinary).do("appoint_hearing", "2026-03-26T09:00", hearing_chair=["庚"])
    case.do("notify_hearing", "2026-03-30T09:00", **PLACE)
    assert case.try_("serve_hearing_notice", f"{served_on}T15:00", served_on=served_on, **SERVED) == found


def test_held_on_the_day_made_known(ordinary: CaseFile):
    other = HELD | {"started_at": "2026-04-15T09:30", "ended_at": "2026-04-15T11:00"}
    assert told(ordinary).try_("hold_hearing", "2026-04-15T11:10", **other) == ["hearing-on-another-day"]


def test_put_off_and_made_known_again(ordinary: CaseFile):
    case = told(ordinary).do("postpone_hearing", "2026-04-10T09:00", hearing_change="postponed", reason="主持人患病")
    assert case.try_("hold_hearing", "2026-04-14T11:10", **HELD) == ["hearing-not-notified"]
    case.do("notify_hearing", "2026-04-10T10:00", **(PLACE | {"hearing_at": "2026-04-22T09:30"}))
    case.do("serve_hearing_notice", "2026-04-10T15:00", served_on="2026-04-10", **SERVED)
    later = HELD | {"started_at": "2026-04-22T09:30", "ended_at": "2026-04-22T10:30"}
    case.do("hold_hearing", "2026-04-22T10:40", **later)


def test_interrupted_hearing_is_gone_on_with_before_its_report(ordinary: CaseFile):
    case = held(ordinary).do("postpone_hearing", "2026-04-14T11:20", hearing_change="interrupted", reason="补充鉴定")
    assert case.try_("report_hearing", "2026-04-21T09:00", hearing_opinion="意见") == ["hearing-not-over"]


def test_three_agents_are_too_many(ordinary: CaseFile):
    facts = HELD | {"hearing_agents": ["子", "丑", "寅"]}
    assert told(ordinary).try_("hold_hearing", "2026-04-14T11:10", **facts) == ["hearing-agents-too-many"]


@pytest.mark.parametrize(
    ("ground", "at", "more", "found"),
    [
        pytest.param("absent", "2026-04-14T10:00", {}, [], id="听证当天不出席"),
        pytest.param("left", "2026-04-14T10:00", {}, [], id="中途退出"),
        pytest.param("absent", "2026-04-13T10:00", {}, ["hearing-absence-unproved"], id="日期还没有到"),
        pytest.param("withdrawn", "2026-04-01T10:00", {}, [], id="撤回"),
        pytest.param("other", "2026-04-01T10:00", {}, ["hearing-end-unexplained"], id="其他情形没有理由"),
        pytest.param("other", "2026-04-01T10:00", {"reason": "当事人死亡"}, [], id="其他情形写明理由"),
    ],
)
def test_ways_out(ordinary: CaseFile, ground: str, at: str, more: dict[str, str], found: list[str]):
    assert told(ordinary).try_("end_hearing", at, hearing_end_ground=ground, **more) == found


def test_absent_party_has_given_it_up(ordinary: CaseFile):
    case = told(ordinary).do("end_hearing", "2026-04-14T10:00", hearing_end_ground="absent")
    assert case.state.stage == "heard"
    assert case.try_("decide_penalty", "2026-04-15T09:00") == []
    again = case.try_("request_hearing", "2026-04-15T09:00", **ASKED)
    assert "hearing-given-up" in again


def test_hearing_before_anybody_was_told_cannot_be_missed(ordinary: CaseFile):
    found = asked(ordinary).try_("end_hearing", "2026-04-14T10:00", hearing_end_ground="absent")
    assert found == ["hearing-absence-unproved"]
