"""指导目录 The provincial catalogue as it is seen: its lines on a day with the items linked to each, and the lines of one item."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from yizhi.desk.people.identity import Identity
from yizhi.rules.refusal import Absent

from ..guidance import has_catalogue, in_catalogue
from ..models import Allocation, CatalogueEntry, CatalogueLink, Item

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """The lines on a day, in the order of publication, the items of each, the decisions, and conferrals outside of it."""

    lines: tuple[CatalogueEntry, ...]
    items: Mapping[Line, tuple[Item, ...]]
    decisions: tuple[tuple[str, str, int], ...]
    outside: tuple[Item, ...]


def catalogue_lines(
    identity: Identity, on: date, *, q: str = "", decision: str = "", unlinked: bool = False
) -> CataloguePage:
    """Return the catalogue on a day; `q` words of the name, `decision` one of its decisions, `unlinked` lines without an item."""
    if not identity.account:
        raise Absent("指导目录")
    held = list(CatalogueEntry.objects.known().holding(on).order_by("decision", "position"))
    items: dict[Line, tuple[Item, ...]] = {}
    for link in CatalogueLink.objects.known().holding(on).select_related("item").order_by("item_id"):
        line = (link.decision, link.number)
        items[line] = (*items.get(line, ()), link.item)
    counted: dict[Line, int] = {}
    for row in held:
        counted[row.decision, row.batch] = counted.get((row.decision, row.batch), 0) + 1
    shown = tuple(
        row
        for row in held
        if q in row.name and decision in ("", row.decision) and not (unlinked and items.get((row.decision, row.number)))
    )
    decisions = tuple((number, batch, count) for (number, batch), count in counted.items())
    return CataloguePage(shown, items, decisions, tuple(_outside(on)))


def lines_of_item(code: str, on: date) -> list[tuple[CatalogueLink, CatalogueEntry | None]]:
    """Return what an item is linked to on a day, each with its line as it reads on that day."""
    links = list(CatalogueLink.objects.known().holding(on).filter(item=code).order_by("decision", "number"))
    rows = CatalogueEntry.objects.known().holding(on).filter(decision__in={link.decision for link in links})
    held = {(row.decision, row.number): row for row in rows}
    return [(link, held.get((link.decision, link.number))) for link in links]


def numbers_of(codes: Collection[str], on: date) -> dict[str, str]:
    """Return for the named items the numbers of their lines in the catalogue on a day, such as 12、40."""
    found: dict[str, str] = {}
    for link in CatalogueLink.objects.known().holding(on).filter(item__in=codes).order_by("decision", "number"):
        found[link.item_id] = f"{found[link.item_id]}、{link.number}" if link.item_id in found else link.number
    return found


def _outside(on: date) -> list[Item]:
    """Return the items that a town holds by conferral on the day and the catalogue does not name."""
    if not has_catalogue():
        return []
    conferred = Allocation.objects.known().holding(on).filter(mode=Allocation.Mode.CONFERRAL).values("item")
    return list(Item.objects.filter(code__in=conferred).exclude(code__in=in_catalogue(on)).order_by("code"))
