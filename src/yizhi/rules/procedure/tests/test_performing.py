"""履行与执行 From the unpaid fine to the court, own enforcement, substitute performance: both sides of every boundary."""

from datetime import date
from typing import Any

import pytest

from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.remedies import court_start, remedy_end
from yizhi.rules.procedure.tests.case_file import DEMAND, CaseFile, demanded, served

COURT = {"court": "示意市人民法院", "apply_target": "罚款800元", "party_opinion": "没有提出"}
DEFERRAL = {"applied_on": "2026-04-07", "defer_kind": "defer", "pay_until": "2026-07-01", "reason": "低保户"}


@pytest.mark.parametrize(
    ("at", "change", "found"),
    [
        pytest.param("2026-04-08T09:00", {}, [], id="准予延期"),
        pytest.param(
            "2026-04-08T09:00", {"pay_until": "2026-04-09"}, ["deferral-too-short"], id="不晚于本来的最后一天"
        ),
        pytest.param("2026-04-08T09:00", {"defer_kind": "instalments"}, ["instalments-missing"], id="分期没有写每一期"),
        pytest.param("2026-04-10T09:00", {"applied_on": "2026-04-10"}, [], id="逾期申请，一般领域没有规定"),
    ],
)
def test_paying_later(ordinary: CaseFile, at: str, change: dict[str, Any], found: list[str]):
    assert served(ordinary).try_("defer_payment", at, **DEFERRAL | change) == found


def test_in_agriculture_it_is_asked_before_the_last_day(ordinary: CaseFile):
    case = served(ordinary.with_(domain="农业"))
    assert case.try_("defer_payment", "2026-04-10T09:00", **DEFERRAL | {"applied_on": "2026-04-10"}) == [
        "deferral-asked-late"
    ]


def test_nothing_owed_is_not_deferred(ordinary: CaseFile):
    case = served(ordinary).do("record_payment", "2026-04-07T09:00", paid_yuan="800.00", paid_on="2026-04-07")
    assert case.try_("defer_payment", "2026-04-08T09:00", **DEFERRAL) == ["nothing-owed"]


@pytest.mark.parametrize(
    ("day", "change", "found"),
    [
        pytest.param("2026-04-09", {}, ["payment-not-due"], id="最后一天还不能催告"),
        pytest.param("2026-04-10", {}, [], id="逾期第一天"),
        pytest.param("2026-04-10", {"demand_yuan": "799.99"}, ["demand-amount-wrong"], id="金额差一分"),
        pytest.param("2026-04-10", {"demand_yuan": None}, ["demand-amount-wrong"], id="没有写金额"),
        pytest.param("2026-04-10", {"late_fine_yuan": "24.00"}, [], id="加处一日"),
        pytest.param("2026-04-10", {"late_fine_yuan": "24.01"}, ["late-fine-wrong"], id="加处多一分"),
        pytest.param("2026-05-14", {"late_fine_yuan": "816.00"}, ["late-fine-wrong"], id="加处超过本金"),
        pytest.param("2026-05-14", {"late_fine_yuan": "800.00"}, [], id="加处到本金为止"),
    ],
)
def test_demanding_what_is_late(ordinary: CaseFile, day: str, change: dict[str, Any], found: list[str]):
    assert served(ordinary).try_("demand", f"{day}T09:00", **DEMAND | change) == found


def test_nothing_is_demanded_when_all_is_paid(ordinary: CaseFile):
    case = served(ordinary).do("record_payment", "2026-04-07T09:00", paid_yuan="800.00", paid_on="2026-04-07")
    facts = DEMAND | {"demand_yuan": None}
    assert case.try_("demand", "2026-04-10T09:00", **facts) == ["nothing-to-demand"]
    assert case.try_("demand", "2026-04-10T09:00", **facts, duties_left="恢复原状") == []


@pytest.mark.parametrize(
    ("demand", "day", "found"),
    [
        pytest.param("2026-10-09", "2026-10-22", ["demand-time-running"], id="催告第十个工作日，跨调休上班"),
        pytest.param("2026-10-09", "2026-10-23", [], id="满十个工作日"),
        pytest.param("2026-09-10", "2026-09-28", ["remedies-running"], id="起诉期限最后一天，逢中秋顺延"),
        pytest.param("2026-09-10", "2026-09-29", [], id="起诉期限届满"),
        pytest.param("2026-10-09", "2026-12-28", [], id="三个月最后一天"),
        pytest.param("2026-10-09", "2026-12-29", ["court-application-late"], id="超过三个月一天"),
    ],
)
def test_asking_the_court(ordinary: CaseFile, demand: str, day: str, found: list[str]):
    case = demanded(served(ordinary), demand)
    assert case.try_("apply_court", f"{day}T09:00", **COURT) == found


