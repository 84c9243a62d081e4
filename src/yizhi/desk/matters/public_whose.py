"""该找谁 What anybody may ask without signing in: plain words and a town → whose business it is, with telephone and address.

Nothing internal is read for it: items and lists as published, bodies as they present themselves. Nothing of the question is kept.
"""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.bodies.models import Body

from . import queries
from .hearing import intents
from .queries import FoundItem, FoundWhose

LONGEST = 200
SHOWN = 3


@require_GET
def whose(request: HttpRequest) -> HttpResponse:
    """该找谁"""
    today = timezone.localdate(request.now)  # type: ignore[attr-defined]
    words, town = _asked(request, "q"), _asked(request, "town")
    columns = queries.columns_on("", today)
    names = {each.code: each.name for column in columns for each in column.towns}
    town = town if town in names else ""
    context: dict[str, Any] = {
        "demo": settings.DEMO,
        "asked": {"q": words, "town": town},
        "town_name": names.get(town, ""),
        "towns": [(column.area.name, [(each.code, each.name) for each in column.towns]) for column in columns],
        "verdict": "",
    }
    if words and town:
        context |= _answer(queries.find_whose(words, town=town, on=today), words, town, today)
    return render(request, "matters/public_whose.html", context)


def _answer(found: FoundWhose, words: str, town: str, on: date) -> dict[str, Any]:
    bodies = Body.objects.in_bulk({item.body for item in found.items if item.body})
    own = Body.objects.filter(town=town).first()
    return {
        "verdict": found.answer,
        "found": [_line(item, bodies.get(item.body or ""), town) for item in found.items[:SHOWN]],
        "elsewhere": intents().get(found.intent) if found.answer == "not-an-item" else None,
        "own": _reach(own),
        "list_href": f"/public/lists/?{urlencode({'town': town, 'on': on.isoformat()})}",
    }


def _line(item: FoundItem, body: Body | None, town: str) -> dict[str, Any]:
    return {
        "name": item.name,
        "words": list(item.words),
        "whose": item.whose,
        "reach": _reach(body),
        "href": f"/public/lists/?{urlencode({'town': town, 'q': item.name[:40]})}",
    }


def _reach(body: Body | None) -> dict[str, str] | None:
    return {"name": body.name, "phone": body.phone, "address": body.address} if body else None


def _asked(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:LONGEST].strip()
