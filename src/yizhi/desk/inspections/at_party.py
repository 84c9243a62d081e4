"""这一家的检查 What the page of a party shows: how often it was visited this year and how often at most, the visits made and planned.

The number protects the shop: it counts whoever came, also bodies that the reader does not see. The visits listed are those the reader sees.
"""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.utils import timezone

from yizhi.desk.parties.from_above import SHEETS
from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.visiting import STATE

from . import queries
from .knowing import COMING, visits_of
from .models import Inspection
from .view import cap_line, visit_line

MOST = 10


def visits_sheet(identity: Identity, party: Party, now: datetime) -> dict[str, Any] | None:
    """Return the sheet of a party's visits; nothing for a natural person, who is not inspected as a business is."""
    if party.kind == Party.Kind.INDIVIDUAL:
        return None
    today = timezone.localdate(now)
    total = visits_of(party.pk, today.year)
    found = list(queries.visits(identity, "", party.pk)[: MOST + 1])
    counted = f"{today.year}年来过 {total} 次；几个机关一起来，只算 1 次。"
    plan = {"href": f"/inspections/new/?{urlencode({'party': party.pk})}", "label": "安排检查", "icon": "plus"}
    return {
        "title": "检查",
        "note": "列您能看的；次数算全部机关的",
        "told": [
            {"state": "info", "words": counted, "article": STATE},
            *(cap_line(domain, party.pk, today) for domain in _domains(party.pk, today)),
        ],
        "lines": [visit_line(visit) for visit in found[:MOST]],
        "blank": "没有您能看的检查。",
        "more": f"/inspections/?{urlencode({'show': 'all', 'party': party.pk})}" if len(found) > MOST else "",
        "action": plan if identity.officer else None,
    }


def _domains(party: str, today: date) -> list[str]:
    """Return the domains in which a party was visited this year or is going to be."""
    parts = Inspection.objects.filter(visit__party=party)
    near = parts.filter(Q(arrived_on__year=today.year) | Q(stage__in=COMING))
    return list(near.order_by("items__domain").values_list("items__domain", flat=True).distinct())


SHEETS["inspections"] = visits_sheet
