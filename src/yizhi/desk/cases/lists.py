"""列表样子 The work list, the list of cases, the form that begins on the spot."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.utils import timezone

from yizhi.desk.inspections.work import visit_tasks
from yizhi.desk.leads.models import Lead
from yizhi.desk.leads.queries import open_leads
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import people_for, standing
from yizhi.desk.papers.view import PAGES_ABOVE, act_href
from yizhi.desk.papers.words import PROCEDURES, due_badge, officer_choice, stage_words
from yizhi.desk.papers.world import ROLES
from yizhi.desk.parties.models import Party
from yizhi.desk.parties.queries import parties
from yizhi.desk.people.identity import Identity, towns_seen
from yizhi.desk.people.models import Role
from yizhi.desk.places.models import Village
from yizhi.desk.record.sheets import export_href
from yizhi.rules.procedure.filing import filing_waits
from yizhi.rules.procedure.judge import Offer
from yizhi.rules.procedure.limits import Limit
from yizhi.rules.procedure.table import Procedure
from yizhi.rules.procedure.tables import current, procedure_of
from yizhi.rules.refusal import Reason

from . import queries
from .ground import ground_of
from .models import Case
from .work import tasks_from_above

WORK = 60


def todo_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return my work by due date: cases I handle, approve or review, leads not yet assessed, visits, what waits in the rooms above."""
    today = timezone.localdate(now)
    rows = sorted(
        [
            *_case_tasks(identity, now),
            *_lead_tasks(identity, now),
            *visit_tasks(identity, now),
            *tasks_from_above(identity, now),
        ],
        key=lambda task: (task["due"] is None, task["due"] or today, task["number"]),
    )
    mine = [task for task in rows if task["mine"]]
    others = [task for task in rows if not task["mine"]]
    soon = [task for task in mine if task["due"] is not None and task["due"] <= today + timedelta(days=1)]
    chosen = asked.get("show", "")
    shown = {"soon": soon, "others": []}.get(chosen, mine)
    tabs = [("全部", "", len(mine)), ("今明两天", "soon", len(soon)), ("等别人", "others", len(others))]
    return {
        "today": today,
        "workday": standing().calendar.is_workday(today),
        "tabs": [
            {"label": label, "href": f"/?show={key}" if key else "/", "count": count, "current": key == chosen}
            for label, key, count in tabs
        ],
        "tasks": shown,
        "waiting": others if chosen == "others" else others[:5],
        "older": "",
        "newer": "",
        "first_step": {"href": "/ask/", "label": "问一问"} if identity.officer else None,
    }


def _case_tasks(identity: Identity, now: datetime) -> list[dict[str, Any]]:
    rows = queries.visible(identity).filter(ended=False).select_related("town", "body", "item", "party")
    if identity.role == Role.OFFICER:
        rows = rows.filter(Q(handlers__icontains=f'"{identity.officer}"'))
    return [_case_task(identity, case, now) for case in rows.order_by("due_on", "dossier")[:WORK]]


def _case_task(identity: Identity, case: Case, now: datetime) -> dict[str, Any]:
    standing_now = queries.standing_of(identity, ground_of(case), now=now)
    limit = next((one for one in standing_now.limits if one.met_on is None and one.due.rule.id == case.due_rule), None)
    offer = _pressing(standing_now.offers, limit)
    # What is done on a page above begins with who handles the case; whom it waits for next, the room above tells.
    begins = offer is None or offer.act.kind not in PAGES_ABOVE or identity.role in {Role.OFFICER, Role.CAPTAIN}
    mine = bool(offer and offer.allowed and begins)
    stage = stage_words(procedure_of(case.procedure, int(case.procedure_version)), case.stage)
    badge = due_badge(case.due_on, timezone.localdate(now), case.due_rule) or {
        "state": "wait",
        "left": "没有期限",
        "on": "",
    }
    href = f"/cases/{case.dossier_id}/"
    return {
        **badge,
        "mine": mine,
        "due": case.due_on,
        "act": offer.act.name if offer else stage,
        "subject": case.title,
        "why": f"{stage}。{limit.name}：{limit.due.rule.citation}" if limit else stage,
        "from": case.body.short_name,
        "number": case.number,
        "href": href,
        "act_href": act_href(case.dossier_id, offer.act.kind) if offer and mine else href,
        "act_label": "去做" if mine else "看案卷",
        "steps": [_how_counted(limit)] if limit else [],
    }


