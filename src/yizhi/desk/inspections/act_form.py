"""检查表单 The form of one act on one or several parts of a visit: what is asked, what is known, what stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.forms import answer_fields
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.papers.words import fact_words, names_of
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.judge import act_unknown, judge
from yizhi.rules.procedure.judging import Proposal, is_given
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.table import Act, Field
from yizhi.rules.refusal import Reason, Refusal, bad_input

from . import queries
from .knowing import visiting_of
from .models import Inspection, Visit

FILLED_IN = frozenset({"visit_code", "lead_dossier", "recheck_dossier", "times_this_year"})
UNASKED = frozenset({"fields-missing", "fact-unreadable", "credentials-not-shown", "rights-not-told"})


@dataclass(frozen=True, slots=True)
class Acting:
    """One act that an identity looks at on some parts of a visit."""

    visit: Visit
    parts: Sequence[Inspection]
    row: Act
    states: Sequence[CaseState]


def open_act(identity: Identity, code: str, kind: str, chosen: Sequence[str]) -> Acting:
    """Return the act `kind` on the parts `chosen` of a visit this identity sees. Raises `Absent`, `BadInput` and a refusal for an unknown act."""
    visit = queries.visit(identity, code)
    row = INSPECTION.act(kind)
    if row is None or kind == "plan_inspection":
        raise Refusal([act_unknown(INSPECTION, kind)])
    parts = [queries.part(identity, dossier) for dossier in dict.fromkeys(chosen)]
    if not parts or any(part.visit_id != visit.pk for part in parts):
        raise bad_input("part", "没有选哪个机关的检查。", "从检查的页面进来。", "parts-missing")
    return Acting(visit, parts, row, [state_of(part.pk, INSPECTION) for part in parts])


def reasons_for(identity: Identity, acting: Acting, facts: Mapping[str, Any], *, now: datetime) -> tuple[Reason, ...]:
    """Return everything that stands in the way of the act on any of its parts, each thing once."""
    found: dict[tuple[str, str], Reason] = {}
    for part, state in zip(acting.parts, acting.states, strict=True):
        officers = tuple(part.handlers) if acting.row.present else ()
        before = part.stage in ("planned", "approved") and not acting.row.present
        day = timezone.localdate(acting.visit.starts_at) if before else timezone.localdate(now)
        ground = replace(queries.ground_of(part), visiting=visiting_of(part, part.handlers, day))
        told = {**_filled_in(acting), **facts}
        world = circumstances(identity, ground, state, now=now)
        for reason in judge(INSPECTION, state, Proposal(acting.row.kind, now, told, officers), world):
            found.setdefault((reason.code, reason.sentence), reason)
    return tuple(found.values())


def _filled_in(acting: Acting) -> dict[str, str]:
    """Return what the act is told by the product itself, not by the person: the visit's code, and a lead that is still to be opened."""
    known = {"visit_code": acting.visit.pk, "lead_dossier": "-"}
    return {field.key: known[field.key] for field in acting.row.fields if field.key in known}


def form_of(acting: Acting, typed: Mapping[str, Any], reasons: Sequence[Reason], *, checked: bool) -> dict[str, Any]:
    """Return the fields that the person fills, what is known, and what stands in the way as far as it is to be told now."""
    wrong = {reason.about: reason.sentence + reason.cure for reason in reasons if reason.about and checked}
    asked = [field for field in acting.row.fields if not _settled(field, acting)]
    telling = [reason for reason in reasons if checked or reason.code not in UNASKED]
    return {
        "fields": [_field(acting, field, typed, wrong) for field in asked] + answer_fields(tuple(reasons), typed),
        "known": _known(acting, {field.key for field in asked}),
        "reasons": [reason for reason in telling if reason.severity == "stop"],
    }


def _settled(field: Field, acting: Acting) -> bool:
    known = field.carried and all(is_given(state.known(field.source or field.key)) for state in acting.states)
    return known or field.key in FILLED_IN


def _field(acting: Acting, field: Field, typed: Mapping[str, Any], wrong: Mapping[str, str]) -> dict[str, Any]:
    fact = standing().dictionary.facts[field.key]
    held = acting.parts[0].handlers
    people = [{"id": code, "name": name, "note": ""} for code, name in names_of(held).items()]
    return {
        "name": field.key,
        "label": fact.label,
        "kind": fact.kind,
        "value": typed.get(field.key),
        "hint": fact.hint,
        "unit": fact.unit,
        "choices": list(fact.choices.items()),
        "people": people,
        "required": field.required,
        "error": wrong.get(field.key, ""),
        "draft": [],
    }


def _known(acting: Acting, shown: set[str]) -> list[dict[str, str]]:
    labels = standing().dictionary
    rows = []
    for part, state in zip(acting.parts, acting.states, strict=True):
        source = part.body.short_name
        for key in ("inspection_items", "inspection_reason", "handlers", "findings", "demand", "correct_by"):
            if key not in shown and is_given(state.known(key)):
                rows.append({"label": labels.label(key), "value": fact_words(key, state.known(key)), "source": source})
    return rows
