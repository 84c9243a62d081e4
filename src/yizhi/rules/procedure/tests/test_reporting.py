"""报送备案 Which penalties and coercion are major, to both sides of each bound; the fifteen days; what is asked and told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from yizhi.rules.procedure import limits
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.major import how_sure, major_coercion, major_penalty
from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, notified
from yizhi.rules.procedure.tests.test_sealing import sealed

REPORT = {"reported_on": "2026-04-09", "reported_to": "示意市司法局", "reported_what": "决定书、备案报告、说明材料"}


@pytest.mark.parametrize(
    ("party", "facts", "major"),
    [
        pytest.param("individual", {"fine_yuan": "4999.99"}, False, id="公民罚款差一分"),
        pytest.param("individual", {"fine_yuan": "5000.00"}, True, id="公民罚款五千元"),
        pytest.param("self_employed", {"fine_yuan": "5000.00"}, True, id="个体户按公民从严"),
        pytest.param("organisation", {"fine_yuan": "49999.99"}, False, id="单位罚款差一分"),
        pytest.param("organisation", {"fine_yuan": "50000.00"}, True, id="单位罚款五万元"),
        pytest.param("organisation", {"confiscation_yuan": "50000.00"}, True, id="没收同等数额"),
        pytest.param("individual", {"confiscation_yuan": "4999.99"}, False, id="没收差一分"),
        pytest.param("individual", {"penalty_kinds": ["stop_business"]}, True, id="停产停业没有写多久"),
        pytest.param(
            "individual", {"penalty_kinds": ["stop_business"], "stop_business_days": 27}, False, id="停业二十七日"
        ),
        pytest.param("individual", {"penalty_kinds": ["stop_business"], "stop_business_days": 28}, True, id="停业满月"),
        pytest.param("individual", {"penalty_kinds": ["revoke"]}, True, id="吊销"),
        pytest.param("individual", {"penalty_kinds": ["warning"]}, False, id="警告"),
    ],
)
def test_major_penalty(circumstances: Circumstances, party: str, facts: dict[str, Any], major: bool):
    assert bool(major_penalty(facts, replace(circumstances, party_kind=party))) is major


@pytest.mark.parametrize(
    ("facts", "major"),
    [
        pytest.param({"seal_kind": "sealing", "seal_items": "仓库"}, False, id="查封仓库"),
        pytest.param({"seal_kind": "sealing", "seal_effect": ["premises"]}, True, id="查封经营场所致停产"),
        pytest.param({"seal_kind": "seizure", "seal_items": "营业执照正本"}, True, id="扣押执照"),
        pytest.param({"seal_kind": "seizure", "seal_items": "翻斗车一辆"}, False, id="扣押车辆"),
        pytest.param({"enforce_way": "demolish"}, True, id="强制拆除"),
        pytest.param({"enforce_way": "ban"}, True, id="取缔、关闭"),
        pytest.param({"enforce_way": "restore"}, False, id="恢复原状"),
    ],
)
def test_major_coercion(circumstances: Circumstances, facts: dict[str, Any], major: bool):
    assert bool(major_coercion(facts, circumstances)) is major


def test_the_source_is_shown_as_unconfirmed(circumstances: Circumstances):
    assert "未核实" in how_sure(circumstances.table["sc-major-penalty-threshold"])


def decided(case: CaseFile, fine: str) -> CaseFile:
    case = notified(case, proposed_fine_yuan=fine).do("waive_defence", "2026-03-24T09:00")
    return case.do("decide_penalty", "2026-03-25T09:00").do(
        "serve_decision", "2026-03-25T15:00", served_on="2026-03-25", **SERVED
    )


def running(case: CaseFile, clock: str, day: str) -> list[date | None]:
    seen = case.seen("report_penalty", f"{day}T09:00")
    return [limit.due.due for limit in limits(case.state, seen) if limit.id == clock and limit.met_on is None]


def test_fifteen_days_run_from_a_major_penalty_only(ordinary: CaseFile):
    assert running(decided(ordinary.with_(), "4999.00"), "major_penalty", "2026-03-26") == []
    assert running(decided(ordinary, "5000.00"), "major_penalty", "2026-03-26") == [date(2026, 4, 9)]


@pytest.mark.parametrize(
    ("fine", "at", "found"),
    [
        pytest.param("5000.00", "2026-04-09T17:00", [], id="最后一天"),
        pytest.param("5000.00", "2026-04-10T09:00", ["report-late"], id="次日"),
        pytest.param("800.00", "2026-04-09T17:00", ["not-recognised-as-major"], id="没有达到数额"),
    ],
)
def test_reporting(ordinary: CaseFile, fine: str, at: str, found: list[str]):
    assert decided(ordinary, fine).try_("report_penalty", at, **REPORT) == found


def test_reported_the_limit_is_met(ordinary: CaseFile):
    case = decided(ordinary, "5000.00").do("report_penalty", "2026-04-09T10:00", **REPORT)
    assert running(case, "major_penalty", "2026-04-20") == []


def test_whoever_decides_is_told(ordinary: CaseFile):
    case = notified(ordinary, proposed_fine_yuan="5000.00").do("waive_defence", "2026-03-24T09:00")
    told = [reason for reason in case.judge("decide_penalty", "2026-03-25T09:00") if reason.code == "report-due"]
    assert [reason.severity for reason in told] == ["note"] and "未核实" in told[0].sentence


@pytest.mark.parametrize(
    ("items", "found"),
    [
        pytest.param("食品经营许可证正本", [], id="扣押许可证"),
        pytest.param("翻斗车一辆", ["not-recognised-as-major"], id="扣押车辆"),
    ],
)
def test_coercion_is_reported(ordinary: CaseFile, items: str, found: list[str]):
    case = sealed(ordinary, seal_items=items)
    assert running(case, "major_coercion", "2026-03-10") == ([] if found else [date(2026, 3, 23)])
    assert case.try_("report_coercion", "2026-03-20T09:00", **REPORT | {"reported_on": "2026-03-20"}) == found
