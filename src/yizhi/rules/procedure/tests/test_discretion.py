"""裁量 A fine within its tier, at its bounds, and outside it: who must say why, and who must agree."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from yizhi.rules.procedure.benchmark import Tier
from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, approved

LIGHT = Tier(
    "较轻", "不足五立方米", "罚款300元至500元", "示意县司法局", False, "示意基准〔2025〕1号", Decimal(300), Decimal(500)
)
COMMON = replace(
    LIGHT, name="一般", factors="五立方米以上", words="罚款500元至1000元", low=Decimal(500), high=Decimal(1000)
)
OWN = replace(COMMON, own=True, issuer="示意镇人民政府")
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
