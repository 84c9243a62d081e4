"""事实全集 All facts with all their corrections, and what of them was known at a moment."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple, TypeVar

from yizhi.rules.authority.entry import ALWAYS, doubles_of, faults_of, known_since
from yizhi.rules.authority.facts import (
    Allocation,
    Area,
    Body,
    Certificate,
    Fact,
    Item,
    Membership,
    Officer,
    Posting,
    Recusal,
)
from yizhi.rules.authority.reading import TABLES, read_tables
from yizhi.rules.refusal import BadInput, bad_input

Row = TypeVar("Row", bound=Fact)
KEPT_MOMENTS: Final = 32


class Place(NamedTuple):
    """An item in a town, with the item's owner and every allocation of it there, the later start last.

    `entrusted` tells whether an entrustment is among them, in force or not.
    """

    item: Item
    town: Body
    owner: Body
    allocations: tuple[Allocation, ...]
    entrusted: bool


class Known:
    """What was known at one moment, indexed for questions. Per id the version recorded last; never changed once built."""

    def __init__(self, world: "World", moment: datetime) -> None:
        self.bodies: dict[str, Body] = _current(world.bodies, moment)
        self.items: dict[str, Item] = _current(world.items, moment)
        self.areas: dict[str, Area] = _current(world.areas, moment)
        self.officers: dict[str, Officer] = _current(world.officers, moment)
        self.allocations: dict[tuple[str, str], tuple[Allocation, ...]] = _grouped(
            sorted(_current(world.allocations, moment).values(), key=lambda row: (row.starts_on, row.id)),
            lambda row: (row.item, row.town),
        )
        self.certificates: dict[str, tuple[Certificate, ...]] = _grouped(
            _current(world.certificates, moment).values(), lambda row: row.officer
        )
        postings = tuple(_current(world.postings, moment).values())
        self.postings: dict[str, tuple[Posting, ...]] = _grouped(postings, lambda row: row.officer)
        self.recusals: dict[tuple[str, str], Recusal] = {
            (row.officer, row.party): row for row in _current(world.recusals, moment).values()
        }
        self.memberships: dict[tuple[str, str], tuple[Membership, ...]] = {}
        for area in self.areas.values():
            for member in area.member_towns:
                key = (area.id, member.town)
                self.memberships[key] = (*self.memberships.get(key, ()), member)
        self._places: dict[tuple[str, str], Place] = {}
        self.people_of: dict[str, tuple[str, ...]] = self._people(postings)

    def _people(self, postings: Iterable[Posting]) -> dict[str, tuple[str, ...]]:
        """Return, per body, its own officers and those whose posting letter names it."""
        people: dict[str, dict[str, None]] = {}
        for officer in self.officers.values():
            people.setdefault(officer.body, {})[officer.id] = None
        for posting in postings:
            for body in posting.acts_for:
                people.setdefault(body, {})[posting.officer] = None
        return {body: tuple(names) for body, names in people.items()}

    def place(self, item: str, town: str) -> Place:
        """Return what a power is asked about. Raises `BadInput` for an unknown item or town, and a town that is none."""
        found = self._places.get((item, town))
        if found is None:
            asked, where = self.item(item), self.town(town)
            rows = self.allocations.get((item, town), ())
            entrusted = any(row.mode == "entrustment" for row in rows)
            found = Place(asked, where, self.body(asked.owner, "item.owner"), rows, entrusted)
            self._places[item, town] = found
        return found

    def body(self, name: str, about: str) -> Body:
        """Return a body; `BadInput` naming the field `about` when there is none of this id at this moment."""
        found = self.bodies.get(name)
        if found is None:
            raise bad_input(
                about, f"“{name}”不是已录入的行政主体。", "核对编号；片区队和内设机构不是行政主体。", "unknown-body"
            )
        return found

    def item(self, name: str) -> Item:
        """Return an item; `BadInput` when there is none of this id at this moment."""
        found = self.items.get(name)
        if found is None:
            raise bad_input("item", f"没有编号为“{name}”的事项。", "核对事项编号，或者先录入这个事项。", "unknown-item")
        return found

    def town(self, name: str) -> Body:
        """Return a town; `BadInput` for an unknown id and for a body that is not a town."""
        found = self.bodies.get(name)
        if found is None:
            raise bad_input("town", f"没有编号为“{name}”的镇（街道）。", "核对镇（街道）编号。", "unknown-town")
        if found.kind != "town":
            raise bad_input("town", f"{found.name}不是镇（街道）。", "写违法行为发生地的镇（街道）。", "not-a-town")
        return found


@dataclass(frozen=True, eq=False)
class World:
    """All facts with every correction. `World.of` reads plain tables; the constructor takes facts and checks them alike.

    Raises `BadInput` with every fault: doubles, unknown references, an area team entered as a body, and a posting that
    would be an entrustment without its conditions (`posting-not-allowed`, 行政处罚法 第20条、第21条). `referenced`: whoever
    keeps the facts holds their references and their rules of entry; only doubles are looked for.
    """

    bodies: tuple[Body, ...] = ()
    areas: tuple[Area, ...] = ()
    items: tuple[Item, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    officers: tuple[Officer, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    postings: tuple[Posting, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    referenced: bool = field(default=False, repr=False)
    _moments: list[datetime] = field(default_factory=list, init=False, repr=False)
    _kept: dict[int, Known] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        tables = {name: getattr(self, name) for name in TABLES}
        faults = doubles_of(tables) if self.referenced else faults_of(tables)
        if faults:
            raise BadInput(faults)
        self._moments.extend(sorted({known_since(row) for rows in tables.values() for row in rows}))

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> "World":
        """Read a world from plain tables keyed bodies, areas, items, … as in `world.json`; days as ISO text or `date`."""
        return cls(**read_tables(tables), referenced=False)

    def known(self, moment: datetime | None = None) -> Known:
        """Return what was known at `moment` (Beijing time without zone), or all that is known when None."""
        count = len(self._moments)
        revision = count if moment is None else bisect_right(self._moments, moment)
        found = self._kept.get(revision)
        if found is None:
            found = Known(self, self._moments[revision - 1] if revision else ALWAYS)
            while len(self._kept) >= KEPT_MOMENTS:
                self._kept.pop(next(iter(tuple(self._kept)), revision), None)
            self._kept[revision] = found
        return found


def _current(rows: Iterable[Row], moment: datetime) -> dict[str, Row]:
    current: dict[str, Row] = {}
    for row in rows:
        held = current.get(row.id)
        if known_since(row) <= moment and (held is None or known_since(held) <= known_since(row)):
            current[row.id] = row
    return current


def _grouped(rows: Iterable[Any], key: Any) -> dict[Any, tuple[Any, ...]]:
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: tuple(group) for name, group in groups.items()}
