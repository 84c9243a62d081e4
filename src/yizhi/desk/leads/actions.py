"""线索 Register a lead, settle what it is about, do the acts before a case is opened. Check → write → record, one transaction."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.actions import keep_answer
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import ask
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.proceeding import Done, proceed
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.actions import make_known
from yizhi.desk.parties.models import Party
from yizhi.desk.parties.queries import party as party_seen
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town, Village
from yizhi.desk.record.actions import Act, append, lock, once, open_dossier, same_or_refuse
from yizhi.desk.record.models import Dossier, Entry
from yizhi.rules.bigrams import bigrams
from yizhi.rules.procedure.filing import waits_since
from yizhi.rules.procedure.tables import current
from yizhi.rules.refusal import bad_input, refuse

from . import queries
from .checking import may_register, may_settle, mode_of, must_be_known, not_in_future
from .models import Lead
from .naming import title_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What somebody saw. Codes of town, village, item, body and party; empty where not yet known. `facts` as in the field dictionary.

    `answer` is the number of an answer kept before; `asked_for` are the officers for whom 问一问 answered just now: that answer is
    kept together with the lead.
    """

    words: str
    town: str
    body: str
    found_on: date
    village: str = ""
    place: str = ""
    item: str = ""
    party: str = ""
    act_day: date | None = None
    source: str = "patrol"
    answer: str = ""
    asked_for: tuple[str, ...] = ()
    demo: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


def register_lead(identity: Identity, sighting: Sighting, *, id: uuid.UUID, done_at: datetime, now: datetime) -> Lead:
    """登记案源 Open a dossier with what was seen. The same id told again returns the lead already registered."""
    return once(lambda: _registered(identity, sighting, id, done_at, now))


@transaction.atomic
def _registered(identity: Identity, sighting: Sighting, id: uuid.UUID, done_at: datetime, now: datetime) -> Lead:
    mode = may_register(identity, sighting, done_at)
    earlier = Entry.objects.filter(id=id).first()
    if earlier is not None:
        lead = queries.lead(identity, earlier.dossier_id)
        same_or_refuse(earlier, _told(identity, sighting, id, done_at), earlier.dossier_id)
        return lead
    dossier = open_dossier(at=now)
    lead = _lead(identity, sighting, dossier, done_at, mode)
    lead.answer = sighting.answer or _answer_kept(identity, sighting, now)
    told = Told(id=id, kind="register_lead", done_at=done_at, facts=_facts(sighting))
    done = proceed(identity, ground_of(lead), lock(dossier.number), told, now=now)
    _copy(lead, done)
    lead.save(force_insert=True)
    return lead


def _answer_kept(identity: Identity, sighting: Sighting, now: datetime) -> str:
    """Keep the answer of 问一问 that the lead came from, asked again as it was shown; return its number."""
    if not (sighting.item and sighting.asked_for):
        return ""
    question = {
        "item": sighting.item,
        "town": sighting.town,
        "on": sighting.found_on.isoformat(),
        "action": "open_case",
        "officers": list(sighting.asked_for),
    }
    return keep_answer(identity, question=question, answer=ask(question), words=sighting.words, now=now).number


def _told(identity: Identity, sighting: Sighting, id: uuid.UUID, done_at: datetime) -> Act:
    return Act(
        id=id,
        kind="register_lead",
        done_at=done_at,
        actor=identity.account,
        body=sighting.body,
        town=sighting.town,
        facts=_facts(sighting),
    )


def _facts(sighting: Sighting) -> dict[str, Any]:
    town = Town.objects.get(code=sighting.town)
    village = Village.objects.filter(code=sighting.village).first()
    place = "".join(part for part in (town.name, village.name if village else "", sighting.place) if part)
    facts: dict[str, Any] = {
        "source": sighting.source,
        "found_on": sighting.found_on.isoformat(),
        "place_text": place,
        "description": sighting.words,
    }
    if sighting.act_day:
        facts["act_day"] = sighting.act_day.isoformat()
    return {**facts, **sighting.facts}


def _lead(identity: Identity, sighting: Sighting, dossier: Dossier, done_at: datetime, mode: str) -> Lead:
    lead = Lead(
        dossier=dossier,
        body=Body.objects.get(code=sighting.body),
        town_id=sighting.town,
        mode=mode,
        village_id=sighting.village or None,
        item=Item.objects.filter(code=sighting.item).first(),
        party=met(identity, sighting.party, sighting.town, sighting.body),
        source=sighting.source,
        words=sighting.words,
        place_text=_facts(sighting)["place_text"],
        act_day=sighting.act_day,
        found_on=sighting.found_on,
        registered_at=done_at,
        registered_by=identity.account,
        demo=sighting.demo,
    )
    lead.search = search_words(lead)
    return lead


