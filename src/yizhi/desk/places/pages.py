"""区划与片区 Pages: what belongs where on a day, and for its keepers the forms that change it."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from yizhi.desk.record.entering import entered, posted
from yizhi.desk.record.keeping import PLACE_KEEPERS, permit

from . import actions, queries
from .forms import AreaForm, CountyForm, MembershipForm, TownForm, VillageForm
from .models import County, Town

CRUMB = {"label": "区划与片区", "href": "/places/"}


@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """区划与片区 Areas with their towns on a day; one town opened with its villages."""
    on = day_asked(request)
    keeps = request.identity.role in PLACE_KEEPERS  # type: ignore[attr-defined]
    county = County.objects.order_by("code").first()
    opened = queries.town(request.GET["town"]) if request.GET.get("town") else None
    context = {
        "county": county.name if county else "",
        "on": on.isoformat(),
        "areas": [_area(area, on) for area in queries.areas_on(on)],
        "loose": [{"name": town.name, "href": _href(town, on)} for town in queries.loose_towns(on)],
        "town": _town(opened) if opened else None,
        "edit_href": ("/places/change/" if county else "/places/county/") if keeps else "",
        "more": MORE if keeps else (),
    }
    return render(request, "places/places.html", context)


def change_membership(request: HttpRequest) -> HttpResponse:
    """调整成员镇"""
    permit(request.identity, PLACE_KEEPERS)  # type: ignore[attr-defined]
    form = MembershipForm(posted(request), initial={"town": request.GET.get("town", "")})
    page = {
        "title": "调整成员镇",
        "second": "改的是从某一天起的归属，以前的案件仍按当时的片区",
        "crumb": CRUMB,
        "more": MORE,
    }
    return entered(request, form, lambda values: _changed(request, values), page)


def new_county(request: HttpRequest) -> HttpResponse:
    """登记县（市、区）"""
    permit(request.identity, PLACE_KEEPERS)  # type: ignore[attr-defined]
    page = {"title": "登记县（市、区）", "crumb": CRUMB}
    return entered(request, CountyForm(posted(request)), lambda values: _county_entered(request, values), page)


def new_area(request: HttpRequest) -> HttpResponse:
    """设片区"""
    permit(request.identity, PLACE_KEEPERS)  # type: ignore[attr-defined]
    page = {"title": "设片区", "second": "片区是执法的基本单元，不是行政主体", "crumb": CRUMB}
    return entered(request, AreaForm(posted(request)), lambda values: _set_up(request, values), page)


def new_town(request: HttpRequest) -> HttpResponse:
    """登记镇（街道）"""
    permit(request.identity, PLACE_KEEPERS)  # type: ignore[attr-defined]
    page = {"title": "登记镇（街道）", "crumb": CRUMB}
    return entered(request, TownForm(posted(request)), lambda values: _town_entered(request, values), page)


def new_village(request: HttpRequest) -> HttpResponse:
    """登记村（社区）"""
    permit(request.identity, PLACE_KEEPERS)  # type: ignore[attr-defined]
    page = {"title": "登记村（社区）", "crumb": CRUMB}
    return entered(request, VillageForm(posted(request)), lambda values: _village_entered(request, values), page)


MORE = (
    {"label": "设片区", "href": "/places/areas/new/"},
    {"label": "登记镇（街道）", "href": "/places/towns/new/"},
    {"label": "登记村（社区）", "href": "/places/villages/new/"},
)


def day_asked(request: HttpRequest) -> date:
    """Return the day a page is asked for with `?on=`; today without one or with one that cannot be read."""
    try:
        asked = parse_date(request.GET.get("on", ""))
    except ValueError:
        asked = None
    return asked or timezone.localdate(request.now)  # type: ignore[attr-defined]


def _changed(request: HttpRequest, values: dict[str, Any]) -> str:
    keeper, now = request.identity, request.now  # type: ignore[attr-defined]
    actions.change_membership(by=keeper, now=now, **values)
    return f"/places/?on={values['on']}"


def _set_up(request: HttpRequest, values: dict[str, Any]) -> str:
    actions.enter_area(by=request.identity, now=request.now, **values)  # type: ignore[attr-defined]
    return f"/places/?on={values['valid_from']}"


def _county_entered(request: HttpRequest, values: dict[str, Any]) -> str:
    actions.enter_county(by=request.identity, **values)  # type: ignore[attr-defined]
    return "/places/towns/new/"


def _town_entered(request: HttpRequest, values: dict[str, Any]) -> str:
    return f"/places/?town={actions.enter_town(by=request.identity, **values).pk}"  # type: ignore[attr-defined]


def _village_entered(request: HttpRequest, values: dict[str, Any]) -> str:
    return f"/places/?town={actions.enter_village(by=request.identity, **values).town_id}"  # type: ignore[attr-defined]


def _area(shown: queries.AreaOn, on: date) -> dict[str, Any]:
    towns = [
        {
            "name": member.town.name,
            "code": member.town.pk,
            "from": member.since,
            "to": member.until,
            "villages": member.villages,
            "href": _href(member.town, on),
        }
        for member in shown.members
    ]
    note = "成员镇为示意" if shown.area.illustrative else ""
    return {"name": shown.area.name, "centre": shown.area.centre_town.name, "note": note, "towns": towns}


def _town(town: Town) -> dict[str, Any]:
    villages = [
        {"name": one.name, "code": one.pk, "kind": "村" if one.name.removesuffix("民委员会").endswith("村") else "社区"}
        for one in queries.villages(town.pk)
    ]
    return {"name": town.name, "code": town.pk, "villages": villages}


def _href(town: Town, on: date) -> str:
    return f"/places/?on={on}&town={town.pk}"
