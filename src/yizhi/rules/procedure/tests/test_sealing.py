"""查封、扣押 Seized on Friday 6 March 2026: thirty days end on Sunday 5 April, days off or not."""

from datetime import date, datetime
from typing import Any

import pytest

from yizhi.rules.procedure import limits
from yizhi.rules.procedure.tests.case_file import GROUNDS, INQUIRY, PROPOSED, SERVED, CaseFile, opened

WHAT = {
    "seal_kind": "seizure",
    "seal_items": "翻斗车一辆",
    "seal_basis": "《演示法》第九条",
    "seal_reason": "用于倾倒建筑垃圾",
    "seal_scope": True,
    "sealed_elsewhere": False,
}
DONE = {
    "seal_place": "停车场",
    "seal_urgent": False,
    "seal_scope": True,
    "sealed_elsewhere": False,
    "seal_until": "2026-04-05",
    "started_at": "2026-03-06T10:00",
    "ended_at": "2026-03-06T11:00",
    "credentials_shown": True,
    "party_presence": "present",
    "seal_told": True,
    "seal_recorded": True,
    "seal_defence": "没有",
    "findings": "车厢内有建筑垃圾",
}
URGENT = WHAT | DONE | {"seal_urgent": True}
LIFTED = {"lift_ground": "other", "returned": "车辆当场退还"}
CONCLUDED = GROUNDS | PROPOSED | {"gravity": "ordinary", "proposal": "罚款"}


def sealed(case: CaseFile, **change: Any) -> CaseFile:
    case = opened(case).do("approve_sealing", "2026-03-06T09:00", **WHAT)
    return case.do("seal_property", "2026-03-06T11:10", **(DONE | change))


def test_approved_seized_and_lifted(ordinary: CaseFile):
    case = sealed(ordinary)
    assert case.entries[-1].facts["seal_items"] == "翻斗车一辆" and case.state.stage == "investigation"
    case.do("lift_sealing", "2026-03-20T09:00", **LIFTED)
    assert case.try_("lift_sealing", "2026-03-20T10:00", **LIFTED) == ["nothing-sealed"]


@pytest.mark.parametrize(
    ("domain", "change", "found"),
    [
        pytest.param("住建/城管", {}, [], id="都符合"),
        pytest.param("住建/城管", {"seal_scope": False}, ["sealing-out-of-scope"], id="包括生活必需品"),
        pytest.param("住建/城管", {"sealed_elsewhere": True}, ["sealed-already"], id="重复查封"),
        pytest.param("住建/城管", {"seal_told": False}, ["sealing-not-explained"], id="没有告知"),
        pytest.param("住建/城管", {"credentials_shown": False}, ["credentials-not-shown"], id="没有亮证"),
        pytest.param("住建/城管", {"party_presence": "absent"}, ["sealing-unwitnessed"], id="没有见证人"),
        pytest.param("住建/城管", {"party_presence": "absent", "witness": "戊"}, [], id="见证人到场"),
        pytest.param("住建/城管", {"seal_recorded": False}, ["sealing-unrecorded"], id="没有录像"),
        pytest.param("住建/城管", {"seal_until": "2026-04-05"}, [], id="正好三十日"),
        pytest.param("住建/城管", {"seal_until": "2026-04-06"}, ["sealing-too-long"], id="三十一日"),
        pytest.param("住建/城管", {"seal_until": "2026-03-05"}, ["sealing-ends-before-it-begins"], id="早于当天"),
        pytest.param(
            "住建/城管", {"ended_at": "2026-03-06T09:00"}, ["record-ends-before-start"], id="笔录先结束后开始"
        ),
    ],
)
def test_what_the_officers_must_keep(ordinary: CaseFile, domain: str, change: dict[str, Any], found: list[str]):
    case = opened(ordinary.with_(domain=domain)).do("approve_sealing", "2026-03-06T09:00", **WHAT)
    assert case.try_("seal_property", "2026-03-06T11:10", **(DONE | change)) == found


