"""Random cases of one party in one county, in every procedure and under every kind of power; mostly what is lawful, often enough not.

A case has an act it wants to reach, the one that was reached least, and does what the refusals put first; one try in four is something else.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from yizhi.rules.authority import Question, decide
from yizhi.rules.procedure import TABLES, Act, Circumstances, Procedure, blocks, judge, stops
from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.state import day_of
from yizhi.rules.procedure.tests.driver import WORLD, Driver, Step, Stuck
from yizhi.rules.procedure.tests.invariants import INVARIANTS
from yizhi.rules.procedure.tests.lawful_facts import WISHES
from yizhi.rules.procedure.tests.plain_record import About, of, standing_fine
from yizhi.rules.procedure.tests.powers import MODES, POWERS
from yizhi.rules.procedure.tests.random_around import PLANNED, oversight, some_ground, visiting
from yizhi.rules.procedure.tests.random_wishes import in_one_role, let_days_pass, wished
from yizhi.rules.procedure.tests.tally import Tally
from yizhi.rules.procedure.tests.wrong_facts import DOMAINS, judging_of, others

BEGINS, LATEST = datetime.fromisoformat("2023-03-06T10:00"), datetime.fromisoformat("2025-11-01T00:00")
"""The holidays of these years are known, and of a year after."""
MOST_TRIES = 160
PATIENCE = 8
WATCHED = ("inspection", "supervision")
UNANSWERED = 0.1
"""How often a question that the law leaves to a person stays unanswered."""


class RandomCase:
    """One case, try by try."""

    def __init__(self, county: "RandomCounty", procedure: Procedure, start: int) -> None:
        dice = county.dice
        self.county, self.dice = county, dice
        self.domain, self.mode = dice.choice((*DOMAINS, "应急")), dice.choices(MODES, (4, 2, 2, 2))[0]
        self.party_kind = dice.choices(("individual", "organisation", "self_employed"), (4, 2, 1))[0]
        around = replace(WORLD, domain=self.domain, party_kind=self.party_kind)
        self.case = Driver(procedure, around, now=BEGINS + timedelta(days=start))
        self.deed = -dice.randrange(1, 6)
        cases = [one for one in county.cases if one.case.procedure.kind not in WATCHED]
        self.about = dice.choice([*cases[:1], *cases[:1], None]) if procedure.kind == "supervision" else None
        self.plan: list[str] = []
        self.tries = self.idle = 0

    @property
    def over(self) -> bool:
        patience = (
            3 if self.case.state.stage == "archived" else PATIENCE * (2 if self.case.procedure.kind in WATCHED else 4)
        )
        return self.tries >= MOST_TRIES or self.idle > patience or self.case.now > LATEST

    @property
    def deed_day(self) -> date:
        """The day of the deed as the record has it last."""
        return day_of(self.case.state.known("act_day")) or (BEGINS + timedelta(days=self.deed)).date()

    def want(self, kind: str) -> None:
        """Make an act the aim of the case, where its procedure has it."""
        if self.case.procedure.act(kind):
            self.plan, self.case.wishes = [kind], WISHES.get(kind, {})

    def try_one(self) -> None:
        """Try one act; what is not blocked goes on record and is read by every invariant."""
        self.tries += 1
        kind = self._choose()
        let_days_pass(kind, self.case, self.dice)
        step, reasons = self._judged(kind)
        self.county.tally.tried[kind] += 1
        if blocks(reasons):
            self.idle += 1
            self.county.tally.refused.update({reason.code for reason in blocks(reasons)})
            self._plan_on(kind, reasons)
            return
        self.idle = 0
        self._check(step)
        self.case.steps.append(step)
        self.county.tally.accepted[self.case.procedure.kind, kind] += 1
        self.county.tally.stages[self.case.procedure.kind, self.case.state.stage] += 1
        self.plan = self.plan[:-1] if self.plan[-1:] == [kind] else self.plan
        self.case.now += timedelta(minutes=10, days=self.dice.choice((0, 0, 0, 0, 1, 2)))

    def _choose(self) -> str:
        procedure, state, chance = self.case.procedure, self.case.state, self.dice.random()
        here = [
            act for act in procedure.acts_from(state.stage, state.done) if not act.exit or self.dice.random() < 0.05
        ]
        if chance < 0.03:
            return self.dice.choice(procedure.acts).kind
        if chance < 0.15 and here:
            return self.dice.choice(here).kind
        if not self.plan:
            self.plan = [self._goal(procedure)]
            self.case.wishes = WISHES.get(self.plan[0], {})
        while len(self.plan) < PATIENCE and (first := self._evidently_first(self.plan[-1])):
            self.plan.append(first)
        return self.plan[-1]

    def _evidently_first(self, kind: str) -> str | None:
        """What comes before an act by the mere look of its row: the way to its stage, an act it stands on."""
        act, state = self.case.procedure.act(kind), self.case.state
        assert act is not None
        missing = [first for first in act.on_file if not state.has(first)]
        if state.stage in act.from_stages:
            return next((first for first in missing if first not in self.plan), None)
        try:
            first, facts = self.case.next_towards(frozenset(act.from_stages))
        except Stuck:
            return None
        self.case.copy_wish(first, facts)
        return None if first in self.plan else first

    def _goal(self, procedure: Procedure) -> str:
        reached, stage = self.county.tally.accepted, self.case.state.stage
        ahead = [act for act in procedure.acts if self._ahead(procedure, act, stage)] or list(procedure.acts)
        return min(self.dice.sample(ahead, min(6, len(ahead))), key=lambda act: reached[procedure.kind, act.kind]).kind

    def _ahead(self, procedure: Procedure, act: Act, stage: str) -> bool:
        ends = act.exit or act.kind == "archive_case"
        return max(map(procedure.order, act.from_stages)) >= procedure.order(stage) and (
            not ends or self.dice.random() < 0.1
        )

    def _judged(self, kind: str) -> tuple[Step, tuple[Any, ...]]:
        more = self._wishes(kind)
        step = self._attempt(kind, more, {})
        reasons = judge(self.case.procedure, step.state, step.proposal, step.circumstances)
        if blocks(reasons) and not stops(reasons) and self.dice.random() > UNANSWERED:
            step = self._attempt(kind, more, {reason.code: "写明情况" for reason in blocks(reasons)})
            reasons = judge(self.case.procedure, step.state, step.proposal, step.circumstances)
        return step, reasons

    def _wishes(self, kind: str) -> dict[str, Any]:
        """What the plan wants, the county's deed, and one time in six something else in one of the fields."""
        act = self.case.procedure.act(kind)
        assert act is not None
        more = dict(self.case.wishes.get(kind, {}))
        if kind in ("register_lead", "show_credentials"):
            more["act_day"] = (BEGINS + timedelta(days=self.deed)).date().isoformat()
        more |= wished(kind, self.case, self.county.supervisors(self.case.now.date()), self.dice)
        fields = [one.key for one in act.fields]
        if fields and self.dice.random() < 0.16:
            key = self.dice.choice(fields)
            values = list(others(key, WORLD, self.case.now))
            more |= {key: self.dice.choice(values)} if values else {}
        return more

    def _attempt(self, kind: str, more: Mapping[str, Any], answers: Mapping[str, str]) -> Step:
        step = self.case.attempt(kind, more, answers)
        if self.dice.random() < 0.02:
            step = step.on(step.proposal.done_at - timedelta(days=self.dice.choice((1, 5, 30))))
        if self.dice.random() < 0.04 and step.proposal.officers:
            step = step.by(self.dice.choice((("甲",), ("甲", "壬"), ("甲", "庚"), ("甲", "乙", "壬"))))
        if self.dice.random() < 0.03:
            step = replace(
                step, circumstances=replace(step.circumstances, actor="甲"), entry=replace(step.entry, actor="甲")
            )
        if self.case.procedure.kind == "supervision":
            step = in_one_role(step, self.case.procedure, self.dice)
        judging = judging_of(self.case.procedure, step)
        told = ()
        if judging.act.authority:
            asked = Question("倾倒", "东镇", judging.day, judging.act.authority, judging.officers)  # type: ignore[arg-type]
            told = tuple(one for one in decide(asked, POWERS[self.mode]).explained if one.severity != "note")
        around = replace(step.circumstances, authority=told, elsewhere=self.county.elsewhere(self))
        return replace(step, circumstances=self._looked_up(step, around))

    def _looked_up(self, step: Step, around: Circumstances) -> Circumstances:
        """What the desk looks up for an inspection and for a matter of supervision; as it was for every other procedure."""
        day = step.proposal.done_at.date()
        if self.case.procedure.kind == "supervision":
            case = self.about.case.state if self.about else None
            beside = [one.case.entries for one in self.county.beside(self)]
            return replace(around, oversight=oversight(self.county.ground, day, case, beside))
        if self.case.procedure.kind == "inspection":
            here = step.proposal.kind not in PLANNED
            planned = day_of(step.proposal.facts.get("inspect_from") or step.state.known("inspect_from")) or day
            named = step.proposal.officers or step.proposal.facts.get("handlers") or step.state.handlers
            others = [one.case.state for one in self.county.visits(self)]
            powers = POWERS[self.mode]
            seen = visiting(self.county.ground, powers, day if here else planned, planned, named, others)
            return replace(around, visiting=seen)
        return around

    def _plan_on(self, kind: str, reasons: tuple[Any, ...]) -> None:
        """Refused on its plan, it does first what the refusal says; refused too often, it waits or wants something else."""
        if self.plan[-1:] != [kind]:
            return
        try:
            first = self.case.what_first(kind, reasons, tuple(self.plan[:-1]))
        except Stuck:
            first, self.plan = None, []
        if first is not None and len(self.plan) < PATIENCE:
            self.plan.append(first)
        elif self.idle > PATIENCE or not self.plan:
            self.plan = []
        else:
            self.case.wait(self.dice.choice((1, 1, 3, 8, 20, 60, 150)) if self.idle > 1 else 1)

    def _check(self, step: Step) -> None:
        before = self.case.entries
        about = self.county.known_of(self, step)
        for invariant in INVARIANTS:
            fault = invariant(step.entry, before, about)
            if fault is not None:
                self.county.tally.held[invariant.__name__] += 1
                record = [(one.kind, str(one.done_at)) for one in (*before, step.entry)]
                assert not fault, (fault, invariant.__name__, about.domain, about.mode, step.entry, record)


