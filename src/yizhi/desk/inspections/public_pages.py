"""核验检查 What a shop sees with the visit code on its notice, without sign-in: is it true, who comes, in whose name, what for.

Nothing is told of a visit that is not approved but that it is not; officers' names and certificate numbers are official.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.papers.words import day_words
from yizhi.desk.parties.models import Party
from yizhi.desk.people.called import officer_names
from yizhi.desk.people.models import Certificate

from .knowing import visits_of
from .models import Inspection, Visit
from .queries import ROWS
from .view import spaced

LONGEST = 32
APPROVED = ("approved", "notified", "on_site", "recorded", "correcting", "finished", "archived")


@require_GET
def verify(request: HttpRequest) -> HttpResponse:
    """核验检查 The answer for the code that was asked; nothing before one is asked."""
    asked = request.GET.get("code", "")[:LONGEST].strip()
    code = "".join(sign for sign in asked.upper() if sign.isalnum())
    visit = Visit.objects.select_related("party", "town").filter(pk=code).first() if code else None
    context = {"demo": settings.DEMO, "asked": asked, "answer": _answer(visit) if code else None}
    return render(request, "inspections/public.html", context)


def _answer(visit: Visit | None) -> dict[str, Any]:
    if visit is None:
        words = "没有这个检查码。核对通知书上的八位；确实没有的，不是真的检查，您可以拒绝，并向司法行政部门反映。"
        return {"state": "stop", "title": "查不到这次检查", "words": words, "visit": None, "parts": []}
    parts = list(ROWS.filter(visit=visit).exclude(stage="withdrawn").order_by("body"))
    told = [part for part in parts if part.stage in APPROVED or part.arrived_on]
    state, title, words = _verdict(parts, told)
    start, end = timezone.localtime(visit.starts_at), timezone.localtime(visit.ends_at)
    about = {
        "code": spaced(visit.pk),
        "name": public_name(visit.party),
        "town": visit.town.name,
        "when": f"{day_words(start.date())} {start:%H:%M} 至 {end:%H:%M}",
        "joint": len(told) > 1,
        "times": visits_of(visit.party_id, start.year, apart_from=visit.pk),
        "year": start.year,
    }
    return {
        "state": state,
        "title": title,
        "words": words,
        "visit": about if told else None,
        "parts": [_part(part) for part in told],
    }


def _verdict(parts: list[Inspection], told: list[Inspection]) -> tuple[str, str, str]:
    if not parts:
        return "stop", "这次检查已经撤销", "撤销以后还来检查的，您可以拒绝。"
    if any(part.unapproved for part in told):
        return "soon", "这是紧急当场检查，正在补办审批", "情况紧急的，先检查、后补办审批；补办以后这里会写已经批准。"
    if not told:
        return "stop", "这次检查还没有批准", "没有批准的检查，您可以拒绝。"
    if len(told) < len(parts):
        waiting = "、".join(part.body.name for part in parts if part not in told)
        return "soon", "这次检查是真的，一部分还没有批准", f"{waiting}的还没有批准，可以拒绝它的检查。"
    return "ok", "这次检查是真的，已经批准", "来人不出示执法证件的，您有权拒绝检查。"


def _part(part: Inspection) -> dict[str, Any]:
    day = part.arrived_on or timezone.localdate(part.visit.starts_at)
    held = Certificate.objects.known().holding(day).filter(officer__in=part.handlers).order_by("valid_from")
    numbers = dict(held.values_list("officer_id", "number"))
    names = officer_names()
    return {
        "body": part.body.name,
        "phone": part.body.phone,
        "approved": not part.unapproved,
        "items": [item.name for item in part.items.all()],
        "people": [{"name": names.get(code, code), "number": numbers.get(code, "")} for code in part.handlers],
    }


def public_name(party: Party) -> str:
    """Return the name of a shop as anybody may read it: the name of a natural person in it is hidden."""
    person = party.legal_representative
    if party.kind == Party.Kind.SELF_EMPLOYED and person and person in party.name:
        return party.name.replace(person, f"{person[0]}{'某' * (len(person) - 1)}")
    return party.name
