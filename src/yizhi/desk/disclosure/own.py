"""本机关的事 What a body does about openness besides single decisions: yearly figures, applications for files. Seen by its own people and the justice office."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import QuerySet

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.actions import Act, append, lock, open_dossier, same_or_refuse, told_before
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import Refusal, refuse

from .models import DossierApplication, YearlyFigures
from .permitting import RESPONSIBLE

WORKS = RESPONSIBLE | {Role.OFFICER}
Row = TypeVar("Row", YearlyFigures, DossierApplication)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step as a person told it. `id` a UUIDv7 made by whoever acts; `facts` plain values, read by the caller."""

    id: uuid.UUID
    kind: str
    facts: Mapping[str, Any]
    done_at: datetime


def own(identity: Identity, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return of these rows those this identity sees: its own body's; the justice office sees all."""
    if identity.role == Role.JUSTICE:
        return rows
    return rows.filter(body=identity.body) if identity.role in WORKS else rows.none()


def refuse_others(identity: Identity, *, responsible: bool) -> None:
    """Refuse who may not do a step: what is published or answered is for reviewers and principals, the rest also for officers."""
    allowed = RESPONSIBLE if responsible else WORKS
    if identity.role not in allowed:
        who = "本机关的审核人员或者负责人" if responsible else "本机关的执法人员、审核人员或者负责人"
        raise refuse("not-your-step", f"这一步由{who}办。", "", f"请{who}办。", "kind")


def written(identity: Identity, step: Step, dossier: str, facts: Mapping[str, Any], *, now: datetime) -> Entry:
    """Write one step on the record of `dossier`, or on a new one when it is empty. The same id with the same content is written once."""
    if step.done_at > now:
        raise refuse("in-future", "办理时间还没有到。", "", "写实际办理的时间。", "done_at")
    act = Act(
        id=step.id,
        kind=step.kind,
        done_at=step.done_at,
        actor=identity.account,
        body=identity.body,
        town="",
        facts=facts,
        said=step.facts,
    )
    earlier = told_before(step.id)
    if earlier is not None:
        return same_or_refuse(earlier, act, earlier.dossier_id)
    return append(lock(dossier or open_dossier(at=now).number), act, now=now)


def refused(reasons: Any) -> None:
    """Raise the refusal of these reasons, when there is any."""
    found = tuple(reasons)
    if found:
        raise Refusal(found)
