"""期限 All limits of what this identity sees, by day: past ones first, then those that come. Lists, nobody is ranked."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils import timezone

from yizhi.desk.leads.queries import open_leads
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.words import day_words, due_badge, names_of
from yizhi.desk.people.identity import Identity, towns_seen
from yizhi.rules.procedure.clocks import others_time
from yizhi.rules.procedure.filing import filing_waits
from yizhi.rules.procedure.tables import act_names

from . import queries
from .visit_limits import approvals_to_make_up, limits_of_visits
from .work import Due, Promptly, limits_from_above, prompt_from_above

SPANS = (7, 14, 30, 90)
MOST = 300


def due_until(identity: Identity, until: date, town: str = "") -> list[Due]:
    """Return every limit within sight that ends on or before the day `until`, the nearest first; at most that of `MOST` dossiers."""
    rows = queries.visible(identity).filter(ended=False, due_on__lte=until).select_related("body", "town")
    leads = open_leads(identity).filter(due_on__lte=until)
    if town:
        rows, leads = rows.filter(town=town), leads.filter(town=town)
    found = [one for case in rows.order_by("due_on", "dossier")[:MOST] for one in _of_case(case, until)]
    found += [
        Due(
            dossier=lead.dossier_id,
            number=f"线索 {lead.dossier_id}",
            title=lead.words[:40],
            body=lead.body.short_name,
            town=lead.town.name,
            name="核查期限",
            rule="",
            act="assess_lead",
            on=lead.due_on,
            href=f"/leads/{lead.dossier_id}/",
        )
        for lead in leads.order_by("due_on", "dossier")[:MOST]
        if lead.due_on
    ]
    found += limits_of_visits(identity, until, town, MOST)
    found += limits_from_above(identity, until, town)
    return sorted(found, key=lambda one: (one.on, one.number, one.name))


def _of_case(case: Any, until: date) -> Iterator[Due]:
    for told in case.running:
        on = date.fromisoformat(told["due"])
        if on <= until:
            yield Due(
                dossier=case.dossier_id,
                number=case.number or f"案卷 {case.dossier_id}",
                title=case.title,
                body=case.body.short_name,
                town=case.town.name,
                name=told["name"],
                rule=told["rule"],
                act=told["act"],
                on=on,
                href=f"/cases/{case.dossier_id}/",
                handlers=tuple(case.handlers),
            )


def clock_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return the page of limits by day."""
    today, town = timezone.localdate(now), asked.get("town", "")[:12]
    days = next((span for span in SPANS if str(span) == asked.get("days")), SPANS[1])
    found = due_until(identity, today + timedelta(days=days), town)
    past, coming = [one for one in found if one.on < today], [one for one in found if one.on >= today]
    over = [one for one in past if one.others or others_time(one.rule)]
    names = names_of({code for one in found for code in one.handlers})
    return {
        "today": today,
        "days": days,
        "town": town,
        "towns": [(one.code, one.name) for one in towns_seen(identity)],
        "spans": [(str(span), f"{span} 天以内") for span in SPANS],
        "waiting": [
            *_waiting(identity, town, today),
            *approvals_to_make_up(identity, town, MOST),
            *prompt_from_above(identity, town),
        ],
        "past": [_line(one, today, names) for one in past if one not in over],
        "over": [_line(one, today, names) for one in over],
        "soon": sum(one.on <= today + timedelta(days=3) for one in coming),
        "coming": [
            {"title": day_words(day), "lines": [_line(one, today, names) for one in group]}
            for day, group in groupby(coming, key=lambda one: one.on)
        ],
    }


def _waiting(identity: Identity, town: str, today: date) -> Iterator[Promptly]:
    """Yield the leads that were assessed and wait for a decision, the longest first: the law says promptly and names no last day."""
    rows = open_leads(identity).exclude(waits_since=None)
    rows = rows.filter(town=town) if town else rows
    for lead in rows.order_by("waits_since", "dossier")[:MOST]:
        told = filing_waits(lead.waits_since or today, today, lead.item.domain if lead.item else "")
        if told:
            yield Promptly(
                title=lead.words[:40],
                number=f"线索 {lead.dossier_id}",
                href=f"/leads/{lead.dossier_id}/",
                where=f"{lead.body.short_name}　{lead.town.name}",
                sentence=told.sentence,
                article=told.article,
            )


def _line(one: Due, today: date, names: Mapping[str, str]) -> dict[str, Any]:
    rule = standing().rules.rules.get(one.rule)
    badge = due_badge(one.on, today, one.rule, others=one.others) or {}
    return {
        "name": one.name,
        "title": one.title,
        "number": one.number,
        "href": one.href,
        "act": one.does or act_names().get(one.act, ""),
        "where": one.body if one.town in ("", one.body) else f"{one.body}　{one.town}",
        "who": "、".join(names[code] for code in one.handlers if code in names),
        **badge,
        "article": str(rule.citation) if rule else "",
        "rule_href": f"/rules/{one.rule}/" if rule else "",
        "missed": rule.breach if rule else "",
    }
