"""两天之间 What became different on the list of an area between two days, each change with its instrument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from yizhi.desk.people.identity import Identity
from yizhi.rules.authority import Allocation, Holding, Letter, on_list
from yizhi.rules.refusal import Absent

from ..facts import book
from .catalogue import whose
from .lists import Listing, Wanted, listing

ChangeKind = Literal["added", "ended", "changed"]
Cells = Mapping[tuple[str, str], Holding]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: whose it was, and on which instrument; `letter` when a department's letter gave it."""

    words: str
    allocation: Allocation | None = None
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became different for one item in one town, or for the area by a letter (`town` empty)."""

    kind: ChangeKind
    item: str
    name: str
    town: str
    before: Side | None
    after: Side | None


def list_changes(identity: Identity, area: str, since: date, on: date, wanted: Wanted = Wanted()) -> list[Change]:
    """Return what differs on `on` from the list as it was on `since`, by item and town. Raises `Absent` for an unknown area."""
    if not identity.account:
        raise Absent("清单")
    return changes_between(area, since, on, wanted)


def changes_between(area: str, since: date, on: date, wanted: Wanted = Wanted()) -> list[Change]:
    """Return the same changes for whoever asks.

    A town that has joined the area since brings what it holds as added; one that has left takes it away as ended.
    """
    chosen = {row.item_id for day in (since, on) for row in listing(area, day, wanted).rows}
    found = book().kept(("changes", area, since, on), lambda: _changes(area, since, on))
    return [change for change in found if change.item in chosen]


def _changes(area: str, since: date, on: date) -> list[Change]:
    before, after = (listing(area, day) for day in (since, on))
    names = {row.item_id: row.name for each in (before, after) for row in each.rows}
    towns = {town.code: town.name for each in (before, after) for town in each.towns}
    return [*_by_towns(before, after, names, towns), *_by_letters(before, after, names)]


def _by_towns(before: Listing, after: Listing, names: Mapping[str, str], towns: Mapping[str, str]) -> list[Change]:
    was, now = _listed(before), _listed(after)
    found = []
    for item, town in sorted({*was, *now}):
        old, new = was.get((item, town)), now.get((item, town))
        if item not in names or (old and new and _same(old, new, before, after)):
            continue
        kind: ChangeKind = "changed" if old and new else "added" if new else "ended"
        sides = (_side(old, before, towns[town]), _side(new, after, towns[town]))
        found.append(Change(kind, item, names[item], towns[town], *sides))
    return found


def _by_letters(before: Listing, after: Listing, names: Mapping[str, str]) -> list[Change]:
    was, now = _given(before), _given(after)
    found = []
    for key in sorted({*was, *now} - {*was}.intersection(now)):
        item = key[0]
        if item in names:
            letter = now.get(key) or was[key]
            side = Side("部门明确由片区队行使", letter=letter)
            kind: ChangeKind = "added" if key in now else "ended"
            found.append(Change(kind, item, names[item], "", *((None, side) if key in now else (side, None))))
    return found


def _listed(each: Listing) -> dict[tuple[str, str], Holding]:
    return {
        (item, town): holding
        for item, listed in each.listed.items()
        for town, holding in listed.towns
        if on_list(holding)
    }


def _given(each: Listing) -> dict[tuple[str, str], Letter]:
    return {(item, letter.id): letter for item, listed in each.listed.items() for letter in listed.letters}


def _same(old: Holding, new: Holding, before: Listing, after: Listing) -> bool:
    return (old.state, old.body, before.instrument(old)) == (new.state, new.body, after.instrument(new))


def _side(holding: Holding | None, each: Listing, town: str) -> Side | None:
    if holding is None:
        return None
    return Side(whose(holding, town), each.instrument(holding))
