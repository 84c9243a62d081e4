"""裁量 A fine within its tier, at its bounds, and outside it: who must say why, and who must agree."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from yizhi.rules.procedure.benchmark import Tier, refined_within
from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, approved

LIGHT = Tier(
    "较轻", "不足五立方米", "罚款300元至500元", "示意县司法局", False, "示意基准〔2025〕1号", Decimal(300), Decimal(500)
)
COMMON = replace(
    LIGHT, name="一般", factors="五立方米以上", words="罚款500元至1000元", low=Decimal(500), high=Decimal(1000)
)
OWN = replace(COMMON, own=True, issuer="示意镇人民政府")
OUTSIDE = ["outside-benchmark", "deviation-not-approved"]
TOLD = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "1"}


def told(case: CaseFile, tier: Tier, **facts: Any) -> list[str]:
    case = approved(case).with_(benchmark=(LIGHT, tier))
    return case.try_("prior_notice", "2026-03-20T11:00", **(TOLD | {"discretion_tier": tier.label} | facts))


@pytest.mark.parametrize(
    ("fine", "found"),
    [
        pytest.param("499.99", ["outside-benchmark", "deviation-not-approved"], id="低于下限一分"),
        pytest.param("500.00", [], id="下限"),
        pytest.param("1000.00", [], id="上限"),
        pytest.param("1000.01", ["outside-benchmark", "deviation-not-approved"], id="高于上限一分"),
    ],
)
def test_bounds_belong_to_the_tier(ordinary: CaseFile, fine: str, found: list[str]):
    assert told(ordinary, COMMON, proposed_fine_yuan=fine) == found


@pytest.mark.parametrize(
    ("tier", "facts", "found"),
    [
        pytest.param(COMMON, {"discretion_outside": "后果轻"}, ["deviation-not-approved"], id="上级基准没有批准"),
        pytest.param(
            COMMON, {"discretion_outside": "后果轻", "deviation_approval": "示意批〔2026〕1号"}, [], id="上级基准经批准"
        ),
        pytest.param(OWN, {}, ["outside-benchmark"], id="本机关基准没有理由"),
        pytest.param(OWN, {"discretion_outside": "后果轻"}, [], id="本机关基准写明理由，告知时还不用讨论"),
    ],
)
def test_outside_needs_reasons_and_approval(ordinary: CaseFile, tier: Tier, facts: dict[str, str], found: list[str]):
    assert told(ordinary, tier, proposed_fine_yuan="400.00", **facts) == found


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        pytest.param({"discretion_tier": ""}, ["tier-missing"], id="没有选"),
        pytest.param({"discretion_tier": "一般：以前的基准"}, ["tier-unknown"], id="不是行为日有效的基准"),
    ],
)
def test_tier_is_named(ordinary: CaseFile, facts: dict[str, str], found: list[str]):
    assert told(ordinary, COMMON, **facts) == found


def test_no_benchmark_asks_nothing(ordinary: CaseFile):
    assert approved(ordinary).try_("prior_notice", "2026-03-20T11:00", **TOLD) == []


@pytest.mark.parametrize(
    ("fine", "found"),
    [
        pytest.param("1000.00", ["mitigation-due"], id="最高数额"),
        pytest.param("999.99", [], id="低于最高数额"),
    ],
)
def test_with_a_ground_to_be_lighter_the_fine_is_not_the_highest(ordinary: CaseFile, fine: str, found: list[str]):
    assert told(ordinary, COMMON, proposed_fine_yuan=fine, mitigation=["remedied"]) == found


def noticed_outside(case: CaseFile, **more: Any) -> CaseFile:
    case = approved(case).with_(benchmark=(LIGHT, OWN)).do("order_correction", "2026-03-20T10:00", demand="清运")
    facts = TOLD | {"discretion_tier": OWN.label, "proposed_fine_yuan": "400.00", "discretion_outside": "后果轻"} | more
    case.do("prior_notice", "2026-03-20T11:00", **facts)
    case.do("serve_notice", "2026-03-20T15:00", served_on="2026-03-20", **SERVED)
    return case.do("waive_defence", "2026-03-23T09:00")


def test_own_benchmark_is_left_after_a_discussion(ordinary: CaseFile):
    case = noticed_outside(ordinary)
    assert case.try_("decide_penalty", "2026-03-24T09:00") == ["deviation-not-decided"]
    facts = {"attendees": ["己", "辛"], "chair": "己", "discussion": "发言", "conclusion": "同意"}
    case.do("discuss", "2026-03-24T09:00", **facts).do("decide_penalty", "2026-03-24T10:00")
    assert case.entries[-1].facts["discretion_outside"] == "后果轻"


def test_own_benchmark_is_left_by_the_principal(ordinary: CaseFile):
    case = noticed_outside(ordinary, deviation_approval="主要负责人2026年3月19日批准")
    case.do("decide_penalty", "2026-03-24T09:00")


TIMES = replace(COMMON, words="货值金额的1倍至2倍", low=Decimal(1), high=Decimal(2), times_of="goods")


@pytest.mark.parametrize(
    ("fine", "facts", "found"),
    [
        pytest.param("2999.99", {"goods_value_yuan": "3000.00"}, OUTSIDE, id="低于一倍一分"),
        pytest.param("3000.00", {"goods_value_yuan": "3000.00"}, [], id="正好一倍"),
        pytest.param("6000.00", {"goods_value_yuan": "3000.00"}, [], id="正好两倍"),
        pytest.param("6000.01", {"goods_value_yuan": "3000.00"}, OUTSIDE, id="高于两倍一分"),
        pytest.param("3000.00", {}, ["tier-value-missing"], id="没有填货值"),
        pytest.param("3000.00", {"turnover_yuan": "3000.00"}, ["tier-value-missing"], id="填的是违法经营额"),
    ],
)
def test_times_of_a_value_become_yuan_by_the_facts(
    ordinary: CaseFile, fine: str, facts: dict[str, str], found: list[str]
):
    assert told(ordinary, TIMES, proposed_fine_yuan=fine, **facts) == found


def test_the_range_is_told_and_no_amount(ordinary: CaseFile):
    case = approved(ordinary).with_(benchmark=(TIMES,))
    facts = TOLD | {"discretion_tier": TIMES.label, "goods_value_yuan": "3000.00", "proposed_fine_yuan": "4000.00"}
    notes = [one for one in case.judge("prior_notice", "2026-03-20T11:00", **facts) if one.code == "range-of-tier"]
    assert [one.severity for one in notes] == ["note"]
    assert "罚款3000元至6000元" in notes[0].sentence and "数额由您定" in notes[0].sentence


def test_the_top_of_a_range_by_value_is_not_for_whom_the_law_spares(ordinary: CaseFile):
    facts = {"goods_value_yuan": "3000.00", "mitigation": ["remedied"]}
    assert told(ordinary, TIMES, proposed_fine_yuan="6000.00", **facts) == ["mitigation-due"]


TIMES_ABOVE = replace(TIMES, name="较重", words="货值金额的5倍至10倍", low=Decimal(5), high=Decimal(10))
UPPER = (LIGHT, COMMON, TIMES_ABOVE)


@pytest.mark.parametrize(
    ("tier", "refines", "found"),
    [
        pytest.param(COMMON, "", [], id="和上级一样"),
        pytest.param(replace(COMMON, low=Decimal(600), high=Decimal(800)), "", [], id="在上级以内"),
        pytest.param(replace(COMMON, low=Decimal("499.99")), "", ["refined-outside"], id="低于上级下限一分"),
        pytest.param(replace(COMMON, high=Decimal("1000.01")), "", ["refined-outside"], id="高于上级上限一分"),
        pytest.param(replace(COMMON, high=None), "", ["refined-outside"], id="没有写上限"),
        pytest.param(replace(COMMON, name="一般（一）"), "", ["upper-tier-missing"], id="上级没有这个阶次"),
        pytest.param(replace(COMMON, name="一般（一）"), "一般", [], id="写明细化哪一个"),
        pytest.param(replace(TIMES_ABOVE, low=Decimal(6)), "", [], id="倍数在上级以内"),
        pytest.param(replace(TIMES_ABOVE, high=Decimal(11)), "", ["refined-outside"], id="倍数超出上级"),
        pytest.param(replace(COMMON, name="较重"), "", ["refined-in-other-unit"], id="上级是倍数这里是元"),
    ],
)
def test_a_county_refines_within_the_benchmark_above(tier: Tier, refines: str, found: list[str]):
    reasons = list(refined_within(tier, refines, UPPER))
    assert [reason.code for reason in reasons] == found
    assert all(reason.article and reason.cure for reason in reasons)


def test_without_a_benchmark_above_the_county_makes_its_own():
    assert list(refined_within(COMMON, "", ())) == []
