"""批次页面 The list, one batch on one screen, the forms of its steps, what it would touch."""

from typing import Any
from urllib.parse import quote

from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from uuid_utils.compat import uuid7

from yizhi.desk.papers.evidence import stream
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import entered
from yizhi.rules.batches import STEPS
from yizhi.rules.refusal import Absent, Refusal

from . import actions, queries
from .around import around, state_of
from .entering import choices_of, draft_facts, draft_form, step_facts, step_form
from .import_page import begin_from, table_of, told_of
from .importing import PAGE
from .lists import list_context
from .permitting import keeps
from .recall_page import Held, held, read_id, read_recall, recall_context
from .view import batch_context, head
from .watching import watch_context
from .whole_recall import recall_at_once


@require_GET
def batches(request: SignedIn) -> HttpResponse:
    """赋权批次 The batches this identity sees, those that wait for it marked."""
    return shown(request, "batches/list.html", list_context(request.identity, request.GET, now=request.now))


@require_GET
def batch(request: SignedIn, dossier: str) -> HttpResponse:
    """一个批次 Lines, opinions, what it touches, cases, the next step."""
    found = queries.batch(request.identity, dossier)
    return shown(request, "batches/batch.html", batch_context(request.identity, found, now=request.now))


@require_GET
def watch(request: SignedIn) -> HttpResponse:
    """跟踪问效 What needs somebody's eye among the powers given to towns."""
    context = watch_context(request.identity, request.GET, today=timezone.localdate(request.now))
    return shown(request, "batches/watch.html", context)


@require_http_methods(["GET", "POST"])
def new_batch(request: SignedIn) -> HttpResponse:
    """拟订批次 Which items, which towns, from when."""
    _keeper(request)
    recall, chosen = request.GET.get("kind") == "recall", request.GET.get("upload", "")
    table = table_of(chosen, request.identity.account) if chosen else None

    def deed(values: dict[str, Any]) -> str:
        facts = draft_facts(values, "recall" if recall else "allocation", table.rows if table else None)
        told = Told(id=uuid7(), kind="draft_batch", facts=facts, done_at=request.now)
        return f"/batches/{begin_from(table, request.identity, told, now=request.now).batch.dossier_id}/"

    page = {
        "title": "拟订收回" if recall else "拟订赋权批次",
        "second": "存下以后送部门和镇（街道）表态，公布以前都能改",
        "crumb": {"label": "赋权批次", "href": "/batches/"},
        "send_label": "存为草案",
        "known": [told_of(table)] if table else [],
        "more": [] if table else [{"label": "从表格拟订", "href": f"{PAGE}?kind=recall" if recall else PAGE}],
    }
    return entered(request, draft_form(request, recall, table is not None), deed, page)


@require_http_methods(["GET", "POST"])
def recall(request: SignedIn) -> HttpResponse:
    """收回一项 One item, one person, one screen."""
    _keeper(request)
    found = held(request.GET.get("item", ""), timezone.localdate(request.now))
    if request.method == "GET":
        context = recall_context(request.identity, found, request.GET, id=str(uuid7()), now=request.now)
        return shown(request, "batches/recall.html", context)
    try:
        return HttpResponseRedirect(_recalled(request, found))
    except Absent:
        raise
    except Refusal as refusal:
        told = request.POST.get("id", "")
        context = recall_context(
            request.identity, found, request.POST, id=told, now=request.now, reasons=refusal.reasons
        )
        return shown(request, "batches/recall.html", context, status=refusal.status)


def _recalled(request: SignedIn, found: Held) -> str:
    id, whole = read_id(request.POST.get("id", "")), read_recall(found, request.POST)
    if request.POST.get("do") == "draft":
        told = Told(id=id, kind="draft_batch", facts=whole.draft, done_at=request.now)
        return f"/batches/{actions.begin(request.identity, told, now=request.now).batch.dossier_id}/"
    return f"/batches/{recall_at_once(request.identity, whole, id=id, now=request.now).dossier_id}/"


@require_http_methods(["GET", "POST"])
def step(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """办一步 The form of one step, or the step itself."""
    found = queries.batch(request.identity, dossier)
    row = STEPS.get(kind)
    if row is None or kind in {"draft_batch", "settle_case"}:
        raise Absent("这一步")
    form = step_form(request, found, kind)

    def deed(values: dict[str, Any]) -> str:
        facts, evidence = step_facts(found, kind, values)
        told = Told(id=uuid7(), kind=kind, facts=facts, done_at=request.now, evidence=evidence)
        actions.perform(request.identity, dossier, told, now=request.now)
        return f"/batches/{dossier}/"

    scene = around(dossier, today=timezone.localdate(request.now))
    page = {
        "title": row.name,
        "second": row.does,
        "crumb": {"label": found.title, "href": f"/batches/{dossier}/"},
        "known": [{"label": "现在", "value": head(found, scene)["stage"]}, {"label": "依据", "value": row.article}],
    }
    return entered(request, form, deed, page)


@require_GET
def minute(request: SignedIn, dossier: str) -> StreamingHttpResponse:
    """联席会议纪要 The signed minute, as it was attached; never opened in place."""
    queries.batch(request.identity, dossier)
    kept = (state_of(dossier).minute or {}).get("file")
    if not kept:
        raise Absent("这份纪要")
    answer = StreamingHttpResponse(stream(kept["digest"]), content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(kept['name'])}"
    return answer


@require_POST
def settle(request: SignedIn, dossier: str) -> HttpResponse:
    """安排在办案件 One choice a case; those left out stay open."""
    found = queries.batch(request.identity, dossier)
    _keeper(request)
    chosen = choices_of(request.POST)
    try:
        for number, choice in chosen.items():
            facts = {"case": number, "choice": choice, "reason": request.POST.get("reason", "")}
            told = Told(id=uuid7(), kind="settle_case", facts=facts, done_at=request.now)
            actions.perform(request.identity, dossier, told, now=request.now)
    except Absent:
        raise
    except Refusal as refusal:
        context = batch_context(request.identity, found, now=request.now)
        refused = {"reasons": refusal.reasons, "chosen": chosen, "reason": request.POST.get("reason", "")}
        return shown(request, "batches/batch.html", {**context, **refused}, status=refusal.status)
    return HttpResponseRedirect(f"/batches/{dossier}/#cases")


def _keeper(request: SignedIn) -> None:
    if not keeps(request.identity):
        raise Absent("这项维护")
