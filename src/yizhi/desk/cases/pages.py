"""案件页面 The work list, the list of cases, one case, one act."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from uuid_utils.compat import uuid7

from yizhi.desk.inspections.queries import visit_of
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.actions import keep_evidence, with_files
from yizhi.desk.papers.forms import answer_fields, read_answers, read_facts, read_id, read_moment
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.papers.telling import Told
from yizhi.desk.papers.view import act_head
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.actions import told_again
from yizhi.desk.record.sheets import handed_out
from yizhi.rules.refusal import Reason, Refusal

from . import actions, queries
from .acting import Acting, form_of, open_act, paper_preview, present, reasons_for
from .case_view import case_context
from .clock_page import clock_context
from .ground import ground_of
from .lists import list_context, on_spot_context, todo_context
from .on_spot import read_deed
from .tables import case_workbook

CHOSEN = "files-chosen"  # stands for files that are chosen and not yet sent, while the form is only looked at


@require_GET
def todo(request: SignedIn) -> HttpResponse:
    """待办 My work by due date."""
    return shown(request, "cases/todo.html", todo_context(request.identity, request.GET, now=request.now))


@require_GET
def limits(request: SignedIn) -> HttpResponse:
    """期限 Every limit within sight, by day."""
    return shown(request, "cases/limits.html", clock_context(request.identity, request.GET, now=request.now))


@require_GET
def case_list(request: SignedIn) -> HttpResponse:
    """案件 The cases this identity sees, newest first."""
    return shown(request, "cases/list.html", list_context(request.identity, request.GET, now=request.now))


@require_GET
def case_table(request: SignedIn) -> HttpResponse:
    """案件表格 The same list as a workbook."""
    content = case_workbook(request.identity, request.GET.dict(), now=request.now)
    return handed_out(content, "案件", "xlsx")


@require_GET
def case(request: SignedIn, dossier: str) -> HttpResponse:
    """案件 Record, lawful acts, limits, papers."""
    found = queries.case_or_none(request.identity, dossier)
    if found is None:
        visit = visit_of(request.identity, dossier)
        return HttpResponseRedirect(f"/inspections/{visit}/" if visit else f"/leads/{dossier}/")
    return shown(request, "cases/case.html", case_context(request.identity, found, now=request.now))


@require_http_methods(["GET", "POST"])
def act(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """做一件事 Show the form of one act, or do it."""
    acting = open_act(request.identity, dossier, kind)
    if request.method == "GET":
        return shown(request, "cases/act.html", _act_context(request, acting, {}, str(uuid7())))
    id, facts = read_id(request.POST.get("id", "")), _facts(request, acting)
    if request.POST.get("do") == "check":
        facts["evidence"] = _keep_files(request, acting, facts)
        return shown(request, "cases/act.html", _act_context(request, acting, facts, str(id), checked=True))
    try:
        named = read_moment(request.POST.get("done_at", ""))
        facts["evidence"] = _keep_files(request, acting, facts)
        told = Told(
            id=id,
            kind=kind,
            done_at=request.now,
            facts=_without_empty(facts),
            officers=present(acting),
            evidence=facts["evidence"],
        )

        def deed(done_at: datetime) -> Done:
            return actions.perform(request.identity, dossier, replace(told, done_at=done_at), now=request.now)

        told_again(deed, id=id, named=named, now=request.now)
    except Refusal as refusal:
        context = _act_context(request, open_act(request.identity, dossier, kind), facts, str(id), checked=True)
        return shown(
            request, "cases/act.html", {**context, "reasons": refusal.reasons, "refused": True}, status=refusal.status
        )
    return HttpResponseRedirect(_onward(request, dossier))


@require_POST
def preview(request: SignedIn, dossier: str, kind: str) -> HttpResponse:
    """文书样子 The paper as it would print with what has been typed so far."""
    acting = open_act(request.identity, dossier, kind)
    facts = _facts(request, acting)
    if request.POST.get("evidence_chosen"):
        facts["evidence"] = [*facts.get("evidence", []), CHOSEN]
    context = _act_context(request, acting, facts, request.POST.get("id", ""))
    return shown(request, "cases/preview.html", {**context, "live": True})


@require_http_methods(["GET", "POST"])
def on_spot(request: SignedIn) -> HttpResponse:
    """当场查处 Begin a dossier of the summary procedure on the spot."""
    if request.method == "GET":
        return shown(
            request,
            "cases/on_spot.html",
            on_spot_context(request.identity, request.GET, (), str(uuid7()), now=request.now),
        )
    try:
        deed = read_deed(request.POST, now=request.now)
        id, named = read_id(request.POST.get("id", "")), read_moment(request.POST.get("done_at", ""))

        def begin(done_at: datetime) -> Done:
            return actions.begin_on_spot(
                request.identity, deed, id=id, kind="show_credentials", done_at=done_at, now=request.now
            )

        done = told_again(begin, id=id, named=named, now=request.now)
    except Refusal as refusal:
        context = on_spot_context(
            request.identity, request.POST, refusal.reasons, request.POST.get("id", ""), now=request.now
        )
        return shown(request, "cases/on_spot.html", context, status=refusal.status)
    return HttpResponseRedirect(_onward(request, done.entry.dossier_id))


def _facts(request: SignedIn, acting: Acting) -> dict[str, Any]:
    facts = read_facts(request.POST, acting.row.fields, standing().dictionary)
    answers = read_answers(request.POST)
    return {**facts, "answers": answers} if answers else facts


def _keep_files(request: SignedIn, acting: Acting, facts: dict[str, Any]) -> list[str]:
    keep = partial(keep_evidence, request.identity, acting.ground, now=request.now)
    return with_files(facts.get("evidence") or (), request.FILES.getlist("evidence"), keep)


def _without_empty(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if key != "evidence" and value not in (None, "", [])}


def _onward(request: SignedIn, dossier: str) -> str:
    """Lead to the next lawful act when it is this person's, otherwise to the case."""
    found = queries.case_or_none(request.identity, dossier)
    if found is None or found.ended:
        return f"/cases/{dossier}/"
    offers = queries.standing_of(request.identity, ground_of(found), now=request.now).offers
    likely = next((offer for offer in offers if offer.allowed and offer.likely and offer.act.present), None)
    return f"/cases/{dossier}/acts/{likely.act.kind}/" if likely else f"/cases/{dossier}/"


