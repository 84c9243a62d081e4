"""公开的处罚决定 What anybody may read without signing in. Only what was published is read; nothing of a case and nobody's sight."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from yizhi.desk.bodies.queries import bodies
from yizhi.desk.places.models import Town
from yizhi.desk.record.sheets import comma_separated, handed_out

from . import queries
from .around import record_state
from .models import Disclosure
from .queries import PAGE, Wanted
from .view import LABELS, public_columns, withdrawn_words

LONGEST = 100
MOST = 5000
NAME = "行政处罚信息公示"
# A table can be sorted by any column, and sums of penalties rank nobody: what was fined stands in the words of 处罚内容.
SUMS = frozenset({"fine_yuan", "confiscation_yuan"})


@require_GET
def public_list(request: HttpRequest) -> HttpResponse:
    """行政处罚信息公示 Find by words, body, town and day."""
    wanted = _wanted(request)
    rows = list(queries.public(wanted, _today(request))[: PAGE + 1])
    kept = {name: request.GET[name] for name in ("q", "body", "town", "since", "until") if request.GET.get(name)}
    older = {**kept, "after": cursor(rows[PAGE - 1])} if len(rows) > PAGE else None
    context = {
        "demo": settings.DEMO,
        "asked": {name: _asked(request, name) for name in ("q", "body", "town", "since", "until")},
        "bodies": [(one.pk, one.name) for one in bodies()],
        "towns": list(Town.objects.order_by("code").values_list("code", "name")),
        "today": _today(request).isoformat(),
        "lines": [_line(row) for row in rows[:PAGE]],
        "older": f"?{urlencode(older)}" if older else "",
        "files": [(form.upper(), f"/public/disclosure/list.{form}?{urlencode(kept)}") for form in ("csv", "json")],
    }
    return render(request, "disclosure/public_list.html", context)


@require_GET
def public_record(request: HttpRequest, dossier: str) -> HttpResponse:
    """一条公示 What was decided; a withdrawn one says only that it was withdrawn, when and why."""
    row = queries.public_one(dossier, _today(request))
    state = record_state(dossier)
    withdrawn = withdrawn_words(state)
    context = {
        "demo": settings.DEMO,
        "title": "公示已撤回" if withdrawn else row.title,
        "number": row.columns["number"],
        "withdrawn": withdrawn,
        "columns": [] if withdrawn else public_columns(row),
        "published_on": row.published_on,
        "corrections": [] if withdrawn else [{"on": on, "why": why} for on, why in state.corrections],
        "body": {"name": row.body.name, "phone": row.body.phone, "address": row.body.address},
    }
    return render(request, "disclosure/public_record.html", context)


@require_GET
def public_file(request: HttpRequest, form: str) -> HttpResponse:
    """下载 The same list for machines, at most `MOST` lines, the newest first."""
    rows = [_machine(row) for row in queries.public(_wanted(request), _today(request))[:MOST]]
    if form == "csv":
        headings = {**LABELS, "published_on": "公示日期", "withdrawn_on": "撤回日期", "id": "公示编号"}
        kept = [key for key in headings if key not in SUMS]
        lines = [[row[key] for key in kept] for row in rows]
        return handed_out(comma_separated([headings[key] for key in kept], lines), NAME, "csv")
    answer = JsonResponse({"name": NAME, "items": rows}, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _machine(row: Disclosure) -> dict[str, Any]:
    """Return one line; of a withdrawn one nothing but its number, body and days."""
    told = {**row.columns, "shown_until": row.shown_until.isoformat() if row.shown_until else ""}
    kept = {"number", "body", "decided_on"} if row.withdrawn_on else set(LABELS)
    return {
        **{key: told.get(key, "") if key in kept else "" for key in LABELS},
        "published_on": row.published_on.isoformat() if row.published_on else "",
        "withdrawn_on": row.withdrawn_on.isoformat() if row.withdrawn_on else "",
        "id": row.dossier_id,
    }


def _line(row: Disclosure) -> dict[str, Any]:
    gone = row.withdrawn_on is not None
    return {
        "title": row.columns["number"] if gone else row.title,
        "href": f"/public/disclosure/{row.dossier_id}/",
        "party": "" if gone else row.columns["party"],
        "content": "" if gone else row.columns["content"],
        "number": "" if gone else row.columns["number"],
        "body": row.body.name,
        "on": row.published_on,
        "withdrawn": gone,
    }


def cursor(row: Disclosure) -> str:
    """Return what the next page begins after."""
    return f"{row.published_on}/{row.dossier_id}"


def _wanted(request: HttpRequest) -> Wanted:
    day, _, number = _asked(request, "after").partition("/")
    return Wanted(
        q=_asked(request, "q"),
        body=_asked(request, "body"),
        town=_asked(request, "town"),
        since=_day(_asked(request, "since")),
        until=_day(_asked(request, "until")),
        after_day=_day(day),
        after=number,
    )


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:LONGEST].strip()
