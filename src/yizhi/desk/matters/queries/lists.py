"""一个片区一张清单 Items × towns of an area on a day: who holds what."""

from dataclasses import dataclass
from datetime import date

from yizhi.desk.people.identity import Identity, area_towns
from yizhi.desk.places.models import Area, Town
from yizhi.rules.authority import Holding, matrix
from yizhi.rules.refusal import Absent

from ..facts import book
from ..models import ItemVersion


@dataclass(frozen=True, slots=True)
class AreaTowns:
    """An area and the towns that belong to it on the day."""

    area: Area
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class AreaList:
    """The list of one day: columns by area and town, rows by item, `held` keyed (item code, town code)."""

    on: date
    columns: tuple[AreaTowns, ...]
    rows: tuple[ItemVersion, ...]
    held: dict[tuple[str, str], Holding]
    total: int
    after: str


def areas(identity: Identity) -> list[Area]:
    """Return every area by code; areas are public facts."""
    if not identity.account:
        raise Absent("片区")
    return list(Area.objects.select_related("centre_town").order_by("code"))


def area_list(
    identity: Identity, area: str, on: date, *, q: str = "", domain: str = "", after: str = "", most: int | None = None
) -> AreaList:
    """Return the list of one area, or of all (`area` empty), on a day. Raises `Absent` for an unknown area.

    A town without a body is left out: nothing can be allocated to it.
    """
    chosen = [each for each in areas(identity) if area in ("", each.code)]
    if area and not chosen:
        raise Absent("这个片区")
    known = book()
    columns = tuple(AreaTowns(each, _towns(each, on, set(known.towns))) for each in chosen)
    rows = ItemVersion.objects.known().holding(on).select_related("owner").order_by("item_id")
    rows = rows.filter(item__search__bigrams=q) if q.strip() else rows
    rows = rows.filter(domain=domain) if domain else rows
    total = rows.count()
    rows = rows.filter(item_id__gt=after) if after else rows
    found = list(rows[: most + 1] if most else rows)
    shown = tuple(found[:most] if most else found)
    bodies = {known.towns[town.code]: town.code for column in columns for town in column.towns}
    held = matrix(known.world(on), [row.item_id for row in shown], list(bodies), on)
    cells = {(item, bodies[body]): holding for (item, body), holding in held.items()}
    return AreaList(on, columns, shown, cells, total, shown[-1].item_id if len(found) > len(shown) else "")


def _towns(area: Area, on: date, with_body: set[str]) -> tuple[Town, ...]:
    codes = area_towns(area, on) & with_body
    centre = area.centre_town_id
    return tuple(sorted(Town.objects.filter(code__in=codes), key=lambda town: (town.code != centre, town.code)))
