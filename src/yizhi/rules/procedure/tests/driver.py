"""A driver that wants one act done and does what each refusal tells it to do first, until the act is lawful.

It knows the table, the lawful facts and the cures; nothing about any single procedure is written here. So it also shows that a refusal's cure
is a way out: an act whose cures lead nowhere is found by the tests that use this.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from yizhi.law import read_csv, read_rules, read_toml
from yizhi.rules.calendar import Calendar
from yizhi.rules.procedure import (
    Act,
    CaseState,
    Circumstances,
    Dictionary,
    Entry,
    Procedure,
    Proposal,
    blocks,
    complete,
    fold,
    judge,
    stops,
)
from yizhi.rules.procedure.oversight import Oversight
from yizhi.rules.procedure.table import ROLE_NAMES
from yizhi.rules.procedure.tests.case_file import OFFICERS
from yizhi.rules.procedure.tests.lawful_facts import DOMAIN, FIRST, WISHES, facts_for
from yizhi.rules.procedure.visiting import Counted, Standing, Visiting
from yizhi.rules.refusal import Reason
from yizhi.rules.table import RuleTable

DEEPEST = 14
LONGEST_WAIT = 800


class Stuck(Exception):  # noqa: N818
    """No way was found to do an act; the words name what stands in the way."""


@dataclass(frozen=True)
class Step:
    """One act as it was done: the state before it, the proposal, the circumstances of its day."""

    state: CaseState
    proposal: Proposal
    circumstances: Circumstances
    entry: Entry

    def on(self, moment: datetime) -> "Step":
        """The same act dated otherwise."""
        proposal, entry = replace(self.proposal, done_at=moment), replace(self.entry, done_at=moment)
        return replace(self, proposal=proposal, entry=entry)

    def by(self, officers: tuple[str, ...]) -> "Step":
        """The same act by other officers."""
        proposal, entry = replace(self.proposal, officers=officers), replace(self.entry, officers=officers)
        return replace(self, proposal=proposal, entry=entry)


MONDAY = datetime.fromisoformat("2026-03-02T10:00")
WORLD = Circumstances(
    now=datetime.fromisoformat("2026-01-01T00:00"),
    calendar=Calendar.of(read_csv("calendar")),
    table=RuleTable.of(read_rules()),
    dictionary=Dictionary.of(read_toml("facts")),
    domain="住建/城管",
    party_kind="individual",
    actor="己",
    roles=frozenset(ROLE_NAMES),
    reviewer_qualified=True,
    oversight=Oversight(certified=frozenset(["丙", "丁"])),
    visiting=Visiting(
        day=MONDAY.date(),
        planned=MONDAY.date(),
        body="演示机关",
        town_body=True,
        standing=Standing(date(2020, 1, 1), "演示司法局", True),
        counted=(Counted("住建", 0, 2),),
    ),
)
"""A county in which everything is as it should be."""


def way_to(procedure: Procedure, kind: str) -> "Driver":
    """The case in which an act is done for the first time, found by what its refusals say."""
    domain = DOMAIN.get(kind, WORLD.domain)
    return Driver(procedure, replace(WORLD, domain=domain), WISHES.get(kind, {})).do(kind)


@dataclass
class Driver:
    """A case that is led to an act or a stage. `wishes` are facts of single acts that the way there needs, by act kind."""

    procedure: Procedure
    circumstances: Circumstances
    wishes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    now: datetime = MONDAY
    steps: list[Step] = field(default_factory=list)
    refused: list[tuple[Step, tuple[Reason, ...]]] = field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        return [step.entry for step in self.steps]

    @property
    def state(self) -> CaseState:
        return fold(self.procedure, self.entries)

    def copy(self, **wishes: Mapping[str, Any]) -> "Driver":
        return replace(self, wishes={**self.wishes, **wishes}, steps=list(self.steps), refused=[])

    def lead_to(self, stage: str) -> "Driver":
        """Bring the case to a stage by the shortest way of the table."""
        while self.state.stage != stage:
            kind, facts = self.next_towards(frozenset([stage]))
            self.copy_wish(kind, facts)
            self.do(kind)
        return self

    def do(self, kind: str, above: tuple[str, ...] = (), patience: int = LONGEST_WAIT) -> "Driver":
        """Do an act; before it, whatever its refusals say comes first. `patience` = the most days to wait."""
        waited = 0
        for _ in range(60):
            step, reasons = self._try(kind)
            if not blocks(reasons):
                self.steps.append(step)
                self.now += timedelta(minutes=10)
                return self
            self.refused.append((step, reasons))
            first = self.what_first(kind, reasons, above)
            if first is None:
                if waited > patience or not patience:
                    raise Stuck(f"{kind}: {told(reasons)}")
                waited = self._wait(waited)
            else:
                self.do(first, (*above, kind), patience)
        raise Stuck(f"{kind}: {told(reasons)}")

    def attempt(self, kind: str, more: Mapping[str, Any], answers: Mapping[str, str]) -> Step:
        """The proposal of an act with the lawful facts of the moment."""
        act, state = self._act(kind), self.state
        seen = around(self.circumstances, self.now, actor_of(act, self.circumstances.actor))
        facts = facts_for(act, state, self.now, seen.dictionary) | dict(more)
        facts |= {"answers": dict(answers)} if answers else {}
        proposal = Proposal(kind, self.now, facts, OFFICERS if act.present else ())
        filled = complete(act, state, proposal, seen.dictionary)
        entry = Entry(
            str(len(self.steps) + 1),
            kind,
            self.now,
            actor=seen.actor,
            officers=proposal.officers,
            facts=filled,
            evidence=tuple(filled.get("evidence") or ()),
        )
        return Step(state, proposal, seen, entry)

    def wait(self, days: int) -> "Driver":
        """Let days pass."""
        self._wait(days)
        return self

    def copy_wish(self, kind: str, facts: Mapping[str, Any]) -> None:
        if facts:
            self.wishes = {**self.wishes, kind: {**self.wishes.get(kind, {}), **facts}}

    def _try(self, kind: str) -> tuple[Step, tuple[Reason, ...]]:
        """Judge the act; questions for a person are answered and judged again."""
        more = self.wishes.get(kind, {})
        step = self.attempt(kind, more, {})
        reasons = judge(self.procedure, step.state, step.proposal, step.circumstances)
        if blocks(reasons) and not stops(reasons):
            self.refused.append((step, reasons))
            step = self.attempt(kind, more, {reason.code: "写明情况" for reason in blocks(reasons)})
            reasons = judge(self.procedure, step.state, step.proposal, step.circumstances)
        return step, reasons

    def _act(self, kind: str) -> Act:
        act = self.procedure.act(kind)
        assert act is not None, f"{self.procedure.name} has no act {kind}"
        return act

    def what_first(self, kind: str, reasons: tuple[Reason, ...], above: tuple[str, ...]) -> str | None:
        """Return the act that the refusals put first: the way to the stage, what is missing on file, what a cure names."""
        if len(above) > DEEPEST:
            raise Stuck(f"{' → '.join((*above, kind))}: {told(reasons)}")
        wanted = [first for first in self._named(kind, stops(reasons)) if first not in (kind, *above)]
        return min(wanted, key=self.state.done.__contains__, default=None)

    def _named(self, kind: str, reasons: tuple[Reason, ...]) -> Iterator[str]:
        codes = {reason.code for reason in reasons}
        if "act-doubled" in codes:
            raise Stuck(f"{kind}: {told(reasons)}")
        if "act-out-of-order" in codes:
            first, facts = self.next_towards(frozenset(self._act(kind).from_stages))
            self.copy_wish(first, facts)
            yield first
            return
        yield from (first for first in FIRST.get(kind, ()) if not self.state.has(first))
        yield from (reason.about for reason in reasons if reason.code == "act-missing")
        names = {act.name: act.kind for act in self.procedure.acts}
        for reason in reasons:
            yield from (names[name] for name in re.findall("“(.+?)”", reason.cure) if name in names)

    def next_towards(self, stages: frozenset[str]) -> tuple[str, Mapping[str, Any]]:
        """Return the first act on the shortest way to one of the stages, and the fact by which it branches there."""
        for with_exits in (False, True):
            reached: dict[str, tuple[str, Mapping[str, Any]] | None] = {self.state.stage: None}
            front = [self.state.stage]
            while front:
                here = front.pop(0)
                for act in self.procedure.acts_from(here):
                    for target, facts in ways_out(act):
                        if target not in reached and (with_exits or not act.exit):
                            reached[target] = reached[here] or (act.kind, facts)
                            front.append(target)
            for found in (reached[stage] for stage in self.procedure_order(stages) if stage in reached):
                if found is not None:
                    return found
        raise Stuck(f"no way from {self.state.stage} to {sorted(stages)}")

    def procedure_order(self, stages: frozenset[str]) -> list[str]:
        return sorted(stages, key=self.procedure.order)

    def _wait(self, waited: int) -> int:
        """Let time pass, longer each time, to ten in the morning of a workday; return the days waited in all."""
        longer = max(1, waited)
        day = (self.now + timedelta(days=longer)).replace(hour=10, minute=0)
        calendar = self.circumstances.calendar
        while day.year in calendar.years and not calendar.is_workday(day.date()):
            day += timedelta(days=1)
        self.now = day
        return waited + longer


def ways_out(act: Act) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every stage an act leads to, with the fact that leads there."""
    if act.to_stage:
        yield act.to_stage, {}
    yield from ((branch.stage, {branch.key: branch.value}) for branch in act.branches)


def around(circumstances: Circumstances, now: datetime, actor: str) -> Circumstances:
    """The circumstances of the moment; a visit is the one that was planned for the day."""
    visit = circumstances.visiting
    today = replace(visit, day=now.date(), planned=now.date()) if visit else None
    return replace(circumstances, now=now, actor=actor, visiting=today)


def actor_of(act: Act, usual: str) -> str:
    """A reviewer reviews and a chair writes down the hearing; everything else is as it was."""
    return "丙" if not act.by & {"officer", "approver"} else usual


def told(reasons: tuple[Reason, ...]) -> str:
    return "；".join(f"{reason.code} {reason.sentence}" for reason in blocks(reasons))
