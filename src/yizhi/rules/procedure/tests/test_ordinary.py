"""普通程序 as case files: the way through in four domains, and the exits."""

import pytest

from yizhi.rules.procedure.tests.case_file import LEAD, SERVED, CaseFile, approved, concluded, notified, opened


@pytest.mark.parametrize(
    ("domain", "decided"),
    [
        pytest.param("住建/城管", "2026-03-31", id="住建：五个工作日"),
        pytest.param("市场监管", "2026-03-31", id="市监：五个工作日"),
        pytest.param("农业", "2026-03-27", id="农业：三个工作日"),
        pytest.param("交通", "2026-03-31", id="交通：告知书写明截止日"),
    ],
)
def test_from_lead_to_archive(ordinary: CaseFile, domain: str, decided: str):
    case = notified(ordinary.with_(domain=domain), defence_until="2026-03-30")
    case.do("decide_penalty", f"{decided}T09:00")
    assert case.entries[-1].facts["fine_yuan"] == "800.00"
    case.do("serve_decision", "2026-04-02T10:00", served_on="2026-04-02", **SERVED)
    case.do("review_disclosure", "2026-04-02T11:00", disclosed=False, reason="不具有一定社会影响")
    case.do("record_payment", "2026-04-08T09:00", paid_yuan="300.00", paid_on="2026-04-08")
    assert case.try_("close_case", "2026-04-09T09:00", closing_way="fulfilled") == ["fine-unpaid"]
    case.do("record_payment", "2026-04-13T09:00", paid_yuan="500.00", paid_on="2026-04-13")
    case.do("close_case", "2026-04-14T09:00", closing_way="fulfilled")
    case.do("archive_case", "2026-04-15T09:00")
    assert case.state.stage == "archived"


def test_lead_not_worth_a_case_is_not_opened_and_archived(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD)
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="没有违法事实", proposal="建议不予立案")
    ordinary.do("reject_lead", "2026-03-04T09:00", reason="没有违法事实")
    ordinary.do("archive_case", "2026-03-05T09:00")


def test_minor_deed_is_not_punished_and_closed(ordinary: CaseFile):
    case = approved(ordinary)
    refused = case.try_("decide_no_penalty", "2026-03-23T09:00", decision_kind="minor", reason="轻微")
    assert refused == ["education-missing"]
    case.do("decide_no_penalty", "2026-03-23T09:00", decision_kind="minor", reason="轻微", correction="已清运，已教育")
    assert case.try_("close_case", "2026-03-24T09:00", closing_way="no_penalty") == ["decision-not-served"]
    case.do("serve_no_penalty", "2026-03-24T09:00", served_on="2026-03-24", **SERVED)
    case.do("close_case", "2026-03-25T09:00", closing_way="no_penalty")
    case.do("archive_case", "2026-03-26T09:00")


@pytest.mark.parametrize(
    ("kind", "facts", "stage", "way"),
    [
        pytest.param("withdraw_case", {"withdraw_reason": "当事人已死亡"}, "withdrawn", "withdrawn", id="撤销立案"),
        pytest.param(
            "terminate_investigation",
            {"terminate_ground": "other", "reason": "没有必要继续"},
            "terminated",
            "terminated",
            id="终止调查",
        ),
        pytest.param(
            "transfer_case",
            {"transfer_to": "演示机关", "reason": "归其管辖"},
            "transferred",
            "transferred",
            id="移送其他机关",
        ),
    ],
)
def test_exits_are_closed_in_their_own_way(ordinary: CaseFile, kind: str, facts: dict, stage: str, way: str):
    case = opened(ordinary).do(kind, "2026-03-06T09:00", **facts)
    assert case.state.stage == stage
    assert case.try_("close_case", "2026-03-09T09:00", closing_way="fulfilled") == ["closing-way-wrong"]
    case.do("close_case", "2026-03-09T09:00", closing_way=way)
    case.do("archive_case", "2026-03-10T09:00")


def test_supplement_goes_round_again(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="case_review")
    case.do("review_case", "2026-03-18T09:00", outcome="supplement", reviewer_opinion="数量要核实")
    assert case.state.stage == "investigation"
    assert case.try_("submit_review", "2026-03-18T10:00", review_kind="case_review") == ["act-out-of-order"]
    facts = {key: case.state.known(key) for key in ("facts_found", "evidence_summary", "violated", "basis")}
    case.do("conclude_investigation", "2026-03-19T09:00", gravity="ordinary", proposal="罚款", **facts)
    case.do("submit_review", "2026-03-19T10:00", review_kind="case_review")
    case.do("review_case", "2026-03-20T09:00", outcome="agree", reviewer_opinion="同意")


def test_complex_case_is_decided_together(ordinary: CaseFile):
    case = notified(ordinary, kind="case_review")
    case = case.do("supplement_investigation", "2026-03-24T09:00", reason="再查")
    facts = {key: case.state.known(key) for key in ("facts_found", "evidence_summary", "violated", "basis")}
    case.do("conclude_investigation", "2026-03-24T10:00", gravity="major", proposal="罚款", **facts)
    case.do("submit_review", "2026-03-24T11:00", review_kind="case_review")
    case.do("review_case", "2026-03-24T12:00", outcome="agree", reviewer_opinion="同意")
    case.do("prior_notice", "2026-03-24T13:00", hearing_told=False, hearing_reason="数额不大")
    case.do("serve_notice", "2026-03-24T15:00", served_on="2026-03-24", **SERVED)
    case.do("waive_defence", "2026-03-25T09:00")
    assert case.try_("decide_penalty", "2026-03-26T09:00") == ["discussion-missing"]
    meeting = {"chair": "己", "discussion": "讨论", "conclusion": "同意"}
    assert case.try_("discuss", "2026-03-26T09:00", attendees=["己"], **meeting) == ["discussion-of-one"]
    case.do("discuss", "2026-03-26T09:00", attendees=["己", "庚"], **meeting)
    case.do("decide_penalty", "2026-03-26T10:00")


def test_case_passed_on_after_opening_is_closed_before_it_is_archived(ordinary: CaseFile):
    case = opened(ordinary).do("transfer_case", "2026-03-06T09:00", transfer_to="演示机关", reason="归其管辖")
    assert case.try_("archive_case", "2026-03-09T09:00") == ["case-not-closed"]


def test_lead_passed_on_before_opening_is_archived_at_once(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD)
    ordinary.do("transfer_case", "2026-03-03T09:00", transfer_to="演示机关", reason="归其管辖")
    ordinary.do("archive_case", "2026-03-04T09:00")
