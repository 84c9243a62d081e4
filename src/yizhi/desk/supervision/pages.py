"""执法监督页面 Matters, one matter, its acts and papers, the case it is about, findings, the year's plan, supervisors."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from uuid_utils.compat import uuid7

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.actions import with_files
from yizhi.desk.papers.forms import read_answers, read_facts, read_id
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.pages import kept_file
from yizhi.desk.papers.queries import pdf_of
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.models import Role
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.actions import told_again
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.procedure.table import JUSTICE_OFFICE
from yizhi.rules.refusal import Absent, Refusal

from . import actions
from .acting import Acting, act_context, open_act
from .attaching import attach, file_of
from .case_read import case_context
from .findings import findings_context
from .forms import CertificateForm, RegisterForm
from .lists import list_context, people_context, sides, supervising
from .permitting import bodies, matter, must_supervise, roles_in
from .proceeding import Done
from .view import matter_context


@require_GET
def matters(request: SignedIn) -> HttpResponse:
    """监督事项 The matters this identity sees, newest first."""
    return shown(request, "supervision/list.html", list_context(request.identity, request.GET, now=request.now))


@require_GET
def one_matter(request: SignedIn, dossier: str) -> HttpResponse:
    """一件监督事项 What may be done, the term, the record, the papers."""
    found = matter(request.identity, dossier)
    return shown(request, "supervision/matter.html", matter_context(request.identity, found, now=request.now))


@require_GET
def findings(request: SignedIn) -> HttpResponse:
    """可以看的 What the record itself shows."""
    context = findings_context(request.identity, request.GET, now=request.now)
    here = sides(request.identity, "/supervision/findings/")
    return shown(request, "supervision/findings.html", {**context, "sides": here})


@require_GET
def case(request: SignedIn, dossier: str) -> HttpResponse:
    """看案卷 The record of the case a matter is about, read only."""
    return shown(request, "supervision/case.html", case_context(request.identity, dossier, now=request.now))


@require_GET
def paper(request: SignedIn, dossier: str, number: int) -> HttpResponse:
    """监督文书 One paper of a matter as PDF/A."""
    found = matter(request.identity, dossier)
    issued = Paper.objects.filter(dossier=dossier, position=number).first()
    if issued is None or JUSTICE_OFFICE in roles_in(request.identity, found):
        raise Absent("这份文书")
    response = HttpResponse(pdf_of(issued), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{issued.id}.pdf"'
    return response


@require_GET
def file(request: SignedIn, dossier: str, id: str) -> StreamingHttpResponse:
    """附件 One file of a matter, as far as this side reads the act it came with."""
    return kept_file(file_of(request.identity, dossier, id))


@require_http_methods(["GET", "POST"])
def register(request: SignedIn) -> HttpResponse:
    """登记监督事项 Against whom, about which case, from where, what."""
    must_supervise(request.identity)
    listed = [(one.code, one.short_name or one.name) for one in bodies(request.identity)]
    asked = {name: request.GET.get(name, "") for name in ("body", "case", "matter_source", "matter_words")}
    form = RegisterForm(listed, posted(request), initial=asked)

    def deed(values: dict[str, Any]) -> str:
        why = values["different"].strip()
        answers = {"answers": {"supervised-likewise": why, "was-in-review-or-litigation": why}} if why else {}
        facts = {"matter_source": values["matter_source"], "matter_words": values["matter_words"], **answers}
        notice = actions.Notice(body=values["body"], case=values["case"].strip(), facts=facts)
        done = actions.register(request.identity, notice, id=uuid7(), done_at=request.now, now=request.now)
        return f"/supervision/{done.entry.dossier_id}/"

    page = {
        "title": "登记监督事项",
        "second": "同一个案件只登记一次；已进入复议、诉讼的不登记",
        "crumb": {"label": "监督", "href": "/supervision/"},
    }
    return entered(request, form, deed, page)


@require_http_methods(["GET", "POST"])
def act(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """办一步 Show the form of one act, or do it."""
    acting = open_act(request.identity, dossier, kind)
    if request.method == "GET":
        return shown(request, "cases/act.html", _context(request, acting, {}, uuid7()))
    id, facts = read_id(request.POST.get("id", "")), _facts(request, acting)
    try:
        facts = _with_files(request, acting, facts)
    except Refusal as refusal:
        context = {**_context(request, acting, facts, id, checked=True), "reasons": refusal.reasons, "refused": True}
        return shown(request, "cases/act.html", context, status=refusal.status)
    if request.POST.get("do") == "check":
        return shown(request, "cases/act.html", _context(request, acting, facts, id, checked=True))
    try:
        plain = {key: value for key, value in facts.items() if key != "evidence"}
        told = Told(id=id, kind=kind, done_at=request.now, facts=plain, evidence=facts.get("evidence") or ())

        def deed(done_at: datetime) -> Done:
            return actions.perform(request.identity, dossier, replace(told, done_at=done_at), now=request.now)

        told_again(deed, id=id, named=None, now=request.now)
    except Absent:
        raise
    except Refusal as refusal:
        context = _context(request, acting, facts, id, checked=True)
        refused = {**context, "reasons": refusal.reasons, "refused": True}
        return shown(request, "cases/act.html", refused, status=refusal.status)
    return HttpResponseRedirect(f"/supervision/{dossier}/")


@require_POST
def preview(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """文书样子 The paper as it would print with what has been typed so far."""
    acting = open_act(request.identity, dossier, kind)
    id = read_id(request.POST.get("id", ""))
    context = _context(request, acting, _facts(request, acting), id)
    return shown(request, "cases/preview.html", {**context, "live": True})


@require_GET
def people(request: SignedIn) -> HttpResponse:
    """监督人员 Who supervises, and whose certificate counts today."""
    must_supervise(request.identity, whole=True)
    return shown(request, "supervision/people.html", people_context(request.identity, now=request.now))


@require_http_methods(["GET", "POST"])
def certificate(request: SignedIn) -> HttpResponse:
    """登记监督检查证件 Whose, which number, from when to when."""
    if request.identity.role != Role.JUSTICE:
        raise Absent("这一页")
    listed = [(one.username, one.name) for one in supervising(timezone.localdate(request.now))]
    form = CertificateForm(listed, posted(request))

    def deed(values: dict[str, Any]) -> str:
        actions.enter_supervision_certificate(by=request.identity, now=request.now, **values)
        return "/supervision/people/"

    page = {"title": "登记监督检查证件", "crumb": {"label": "监督人员", "href": "/supervision/people/"}}
    return entered(request, form, deed, page)


def _facts(request: SignedIn, acting: Acting) -> dict[str, Any]:
    facts = read_facts(request.POST, acting.row.fields, standing().dictionary)
    answers = read_answers(request.POST)
    return {**facts, "answers": answers} if answers else facts


def _with_files(request: SignedIn, acting: Acting, facts: dict[str, Any]) -> dict[str, Any]:
    keep = partial(attach, request.identity, acting.matter.dossier_id, now=request.now)
    files = with_files(facts.get("evidence") or (), request.FILES.getlist("evidence"), keep)
    return {**facts, "evidence": files}


def _context(
    request: SignedIn, acting: Acting, facts: dict[str, Any], id: UUID, *, checked: bool = False
) -> dict[str, Any]:
    return act_context(acting, facts, id, done_at=request.now, now=request.now, checked=checked)
