"""加处罚款：每日百分之三，第三十四日触顶，复议诉讼期间不计；和一天一天数的算法一致。"""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from yizhi.rules.procedure.late_fine import added, late_fine, late_fine_owed
from yizhi.rules.procedure.tests.case_file import CaseFile, served

DUE = date(2026, 4, 9)
ONE = timedelta(days=1)


def plainly(fine, payments, paused, until, *, whole):
    """One day after the other, as the article reads."""
    total, day = Decimal(0), DUE + ONE
    while day <= until:
        rest = fine - sum((amount for paid_on, amount in payments if paid_on < day), Decimal(0))
        if rest > 0 and not any(start <= day < stop for start, stop in paused):
            total = min(fine, total + (fine if whole else rest) * Decimal("0.03"))
        day += ONE
    return total


@pytest.mark.parametrize(
    ("until", "amount", "days", "capped"),
    [
        pytest.param("2026-04-09", "0.00", 0, False, id="最后一天不算"),
        pytest.param("2026-04-10", "24.00", 1, False, id="逾期第一日"),
        pytest.param("2026-05-12", "792.00", 33, False, id="第三十三日"),
        pytest.param("2026-05-13", "800.00", 34, True, id="第三十四日触顶"),
        pytest.param("2026-05-14", "800.00", 34, True, id="触顶以后不再增加"),
        pytest.param("2027-05-14", "800.00", 34, True, id="一年以后还是本金"),
    ],
)
def test_three_per_cent_a_day_up_to_the_fine(until: str, amount: str, days: int, capped: bool):
    found = added(Decimal("800.00"), DUE, (), (), date.fromisoformat(until))
    assert (found.amount, found.days, found.capped) == (Decimal(amount), days, capped)


@pytest.mark.parametrize(
    ("whole", "amount"),
    [pytest.param(False, "168.00", id="按没有缴的部分"), pytest.param(True, "240.00", id="裁定按决定的数额")],
)
def test_a_part_that_was_paid(whole: bool, amount: str):
    paid = ((DUE + 4 * ONE, Decimal("400.00")),)
    assert added(Decimal("800.00"), DUE, paid, (), DUE + 10 * ONE, whole=whole).amount == Decimal(amount)


def test_review_and_suit_stop_the_counting():
    paused = ((date(2026, 4, 12), date(2026, 4, 20)),)
    assert added(Decimal("800.00"), DUE, (), paused, date(2026, 4, 21)).days == 2 + 2


def test_a_plain_counter_agrees_on_random_cases():
    chance = random.Random(72)
    for _ in range(10_000):
        fine = Decimal(chance.choice(["100", "333.33", "800", "1000"]))
        payments = tuple(
            (DUE + chance.randint(-10, 60) * ONE, Decimal(chance.choice(["33.33", "50", "100"])))
            for _ in range(chance.randint(0, 2))
        )
        starts = [DUE + chance.randint(-5, 50) * ONE for _ in range(chance.randint(0, 2))]
        paused = tuple((start, start + chance.randint(1, 30) * ONE) for start in starts)
        until, whole = DUE + chance.randint(0, 80) * ONE, chance.random() < 0.5
        ours = added(fine, DUE, payments, paused, until, whole=whole).amount
        theirs = plainly(fine, payments, paused, until, whole=whole)
        assert 0 <= theirs - ours < Decimal("0.01"), (fine, payments, paused, until, whole)


def test_in_a_case_it_runs_from_the_day_after_the_last_day_of_payment(ordinary: CaseFile):
    case = served(ordinary)
    here = case.circumstances
    assert late_fine(case.state, here, DUE) is None
    case.do("record_payment", "2026-04-13T09:00", paid_yuan="800.00", paid_on="2026-04-13")
    assert late_fine_owed(case.state, here, date(2026, 6, 1)) == Decimal("96.00")
    assert case.try_("close_case", "2026-04-14T09:00", closing_way="fulfilled") == ["late-fine-open"]
    case.do("close_case", "2026-04-14T09:00", closing_way="fulfilled", answers={"late-fine-open": "没有决定加处"})


def test_a_deferral_moves_the_last_day(ordinary: CaseFile):
    case = served(ordinary)
    facts = {"applied_on": "2026-04-07", "defer_kind": "defer", "pay_until": "2026-07-01", "reason": "低保户"}
    case.do("defer_payment", "2026-04-08T09:00", **facts)
    assert late_fine(case.state, case.circumstances, date(2026, 7, 1)) is None
    found = late_fine(case.state, case.circumstances, date(2026, 7, 2))
    assert found and found.days == 1
