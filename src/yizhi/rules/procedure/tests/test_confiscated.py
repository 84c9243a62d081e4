"""没收的财物 What was confiscated is dealt with on record; the money goes to the treasury."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, notified, only, served

BOTH = {"proposed_penalty_kinds": ["fine", "confiscation"], "proposed_confiscation_yuan": "500.00"}
DISPOSED = {"disposed_items": "电动三轮车一辆", "disposal_way": "auction", "disposal_detail": "委托演示拍卖行公开拍卖"}
MONEY = {"proceeds_yuan": "500.00", "treasury_on": "2026-04-20", "treasury_receipt": "演示0001"}


def confiscated(case: CaseFile) -> CaseFile:
    case = notified(case, **BOTH).do("waive_defence", "2026-03-24T09:00")
    case.do("decide_penalty", "2026-03-25T09:00", confiscation="电动三轮车一辆")
    return case.do("serve_decision", "2026-03-25T15:00", served_on="2026-03-25", **SERVED)


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        pytest.param({}, "proceeds_yuan", id="拍卖没有写所得"),
        pytest.param({"proceeds_yuan": "500.00"}, "treasury_on", id="没有上缴日期"),
        pytest.param({"proceeds_yuan": "500.00", "treasury_on": "2026-04-20"}, "treasury_receipt", id="没有凭证"),
        pytest.param(MONEY, "", id="全部上缴"),
        pytest.param({"disposal_way": "destroyed"}, "", id="销毁，没有款项"),
        pytest.param({"disposal_way": "assigned", "proceeds_yuan": "1.00"}, "treasury_on", id="按规定处理，有款项"),
        pytest.param({"disposal_way": "money", "proceeds_yuan": "500.00"}, "treasury_on", id="没收的款项"),
    ],
)
def test_money_goes_to_the_treasury(ordinary: CaseFile, change: dict[str, Any], gap: str):
    case = confiscated(ordinary)
    if gap:
        facts = DISPOSED | change
        reason = only(case, "dispose_confiscated", "2026-04-21T09:00", "proceeds-not-to-treasury", **facts)
        assert reason.about == gap
    else:
        case.do("dispose_confiscated", "2026-04-21T09:00", **DISPOSED | change)


def test_only_what_was_confiscated_is_disposed_of(ordinary: CaseFile):
    only(served(ordinary), "dispose_confiscated", "2026-04-21T09:00", "nothing-confiscated", **DISPOSED, **MONEY)


def test_closing_asks_what_became_of_it(ordinary: CaseFile):
    case = confiscated(ordinary).do("record_payment", "2026-04-09T09:00", paid_yuan="800.00", paid_on="2026-04-09")
    assert case.try_("close_case", "2026-04-22T09:00", closing_way="fulfilled") == ["confiscated-not-disposed"]
    case.do("dispose_confiscated", "2026-04-21T09:00", **DISPOSED, **MONEY)
    assert case.try_("close_case", "2026-04-22T09:00", closing_way="fulfilled") == []


def test_without_confiscation_nothing_is_asked(ordinary: CaseFile):
    case = served(ordinary).do("record_payment", "2026-04-09T09:00", paid_yuan="800.00", paid_on="2026-04-09")
    assert case.try_("close_case", "2026-04-22T09:00", closing_way="fulfilled") == []
