"""线索页面 Ask, register, list, look, settle."""

from datetime import date, datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from uuid_utils.compat import uuid7

from yizhi.desk.papers.forms import read_id
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.actions import told_again
from yizhi.desk.record.sheets import handed_out
from yizhi.rules.refusal import bad_input

from . import actions, queries
from .asking import ask_context
from .forms import read_sighting, settle_context
from .models import Lead
from .tables import lead_workbook
from .view import lead_context, list_context


@require_GET
def ask(request: SignedIn) -> HttpResponse:
    """问一问"""
    return shown(request, "leads/ask.html", ask_context(request.identity, request.GET, now=request.now))


@require_POST
def register(request: SignedIn) -> HttpResponse:
    """登记案源 Register a lead with the answer it came from; nothing is typed again."""
    sighting = read_sighting(request.POST, today=timezone.localdate(request.now))
    id = read_id(request.POST.get("id", ""))

    def deed(done_at: datetime) -> Lead:
        return actions.register_lead(request.identity, sighting, id=id, done_at=done_at, now=request.now)

    lead = told_again(deed, id=id, named=None, now=request.now)
    return HttpResponseRedirect(f"/leads/{lead.dossier_id}/")


@require_GET
def lead_list(request: SignedIn) -> HttpResponse:
    """线索 The leads this identity sees."""
    return shown(request, "leads/list.html", list_context(request.identity, request.GET, now=request.now))


@require_GET
def lead_table(request: SignedIn) -> HttpResponse:
    """线索表格 The same list as a workbook."""
    content = lead_workbook(request.identity, request.GET.dict(), now=request.now)
    return handed_out(content, "线索", "xlsx")


@require_GET
def lead(request: SignedIn, dossier: str) -> HttpResponse:
    """线索 One lead: what was seen, what may be done next."""
    found = queries.lead(request.identity, dossier)
    context = lead_context(request.identity, found, now=request.now)
    return shown(request, "leads/lead.html", {**context, **settle_context(request.identity, request.GET, found)})


@require_POST
def settle(request: SignedIn, dossier: str) -> HttpResponse:
    """核定底数 Settle the item, the party and the day of the deed."""
    text = {key: request.POST.get(key, "").strip() for key in ("item", "party", "act_day")}
    try:
        act_day = date.fromisoformat(text["act_day"]) if text["act_day"] else None
    except ValueError:
        raise bad_input("act_day", "违法行为发生日看不懂。", "写作 2026-09-05。") from None
    actions.settle(
        request.identity,
        dossier,
        id=uuid7(),
        done_at=request.now,
        now=request.now,
        item=text["item"],
        party=text["party"],
        act_day=act_day,
    )
    return HttpResponseRedirect(f"/leads/{dossier}/")