def met(identity: Identity, code: str, town: str, body: str) -> Party | None:
    """Return the party a dossier meets, one this identity sees, and let it be seen where the dossier is; `None` without a code."""
    if not code:
        return None
    found = party_seen(identity, code)
    make_known(party=found, town=town, body=body)
    return found


@transaction.atomic
def settle(
    identity: Identity,
    dossier: str,
    *,
    id: uuid.UUID,
    done_at: datetime,
    now: datetime,
    item: str = "",
    party: str = "",
    act_day: date | None = None,
    body: str = "",
) -> Lead:
    """核定底数 Settle which item, party, day and body the lead is about; what was settled before stays on the record."""
    lead, held = hold(identity, dossier)
    must_be_known(identity, item=item, party=party)
    chosen = item or lead.item_id or ""
    mode = mode_of(identity, item=chosen, town=lead.town_id, body=body, on=done_at)
    may_settle(identity, lead.town_id, body=body, mode=mode)
    if act_day:
        not_in_future(act_day, timezone.localdate(now), "act_day", "违法行为发生日")
    facts = {"item": item, "party": party, "body": body, "act_day": act_day.isoformat() if act_day else ""}
    facts = {key: value for key, value in facts.items() if value}
    if queries.opened(dossier):
        raise refuse("lead-already-opened", "已经立案，线索不能再改。", "行政处罚法 第54条", "在案件里办理。")
    if not facts:
        raise bad_input("item", "没有填写要核定的内容。", "选择事项、当事人，或者填写行为日。")
    append(
        held,
        Act(
            id=id,
            kind="settle_lead",
            done_at=done_at,
            actor=identity.account,
            body=body or lead.body_id,
            town=lead.town_id,
            facts=facts,
        ),
        now=now,
    )
    lead.item = Item.objects.get(code=item) if item else lead.item
    lead.party = met(identity, party, lead.town_id, body or lead.body_id) or lead.party
    lead.act_day = act_day or lead.act_day
    lead.body_id, lead.mode = (body, mode) if body else (lead.body_id, lead.mode)
    lead.search = search_words(lead)
    lead.save()
    return lead


def hold(identity: Identity, dossier: str) -> tuple[Lead, Dossier]:
    """Find a lead, lock its dossier, and return the lead as it stands under the lock. Raises `Absent`."""
    lead = queries.lead(identity, dossier)
    held = lock(dossier)
    lead.refresh_from_db()
    return lead, held


@transaction.atomic
def perform(identity: Identity, dossier: str, told: Told, *, now: datetime) -> Done:
    """Do an act that comes before a case is opened: 核查、不予立案、移送 and their like."""
    lead, held = hold(identity, dossier)
    done = proceed(identity, ground_of(lead), held, told, now=now)
    if not done.repeated:
        _copy(lead, done)
        lead.save()
    return done


def close_copy(lead: Lead, done: Done) -> None:
    """Write that a lead has become a case: its stage follows the record, and no limit of a lead runs any more."""
    lead.stage, lead.due_on, lead.waits_since = done.state.stage, None, None
    lead.save()


def _copy(lead: Lead, done: Done) -> None:
    assert done.kept is not None, "an act told again writes no copies"
    lead.stage, lead.due_on = done.kept.stage, done.kept.due_on
    lead.waits_since = waits_since(done.state)


def search_words(lead: Lead) -> str:
    """Return the bigram column of a lead."""
    return bigrams(
        lead.dossier_id,
        lead.words,
        lead.place_text,
        lead.item.name if lead.item else "",
        lead.party.name if lead.party else "",
    )


def ground_of(lead: Lead) -> Ground:
    """Return what is settled about a lead's dossier."""
    return Ground(
        dossier=lead.dossier_id,
        procedure="ordinary",
        procedure_version=current("ordinary", lead.found_on).version,
        body=lead.body_id,
        town=lead.town_id,
        village=lead.village_id or "",
        item=lead.item_id or "",
        domain=lead.item.domain if lead.item else "",
        party=lead.party_id or "",
        party_kind=lead.party.kind if lead.party else "",
        title=title_of(lead.item.name if lead.item else lead.words, lead.party.name if lead.party else ""),
        act_day=lead.act_day or lead.found_on,
        place=lead.place_text,
        mode=lead.mode,
        demo=lead.demo,
    )
