"""更正权属 A correction says rightly what was written wrongly; it moves no power. Giving and taking back go by a batch.

Pure: the place before and after, and the day; out comes why the correction is none.
"""

from collections.abc import Iterator
from datetime import date

from yizhi.rules.authority.facts import Allocation
from yizhi.rules.authority.power import Holding, whose_power
from yizhi.rules.authority.world import Place
from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

TAKES = "收回请走批次：在“赋权批次”里拟订收回，双方表态、审核、决定、公布以后生效。"
GIVES = "赋予请走批次：在“赋权批次”里拟订赋权，双方表态、审核、决定、公布以后生效。"


@cite("实施方案", "三(一)", "分期分批赋予镇(街道)行政执法权限")
def power_moved(place: Place, row: Allocation, today: date) -> list[Reason]:
    """Return the reason why saying `row` anew would take a power from the town, or give it one, today or later.

    `place`: the item in the town as known now, `row` the corrected allocation of the same id. Days before today may be
    corrected; a day on which two bodies hold the power, or none, may be settled. Source: rule of the plan 三(一).
    """
    before = next(each for each in place.allocations if each.id == row.id)
    if before.ends_on is not None and before.on_recall != row.on_recall:
        sentence = f"{place.item.name}收回以后在办案件怎样办，是收回的批次定的，不能用更正来改。"
        return [Reason("correction-settles-cases", sentence, "实施方案 三(一)", cure=TAKES, about="on_recall")]
    others = tuple(each for each in place.allocations if each.id != row.id)
    rows = tuple(sorted((*others, row), key=lambda each: (each.starts_on, each.id)))
    after = place._replace(allocations=rows, entrusted=any(each.mode == "entrustment" for each in rows))
    for day in _days(before, row, today):
        held, holds = whose_power(place, day, True), whose_power(after, day, True)
        if held.body is not None and _power(held) != _power(holds):
            return [_moved(place, held, holds, day)]
    return []


def _moved(place: Place, held: Holding, holds: Holding, day: date) -> Reason:
    takes = _weight(held, place) > _weight(holds, place)
    verb = "收走" if takes else "多给"
    sentence = f"这样更正，从{day.year}年{day.month}月{day.day}日起等于{verb}{place.town.name}的{place.item.name}。更正只改录错的。"
    code = "correction-takes-power" if takes else "correction-gives-power"
    return Reason(code, sentence, "实施方案 三(一)", cure=TAKES if takes else GIVES, about="valid_from")


def _weight(holding: Holding, place: Place) -> tuple[bool, bool, bool]:
    """Return how much of the power the town has: in its own name, by entrustment, with the coercive measures."""
    return holding.body == place.town, holding.mode == "entrustment", _coercion(holding)


def _power(holding: Holding) -> tuple[str, str, bool]:
    return holding.body.id if holding.body else "", holding.mode or "", _coercion(holding)


def _coercion(holding: Holding) -> bool:
    return holding.allocation is not None and holding.allocation.coercion


def _days(before: Allocation, after: Allocation, today: date) -> Iterator[date]:
    """Yield today and every later day on which what either row says begins or ends."""
    days = {
        day
        for row in (before, after)
        for day in (row.starts_on, row.ends_on, row.published_on, row.transition_until)
        if day is not None and day > today
    }
    yield from sorted({today, *days})
