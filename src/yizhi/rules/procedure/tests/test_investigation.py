"""调查 Records, suspension, tests and extensions by domain."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import (
    INQUIRY,
    CaseFile,
    only,
    opened,
)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"credentials_shown": False}, "credentials-not-shown", id="没有出示证件"),
        pytest.param({"rights_told": False}, "rights-not-told", id="没有告知权利"),
        pytest.param({"ended_at": "2026-03-05T09:00"}, "record-ends-before-start", id="起止时间颠倒"),
    ],
)
def test_inquiry(ordinary: CaseFile, change: dict[str, Any], code: str):
    assert opened(ordinary).try_("inquire", "2026-03-05T10:05", **INQUIRY | change) == [code]


def test_nothing_is_investigated_while_suspended(ordinary: CaseFile):
    case = opened(ordinary).do("tell_rights", "2026-03-05T08:00", rights_told=True, service_address="村1号")
    assert case.try_("resume_investigation", "2026-03-06T09:00", resume_on="2026-03-06") == [
        "act-missing",
        "not-suspended",
    ]
    case.do("suspend_investigation", "2026-03-06T09:00", suspend_ground="force_majeure", reason="洪水")
    assert case.try_("inquire", "2026-03-09T10:05", **INQUIRY) == ["investigation-suspended"]
    again = case.try_("suspend_investigation", "2026-03-09T09:00", suspend_ground="force_majeure", reason="洪水")
    assert again == ["investigation-suspended"]
    assert case.try_("resume_investigation", "2026-03-20T09:00", resume_on="2026-03-05") == ["resumed-before-suspended"]
    case.do("resume_investigation", "2026-03-20T09:00", resume_on="2026-03-20")
    case.do("inquire", "2026-03-20T10:05", **INQUIRY)


def test_transport_says_that_the_clock_runs_on(ordinary: CaseFile):
    case = opened(ordinary.with_(domain="交通"))
    reasons = case.judge("suspend_investigation", "2026-03-06T09:00", suspend_ground="force_majeure", reason="洪水")
    assert [(reason.code, reason.severity) for reason in reasons] == [("clock-runs-on", "note")]


def test_investigation_ends_with_evidence(ordinary: CaseFile):
    case = opened(ordinary).do("tell_rights", "2026-03-05T08:00", rights_told=True, service_address="村1号")
    facts = {
        "facts_found": "无",
        "evidence_summary": "无",
        "violated": "一",
        "basis": "二",
        "gravity": "ordinary",
        "proposal": "罚",
    }
    assert case.try_("conclude_investigation", "2026-03-06T09:00", **facts) == ["evidence-missing"]


def test_outstanding_test_is_asked_about(ordinary: CaseFile):
    case = opened(ordinary).do("inquire", "2026-03-05T10:05", **INQUIRY)
    test = {"test_ground": "检测", "test_body": "演示机构", "test_subject": "是否含石棉", "evidence": ["a"]}
    case.do("entrust_test", "2026-03-06T09:00", **test)
    facts = {
        "facts_found": "无",
        "evidence_summary": "无",
        "violated": "一",
        "basis": "二",
        "gravity": "ordinary",
        "proposal": "罚",
    }
    assert case.try_("conclude_investigation", "2026-03-09T09:00", **facts) == ["test-outstanding"]
    case.do("receive_test", "2026-03-10T09:00", test_result="不含", evidence=["b"])
    case.do("conclude_investigation", "2026-03-11T09:00", **facts)


@pytest.mark.parametrize(
    ("domain", "steps", "refused"),
    [
        pytest.param("住建/城管", [(30, "负责人"), (60, "负责人集体讨论")], (1, "负责人"), id="住建三十日加六十日"),
        pytest.param("市场监管", [(30, "负责人"), (200, "负责人集体讨论")], (30, "负责人"), id="市监三十日加合理期限"),
        pytest.param("农业", [(30, "负责人"), (90, "上一级机关")], (30, "负责人"), id="农业三十日加上一级"),
        pytest.param("交通", [(30, "负责人")], (30, "负责人"), id="交通只有一次"),
        pytest.param("其他", [], (30, "负责人"), id="没有规章的领域不能延长"),
    ],
)
def test_extensions_by_domain(ordinary: CaseFile, domain: str, steps: list, refused: tuple):
    case = opened(ordinary.with_(domain=domain))
    assert case.try_(
        "extend_case", "2026-03-10T09:00", extension_days=61, extension_reason="复杂", extension_by="负责人"
    ) == ["extension-refused"]
    for days, by in steps:
        case.do("extend_case", "2026-03-10T09:00", extension_days=days, extension_reason="案情复杂", extension_by=by)
    days, by = refused
    reason = only(
        case,
        "extend_case",
        "2026-03-10T10:00",
        "extension-refused",
        extension_days=days,
        extension_reason="复杂",
        extension_by=by,
    )
    assert reason.cure


def test_extension_comes_before_the_last_day(ordinary: CaseFile):
    case = opened(ordinary)
    facts = {"extension_days": 30, "extension_reason": "复杂", "extension_by": "负责人"}
    assert case.try_("extend_case", "2026-06-02T09:00", **facts) == []
    assert case.try_("extend_case", "2026-06-03T09:00", **facts) == ["extension-late"]
