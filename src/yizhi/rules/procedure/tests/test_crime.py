"""行刑衔接 From the report to the police and back: who decides, in what time, and no penalty in place of a transfer."""

from datetime import date
from typing import Any

import pytest

from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.tests.case_file import CaseFile, demanded, notified, opened, served

REPORT = {"task_force": ["甲", "乙"], "crime_reason": "数量达到追诉标准", "exhibits": "无"}
APPROVED = {"transfer_approved": True, "head_approved": True, "reason": "同意"}
POLICE = {"transfer_to": "演示公安机关"}


def reported(case: CaseFile) -> CaseFile:
    return opened(case).do("report_crime", "2026-03-05T09:00", **REPORT)


def sent(case: CaseFile) -> CaseFile:
    reported(case).do("decide_crime_transfer", "2026-03-06T09:00", **APPROVED)
    return case.do("transfer_to_police", "2026-03-06T15:00", **POLICE)


def test_one_officer_is_no_task_force(ordinary: CaseFile):
    facts = REPORT | {"task_force": ["甲"]}
    assert opened(ordinary).try_("report_crime", "2026-03-05T09:00", **facts) == ["task-force-too-small"]


@pytest.mark.parametrize(
    ("at", "change", "found"),
    [
        pytest.param("2026-03-08T23:59", {}, [], id="第三日是星期日，照算"),
        pytest.param("2026-03-09T00:00", {}, ["crime-decision-late"], id="第四日"),
        pytest.param("2026-03-06T09:00", {"head_approved": False}, ["head-not-approved"], id="不是正职负责人"),
        pytest.param("2026-03-06T09:00", {"transfer_approved": False}, [], id="不批准，写明理由"),
    ],
)
def test_the_head_decides_in_three_days(ordinary: CaseFile, at: str, change: dict[str, Any], found: list[str]):
    assert reported(ordinary).try_("decide_crime_transfer", at, **APPROVED | change) == found


def test_a_report_is_decided_once(ordinary: CaseFile):
    case = reported(ordinary).do("decide_crime_transfer", "2026-03-06T09:00", **APPROVED | {"transfer_approved": False})
    assert case.try_("decide_crime_transfer", "2026-03-06T10:00", **APPROVED) == ["report-decided"]
    assert case.try_("transfer_to_police", "2026-03-06T10:00", **POLICE) == ["transfer-not-approved"]


@pytest.mark.parametrize(
    ("at", "found"),
    [
        pytest.param("2026-03-07T09:00", [], id="满二十四小时，星期六"),
        pytest.param("2026-03-07T09:01", ["transfer-late"], id="超过一分钟"),
    ],
)
def test_what_was_approved_goes_in_a_day(ordinary: CaseFile, at: str, found: list[str]):
    case = reported(ordinary).do("decide_crime_transfer", "2026-03-06T09:00", **APPROVED)
    assert case.try_("transfer_to_police", at, **POLICE) == found


def test_nothing_goes_without_report_and_decision(ordinary: CaseFile):
    found = opened(ordinary).try_(
        "transfer_to_police", "2026-03-05T09:00", **POLICE, exhibits="无", crime_reason="涉嫌"
    )
    assert found == ["act-missing", "act-missing"]


