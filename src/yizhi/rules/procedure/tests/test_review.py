"""审核与集体讨论 Which review is due, who may give it, and when the heads decide together."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from yizhi.rules.procedure import Entry, judge
from yizhi.rules.procedure.guards import review
from yizhi.rules.procedure.hearing_sum import HearingSum
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.tests.case_file import (
    INQUIRY,
    POINTS,
    CaseFile,
    codes,
    concluded,
    notified,
    only,
    opened,
)
from yizhi.rules.procedure.tests.hearing_file import asked


def test_handler_does_not_review(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="case_review")
    proposal = case.proposal("review_case", "2026-03-18T09:00", None, {"outcome": "agree", "reviewer_opinion": "同意"})
    for actor in ("甲", "甲的账号"):
        now = datetime.fromisoformat("2026-03-18T09:00")
        seen = case.with_(actor=actor, officer_of={"甲的账号": "甲"}, now=now).circumstances
        assert codes(judge(case.procedure, case.state, proposal, seen)) == ["reviewer-is-handler"]


def test_former_handler_does_not_review(ordinary: CaseFile):
    case = opened(ordinary).do("change_handlers", "2026-03-05T08:00", handlers=["庚", "辛"], reason="调动")
    case.do("inquire", "2026-03-05T10:05", ("庚", "辛"), **INQUIRY)
    facts = {
        "facts_found": "无",
        "evidence_summary": "无",
        "violated": "一",
        "basis": "二",
        "gravity": "ordinary",
        "proposal": "罚",
    }
    case.do("conclude_investigation", "2026-03-06T09:00", **facts)
    case.do("submit_review", "2026-03-17T09:00", review_kind="case_review")
    proposal = case.proposal("review_case", "2026-03-18T09:00", None, {"outcome": "agree", "reviewer_opinion": "同意"})
    seen = case.with_(actor="甲", now=datetime.fromisoformat("2026-03-18T09:00")).circumstances
    assert codes(judge(case.procedure, case.state, proposal, seen)) == ["reviewer-is-handler"]


@pytest.mark.parametrize(
    ("held", "found"),
    [
        pytest.param(True, [], id="有资格"),
        pytest.param(False, ["reviewer-unqualified"], id="没有资格"),
        pytest.param(None, ["reviewer-qualification-unknown"], id="没有记载"),
    ],
)
def test_legal_reviewer_is_qualified(ordinary: CaseFile, held: bool | None, found: list[str]):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    case = case.with_(reviewer_qualified=held)
    assert case.try_("review_legality", "2026-03-18T09:00", outcome="agree", reviewer_opinion="同意", **POINTS) == found


def test_reviewer_does_not_agree_to_a_point_that_is_wrong(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    facts = {**POINTS, "point_papers": "wrong", "reviewer_opinion": "告知书缺页"}
    assert case.try_("review_legality", "2026-03-18T09:00", outcome="agree", **facts) == ["review-points-disagree"]
    assert case.try_("review_legality", "2026-03-18T09:00", outcome="correct", **facts) == []


def test_each_of_the_seven_points_is_answered(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    for point in POINTS:
        facts = {key: value for key, value in POINTS.items() if key != point}
        reason = only(
            case,
            "review_legality",
            "2026-03-18T09:00",
            "fields-missing",
            outcome="agree",
            reviewer_opinion="同意",
            **facts,
        )
        assert reason.about == point


def test_trigger_makes_legal_review_due(ordinary: CaseFile):
    case = concluded(ordinary)
    found = case.try_("submit_review", "2026-03-17T09:00", review_kind="case_review", review_triggers=["complex"])
    assert found == ["legal-review-due"]
    listed = case.with_(review_triggers=frozenset(["statutory"]))
    assert listed.try_("submit_review", "2026-03-17T09:00", review_kind="case_review") == ["legal-review-due"]


def test_case_is_reviewed_in_the_way_it_was_submitted(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    assert case.try_("review_case", "2026-03-18T09:00", outcome="agree", reviewer_opinion="同意") == [
        "review-of-other-kind"
    ]


def test_case_review_does_not_replace_legal_review(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").with_(review_triggers=frozenset(["statutory"]))
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["legal-review-missing"]


@pytest.mark.parametrize(
    ("domain", "article"),
    [("市场监管", "市场监督管理行政处罚程序规定 第60条第2款")],
)
def test_market_discusses_every_case_of_legal_review(ordinary: CaseFile, domain: str, article: str):
    case = notified(ordinary.with_(domain=domain), kind="legal_review").do("waive_defence", "2026-03-24T09:00")
    assert only(case, "decide_penalty", "2026-03-25T09:00", "discussion-missing").article == article


LARGE = HearingSum(Decimal(10000), Decimal(100000), True, "示意标准")


@pytest.mark.parametrize(
    ("domain", "facts", "around", "found"),
    [
        pytest.param("交通", {"penalty_kinds": ["fine"]}, {}, [], id="交通一般罚款"),
        pytest.param("交通", {"fine_yuan": "9999.00"}, {"hearing_sum": LARGE}, [], id="交通差一元到较大数额"),
        pytest.param(
            "交通", {"fine_yuan": "10000.00"}, {"hearing_sum": LARGE}, ["discussion-missing"], id="交通较大数额"
        ),
        pytest.param("交通", {"evidence_disputed": True}, {}, ["discussion-missing"], id="交通事实证据争议较大"),
        pytest.param("交通", {"penalty_kinds": ["revoke"]}, {}, ["discussion-missing"], id="交通吊销"),
        pytest.param("农业", {"penalty_kinds": ["revoke"]}, {}, ["discussion-missing"], id="农业较重处罚"),
        pytest.param("农业", {"penalty_kinds": ["warning"]}, {}, [], id="农业警告"),
        pytest.param("农业", {"review_triggers": ["complex"]}, {}, ["discussion-missing"], id="农业案情复杂"),
        pytest.param("住建/城管", {"penalty_kinds": ["revoke"]}, {}, [], id="其他领域没有这条规章"),
    ],
)
def test_which_cases_the_heads_decide_together(
    ordinary: CaseFile, domain: str, facts: dict[str, Any], around: dict[str, Any], found: list[str]
):
    case = notified(ordinary.with_(domain=domain))
    told = Entry("99", "note", case.state.entries[-1].done_at, facts=facts)
    judging = Judging(
        case.procedure,
        case.procedure.act("decide_penalty") or case.procedure.acts[0],
        replace(case.state, entries=(*case.state.entries, told)),
        case.proposal("decide_penalty", "2026-03-25T09:00", None, facts),
        replace(case.circumstances, **around),
        facts,
    )
    assert [reason.code for reason in review.discussion_held(judging)] == found


def test_agriculture_discusses_after_a_request_for_a_hearing(ordinary: CaseFile):
    case = asked(ordinary.with_(domain="农业"))
    facts = {"penalty_kinds": ["fine"]}
    act = case.procedure.act("decide_penalty")
    assert act
    proposal = case.proposal("decide_penalty", "2026-03-25T09:00", None, facts)
    judging = Judging(case.procedure, act, case.state, proposal, case.circumstances, facts)
    assert [reason.article for reason in review.discussion_held(judging)] == ["农业行政处罚程序规定 第55条"]
