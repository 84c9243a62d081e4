"""本机关的事 What a body does about openness besides single decisions: yearly figures, applications for files. Seen by its own people and the justice office."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from yizhi.desk.papers.telling import Told, recorded, refuse_ahead
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.actions import append, lock, open_dossier, same_or_refuse, told_before
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import record_of
from yizhi.rules.refusal import refuse

from .models import DossierApplication, YearlyFigures
from .permitting import RESPONSIBLE
from .shapes import read_own

WORKS = RESPONSIBLE | {Role.OFFICER}
Row = TypeVar("Row", YearlyFigures, DossierApplication)


@dataclass(frozen=True, slots=True)
class Done(Generic[Row]):
    """A step that is on the record and the row it led to. `repeated`: it was there already, with the same content."""

    entry: Entry
    row: Row
    repeated: bool = False


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


def refuse_other_body(identity: Identity, row: Row) -> None:
    """Refuse a step on what another body does."""
    if identity.body != row.body_id:
        raise refuse("not-your-step", f"这一步由{row.body.name}办。", "", "换成该机关的身份。", "kind")


def read_step(step: Told) -> Told:
    """Return the step with what it says as plain values. Raises `BadInput` with every field that cannot be read."""
    return replace(step, facts=read_own(step.kind, step.facts))


def written_before(identity: Identity, step: Told, dossier: str = "") -> Entry | None:
    """Return the entry that this step has written already, or None; refuse when under its id something else stands."""
    earlier = told_before(step.id)
    if earlier is None:
        return None
    act = recorded(identity, step, step.facts, body=identity.body)
    return same_or_refuse(earlier, act, dossier or earlier.dossier_id)


def written(identity: Identity, step: Told, dossier: str, facts: Mapping[str, Any], *, now: datetime) -> Entry:
    """Write one step on the record of `dossier`, or on a new one when it is empty; `facts` complete, what was said is the step's."""
    refuse_ahead(step, now)
    return append(
        lock(dossier or open_dossier(at=now).number), recorded(identity, step, facts, body=identity.body), now=now
    )


def copied(row: Row, copies: Callable[[Sequence[Entry]], Mapping[str, Any]], *, now: datetime) -> Row:
    """Write the columns that `copies` reads from the record of a row, and return the row."""
    for name, value in copies(record_of(row.dossier_id)).items():
        setattr(row, name, value)
    row.last_at = now
    row.save()
    return row
