"""强制执行 Own enforcement and substitute performance: every refusal, both sides of every boundary, every way out."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, demanded, served

OWN: dict[str, Any] = {
    "enforce_way": "restore",
    "own_power_basis": "《中华人民共和国城乡规划法》第六十五条",
    "planning_area": "village",
    "enforce_reason": "经催告仍不履行",
    "enforce_at": "2026-10-27T10:00",
}
SUBSTITUTE: dict[str, Any] = {
    "substitute_ground": "pollution",
    "substitute_what": "河岸建筑垃圾",
    "substitute_way": "清运到消纳点",
    "substitute_at": "2026-10-15T10:00",
    "substitute_by": "本机关",
    "substitute_cost_yuan": "1200.00",
    "enforce_reason": "经催告仍不清运",
}
DUTIES = {"duties_left": "清运剩余建筑垃圾"}


def enforced(case: CaseFile, **more: Any) -> CaseFile:
    return demanded(served(case), **DUTIES).do("decide_enforcement", "2026-10-21T09:00", **OWN | more)


@pytest.mark.parametrize(
    ("at", "change", "found"),
    [
        pytest.param("2026-10-20T09:00", {}, ["demand-time-running"], id="催告书期限最后一天"),
        pytest.param("2026-10-21T09:00", {}, [], id="催告书期满"),
        pytest.param("2026-10-21T09:00", {"enforce_at": "2026-10-27T18:00"}, ["enforcement-at-night"], id="晚上六点"),
        pytest.param("2026-10-21T09:00", {"enforce_at": "2026-10-27T17:59"}, [], id="六点以前"),
        pytest.param("2026-10-21T09:00", {"enforce_at": "2026-10-27T07:59"}, ["enforcement-at-night"], id="早上八点前"),
        pytest.param("2026-10-21T09:00", {"enforce_at": "2026-10-25T10:00"}, ["enforcement-at-night"], id="星期日"),
        pytest.param(
            "2026-10-21T09:00",
            {"enforce_at": "2026-10-25T10:00", "urgent_reason": "汛情紧急"},
            [],
            id="星期日，情况紧急",
        ),
        pytest.param("2026-10-21T09:00", {"enforce_plan": "停止供水直到履行"}, ["utilities-cut"], id="停水"),
        pytest.param("2026-10-21T09:00", {"enforce_plan": "断电"}, ["utilities-cut"], id="断电"),
        pytest.param("2026-10-21T09:00", {"own_power_basis": ""}, ["fields-missing"], id="没有法律授权"),
        pytest.param("2026-10-21T09:00", {"enforce_way": "transfer"}, [], id="划拨，加处已经超过三十日"),
        pytest.param("2026-10-21T09:00", {"enforce_way": "demolish"}, ["demolition-not-announced"], id="拆除没有公告"),
    ],
)
def test_own_enforcement(ordinary: CaseFile, at: str, change: dict[str, Any], found: list[str]):
    assert demanded(served(ordinary), **DUTIES).try_("decide_enforcement", at, **OWN | change) == found


def test_night_as_the_county_decided(ordinary: CaseFile):
    case = demanded(served(ordinary.with_(readings={"night-hours": "sleep"})), **DUTIES)
    assert case.try_("decide_enforcement", "2026-10-21T09:00", **OWN | {"enforce_at": "2026-10-27T21:59"}) == []


@pytest.mark.parametrize(
    ("reading", "way", "found"),
    [
        pytest.param("wait", "restore", ["remedies-running"], id="没有裁定，都等"),
        pytest.param("only-demolition", "restore", [], id="裁定只有拆除要等"),
        pytest.param("only-demolition", "demolish", ["remedies-running"], id="拆除总要等"),
    ],
)
def test_before_review_and_suit_have_run_out(ordinary: CaseFile, reading: str, way: str, found: list[str]):
    case = demanded(
        served(ordinary.with_(readings={"enforcement-waits": reading})), "2026-06-01", **DUTIES, perform_by="2026-06-15"
    )
    case.do(
        "announce_demolition",
        "2026-06-02T09:00",
        demolish_what="棚",
        demolish_until="2026-06-20",
        published_where="现场",
    )
    assert case.try_("decide_enforcement", "2026-06-24T09:00", **OWN | {"enforce_way": way}) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [pytest.param("2026-10-20", ["demand-time-running"], id="同日"), pytest.param("2026-10-21", [], id="公告期满")],
)
def test_demolition_after_it_was_announced(ordinary: CaseFile, day: str, found: list[str]):
    case = demanded(served(ordinary), **DUTIES)
    facts = {"demolish_what": "砖房一间", "demolish_until": "2026-10-19", "published_where": "现场张贴"}
    case.do("announce_demolition", "2026-10-10T09:00", **facts)
    assert case.try_("decide_enforcement", f"{day}T09:00", **OWN | {"enforce_way": "demolish"}) == found


def test_money_is_taken_only_after_thirty_days_of_added_fine(ordinary: CaseFile):
    case = served(ordinary.with_(readings={"enforcement-waits": "only-demolition"}))
    demanded(case, "2026-04-13", perform_by="2026-05-01")
    facts = OWN | {"enforce_way": "transfer", "enforce_at": "2026-05-20T10:00"}
    assert case.try_("decide_enforcement", "2026-05-11T09:00", **facts) == ["added-fine-too-short"]
    assert case.try_("decide_enforcement", "2026-05-12T09:00", **facts) == []


def test_nothing_is_carried_out_while_it_is_contested(ordinary: CaseFile):
    case = enforced(ordinary).do("serve_enforcement", "2026-10-22T10:00", served_on="2026-10-22", **SERVED)
    asked = {
        "contest_number": "示意1号",
        "court": "示意法院",
        "received_on": "2026-10-23",
        "contest_from": "2026-10-22",
    }
    case.do("receive_suit", "2026-10-23T09:00", **asked)
    carried = {"started_at": "2026-10-27T10:00", "ended_at": "2026-10-27T11:00", "enforce_result": "已清运"}
    assert case.try_("carry_out_enforcement", "2026-10-27T11:00", **carried) == ["contest-pending"]
    ruled = case.with_(readings={"enforcement-waits": "only-demolition"})
    assert ruled.try_("carry_out_enforcement", "2026-10-27T11:00", **carried) == []


def test_nothing_is_carried_out_before_the_decision_is_served(ordinary: CaseFile):
    case = enforced(ordinary)
    carried = {"started_at": "2026-10-27T10:00", "ended_at": "2026-10-27T11:00", "enforce_result": "已清运"}
    assert case.try_("carry_out_enforcement", "2026-10-27T11:00", **carried) == ["enforcement-not-served"]
    case.do("serve_enforcement", "2026-10-22T10:00", served_on="2026-10-22", **SERVED)
    night = carried | {"started_at": "2026-10-27T19:00", "ended_at": "2026-10-27T20:00"}
    assert case.try_("carry_out_enforcement", "2026-10-27T20:00", **night) == ["enforcement-at-night"]
    case.do("carry_out_enforcement", "2026-10-27T11:00", **carried)


@pytest.mark.parametrize(
    ("at", "change", "found"),
    [
        pytest.param("2026-10-12T09:00", {}, [], id="代履行三个工作日以前已经催告"),
        pytest.param("2026-10-12T09:00", {"substitute_at": "2026-10-13T10:00"}, [], id="正好三个工作日"),
        pytest.param(
            "2026-10-10T09:00", {"substitute_at": "2026-10-12T10:00"}, ["substitute-too-soon"], id="只有两个工作日"
        ),
        pytest.param("2026-10-12T09:00", {"substitute_way": "停水后清运"}, ["utilities-cut"], id="停水"),
        pytest.param(
            "2026-10-12T09:00", {"substitute_at": "2026-10-15T20:00"}, ["enforcement-at-night"], id="夜间代履行"
        ),
    ],
)
def test_substitute_performance(ordinary: CaseFile, at: str, change: dict[str, Any], found: list[str]):
    case = demanded(served(ordinary), **DUTIES, demand_for="substitute")
    assert case.try_("decide_substitute", at, **SUBSTITUTE | change) == found


def test_what_lies_on_the_road_is_cleared_at_once(ordinary: CaseFile):
    case = served(ordinary)
    facts = SUBSTITUTE | {"substitute_at": "2026-04-01T10:00"}
    assert case.try_("decide_substitute", "2026-04-01T09:00", **facts) == ["demand-not-served"]
    case.do("decide_substitute", "2026-04-01T09:00", **facts, substitute_at_once=True)
    carried = {"started_at": "2026-04-01T10:00", "ended_at": "2026-04-01T11:00", "enforce_result": "已清除"}
    case.do("carry_out_enforcement", "2026-04-01T11:00", **carried)
    case.do("serve_substitute", "2026-04-01T15:00", served_on="2026-04-01", **SERVED)


def test_pause_resume_and_end(ordinary: CaseFile):
    case = enforced(ordinary)
    assert case.try_("resume_enforcement", "2026-10-22T09:00", reason="恢复") == ["enforcement-not-paused"]
    case.do("suspend_enforcement", "2026-10-22T09:00", enforce_suspend_ground="unable", reason="住院")
    case.do("serve_enforcement", "2026-10-22T10:00", served_on="2026-10-22", **SERVED)
    carried = {"started_at": "2026-10-27T10:00", "ended_at": "2026-10-27T11:00", "enforce_result": "已清运"}
    assert case.try_("carry_out_enforcement", "2026-10-27T11:00", **carried) == ["enforcement-paused"]
    assert case.try_("suspend_enforcement", "2026-10-23T09:00", enforce_suspend_ground="unable", reason="又") == [
        "enforcement-paused"
    ]
    three = {"enforce_end_ground": "three_years", "reason": "确无能力履行"}
    assert case.try_("end_enforcement", "2029-10-22T09:00", **three) == ["suspension-too-short"]
    assert case.try_("end_enforcement", "2029-10-23T09:00", **three) == []
    case.do("resume_enforcement", "2026-10-28T09:00", reason="出院")
    assert case.try_("close_case", "2026-10-28T10:00", closing_way="enforcement_ended") == ["ending-missing"]
    case.do("end_enforcement", "2026-10-29T09:00", enforce_end_ground="object_gone", reason="标的灭失")
    case.do("close_case", "2026-10-30T09:00", closing_way="enforcement_ended")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({}, [], id="不减免"),
        pytest.param({"late_fine_waived_yuan": "800.00", "remedied": True}, [], id="减免全部加处"),
        pytest.param(
            {"late_fine_waived_yuan": "800.01", "remedied": True}, ["waiver-too-much"], id="多减一分就减到本金了"
        ),
        pytest.param({"late_fine_waived_yuan": "1.00"}, ["waiver-without-remedy"], id="没有补救措施"),
    ],
)
def test_an_agreement_waives_at_most_the_added_fine(ordinary: CaseFile, change: dict[str, Any], found: list[str]):
    terms = {"agreement_terms": "分两次清运", "perform_by": "2026-12-01"}
    assert enforced(ordinary).try_("make_agreement", "2026-10-22T09:00", **terms | change) == found
