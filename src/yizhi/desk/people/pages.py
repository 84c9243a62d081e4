"""人员 Pages of the team: coverage, officers, one officer over time. `shown` is how every room of this floor draws a page."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from yizhi.desk.bodies.queries import bodies
from yizhi.desk.places.models import Area
from yizhi.desk.record.keeping import PEOPLE_KEEPERS
from yizhi.desk.record.marks import one_look

from . import queries
from .person import person_view
from .queries import Present, Wanted
from .strength import Cell, coverage, reviewers

PAGE = 50
STATES = (("yes", "算 1 人"), ("no", "不算"), ("wait", "等司法局确认证件"))


def shown(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Return the page `template` drawn with `context` inside the frame of the active identity."""
    with one_look():
        return render(request, template, dict(context or {}), status=status)


@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """队伍覆盖 Departments × areas with certified people counted on a day."""
    on = day_asked(request)
    rows = coverage(on)
    cells = [cell for _, line in rows for cell in line]
    context = {
        "on": on.isoformat(),
        "tabs": _tabs("/team/", on),
        "areas": [cell.area.name for cell in rows[0][1]] if rows else [],
        "rows": [
            {"body": body.short_name, "domain": body.domain, "cells": [_cell(cell, on) for cell in line]}
            for body, line in rows
        ],
        "todo": [_todo(cell) for cell in cells if cell.state == "stop"],
    }
    return shown(request, "people/team.html", context)


@require_GET
def review_strength(request: HttpRequest) -> HttpResponse:
    """法制审核力量 Each body's legal reviewers beside its officers."""
    on = day_asked(request)
    rows = [
        {
            "name": one.body.name,
            "href": f"/officers/?body={one.body.pk}&on={on}",
            "officers": one.officers,
            "reviewers": "、".join(one.names),
            "count": len(one.names),
            "needed": one.needed,
            "state": one.state,
            "words": "够" if one.state == "ok" else f"少 {one.needed - len(one.names)} 人",
        }
        for one in reviewers(on)
    ]
    context = {"on": on.isoformat(), "tabs": _tabs("/team/reviewers/", on), "rows": rows}
    return shown(request, "people/reviewers.html", context)


@require_GET
def officers(request: HttpRequest) -> HttpResponse:
    """执法人员 The officers on a day, found by name, body, area, domain and whether they count."""
    on, asked = (
        day_asked(request),
        {name: request.GET.get(name, "")[:64] for name in ("q", "body", "area", "domain", "state", "after")},
    )
    wanted = Wanted(asked["q"].strip(), asked["body"], asked["area"], asked["domain"])
    found = queries.officers_on(on, wanted)
    if asked["state"] in {"yes", "no"}:
        found = [one for one in found if one.counts == (asked["state"] == "yes")]
    if asked["state"] == "wait":
        found = [one for one in found if any(not row.status_periods for row in one.certificates)]
    rest = [one for one in found if one.officer.pk > asked["after"]]
    older = {**{name: value for name, value in asked.items() if value}, "on": on.isoformat()}
    keeps = request.identity.role in PEOPLE_KEEPERS  # type: ignore[attr-defined]
    context = {
        "on": on.isoformat(),
        "tabs": _tabs("/officers/", on),
        "filters": {
            **asked,
            "bodies": [(one.pk, one.short_name) for one in bodies()],
            "states": STATES,
            "kept_words": _words(asked),
        },
        "kept": [(name, asked[name]) for name in ("area", "domain") if asked[name]],
        "officers": [_line(one, on) for one in rest[:PAGE]],
        "words": f"共 {len(found)} 人",
        "older": "?" + urlencode({**older, "after": rest[PAGE - 1].officer.pk}) if len(rest) > PAGE else "",
        "add_href": "/officers/new/" if keeps else "",
    }
    return shown(request, "people/officers.html", context)


@require_GET
def officer(request: HttpRequest, code: str) -> HttpResponse:
    """一个执法人员 Whose, where, with which certificate, over time; what the officer can do today."""
    today = timezone.localdate(request.now)  # type: ignore[attr-defined]
    identity = request.identity  # type: ignore[attr-defined]
    found = queries.officer(code, today)
    phone = found.officer.phone if queries.may_see_phone(identity, found, today) else ""
    context = person_view(found, today, keeps=identity.role in PEOPLE_KEEPERS)
    return shown(request, "people/person.html", {**context, "phone": phone})


def day_asked(request: HttpRequest) -> date:
    """Return the day a page is asked for with `?on=`; today without one or with one that cannot be read."""
    try:
        asked = parse_date(request.GET.get("on", ""))
    except ValueError:
        asked = None
    readable = asked is not None and date(1949, 10, 1) <= asked <= date(2200, 1, 1)
    return asked if readable and asked else timezone.localdate(request.now)  # type: ignore[attr-defined]


def _words(asked: Mapping[str, str]) -> dict[str, str]:
    area = Area.objects.filter(pk=asked["area"]).first() if asked["area"] else None
    return {"area": area.name if area else asked["area"], "domain": asked["domain"]}


def _tabs(here: str, on: date) -> list[dict[str, Any]]:
    tabs = (("覆盖", "/team/"), ("法制审核", "/team/reviewers/"), ("人员", "/officers/"))
    return [{"label": label, "href": f"{href}?on={on}", "current": href == here} for label, href in tabs]


def _cell(cell: Cell, on: date) -> dict[str, Any]:
    asked = {"body": cell.body.pk, "area": cell.area.pk, "domain": cell.domain, "on": on.isoformat()}
    href = "/officers/?" + urlencode(asked if not cell.count else {**asked, "state": "yes"})
    return {"count": cell.count, "state": cell.state, "words": cell.words, "href": href}


def _todo(cell: Cell) -> dict[str, str]:
    causes = "；".join(f"{one.officer.name}：{one.why}" for one in cell.missing)
    sentence = causes or ("没有派驻人员。" if not cell.count else "派驻人员不足。")
    return {"title": cell.body.short_name, "who": cell.area.name, "sentence": sentence, "state": "stop"}


def _line(one: Present, on: date) -> dict[str, Any]:
    row = one.worth.row
    return {
        "name": one.officer.name,
        "href": f"/officers/{one.officer.pk}/",
        "demo": settings.DEMO,
        "body": one.service.body.short_name if one.service else "",
        "posted": "、".join(posting.area.name for posting in one.postings),
        "certificate": row.number if row else "没有",
        "certificate_to": row.valid_to - timedelta(days=1) if row and row.valid_to else None,
        "domains": ("、".join(row.domains) or "全部领域") if row else "",
        "state": "stop" if not one.counts else "soon" if one.worth.ends_soon(on) else "ok",
        "words": "算 1 人" if one.counts else "不算",
    }
