"""办理 One act on one dossier: fold the record, judge, issue the papers, write the entry. Leads and cases both go through here.

The caller holds the transaction and the dossier's lock, and writes its own copies from what comes back.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.matters.queries import ask, standing
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import append, same_or_refuse, told_before
from yizhi.desk.record.models import Dossier
from yizhi.desk.record.models import Entry as RecordEntry
from yizhi.desk.record.queries import TOLD, told_in
from yizhi.rules.authority import Answer
from yizhi.rules.procedure.judge import blocks, judge
from yizhi.rules.procedure.judging import Circumstances, Proposal, complete
from yizhi.rules.procedure.limits import Limit, limits
from yizhi.rules.procedure.state import CaseState, Entry, day_of, fold
from yizhi.rules.procedure.table import Act, Procedure
from yizhi.rules.procedure.tables import procedure_of
from yizhi.rules.refusal import Refusal

from .filling import fill
from .ground import Ground
from .issuing import issue, on_record
from .models import Paper
from .telling import Told, recorded
from .unknown import in_whose_name, unknown
from .world import circumstances


@dataclass(frozen=True, slots=True)
class Done:
    """An act that is on the record, with what lists keep of it. `kept` is `None` when the act was there already, with the same content."""

    entry: RecordEntry
    state: CaseState
    papers: tuple[Paper, ...]
    answer: Answer | None
    kept: "Copies | None"

    @property
    def repeated(self) -> bool:
        """Tell whether the act was on the record before it was told this time."""
        return self.kept is None


def proceed(identity: Identity, ground: Ground, dossier: Dossier, told: Told, *, now: datetime) -> Done:
    """Do one act, or raise `Refusal` with every reason that stands in its way; nothing is half written.

    A dossier that was just opened has no record to read, and whoever opened it has looked whether the act was told before.
    """
    procedure = procedure_of(ground.procedure, ground.procedure_version)
    before = state_of(ground.dossier, procedure) if dossier.head_seq else fold(procedure, ())
    earlier = told_before(told.id) if dossier.head_seq else None
    if earlier is not None:
        same_or_refuse(
            earlier, recorded(identity, told, told.facts, body=ground.body, town=ground.town), ground.dossier
        )
        return Done(earlier, before, tuple(Paper.objects.filter(entry=earlier.id)), None, None)
    row = procedure.act(told.kind)
    law = standing()
    proposal = Proposal(told.kind, told.done_at, told.facts, tuple(told.officers), tuple(told.evidence))
    facts = complete(row, before, proposal, law.dictionary) if row else dict(told.facts)
    answer = authority_answer(ground, row, before, told, facts) if row and row.authority else None
    if answer and answer.mode and not ground.opened_on:
        ground = replace(ground, mode=answer.mode)
    world = circumstances(identity, ground, before, now=now, answer=answer, law=law)
    named = unknown(
        ground.dossier, officers=told.officers, evidence=told.evidence, facts=facts, dictionary=law.dictionary
    )
    reasons = (*judge(procedure, before, proposal, world), *named, *in_whose_name(ground, answer))
    if blocks(reasons):
        raise Refusal(reasons)
    assert row is not None
    papers = _issue(ground, row, before, told, facts)
    facts = facts | {"papers": [on_record(paper) for paper in papers]} if papers else facts
    reply = answer.as_dict() if answer else None
    kept = recorded(identity, told, facts, body=ground.body, town=ground.town, answer=reply)
    entry = append(dossier, kept, now=now)
    state = fold(procedure, [*before.entries, seen(entry)])
    return Done(entry, state, tuple(papers), answer, copies(state, procedure, world))


def _issue(ground: Ground, row: Act, before: CaseState, told: Told, facts: Mapping[str, Any]) -> list[Paper]:
    kinds = row.papers_due(facts)
    if not kinds:
        return []
    data = fill(
        ground,
        known=known_facts(before),
        facts=facts,
        officers=who_acts(told, facts, before),
        on=timezone.localdate(told.done_at),
        served=served_by(row, before),
    )
    return issue(ground, kinds, data, entry=told.id, at=told.done_at)


def served_by(row: Act, state: CaseState) -> str:
    """Return the entry whose papers an act serves, or nothing for an act that serves none."""
    entry = state.last(row.serves) if row.serves else None
    return entry.id if entry else ""


def state_of(dossier: str, procedure: Procedure) -> CaseState:
    """Return the state of a dossier as its record gives it."""
    return fold(procedure, [_entry(*told) for told in told_in(dossier)])


def seen(entry: RecordEntry) -> Entry:
    """Return an entry of the record as the procedure sees it."""
    return _entry(*(getattr(entry, name) for name in TOLD))


def _entry(
    id: uuid.UUID,
    kind: str,
    done_at: datetime,
    recorded_at: datetime,
    actor: str,
    officers: Sequence[str],
    body: str,
    facts: Mapping[str, Any],
    evidence: Sequence[str],
) -> Entry:
    return Entry(str(id), kind, done_at, recorded_at, actor, tuple(officers), body, facts, tuple(evidence))


def known_facts(state: CaseState) -> dict[str, Any]:
    """Return every fact on record, the latest value of each: what a paper may print without asking."""
    known: dict[str, Any] = {}
    for entry in state.entries:
        known |= {key: value for key, value in entry.facts.items() if key != "papers" and value not in (None, "", [])}
    return known


def authority_answer(ground: Ground, row: Act, state: CaseState, told: Told, facts: Mapping[str, Any]) -> Answer:
    """Ask whose power it is for an act that needs one, with the people who do it."""
    assert row.authority
    return authority_of(
        item=ground.item,
        town=ground.town,
        on=told.done_at,
        act_day=ground.act_day,
        action=row.authority,
        officers=who_acts(told, facts, state),
        party=ground.party,
        opened=(ground.opened_on, ground.opened_body) if ground.opened_on and ground.opened_body else None,
        on_recall=ground.on_recall,
    )


def authority_of(
    *,
    item: str,
    town: str,
    on: datetime,
    act_day: date,
    action: str,
    officers: Sequence[str],
    party: str = "",
    opened: tuple[date, str] | None = None,
    on_recall: str = "",
) -> Answer:
    """Ask whose power an item is in a town on the local day of the moment `on`. Codes throughout; `opened` = day and body of a running case."""
    question: dict[str, Any] = {
        "item": item,
        "town": town,
        "on": timezone.localdate(on).isoformat(),
        "act_day": act_day.isoformat(),
        "action": action,
        "officers": list(officers),
    }
    if party:
        question["party"] = party
    if opened:
        question |= {"opened_on": opened[0].isoformat(), "opened_body": opened[1], "on_recall": on_recall or None}
    return ask(question)


def who_acts(told: Told, facts: Mapping[str, Any], state: CaseState) -> tuple[str, ...]:
    """Return the officers an act stands on: those it names, else those it appoints, else those in charge of the dossier."""
    return tuple(told.officers) or tuple(facts.get("handlers") or ()) or state.handlers


@dataclass(frozen=True, slots=True)
class Copies:
    """What lists keep of a dossier's state: the stage, whether nothing is left to do, the limits that run, the one that ends first, the last act."""

    stage: str
    ended: bool
    due_on: date | None
    due_rule: str
    last_act: str
    last_at: datetime
    handlers: list[str]
    running: list[dict[str, str]]


def copies(state: CaseState, procedure: Procedure, world: Circumstances) -> Copies:
    """Return the copies for lists. Replay computes them again and compares."""
    running = [limit for limit in limits(state, world) if limit.met_on is None and limit.due.safe is not None]
    stage = procedure.stage(state.stage)
    first = min(running, key=lambda limit: day_of(limit.due.safe) or date.max, default=None)
    last = state.entries[-1]
    return Copies(
        stage=stage.id,
        ended=not procedure.acts_from(stage.id),
        due_on=day_of(first.due.safe) if first else None,
        due_rule=first.due.rule.id if first else "",
        last_act=last.kind,
        last_at=last.done_at,
        handlers=list(state.handlers),
        running=[running_limit(limit) for limit in running],
    )


def running_limit(limit: Limit) -> dict[str, str]:
    """Return a limit as lists keep it: which, by which rule, which act it presses for, and its last day."""
    last = day_of(limit.due.safe)
    assert last is not None
    return {"name": limit.name, "rule": limit.due.rule.id, "act": limit.act, "due": last.isoformat()}
