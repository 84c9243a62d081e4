"""跟着办的 What follows from a part's result: a lead with what was recorded, and the order that a re-check was about."""

import uuid
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from yizhi.desk.leads.actions import Sighting, register_lead
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import refuse

from .models import Inspection

Do = Callable[[Inspection, Told], Done]
LONGEST_WORDS = 500


def lead_from(identity: Identity, part: Inspection, *, id: uuid.UUID, done_at: datetime, now: datetime) -> str:
    """Register a lead with what the inspection recorded and return its dossier; a part that became one already gives that one."""
    if part.lead:
        return part.lead
    record = Entry.objects.filter(dossier=part.pk, kind="record_inspection").order_by("-seq").first()
    if record is None:
        raise refuse(
            "act-missing",
            "还没有作现场检查笔录，没有可以转的内容。",
            "行政处罚法 第55条第2款",
            "先办“作现场检查笔录”。",
        )
    visit, findings = part.visit, str(record.facts["findings"])
    found_on = part.arrived_on or timezone.localdate(record.done_at)
    penalty = part.items.filter(kind="penalty").order_by("pk").first()
    sighting = Sighting(
        words=findings[:LONGEST_WORDS],
        town=part.town_id,
        body=part.body_id,
        found_on=found_on,
        act_day=found_on,
        village=visit.village_id or "",
        place=visit.place.removeprefix(visit.town.name),
        item=penalty.pk if penalty else "",
        party=visit.party_id,
        source="inspection",
        demo=visit.demo,
        facts={"description": findings},
    )
    return register_lead(identity, sighting, id=uuid.uuid5(id, "lead"), done_at=done_at, now=now).dossier_id


def follow(part: Inspection, done: Done, do: Do) -> None:
    """Close the order that a re-check was about, when the re-check itself has its result; and the order before that one."""
    original, entry = part.recheck_of, done.entry
    if original is None or original.stage != "correcting" or part.stage != "finished":
        return
    corrected = entry.kind != "hand_over_lead"
    findings = done.state.known("corrected_how") or done.state.known("findings")
    facts = {
        "corrected": corrected,
        "corrected_by_way": "on_site",
        "corrected_how": findings,
        "recheck_dossier": part.pk,
    }
    closed = do(original, _told(entry, "confirm_correction", facts))
    if not corrected:
        closed = do(original, _told(entry, "hand_over_lead", {"lead_dossier": part.lead}))
    follow(original, closed, do)


def _told(entry: Entry, kind: str, facts: dict[str, object]) -> Told:
    return Told(id=uuid.uuid5(entry.id, kind), kind=kind, done_at=entry.done_at, facts=facts)
