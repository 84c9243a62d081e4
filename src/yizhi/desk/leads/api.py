"""线索接口 Leads in typed JSON; the same actions and queries as the pages."""

import uuid
from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Query, Router, Schema
from ninja.responses import Status
from uuid_utils.compat import uuid7

from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.moments import aware

from . import actions, queries
from .models import Lead

router = Router(tags=["leads"])
PAGE = 20
Code = Annotated[str, Field(max_length=64)]


class LeadIn(Schema):
    """What somebody saw. Codes of town, village, item, party, body; `id` is made by the caller and makes the call repeatable."""

    id: uuid.UUID | None = None
    words: Annotated[str, Field(min_length=1, max_length=500)]
    town: Code
    village: Code = ""
    place: Annotated[str, Field(max_length=200)] = ""
    item: Code = ""
    party: Code = ""
    body: Code = ""
    found_on: date | None = None
    act_day: date | None = None
    source: Annotated[str, Field(max_length=32)] = "patrol"
    done_at: datetime | None = None


class LeadOut(Schema):
    """One lead as a list shows it."""

    dossier: str
    stage: str
    words: str
    town: str
    body: str
    item: str | None
    party: str | None
    place: str
    found_on: date
    act_day: date | None
    due_on: date | None

    @staticmethod
    def of(lead: Lead) -> "LeadOut":
        """Return the row of a lead."""
        return LeadOut(
            dossier=lead.dossier_id,
            stage=lead.stage,
            words=lead.words,
            town=lead.town_id,
            body=lead.body_id,
            item=lead.item_id,
            party=lead.party_id,
            place=lead.place_text,
            found_on=lead.found_on,
            act_day=lead.act_day,
            due_on=lead.due_on,
        )


class LeadPage(Schema):
    """A page of leads; `next` is the cursor of the following page, `null` at the end."""

    items: list[LeadOut]
    next: str | None


@router.post("leads", response={201: LeadOut}, summary="登记案源")
def register_lead(request: SignedIn, told: LeadIn) -> Any:
    """Register a lead. Told again under the same id with the same content, it returns the lead already registered."""
    identity, now = request.identity, request.now
    today = now.date()
    done_at = aware(told.done_at) or now
    sighting = actions.Sighting(
        words=told.words,
        town=told.town,
        body=told.body or identity.body,
        found_on=told.found_on or today,
        village=told.village,
        place=told.place,
        item=told.item,
        party=told.party,
        act_day=told.act_day or told.found_on or today,
        source=told.source,
    )
    lead = actions.register_lead(identity, sighting, id=told.id or uuid7(), done_at=done_at, now=now)
    return Status(201, LeadOut.of(lead))


@router.get("leads", response=LeadPage, summary="线索列表")
def list_leads(
    request: SignedIn,
    stage: Annotated[str, Query(max_length=32)] = "",
    town: Annotated[str, Query(max_length=12)] = "",
    q: Annotated[str, Query(max_length=100)] = "",
    after: Annotated[str, Query(max_length=32)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = PAGE,
) -> LeadPage:
    """Return the leads this token's owner sees, newest first."""
    rows = queries.leads(request.identity)
    rows = rows.filter(stage=stage) if stage else rows
    rows = rows.filter(town=town) if town else rows
    rows = rows.filter(search__bigrams=q) if q else rows
    rows = rows.filter(dossier__lt=after) if after else rows
    found = list(rows[: limit + 1])
    return LeadPage(
        items=[LeadOut.of(lead) for lead in found[:limit]],
        next=found[limit - 1].dossier_id if len(found) > limit else None,
    )
