"""送达与公示 Each way of serving, in time, and what is disclosed."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import (
    SERVED,
    CaseFile,
    approved,
    notified,
)

POST = {"service_method": "post", "service_reason": "当事人在外地务工", "post_result": "received"}
NOTICE = {"service_method": "public_notice", "service_reason": "查无下落", "published_where": "镇公告栏、门户网站"}


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
        pytest.param({"recipient_relation": "family"}, [], id="同住成年家属签收"),
        pytest.param({"recipient_relation": "receiving_clerk"}, ["service-signer-wrong"], id="公民没有负责收件的人"),
        pytest.param({"recipient_relation": None}, ["service-signer-missing"], id="没有写明签收人是谁"),
        pytest.param({**POST, "service_reason": ""}, ["service-reason-missing"], id="邮寄没有写原因"),
        pytest.param(POST, [], id="邮寄签收"),
        pytest.param({**POST, "post_result": None}, ["post-result-missing"], id="邮寄还没有结果"),
        pytest.param({**POST, "post_result": "returned"}, ["service-returned"], id="邮寄被退回"),
        pytest.param({"service_method": "entrusted"}, ["service-reason-missing"], id="委托没有写原因"),
        pytest.param(
            {"service_method": "public_notice"},
            ["notice-place-missing", "service-not-tried", "service-reason-missing"],
            id="公告什么都没有写",
        ),
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
    assert case.try_("serve_decision", "2026-03-25T10:00", **facts) == ["e-service-review-channel"]
    case.do("serve_decision", "2026-03-25T10:00", **facts, review_channel="示意复议平台")


@pytest.mark.parametrize(
    ("kind", "relation", "found"),
    [
        pytest.param("organisation", "receiving_clerk", [], id="单位的收件人"),
        pytest.param("organisation", "self", ["service-signer-wrong"], id="单位没有本人"),
        pytest.param("organisation", "family", ["service-signer-wrong"], id="家属不能替单位收"),
        pytest.param("self_employed", "self", [], id="个体户本人"),
        pytest.param("self_employed", "receiving_clerk", [], id="个体户的收件人"),
    ],
)
def test_who_may_sign_for_whom(ordinary: CaseFile, kind: str, relation: str, found: list[str]):
    case = approved(ordinary.with_(party_kind=kind))
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    facts = {**SERVED, "served_on": "2026-03-23", "recipient_relation": relation}
    assert case.try_("serve_notice", "2026-03-23T15:00", **facts) == found


def test_a_returned_letter_is_served_at_the_confirmed_address_in_market_supervision(ordinary: CaseFile):
    case = approved(ordinary.with_(domain="市场监管"))
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    facts = {**SERVED, **POST, "post_result": "returned", "served_on": "2026-03-23"}
    assert case.try_("serve_notice", "2026-03-23T15:00", **facts) == []


def test_public_notice_after_what_was_tried_in_vain(ordinary: CaseFile):
    case = approved(ordinary)
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    tried = {"service_method": "direct", "attempted_on": "2026-03-23", "attempt_detail": "上门三次无人，邻居说已搬走"}
    assert case.try_("attempt_service", "2026-03-23T16:00", **{**tried, "service_method": "public_notice"}) == [
        "attempt-by-notice"
    ]
    case.do("attempt_service", "2026-03-23T16:00", **tried)
    facts = {**SERVED, **NOTICE, "served_on": "2026-03-24"}
    case.do("serve_notice", "2026-03-24T15:00", **facts)
    assert case.try_("decide_penalty", "2026-04-23T09:00") == [
        "notice-not-served",
        "correction-not-ordered",
    ]


def test_an_order_to_correct_is_served_too(ordinary: CaseFile):
    case = approved(ordinary)
    facts = {**SERVED, "served_on": "2026-03-23"}
    assert case.try_("serve_correction", "2026-03-23T15:00", **facts) == ["act-missing"]
    case.do("order_correction", "2026-03-20T10:00", demand="三日内清运完毕")
    case.do("serve_correction", "2026-03-23T15:00", **facts)
    assert case.state.stage == "approved"


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
