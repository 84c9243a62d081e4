"""先行登记保存 Held on Friday 6 March 2026: seven workdays end on Tuesday the 17th."""

from datetime import date, datetime
from typing import Any

import pytest

from yizhi.rules.procedure import limits
from yizhi.rules.procedure.tests.case_file import GROUNDS, INQUIRY, PROPOSED, CaseFile, opened

APPROVED = {"hold_reason": "车辆随时可能开走", "hold_items": "翻斗车一辆"}
HELD = {"hold_place": "执法办公室", "hold_keeper": "甲", "hold_urgent": False}
URGENT = APPROVED | HELD | {"hold_urgent": True}
RELEASED = {"hold_handling": "released", "hold_outcome": "退还当事人"}


def held(case: CaseFile) -> CaseFile:
    return (
        opened(case).do("approve_hold", "2026-03-06T09:00", **APPROVED).do("hold_evidence", "2026-03-06T10:00", **HELD)
    )


def test_approved_held_and_released(ordinary: CaseFile):
    case = held(ordinary)
    assert case.entries[-1].facts["hold_items"] == "翻斗车一辆" and case.state.stage == "investigation"
    case.do("handle_hold", "2026-03-17T09:00", **RELEASED)
    assert case.try_("handle_hold", "2026-03-17T10:00", **(RELEASED | {"hold_outcome": "再退还"})) == ["hold-handled"]


@pytest.mark.parametrize(
    ("domain", "change", "found"),
    [
        pytest.param("住建/城管", {"hold_urgent": False}, ["hold-not-approved"], id="没有批准"),
        pytest.param("住建/城管", {}, ["hold-not-approved"], id="住建没有先实施后补批"),
        pytest.param("交通", {}, ["hold-not-approved"], id="交通没有先实施后补批"),
        pytest.param("市场监管", {}, [], id="市监紧急实施"),
        pytest.param("市场监管", {"hold_urgent": False}, ["hold-not-approved"], id="市监不紧急"),
        pytest.param("农业", {}, ["hold-without-consent"], id="农业没有先取得同意"),
        pytest.param("农业", {"hold_consent": True}, [], id="农业先取得同意"),
    ],
)
def test_who_may_hold_without_approval(ordinary: CaseFile, domain: str, change: dict[str, Any], found: list[str]):
    case = opened(ordinary.with_(domain=domain))
    assert case.try_("hold_evidence", "2026-03-06T10:00", **(URGENT | change)) == found


def test_each_hold_needs_its_own_approval(ordinary: CaseFile):
    again = HELD | {"hold_place": "仓库"}
    assert held(ordinary).try_("hold_evidence", "2026-03-09T10:00", **again) == ["hold-not-approved"]


@pytest.mark.parametrize(
    ("at", "found"),
    [
        pytest.param("2026-03-07T09:59", [], id="二十四小时差一分"),
        pytest.param("2026-03-07T10:00", [], id="正好二十四小时"),
        pytest.param("2026-03-07T10:01", ["hold-ratified-late"], id="超过一分钟，周末也不扣"),
    ],
)
def test_urgent_hold_is_ratified_within_a_day(ordinary: CaseFile, at: str, found: list[str]):
    case = opened(ordinary.with_(domain="市场监管")).do("hold_evidence", "2026-03-06T10:00", **URGENT)
    assert case.try_("ratify_hold", at, hold_ratified=True) == found


def test_only_an_urgent_hold_is_ratified_and_once(ordinary: CaseFile):
    assert held(ordinary).try_("ratify_hold", "2026-03-06T11:00", hold_ratified=True) == ["hold-needs-no-ratifying"]


def test_refused_hold_is_released(ordinary: CaseFile):
    case = opened(ordinary.with_(domain="市场监管")).do("hold_evidence", "2026-03-06T10:00", **URGENT)
    case.do("ratify_hold", "2026-03-06T15:00", hold_ratified=False)
    assert case.try_("ratify_hold", "2026-03-06T16:00", hold_ratified=True) == ["hold-needs-no-ratifying"]
    kept = {"hold_handling": "preserved", "hold_outcome": "拍照"}
    assert case.try_("handle_hold", "2026-03-06T16:00", **kept) == ["hold-refused"]
    case.do("handle_hold", "2026-03-06T16:00", **RELEASED)