def test_no_penalty_in_place_of_a_transfer(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("report_crime", "2026-03-24T10:00", **REPORT)
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["crime-transfer-pending"]
    case.do("decide_crime_transfer", "2026-03-25T10:00", **APPROVED)
    assert case.try_("decide_penalty", "2026-03-25T11:00") == ["crime-transfer-pending"]


def test_a_report_not_approved_leaves_the_way_to_a_penalty(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("report_crime", "2026-03-24T10:00", **REPORT)
    case.do("decide_crime_transfer", "2026-03-25T10:00", **APPROVED | {"transfer_approved": False})
    assert case.try_("decide_penalty", "2026-03-25T11:00") == []


def test_the_police_open_a_case_and_get_the_exhibits(ordinary: CaseFile):
    case = sent(ordinary)
    assert case.try_("hand_over_exhibits", "2026-03-09T09:00", recipient="演示民警") == [
        "act-missing",
        "police-not-filed",
    ]
    case.do("police_answer", "2026-03-09T09:00", police_result="filed", result_on="2026-03-09")
    limit = limit_of(clock("crime_handover"), case.state, case.circumstances)
    assert limit and limit.due.due == date(2026, 3, 12)
    case.do("hand_over_exhibits", "2026-03-10T09:00", recipient="演示民警")
    assert case.try_(
        "take_back", "2026-03-10T10:00", returned_by="police", result_on="2026-03-10", reason="退", court_fined=False
    ) == ["police-still-at-it"]
    case.do("close_case", "2026-03-11T09:00", closing_way="criminal").do("archive_case", "2026-03-12T09:00")


@pytest.mark.parametrize(
    ("day", "to", "found"),
    [
        pytest.param("2026-03-12", "police", [], id="第三日"),
        pytest.param("2026-03-13", "police", ["reconsideration-late"], id="第四日"),
        pytest.param("2026-03-13", "prosecutor", [], id="建议立案监督没有这个期限"),
    ],
)
def test_a_refusal_is_reconsidered(ordinary: CaseFile, day: str, to: str, found: list[str]):
    case = sent(ordinary).do("police_answer", "2026-03-09T09:00", police_result="not_filed", result_on="2026-03-09")
    assert case.try_("ask_reconsideration", f"{day}T09:00", reconsider_to=to, reason="达到追诉标准") == found


def test_reconsideration_needs_a_refusal(ordinary: CaseFile):
    case = sent(ordinary).do("police_answer", "2026-03-09T09:00", police_result="received", result_on="2026-03-09")
    assert case.try_("ask_reconsideration", "2026-03-09T10:00", reconsider_to="police", reason="异议") == [
        "police-not-refused"
    ]


def test_what_comes_back_goes_on_and_is_not_fined_twice(ordinary: CaseFile):
    case = sent(ordinary).do("police_answer", "2026-03-09T09:00", police_result="not_filed", result_on="2026-03-09")
    back = {"returned_by": "police", "result_on": "2026-03-10", "reason": "应当给予行政处罚", "court_fined": False}
    case.do("take_back", "2026-03-10T09:00", **back)
    assert case.state.stage == "investigation"


def test_no_fine_after_the_court_has_fined(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00")
    case.entries[0] = case.entries[0].__class__(
        "1", "register_lead", case.entries[0].done_at, facts={**case.entries[0].facts, "court_fined": True}
    )
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["fined-by-court"]


def found_late(case: CaseFile) -> CaseFile:
    """Fined and served; only then somebody sees that it may be a crime."""
    case = served(case).do("report_crime", "2026-04-01T09:00", **REPORT)
    return case.do("decide_crime_transfer", "2026-04-01T10:00", **APPROVED)


def test_a_decision_made_before_goes_on_after_the_transfer(ordinary: CaseFile):
    case = found_late(ordinary)
    case.do("transfer_to_police", "2026-04-01T15:00", **POLICE)
    assert case.state.stage == "served" and case.state.owed == 800
    case.do("police_answer", "2026-04-03T09:00", police_result="received", result_on="2026-04-03")


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        pytest.param(["warning"], True, id="警告"),
        pytest.param(["stop_business"], True, id="责令停产停业"),
        pytest.param(["suspend_permit"], True, id="暂扣许可证件"),
        pytest.param(["revoke"], True, id="吊销许可证件"),
        pytest.param(["fine"], False, id="只有罚款"),
        pytest.param([], False, id="没有处罚过"),
    ],
)
def test_the_transfer_says_which_earlier_penalty_goes_on(ordinary: CaseFile, kinds: list[str], told: bool):
    day = date(2026, 2, 2)
    other = Elsewhere("演示机关", "演示事项", False, day, day, False, day if kinds else None, None, frozenset(kinds))
    case = reported(ordinary.with_(elsewhere=(other,))).do("decide_crime_transfer", "2026-03-06T09:00", **APPROVED)
    noted = {one.code for one in case.judge("transfer_to_police", "2026-03-06T15:00", **POLICE)}
    assert ("earlier-penalty-goes-on" in noted) == told


def test_whether_a_fine_is_pressed_for_after_the_transfer_is_asked(ordinary: CaseFile):
    case = found_late(ordinary).do("transfer_to_police", "2026-04-01T15:00", **POLICE)
    with pytest.raises(AssertionError, match="fine-after-transfer"):
        demanded(case)
    case.do("police_answer", "2026-04-03T09:00", police_result="not_filed", result_on="2026-04-03", reason="情节轻微")
    demanded(case)
