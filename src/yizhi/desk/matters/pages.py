"""事项 Pages everybody who has signed in may read: items, one item, the calendar."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.people.pages import day_asked, shown
from yizhi.desk.record.sheets import export_href, handed_out

from . import queries
from .item_page import item_context, lines_context
from .item_tables import item_workbook
from .month import calendar_context
from .pair_page import pair_context
from .queries import ItemPage

LONGEST_Q = 200
MOST_IN_A_TABLE = 10_000


@require_GET
def items(request: HttpRequest) -> HttpResponse:
    """事项 The items in force on a day, found by two characters of the name or by saying what was seen."""
    identity, on = _identity(request), day_asked(request)
    asked = {name: _asked(request, name) for name in ("q", "town", "domain", "after")}
    page = _found(identity, asked, on)
    kept = {name: asked[name] for name in ("q", "town", "domain") if asked[name]} | {"on": on.isoformat()}
    towns = [("", "不选"), *queries.towns()]
    context = {
        "on": on.isoformat(),
        "today": _today(request),
        "filters": {**asked, "domains": [(one, one) for one in queries.domains()], "towns": towns[1:]},
        "items": lines_context(page.lines, dict(towns).get(asked["town"], ""), on),
        "export_href": export_href("/items/", {**asked, "on": on.isoformat()}, ("q", "town", "domain", "on")),
        "import_href": "/imports/items/" if identity.may_maintain else "",
        "add_href": "/items/new/" if identity.may_maintain else "",
        "older": "?" + urlencode({**kept, "after": page.after}) if page.after else "",
        "tabs": [
            {"label": "事项", "href": "/items/", "current": True},
            {"label": "一个片区一张清单", "href": "/lists/", "current": False},
            {"label": "省级赋权指导目录", "href": "/catalogue/", "current": False},
            {"label": "边界卡", "href": "/boundary-cards/", "current": False},
            {"label": "引注核对", "href": "/citations/", "current": False},
            {"label": "法规文本", "href": "/statutes/", "current": False},
        ],
    }
    return shown(request, "matters/items.html", context)


@require_GET
def item_table(request: HttpRequest) -> HttpResponse:
    """事项表格 The items in force on a day as a workbook, as filtered."""
    identity, on = _identity(request), day_asked(request)
    given = {"domain": _asked(request, "domain"), "most": MOST_IN_A_TABLE}
    found = queries.items(identity, _asked(request, "q"), "", on, **given)
    return handed_out(item_workbook(found.lines, on, made_at=request.now), f"事项{on}", "xlsx")  # type: ignore[attr-defined]


@require_GET
def item(request: HttpRequest, code: str) -> HttpResponse:
    """一个事项 Its bases, who holds it in every town, its versions."""
    identity, on = _identity(request), day_asked(request)
    found = queries.item(identity, code, on)
    card = queries.boundary_card(identity, code, on)
    basis = _asked(request, "basis")
    chosen = int(basis) - 1 if basis.isascii() and basis.isdecimal() and len(basis) < 4 else 0
    context = item_context(found, card, on, keeps=identity.may_maintain, chosen=chosen)
    return shown(request, "matters/item.html", {**context, **_batches(identity, code)})


def _batches(identity: Identity, code: str) -> dict[str, str]:
    """Return the ways to a batch that gives the item or takes it back, for the office that arranges powers."""
    if identity.role != Role.ESTABLISHMENT:
        return {"give_href": "", "recall_href": ""}
    asked = urlencode({"item": code})
    return {"give_href": f"/batches/new/?{asked}", "recall_href": f"/batches/recall/?{asked}"}


@require_GET
def pairs(request: HttpRequest, code: str) -> HttpResponse:
    """谁能搭档 Who may go for this item in one town on a day."""
    context = pair_context(_identity(request), code, _asked(request, "town"), day_asked(request))
    return shown(request, "matters/pairs.html", context)


@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """日历 The days off and the make-up workdays of a month, and the years that are known."""
    import_href = "/imports/calendar/" if _identity(request).may_maintain else ""
    context = calendar_context(_asked(request, "month"), today=_today(request))
    return shown(request, "matters/calendar.html", {**context, "import_href": import_href})


def _found(identity: Identity, asked: dict[str, str], on: date) -> ItemPage:
    """Return the items whose name holds the words; when there are none, those that the words may mean."""
    page = queries.items(identity, asked["q"], asked["town"], on, domain=asked["domain"], after=asked["after"])
    if page.lines or not asked["q"]:
        return page
    codes = [match.code for match in queries.find(asked["q"], on).matches]
    return ItemPage(queries.lines_of(identity, codes, asked["town"], on), "")


def _identity(request: HttpRequest) -> Identity:
    identity: Identity = request.identity  # type: ignore[attr-defined]
    return identity


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]


def _asked(request: HttpRequest, name: str) -> Any:
    return request.GET.get(name, "").replace("\x00", "")[:LONGEST_Q].strip()
