"""What the desk would look up around a random act of an inspection or of supervision, and the mishaps of a county: dates, lists, certificates."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from yizhi.rules.authority import Question, World, decide
from yizhi.rules.procedure import CaseState, Entry
from yizhi.rules.procedure.oversight import Oversight
from yizhi.rules.procedure.remedies import contest, contest_open
from yizhi.rules.procedure.state import day_of
from yizhi.rules.procedure.tests.plain_record import Shop
from yizhi.rules.procedure.visiting import Counted, Standing, Visiting

COMING = ("planned", "approved", "notified")
ARRIVALS = ("begin_inspection", "inspect_urgently")
NEAR = timedelta(days=30)
PLANNED = frozenset(["plan_inspection", "approve_inspection", "notify_inspection", "make_up_approval"])
"""Acts that are judged by the day that was planned, not by the day they are done."""


@dataclass(frozen=True)
class Ground:
    """A county: the shop that is inspected, and who holds a supervision certificate until which day."""

    shop: Shop
    certificates: Mapping[str, date | None]


def some_ground(dice: random.Random, begins: date) -> Ground:
    """A county in which mostly everything is in order."""

    def soon() -> date:
        return begins + timedelta(days=dice.randrange(60))

    shop = Shop(
        announced_on=dice.choices((date(2020, 1, 1), soon(), None), (90, 9, 1))[0],
        by_justice=dice.random() > 0.02,
        published_on=dice.choices((date(2020, 1, 1), soon(), None), (90, 9, 1))[0],
        outside=dice.random() < 0.02,
        cap=dice.choice((None, 1, 1, 2, 2)),
        sure=dice.random() < 0.7,
    )
    until = dice.choices((None, begins + timedelta(days=dice.randrange(5, 90))), (7, 3))[0]
    return Ground(shop, {"丙": None, "丁": until, "癸": None})


def visiting(
    ground: Ground, powers: World, day: date, planned: date, officers: Sequence[str], others: Sequence[CaseState]
) -> Visiting:
    """What is known around a visit; `others` are the other inspections of the shop."""
    shop = ground.shop
    asked = Question("倾倒", "东镇", day, "inspect", tuple(officers))
    visits = sum(1 for one in others if (began := one.last(*ARRIVALS)) and began.day.year == day.year)
    return Visiting(
        day=day,
        planned=planned,
        body="演示机关",
        town_body=True,
        standing=_standing(shop, day),
        unpublished=() if shop.published_on and shop.published_on <= day else ("演示事项",),
        outside="别的镇" if shop.outside else "",
        counted=(Counted("城管", visits, shop.cap, shop.sure),),
        elsewhere=tuple("已有安排" for one in others if _coming(one, planned)),
        powers=tuple(decide(asked, powers).explained),
    )


def _standing(shop: Shop, day: date) -> Standing | None:
    """As the desk finds it: nothing before the day that was announced."""
    held = shop.announced_on is not None and shop.announced_on <= day
    return Standing(shop.announced_on, "演示机关", shop.by_justice) if held else None


def _coming(one: CaseState, planned: date) -> bool:
    on = day_of(one.known("inspect_from"))
    return one.stage in COMING and on is not None and abs(on - planned) <= NEAR


def oversight(ground: Ground, day: date, case: CaseState | None, beside: Sequence[Sequence[Entry]]) -> Oversight:
    """What a matter is judged by: the case's own record as the product reads it, other matters, certificates of that day."""
    other = "另一件" if any(one and one[-1].kind not in ("close_matter", "transfer_matter") for one in beside) else ""
    held = frozenset(name for name, until in ground.certificates.items() if until is None or day < until)
    contested = "" if case is None else "pending" if contest_open(case) else "over" if contest(case) else ""
    return Oversight(contested, other if case else "", "" if case else other, held)
