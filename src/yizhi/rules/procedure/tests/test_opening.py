"""立案 Limitation, late assessment, questions a person answers, and passing a case on."""

import pytest

from yizhi.rules.procedure.tests.case_file import (
    INQUIRY,
    LEAD,
    CaseFile,
    only,
    opened,
)


@pytest.mark.parametrize(
    ("act_day", "grave", "found"),
    [
        pytest.param("2024-03-02", False, [], id="满二年当日发现"),
        pytest.param("2024-03-01", False, ["out-of-time"], id="超过二年一日"),
        pytest.param("2021-03-02", True, [], id="五年当日"),
        pytest.param("2021-03-01", True, ["out-of-time"], id="超过五年一日"),
        pytest.param("2023-03-02", None, ["out-of-time"], id="没有说明五年情形"),
    ],
)
def test_limitation(ordinary: CaseFile, act_day: str, grave: bool | None, found: list[str]):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD, act_day=act_day)
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    facts = {"handlers": ["甲", "乙"], "grounds": "有证据"} | ({} if grave is None else {"grave_harm": grave})
    assert ordinary.try_("open_case", "2026-03-04T09:00", **facts) == found


@pytest.mark.parametrize(
    ("domain", "last", "late"),
    [
        pytest.param("农业", "2026-03-11", "2026-03-12", id="农业七个工作日"),
        pytest.param("住建/城管", "2026-03-23", "2026-03-24", id="住建十五个工作日"),
        pytest.param("市场监管", "2026-03-23", "2026-03-24", id="市监十五个工作日"),
    ],
)
def test_opening_late_is_answered_for(ordinary: CaseFile, domain: str, last: str, late: str):
    case = ordinary.with_(domain=domain).do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    case.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    facts = {"handlers": ["甲", "乙"], "grounds": "有证据"}
    assert case.try_("open_case", f"{last}T17:00", **facts) == []
    assert case.try_("open_case", f"{late}T09:00", **facts) == ["assessment-overdue"]
    case.do("open_case", f"{late}T09:00", **facts, answers={"assessment-overdue": "当事人外出，核查受阻"})


def test_an_answered_question_stays_visible(ordinary: CaseFile):
    case = ordinary.with_(domain="农业").do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    case.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    facts = {"handlers": ["甲", "乙"], "grounds": "有证据", "answers": {"assessment-overdue": "核查受阻"}}
    reasons = case.judge("open_case", "2026-03-12T09:00", **facts)
    assert [(reason.code, reason.severity, reason.cure) for reason in reasons] == [
        ("assessment-overdue", "note", "已说明：核查受阻")
    ]


def test_a_stop_is_not_answered_away(ordinary: CaseFile):
    case = opened(ordinary)
    found = case.try_("inquire", "2026-03-05T10:05", ("甲",), **INQUIRY, answers={"officers-too-few": "人手不够"})
    assert found == ["officers-too-few"]


@pytest.mark.parametrize(("domain", "severity"), [("市场监管", "stop"), ("农业", "stop"), ("住建/城管", "ask")])
def test_received_case_is_not_passed_on(ordinary: CaseFile, domain: str, severity: str):
    case = ordinary.with_(domain=domain).do("register_lead", "2026-03-02T09:00", **LEAD | {"source": "transferred"})
    reason = only(
        case, "transfer_case", "2026-03-03T09:00", "no-second-transfer", transfer_to="演示机关", reason="管辖"
    )
    assert reason.severity == severity
