"""事实 The facts an authority answer stands on, read from the database as known at a moment.

A process keeps what it read under the marks of these facts (`record/marks.py`): a recall counts in the same second, in every process.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.bodies.queries import Register, read_register
from yizhi.desk.people.called import officer_names
from yizhi.desk.people.models import Certificate, Posting, Recusal, Service
from yizhi.desk.places.models import Area, Membership
from yizhi.desk.record.marks import remembered
from yizhi.desk.record.models import DatedFact
from yizhi.rules import authority
from yizhi.rules.authority.cells import BEIJING
from yizhi.rules.authority.entry import posting_not_allowed

from .models import Allocation, DutyLetter, ItemVersion

Row = TypeVar("Row", bound=DatedFact)
Worked = TypeVar("Worked")
MOST_WORKED = 48
ALLOCATED = (
    "fact",
    "item_id",
    "town_id",
    "mode",
    "valid_from",
    "valid_to",
    "published_on",
    "decision",
    "basis",
    "letter",
    "transition_until",
    "transition_body",
    "on_recall",
    "coercion",
    "recorded_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Every fact known at one moment. A world is made for a stretch of days in which the same versions hold."""

    bodies: tuple[authority.Body, ...]
    towns: Mapping[str, str]
    areas: tuple[authority.Area, ...]
    items: Mapping[str, list[ItemVersion]]
    services: Mapping[str, list[Service]]
    allocations: tuple[authority.Allocation, ...]
    by_id: Mapping[str, authority.Allocation]
    letters: tuple[authority.Letter, ...]
    certificates: tuple[authority.Certificate, ...]
    postings: tuple[authority.Posting, ...]
    recusals: tuple[authority.Recusal, ...]
    names: Mapping[str, str]
    register: Register
    bounds: list[date]
    worlds: dict[int, authority.World] = field(default_factory=dict)
    worked: dict[Hashable, Any] = field(default_factory=dict)

    def versions_on(self, on: date) -> dict[str, ItemVersion]:
        """Return of every item in force on `on` its version, by code."""
        found = {}
        for code, rows in self.items.items():
            for row in rows:
                if row.valid_from <= on and (row.valid_to is None or on < row.valid_to):
                    found[code] = row
        return found

    def kept(self, key: Hashable, work: Callable[[], Worked]) -> Worked:
        """Return what `work` finds out from these facts, found out once for the same key."""
        kept: Worked | None = self.worked.get(key)
        if kept is not None:
            return kept
        found = work()
        while len(self.worked) >= MOST_WORKED:
            self.worked.pop(next(iter(tuple(self.worked)), key), None)
        self.worked[key] = found
        return found

    def world(self, on: date) -> authority.World:
        """Return the world of the day `on`: of every item and every officer the version that holds on that day."""
        stretch = bisect_right(self.bounds, on)
        found = self.worlds.get(stretch)
        if found is None:
            found = self.worlds[stretch] = self.without_cache(on)
        return found

    def without_cache(self, on: date, allocations: Iterable[authority.Allocation] | None = None) -> authority.World:
        """Return a world of the day `on`, with other `allocations` in place of those known when they are given."""
        officers = tuple(_officer(version_on(rows, on), self.names) for rows in self.services.values())
        return authority.World(
            bodies=self.bodies,
            areas=self.areas,
            items=tuple(_item(version_on(rows, on)) for rows in self.items.values()),
            allocations=self.allocations if allocations is None else tuple(allocations),
            officers=officers,
            certificates=self.certificates,
            postings=_allowed(self.postings, officers, self.bodies),
            recusals=self.recusals,
        )


def world_of(on: date, known_at: datetime | None = None) -> authority.World:
    """Return the facts of the whole county for the day `on`, as known at `known_at` (Beijing time; None = now)."""
    return book(known_at).world(on)


def book(known_at: datetime | None = None) -> Book:
    """Return every fact known at `known_at`, read again only when one of them changed since."""
    return _book(known_at)


def version_on(rows: list[Row], on: date) -> Row:
    """Return of one thing's versions the one that holds on `on`; else the last that held before; else the first."""
    before = [row for row in rows if row.valid_from <= on]
    holding = [row for row in before if row.valid_to is None or on < row.valid_to]
    if holding:
        return max(holding, key=lambda row: (row.valid_from, row.recorded_at))
    return (
        max(before, key=lambda row: row.valid_to or date.max) if before else min(rows, key=lambda row: row.valid_from)
    )


