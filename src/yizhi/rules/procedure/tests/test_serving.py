"""送达与公示 Each way of serving, in time, and what is disclosed."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import (
    SERVED,
    CaseFile,
    approved,
    notified,
)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({}, [], id="直接送达"),
        pytest.param({"service_method": "on_the_spot"}, ["service-not-on-the-spot"], id="隔日不是当场交付"),
        pytest.param(
            {"service_method": "left", "service_reason": "拒收"}, ["service-left-unwitnessed"], id="留置没有见证"
        ),
        pytest.param({"service_method": "left", "service_reason": "拒收", "witness": "村干部"}, [], id="留置有见证人"),
        pytest.param({"service_method": "left", "service_reason": "拒收", "evidence": ["a"]}, [], id="留置有录像"),
        pytest.param({"service_method": "electronic"}, ["e-service-not-agreed"], id="没有同意电子送达"),
        pytest.param({"service_method": "post"}, ["service-reason-missing"], id="邮寄没有写原因"),
        pytest.param({"service_method": "public_notice"}, ["service-reason-missing"], id="公告没有写原因"),
        pytest.param({"served_on": "2026-03-19"}, ["served-before-issued"], id="送达早于作出"),
    ],
)
def test_ways_of_service(ordinary: CaseFile, change: dict[str, Any], found: list[str]):
    case = approved(ordinary)
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    facts = {"served_on": "2026-03-23", **SERVED} | change
    assert case.try_("serve_notice", "2026-03-23T15:00", **facts) == found


def test_electronic_service_after_consent_names_the_review_channel(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("decide_penalty", "2026-03-25T09:00")
    case.entries[3] = case.entries[3].__class__(
        "4", "tell_rights", case.entries[3].done_at, officers=("甲", "乙"), facts={"e_service_consent": True}
    )
    facts = SERVED | {"service_method": "electronic", "served_on": "2026-03-25"}
    reasons = case.judge("serve_decision", "2026-03-25T10:00", **facts)
    assert [(reason.code, reason.severity) for reason in reasons] == [("e-service-review-channel", "note")]


@pytest.mark.parametrize(
    ("served", "found"),
    [
        pytest.param("2026-04-03", [], id="第七个工作日"),
        pytest.param("2026-04-07", ["service-late"], id="清明以后是第八个"),
    ],
)
def test_decision_served_in_seven_workdays(ordinary: CaseFile, served: str, found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("decide_penalty", "2026-03-25T09:00")
    assert case.try_("serve_decision", f"{served}T10:00", served_on=served, **SERVED) == found


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        pytest.param({"disclosed": True}, ["disclosure-detail-missing"], id="公示没写脱敏"),
        pytest.param({"disclosed": False}, ["disclosure-detail-missing"], id="不公示没写理由"),
        pytest.param({"disclosed": True, "redaction": "隐去姓名"}, [], id="公示已脱敏"),
    ],
)
def test_disclosure(ordinary: CaseFile, facts: dict[str, Any], found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("decide_penalty", "2026-03-25T09:00")
    assert case.try_("review_disclosure", "2026-03-26T09:00", **facts) == found
