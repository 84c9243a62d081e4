"""重算 The copies of a lead, computed again from its record. A difference means that a list shows what the record does not say."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction

from yizhi.desk.papers.proceeding import copies, seen
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.sight import Sight
from yizhi.desk.record.actions import lock
from yizhi.desk.record.differing import Difference, differing, renewed
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import entries_of
from yizhi.rules.procedure.filing import waits_since
from yizhi.rules.procedure.state import fold
from yizhi.rules.procedure.tables import procedure_of

from .actions import ground_of, search_words
from .models import Lead
from .queries import BEFORE_CASE

NOBODY = Identity(
    account="", name="", officer="", role="", appointment=0, body="", body_name="", area="", sight=Sight()
)
SETTLED = ("item", "party", "body", "act_day")


def differences(*, now: datetime) -> Iterator[Difference]:
    """Yield every column of a lead that differs from what its record gives."""
    rows = Lead.objects.select_related("item", "party").order_by("dossier")
    for lead in rows.iterator(chunk_size=200):
        yield from differing(f"线索 {lead.dossier_id}", lead, recomputed(lead, now=now))


def renew_limits(*, now: datetime) -> int:
    """更新期限 Write anew the last days that the list of leads shows, after a calendar was entered; return how many changed."""
    return sum(
        _renewed(number, now) for number in list(Lead.objects.order_by("dossier").values_list("dossier", flat=True))
    )


@transaction.atomic
def _renewed(number: str, now: datetime) -> bool:
    lock(number)
    lead = Lead.objects.select_related("item", "party").get(dossier=number)
    return renewed(lead, recomputed(lead, now=now), ("due_on", "waits_since"))


def recomputed(lead: Lead, *, now: datetime) -> dict[str, Any]:
    """Return the columns of a lead as its record gives them. A lead that became a case stands where the opening left it."""
    entries = list(entries_of(lead.dossier_id))
    opening = next((place for place, entry in enumerate(entries) if entry.kind in BEFORE_CASE), None)
    own = entries if opening is None else entries[: opening + 1]
    ground = ground_of(lead)
    procedure = procedure_of(ground.procedure, ground.procedure_version)
    state = fold(procedure, [seen(entry) for entry in own])
    kept = copies(state, procedure, circumstances(NOBODY, ground, state, now=now))
    return {
        "stage": kept.stage,
        "due_on": kept.due_on if opening is None else None,
        "waits_since": waits_since(state) if opening is None else None,
        "search": search_words(lead),
        **_settled(entries),
    }


def _settled(entries: list[Entry]) -> dict[str, Any]:
    """Return what was settled last, as far as the record says."""
    told: dict[str, Any] = {"body_id": entries[0].body} if entries else {}
    names = {"item": "item_id", "party": "party_id", "body": "body_id", "act_day": "act_day"}
    for entry in entries:
        if entry.kind in {"register_lead", "settle_lead"}:
            told |= {names[key]: entry.facts[key] for key in SETTLED if entry.facts.get(key)}
    if "act_day" in told:
        told["act_day"] = date.fromisoformat(told["act_day"])
    return told
