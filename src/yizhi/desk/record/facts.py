"""两个时间的事实 Entering and correcting dated facts: a correction is a new row of the same fact, and the old row keeps what was known."""

import uuid
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction

from yizhi.rules.refusal import Absent, bad_input

from .models import DatedFact

Fact = TypeVar("Fact", bound=DatedFact)


def fact_code(prefix: str) -> str:
    """Return a new code for a fact; `prefix` tells a reader what it is about."""
    return f"{prefix}-{uuid.uuid4().hex[:12]}"


def check_span(valid_from: date, valid_to: date | None) -> None:
    """Refuse an interval [valid_from, valid_to) that holds on no day (`span-empty`)."""
    if valid_to is not None and valid_to <= valid_from:
        raise bad_input("valid_to", "止日要在起日之后。", "止日当天起不再有效；没有止日的留空。", "span-empty")


def enter(row: Fact, *, by: str, now: datetime) -> Fact:
    """Keep a new fact, known from `now` on. Raises `span-empty` for an interval that holds on no day."""
    check_span(row.valid_from, row.valid_to)
    row.recorded_at, row.recorded_by = now, by
    row.save(force_insert=True)
    return row


def correct(model: type[Fact], fact: str, *, what: str, by: str, now: datetime, **changes: Any) -> Fact:
    """Keep a corrected row of a fact and mark the row known until now as superseded at `now`.

    `what` names the fact in Chinese for the refusal when there is none. The old row itself is not changed otherwise.
    """
    with transaction.atomic():
        known = model._default_manager.filter(fact=fact, superseded_at=None).select_for_update().first()
        if known is None:
            raise Absent(what)
        kept = {
            field.attname: getattr(known, field.attname)
            for field in model._meta.concrete_fields
            if not field.primary_key
        }
        corrected = model(**{**kept, **changes, "superseded_at": None})
        known.superseded_at = now
        known.save(update_fields=["superseded_at"])
        return enter(corrected, by=by, now=now)
