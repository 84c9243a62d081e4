"""本机关的页面 Prior disclosure of the bodies, yearly figures, applications for files: lists, one of each, forms of their steps."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from uuid_utils.compat import uuid7

from yizhi.desk.papers.telling import Told
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.refusal import Absent

from . import applying, figuring, own_view
from .before import rows_with_gaps
from .entering import told
from .forms import (
    AnswerForm,
    ApplicationForm,
    ExtensionForm,
    FiguresCorrectionForm,
    FiguresForm,
    ReportForm,
    YearForm,
)

FIGURE_FORMS: dict[str, type[forms.Form]] = {
    figuring.PUBLISH: FiguresForm,
    figuring.CORRECT: FiguresCorrectionForm,
    figuring.REPORT: ReportForm,
}
APPLICATION_FORMS: dict[str, type[forms.Form]] = {applying.EXTEND: ExtensionForm, applying.ANSWER: AnswerForm}


@require_GET
def before(request: SignedIn) -> HttpResponse:
    """事前公示 Which body's public page lacks what."""
    return shown(request, "disclosure/before.html", {"rows": rows_with_gaps(timezone.localdate(request.now))})


@require_http_methods(["GET", "POST"])
def figures(request: SignedIn) -> HttpResponse:
    """年度执法数据 The years that were counted; for the own body the form that counts one."""
    today = timezone.localdate(request.now)
    form = YearForm(posted(request), initial={"year": today.year - 1})

    def deed(values: dict[str, Any]) -> str:
        done = figuring.compute(request.identity, _step(request, figuring.COMPUTE, values), now=request.now)
        return f"/disclosure/figures/{done.row.dossier_id}/"

    page = own_view.figures_context(request.identity, today=today)
    return entered(request, form, deed, page, "disclosure/figures.html")


@require_GET
def one_year(request: SignedIn, dossier: str) -> HttpResponse:
    """一年的数据 Its tables, what may be done, its record."""
    row = figuring.figure(request.identity, dossier)
    context = own_view.year_context(request.identity, row, today=timezone.localdate(request.now))
    return shown(request, "disclosure/year.html", context)


@require_http_methods(["GET", "POST"])
def figures_step(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """办一步 Publish, correct or report."""
    row = figuring.figure(request.identity, dossier)
    if kind not in FIGURE_FORMS:
        raise Absent("这一步")

    def deed(values: dict[str, Any]) -> str:
        figuring.perform(request.identity, dossier, _step(request, kind, values), now=request.now)
        return f"/disclosure/figures/{dossier}/"

    form = FIGURE_FORMS[kind](posted(request), initial={"words": row.words})
    page = {
        "title": figuring.NAMES[kind],
        "second": f"{row.body.name}，{row.year}年",
        "crumb": {"label": "年度执法数据", "href": f"/disclosure/figures/{dossier}/"},
        "known": own_view.known_figures(row),
    }
    return entered(request, form, deed, page)


@require_GET
def applications(request: SignedIn) -> HttpResponse:
    """案卷公开申请 Those of the own body, with the last day to answer."""
    context = own_view.applications_context(request.identity, request.GET, today=timezone.localdate(request.now))
    return shown(request, "disclosure/applications.html", context)


@require_http_methods(["GET", "POST"])
def new_application(request: SignedIn) -> HttpResponse:
    """收到申请"""
    if not own_view.works(request.identity):
        raise Absent("这项登记")

    def deed(values: dict[str, Any]) -> str:
        done = applying.receive(request.identity, _step(request, applying.RECEIVE, values), now=request.now)
        return f"/disclosure/applications/{done.row.dossier_id}/"

    page = {
        "title": "登记收到的申请",
        "second": "有人申请公开行政执法案卷",
        "crumb": {"label": "案卷公开申请", "href": "/disclosure/applications/"},
    }
    form = ApplicationForm(posted(request), initial={"received_on": timezone.localdate(request.now)})
    return entered(request, form, deed, page)


@require_GET
def application(request: SignedIn, dossier: str) -> HttpResponse:
    """一份申请 What was asked, by when it is answered, the answer."""
    row = applying.application(request.identity, dossier)
    context = own_view.application_context(request.identity, row, today=timezone.localdate(request.now))
    return shown(request, "disclosure/application.html", context)


@require_http_methods(["GET", "POST"])
def application_step(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """办一步 Extend or answer."""
    row = applying.application(request.identity, dossier)
    if kind not in APPLICATION_FORMS:
        raise Absent("这一步")

    def deed(values: dict[str, Any]) -> str:
        applying.perform(request.identity, dossier, _step(request, kind, values), now=request.now)
        return f"/disclosure/applications/{dossier}/"

    page = {
        "title": applying.NAMES[kind],
        "second": "行政执法案卷信息，可以不予公开",
        "crumb": {"label": "案卷公开申请", "href": f"/disclosure/applications/{dossier}/"},
        "known": [
            {"label": "申请公开什么", "value": row.asked, "source": "申请"},
            {"label": "依据", "value": "政府信息公开条例 第16条第2款、第33条第2款"},
        ],
    }
    return entered(request, APPLICATION_FORMS[kind](posted(request)), deed, page)


def _step(request: SignedIn, kind: str, values: dict[str, Any]) -> Told:
    return Told(id=uuid7(), kind=kind, facts=told(values), done_at=request.now)
