"""说办理 What a person tells of an act, and how the record is told of it. Every room's acts and steps are told in this one shape."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import Act
from yizhi.rules.refusal import bad_input


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An act as the person told it. `id` a UUIDv7 made by whoever acts; `officers` officer codes; `evidence` digests kept before."""

    id: uuid.UUID
    kind: str
    done_at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)
    officers: Sequence[str] = ()
    evidence: Sequence[str] = ()
    point: Mapping[str, Any] | None = None


def recorded(
    identity: Identity,
    told: Told,
    facts: Mapping[str, Any],
    *,
    body: str,
    town: str = "",
    said: Mapping[str, Any] | None = None,
    answer: Mapping[str, Any] | None = None,
) -> Act:
    """Return what the record is told: `facts` complete, in the name of `body`; `said` the facts as the person gave them, when they differ."""
    return Act(
        id=told.id,
        kind=told.kind,
        done_at=told.done_at,
        actor=identity.account,
        body=body,
        town=town,
        officers=tuple(told.officers),
        facts=facts,
        said=told.facts if said is None else said,
        answer=answer,
        evidence=tuple(told.evidence),
        point=told.point,
    )


def refuse_ahead(told: Told, now: datetime) -> None:
    """Refuse a step told before it was done (`in-future`); acts of a procedure are judged for it by their guards."""
    if told.done_at > now:
        raise bad_input("done_at", "办理时间还没有到。", "写实际办理的时间。", "in-future")
