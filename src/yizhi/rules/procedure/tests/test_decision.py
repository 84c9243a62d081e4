"""告知与决定 What a decision may hold, measured against the notice."""

from datetime import date
from typing import Any

import pytest

from yizhi.rules.deadlines import due
from yizhi.rules.procedure.guards.decision import _certainly_in_time
from yizhi.rules.procedure.limits import Limit
from yizhi.rules.procedure.tests.case_file import (
    SERVED,
    CaseFile,
    approved,
    notified,
    only,
)


def test_unserved_notice_tells_the_earliest_day(ordinary: CaseFile):
    case = approved(ordinary)
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    reason = only(case, "decide_penalty", "2026-03-23T09:00", "notice-not-served")
    assert "5个工作日" in reason.sentence and "3月30日" in reason.sentence


def test_heard_defence_is_examined(ordinary: CaseFile):
    case = notified(ordinary).do("hear_defence", "2026-03-24T09:00", defence_text="已经清运完")
    assert case.try_("decide_penalty", "2026-03-31T09:00") == ["defence-not-reviewed"]
    case.do("review_defence", "2026-03-25T09:00", defence_accepted="partly", defence_opinion="酌情")
    assert case.try_("decide_penalty", "2026-03-26T09:00") == ["defence-period-running"]
    case.do("decide_penalty", "2026-03-31T09:00", fine_yuan="600.00")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({"fine_yuan": "800.00"}, [], id="和告知一样"),
        pytest.param({"fine_yuan": "799.99"}, [], id="轻于告知"),
        pytest.param({"fine_yuan": "800.01"}, ["heavier-than-notified"], id="重一分钱"),
        pytest.param({"penalty_kinds": ["fine", "warning"]}, ["heavier-than-notified"], id="多一种处罚"),
        pytest.param(
            {"penalty_kinds": ["fine", "confiscation"], "confiscation": "工具", "confiscation_yuan": "1.00"},
            ["heavier-than-notified", "heavier-than-notified"],
            id="多没收",
        ),
        pytest.param({"penalty_kinds": ["warning"], "fine_yuan": "0.00"}, ["heavier-than-notified"], id="换一种处罚"),
        pytest.param({"basis": "《演示规定》第三条"}, ["grounds-changed"], id="换依据"),
        pytest.param({"violated": "《演示规定》 第一条"}, [], id="只差空格"),
        pytest.param({"facts_found": "倾倒10立方米"}, ["facts-changed"], id="事实不同"),
        pytest.param({"penalty_kinds": ["fine"], "fine_yuan": "0.00"}, ["penalty-inconsistent"], id="罚款没有数额"),
    ],
)
def test_decision_against_the_notice(ordinary: CaseFile, change: dict[str, Any], found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00")
    assert case.try_("decide_penalty", "2026-03-25T09:00", **change) == found


def test_heavier_after_a_new_notice(ordinary: CaseFile):
    case = notified(ordinary)
    case.do(
        "prior_notice", "2026-03-24T09:00", proposed_fine_yuan="900.00", hearing_told=False, hearing_reason="数额不大"
    )
    assert "notice-not-served" in case.try_("decide_penalty", "2026-04-03T09:00")
    case.do("serve_notice", "2026-03-24T15:00", served_on="2026-03-24", **SERVED)
    assert case.try_("decide_penalty", "2026-03-31T09:00") == ["defence-period-running"]
    case.do("decide_penalty", "2026-04-01T09:00")
    assert case.entries[-1].facts["fine_yuan"] == "900.00"


@pytest.mark.parametrize(
    ("domain", "party", "change", "found"),
    [
        pytest.param(
            "住建/城管",
            "individual",
            {"proposed_penalty_kinds": ["stop_business"], "proposed_fine_yuan": "0.00"},
            "hearing-right-missing",
            id="停产停业",
        ),
        pytest.param(
            "市场监管", "individual", {"proposed_fine_yuan": "10000.00"}, "hearing-right-missing", id="市监个人一万"
        ),
        pytest.param("市场监管", "individual", {"proposed_fine_yuan": "9999.99"}, None, id="市监个人不到一万"),
        pytest.param("市场监管", "organisation", {"proposed_fine_yuan": "99999.99"}, None, id="市监单位不到十万"),
        pytest.param(
            "市场监管", "organisation", {"proposed_fine_yuan": "100000.00"}, "hearing-right-missing", id="市监单位十万"
        ),
        pytest.param("农业", "individual", {"hearing_reason": ""}, "hearing-reason-missing", id="不告知没有理由"),
    ],
)
def test_hearing_right_is_told(ordinary: CaseFile, domain: str, party: str, change: dict, found: str | None):
    case = approved(ordinary.with_(domain=domain, party_kind=party))
    facts = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "1"} | change
    assert case.try_("prior_notice", "2026-03-20T11:00", **facts) == ([found] if found else [])


def test_hearing_offered_has_its_own_five_workdays(ordinary: CaseFile):
    case = notified(ordinary.with_(domain="农业"), hearing_told=True, hearing_reason="")
    assert case.try_("decide_penalty", "2026-03-27T09:00") == ["hearing-period-running"]
    assert case.try_("decide_penalty", "2026-03-31T09:00") == []
    case.do("waive_defence", "2026-03-24T09:00")
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["hearing-period-running"]
    case.do("waive_defence", "2026-03-25T09:00", hearing_waived=True)
    assert case.try_("decide_penalty", "2026-03-25T10:00") == []


def test_order_to_correct_is_asked_about(ordinary: CaseFile):
    case = approved(ordinary)
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    case.do("serve_notice", "2026-03-20T15:00", served_on="2026-03-20", **SERVED).do(
        "waive_defence", "2026-03-23T09:00"
    )
    assert case.try_("decide_penalty", "2026-03-24T09:00") == ["correction-not-ordered"]
    case.do("decide_penalty", "2026-03-24T09:00", correction="已自行清运完毕")


def test_late_decision_is_answered_for(ordinary: CaseFile):
    case = notified(ordinary)
    assert case.try_("decide_penalty", "2026-06-02T17:00") == []
    assert case.try_("decide_penalty", "2026-06-03T09:00") == ["decision-overdue"]
    case.do("decide_penalty", "2026-06-03T09:00", answers={"decision-overdue": "案情复杂，未及时报请延长"})


@pytest.mark.parametrize(
    ("day", "certain"),
    [
        pytest.param(date(2026, 11, 24), True, id="立案当天"),
        pytest.param(date(2027, 2, 22), True, id="第九十日"),
        pytest.param(date(2027, 2, 23), False, id="第九十一日，要看次年的放假安排"),
    ],
)
def test_days_that_are_in_time_whatever_the_calendar_of_next_year_says(ordinary: CaseFile, day: date, certain: bool):
    seen = ordinary.circumstances
    answer = due("decision-90d", table=seen.table, calendar=seen.calendar, start=date(2026, 11, 24), domain="住建")
    limit = Limit("decision", "办案期限", "decide_penalty", answer, date(2026, 11, 24), "1")
    assert answer.error == "calendar-missing"
    assert _certainly_in_time(day, limit) is certain