@pytest.mark.parametrize(
    ("domain", "at", "way", "found"),
    [
        pytest.param("住建/城管", "2026-03-17", "preserved", [], id="第七个工作日"),
        pytest.param(
            "住建/城管", "2026-03-18", "preserved", ["hold-released-by-law", "hold-handled-late"], id="住建自动解除"
        ),
        pytest.param("市场监管", "2026-03-18", "released", ["hold-handled-late"], id="市监逾期只能解除"),
        pytest.param(
            "交通", "2026-03-18", "preserved", ["hold-released-by-law", "hold-handled-late"], id="交通自动解除"
        ),
        pytest.param("农业", "2026-03-18", "preserved", ["hold-handled-late"], id="农业不自动解除"),
        pytest.param("住建/城管", "2026-03-17", "tested", ["hold-handling-unrecorded"], id="没有送检"),
        pytest.param("住建/城管", "2026-03-17", "sealed", ["hold-handling-unrecorded"], id="没有查封"),
        pytest.param("住建/城管", "2026-03-17", "confiscated", ["hold-confiscated-undecided"], id="没有没收决定"),
    ],
)
def test_ways_of_handling(ordinary: CaseFile, domain: str, at: str, way: str, found: list[str]):
    case = held(ordinary.with_(domain=domain))
    assert case.try_("handle_hold", f"{at}T09:00", hold_handling=way, hold_outcome="经过") == found


def test_sent_to_a_test(ordinary: CaseFile):
    test = {"test_ground": "检测", "test_body": "演示机构", "test_subject": "成分", "evidence": ["a"]}
    case = held(ordinary).do("entrust_test", "2026-03-09T09:00", **test)
    case.do("handle_hold", "2026-03-10T09:00", hold_handling="tested", hold_outcome="送演示机构")


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        pytest.param("terminate_investigation", {"terminate_ground": "ceased", "reason": "当事人注销"}, id="终止"),
        pytest.param("withdraw_case", {"withdraw_reason": "不是本案当事人"}, id="撤销立案"),
        pytest.param("transfer_case", {"transfer_to": "邻县", "reason": "不归本机关"}, id="移送"),
    ],
)
def test_nothing_ends_while_evidence_is_held(ordinary: CaseFile, kind: str, facts: dict[str, Any]):
    case = held(ordinary).do("inquire", "2026-03-06T11:00", **INQUIRY)
    assert case.try_(kind, "2026-03-16T09:00", **facts) == ["hold-unhandled"]
    case.do("handle_hold", "2026-03-16T10:00", **RELEASED)
    assert case.try_(kind, "2026-03-16T11:00", **facts) == []


@pytest.mark.parametrize(
    ("at", "found"),
    [
        pytest.param("2026-03-17", [], id="第七个工作日"),
        pytest.param("2026-03-18", ["hold-overdue"], id="第八个工作日"),
    ],
)
def test_investigation_does_not_end_over_a_hold_past_its_time(ordinary: CaseFile, at: str, found: list[str]):
    case = held(ordinary.with_(domain="农业")).do("inquire", "2026-03-06T11:00", **INQUIRY)
    facts = GROUNDS | PROPOSED | {"gravity": "ordinary", "proposal": "罚款"}
    assert case.try_("conclude_investigation", f"{at}T09:00", **facts) == found


def test_two_holds_have_a_clock_each(ordinary: CaseFile):
    """The second, held on the 9th, comes to the clock when the first has been dealt with."""
    case = held(ordinary).do("approve_hold", "2026-03-09T09:00", **(APPROVED | {"hold_items": "铁锹"}))
    case.do("hold_evidence", "2026-03-09T10:00", **HELD)
    assert due_day(case) == date(2026, 3, 17)
    case.do("handle_hold", "2026-03-10T09:00", **RELEASED)
    assert due_day(case) == date(2026, 3, 18)
    case.do("handle_hold", "2026-03-11T09:00", **(RELEASED | {"hold_outcome": "铁锹退还"}))
    assert due_day(case) is None


def due_day(case: CaseFile) -> date | None:
    seen = case.with_(now=datetime.fromisoformat("2026-03-12T09:00"))
    found = [one for one in limits(seen.state, seen.circumstances) if one.id == "hold" and one.met_on is None]
    return found[0].due.due if found else None
