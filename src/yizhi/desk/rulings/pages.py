"""争议事项 The disputed points, what holds today, and the form by which the justice office enters a decision."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.people.pages import day_asked, shown
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.disputes import Dispute, dispute, in_force
from yizhi.rules.refusal import Absent

from . import actions, queries
from .forms import RulingForm
from .models import Ruling


@require_GET
def disputes(request: HttpRequest) -> HttpResponse:
    """争议事项 Both readings of each, the one that holds, who decided it and when."""
    on, rows = day_asked(request), queries.rulings()
    decides = identity_of(request).role == Role.JUSTICE
    context = {
        "on": on,
        "tabs": tabs("/disputes/"),
        "disputes": [_shown(one, rows, on) for one in queries.disputes().values()],
        "decides": decides,
    }
    return shown(request, "rulings/disputes.html", context)


def ruling(request: HttpRequest, id: str) -> HttpResponse:
    """录入裁定 Which reading holds from a day on."""
    identity = identity_of(request)
    if identity.role != Role.JUSTICE:
        raise Absent("这项争议")
    found = dispute(queries.disputes(), id)

    def deed(values: dict[str, Any]) -> str:
        actions.decide(identity, id, **values, now=request.now)  # type: ignore[attr-defined]
        return "/disputes/"

    today = timezone.localdate(request.now)  # type: ignore[attr-defined]
    form = RulingForm(found, posted(request), initial={"decided_on": today, "starts": today})
    page = {
        "title": f"裁定：{found.title}",
        "second": found.doubt,
        "send_label": "录入裁定",
        "crumb": {"label": "争议事项", "href": "/disputes/"},
        "known": [{"label": one.words, "value": "、".join(one.articles)} for one in found.readings],
    }
    return entered(request, form, deed, page)


def tabs(here: str) -> list[dict[str, Any]]:
    """Return the two pages of what the law leaves to the county, as tabs."""
    places = (("争议事项", "/disputes/"), ("听证数额标准", "/hearing-sums/"))
    return [{"label": label, "href": href, "current": href == here} for label, href in places]


def _shown(found: Dispute, rows: list[Ruling], on: date) -> dict[str, Any]:
    chosen = in_force(found, [queries.chosen_of(row) for row in rows], on)
    holds = chosen.reading if chosen else found.stricter
    return {
        "title": found.title,
        "doubt": found.doubt,
        "href": f"/disputes/{found.id}/",
        "decided": chosen is not None,
        "readings": [
            {
                "words": one.words,
                "articles": "、".join(one.articles),
                "holds": one.id == holds,
                "stricter": one.id == found.stricter,
            }
            for one in found.readings
        ],
        "history": [_past(row, found) for row in rows if row.dispute == found.id],
    }


def _past(row: Ruling, found: Dispute) -> dict[str, Any]:
    reading = found.reading(row.reading)
    return {
        "from": row.valid_from,
        "words": reading.words if reading else row.reading,
        "who": row.decided_by,
        "on": row.decided_on,
        "instrument": row.instrument,
    }


def identity_of(request: HttpRequest) -> Identity:
    """Return who asks."""
    identity: Identity = request.identity  # type: ignore[attr-defined]
    return identity
