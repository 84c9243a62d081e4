"""事实 The facts an authority answer stands on, read from the database as known at a moment.

A process keeps what it read under the marks of these facts (`record/marks.py`): a recall counts in the same second, in every process.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import QuerySet
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

from .as_facts import (
    allocation_fact,
    allowed_postings,
    area_facts,
    beijing,
    body_facts,
    certificate_fact,
    item_fact,
    letter_fact,
    officer_fact,
    posting_fact,
)
from .kept_rows import KeptRows
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
        return self.kept(("versions", on), lambda: self._versions_on(on))

    def _versions_on(self, on: date) -> dict[str, ItemVersion]:
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
        officers = tuple(officer_fact(version_on(rows, on), self.names) for rows in self.services.values())
        return authority.World(
            bodies=self.bodies,
            areas=self.areas,
            items=tuple(item_fact(version_on(rows, on)) for rows in self.items.values()),
            allocations=self.allocations if allocations is None else tuple(allocations),
            officers=officers,
            certificates=self.certificates,
            postings=allowed_postings(self.postings, officers, self.bodies),
            recusals=self.recusals,
            referenced=True,
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


def _given(rows: QuerySet[Allocation], towns: Mapping[str, str]) -> Iterator[tuple[int, authority.Allocation]]:
    """Yield allocations from plain rows: a county has tens of thousands, and a model of each costs more than reading it."""
    for row in rows.values_list("pk", *ALLOCATED, named=True):
        yield row.pk, allocation_fact(row, towns[row.town_id])


@lru_cache(maxsize=2)
def _allocations(towns: tuple[tuple[str, str], ...]) -> KeptRows[Allocation, authority.Allocation]:
    """Return what keeps the allocations while the towns have these bodies."""
    return KeptRows(lambda rows: _given(rows, dict(towns)))


VERSIONS: KeptRows[ItemVersion, ItemVersion] = KeptRows(lambda rows: ((row.pk, row) for row in rows))


@remembered("places", "bodies", "people", "matters", most=8)
def _book(known_at: datetime | None) -> Book:
    bodies = tuple(
        Body.objects.order_by("code").values_list("code", "kind", "name", "county_id", "parent_id", "town_id")
    )
    areas = tuple(Area.objects.order_by("code").values_list("code", "name", "centre_town_id"))
    towns = {town: code for code, _, _, _, _, town in bodies if town}
    at = timezone.make_aware(known_at, BEIJING) if known_at is not None else None
    versions = ItemVersion.objects.known(at).order_by("item_id")
    items = _grouped(VERSIONS.read(versions) if at is None else versions, "item_id")
    given = Allocation.objects.known(at).filter(town__in=towns)
    now = _allocations(tuple(towns.items())).read(given) if at is None else [row for _, row in _given(given, towns)]
    allocations = tuple(now)
    services = _grouped(Service.objects.known(at), "officer_id")
    return Book(
        bodies=body_facts(bodies),
        towns=towns,
        areas=area_facts(areas, towns, Membership.objects.known(at)),
        items=items,
        services=services,
        allocations=allocations,
        by_id={row.id: row for row in allocations},
        letters=tuple(letter_fact(row) for row in DutyLetter.objects.known(at)),
        certificates=tuple(certificate_fact(row) for row in Certificate.objects.known(at)),
        postings=tuple(posting_fact(row) for row in Posting.objects.known(at)),
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