class RandomCounty:
    """Several cases of one party at a time; what one body fined, the other must not."""

    def __init__(self, dice: random.Random, tally: Tally) -> None:
        self.dice, self.tally = dice, tally
        self.cases: list[RandomCase] = []
        self.running: list[RandomCase] = []
        self.ground = some_ground(dice, BEGINS.date())

    def open(self, procedure: Procedure, start: int) -> RandomCase:
        case = RandomCase(self, procedure, start)
        self.cases.append(case)
        self.running.append(case)
        self.tally.cases += 1
        return case

    def try_one(self) -> None:
        """One try in one of the cases; a new case where none is running."""
        if not self.running:
            self.open(some_procedure(self.dice), self.dice.randrange(30))
        case = self.dice.choice(self.running)
        case.try_one()
        if case.over:
            self.running.remove(case)

    def same_deed(self, case: RandomCase) -> tuple[Sequence[Any], ...]:
        return tuple(one.case.entries for one in self.cases if one is not case and one.deed_day == case.deed_day)

    def beside(self, case: RandomCase) -> list[RandomCase]:
        """The other matters about the same case, or about the body without any."""
        others = (one for one in self.cases if one.case.procedure.kind == "supervision" and one is not case)
        return [one for one in others if one.about is case.about]

    def visits(self, case: RandomCase) -> list[RandomCase]:
        """The other inspections of the shop."""
        return [one for one in self.cases if one.case.procedure.kind == "inspection" and one is not case]

    def supervisors(self, on: date) -> list[str]:
        return [name for name, until in self.ground.certificates.items() if until is None or on < until]

    def known_of(self, case: RandomCase, step: Step) -> About:
        """What the invariants know of a case besides its record."""
        return About(
            case.domain,
            case.mode,
            case.party_kind,
            self.same_deed(case),
            roles=step.circumstances.roles,
            certificates=self.ground.certificates,
            case=case.about.case.entries if case.about else (),
            beside=tuple(one.case.entries for one in self.beside(case)),
            shop=self.ground.shop,
            visits=tuple(one.case.entries for one in self.visits(case)),
        )

    def elsewhere(self, case: RandomCase) -> tuple[Elsewhere, ...]:
        """What the desk would look up of the party's other cases."""
        return tuple(_told(one) for one in self.cases if one is not case and one.case.entries)


def _told(other: RandomCase) -> Elsewhere:
    record, state = other.case.entries, other.case.state
    fine = standing_fine(record)
    decided = of(record, "decide_penalty", "decide_on_spot")
    opened = of(record, "open_case", "show_credentials")
    ended = other.case.procedure.stage(state.stage).ended
    return Elsewhere(
        "演示机关",
        "演示事项",
        True,
        other.deed_day,
        (opened or record)[0].day,
        bool(opened) and not decided and not ended,
        decided[-1].day if fine else None,
        Decimal(fine) or None,
    )


def some_procedure(dice: random.Random) -> Procedure:
    """A procedure, the longer ones more often: they have more to reach."""
    return dice.choices(TABLES, [len(table.acts) for table in TABLES])[0]
