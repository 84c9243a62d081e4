"""监督事项的一步 One act in a matter of supervision: fold the record, judge, issue the paper, carry out what follows, write the entry.

The caller holds the transaction and the dossier's lock, and writes its own copies from what comes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.data import PaperData
from yizhi.desk.papers.filling import body_data
from yizhi.desk.papers.issuing import issue, on_record
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import known_facts, seen, state_of
from yizhi.desk.papers.telling import Told, recorded
from yizhi.desk.papers.unknown import unknown
from yizhi.desk.people.actions import change_certificate_status
from yizhi.desk.people.called import account_names
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Certificate, Service
from yizhi.desk.record.actions import append, same_or_refuse, told_before
from yizhi.desk.record.models import Dossier, Entry
from yizhi.rules.procedure.judge import blocks, judge
from yizhi.rules.procedure.judging import Proposal, complete
from yizhi.rules.procedure.oversight import certificate_status
from yizhi.rules.procedure.state import CaseState, fold
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.refusal import Reason, Refusal

from .around import ground_of, title_of, world
from .models import SupervisionMatter

LETTER = ("supervision-order", "supervision-opinion", "supervision-decision")
NAMED = ("advised_officer", "handled_officer")
UNPRINTED = frozenset({*NAMED, "evidence"})


@dataclass(frozen=True, slots=True)
class Done:
    """An act that is on the record. `repeated`: it was there already, with the same content."""

    entry: Entry
    state: CaseState
    papers: tuple[Paper, ...]
    repeated: bool


def proceed(identity: Identity, matter: SupervisionMatter, dossier: Dossier, told: Told, *, now: datetime) -> Done:
    """Do one act, or raise `Refusal` with every reason that stands in its way; nothing is half written."""
    before, subject = state_of(matter.dossier_id, SUPERVISION), subject_of(matter)
    said = {**told.facts, **(subject if told.kind == "register_matter" else {})}
    earlier = told_before(told.id)
    if earlier is not None:
        same_or_refuse(earlier, recorded(identity, told, said, body=identity.body, said=said), matter.dossier_id)
        return Done(earlier, before, tuple(Paper.objects.filter(entry=earlier.id)), repeated=True)
    on = timezone.localdate(told.done_at)
    facts, reasons = looked_at(identity, matter, before, told, now=now)
    if blocks(reasons):
        raise Refusal(reasons)
    row = SUPERVISION.act(told.kind)
    assert row is not None
    if row.papers:
        data = paper_data(identity.body, matter, before, facts, on=on)
        papers = issue(ground_of(matter, identity.body), row.papers, data, entry=told.id, at=told.done_at)
        facts = {**facts, "papers": [on_record(paper) for paper in papers]}
    if told.kind == "record_handling":
        _handle(identity, facts, now=now)
    if told.kind == "register_matter":
        facts = {**facts, **subject}
    entry = append(dossier, recorded(identity, told, facts, body=identity.body, said=said), now=now)
    state = fold(SUPERVISION, [*before.entries, seen(entry)])
    return Done(entry, state, tuple(papers) if row.papers else (), repeated=False)


def looked_at(
    identity: Identity, matter: SupervisionMatter, state: CaseState, told: Told, *, now: datetime
) -> tuple[dict[str, Any], tuple[Reason, ...]]:
    """Return the complete facts of an act and everything for or against it."""
    on = timezone.localdate(told.done_at)
    here = world(identity, matter, on=on, now=now)
    proposal = Proposal(told.kind, told.done_at, told.facts, evidence=tuple(told.evidence))
    row = SUPERVISION.act(told.kind)
    facts = complete(row, state, proposal, here.dictionary) if row else dict(told.facts)
    files = {"evidence": facts.get("evidence") or ()}
    strange = unknown(matter.dossier_id, officers=(), evidence=(), facts=files, dictionary=here.dictionary)
    return facts, (*judge(SUPERVISION, state, proposal, here), *_unknown(matter, facts, on), *strange)


def subject_of(matter: SupervisionMatter) -> dict[str, Any]:
    """Return what the first entry says a matter is about, by codes: the body, and the dossier of the case where there is one."""
    return {"supervised": {"body": matter.body_id, "case": matter.case_id or ""}}


def paper_data(
    issuer: str, matter: SupervisionMatter, state: CaseState, facts: Mapping[str, Any], *, on: date
) -> PaperData:
    """Return the data of a paper of this matter, issued by the body `issuer` on the day `on`; number and name come later."""
    letter = Paper.objects.filter(dossier=matter.dossier_id, kind__in=LETTER).order_by("-position").first()
    told = {**known_facts(state), **facts}
    return {
        "body": body_data(Body.objects.select_related("parent").get(code=issuer)),
        "paper": {"issued_on": on.isoformat(), "demo": matter.demo},
        "case": {"dossier": matter.dossier_id, "title": title_of(matter)},
        "party": {"kind": "organisation", "name": matter.body.name},
        "officers": [],
        "bases": [],
        "facts": {
            key: value for key, value in told.items() if key in standing().dictionary.facts and key not in UNPRINTED
        },
        "concerns": [{"title": letter.name, "number": letter.number}] if letter else [],
    }


def officers_of(body: str, on: date) -> dict[str, str]:
    """Return the officers whose qualification belongs to a body on the day `on`: code → name."""
    rows = Service.objects.known().holding(on).filter(body=body).order_by("officer")
    return dict(rows.values_list("officer_id", "officer__name"))


def _unknown(matter: SupervisionMatter, facts: Mapping[str, Any], on: date) -> list[Reason]:
    """Return a reason for everybody named who is not known here: accounts as supervisors, officers of the supervised body."""
    accounts, officers = account_names(), officers_of(matter.body_id, on)
    strange = [name for name in facts.get("supervisors") or () if name not in accounts]
    reasons = [
        Reason("supervisor-unknown", f"没有账号“{name[:64]}”。", cure="从列表里选。", about="supervisors")
        for name in strange
    ]
    for key in NAMED:
        for code in facts.get(key) or ():
            if code not in officers:
                sentence = f"“{code[:64]}”这一天不是{matter.body.name}的执法人员。"
                reasons.append(
                    Reason("officer-of-other-body", sentence, "行政执法监督条例 第32条", cure="从列表里选。", about=key)
                )
    return reasons


def _handle(identity: Identity, facts: Mapping[str, Any], *, now: datetime) -> None:
    """Give every certificate of the officer its new status from the day that the handling names."""
    status = certificate_status(facts["handling_outcome"])
    if not status:
        return
    starts = date.fromisoformat(facts["handling_from"])
    ends = date.fromisoformat(facts["handling_until"]) if facts.get("handling_until") else None
    for held in Certificate.objects.known().filter(officer__in=facts["handled_officer"]).order_by("fact"):
        change_certificate_status(
            by=identity,
            fact=held.fact,
            status=status,
            valid_from=starts,
            valid_to=ends if status == "suspended" else None,
            now=now,
        )