@pytest.mark.parametrize(("domain", "severity"), [("交通", "stop"), ("住建/城管", "ask")], ids=["交通不得", "其他说明"])
def test_no_recording(ordinary: CaseFile, domain: str, severity: str):
    case = opened(ordinary.with_(domain=domain)).do("approve_sealing", "2026-03-06T09:00", **WHAT)
    reasons = case.judge("seal_property", "2026-03-06T11:10", **(DONE | {"seal_recorded": False}))
    assert [one.severity for one in reasons if one.code == "sealing-unrecorded"] == [severity]


def test_not_approved(ordinary: CaseFile):
    case = opened(ordinary)
    assert case.try_("seal_property", "2026-03-06T11:10", **(WHAT | DONE)) == ["sealing-not-approved"]
    assert case.try_("approve_sealing", "2026-03-06T09:00", **(WHAT | {"seal_scope": False})) == [
        "sealing-out-of-scope"
    ]
    assert case.try_("seal_property", "2026-03-06T11:10", **URGENT) == []


@pytest.mark.parametrize(
    ("at", "found"),
    [
        pytest.param("2026-03-07T11:09", [], id="二十四小时差一分"),
        pytest.param("2026-03-07T11:10", [], id="正好二十四小时"),
        pytest.param("2026-03-07T11:11", ["sealing-ratified-late"], id="超过一分钟"),
    ],
)
def test_urgent_one_is_ratified_within_a_day(ordinary: CaseFile, at: str, found: list[str]):
    case = opened(ordinary).do("seal_property", "2026-03-06T11:10", **URGENT)
    assert case.try_("ratify_sealing", at, seal_ratified=True) == found


def test_only_an_urgent_one_is_ratified(ordinary: CaseFile):
    assert sealed(ordinary).try_("ratify_sealing", "2026-03-06T12:00", seal_ratified=True) == [
        "sealing-needs-no-ratifying"
    ]


def last_day(case: CaseFile, now: str = "2026-03-20T09:00") -> date | None:
    seen = case.with_(now=datetime.fromisoformat(now))
    found = [one for one in limits(seen.state, seen.circumstances) if one.id == "sealing" and one.met_on is None]
    return found[0].due.due if found else None


def test_clock_runs_thirty_days_or_as_decided(ordinary: CaseFile):
    assert last_day(sealed(ordinary)) == date(2026, 4, 5)
    assert last_day(sealed(CaseFile(ordinary.procedure, ordinary.circumstances), seal_until="2026-03-25")) == date(
        2026, 3, 25
    )


@pytest.mark.parametrize(
    ("at", "days", "by", "found"),
    [
        pytest.param("2026-04-03", 30, "负责人", [], id="三十日"),
        pytest.param("2026-04-03", 31, "负责人", ["extension-refused"], id="三十一日"),
        pytest.param("2026-04-03", 30, "上一级机关", ["extension-refused"], id="不是负责人批准"),
        pytest.param("2026-04-06", 30, "负责人", ["extension-late"], id="期满以后"),
    ],
)
def test_extension(ordinary: CaseFile, at: str, days: int, by: str, found: list[str]):
    facts = {"extension_days": days, "extension_reason": "情况复杂", "extension_by": by}
    assert sealed(ordinary).try_("extend_sealing", f"{at}T09:00", **facts) == found


def test_extended_once_and_told(ordinary: CaseFile):
    facts = {"extension_days": 30, "extension_reason": "情况复杂", "extension_by": "负责人"}
    case = sealed(ordinary).do("extend_sealing", "2026-04-03T09:00", **facts)
    case.do("serve_sealing_extension", "2026-04-03T15:00", served_on="2026-04-03", **SERVED)
    assert last_day(case, "2026-04-04T09:00") == date(2026, 5, 5)
    assert case.try_("extend_sealing", "2026-05-01T09:00", **facts) == ["extension-refused"]


def test_days_of_a_test_are_not_counted(ordinary: CaseFile):
    """Sent on the 10th, back on the 20th: ten days later."""
    case = sealed(ordinary)
    test = {"sealed_test_ground": "技术鉴定", "test_body": "演示机构", "sealed_test_until": "2026-03-25"}
    case.do("test_sealed", "2026-03-10T09:00", **test)
    assert last_day(case, "2026-03-11T09:00") is None
    case.do("receive_sealed_test", "2026-03-20T09:00", test_result="属于建筑垃圾")
    assert last_day(case) == date(2026, 4, 15)