@remembered("places", "bodies", "people", "matters", most=8)
def _book(known_at: datetime | None) -> Book:
    bodies = tuple(
        Body.objects.order_by("code").values_list("code", "kind", "name", "county_id", "parent_id", "town_id")
    )
    areas = tuple(Area.objects.order_by("code").values_list("code", "name", "centre_town_id"))
    towns = {town: code for code, _, _, _, _, town in bodies if town}
    at = timezone.make_aware(known_at, BEIJING) if known_at is not None else None
    items = _grouped(ItemVersion.objects.known(at).order_by("item_id"), "item_id")
    # Plain rows: a county has tens of thousands of them, and making a model of each costs more than reading it.
    rows: Iterable[Any] = Allocation.objects.known(at).values_list(*ALLOCATED, named=True)
    allocations = tuple(allocation_fact(row, towns[row.town_id]) for row in rows if row.town_id in towns)
    services = _grouped(Service.objects.known(at), "officer_id")
    return Book(
        bodies=_bodies(bodies),
        towns=towns,
        areas=_areas(areas, towns, Membership.objects.known(at)),
        items=items,
        services=services,
        allocations=allocations,
        by_id={row.id: row for row in allocations},
        letters=tuple(_letter(row) for row in DutyLetter.objects.known(at)),
        certificates=tuple(_certificate(row) for row in Certificate.objects.known(at)),
        postings=tuple(_posting(row) for row in Posting.objects.known(at)),
        recusals=tuple(
            authority.Recusal(row.fact, row.officer_id, row.party, beijing(row.recorded_at))
            for row in Recusal.objects.known(at)
        ),
        names=officer_names(),
        register=read_register(at),
        bounds=_bounds([*items.values(), *services.values()]),
    )


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(getattr(row, key), []).append(row)
    return groups


def _bounds(groups: Iterable[list[Any]]) -> list[date]:
    """Return the days on which another version of something begins to hold."""
    several = [row for rows in groups if len(rows) > 1 for row in rows]
    return sorted({day for row in several for day in (row.valid_from, row.valid_to) if day is not None})


def beijing(moment: datetime) -> datetime:
    """Return a moment in Beijing time without zone, as the rules want it."""
    return moment.astimezone(BEIJING).replace(tzinfo=None)


def _bodies(rows: Iterable[Any]) -> tuple[authority.Body, ...]:
    governments = {code for code, kind, *_ in rows if kind == Body.Kind.GOVERNMENT}
    return tuple(
        authority.Body(code, kind, name, county, parent if parent in governments else None)
        for code, kind, name, county, parent, _ in rows
    )


def _areas(rows: Iterable[Any], towns: Mapping[str, str], members: Iterable[Membership]) -> tuple[authority.Area, ...]:
    held: dict[str, list[authority.Membership]] = {}
    for row in members:
        if row.town_id in towns:
            member = authority.Membership(towns[row.town_id], row.valid_from, row.valid_to)
            held.setdefault(row.area_id, []).append(member)
    return tuple(
        authority.Area(code, name, towns.get(centre), tuple(held.get(code, ()))) for code, name, centre in rows
    )


def _item(row: ItemVersion) -> authority.Item:
    kind: Any = row.kind
    bases = tuple(
        authority.Basis(
            each.get("law", ""), each.get("article", ""), date.fromisoformat(each["effective"]), _day(each, "expiry")
        )
        for each in row.bases
        if each.get("effective")
    )
    return authority.Item(row.item_id, row.name, kind, row.domain, row.owner_id, bases, beijing(row.recorded_at))


def allocation_fact(row: Allocation, town: str) -> authority.Allocation:
    """Return an allocation as the rules see it; `town` is the code of the town's body."""
    mode: Any = row.mode
    transition_body: Any = row.transition_body or None
    on_recall: Any = row.on_recall or None
    return authority.Allocation(
        id=row.fact,
        item=row.item_id,
        town=town,
        mode=mode,
        starts_on=row.valid_from,
        ends_on=row.valid_to,
        published_on=row.published_on,
        decision=row.decision.strip(),
        basis=row.basis.strip(),
        letter=row.letter.strip(),
        transition_until=row.transition_until,
        transition_body=transition_body,
        on_recall=on_recall,
        coercion=row.coercion,
        recorded_at=beijing(row.recorded_at),
    )


def _letter(row: DutyLetter) -> authority.Letter:
    items = tuple(row.items)
    return authority.Letter(row.fact, row.area_id, row.body_id, row.number, items, row.valid_from, row.valid_to)


def _officer(row: Service, names: Mapping[str, str]) -> authority.Officer:
    return authority.Officer(
        row.officer_id,
        row.body_id,
        row.valid_from,
        row.valid_to,
        row.employer_id,
        names.get(row.officer_id, ""),
        beijing(row.recorded_at),
    )


def _certificate(row: Certificate) -> authority.Certificate:
    periods = tuple(
        authority.StatusPeriod(each["status"], date.fromisoformat(each["from"]), _day(each, "to"))
        for each in row.status_periods
    )
    return authority.Certificate(
        row.fact,
        row.officer_id,
        row.valid_from,
        row.valid_to,
        tuple(row.domains),
        periods,
        beijing(row.recorded_at),
    )


def _posting(row: Posting) -> authority.Posting:
    acts_for = tuple(row.acts_for)
    return authority.Posting(
        row.fact, row.officer_id, row.area_id, row.valid_from, row.valid_to, acts_for, beijing(row.recorded_at)
    )


def _allowed(
    postings: Iterable[authority.Posting],
    officers: Iterable[authority.Officer],
    bodies: Iterable[authority.Body],
) -> tuple[authority.Posting, ...]:
    """Return the postings without those that have become an entrustment in disguise when the officer changed bodies."""
    known = {body.id: [body] for body in bodies}
    services = {officer.id: [officer] for officer in officers}
    return tuple(row for row in postings if not posting_not_allowed(row, services.get(row.officer, ()), known))


def _day(row: Mapping[str, Any], key: str) -> date | None:
    value = row.get(key)
    return date.fromisoformat(value) if value else None
