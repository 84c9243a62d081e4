"""全县事实 The facts of the whole county on a day, for rooms that ask about many items and towns at once."""

from collections.abc import Collection, Mapping
from datetime import date

from yizhi.rules.authority import Known

from ..facts import book
from ..granting import Grant
from ..models import Allocation


def county_on(on: date) -> tuple[Known, Mapping[str, str]]:
    """Return every fact known now as it holds on a day, and the body of each town by the town's code."""
    facts = book()
    return facts.world(on).known(), facts.towns


def grants_of(facts: Collection[str]) -> dict[str, Grant]:
    """Return what the named allocations say now, by fact, to be said anew with a change."""
    names = Grant.__dataclass_fields__.keys() - {"item", "town", "why"}
    return {
        row.fact: Grant(item=row.item_id, town=row.town_id, **{name: getattr(row, name) for name in names})
        for row in Allocation.objects.known().filter(fact__in=facts)
    }
