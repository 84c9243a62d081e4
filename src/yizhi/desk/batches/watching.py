"""跟踪问效 What needs somebody's eye among the powers given to towns, and how each was used in a quarter; every row leads to the deed.

Shown is only what the product has facts about: cases opened, past their time limit, withdrawn; decisions overturned, corrected.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max, Q

from yizhi.desk.cases.models import Case
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import MODES, county_on
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town
from yizhi.rules.authority import Known
from yizhi.rules.batches import watching
from yizhi.rules.batches.watching import Watched, quarter_of
from yizhi.rules.procedure.clocks import OTHERS_RULES
from yizhi.rules.refusal import Absent

from .models import Batch
from .outcomes import outcomes
from .permitting import keeps, visible, watches

MOST = 20
WITHDRAWN = "withdrawn"
LOOKED_AT = ("late", "withdrawn", "overturned", "corrected")


@dataclass(frozen=True, slots=True)
class Use:
    """How one item was used in one town in a quarter: cases opened, past their limit now, withdrawn; decisions overturned, corrected."""

    item: str
    town: str
    opened: int = 0
    late: int = 0
    withdrawn: int = 0
    overturned: int = 0
    corrected: int = 0


def watch_context(identity: Identity, asked: Mapping[str, str], *, today: date) -> dict[str, Any]:
    """Return the whole page. `asked`: quarter, any day of it. Raises `Absent` for who has no use for it."""
    if not watches(identity):
        raise Absent("这一页")
    known, towns = county_on(today)
    names = _Names.of(towns)
    first, after = quarter_of(min(_day(asked.get("quarter", "")) or today, today))
    used = uses(known, towns, first, after, today=today)
    last = _last_used()
    held_since = {(row.item, names.codes[row.town]): row.starts_on for row in watching.in_force(known, today)}
    return {
        "groups": [group for group in _groups(known, last, today, names) if group["rows"]],
        "waiting": [
            {"title": row.title, "href": f"/batches/{row.dossier_id}/", "since": row.transition_until or row.starts_on}
            for row in _to_take_over(identity, today)
        ],
        "quarter": {
            "words": f"{first.year}年第{(first.month + 2) // 3}季度",
            "before": f"?quarter={first - timedelta(days=1)}",
            "after": f"?quarter={after}" if after <= today else "",
        },
        **{name: [_use(one, names) for one in used if getattr(one, name)] for name in LOOKED_AT},
        "idle": [_use(one, names) for one in _longest_idle(used, held_since, last)][:MOST],
        "counts": {
            "cells": len(used),
            "idle": sum(not one.opened for one in used),
            "opened": sum(one.opened for one in used),
        },
        "arranges": keeps(identity),
    }


def uses(known: Known, towns: Mapping[str, str], first: date, after: date, *, today: date) -> list[Use]:
    """Return for every power in force in the quarter how it was used; towns by their codes, ordered by item and town."""
    codes = {body: town for town, body in towns.items()}
    held = {
        (row.item, codes[row.town])
        for rows in known.allocations.values()
        for row in rows
        if row.mode != "statutory" and row.starts_on < after and (row.ends_on is None or first < row.ends_on)
    }
    rows = Case.objects.filter(opened_on__gte=first, opened_on__lt=after).order_by()
    counted = rows.values("item", "town").annotate(
        opened=Count("pk"),
        late=Count("pk", filter=Q(due_on__lt=today, ended=False) & ~Q(due_rule__in=OTHERS_RULES)),
        withdrawn=Count("pk", filter=Q(stage=WITHDRAWN)),
    )
    found = {(row["item"], row["town"]): Use(**row) for row in counted}
    came = outcomes(first, after)
    return [
        replace(found.get(key) or Use(*key), overturned=came.overturned[key], corrected=came.corrected[key])
        for key in sorted(held)
    ]


def _longest_idle(
    used: list[Use], since: Mapping[tuple[str, str], date], last: Mapping[tuple[str, str], date]
) -> list[Use]:
    """Return what was not used in the quarter and is still held, the longest unused first; then by item and town."""
    idle = [one for one in used if not one.opened and (one.item, one.town) in since]
    return sorted(idle, key=lambda one: max(since[one.item, one.town], last.get((one.item, one.town), date.min)))


def _groups(
    known: Known, last: Mapping[tuple[str, str], date], today: date, names: "_Names"
) -> Iterator[dict[str, Any]]:
    """Yield each list with its title, why it matters, and rows that lead to the deed."""
    bodies = {town: body for body, town in names.codes.items()}
    by_body = {(item, bodies[town]): day for (item, town), day in last.items() if town in bodies}
    lists: tuple[tuple[str, str, str, Iterable[Watched], str], ...] = (
        ("两个机关，或者没有写明由谁办", "先更正权属，其间不能立案", "", watching.unsettled(known, today), ""),
        ("过渡期十五天内期满", "期满后由镇（街道）办：看人手、培训，不行的收回", "最后一天", watching.transitions_ending(known, today), "recall"),
        ("六十天内到期", "要继续的，接着到期那天另拟一批；中间空着会被拦住", "最后一天", watching.terms_ending(known, today), "give"),
        ("依据失效", "没有依据不得处罚，收回或者登记事项的新版本", "依据止", watching.bases_gone(known, today), "recall"),
        ("五年没有用过", "列为收回候选", "上次立案", watching.unused(known, by_body, today), "recall"),
    )  # fmt: skip
    for title, note, label, rows, deed in lists:
        yield {"title": title, "note": note, "label": label, "rows": [names.row(row, deed) for row in rows]}


def _last_used() -> dict[tuple[str, str], date]:
    """Return the day of the last case of each item in each town, by the towns' codes."""
    rows = Case.objects.order_by().values_list("item", "town").annotate(last=Max("opened_on"))
    return {(item, town): last for item, town, last in rows}


