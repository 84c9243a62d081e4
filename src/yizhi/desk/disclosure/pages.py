"""公示页面 The list, the draft of a case's decision, one disclosure, the forms of its steps."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from uuid_utils.compat import uuid7

from yizhi.desk.cases.actions import REVIEWING
from yizhi.desk.cases.ground import ground_of
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.disclosure import STEPS
from yizhi.rules.refusal import Absent

from . import actions, queries
from .around import decision_behind, decision_of
from .entering import draft_form, step_form, told
from .permitting import may
from .view import case_context, disclosure_context, list_context, public_columns


@require_GET
def disclosures(request: SignedIn) -> HttpResponse:
    """公示 What is to be drafted, published and withdrawn, and what has been."""
    return shown(request, "disclosure/list.html", list_context(request.identity, request.GET, now=request.now))


@require_http_methods(["GET", "POST"])
def draft(request: SignedIn, dossier: str) -> HttpResponse:
    """拟公示稿 Of a case's decision; when there is one already, that one."""
    case = queries.case_of(request.identity, dossier)
    standing = queries.live(dossier)
    if standing is not None:
        return HttpResponseRedirect(f"/disclosure/{standing.dossier_id}/")
    decision = decision_of(case)
    if decision is None:
        raise Absent("这个处罚决定")

    ground = ground_of(case)
    if not may(request.identity, STEPS[actions.DRAFT], ground):
        decides = may(request.identity, STEPS["publish_disclosure"], ground)
        return HttpResponseRedirect(f"/cases/{dossier}/acts/{REVIEWING}/" if decides else f"/cases/{dossier}/")

    def deed(values: dict[str, Any]) -> str:
        step = Told(id=uuid7(), kind=actions.DRAFT, facts=told(values), done_at=request.now)
        return f"/disclosure/{actions.draft(request.identity, dossier, step, now=request.now).disclosure.dossier_id}/"

    page = case_context(request.identity, decision, today=timezone.localdate(request.now))
    return entered(request, draft_form(decision, posted(request)), deed, page)


@require_GET
def disclosure(request: SignedIn, dossier: str) -> HttpResponse:
    """一条公示 As the public reads it, what may be done, its record."""
    row = queries.disclosure(request.identity, dossier)
    return shown(request, "disclosure/disclosure.html", disclosure_context(request.identity, row, now=request.now))


@require_http_methods(["GET", "POST"])
def step(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """办一步 The form of one step, or the step itself."""
    row = queries.disclosure(request.identity, dossier)
    if kind not in STEPS or kind == actions.DRAFT:
        raise Absent("这一步")
    decision = decision_behind(row)

    def deed(values: dict[str, Any]) -> str:
        one = Told(id=uuid7(), kind=kind, facts=told(values), done_at=request.now)
        actions.perform(request.identity, dossier, one, now=request.now)
        return f"/disclosure/{dossier}/"

    read = kind in {"publish_disclosure", "withdraw_disclosure"}
    page = {
        "title": STEPS[kind].name,
        "second": STEPS[kind].does,
        "crumb": {"label": row.title, "href": f"/disclosure/{dossier}/"},
        "known": public_columns(row) if read else [{"label": "依据", "value": STEPS[kind].article}],
    }
    return entered(request, step_form(decision, row.columns, kind, posted(request)), deed, page)
