"""事前公示和年度数据 What anybody may read of a body without signing in: who it is, on what it acts, how, where one turns; its yearly figures."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.bodies.queries import bodies, body
from yizhi.desk.record.queries import record_of
from yizhi.rules.refusal import Absent

from . import figuring
from .before import list_href, posted, steps
from .models import YearlyFigures

MOST = 200


@require_GET
def public_bodies(request: HttpRequest) -> HttpResponse:
    """执法机关 Every body with its telephone."""
    rows = [{"name": one.name, "phone": one.phone, "href": f"/public/bodies/{one.pk}/"} for one in bodies()]
    return render(request, "disclosure/public_bodies.html", {"demo": settings.DEMO, "rows": rows})


@require_GET
def public_body(request: HttpRequest, code: str) -> HttpResponse:
    """一个执法机关 Who it is, basis, procedure, remedies, telephone."""
    found, today = body(code), timezone.localdate(request.now)  # type: ignore[attr-defined]
    years = figuring.public_figures().filter(body=found)
    context = {
        "demo": settings.DEMO,
        "body": posted(found, today),
        "list_href": list_href(found),
        "published_href": f"/public/disclosure/?body={found.pk}",
        "procedures": steps(today),
        "years": [{"year": row.year, "href": f"/public/figures/{row.dossier_id}/"} for row in years],
    }
    return render(request, "disclosure/public_body.html", context)


@require_GET
def public_years(request: HttpRequest) -> HttpResponse:
    """年度行政执法数据 By year, in the order of the bodies' codes."""
    rows = [
        {"body": row.body.name, "year": row.year, "on": row.published_on, "href": f"/public/figures/{row.dossier_id}/"}
        for row in figuring.public_figures()[:MOST]
    ]
    return render(request, "disclosure/public_years.html", {"demo": settings.DEMO, "rows": rows})


@require_GET
def public_year(request: HttpRequest, dossier: str) -> HttpResponse:
    """一个机关一年的数据"""
    row: YearlyFigures | None = figuring.public_figures().filter(dossier=dossier).first()
    if row is None:
        raise Absent("这份年度数据")
    context = {
        "demo": settings.DEMO,
        "body": row.body.name,
        "year": row.year,
        "tables": row.tables,
        "words": row.words,
        "on": row.published_on,
        "corrections": figuring.corrections(record_of(dossier)),
    }
    return render(request, "disclosure/public_year.html", context)
