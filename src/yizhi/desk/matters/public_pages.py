"""公开的清单 What anybody may read without signing in: the list by town and day, and the same as files for machines.

Nothing is shown before the day on which it counts, so that nothing is shown before it was published.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.pages import day_asked
from yizhi.desk.record.sheets import handed_out
from yizhi.rules.authority import Holding

from . import queries
from .list_tables import list_comma_separated
from .models import BoundaryCard, IssuedList
from .queries import AreaList, Line, Wanted, instrument_words, list_lines, machine_readable, remark, whose

PAGE = 20
LONGEST = 100


@require_GET
def public_list(request: HttpRequest) -> HttpResponse:
    """执法事项清单 Choose a town and a day, search; each item with the body that holds it, how to reach it, and on what."""
    today, on = _today(request), _day(request)
    town, area = _asked(request, "town"), _asked(request, "area")
    wanted = Wanted(q=_asked(request, "q"), domain=_asked(request, "domain"))
    columns = queries.columns_on("", on)
    area = next((column.area.code for column in columns for each in column.towns if each.code == town), area)
    found = _found(area, on, wanted, after=_asked(request, "after"), whole=bool(town and wanted.q))
    kept = {"town": town, "area": area, "q": wanted.q, "domain": wanted.domain, "on": on.isoformat()}
    kept = {name: value for name, value in kept.items() if value}
    context = {
        "demo": settings.DEMO,
        "asked": {**kept, "q": wanted.q, "town": town, "domain": wanted.domain},
        "on": on,
        "today": today,
        "towns": [(column.area.name, [(each.code, each.name) for each in column.towns]) for column in columns],
        "domains": queries.domains(),
        "town_name": next((each.name for each in found.towns if each.code == town), ""),
        "lines": _lines(found, town),
        "total": found.total,
        "older": "?" + urlencode({**kept, "after": found.after}) if found.after else "",
        "issued": [_issued(row) for row in queries.latest_issued(column.area.code for column in found.columns)],
        "files": [(form.upper(), f"/public/lists/list.{form}?{urlencode(kept)}") for form in ("csv", "json")],
    }
    return render(request, "matters/public_list.html", context)


@require_GET
def public_file(request: HttpRequest, form: str) -> HttpResponse:
    """清单下载 The whole list of a day for machines, with the day and the instruments."""
    area = _asked(request, "area")
    found = _found(area, _day(request), Wanted(q=_asked(request, "q"), domain=_asked(request, "domain")), most=None)
    title = found.title
    if form == "csv":
        return handed_out(list_comma_separated(found, title), f"{title}{found.on}", "csv")
    answer = JsonResponse(machine_readable(found), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _issued(row: IssuedList) -> dict[str, Any]:
    """Return the list of an area that was issued last: with number, day and seal."""
    return {
        "title": row.data["title"],
        "number": row.number,
        "body": row.body.name,
        "on": row.on,
        "issued_on": timezone.localdate(row.issued_at),
        "pdf_href": f"/public/lists/issued/{row.pk}.pdf",
    }


def _found(
    area: str, on: date, wanted: Wanted, *, after: str = "", whole: bool = False, most: int | None = PAGE
) -> AreaList:
    asked = Wanted(q=wanted.q, domain=wanted.domain, whole=whole)
    return queries.published_list(area, on, asked, after=after, most=most)


def _lines(found: AreaList, town: str) -> list[dict[str, Any]]:
    bodies = Body.objects.in_bulk()
    cards = queries.published_cards([row.item_id for row in found.rows], found.on) if town else {}
    return [
        {
            "name": line.version.name,
            "domain": line.version.domain,
            "bases": line.bases,
            "remark": remark(line, len(found.towns)),
            "who": _who(found, line, town, bodies),
            "card": _card(found, line, town, cards.get(line.version.item_id)),
        }
        for line in list_lines(found)
    ]


def _card(found: AreaList, line: Line, town: str, card: BoundaryCard | None) -> list[dict[str, str]]:
    """Return the seven steps with the names of this town, of the body that holds the item and of its owner."""
    holding = found.held.get((line.version.item_id, town))
    if card is None or holding is None or holding.body is None:
        return []
    here = next(each.name for each in found.towns if each.code == town)
    names = {"holder": holding.body.name, "town": here, "owner": line.owner}
    return [
        {"label": step.name, "value": step.who, "source": step.source} for step in queries.boundary_lines(card, names)
    ]


def _who(found: AreaList, line: Line, town: str, bodies: Mapping[str, Body]) -> dict[str, Any] | None:
    """Return who holds the item in the town that was chosen, with telephone and address."""
    holding = found.held.get((line.version.item_id, town))
    if holding is None:
        return None
    body = bodies.get(holding.body.id) if holding.body else None
    return {
        "words": whose(holding, next(each.name for each in found.towns if each.code == town)),
        "instrument": _instrument(found, holding, line),
        "phone": body.phone if body else "",
        "address": body.address if body else "",
    }


def _instrument(found: AreaList, holding: Holding, line: Line) -> str:
    words = instrument_words(found.instrument(holding))
    return words or "、".join(_each_once(letter.number for letter in line.letters))


def _each_once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _day(request: HttpRequest) -> date:
    return min(day_asked(request), _today(request))


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:LONGEST].strip()