def _to_take_over(identity: Identity, today: date) -> list[Batch]:
    """Return the published batches whose taker should have said by now that it has taken over."""
    rows = visible(identity).filter(stage="published", starts_on__lte=today)
    return list(rows.filter(Q(transition_until=None) | Q(transition_until__lte=today)).order_by("starts_on"))


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of items and towns, and the town of each body."""

    items: Mapping[str, str]
    towns: Mapping[str, str]
    codes: Mapping[str, str]

    @classmethod
    def of(cls, towns: Mapping[str, str]) -> "_Names":
        items = dict(Item.objects.values_list("code", "name"))
        return cls(items, dict(Town.objects.values_list("code", "name")), {body: town for town, body in towns.items()})

    def row(self, row: Watched, deed: str) -> dict[str, Any]:
        """Return one row with the way to the deed: take back, or give anew with the item and the town chosen."""
        town = self.codes[row.town]
        asked = urlencode({"item": row.item, "town": town, "mode": row.mode})
        ways = {"recall": f"/batches/recall/?{asked}", "give": f"/batches/new/?{asked}"}
        return {
            "item": self.items.get(row.item, row.item),
            "href": f"/items/{row.item}/",
            "town": self.towns[town],
            "mode": MODES.get(row.mode, "没有定"),
            "on": row.on,
            "letter": row.letter,
            "deed_href": ways.get(deed, ""),
            "deed": {"recall": "收回", "give": "续办"}.get(deed, ""),
        }


def _use(one: Use, names: _Names) -> dict[str, Any]:
    asked = urlencode({"item": one.item, "town": one.town})
    return {
        "item": names.items.get(one.item, one.item),
        "href": f"/items/{one.item}/",
        "town": names.towns[one.town],
        "opened": one.opened,
        **{name: getattr(one, name) for name in LOOKED_AT},
        "deed_href": f"/batches/recall/?{asked}",
        "deed": "收回",
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
