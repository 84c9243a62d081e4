"""已发布的清单的页面 The issued lists of an area, issuing one, one of them with what it changed, its PDF; the PDF also without signing in."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from uuid_utils.compat import uuid7

from yizhi.desk.matters.models import IssuedList
from yizhi.desk.matters.queries import areas, issued_before, issued_list, issued_lists
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.authority import issued_changes
from yizhi.rules.refusal import Absent

from .area_list import issued_pdf
from .forms import IssueListForm
from .issuing_lists import issue_list, issues

GROUPS = (("added", "新增"), ("ended", "不再有"), ("changed", "变更"))
MOST = 200


@require_http_methods(["GET", "POST"])
def issued_of_area(request: SignedIn, area: str) -> HttpResponse:
    """已发布的清单 Those of an area, newest first; for those who keep lists the form that issues one."""
    place = next((one for one in areas(request.identity) if one.code == area), None)
    if place is None or (request.method == "POST" and not issues(request.identity)):
        raise Absent("这个片区")

    def deed(values: dict[str, Any]) -> str:
        row = issue_list(request.identity, area, values["on"], id=uuid7(), demo=settings.DEMO, now=request.now)
        return f"/issued-lists/{row.dossier_id}/"

    page = {
        "crumb": {"label": place.name, "href": f"/lists/{quote(area, safe='')}/"},
        "issues": issues(request.identity),
        "body": request.identity.body_name,
        "rows": [_line(row) for row in issued_lists(area)[:MOST]],
    }
    form = IssueListForm(posted(request), initial={"on": timezone.localdate(request.now)})
    return entered(request, form, deed, page, "papers/issued_lists.html")


@require_GET
def one_issued(request: SignedIn, dossier: str) -> HttpResponse:
    """一份已发布的清单 Number, day, body, digest, and what differs from the one before or from the one asked for with `?with=`."""
    row = issued_list(dossier)
    others = list(issued_lists(row.area_id).exclude(pk=row.pk)[:MOST])
    asked = request.GET.get("with", "")
    other = next((one for one in others if one.pk == asked), None) or issued_before(row)
    changes = issued_changes(other.data["rows"], row.data["rows"]) if other else []
    context = {
        "crumb": {"label": "已发布的清单", "href": f"/lists/{quote(row.area_id, safe='')}/issued/"},
        "list": {**_line(row), "digest": row.digest, "demo": row.data["demo"]},
        "others": [(one.pk, one.number) for one in others],
        "other": _line(other) if other else None,
        "groups": [{"title": title, "changes": [one for one in changes if one.kind == kind]} for kind, title in GROUPS],
        "words": "　".join(
            f"{title} {sum(one.kind == kind for one in changes)} 项"
            for kind, title in GROUPS
            if any(one.kind == kind for one in changes)
        )
        or "没有变化",
    }
    return shown(request, "papers/issued_list.html", context)


@require_GET
def issued_list_pdf(request: HttpRequest, dossier: str) -> HttpResponse:
    """盖章清单 PDF/A of one issued list, the same bytes every time; a public fact."""
    row = issued_list(dossier)
    response = HttpResponse(issued_pdf(row), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="list-{row.pk}.pdf"'
    return response


def _line(row: IssuedList) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.data["title"],
        "body": row.body.name,
        "on": row.on,
        "issued_on": timezone.localdate(row.issued_at),
        "count": len(row.data["rows"]),
        "href": f"/issued-lists/{row.pk}/",
        "pdf_href": f"/public/lists/issued/{row.pk}.pdf",
        "key": row.pk,
    }
