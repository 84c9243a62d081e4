"""文书页面 The list of papers, one paper, its PDF, a dossier as one PDF, evidence files."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.people.pages import day_asked, shown
from yizhi.desk.people.request import SignedIn

from . import queries
from .area_list import area_list_pdf
from .binding import dossier_pdf
from .evidence import SHOWN, stream
from .kinds import paper_kinds
from .models import Evidence, Paper

PAGE = 20


@require_GET
def paper_list(request: SignedIn) -> HttpResponse:
    """文书 The papers this identity sees."""
    asked = {key: request.GET.get(key, "").strip() for key in ("q", "kind", "year", "after")}
    rows = queries.papers(request.identity)
    if asked["kind"] in paper_kinds():
        rows = rows.filter(kind=asked["kind"])
    if asked["year"].isdigit() and len(asked["year"]) == 4:
        rows = rows.filter(year=int(asked["year"]))
    if asked["q"]:
        rows = rows.filter(number__icontains=asked["q"][:64])
    offset = int(asked["after"]) if asked["after"].isdigit() and len(asked["after"]) < 6 else 0
    found = list(rows[offset : offset + PAGE + 1])
    context = {
        "filters": {
            "q": asked["q"],
            "kind": asked["kind"],
            "kinds": [(kind.id, kind.name) for kind in paper_kinds().values()],
            "year": asked["year"],
            "years": [(str(year), f"{year}年") for year in range(timezone.localdate(request.now).year, 2022, -1)],
            "action": "/papers/",
        },
        "papers": [row(paper) for paper in found[:PAGE]],
        "newer": "",
        "older": f"/papers/?q={asked['q']}&kind={asked['kind']}&year={asked['year']}&after={offset + PAGE}"
        if len(found) > PAGE
        else "",
        "words": "",
    }
    return shown(request, "papers/list.html", context)


@require_GET
def paper(request: SignedIn, id: str) -> HttpResponse:
    """文书 One issued paper as it stands."""
    found = queries.paper(request.identity, id)
    facts = [("样式版本", found.version), ("内容摘要（SM3）", found.digest), ("卷内次序", str(found.position))]
    context = {
        "paper": {**row(found), "digest": found.digest, "pages": None, "served": ""},
        "facts": [{"label": label, "value": value} for label, value in facts],
        "preview": {"pdf_href": f"/papers/{found.id}.pdf"},
        "related": [],
    }
    return shown(request, "papers/paper.html", context)


@require_GET
def paper_pdf(request: SignedIn, id: str) -> HttpResponse:
    """文书 PDF/A of one issued paper."""
    found = queries.paper(request.identity, id)
    response = HttpResponse(queries.pdf_of(found), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{found.id}.pdf"'
    return response


@require_GET
def whole_dossier(request: SignedIn, dossier: str) -> HttpResponse:
    """整卷 The dossier as one PDF with cover, index and page numbers."""
    response = HttpResponse(dossier_pdf(request.identity, dossier), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{dossier}.pdf"'
    return response


@require_GET
def printed_list(request: SignedIn, area: str) -> HttpResponse:
    """清单打印 The list of an area on a day as PDF to be looked at, without number and seal."""
    on = day_asked(request)
    content = area_list_pdf(request.identity, area, on, demo=settings.DEMO, now=request.now)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="list-{on}.pdf"'
    return response


@require_GET
def evidence(request: SignedIn, id: str) -> StreamingHttpResponse:
    """证据 The bytes of a kept file: photographs are shown, everything else is only handed out as a file."""
    return kept_file(queries.evidence(request.identity, id))


def kept_file(found: Evidence) -> StreamingHttpResponse:
    """Answer with the bytes of a kept file that was found for somebody."""
    response = StreamingHttpResponse(
        stream(found.digest), content_type=found.media_type if found.media_type in SHOWN else "application/octet-stream"
    )
    way = "inline" if found.media_type in SHOWN else "attachment"
    response["Content-Disposition"] = f'{way}; filename="{found.digest[:12]}"'
    response["Content-Length"] = str(found.size)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def row(paper: Paper) -> dict[str, Any]:
    """Return one paper as a list shows it."""
    return {
        "name": f"《{paper.name}》",
        "number": paper.number,
        "href": f"/papers/{paper.id}/",
        "pdf_href": f"/papers/{paper.id}.pdf",
        "case_title": paper.data["case"]["title"],
        "case_href": f"/cases/{paper.dossier_id}/",
        "body": paper.body.name,
        "on": timezone.localdate(paper.issued_at),
        "state": "ok",
        "words": "已签发",
        "demo": bool(paper.data["paper"].get("demo")),
    }
