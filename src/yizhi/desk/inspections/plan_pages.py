"""安排检查 The page that plans a visit of one or several bodies, and the page that changes it."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from uuid_utils.compat import uuid7

from yizhi.desk.papers.forms import answer_fields, read_answers, read_id
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.moments import local_moment
from yizhi.rules.refusal import Absent, Reason, Refusal, bad_input

from . import actions, queries
from .choosing import Choices, choices_for, people_field
from .models import Visit
from .shapes import Change, Plan, Share
from .view import KINDS, spaced


@require_http_methods(["GET", "POST"])
def new_visit(request: SignedIn) -> HttpResponse:
    """安排检查 Choose the shop, then what each body looks at and who goes; what is planned there already is offered first."""
    if not request.identity.officer:
        raise Absent("这项办理")
    asked = request.POST if request.method == "POST" else request.GET
    choices = choices_for(request.identity, asked, today=timezone.localdate(request.now))
    if request.method == "GET" or choices.party is None:
        return shown(request, "inspections/plan.html", _context(choices, asked, str(uuid7()), ()))
    try:
        plan = _plan(choices, request.POST)
        visit = actions.plan(
            request.identity,
            plan,
            id=read_id(request.POST.get("id", "")),
            done_at=request.now,
            now=request.now,
            kind=actions.URGENT if choices.urgent else actions.PLANNING,
        )
    except Absent:
        raise
    except Refusal as refusal:
        context = _context(choices, request.POST, request.POST.get("id", ""), refusal.reasons)
        return shown(request, "inspections/plan.html", context, status=refusal.status)
    return HttpResponseRedirect(f"/inspections/{visit.pk}/")


def _plan(choices: Choices, sent: QueryDict) -> Plan:
    """Return the plan as the form tells it. Raises `BadInput` for a time that cannot be read."""
    assert choices.party is not None
    items = set(sent.getlist("items"))
    shares = [
        Share(
            body=one.body.pk,
            items=[item.pk for item in one.items if item.pk in items],
            officers=sent.getlist(f"officers_{one.body.pk}"),
        )
        for one in choices.bodies
    ]
    facts: dict[str, Any] = {}
    if choices.urgent:
        facts = {key: sent.get(key, "").strip() for key in ("inspection_urgent_reason", "urgency_told_to", "recipient")}
        facts = {key: value for key, value in facts.items() if value}
        facts |= {key: sent.get(key) == "yes" for key in ("credentials_shown", "rights_told")}
    answers = read_answers(sent)
    return Plan(
        party=choices.party.pk,
        town=choices.town,
        village=sent.get("village", ""),
        place=sent.get("place", "").strip(),
        starts_at=_moment(choices.day, sent.get("starts", ""), "starts"),
        ends_at=_moment(choices.day, sent.get("ends", ""), "ends"),
        kind=sent.get("kind", "") or "daily",
        reason=sent.get("reason", "").strip(),
        shares=[share for share in shares if share.items],
        join=choices.join.pk if choices.join else "",
        recheck_of=choices.recheck.pk if choices.recheck else "",
        demo=choices.party.demo,
        facts={**facts, "answers": answers} if answers else facts,
    )


def _moment(day: date, text: str, about: str) -> datetime | None:
    if not text:
        return None
    try:
        return timezone.make_aware(datetime.combine(day, time.fromisoformat(text)))
    except ValueError:
        raise bad_input(about, "时间看不懂。", "写作 09:30。") from None


def _context(choices: Choices, asked: Mapping[str, str], id: str, reasons: tuple[Reason, ...]) -> dict[str, Any]:
    ticked = asked.getlist("items") if isinstance(asked, QueryDict) else []
    people = (
        {key: asked.getlist(key) for key in asked if key.startswith("officers_")}
        if isinstance(asked, QueryDict)
        else {}
    )
    keep = {"party": choices.party.pk if choices.party else "", "town": choices.town, "day": choices.day.isoformat()}
    return {
        **choices.shown(ticked, people),
        "id": id,
        "keep": keep,
        "join_base": "/inspections/new/?" + urlencode(keep),
        "kinds": list(KINDS.items()),
        "typed": {key: asked.get(key, "") for key in ("place", "starts", "ends", "kind", "reason", "urgency_told_to")}
        | {"urgent_reason": asked.get("inspection_urgent_reason", ""), "recipient": asked.get("recipient", "")},
        "reasons": [reason for reason in reasons if reason.severity == "stop"],
        "answers": answer_fields(reasons, {"answers": _answers(asked)}),
    }


def _answers(asked: Mapping[str, str]) -> dict[str, str]:
    return read_answers(asked) if isinstance(asked, QueryDict) else {}


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, code: str) -> HttpResponse:
    """改安排 Another time, other officers; what was approved is approved anew."""
    visit = queries.visit(request.identity, code)
    start, end = timezone.localtime(visit.starts_at), timezone.localtime(visit.ends_at)
    typed = {"starts_at": f"{start:%Y-%m-%dT%H:%M}", "ends_at": f"{end:%Y-%m-%dT%H:%M}", **request.POST.dict()}
    reasons: tuple[Reason, ...] = ()
    status, id = 200, request.POST.get("id") or str(uuid7())
    if request.method == "POST":
        try:
            told = _change_told(request, typed)
            actions.replan(request.identity, code, told, id=read_id(id), done_at=request.now, now=request.now)
            return HttpResponseRedirect(f"/inspections/{code}/")
        except Absent:
            raise
        except Refusal as refusal:
            reasons, status = refusal.reasons, refusal.status
    context = {
        "act": {
            "name": "改安排",
            "does": "改时间、换人；几个机关一起动，批准过的要重新批准。",
            "articles": [],
            "after": "改了以后重新报批",
        },
        "visit": {"title": visit.party.name, "href": f"/inspections/{code}/", "demo": visit.demo, "code": spaced(code)},
        "parts": [],
        "id": id,
        "known": [],
        "fields": _change_fields(request, visit, typed, reasons),
        "reasons": [reason for reason in reasons if reason.severity == "stop"],
        "refused": bool(reasons),
    }
    return shown(request, "inspections/act.html", context, status=status)


def _change_told(request: SignedIn, typed: dict[str, str]) -> Change:
    officers = {
        key.removeprefix("officers_"): request.POST.getlist(key) for key in request.POST if key.startswith("officers_")
    }
    return Change(
        starts_at=local_moment(typed["starts_at"], "starts_at"),
        ends_at=local_moment(typed["ends_at"], "ends_at"),
        officers=officers,
        answers=read_answers(request.POST),
    )


def _change_fields(
    request: SignedIn, visit: Visit, typed: dict[str, str], reasons: tuple[Reason, ...]
) -> list[dict[str, Any]]:
    moments = (("starts_at", "计划开始时间"), ("ends_at", "计划结束时间"))
    day = timezone.localdate(visit.starts_at)
    return [
        *(
            {"name": key, "label": label, "kind": "datetime", "value": typed[key], "required": True}
            for key, label in moments
        ),
        *(
            people_field(part, day, request.POST.getlist(f"officers_{part.pk}"))
            for part in queries.parts_of(request.identity, visit)
        ),
        *answer_fields(reasons, {"answers": read_answers(request.POST)}),
    ]
