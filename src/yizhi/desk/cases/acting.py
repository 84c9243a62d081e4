"""表单样子 What the page of one act shows: what is known, what the person decides, what is missing, the paper beside it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from markupsafe import Markup

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.filling import fill
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.kinds import paper_kind
from yizhi.desk.papers.models import Evidence
from yizhi.desk.papers.proceeding import authority_answer, known_facts, served_by, state_of
from yizhi.desk.papers.queries import papers_of
from yizhi.desk.papers.rendering import missing, preview
from yizhi.desk.papers.secrecy import hidden, without
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.view import kept_files
from yizhi.desk.papers.words import known_rows
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.benchmark import VALUES
from yizhi.rules.procedure.guards.competence import DETENTION, POLICE_DOMAIN
from yizhi.rules.procedure.judge import act_unknown, judge
from yizhi.rules.procedure.judging import Proposal, complete, is_given
from yizhi.rules.procedure.secrecy import MARK
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.table import Act, Field, Procedure
from yizhi.rules.procedure.tables import procedure_of
from yizhi.rules.refusal import Reason, Refusal

from . import queries
from .choosing import people_choices, staff_choices
from .elsewhere import aware
from .evidence_view import evidence_rows


@dataclass(frozen=True, slots=True)
class Acting:
    """One act that an identity looks at on one dossier."""

    identity: Identity
    ground: Ground
    procedure: Procedure
    state: CaseState
    row: Act


def open_act(identity: Identity, dossier: str, kind: str) -> Acting:
    """Return the act `kind` on a dossier this identity sees. Raises `Absent`, and a refusal for an act its procedure does not know."""
    ground = queries.open_ground(identity, dossier)
    procedure = procedure_of(ground.procedure, ground.procedure_version)
    row = procedure.act(kind)
    if row is None:
        raise Refusal([act_unknown(procedure, kind)])
    return Acting(identity, aware(ground, kind), procedure, state_of(dossier, procedure), row)


def reasons_for(acting: Acting, facts: Mapping[str, Any], *, done_at: datetime, now: datetime) -> tuple[Reason, ...]:
    """Return everything that stands in the way of the act with these facts, and what is only to be noted."""
    officers = present(acting)
    proposal = Proposal(acting.row.kind, done_at, facts, officers, tuple(facts.get("evidence") or ()))
    whole = complete(acting.row, acting.state, proposal, standing().dictionary)
    told = Told(id=uuid.UUID(int=0), kind=acting.row.kind, done_at=done_at, facts=facts, officers=officers)
    try:
        answer = (
            authority_answer(acting.ground, acting.row, acting.state, told, whole) if acting.row.authority else None
        )
    except Refusal as refusal:
        return refusal.reasons
    world = circumstances(acting.identity, acting.ground, acting.state, now=now, answer=answer)
    return judge(acting.procedure, acting.state, proposal, world)


def present(acting: Acting) -> tuple[str, ...]:
    """Return the officers who do the act on the spot: those in charge of the dossier; nobody for an act done at a desk."""
    return acting.state.handlers if acting.row.present else ()


def whole_facts(acting: Acting, facts: Mapping[str, Any], done_at: datetime) -> dict[str, Any]:
    """Return the facts of the act as they would be written: what was typed, what the record carries, what the act itself fixes."""
    proposal = Proposal(acting.row.kind, done_at, facts, present(acting))
    return complete(acting.row, acting.state, proposal, standing().dictionary)


def form_of(
    acting: Acting, typed: Mapping[str, Any], reasons: tuple[Reason, ...], *, checked: bool, now: datetime
) -> dict[str, Any]:
    """Return the fields that the person fills, each with what was typed or carried, its error, and whether it is missing."""
    whole = {**decided_before(acting), **whole_facts(acting, typed, now), **typed}
    wrong = {reason.about: reason.sentence + reason.cure for reason in reasons if reason.about and checked}
    asked = [field for field in acting.row.fields if not _settled(field, acting) and _matters(field, acting)]
    wanted = {reason.about for reason in reasons if reason.severity == "stop"}
    empty = [field for field in asked if not is_given(whole.get(field.key))]
    gaps = [field for field in empty if field.required or field.key in wanted]
    fields = [_field(acting, field, whole, wrong, now) | {"missing": field in gaps} for field in asked]
    labels = standing().dictionary
    return {
        "fields": fields,
        "missing": [{"label": labels.label(field.key), "href": f"#f-{field.key}"} for field in gaps],
        "empty": {field.key for field in empty},
        "known": known_rows(
            acting.ground, without(acting.state, closed_to(acting)), shown={field.key for field in asked}
        ),
    }


PROPOSED = {
    "penalty_kinds": "proposed_penalty_kinds",
    "fine_yuan": "proposed_fine_yuan",
    "confiscation_yuan": "proposed_confiscation_yuan",
}


def closed_to(acting: Acting) -> frozenset[str]:
    """Return the digests in the dossier that whoever looks at the act may not open."""
    return hidden(acting.identity, acting.ground.dossier, acting.ground.body) if acting.state.has(MARK) else frozenset()


def decided_before(acting: Acting) -> dict[str, Any]:
    """Return what a person already proposed and told the party, as the first value of what is now decided; it may still be changed."""
    asked = {field.key for field in acting.row.fields}
    return {
        key: acting.state.known(told)
        for key, told in PROPOSED.items()
        if key in asked and is_given(acting.state.known(told))
    }


def _matters(field: Field, acting: Acting) -> bool:
    """A field that this dossier can have no use for is not shown: no benchmark for the item, no hearing held."""
    if field.key in ("discretion_tier", "discretion_outside", "deviation_approval"):
        return bool(acting.ground.benchmark)
    if field.key in ("gains_rule", "gains_returned", "gains_kept_reason") and field.carried:
        return acting.state.known("illegal_gains_yuan") is not None
    if field.key in ("recusal_rank", "recusal_by", "asked_alone", "record_confirmed"):
        return domain_of(acting.ground.domain) == "market"
    if field.key in ("goods_value_yuan", "turnover_yuan"):
        return any(tier.times_of and VALUES[tier.times_of][1] == field.key for tier in acting.ground.benchmark)
    return field.key != "hearing_taken_up" or acting.state.has("report_hearing")


def _open_to(acting: Acting, code: str) -> bool:
    """Tell whether a choice is there for this body at all: nobody but the police may choose to take a person's liberty."""
    return code != DETENTION or acting.ground.body_domain == POLICE_DOMAIN


