"""线索样子 The list of leads and the page of one lead."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils import timezone

from yizhi.desk.matters.models import KeptAnswer
from yizhi.desk.papers.models import Evidence
from yizhi.desk.papers.proceeding import seen
from yizhi.desk.papers.queries import papers_of
from yizhi.desk.papers.view import acts_context, chain, paper_row, timeline
from yizhi.desk.papers.words import due_badge, fact_words, known_rows, limit_row, stage_words
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity, towns_seen
from yizhi.desk.record.queries import record_of
from yizhi.desk.record.sheets import export_href
from yizhi.rules.procedure.filing import filing_waits
from yizhi.rules.procedure.judge import offers
from yizhi.rules.procedure.limits import limits
from yizhi.rules.procedure.state import fold
from yizhi.rules.procedure.tables import current
from yizhi.rules.refusal import Reason

from . import queries
from .actions import ground_of
from .models import Lead

PAGE = 20


def lead_context(identity: Identity, lead: Lead, *, now: datetime) -> dict[str, Any]:
    """Return the whole context of a lead's page."""
    ground, today = ground_of(lead), timezone.localdate(now)
    procedure = current("ordinary", lead.found_on)
    entries = record_of(lead.dossier_id)
    state = fold(procedure, map(seen, entries))
    world = circumstances(identity, ground, state, now=now)
    acts = acts_context(identity, ground, state.handlers, offers(procedure, state, world))
    running = [limit_row(limit, today) for limit in limits(state, world) if limit.met_on is None]
    opened = queries.opened(lead.dossier_id)
    return {
        "lead": {
            "title": ground.title,
            "number": f"线索 {lead.dossier_id}",
            "demo": lead.demo,
            "town": lead.town.name,
            "place": lead.place_text,
            "found_on": lead.found_on,
            "source": fact_words("source", lead.source),
            "description": lead.words,
            "stage": stage_words(procedure, state.stage),
            "state": "info",
            "informant_kept": state.known("informant") is not None,
        },
        "dossier": lead.dossier_id,
        "settled": {
            "item": lead.item,
            "party": lead.party,
            "act_day": lead.act_day,
            "over": opened or procedure.stage(state.stage).ended,
        },
        "due": _due(running[0], today) if running and not opened else None,
        "waits": _waits(lead, today),
        "known": known_rows(ground, state, shown={"description"}),
        "answer": _kept(lead),
        **acts,
        "record": timeline(entries, waiting=acts["waiting"], today=today),
        "record_count": len(state.entries),
        "chain": chain(lead.dossier_id, entries),
        "papers": [] if opened else [paper_row(paper) for paper in papers_of(lead.dossier_id)],
        "case": {"label": "", "href": f"/cases/{lead.dossier_id}/"} if opened else None,
        "photos": [
            {
                "name": one.filename,
                "href": f"/evidence/{one.id}",
                "digest": one.digest,
                "size": f"{one.size / 1024:,.0f} KB",
            }
            for one in Evidence.objects.filter(dossier=lead.dossier_id).order_by("kept_at")
        ],
    }


def _waits(lead: Lead, today: date) -> Reason | None:
    if lead.waits_since is None:
        return None
    return filing_waits(lead.waits_since, today, lead.item.domain if lead.item else "")


def _due(row: Mapping[str, Any], today: date) -> dict[str, Any] | None:
    if row["due"] is None:
        return {"state": "wait", "left": "算不出", "on": "", "why": row["error"], "articles": row["articles"]}
    return {
        "state": row["state"],
        "left": row["left"],
        "on": f"{row['due'].month}月{row['due'].day}日",
        "why": row["note"],
        "articles": row["articles"],
    }


def _kept(lead: Lead) -> dict[str, Any] | None:
    kept = KeptAnswer.objects.filter(number=lead.answer).first() if lead.answer else None
    if kept is None:
        return None
    allowed = bool(kept.answer.get("allowed"))
    return {
        "sentence": "问一问的答复",
        "state": "ok" if allowed else "stop",
        "number": kept.number,
        "href": f"/ask/?{urlencode({'q': kept.words})}",
    }


def list_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return the list of leads with its filters and keyset links."""
    text = _asked(asked)
    found = list(leads_wanted(identity, asked)[: PAGE + 1])
    page, today = found[:PAGE], timezone.localdate(now)
    procedure = current("ordinary", today)
    older = (
        {key: value for key, value in {**text, "after": page[-1].dossier_id}.items() if value}
        if len(found) > PAGE
        else {}
    )
    return {
        "filters": {
            "q": text["q"],
            "stage": text["stage"],
            "stages": [(stage.id, stage.name) for stage in procedure.stages],
            "town": text["town"],
            "towns": [(town.code, town.name) for town in towns_seen(identity)],
            "action": "/leads/",
        },
        "tabs": [],
        "export_href": export_href("/leads/", asked, ("q", "stage", "town")),
        "leads": [lead_row(lead, stage_words(procedure, lead.stage), today) for lead in page],
        "register": {"href": "/ask/", "label": "问一问，登记线索"} if identity.officer else None,
        "newer": "",
        "older": f"/leads/?{urlencode(older)}" if older else "",
        "words": "",
    }


def leads_wanted(identity: Identity, asked: Mapping[str, str]) -> QuerySet[Lead]:
    """Return the leads that are asked for and seen, newest first, from after the cursor."""
    text, rows = _asked(asked), queries.leads(identity)
    if text["stage"]:
        rows = rows.filter(stage=text["stage"])
    if text["town"]:
        rows = rows.filter(town=text["town"])
    if text["q"]:
        rows = rows.filter(search__bigrams=text["q"])
    return rows.filter(dossier__lt=text["after"]) if text["after"] else rows


def _asked(asked: Mapping[str, str]) -> dict[str, str]:
    return {key: asked.get(key, "").strip()[:100] for key in ("q", "stage", "town", "after")}


def lead_row(lead: Lead, stage: str, today: date) -> dict[str, Any]:
    """Return one lead as a list shows it."""
    return {
        "title": lead.words[:60],
        "number": lead.dossier_id,
        "href": f"/leads/{lead.dossier_id}/",
        "demo": lead.demo,
        "town": lead.town.name,
        "place": lead.place_text,
        "found_on": lead.found_on,
        "source": fact_words("source", lead.source),
        "stage": stage,
        "due": due_badge(lead.due_on, today),
    }
