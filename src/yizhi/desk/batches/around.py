"""批次周围 Everything a batch is judged by, read once: the facts of the county, the lines' reasons, the running cases, who takes over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.cases.recalling import RunningCase, running_cases
from yizhi.desk.matters.queries import boundary_gaps, county_on, in_catalogue
from yizhi.desk.record.models import Entry
from yizhi.rules.authority import Known
from yizhi.rules.batches import Batch as State
from yizhi.rules.batches import Doing, Draft, Happened, fold
from yizhi.rules.batches.checks import line_reasons, untrained
from yizhi.rules.batches.what_if import Running, WhatIf, what_if
from yizhi.rules.refusal import Reason


@dataclass(frozen=True)
class Around:
    """One batch among the facts of a day. `towns` is the body of each town by the town's code; what is costly is made when asked for."""

    state: State
    known: Known
    towns: Mapping[str, str]
    today: date

    @property
    def draft(self) -> Draft:
        """Return the draft with the towns' bodies in place of the towns, as the rules want it."""
        lines = tuple(replace(line, town=self.towns[line.town]) for line in self.state.draft.lines)
        return replace(self.state.draft, lines=lines)

    @property
    def owners(self) -> tuple[str, ...]:
        """Return the departments that hold the powers when nobody else does, each once."""
        return tuple(dict.fromkeys(self.known.item(line.item).owner for line in self.state.draft.lines))

    @property
    def takers(self) -> tuple[str, ...]:
        """Return the bodies that take the powers over: the towns, or when powers are taken back the departments."""
        if self.state.draft.kind == "recall":
            return self.owners
        return tuple(dict.fromkeys(line.town for line in self.draft.lines))

    @cached_property
    def findings(self) -> list[list[Reason]]:
        """Return for each line what speaks against it; nothing once the batch is published, for then its own rows stand there."""
        if self.state.published_on is not None:
            return [[] for _ in self.state.draft.lines]
        return line_reasons(
            self.draft, self.known, in_catalogue(self.state.starts_on), starts_on=self.state.starts_on, today=self.today
        )

    @cached_property
    def running(self) -> list[RunningCase]:
        """Return the cases that run on the batch's items in its towns."""
        lines = self.state.draft.lines
        return running_cases({line.item for line in lines}, {line.town for line in lines})

    @cached_property
    def touches(self) -> WhatIf:
        """Return what the batch touches when it takes force."""
        cases = [
            Running(one.dossier, one.item, self.towns[one.town], one.body, one.mode, one.opened_on)
            for one in self.running
            if one.town in self.towns
        ]
        return what_if(self.draft, self.known, cases, on=self.state.starts_on)

    @cached_property
    def untrained(self) -> tuple[tuple[str, str], ...]:
        """Return department and town of every pair without a training before the batch takes force."""
        return untrained(self.draft, self.known, self._trainings(), self.state.starts_on)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Return the dossiers of the touched cases that nobody has settled."""
        touched = (one.case.dossier for one in self.touches.cases if one.settles)
        return tuple(number for number in touched if number not in self.state.settled)

    def doing(self, kind: str) -> Doing:
        """Return what a step of this kind is judged by; only what the step needs is looked at."""
        checked = kind in {"check_batch", "publish_batch"}
        publishing = kind == "publish_batch"
        gives = self.state.draft.kind == "allocation"
        items = {line.item for line in self.state.draft.lines}
        return Doing(
            on=self.today,
            takers=self.takers,
            findings=tuple(reason for found in self.findings for reason in found) if checked else (),
            untrained=self.untrained_words() if publishing else (),
            unsettled=self.unsettled if publishing else (),
            gaps=tuple(boundary_gaps(items)) if publishing and gives else (),
        )

    def untrained_words(self) -> tuple[str, ...]:
        """Return the untrained pairs in words."""
        names = body_names(name for pair in self.untrained for name in pair)
        return tuple(f"{names[department]}对{names[town]}" for department, town in self.untrained)

    def _trainings(self) -> list[dict[str, str]]:
        return [
            {"body": one["body"], "town": self.towns.get(one["town"], ""), "held_on": one["held_on"]}
            for one in self.state.trainings
        ]


def around(dossier: str, *, today: date) -> Around:
    """Return a batch that was found for somebody, among the facts of the day."""
    return among(state_of(dossier), today=today)


def among(state: State, *, today: date) -> Around:
    """Return a state among the facts known today. The versions of items and people are those of the day it takes force."""
    known, towns = county_on(max(state.starts_on, today))
    return Around(state, known, towns, today)


def state_of(dossier: str) -> State:
    """Return the state of a batch as its record gives it."""
    return fold(happened(Entry.objects.filter(dossier=dossier).order_by("seq")))


def happened(entries: Iterable[Entry]) -> list[Happened]:
    """Return entries of the record as the rules see them; the day is local."""
    return [Happened(entry.kind, timezone.localdate(entry.done_at), entry.facts) for entry in entries]


def body_names(codes: Iterable[str]) -> dict[str, str]:
    """Return the short names of bodies by code, in the order given; of one without a short name the whole."""
    listed = list(dict.fromkeys(codes))
    rows = Body.objects.filter(code__in=listed).values_list("code", "short_name", "name")
    names = {code: short or name for code, short, name in rows}
    return {code: names[code] for code in listed if code in names}