def _pressing(offers: Sequence[Offer], limit: Limit | None) -> Offer | None:
    """Return the act that the first limit presses for when it may be done now, otherwise the statute's likely next one."""
    pressed = next((one for one in offers if one.allowed and limit is not None and one.limit == limit), None)
    return pressed or next((one for one in offers if one.likely), None)


def _how_counted(limit: Limit) -> dict[str, str]:
    return {"label": limit.name, "words": limit.due.explain, "article": str(limit.due.rule.citation), "state": "wait"}


def _lead_tasks(identity: Identity, now: datetime) -> list[dict[str, Any]]:
    procedure = current("ordinary", timezone.localdate(now))
    open_stages = [stage.id for stage in procedure.stages if not stage.ended]
    rows = open_leads(identity).filter(stage__in=open_stages).order_by("due_on", "-dossier")[:WORK]
    return [_lead_task(identity, lead, procedure, now) for lead in rows]


def _lead_task(identity: Identity, lead: Lead, procedure: Procedure, now: datetime) -> dict[str, Any]:
    badge = due_badge(lead.due_on, timezone.localdate(now)) or {"state": "wait", "left": "没有期限", "on": ""}
    assessed = frozenset({"assess_lead"}) if lead.waits_since else frozenset[str]()
    act = next((one for one in procedure.acts_from(lead.stage, assessed) if one.likely), None)
    return {
        **badge,
        "mine": bool(act and identity_does(identity, act.by)),
        "due": lead.due_on,
        "act": act.name if act else "核查线索",
        "subject": lead.words[:40],
        "why": _why_of_lead(lead, stage_words(procedure, lead.stage), timezone.localdate(now)),
        "from": lead.body.short_name,
        "number": f"线索 {lead.dossier_id}",
        "href": f"/leads/{lead.dossier_id}/",
        "act_href": f"/leads/{lead.dossier_id}/",
        "steps": [],
    }


def _why_of_lead(lead: Lead, stage: str, today: date) -> str:
    where = f"{stage}，{lead.place_text}"
    if lead.waits_since is None:
        return where
    waits = filing_waits(lead.waits_since, today, lead.item.domain if lead.item else "")
    return f"{where}。{waits.sentence}{waits.article}"


def identity_does(identity: Identity, roles: Iterable[str]) -> bool:
    """Tell whether an act of these roles is for this identity's post."""
    return bool(set(roles) & ROLES.get(identity.role, frozenset()))


