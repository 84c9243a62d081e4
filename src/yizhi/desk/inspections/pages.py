"""检查页面 The list of visits, one visit, one act on it."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods
from uuid_utils.compat import uuid7

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.actions import keep_evidence, with_files
from yizhi.desk.papers.forms import read_answers, read_facts, read_id, read_moment
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.view import act_head
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.actions import told_again
from yizhi.rules.refusal import Absent, Reason, Refusal

from . import actions, queries
from .act_form import Acting, form_of, open_act, reasons_for
from .models import Inspection
from .view import list_context, visit_context

WHEN = {"name": "done_at", "label": "办理时间", "kind": "datetime", "hint": "不填就是现在；补记的，填实际办理的时间。"}


@require_GET
def visits(request: SignedIn) -> HttpResponse:
    """检查 The visits this identity sees, those to be done first."""
    return shown(request, "inspections/list.html", list_context(request.identity, request.GET.dict()))


@require_GET
def visit(request: SignedIn, code: str) -> HttpResponse:
    """一次检查 When, where, who, what, how often this year, what may be done next."""
    found = queries.visit(request.identity, code)
    return shown(request, "inspections/visit.html", visit_context(request.identity, found, now=request.now))


@require_http_methods(["GET", "POST"])
def act(request: SignedIn, code: str, kind: str) -> HttpResponse:
    """办一件事 The form of one act on one or several parts of a visit, or the act itself."""
    chosen = (request.POST if request.method == "POST" else request.GET).getlist("part")
    acting = open_act(request.identity, code, kind, chosen)
    if request.method == "GET":
        return shown(request, "inspections/act.html", _context(request, acting, {}, str(uuid7())))
    facts, id = _facts(request, acting), request.POST.get("id", "")
    try:
        named = read_moment(request.POST.get("done_at", ""))
        told = Told(id=read_id(id), kind=kind, done_at=request.now, facts=facts, evidence=_kept(request, acting))

        def deed(done_at: datetime) -> list[Done]:
            return actions.perform(request.identity, code, replace(told, done_at=done_at), chosen, now=request.now)

        told_again(deed, id=actions.id_on(told.id, acting.parts[0].pk), named=named, now=request.now)
    except Absent:
        raise
    except Refusal as refusal:
        context = _context(request, acting, facts, id, refused=refusal.reasons)
        return shown(request, "inspections/act.html", context, status=refusal.status)
    return HttpResponseRedirect(_onward(code, acting))


def _facts(request: SignedIn, acting: Acting) -> dict[str, Any]:
    facts = read_facts(request.POST, acting.row.fields, standing().dictionary)
    answers = read_answers(request.POST)
    facts.pop("evidence", None)
    return {**facts, "answers": answers} if answers else facts


def _kept(request: SignedIn, acting: Acting) -> list[str]:
    """Keep the files that were sent with an act on one part; an act on several takes none."""
    ground = queries.ground_of(acting.parts[0])
    files = request.FILES.getlist("evidence") if len(acting.parts) == 1 else []
    return with_files((), files, partial(keep_evidence, request.identity, ground, now=request.now))


def _onward(code: str, acting: Acting) -> str:
    """Lead to the lead that an inspection became, otherwise back to the visit."""
    lead = Inspection.objects.get(pk=acting.parts[0].pk).lead if acting.row.kind == "hand_over_lead" else ""
    return f"/leads/{lead}/" if lead else f"/inspections/{code}/"


def _context(
    request: SignedIn, acting: Acting, facts: dict[str, Any], id: str, *, refused: tuple[Reason, ...] = ()
) -> dict[str, Any]:
    reasons = reasons_for(request.identity, acting, facts, now=request.now)
    form = form_of(acting, facts, (*reasons, *refused), checked=bool(refused))
    row, visit = acting.row, acting.visit
    fields = [one for one in form["fields"] if one["name"] != "evidence" or len(acting.parts) == 1]
    stops = [reason for reason in refused if reason.severity != "ask"]
    return {
        "act": act_head(row, 0),
        "visit": {"title": visit.party.name, "href": f"/inspections/{visit.pk}/", "demo": visit.demo},
        "parts": [{"id": part.pk, "body": part.body.name} for part in acting.parts],
        "id": id,
        "known": form["known"],
        "fields": [*fields, {**WHEN, "value": request.POST.get("done_at", "")}],
        "reasons": stops or form["reasons"],
        "refused": bool(refused),
    }
