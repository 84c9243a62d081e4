"""音像记录 Steps that lead to dispute say whether they were recorded, and why not."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import INQUIRY, SERVED, CaseFile, approved, opened

NOTICE = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "0"}
LEFT = {"service_method": "left", "service_reason": "拒收", "witness": "丁的邻居", "recipient": "丁", "evidence": ["a"]}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        pytest.param({"recorded": None}, [("recording-advised", "note")], id="没有写明，只提醒"),
        pytest.param({"recorded": True}, [], id="有记录"),
        pytest.param({"recorded": False}, [("recording-reason-missing", "stop")], id="没有记录也没有理由"),
        pytest.param({"recorded": False, "not_recorded_why": "设备故障"}, [], id="没有记录，写了理由"),
    ],
)
def test_inquiry(ordinary: CaseFile, told: dict[str, Any], found: list[tuple[str, str]]):
    facts = {key: value for key, value in (INQUIRY | told).items() if value is not None}
    reasons = opened(ordinary).judge("inquire", "2026-03-05T10:05", **facts)
    assert [(one.code, one.severity) for one in reasons] == found


@pytest.mark.parametrize(
    ("service", "advised"),
    [
        pytest.param(LEFT, True, id="留置送达"),
        pytest.param(SERVED, False, id="直接送达"),
    ],
)
def test_service(ordinary: CaseFile, service: dict[str, Any], advised: bool):
    case = approved(ordinary).do("prior_notice", "2026-03-20T11:00", **NOTICE)
    reasons = case.judge("serve_notice", "2026-03-23T15:00", served_on="2026-03-23", **service)
    assert ("recording-advised" in {one.code for one in reasons}) == advised