def list_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return the list of cases with its filters and keyset links."""
    wanted, problem = read_wanted(asked)
    rows = list(queries.cases(identity, wanted, queries.PAGE + 1))
    page, today = rows[: queries.PAGE], timezone.localdate(now)
    total, exact = queries.count(identity, wanted)
    older = (
        {**{key: asked.get(key, "") for key in FILTERS if asked.get(key)}, "after": page[-1].dossier_id}
        if len(rows) > queries.PAGE
        else None
    )
    return {
        "filters": _filters(identity, asked, today),
        "tabs": [],
        "export_href": export_href("/cases/", asked, FILTERS),
        "cases": [case_row(case, today) for case in page],
        "newer": "",
        "older": f"/cases/?{urlencode(older)}" if older else "",
        "words": problem or (f"共 {total} 件" if exact else f"超过 {queries.MOST_COUNTED} 件"),
    }


FILTERS = ("q", "stage", "body", "town", "due_before", "party", "procedure")


def read_wanted(asked: Mapping[str, str]) -> tuple[queries.Wanted, str]:
    """Return what a list is asked for; a date that cannot be read is left out and said."""
    text = {key: asked.get(key, "").strip()[:100] for key in (*FILTERS, "after")}
    problem, due_before = "", None
    if text["due_before"]:
        try:
            due_before = date.fromisoformat(text["due_before"])
        except ValueError:
            problem = "“到期早于”的日期看不懂，没有按它筛选。写作 2026-09-05。"
    wanted = queries.Wanted(
        stage=text["stage"],
        due_before=due_before,
        body=text["body"],
        town=text["town"],
        q=text["q"],
        party=text["party"],
        procedure=text["procedure"],
        after=text["after"],
    )
    return wanted, problem


def _filters(identity: Identity, asked: Mapping[str, str], today: date) -> dict[str, Any]:
    towns = towns_seen(identity)
    stages = {
        stage.id: stage.name
        for procedure in [current("ordinary", today), current("summary", today)]
        for stage in procedure.stages
    }
    return {
        "q": asked.get("q", ""),
        "stage": asked.get("stage", ""),
        "stages": list(stages.items()),
        "body": asked.get("body", ""),
        "bodies": [],
        "town": asked.get("town", ""),
        "towns": [(town.code, town.name) for town in towns],
        "due_before": asked.get("due_before", ""),
        "action": "/cases/",
    }


def case_row(case: Case, today: date) -> dict[str, Any]:
    """Return one case as a list shows it."""
    procedure = procedure_of(case.procedure, int(case.procedure_version))
    return {
        "title": case.title,
        "number": case.number or f"案卷 {case.dossier_id}",
        "href": f"/cases/{case.dossier_id}/",
        "demo": case.demo,
        "party": case.party.name if case.party else "",
        "body": case.body.short_name,
        "town": case.town.name,
        "stage": stage_words(procedure, case.stage),
        "state": "wait" if case.ended else "info",
        "due": due_badge(case.due_on, today, case.due_rule),
        "opened_on": case.opened_on,
        "procedure": PROCEDURES[case.procedure],
    }


def on_spot_context(
    identity: Identity, asked: Mapping[str, str], reasons: Sequence[Reason], id: str, *, now: datetime
) -> dict[str, Any]:
    """Return the form that begins on the spot: what came from 问一问 is filled in already."""
    today = timezone.localdate(now)
    item, town = Item.objects.filter(code=asked.get("item", "")).first(), asked.get("town", "")
    able = people_for(item.code, town, today, "on_spot_penalty") if item and town else ()
    party = parties(identity, "").filter(code=asked.get("party", "")).first()
    listed = asked.getlist("officers") if hasattr(asked, "getlist") else []
    return {
        "id": id,
        "item": item,
        "town": town,
        "village": asked.get("village", ""),
        "villages": [(village.code, village.name) for village in Village.objects.filter(town=town).order_by("code")],
        "party": party,
        "party_words": party_words_of(party),
        "words": asked.get("words", ""),
        "place": asked.get("place", ""),
        "today": today,
        "people": [officer_choice(person, identity.officer) for person in able],
        "chosen": listed or [person.code for person in able if person.counts and person.code == identity.officer],
        "reasons": reasons,
        "found": [{"code": one.code, "words": party_words_of(one)} for one in parties(identity, asked.get("q", ""))[:8]]
        if asked.get("q")
        else [],
        "q": asked.get("q", ""),
        "party_new_href": f"/parties/new/?{urlencode({'name': asked.get('q', ''), 'town': town, 'next': _back_to_spot(asked)})}",
        "asked": asked,
    }


def _back_to_spot(asked: Mapping[str, str]) -> str:
    kept = {key: asked.get(key, "") for key in ("item", "town", "village", "words", "place")}
    return f"/cases/on-spot/?{urlencode(kept)}"


def party_words_of(party: Party | None) -> str:
    """Return a party in one line, or nothing."""
    return f"{party.name}（{party.get_kind_display()}）" if party else ""
