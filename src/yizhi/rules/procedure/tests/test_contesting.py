"""复议应诉 Received, answered in time, and what may follow its result."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yizhi.rules.procedure.late_fine import late_fine
from yizhi.rules.procedure.remedies import remedy_end
from yizhi.rules.procedure.tests.case_file import DEMAND, SERVED, CaseFile, served

REVIEW: dict[str, Any] = {
    "contest_number": "示意复〔2026〕1号",
    "contest_body": "示意市人民政府",
    "received_on": "2026-04-13",
    "contest_from": "2026-04-10",
    "simple_review": False,
}
ANSWER = {"answer_text": "事实清楚，程序合法", "evidence": ["a"]}
RESULT = {"result_on": "2026-06-01", "reason": "复议决定"}
SUIT = {
    "contest_number": "示意行初1号",
    "court": "示意市人民法院",
    "received_on": "2026-06-08",
    "contest_from": "2026-06-05",
}


def reviewed(case: CaseFile, **more: Any) -> CaseFile:
    return served(case).do("receive_review", "2026-04-13T09:00", **REVIEW | more)


@pytest.mark.parametrize(
    ("simple", "day", "found"),
    [
        pytest.param(False, "2026-04-27", [], id="第十个工作日"),
        pytest.param(False, "2026-04-28", ["answer-late"], id="第十一个"),
        pytest.param(True, "2026-04-20", [], id="简易程序第五个工作日"),
        pytest.param(True, "2026-04-21", ["answer-late"], id="简易程序第六个"),
    ],
)
def test_answering_a_review(ordinary: CaseFile, simple: bool, day: str, found: list[str]):
    assert reviewed(ordinary, simple_review=simple).try_("answer_review", f"{day}T09:00", **ANSWER) == found


@pytest.mark.parametrize(
    ("day", "found"), [("2026-06-23", []), ("2026-06-24", ["answer-late"])], ids=["第十五日", "第十六日"]
)
def test_answering_a_suit(ordinary: CaseFile, day: str, found: list[str]):
    case = served(ordinary).do("receive_suit", "2026-06-08T09:00", **SUIT)
    assert case.try_("answer_suit", f"{day}T09:00", **ANSWER) == found


def test_one_contest_at_a_time(ordinary: CaseFile):
    case = reviewed(ordinary)
    assert case.try_("receive_suit", "2026-06-08T09:00", **SUIT) == ["contest-pending"]
    assert case.try_("close_case", "2026-04-14T09:00", closing_way="revoked") == ["ending-missing", "contest-pending"]
    case.do("contest_result", "2026-06-01T09:00", contest_outcome="upheld", **RESULT)
    case.do("receive_suit", "2026-06-08T09:00", **SUIT)


def test_no_answer_and_no_result_without_a_contest(ordinary: CaseFile):
    case = served(ordinary)
    assert case.try_("contest_result", "2026-06-01T09:00", contest_outcome="upheld", **RESULT) == ["contest-missing"]
    assert case.try_("answer_review", "2026-06-01T09:00", **ANSWER) == ["act-missing", "contest-missing"]


def test_what_was_kept_since_cannot_prove_the_decision(ordinary: CaseFile):
    case = reviewed(ordinary)
    kept = case.entries[-1].__class__("99", "keep_evidence", case.entries[-1].done_at, evidence=("late",))
    case.entries.append(kept)
    facts = ANSWER | {"evidence": ["a", "late"]}
    assert case.try_("answer_review", "2026-04-14T09:00", **facts) == ["evidence-collected-late"]


def test_no_added_fine_while_it_runs(ordinary: CaseFile):
    case = reviewed(ordinary).do("contest_result", "2026-06-01T09:00", contest_outcome="upheld", **RESULT)
    found = late_fine(case.state, case.circumstances, date(2026, 6, 3))
    assert found and found.days == 3


def test_after_review_fifteen_days_to_sue(ordinary: CaseFile):
    case = reviewed(ordinary)
    assert remedy_end(case.state, case.circumstances) is None
    case.do("contest_result", "2026-06-01T09:00", contest_outcome="upheld", **RESULT)
    assert remedy_end(case.state, case.circumstances) == date(2026, 6, 16)
    case.do("receive_suit", "2026-06-08T09:00", **SUIT)
    case.do("contest_result", "2026-09-01T09:00", contest_outcome="upheld", result_on="2026-09-01", reason="判决")
    assert remedy_end(case.state, case.circumstances) == date(2026, 9, 1)


def test_no_court_while_it_runs(ordinary: CaseFile):
    case = reviewed(ordinary).do("demand", "2026-04-14T09:00", **DEMAND)
    case.do("serve_demand", "2026-04-14T15:00", served_on="2026-04-14", **SERVED)
    asked = {"court": "示意市人民法院", "apply_target": "罚款", "party_opinion": "无"}
    assert case.try_("apply_court", "2026-10-09T09:00", **asked) == ["contest-pending"]


@pytest.mark.parametrize(
    ("outcome", "more", "fine"),
    [
        pytest.param("upheld", {}, "800.00", id="维持"),
        pytest.param("changed", {"changed_fine_yuan": "500.00"}, "500.00", id="变更"),
        pytest.param("revoked", {}, "0", id="撤销"),
        pytest.param("void", {}, "0", id="确认无效"),
        pytest.param("unlawful", {}, "800.00", id="确认违法，不撤销"),
        pytest.param("ended", {}, "800.00", id="撤回"),
    ],
)
def test_the_result_is_written_back(ordinary: CaseFile, outcome: str, more: dict[str, Any], fine: str):
    case = reviewed(ordinary).do("contest_result", "2026-06-01T09:00", contest_outcome=outcome, **RESULT, **more)
    assert case.state.owed == Decimal(fine)
    closed = case.try_("close_case", "2026-06-02T09:00", closing_way="revoked")
    assert closed == ([] if outcome in ("revoked", "void") else ["ending-missing"])


def test_a_change_names_the_sum(ordinary: CaseFile):
    found = reviewed(ordinary).try_("contest_result", "2026-06-01T09:00", contest_outcome="changed", **RESULT)
    assert found == ["changed-fine-missing"]


def test_made_again_on_order_it_is_not_the_same_again(ordinary: CaseFile):
    case = reviewed(ordinary).do("contest_result", "2026-06-01T09:00", contest_outcome="redo", **RESULT)
    assert case.state.stage == "investigation" and case.state.owed == 0
    case.do("conclude_investigation", "2026-06-02T09:00", gravity="ordinary", proposal="罚款800元", **GROUNDS_AGAIN)
    case.do("submit_review", "2026-06-02T10:00", review_kind="case_review")
    case.do("review_case", "2026-06-02T11:00", outcome="agree", reviewer_opinion="同意")
    case.do("prior_notice", "2026-06-02T12:00", hearing_told=False, hearing_reason="数额不大")
    case.do("serve_notice", "2026-06-02T15:00", served_on="2026-06-02", **SERVED)
    case.do("waive_defence", "2026-06-03T09:00")
    assert case.try_("decide_penalty", "2026-06-03T10:00") == ["same-decision-again", "decision-overdue"]
    assert case.try_("decide_penalty", "2026-06-03T10:00", fine_yuan="500.00") == ["decision-overdue"]


GROUNDS_AGAIN = {
    "facts_found": "2026年3月1日在锦花村河岸倾倒建筑垃圾6.4立方米",
    "evidence_summary": "现场笔录、询问笔录、照片",
    "violated": "《演示规定》第一条",
    "basis": "《演示规定》第二条",
}


def test_an_opinion_is_answered_in_sixty_days(ordinary: CaseFile):
    case = served(ordinary)
    case.do("receive_review_opinion", "2026-06-01T09:00", received_on="2026-06-01", opinion_text="改进送达")
    case.do("report_correction", "2026-07-01T09:00", corrected_how="已经改进")