COUNTED = frozenset(["hold_items", "seal_kind", "seal_items", "seal_basis", "seal_reason"])
"""What was approved and is counted again on the spot: a second seizure, or one that found less, names its own goods."""


def _settled(field: Field, acting: Acting) -> bool:
    """A carried fact that the record already has is shown as known and is not asked again, but for what is counted again."""
    return field.carried and field.key not in COUNTED and is_given(acting.state.known(field.key))


def _field(
    acting: Acting, field: Field, facts: Mapping[str, Any], wrong: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    fact = standing().dictionary.facts[field.key]
    shown: dict[str, Any] = {
        "name": field.key,
        "label": fact.label,
        "kind": fact.kind,
        "value": facts.get(field.key),
        "hint": fact.hint,
        "unit": fact.unit,
        "choices": [choice for choice in fact.choices.items() if _open_to(acting, choice[0])],
        "required": field.required,
        "error": wrong.get(field.key, "") if is_given(facts.get(field.key)) else "",
    }
    if fact.kind == "officers":
        shown["people"] = people_choices(
            acting.identity, acting.ground, acting.state, acting.row, field.key, timezone.localdate(now)
        )
    if fact.kind == "accounts":
        shown |= {"kind": "officers", "people": staff_choices(acting.ground.body, timezone.localdate(now))}
    if field.key == "discretion_tier":
        tiers = acting.ground.benchmark
        shown |= {"kind": "choice", "choices": [(tier.label, f"{tier.label}　{tier.factors}") for tier in tiers]}
    if field.key in ("examined", "secret_pieces"):
        rows = evidence_rows(acting.ground.dossier, acting.state, papers_of(acting.ground.dossier), closed_to(acting))
        shown |= {"draft": [{**one, "size": one["kind"]} for one in rows], "chosen": facts.get(field.key) or []}
    elif fact.kind == "evidence":
        kept = Evidence.objects.filter(dossier=acting.ground.dossier)
        shown["draft"] = kept_files(kept, acting.state, acting.procedure, facts.get("evidence"))
    return shown


def paper_preview(acting: Acting, facts: Mapping[str, Any], *, done_at: datetime) -> dict[str, Any] | None:
    """Return the draft of the act's first paper as it would print, or `None` when the act makes none."""
    whole = whole_facts(acting, facts, done_at)
    kinds = acting.row.papers_due(whole)
    if not kinds:
        return None
    data = fill(
        acting.ground,
        known=known_facts(acting.state),
        facts=whole,
        officers=tuple(whole.get("handlers") or ()) or acting.state.handlers,
        on=timezone.localdate(done_at),
        served=served_by(acting.row, acting.state),
    )
    domain = domain_of(acting.ground.domain)
    try:
        pages = preview(kinds[0], data, domain=domain)
    except Refusal as refusal:
        return {"pages": [], "error": refusal.first.sentence, "names": []}
    names = [paper_kind(kind).name_for(domain) for kind in kinds]
    note = f"《{names[0]}》共 {len(pages)} 页" + (f"，另有 {len(names) - 1} 件" if len(names) > 1 else "")
    gaps = [
        gap.label for gap in missing(kinds[0], {**data, "paper": {**data["paper"], "number": "签发时编号"}}, domain)
    ]
    return {"pages": [Markup(page) for page in pages], "missing": gaps, "names": names, "note": note}
