"""期限接口 The limits within sight, by day."""

from datetime import date, timedelta

from django.utils import timezone
from ninja import Router, Schema

from yizhi.desk.people.request import SignedIn

from .clock_page import due_until

router = Router(tags=["cases"])


class DueOut(Schema):
    """One limit that runs; `rule` is an id of the rule table, empty for a lead and for the day an order upon a visit names."""

    dossier: str
    number: str
    name: str
    rule: str
    act: str
    on: date


@router.get("limits", response=list[DueOut], summary="到期")
def limits(request: SignedIn, until: date | None = None) -> list[DueOut]:
    """Return every limit that ends on or before `until` (default: two weeks from today), the nearest first."""
    last = until or timezone.localdate(request.now) + timedelta(days=14)
    return [
        DueOut(dossier=one.dossier, number=one.number, name=one.name, rule=one.rule, act=one.act, on=one.on)
        for one in due_until(request.identity, last)
    ]
