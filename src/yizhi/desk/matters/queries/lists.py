"""一个片区一张清单 What is on the list of an area on a day: what its towns hold, and what departments have given by letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yizhi.desk.people.identity import Identity, area_towns
from yizhi.desk.places.models import Area, Town
from yizhi.rules.authority import Allocation, Holding, Letter, Listed, holdings, listed_items, matrix
from yizhi.rules.refusal import Absent

from ..facts import Book, book
from ..models import DutyLetter, Item, ItemVersion

KEPT_DAYS = 16
TEXTS = ("q", "domain", "kind", "body")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class AreaTowns:
    """An area and the towns that belong to it on the day."""

    area: Area
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a list is asked for: two characters of the name, domain, kind, body that holds or owns; `whole` also what is not on it."""

    q: str = ""
    domain: str = ""
    kind: str = ""
    body: str = ""
    whole: bool = False

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Wanted":
        """Read what is asked for from texts by name; `whole` is asked for by yes."""
        texts = {name: asked.get(name, "").replace("\x00", "")[:LONGEST].strip() for name in TEXTS}
        return cls(**texts, whole=asked.get("whole") == "yes")


@dataclass(frozen=True, slots=True)
class AreaList:
    """The list of one day: columns by area and town, rows by item, `held` keyed (item code, town code).

    `listed` tells of every item on the list why; `instruments` gives of a holding in transition the conferral by its id.
    """

    on: date
    columns: tuple[AreaTowns, ...]
    rows: tuple[ItemVersion, ...]
    held: Mapping[tuple[str, str], Holding]
    listed: Mapping[str, Listed]
    instruments: Mapping[str, Allocation]
    names: Mapping[str, str]
    total: int
    after: str

    @property
    def towns(self) -> tuple[Town, ...]:
        """Return the towns in the order of the columns."""
        return tuple(town for column in self.columns for town in column.towns)

    @property
    def title(self) -> str:
        """Return what the list is called: 某片区行政执法事项清单."""
        name = self.columns[0].area.name if len(self.columns) == 1 else "各片区"
        return f"{name}行政执法事项清单"

    def instrument(self, holding: Holding) -> Allocation | None:
        """Return the allocation that a holding stands on; while a department decides in the transition, the conferral itself."""
        if holding.allocation is not None:
            return holding.allocation
        return next((self.instruments[each.about] for each in holding.findings if each.about in self.instruments), None)


def areas(identity: Identity) -> list[Area]:
    """Return every area by code; areas are public facts."""
    if not identity.account:
        raise Absent("片区")
    return every_area()


def every_area() -> list[Area]:
    """Return every area by code, for whoever asks: areas are public facts."""
    return list(Area.objects.select_related("centre_town").order_by("code"))


def area_list(
    identity: Identity, area: str, on: date, wanted: Wanted = Wanted(), *, after: str = "", most: int | None = None
) -> AreaList:
    """Return the list of one area, or of all (`area` empty), on a day. Raises `Absent` for an unknown area."""
    if not identity.account:
        raise Absent("清单")
    return published_list(area, on, wanted, after=after, most=most)


def published_list(
    area: str, on: date, wanted: Wanted = Wanted(), *, after: str = "", most: int | None = None
) -> AreaList:
    """Return the same list for whoever asks: what counts has been published. Raises `Absent` for an unknown area.

    A town without a body is left out: nothing can be allocated to it.
    """
    known = book()
    columns = columns_on(area, on)
    towns = [town.code for column in columns for town in column.towns]
    versions = known.versions_on(on)
    letters = [
        _letter(row)
        for row in DutyLetter.objects.known().holding(on).filter(area__in=[column.area for column in columns])
    ]
    owners = {code: row.owner_id for code, row in versions.items()}
    listed = listed_items(_held_by_towns(known, on, tuple(towns)), letters, owners, on) if towns else {}
    found = [row for row in versions.values() if wanted.whole or row.item_id in listed]
    found = list(_chosen(found, wanted, listed)) if towns else []
    rest = [row for row in found if row.item_id > after] if after else found
    shown = tuple(rest[:most] if most else rest)
    bodies = {known.towns[town]: town for town in towns}
    held = matrix(known.world(on), [row.item_id for row in shown], list(bodies), on)
    return AreaList(
        on,
        columns,
        shown,
        {(item, bodies[body]): holding for (item, body), holding in held.items()},
        listed,
        known.by_id,
        {body.id: body.name for body in known.bodies},
        len(found),
        shown[-1].item_id if len(rest) > len(shown) else "",
    )


def columns_on(area: str, on: date) -> tuple[AreaTowns, ...]:
    """Return one area, or all (`area` empty), with the towns that belong to each on a day. Raises `Absent` for an unknown area."""
    chosen = [each for each in every_area() if area in ("", each.code)]
    if area and not chosen:
        raise Absent("这个片区")
    with_body = set(book().towns)
    return tuple(AreaTowns(each, _towns(each, on, with_body)) for each in chosen)


def _held_by_towns(known: Book, on: date, towns: tuple[str, ...]) -> Mapping[tuple[str, str], Holding]:
    """Return who holds each item in each of `towns` where anything was ever allocated, keyed by the codes of item and town."""
    kept = known.lists.get((on, towns))
    if kept is None:
        world, bodies = known.world(on), {known.towns[town]: town for town in towns}
        places = [place for place in world.known().allocations if place[1] in bodies]
        held = holdings(world, places, on)
        kept = {(item, bodies[body]): holding for (item, body), holding in held.items()}
        while len(known.lists) >= KEPT_DAYS:
            known.lists.pop(next(iter(tuple(known.lists))), None)
        known.lists[on, towns] = kept
    return kept


def _chosen(rows: Sequence[ItemVersion], wanted: Wanted, listed: Mapping[str, Listed]) -> Iterable[ItemVersion]:
    """Return of the rows those that are asked for, in the order of their codes."""
    named = None
    if wanted.q.strip():
        named = set(Item.objects.filter(search__bigrams=wanted.q).values_list("code", flat=True))
    for row in rows:
        if (
            (named is None or row.item_id in named)
            and wanted.domain in ("", row.domain)
            and wanted.kind in ("", row.kind)
            and (not wanted.body or wanted.body in _bodies(row, listed.get(row.item_id, Listed())))
        ):
            yield row


def _bodies(row: ItemVersion, listed: Listed) -> set[str]:
    return {row.owner_id, *(holding.body.id for _, holding in listed.towns if holding.body)}


def _letter(row: DutyLetter) -> Letter:
    return Letter(row.fact, row.area_id, row.body_id, row.number, tuple(row.items), row.valid_from, row.valid_to)


def _towns(area: Area, on: date, with_body: set[str]) -> tuple[Town, ...]:
    codes = area_towns(area, on) & with_body
    centre = area.centre_town_id
    return tuple(sorted(Town.objects.filter(code__in=codes), key=lambda town: (town.code != centre, town.code)))
