"""公示 Every step goes through `draft` or `perform`: check → write → record, one transaction. Page, API and command call the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from uuid_utils.compat import uuid5

from yizhi.desk.cases.actions import REVIEWING, disclose
from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.telling import Told, recorded, refuse_ahead
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import Act, append, lock, once, open_dossier, same_or_refuse, told_before
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import record_of
from yizhi.rules.bigrams import bigrams
from yizhi.rules.disclosure import STEPS, PublicRecord, against, fold
from yizhi.rules.disclosure.filling import hidden_words
from yizhi.rules.disclosure.market import shown_until
from yizhi.rules.disclosure.table import TEXTS
from yizhi.rules.refusal import refuse, refuse_when

from .around import Decision, decision_behind, decision_of, happened, record_state
from .models import Disclosure
from .permitting import found, refuse_others
from .queries import case_of, live
from .shapes import read

DRAFT, AMEND = "draft_disclosure", "amend_disclosure"
PUBLISH, CORRECT = "publish_disclosure", "correct_disclosure"
WRITTEN = frozenset({DRAFT, AMEND, CORRECT})
"""The steps that write what the public reads: what happens in the case later, they do not know."""


@dataclass(frozen=True, slots=True)
class Done:
    """A step that is on the record. `repeated`: it was there already, with the same content."""

    entry: Entry
    disclosure: Disclosure
    repeated: bool


def draft(identity: Identity, case: str, told: Told, *, now: datetime) -> Done:
    """拟公示稿 Draft what the public will read of a decision; `case` is the case's dossier. Raises `Absent`, `BadInput`, `Refusal`.

    One decision is public once: a case with a draft or a disclosure that stands is refused (`already-drafted`).
    """
    return once(lambda: _drafted(identity, case, told, now))


@transaction.atomic
def _drafted(identity: Identity, dossier: str, told: Told, now: datetime) -> Done:
    assert told.kind == DRAFT
    case = case_of(identity, dossier)
    refuse_others(identity, STEPS[DRAFT], ground_of(case))
    given = read(DRAFT, told.facts)
    earlier = told_before(told.id)
    if earlier is not None:
        same_or_refuse(earlier, _act(case, identity, told, given, now), earlier.dossier_id)
        return Done(earlier, found(identity, earlier.dossier_id), repeated=True)
    decision = _decision(case)
    lock(dossier)
    _refuse_second(case)
    facts = {**_whole(decision, given), "case": dossier}
    refuse_when(against(PublicRecord(), DRAFT, facts, decision.doing(identity.account, timezone.localdate(now))))
    opened = open_dossier(at=now)
    entry = append(lock(opened.number), _act(case, identity, told, given, now, facts), now=now)
    row = Disclosure(dossier=opened, case=case, demo=case.demo)
    _copy(row, now)
    row.save(force_insert=True)
    return Done(entry, row, repeated=False)


@transaction.atomic
def perform(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done:
    """办一步 Do one step of a disclosure. Raises `Absent` when it is not this identity's to see, `Refusal` with every reason in the way."""
    row = found(identity, dossier)
    held = lock(dossier)
    given = read(told.kind, told.facts)
    if told.kind == DRAFT:
        raise refuse("already-drafted", "这个决定已经拟了公示稿。", STEPS[DRAFT].article, "修改公示稿。", "kind")
    refuse_others(identity, STEPS[told.kind], ground_of(row.case))
    earlier = told_before(told.id)
    if earlier is not None:
        same_or_refuse(earlier, _act(row.case, identity, told, given, now), dossier)
        return Done(earlier, row, repeated=True)
    decision, state = decision_behind(row), record_state(dossier)
    facts = _whole(decision, given) if told.kind in {AMEND, CORRECT} else given
    refuse_when(against(state, told.kind, facts, decision.doing(identity.account, timezone.localdate(now))))
    if told.kind == PUBLISH:
        facts = {**facts, **_published(identity, decision, told, now)}
    entry = append(held, _act(row.case, identity, told, given, now, facts), now=now)
    _copy(row, now)
    row.save()
    return Done(entry, row, repeated=False)


def _published(identity: Identity, decision: Decision, told: Told, now: datetime) -> dict[str, Any]:
    """Review the decision in its case, unless the case is archived, and return the last day of disclosure where one is set."""
    law, day = standing(), timezone.localdate(told.done_at)
    until = shown_until(
        decision.kinds,
        decision.domain,
        day,
        lower_fine=told.facts.get("lower_fine") is True,
        table=law.rules,
        calendar=law.calendar,
    )
    if not decision.case.ended:
        facts = {"disclosed": True, "redaction": _redaction(decision)}
        review = Told(id=uuid5(told.id, REVIEWING), kind=REVIEWING, done_at=told.done_at, facts=facts)
        disclose(identity, decision.case.dossier_id, review, now=now)
    return {"shown_until": until.isoformat() if until else None}


def _redaction(decision: Decision) -> str:
    told = decision.told()
    texts = {"title": told.title, "party": told.party, "facts": told.facts, "basis": told.basis}
    return hidden_words({**texts, "other": told.other, "confiscation": told.confiscation}, decision.known)


def _whole(decision: Decision, given: Mapping[str, Any]) -> dict[str, Any]:
    """Put what was written and what the record gives into one set of columns."""
    texts = {name: given[name] for name in TEXTS}
    rest = {name: value for name, value in given.items() if name not in TEXTS}
    return {**rest, "columns": {**decision.columns(), **texts}}


def _decision(case: Case) -> Decision:
    decision = decision_of(case)
    if decision is None:
        raise refuse(
            "decision-missing",
            "这个案件还没有处罚决定，没有可以公示的。",
            "行政处罚法 第48条",
            "作出决定以后再拟。",
            "case",
        )
    return decision


def _refuse_second(case: Case) -> None:
    if live(case.dossier_id) is not None:
        raise refuse(
            "already-drafted",
            "这个决定已经拟了公示稿，或者已经公示。",
            STEPS[DRAFT].article,
            "修改公示稿；已经公示的，更正或者撤回。",
            "case",
        )


def _copy(row: Disclosure, now: datetime) -> None:
    for name, value in copies(row.case, record_of(row.dossier_id)).items():
        setattr(row, name, value)
    row.last_at = now


def copies(case: Case, record: Sequence[Entry]) -> dict[str, Any]:
    """Return the columns of a disclosure as its record gives them."""
    state = fold(happened(record))
    told = state.columns
    return {
        "body_id": case.body_id,
        "mode": case.mode,
        "town_id": case.town_id,
        "stage": state.stage,
        "title": told["title"],
        "columns": dict(told),
        "decided_on": datetime.fromisoformat(told["decided_on"]).date(),
        "drafted_at": max(entry.recorded_at for entry in record if entry.kind in WRITTEN),
        "published_on": state.published_on,
        "shown_until": state.shown_until,
        "withdrawn_on": state.withdrawn_on,
        "search": bigrams(*(str(told[name]) for name in ("title", "number", "party", "facts", "kinds"))),
    }


def _act(
    case: Case,
    identity: Identity,
    told: Told,
    given: Mapping[str, Any],
    now: datetime,
    facts: Mapping[str, Any] | None = None,
) -> Act:
    refuse_ahead(told, now)
    return recorded(identity, told, given if facts is None else facts, body=case.body_id, town=case.town_id, said=given)
