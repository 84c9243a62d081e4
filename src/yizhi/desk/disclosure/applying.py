"""案卷公开申请 Received, extended once, answered with the article; nothing of the file leaves the product here."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import lock, once
from yizhi.desk.record.models import Entry
from yizhi.rules.deadlines import Due, Extension, due
from yizhi.rules.disclosure.applications import answer_reasons, extension_reasons, told_to_applicant
from yizhi.rules.refusal import Absent, bad_input, refuse_when

from .models import DossierApplication
from .own import Done, copied, own, read_step, refuse_other_body, refuse_others, written, written_before

RECEIVE, EXTEND, ANSWER = "receive_application", "extend_application", "answer_application"
NAMES = {RECEIVE: "收到申请", EXTEND: "延长答复期限", ANSWER: "答复"}
RULE, BY = "foi-answer-20wd", "政府信息公开工作机构负责人"


def applications(identity: Identity) -> QuerySet[DossierApplication]:
    """Return the applications this identity sees, newest first."""
    return own(identity, DossierApplication.objects.all()).select_related("body").order_by("-dossier")


def application(identity: Identity, dossier: str) -> DossierApplication:
    """Return one. Raises `Absent`."""
    row = applications(identity).filter(dossier=dossier).first()
    if row is None:
        raise Absent("这份申请")
    return row


def answer_due(row: DossierApplication) -> Due:
    """Return the limit in which an application is answered, with its extension."""
    law = standing()
    more = [Extension(row.extended, BY)] if row.extended else []
    return due(RULE, table=law.rules, calendar=law.calendar, start=row.received_on, extend=more)


def receive(identity: Identity, told: Told, *, now: datetime) -> Done[DossierApplication]:
    """收到申请 Write down who asks for which file, and when it came. `facts`: applicant, asked, received_on."""
    return once(lambda: _received(identity, told, now))


@transaction.atomic
def _received(identity: Identity, told: Told, now: datetime) -> Done[DossierApplication]:
    refuse_others(identity, responsible=False)
    step = read_step(told)
    earlier = written_before(identity, step)
    if earlier is not None:
        return Done(earlier, application(identity, earlier.dossier_id), repeated=True)
    if date.fromisoformat(step.facts["received_on"]) > timezone.localdate(now):
        raise bad_input("received_on", "收到日期还没有到。", "写实际收到的那天。", "in-future")
    entry = written(identity, step, "", {**step.facts, "body": identity.body}, now=now)
    return Done(entry, copied(DossierApplication(dossier_id=entry.dossier_id), copies, now=now))


@transaction.atomic
def perform(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done[DossierApplication]:
    """办一步 Extend or answer. Raises `Absent`, `BadInput`, `Refusal`."""
    refuse_other_body(identity, application(identity, dossier))
    refuse_others(identity, responsible=True)
    step = read_step(told)
    lock(dossier)
    row = application(identity, dossier)
    earlier = written_before(identity, step, dossier)
    if earlier is not None:
        return Done(earlier, row, repeated=True)
    facts = dict(step.facts)
    if step.kind == ANSWER:
        refuse_when(answer_reasons(row.stage, facts))
        facts["answer"] = told_to_applicant(facts["outcome"], facts.get("words", ""))
    elif step.kind == EXTEND:
        refuse_when(extension_reasons(row.stage, row.extended > 0, facts))
    else:
        raise Absent("这一步")
    entry = written(identity, step, dossier, facts, now=now)
    return Done(entry, copied(row, copies, now=now))


def copies(record: Sequence[Entry]) -> dict[str, Any]:
    """Return the columns of an application as its record gives them."""
    told: dict[str, Any] = {"stage": "received", "extended": 0, "outcome": "", "answered_on": None}
    for entry in record:
        facts = entry.facts
        if entry.kind == RECEIVE:
            told |= {"body_id": facts["body"], "applicant": facts["applicant"], "asked": facts["asked"]}
            told["received_on"] = date.fromisoformat(facts["received_on"])
        elif entry.kind == EXTEND:
            told["extended"] = facts["workdays"]
        elif entry.kind == ANSWER:
            told |= {"stage": "answered", "outcome": facts["outcome"]}
            told["answered_on"] = timezone.localdate(entry.done_at)
    return told


def answer_words(record: Sequence[Entry]) -> str:
    """Return the words of the answer, or nothing."""
    return next((str(entry.facts["answer"]) for entry in record if entry.kind == ANSWER), "")