def test_no_court_without_a_served_demand(ordinary: CaseFile):
    case = served(ordinary).do("demand", "2026-10-09T09:00", **DEMAND)
    found = case.try_("apply_court", "2026-11-09T09:00", **COURT)
    assert found == ["act-missing", "demand-not-served"]


def test_no_court_for_what_has_been_paid(ordinary: CaseFile):
    case = demanded(served(ordinary))
    case.do("record_payment", "2026-10-20T09:00", paid_yuan="800.00", paid_on="2026-10-20")
    assert case.try_("apply_court", "2026-10-23T09:00", **COURT) == ["nothing-to-enforce"]


def test_after_a_deferral_the_three_months_run_from_its_end(ordinary: CaseFile):
    case = served(ordinary).do("defer_payment", "2026-04-08T09:00", **DEFERRAL | {"pay_until": "2026-10-15"})
    assert court_start(case.state, case.circumstances) == ("court-deferred-start", date(2026, 10, 15))
    limit = limit_of(clock("court"), case.state, case.circumstances)
    assert limit is not None and limit.due.rule.id == "court-deferred-start" and limit.due.error == "calendar-missing"


def test_a_decision_on_the_spot_is_open_to_review_first(summary: CaseFile):
    facts = {"found_on": "2026-03-02", "place_text": "街边", "description": "占道", "credentials_shown": True}
    ground = {"facts_found": "占道", "violated": "《演示规定》第一条", "basis": "《演示规定》第二条", "evidence": ["a"]}
    told = {"proposed_penalty_kinds": ["fine"], "proposed_fine_yuan": "200.00", "discretion_reason": "首次"}
    summary.do("show_credentials", "2026-03-02T09:00", **facts).do("establish_facts", "2026-03-02T09:10", **ground)
    summary.do("tell_on_spot", "2026-03-02T09:15", rights_told=True, **told)
    summary.do("hear_on_spot", "2026-03-02T09:20", defence_waived=True)
    summary.do("decide_on_spot", "2026-03-02T09:25", recipient="丁")
    summary.do("file_on_spot", "2026-03-03T09:00", filed_on="2026-03-03")
    assert remedy_end(summary.state, summary.circumstances) == date(2026, 5, 6)
    demanded(summary, "2026-04-10", demand_yuan="200.00", contact_phone="0838-0000000")
    assert summary.try_("apply_court", "2026-05-06T09:00", **COURT) == ["remedies-running"]
    summary.do("apply_court", "2026-05-07T09:00", **COURT)
    summary.do("court_answer", "2026-05-11T09:00", court_result="accepted", result_on="2026-05-11")
    summary.do("court_answer", "2026-05-18T09:00", court_result="ended", result_on="2026-05-18")
    summary.do("review_disclosure", "2026-05-18T10:00", disclosed=False, reason="不属于应当公开的")
    summary.do("archive_case", "2026-05-19T09:00")


def test_the_court_ends_it_and_the_case_is_closed(ordinary: CaseFile):
    case = demanded(served(ordinary)).do("apply_court", "2026-10-23T09:00", **COURT)
    assert case.state.stage == "court"
    assert case.try_("close_case", "2026-10-26T09:00", closing_way="court_ended") == ["ending-missing"]
    case.do("court_answer", "2026-10-28T09:00", court_result="accepted", result_on="2026-10-28")
    ruling = limit_of(clock("court_rules"), case.state, case.circumstances)
    assert ruling and ruling.due.due == date(2026, 11, 6)
    case.do("court_answer", "2026-11-05T09:00", court_result="allowed", result_on="2026-11-05")
    assert case.try_("close_case", "2026-11-05T10:00", closing_way="fulfilled") == ["fine-unpaid"]
    case.do("court_answer", "2026-11-20T09:00", court_result="ended", result_on="2026-11-20")
    case.do("close_case", "2026-11-23T09:00", closing_way="court_ended")


def test_what_the_court_does_not_accept_may_be_asked_again(ordinary: CaseFile):
    case = demanded(served(ordinary)).do("apply_court", "2026-10-23T09:00", **COURT)
    case.do("court_answer", "2026-10-28T09:00", court_result="not_accepted", result_on="2026-10-28", reason="材料不齐")
    assert case.state.stage == "demanded"
    case.do("apply_court", "2026-10-30T09:00", **COURT)


def test_what_the_party_answers_to_a_demand_is_kept(ordinary: CaseFile):
    case = demanded(served(ordinary))
    facts = {"defence_text": "年底前缴", "defence_accepted": "not_accepted", "defence_opinion": "没有依据"}
    case.do("hear_demand", "2026-10-12T09:00", **facts)
    assert case.state.stage == "demanded"
