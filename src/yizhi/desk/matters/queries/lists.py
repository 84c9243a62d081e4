"""一个片区一张清单 What is on the list of an area on a day: what its towns hold, and what departments have given by letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yizhi.desk.people.identity import Identity, area_towns
from yizhi.desk.places.models import Area, Town
from yizhi.rules.authority import Allocation, Holding, Listed, holdings, listed_items, matrix, taken_over_by
from yizhi.rules.refusal import Absent

from ..facts import Book, book
from ..models import Item, ItemVersion

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
class Listing:
    """What is on a list on a day: columns by area and town, rows by item in the order of their codes, `listed` why each is on it.

    `instruments` gives of a holding in transition the conferral by its id; `names` the bodies by code.
    """

    on: date
    columns: tuple[AreaTowns, ...]
    rows: tuple[ItemVersion, ...]
    listed: Mapping[str, Listed]
    instruments: Mapping[str, Allocation]
    names: Mapping[str, str]

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
        return holding.allocation or self.instruments.get(taken_over_by(holding))


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaList(Listing):
    """A page of a list: of `total` rows those shown, `held` keyed (item code, town code), `after` the cursor of the next page."""

    held: Mapping[tuple[str, str], Holding]
    total: int
    after: str


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
    found = listing(area, on, wanted)
    rest = [row for row in found.rows if row.item_id > after] if after else found.rows
    shown = tuple(rest[:most] if most else rest)
    bodies = {known.towns[town.code]: town.code for town in found.towns}
    held = matrix(known.world(on), [row.item_id for row in shown], list(bodies), on)
    return AreaList(
        on,
        found.columns,
        shown,
        found.listed,
        found.instruments,
        found.names,
        held={(item, bodies[body]): holding for (item, body), holding in held.items()},
        total=len(found.rows),
        after=shown[-1].item_id if len(rest) > len(shown) else "",
    )


def listing(area: str, on: date, wanted: Wanted = Wanted()) -> Listing:
    """Return every row of a list that is asked for, without its cells. Raises `Absent` for an unknown area."""
    known = book()
    columns, listed = known.kept(("list", area, on), lambda: _listed(known, area, on))
    rows = [row for row in known.versions_on(on).values() if wanted.whole or row.item_id in listed]
    rows = list(_chosen(rows, wanted, listed)) if any(column.towns for column in columns) else []
    return Listing(on, columns, tuple(rows), listed, known.by_id, {body.id: body.name for body in known.bodies})


def _listed(known: Book, area: str, on: date) -> tuple[tuple[AreaTowns, ...], Mapping[str, Listed]]:
    columns = columns_on(area, on)
    world, bodies = known.world(on), {known.towns[town.code]: town.code for each in columns for town in each.towns}
    places = [place for place in world.known().allocations if place[1] in bodies]
    held = {(item, bodies[body]): holding for (item, body), holding in holdings(world, places, on).items()}
    named = {column.area.code for column in columns if column.towns}
    letters = [letter for letter in known.letters if letter.area in named]
    owners = {code: row.owner_id for code, row in known.versions_on(on).items()}
    return columns, listed_items(held, letters, owners, on)


def columns_on(area: str, on: date) -> tuple[AreaTowns, ...]:
    """Return one area, or all (`area` empty), with the towns that belong to each on a day. Raises `Absent` for an unknown area."""
    chosen = [each for each in every_area() if area in ("", each.code)]
    if area and not chosen:
        raise Absent("这个片区")
    with_body = set(book().towns)
    return tuple(AreaTowns(each, _towns(each, on, with_body)) for each in chosen)


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


def _towns(area: Area, on: date, with_body: set[str]) -> tuple[Town, ...]:
    codes = area_towns(area, on) & with_body
    centre = area.centre_town_id
    return tuple(sorted(Town.objects.filter(code__in=codes), key=lambda town: (town.code != centre, town.code)))
