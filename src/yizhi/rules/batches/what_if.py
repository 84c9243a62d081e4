"""如果生效 What a batch would change, computed over the facts of today: holders, running cases, people, names, lists.

Pure and quick: one pass over the lines, one over the running cases. Nothing is written and nothing is forgotten: a running
case of a touched line always appears, with what becomes of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from yizhi.rules.authority.facts import Allocation, Mode
from yizhi.rules.authority.people import Task, failings
from yizhi.rules.authority.power import Holding, whose_power
from yizhi.rules.authority.world import Known, Place
from yizhi.rules.batches.checks import allocation_of, ended_by
from yizhi.rules.batches.draft import Draft, Line

Effect = Literal["choose", "people", "continues"]
NEEDED: Final = 2
EFFECTS: Final[Mapping[str, str]] = {
    "choose": "实施主体改变，要定续办还是移送",
    "people": "名义不变，镇（街道）的人不能再办，改由部门的人办",
    "continues": "按立案时的机关继续办，不用选",
}


@dataclass(frozen=True, slots=True)
class Running:
    """在办案件 A case that is not over: its dossier, item, town's body, deciding body, mode and day of opening."""

    dossier: str
    item: str
    town: str
    body: str
    mode: str
    opened_on: date


@dataclass(frozen=True, slots=True)
class Change:
    """一格的变化 Who holds an item in a town the day before and from the first day on."""

    item: str
    town: str
    before: str
    after: str
    body_before: str
    body_after: str

    @property
    def moves(self) -> bool:
        """Tell whether the power goes to another body or is used in another way."""
        return (self.before, self.body_before) != (self.after, self.body_after)


@dataclass(frozen=True, slots=True)
class Touched:
    """受影响的在办案件 One running case of a touched line; `to` the body that would hold the power."""

    case: Running
    to: str
    effect: Effect

    @property
    def settles(self) -> bool:
        """Tell whether somebody has to say what becomes of it."""
        return self.effect != "continues"


@dataclass(frozen=True, slots=True)
class Shortage:
    """人手不够 A body that would act in a town's matters of one domain with fewer than two people who count."""

    body: str
    domain: str
    counted: tuple[str, ...]

    @property
    def lacking(self) -> int:
        """Return how many are missing."""
        return NEEDED - len(self.counted)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Everything a batch would touch on `on`. Bodies, items and areas are ids."""

    on: date
    changes: tuple[Change, ...]
    cases: tuple[Touched, ...]
    shortages: tuple[Shortage, ...]
    towns: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """文书改名 Return the pairs of bodies between which papers, seals, numbers and payees change."""
        pairs = ((one.body_before, one.body_after) for one in self.changes)
        return tuple(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))

    def as_dict(self) -> dict[str, Any]:
        """Return plain values; a case shows its number and where it belongs, never what it is about."""
        return {
            "on": self.on.isoformat(),
            "changes": [
                {
                    "item": one.item,
                    "town": one.town,
                    "before": one.before,
                    "after": one.after,
                    "body_before": one.body_before,
                    "body_after": one.body_after,
                }
                for one in self.changes
            ],
            "cases": [
                {
                    "dossier": one.case.dossier,
                    "item": one.case.item,
                    "town": one.case.town,
                    "body": one.case.body,
                    "to": one.to,
                    "effect": one.effect,
                }
                for one in self.cases
            ],
            "shortages": [
                {"body": one.body, "domain": one.domain, "counted": list(one.counted)} for one in self.shortages
            ],
            "names": [list(pair) for pair in self.names],
            "towns": list(self.towns),
            "areas": list(self.areas),
        }


def what_if(draft: Draft, known: Known, running: Iterable[Running], *, on: date) -> WhatIf:
    """Return what the batch touches when it takes force on `on`. Towns of the lines are the towns' bodies."""
    places = {(line.item, line.town): (line, known.place(line.item, line.town)) for line in draft.lines}
    after = {key: _applied(draft, line, place, on) for key, (line, place) in places.items()}
    held = {key: whose_power(place, on, True) for key, place in after.items()}
    changes = tuple(_change(key, whose_power(place, on, True), held[key]) for key, (_, place) in places.items())
    towns = tuple(dict.fromkeys(line.town for line in draft.lines))
    cases = tuple(
        _touched(case, *places[(case.item, case.town)], held[(case.item, case.town)], draft)
        for case in running
        if (case.item, case.town) in places
    )
    moving = [one for one in changes if one.moves]
    shortages = _shortages(known, [(after[(one.item, one.town)], held[(one.item, one.town)]) for one in moving], on)
    return WhatIf(on, changes, cases, tuple(shortages), towns, _areas(known, towns, on))


def _applied(draft: Draft, line: Line, place: Place, on: date) -> Place:
    """Return the place as the batch would leave it."""
    if draft.kind == "allocation":
        made = allocation_of(draft, line, starts_on=on)
        rows: Sequence[Allocation] = (*place.allocations, made)
    else:
        ended = ended_by(line, place.allocations, on)
        rows = [row for row in place.allocations if row is not ended]
    return place._replace(allocations=tuple(rows), entrusted=any(row.mode == "entrustment" for row in rows))


def _change(key: tuple[str, str], before: Holding, after: Holding) -> Change:
    names = (before.body.id if before.body else "", after.body.id if after.body else "")
    return Change(*key, before.state, after.state, *names)


def _touched(case: Running, line: Line, place: Place, after: Holding, draft: Draft) -> Touched:
    """A case opened earlier keeps its body when a power is given; when one is taken back, somebody says what becomes of it."""
    to = after.body.id if after.body else ""
    if draft.kind == "allocation":
        return Touched(case, to, "continues")
    if line.mode == "entrustment" or case.body == to:
        entrusted = case.mode == "entrustment" and line.mode == "entrustment"
        return Touched(case, to, "people" if entrusted else "continues")
    return Touched(case, to, "choose" if case.body == place.town.id else "continues")


def _shortages(known: Known, moving: Iterable[tuple[Place, Holding]], on: date) -> list[Shortage]:
    """Return each pair of body and domain that would act with fewer than two people who count."""
    counted: dict[tuple[str, str], tuple[str, ...]] = {}
    for place, holding in moving:
        if holding.body is None:
            continue
        key = (place.town.id if holding.mode == "entrustment" else holding.body.id, place.item.domain)
        if key not in counted:
            counted[key] = _who_counts(known, place, holding, key[0], on)
    return [Shortage(*key, names) for key, names in counted.items() if len(names) < NEEDED]


def _who_counts(known: Known, place: Place, holding: Holding, body: str, on: date) -> tuple[str, ...]:
    assert holding.body is not None
    mode: Mode | None = holding.mode
    task = Task(place, on, holding.body, mode, None)
    return tuple(name for name in known.people_of.get(body, ()) if not failings(known, task, name, []))


def _areas(known: Known, towns: Sequence[str], on: date) -> tuple[str, ...]:
    members = known.memberships.items()
    found = (area for (area, town), rows in members if town in towns and any(row.covers(on) for row in rows))
    return tuple(dict.fromkeys(found))
