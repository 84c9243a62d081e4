"""次序 Skipped, doubled, backdated, dated ahead, archived, incomplete: each refused with code, sentence, article, cure."""

from typing import Any

import pytest

from yizhi.rules.procedure import judge
from yizhi.rules.procedure.tests.case_file import (
    INQUIRY,
    LEAD,
    CaseFile,
    codes,
    concluded,
    only,
    opened,
)


def test_skipped_act_says_what_comes_first(ordinary: CaseFile):
    case = opened(ordinary)
    reason = only(case, "decide_penalty", "2026-03-05T09:00", "act-out-of-order")
    assert "已立案" in reason.sentence and "告知权利" in reason.cure


def test_every_reason_is_given_at_once(ordinary: CaseFile):
    case = opened(ordinary)
    found = case.try_("decide_penalty", "2026-03-03T09:00")
    expected = {
        "act-out-of-order",
        "act-missing",
        "act-backdated",
        "fields-missing",
        "notice-missing",
        "review-missing",
        "correction-not-ordered",
    }
    assert set(found) == expected


def test_unknown_act(ordinary: CaseFile):
    assert ordinary.try_("punish", "2026-03-02T09:00") == ["act-unknown"]


def test_opening_stands_on_the_assessment(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    reason = only(ordinary, "open_case", "2026-03-03T09:00", "act-missing", handlers=["甲", "乙"], grounds="有证据")
    assert reason.cure == "先办“核查”。"


def test_doubled_act(ordinary: CaseFile):
    case = opened(ordinary)
    found = case.try_("open_case", "2026-03-04T10:00", handlers=["甲", "乙"], grounds="再立一次")
    assert found == ["act-doubled"]


def test_same_record_twice(ordinary: CaseFile):
    case = opened(ordinary).do("inquire", "2026-03-05T10:05", **INQUIRY)
    assert case.try_("inquire", "2026-03-05T10:05", **INQUIRY) == ["act-doubled"]
    assert case.try_("inquire", "2026-03-05T11:05", **INQUIRY | {"ended_at": "2026-03-05T11:00"}) == []


def test_backdated_before_what_it_stands_on(ordinary: CaseFile):
    case = opened(ordinary)
    assert case.try_(
        "inquire", "2026-03-04T08:59", **INQUIRY | {"started_at": "2026-03-04T07:00", "ended_at": "2026-03-04T08:00"}
    ) == ["act-backdated"]


def test_offline_records_may_come_in_any_order_within_a_stage(ordinary: CaseFile):
    case = opened(ordinary).do("tell_rights", "2026-03-05T08:00", rights_told=True, service_address="村1号")
    case.do("inquire", "2026-03-06T10:05", **INQUIRY)
    early = INQUIRY | {"person_asked": "戊"}
    assert case.try_("inquire", "2026-03-05T10:10", **early) == []


def test_moving_on_is_not_dated_before_any_other_act(ordinary: CaseFile):
    case = concluded(ordinary)
    assert "act-backdated" in case.try_("submit_review", "2026-03-10T09:00", review_kind="case_review")


def test_dated_ahead(ordinary: CaseFile):
    act = ordinary.proposal("register_lead", "2026-03-03T09:00", None, LEAD)
    seen = ordinary.seen("register_lead", "2026-03-02T09:00")
    assert codes(judge(ordinary.procedure, ordinary.state, act, seen)) == ["act-in-future"]


def test_day_in_the_act_lies_ahead(ordinary: CaseFile):
    reason = only(ordinary, "register_lead", "2026-03-01T09:00", "act-in-future", **LEAD)
    assert reason.about == "found_on"


def test_archived_is_read_only(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD)
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="无", proposal="不立案")
    ordinary.do("reject_lead", "2026-03-04T09:00", reason="没有违法事实").do("archive_case", "2026-03-05T09:00")
    for act in ordinary.procedure.acts:
        assert "case-archived" in ordinary.try_(act.kind, "2026-03-06T09:00"), act.kind


def test_missing_fields_are_named_in_chinese(ordinary: CaseFile):
    reason = only(
        ordinary, "register_lead", "2026-03-02T09:00", "fields-missing", source="patrol", found_on="2026-03-02"
    )
    assert reason.sentence == "还没有填：地点、情况。" and reason.about == "place_text,description"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("found_on", "昨天", id="日期"),
        pytest.param("source", "gossip", id="选项"),
        pytest.param("description", "字" * 20_001, id="太长"),
        pytest.param("description", 7, id="不是文字"),
    ],
)
def test_unreadable_value_is_named(ordinary: CaseFile, key: str, value: Any):
    reasons = ordinary.judge("register_lead", "2026-03-02T09:00", **LEAD | {key: value})
    assert [(reason.code, reason.about, bool(reason.cure)) for reason in reasons] == [("fact-unreadable", key, True)]


def test_unknown_field(ordinary: CaseFile):
    assert ordinary.try_("register_lead", "2026-03-02T09:00", **LEAD, online_minutes=3) == ["fact-unknown"]


def test_a_fact_is_told_only_in_the_act_that_asks_for_it(ordinary: CaseFile):
    """Told with the assessment, two names would stand on record as those in charge, and nobody would have judged them."""
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD)
    facts = {"finding": "属实", "proposal": "建议立案", "handlers": ["甲", "无证"]}
    reason = only(ordinary, "assess_lead", "2026-03-03T09:00", "fact-not-asked", **facts)
    assert reason.about == "handlers" and "承办人" in reason.sentence and reason.cure
    assert ordinary.state.handlers == ()


@pytest.mark.parametrize("value", [7, {"甲": 1}, [["甲"]], "甲、乙", True], ids=str)
def test_a_value_of_another_shape_is_named_and_stops_no_guard(ordinary: CaseFile, value: Any):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD)
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="建议立案")
    reasons = ordinary.judge("open_case", "2026-03-04T09:00", handlers=value, grounds="有证据")
    assert [(reason.code, reason.about) for reason in reasons if reason.about == "handlers"] == [
        ("fact-unreadable", "handlers")
    ]
