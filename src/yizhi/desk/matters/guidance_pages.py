"""指导目录页 The provincial catalogue with what is linked to it; linking an item to a line, and ending a link."""

from datetime import date
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yizhi.desk.people.pages import day_asked, shown
from yizhi.desk.record.entering import entered, posted

from . import guidance, queries
from .forms import CatalogueLinkForm
from .keeper import keeper
from .models import CatalogueEntry
from .queries import CataloguePage


@require_GET
def catalogue(request: HttpRequest) -> HttpResponse:
    """省级赋权指导目录 Its lines on a day, the items of each, and conferrals that it does not name."""
    identity, on = request.identity, day_asked(request)  # type: ignore[attr-defined]
    q, decision = request.GET.get("q", "")[:64].strip(), request.GET.get("decision", "")[:64]
    unlinked = request.GET.get("unlinked") == "yes"
    page = queries.catalogue_lines(identity, on, q=q, decision=decision, unlinked=unlinked)
    context = {
        "on": on.isoformat(),
        "filters": {"q": q, "decision": decision, "unlinked": unlinked},
        "decisions": [{"decision": number, "batch": batch, "count": count} for number, batch, count in page.decisions],
        "lines": [_line(row, page, on) for row in page.lines],
        "outside": [{"name": item.name, "code": item.code, "href": _item(item.code)} for item in page.outside],
        "import_href": "/imports/catalogue/" if identity.may_maintain else "",
    }
    return shown(request, "matters/catalogue.html", context)


def link(request: HttpRequest, code: str) -> HttpResponse:
    """挂接目录 Say which line of the catalogue the item is."""
    account, today = keeper(request), timezone.localdate(request.now)  # type: ignore[attr-defined]
    item = queries.item(request.identity, code, today)  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        now = request.now  # type: ignore[attr-defined]
        guidance.link_item(code, **values, how="人工核对", by=account, now=now)
        return _item(code)

    page = {
        "title": "挂接省目录",
        "second": "这个事项是省级赋权指导目录里的哪一项",
        "crumb": {"label": item.version.name, "href": _item(code)},
        "more": [{"label": "看目录", "href": "/catalogue/"}],
    }
    form = CatalogueLinkForm(posted(request), initial={"starts": today})
    return entered(request, form, deed, page)


@require_POST
def unlink(request: HttpRequest, code: str) -> HttpResponse:
    """取消挂接 From today on."""
    account, now = keeper(request), request.now  # type: ignore[attr-defined]
    fact = request.POST.get("fact", "")[:64]
    guidance.unlink_item(code, fact, ends=timezone.localdate(now), by=account, now=now)
    return HttpResponseRedirect(_item(code))


def _line(row: CatalogueEntry, page: CataloguePage, on: date) -> dict[str, Any]:
    items = page.items.get((row.decision, row.number), ())
    return {
        "decision": row.decision,
        "number": row.number,
        "name": row.name,
        "kind": row.kind,
        "domain": row.domain,
        "bases": row.bases,
        "note": row.note,
        "items": [{"name": item.name, "code": item.code, "href": f"{_item(item.code)}?on={on}"} for item in items],
    }


def _item(code: str) -> str:
    return f"/items/{quote(code, safe='')}/"
