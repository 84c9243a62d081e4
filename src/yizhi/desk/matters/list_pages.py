"""清单 Pages of the lists by area: by town, as duties of the team, between two days, as files."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.people.pages import day_asked, shown
from yizhi.desk.record.sheets import handed_out

from . import queries
from .list_page import changes_context, duties_context, list_context
from .list_tables import list_comma_separated, list_workbook

LONGEST = 200
ASKED = ("q", "domain", "kind", "body", "whole", "after", "with")


@require_GET
def lists(request: HttpRequest, area: str = "") -> HttpResponse:
    """一个片区一张清单 Items × towns on a day, and what differs from another day."""
    context = list_context(request.identity, area, day_asked(request), asked_of(request), today=_today(request))  # type: ignore[attr-defined]
    return shown(request, "matters/area_list.html", context)


@require_GET
def duties(request: HttpRequest, area: str = "") -> HttpResponse:
    """片区队职责 What the team of an area exercises on a day, line by line with its instrument."""
    context = duties_context(request.identity, area, day_asked(request), asked_of(request), today=_today(request))  # type: ignore[attr-defined]
    return shown(request, "matters/duties.html", context)


@require_GET
def changes(request: HttpRequest, area: str = "") -> HttpResponse:
    """两天之间 What was added, ended, changed on a list, with the instruments."""
    context = changes_context(request.identity, area, day_asked(request), asked_of(request), today=_today(request))  # type: ignore[attr-defined]
    return shown(request, "matters/changes.html", context)


@require_GET
def exported(request: HttpRequest, form: str, area: str = "") -> HttpResponse:
    """清单表格 The whole list of a day as a workbook or as comma-separated text, as filtered."""
    on = day_asked(request)
    found = queries.area_list(request.identity, area, on, queries.Wanted.of(request.GET.dict()))  # type: ignore[attr-defined]
    title = found.title
    if form == "csv":
        return handed_out(list_comma_separated(found, title), f"{title}{on}", "csv")
    content = list_workbook(found, title, made_at=request.now)  # type: ignore[attr-defined]
    return handed_out(content, f"{title}{on}", "xlsx")


def asked_of(request: HttpRequest) -> Mapping[str, str]:
    """Return what a page of a list is asked for, each a short text."""
    return {name: request.GET.get(name, "").replace("\x00", "")[:LONGEST].strip() for name in ASKED}


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]