def test_past_its_time_only_lifting_is_left(ordinary: CaseFile):
    case = sealed(ordinary).do("inquire", "2026-03-06T12:00", **INQUIRY)
    assert case.try_("conclude_investigation", "2026-04-06T09:00", **CONCLUDED) == ["sealing-expired"]
    assert "sealing-expired" in case.try_(
        "handle_sealed", "2026-04-06T09:00", seal_handling="destroyed", seal_outcome="销毁"
    )
    case.do("lift_sealing", "2026-04-06T10:00", lift_ground="expired", returned="退还")
    assert case.try_("conclude_investigation", "2026-04-06T11:00", **CONCLUDED) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({"seal_handling": "destroyed"}, [], id="销毁"),
        pytest.param({"seal_handling": "confiscated"}, ["sealed-confiscated-undecided"], id="没有没收决定"),
        pytest.param({"seal_handling": "transferred"}, ["sealed-transfer-unrecorded"], id="案件没有移送"),
    ],
)
def test_ways_of_dealing(ordinary: CaseFile, change: dict[str, Any], found: list[str]):
    assert sealed(ordinary).try_("handle_sealed", "2026-03-20T09:00", seal_outcome="经过", **change) == found


def test_goods_go_with_the_case_to_the_police(ordinary: CaseFile):
    case = sealed(ordinary)
    report = {"task_force": ["甲", "乙"], "crime_reason": "涉嫌犯罪", "exhibits": "查封的物品"}
    case.do("report_crime", "2026-03-20T09:00", **report)
    approved = {"transfer_approved": True, "head_approved": True, "reason": "同意"}
    case.do("decide_crime_transfer", "2026-03-20T10:00", **approved)
    case.do("transfer_to_police", "2026-03-20T11:00", transfer_to="公安局")
    facts = {"seal_handling": "transferred", "seal_outcome": "随案移送"}
    assert case.try_("close_case", "2026-03-21T09:00", closing_way="criminal") == ["sealing-open"]
    assert case.try_("archive_case", "2026-03-21T09:00")[-1:] == ["sealing-open"]
    assert case.try_("handle_sealed", "2026-03-21T09:00", **facts) == ["sealed-transfer-untold"]
    case.do("handle_sealed", "2026-03-21T10:00", **facts, transfer_told=True)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        pytest.param("terminate_investigation", {"terminate_ground": "ceased", "reason": "当事人注销"}, id="终止"),
        pytest.param("withdraw_case", {"withdraw_reason": "不是本案当事人"}, id="撤销立案"),
    ],
)
def test_a_case_that_ends_gives_the_goods_back(ordinary: CaseFile, kind: str, facts: dict[str, Any]):
    case = sealed(ordinary)
    assert case.try_(kind, "2026-03-16T09:00", **facts) == ["sealing-open"]
    case.do("lift_sealing", "2026-03-16T10:00", lift_ground="no_deed", returned="退还")
    assert case.try_(kind, "2026-03-16T11:00", **facts) == []


def test_perishable_goods_are_sold(ordinary: CaseFile):
    sale = {"sale_items": "活鱼二十斤", "sale_reason": "不易保管，委托变卖", "sale_yuan": "300.00"}
    case = sealed(ordinary).do("sell_perishable", "2026-03-07T09:00", **sale)
    assert case.state.known("sale_yuan") == "300.00"


def test_seized_after_having_been_held(ordinary: CaseFile):
    case = opened(ordinary).do("approve_hold", "2026-03-05T09:00", hold_reason="易转移", hold_items="翻斗车一辆")
    held = {"hold_place": "停车场", "hold_keeper": "甲", "hold_urgent": False}
    case.do("hold_evidence", "2026-03-05T10:00", **held).do("approve_sealing", "2026-03-06T09:00", **WHAT)
    case.do("seal_property", "2026-03-06T11:10", **DONE)
    case.do("handle_hold", "2026-03-06T11:20", hold_handling="sealed", hold_outcome="转为扣押")
