"""全县事实 The facts of the whole county on a day, for rooms that ask about many items and towns at once."""

from collections.abc import Collection, Mapping
from datetime import date

from yizhi.rules.authority import Known

from ..facts import book
from ..granting import Grant
from ..models import Allocation, CatalogueEntry, CatalogueLink, Item


def county_on(on: date) -> tuple[Known, Mapping[str, str]]:
    """Return every fact known now as it holds on a day, and the body of each town by the town's code."""
    facts = book()
    return facts.world(on).known(), facts.towns


def in_catalogue(on: date) -> frozenset[str]:
    """省级赋权指导目录 Return the codes of the items that a day's catalogue names.

    Where the catalogue was imported, those linked to a line of it; before that, those that came with a number of a catalogue.
    """
    if CatalogueEntry.objects.known().exists():
        linked = CatalogueLink.objects.known().holding(on)
        lines = set(CatalogueEntry.objects.known().holding(on).values_list("decision", "number"))
        rows = linked.values_list("item", "decision", "number")
        return frozenset(item for item, *line in rows if tuple(line) in lines)
    return frozenset(Item.objects.exclude(source_number=None).values_list("code", flat=True))


def grants_of(facts: Collection[str]) -> dict[str, Grant]:
    """Return what the named allocations say now, by fact, to be said anew with a change."""
    names = Grant.__dataclass_fields__.keys() - {"item", "town"}
    return {
        row.fact: Grant(item=row.item_id, town=row.town_id, **{name: getattr(row, name) for name in names})
        for row in Allocation.objects.known().filter(fact__in=facts)
    }
