"""当事人 One deed one case, one deed one fine, the first offence, the age: the deed of every case file is of 1 March 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.tests.case_file import LEAD, CaseFile, approved, notified, only

OTHER = Elsewhere(
    body="示意市综合行政执法局",
    item="擅自倾倒建筑垃圾",
    same_item=True,
    act_day=date(2026, 3, 1),
    opened_on=date(2026, 3, 2),
    running=True,
)
FINED = replace(OTHER, running=False, decided_on=date(2026, 3, 10), fined=Decimal("500.00"))
OPENING = {"handlers": ["甲", "乙"], "grounds": "有初步证据"}


def assessed(case: CaseFile) -> CaseFile:
    return case.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01").do(
        "assess_lead", "2026-03-03T09:00", finding="属实", proposal="建议立案"
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param(OTHER, ["same-deed-opened"], id="同一事项同一天在办"),
        pytest.param(replace(OTHER, same_item=False), ["same-day-opened"], id="同一天别的事项要人判断"),
        pytest.param(replace(OTHER, act_day=date(2026, 2, 28)), [], id="前一天的行为"),
        pytest.param(replace(OTHER, running=False), [], id="已经撤销的案件"),
    ],
)
def test_opened_once(ordinary: CaseFile, other: Elsewhere, found: list[str]):
    case = assessed(ordinary).with_(elsewhere=(other,))
    assert case.try_("open_case", "2026-03-04T09:00", **OPENING) == found


def test_refusal_names_the_body_that_was_first(ordinary: CaseFile):
    case = assessed(ordinary).with_(elsewhere=(OTHER,))
    reason = only(case, "open_case", "2026-03-04T09:00", "same-deed-opened", **OPENING)
    assert "示意市综合行政执法局" in reason.sentence and "2026年3月2日" in reason.sentence


@pytest.mark.parametrize(
    ("other", "change", "found"),
    [
        pytest.param(FINED, {}, ["fined-already"], id="同一行为已经罚款"),
        pytest.param(
            FINED, {"penalty_kinds": ["warning"], "fine_yuan": "0.00"}, ["heavier-than-notified"], id="警告不是罚款"
        ),
        pytest.param(replace(FINED, same_item=False), {}, ["fined-that-day"], id="同一天别的事项要人判断"),
        pytest.param(replace(FINED, act_day=date(2026, 3, 2)), {}, [], id="后一天的行为"),
        pytest.param(replace(FINED, fined=None), {}, [], id="没有罚款"),
    ],
)
def test_fined_once(ordinary: CaseFile, other: Elsewhere, change: dict[str, Any], found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").with_(elsewhere=(other,))
    assert case.try_("decide_penalty", "2026-03-25T09:00", **change) == found


def test_notice_of_a_second_fine_is_refused_already(ordinary: CaseFile):
    case = approved(ordinary).with_(elsewhere=(FINED,))
    facts = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "1"}
    assert case.try_("prior_notice", "2026-03-20T11:00", **facts) == ["fined-already"]


@pytest.mark.parametrize(
    ("other", "kind", "found"),
    [
        pytest.param(FINED, "first_offence", ["not-the-first-offence"], id="以前处罚过"),
        pytest.param(FINED, "minor", [], id="轻微不罚不看以前"),
        pytest.param(OTHER, "first_offence", [], id="没有处罚过"),
    ],
)
def test_first_offence(ordinary: CaseFile, other: Elsewhere, kind: str, found: list[str]):
    case = approved(ordinary).with_(elsewhere=(other,))
    facts = {"decision_kind": kind, "reason": "后果轻微", "correction": "已改正并教育"}
    assert case.try_("decide_no_penalty", "2026-03-21T09:00", **facts) == found


@pytest.mark.parametrize(
    ("born", "found"),
    [
        pytest.param(date(2012, 3, 1), ["party-under-age"], id="十四周岁生日当天"),
        pytest.param(date(2012, 2, 29), ["party-minor"], id="十四周岁生日次日"),
        pytest.param(date(2008, 3, 1), ["party-minor"], id="十八周岁生日当天"),
        pytest.param(date(2008, 2, 29), [], id="十八周岁生日次日"),
        pytest.param(None, [], id="不知道生日"),
    ],
)
def test_age_on_the_day_of_the_deed(ordinary: CaseFile, born: date | None, found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").with_(born=born)
    assert case.try_("decide_penalty", "2026-03-25T09:00") == found


@pytest.mark.parametrize("stage", ["investigation", "review", "defence"])
def test_terminated_at_any_stage_before_the_decision(ordinary: CaseFile, stage: str):
    act = ordinary.procedure.act("terminate_investigation")
    assert act is not None and stage in act.from_stages
