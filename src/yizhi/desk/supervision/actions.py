"""执法监督 Register a matter and do its acts: check → write → record, one transaction. Page, API and command call the same."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.cases.models import Case
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account, Role, SupervisionCertificate
from yizhi.desk.record.actions import lock, once, open_dossier, told_before
from yizhi.desk.record.facts import enter, fact_code
from yizhi.desk.record.keeping import permit
from yizhi.rules.procedure.oversight import DECISION, LETTERS, answer_due, objection_open
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.refusal import bad_input

from .limits import copies_of
from .models import SupervisionMatter
from .permitting import bodies, matter, must_supervise
from .proceeding import Done, proceed

REGISTER = "register_matter"
CERTIFIERS = frozenset({Role.JUSTICE.value})
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What somebody wants supervised: the body by its code, the case by its dossier or nothing; `facts` as in the field dictionary."""

    body: str
    case: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    demo: bool = False


def register(identity: Identity, notice: Notice, *, id: uuid.UUID, done_at: datetime, now: datetime) -> Done:
    """登记监督事项 Open a matter against a body. The same id told again returns what was registered.

    Refuses a case in review or litigation (`in-review-or-litigation`) and one that is supervised already (`supervised-already`).
    """
    told = Told(id=id, kind=REGISTER, done_at=done_at, facts=notice.facts)
    return once(lambda: _registered(identity, notice, told, now))


@transaction.atomic
def _registered(identity: Identity, notice: Notice, told: Told, now: datetime) -> Done:
    must_supervise(identity)
    body, case = _body(identity, notice.body), _case(notice)
    earlier = told_before(told.id)
    if earlier is not None:
        again = SupervisionMatter(dossier=matter(identity, earlier.dossier_id).dossier, body=body, case=case)
        return proceed(identity, again, again.dossier, told, now=now)
    # Two people must not register the same case at the same moment.
    Body.objects.select_for_update().get(code=body.code)
    on = timezone.localdate(told.done_at)
    made = SupervisionMatter(dossier=open_dossier(at=now), body=body, case=case, registered_on=on, demo=notice.demo)
    done = proceed(identity, made, lock(made.dossier_id), told, now=now)
    _copy(made, done.state)
    made.save(force_insert=True)
    return done


@transaction.atomic
def perform(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done:
    """办一步 Do one act in a matter. Raises `Absent` when it is not this identity's to see, `Refusal` with every reason in the way."""
    found = matter(identity, dossier)
    held = lock(dossier)
    found.refresh_from_db()
    done = proceed(identity, found, held, told, now=now)
    if not done.repeated:
        _copy(found, done.state)
        found.save()
    return done


def enter_supervision_certificate(
    *, by: Identity, account: str, number: str, valid_from: date, now: datetime, valid_to: date | None = None
) -> SupervisionCertificate:
    """登记监督检查证件 Enter a supervision certificate of an account, good during [valid_from, valid_to)."""
    permit(by, CERTIFIERS)
    holder = Account.objects.filter(username=account).first()
    if holder is None:
        raise bad_input("account", "没有这个账号。", "从列表里选。", "account-missing")
    if not number.strip():
        raise bad_input("number", "证号还没有填。", "照证件抄写。", "certificate-number-missing")
    taken = SupervisionCertificate.objects.known().filter(number=number.strip()).exclude(account=holder)
    if taken.exists():
        raise bad_input("number", "这个证号登记在别的人员名下。", "逐位核对证号。", "certificate-number-taken")
    row = SupervisionCertificate(
        fact=fact_code("v"), account=holder, number=number.strip(), valid_from=valid_from, valid_to=valid_to
    )
    return enter(row, by=by.account, now=now)


def copies(state: CaseState) -> dict[str, Any]:
    """Return the columns of a matter as its record gives them."""
    # Keeping a file is on the record and yet no act of the procedure: it leaves the copies alone.
    first, last = state.entries[0], next(entry for entry in reversed(state.entries) if SUPERVISION.act(entry.kind))
    subject = first.facts["supervised"]
    return {
        "body_id": subject["body"],
        "case_id": subject["case"] or None,
        "source": first.facts["matter_source"],
        "words": first.facts["matter_words"][:LONGEST_WORDS],
        "stage": state.stage,
        "ended": not SUPERVISION.acts_from(state.stage),
        "told": state.has("notify_body", *LETTERS, DECISION),
        "reported": state.has("report_to_government"),
        "objected": objection_open(state) is not None and state.stage != "archived",
        "answer_by": answer_due(state),
        **copies_of(state),
        "registered_on": first.day,
        "last_act": last.kind,
        "last_at": last.done_at,
    }


def _copy(row: SupervisionMatter, state: CaseState) -> None:
    for name, value in copies(state).items():
        setattr(row, name, value)


def _body(identity: Identity, code: str) -> Body:
    found = bodies(identity).filter(code=code).first()
    if found is None:
        raise bad_input("body", "没有这个机关，或者不在您的职责范围内。", "从列表里选。", "body-missing")
    return found


def _case(notice: Notice) -> Case | None:
    """Return the case a matter is about: one of the body supervised, by its dossier or its own number."""
    if not notice.case:
        return None
    rows = Case.objects.filter(body=notice.body).select_related("item", "town")
    found = rows.filter(dossier=notice.case).first() or rows.filter(number=notice.case).first()
    if found is None:
        raise bad_input("case", "这个机关没有这个案件。", "核对案卷主号或者案号；没有案件的留空。", "case-missing")
    return found
