"""加处罚款 Three per cent for each day the fine is late, never more than the fine. Exact to the 分; nothing is rounded on the way."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from yizhi.rules.cite import cite
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.remedies import contested_days
from yizhi.rules.procedure.state import CaseState, day_of, yuan

RATE = Decimal("0.03")
CENT = Decimal("0.01")
Spans = tuple[tuple[date, date], ...]
Payments = tuple[tuple[date, Decimal], ...]


@dataclass(frozen=True, slots=True)
class LateFine:
    """The added fine up to a day: `days` that counted, `amount` in yuan, `capped` when it has reached the fine, `since` the first late day."""

    since: date
    until: date
    days: int
    amount: Decimal
    capped: bool

    @property
    def words(self) -> str:
        """Return how it was counted, in one sentence."""
        cap = "，已经达到罚款数额，不再增加" if self.capped else ""
        return (
            f"从{self.since.year}年{self.since.month}月{self.since.day}日起算到{self.until.month}月{self.until.day}日，"
            f"计{self.days}日，每日百分之三，加处罚款{self.amount}元{cap}。"
        )


@cite("行政处罚法", "第72条第1款第1项", "百分之三加处罚款")
@cite("行政强制法", "第45条", "不得超出金钱给付义务的数额")
def added(fine: Decimal, due: date, payments: Payments, paused: Spans, until: date, *, whole: bool = False) -> LateFine:
    """Return the added fine for a fine due on `due`, counted from the day after it to `until`, both included.

    `payments` are (day, yuan): a payment lowers the base from the next day on, or not at all when `whole` is set (dispute
    `late-fine-base`). Days in `paused` [from, to) do not count. Source: rules `late-fine-3pct`, `late-fine-tell`.
    """
    first = due + timedelta(days=1)
    total, days = Decimal(0), 0
    for start, stop in _stretches(first, until, payments, paused):
        paid = sum((amount for day, amount in payments if day < start), Decimal(0))
        rest = max(fine - paid, Decimal(0))
        base = (fine if whole else rest) if rest else Decimal(0)
        left = (fine - total) / (base * RATE) if base else Decimal(0)
        counted = min((stop - start).days, int(left.to_integral_value(rounding="ROUND_CEILING"))) if base else 0
        total, days = min(total + base * RATE * counted, fine), days + counted
    return LateFine(first, until, days, total.quantize(CENT, rounding=ROUND_DOWN), total >= fine > 0)


def _stretches(first: date, until: date, payments: Payments, paused: Spans) -> list[tuple[date, date]]:
    """Return the days from `first` to `until` as stretches [from, to) in which the base does not change, those paused left out."""
    end = until + timedelta(days=1)
    cuts = {first, end, *(day + timedelta(days=1) for day, _ in payments), *(edge for span in paused for edge in span)}
    edges = sorted(cut for cut in cuts if first <= cut <= end)
    return [
        (start, stop) for start, stop in pairwise(edges) if not any(begin <= start < over for begin, over in paused)
    ]


def late_fine(state: CaseState, here: Circumstances, on: date) -> LateFine | None:
    """Return the added fine of a case up to the day `on`, or None when nothing is late or the last day of payment cannot be named."""
    limit = limit_of(clock("payment"), state, here)
    last = day_of(limit.due.due) if limit else None
    if last is None or on <= last or not state.fine:
        return None
    payments = tuple(
        (day_of(entry.facts.get("paid_on")) or entry.day, yuan(entry.facts.get("paid_yuan")) or Decimal(0))
        for entry in state.all("record_payment", "collect_on_spot")
    )
    whole = here.reads("late-fine-base", "whole")
    return added(state.fine, last, payments, contested_days(state, on), on, whole=whole)


def late_fine_owed(state: CaseState, here: Circumstances, on: date) -> Decimal:
    """Return what of the added fine is neither paid nor waived by an agreement, in yuan; never below zero."""
    accrued = late_fine(state, here, on)
    if accrued is None:
        return Decimal(0)
    settled = [
        yuan(entry.facts.get(key)) or Decimal(0)
        for key, kind in (("late_fine_paid_yuan", "record_payment"), ("late_fine_waived_yuan", "make_agreement"))
        for entry in state.all(kind)
    ]
    return max(accrued.amount - sum(settled, Decimal(0)), Decimal(0))