def _act_context(
    request: SignedIn, acting: Acting, facts: dict[str, Any], id: str, *, checked: bool = False
) -> dict[str, Any]:
    try:
        done_at = read_moment(request.POST.get("done_at", "")) or request.now
    except Refusal:
        done_at = request.now
    reasons: tuple[Reason, ...] = reasons_for(acting, facts, done_at=done_at, now=request.now)
    form = form_of(acting, facts, reasons, checked=checked, now=request.now)
    row, ground = acting.row, acting.ground
    when = {
        "name": "done_at",
        "label": "办理时间",
        "kind": "datetime",
        "value": request.POST.get("done_at", ""),
        "hint": "不填就是现在；补记的，填实际办理的时间。",
    }
    quiet = frozenset() if checked or facts else form["empty"]
    telling = (
        reasons
        if checked
        else tuple(one for one in reasons if one.code not in unasked(facts) and one.about not in quiet)
    )
    paper = paper_preview(acting, facts, done_at=done_at)
    answers = answer_fields(reasons, facts)
    missing = [
        *form["missing"],
        *({"label": one["label"], "href": f"#f-{one['name']}"} for one in answers if one["missing"]),
    ]
    return {
        "case": {
            "title": ground.title,
            "number": ground.number or f"案卷 {ground.dossier}",
            "href": f"/cases/{ground.dossier}/",
            "demo": ground.demo,
        },
        "act": act_head(row, len(missing)),
        "action": f"/cases/{ground.dossier}/acts/{row.kind}/",
        "id": id,
        "known": form["known"],
        "fields": [*form["fields"], when, *answers],
        "missing": missing,
        "reasons": telling,
        "preview": paper,
        "preview_href": f"/cases/{ground.dossier}/acts/{row.kind}/preview/",
    }


def unasked(facts: dict[str, Any]) -> set[str]:
    """Return the reasons that only say that the form is not yet filled in: they are marked in place, not told as a refusal."""
    early = {"fields-missing", "fact-unreadable"}
    return early if facts.get("handlers") else early | {"officers-too-few"}
