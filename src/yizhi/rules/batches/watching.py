"""跟踪问效 What of the powers given to towns needs somebody's eye: a transition that ends, a power unused, a basis gone, a term that runs out.

Pure: facts and the days of the cases in, rows out; each row names one item in one town, so that it can be acted on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from yizhi.rules.authority.facts import Allocation, Item
from yizhi.rules.authority.power import whose_power
from yizhi.rules.authority.world import Known
from yizhi.rules.cite import cite

TRANSITION_DAYS: Final = 15
TERM_DAYS: Final = 60
UNUSED_YEARS: Final = 5


@dataclass(frozen=True, slots=True)
class Watched:
    """One thing to look at: item and town's body, the mode, the day that matters (None where none does) and the instrument."""

    item: str
    town: str
    mode: str
    on: date | None
    letter: str


def in_force(known: Known, today: date) -> Iterator[Allocation]:
    """Yield the conferrals and entrustments that hold today, in the order of item and town."""
    for key in sorted(known.allocations):
        for row in known.allocations[key]:
            if row.mode != "statutory" and row.covers(today):
                yield row


@cite("实施方案", "三(一)", "合理设置权力承接“过渡期”")
def transitions_ending(known: Known, today: date) -> list[Watched]:
    """过渡期快满 Return the transitions whose last day is today or at most fifteen days away, the nearest first."""
    rows = [
        _watched(row, row.transition_until - timedelta(days=1))
        for row in in_force(known, today)
        if row.transition_until is not None
    ]
    return _near(rows, today, TRANSITION_DAYS)


@cite("行政处罚法", "第20条第2款", "载明委托的具体事项、权限、期限")
def terms_ending(known: Known, today: date) -> list[Watched]:
    """委托、赋权快到期 Return what ends at most sixty days from today and is followed by nothing of the same kind."""
    rows = [
        _watched(row, row.ends_on - timedelta(days=1))
        for row in in_force(known, today)
        if row.ends_on is not None and not _followed(known, row)
    ]
    return _near(rows, today, TERM_DAYS)


@cite("行政处罚法", "第24条第1款", "定期组织评估")
def unused(known: Known, last_used: Mapping[tuple[str, str], date], today: date) -> list[Watched]:
    """五年没有用过 Return what a town has held for five years without opening one case under it in five years.

    `last_used`: the day of the last case of each item and town's body.
    """
    since = years_before(today, UNUSED_YEARS)
    return [
        _watched(row, last_used.get((row.item, row.town)))
        for row in in_force(known, today)
        if row.starts_on <= since and last_used.get((row.item, row.town), date.min) <= since
    ]


@cite("行政处罚法", "第38条", "没有依据")
def bases_gone(known: Known, today: date) -> list[Watched]:
    """依据失效 Return what towns hold of items whose last basis is no longer in force today, or ends within sixty days."""
    ends = {item.id: _basis_until(item, today) for item in known.items.values()}
    rows = [
        _watched(row, ends[row.item])
        for row in in_force(known, today)
        if ends[row.item] is not None and row.item in known.items
    ]
    return sorted(
        (row for row in rows if row.on is not None and row.on <= today + timedelta(days=TERM_DAYS)),
        key=lambda row: (row.on or today, row.item, row.town),
    )


def unsettled(known: Known, today: date) -> list[Watched]:
    """没有定的 Return the cells in which two bodies hold one power, or a transition does not say who decides."""
    found = []
    for item, town in sorted(known.allocations):
        holding = whose_power(known.place(item, town), today, True)
        if holding.body is None:
            found.append(Watched(item, town, holding.state, None, ""))
    return found


def years_before(day: date, years: int) -> date:
    """Return the same day so many years before; 29 February becomes the 28th.

    >>> years_before(date(2028, 2, 29), 5)
    datetime.date(2023, 2, 28)
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def quarter_of(day: date) -> tuple[date, date]:
    """Return the first day of a day's quarter and the first day after it.

    >>> quarter_of(date(2026, 11, 24))
    (datetime.date(2026, 10, 1), datetime.date(2027, 1, 1))
    """
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    after = date(first.year + 1, 1, 1) if first.month == 10 else date(first.year, first.month + 3, 1)
    return first, after


def _basis_until(item: Item, today: date) -> date | None:
    """Return the first day without any basis; None where one is open or none was ever in force."""
    held = [basis for basis in item.bases if basis.effective <= today]
    if not held or any(basis.expiry is None for basis in held):
        return None
    return max(basis.expiry for basis in held if basis.expiry is not None)


def _followed(known: Known, row: Allocation) -> bool:
    later: Iterable[Allocation] = known.allocations[(row.item, row.town)]
    return any(other.starts_on == row.ends_on and other.mode == row.mode for other in later)


def _near(rows: Iterable[Watched], today: date, days: int) -> list[Watched]:
    last = today + timedelta(days=days)
    near = [row for row in rows if row.on is not None and today <= row.on <= last]
    return sorted(near, key=lambda row: (row.on or today, row.item, row.town))


def _watched(row: Allocation, on: date | None) -> Watched:
    return Watched(row.item, row.town, row.mode, on, row.letter)
