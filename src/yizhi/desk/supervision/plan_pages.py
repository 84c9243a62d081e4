"""年度计划页面 The plan of a year: its lines, what it leaves out, one more line, one line less."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from uuid_utils.compat import uuid7

from yizhi.desk.people.models import Role
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.procedure.oversight_plan import FOCUS
from yizhi.rules.refusal import Absent

from .forms import PlanLineForm
from .lists import sides
from .permitting import bodies
from .planning import YEARS, enter_plan, plan_of

KEPT = ("body", "month", "parts", "words")


@require_GET
def plan(request: SignedIn) -> HttpResponse:
    """年度监督计划 What is planned, and which towns with powers are left out."""
    year = _year(request)
    found = plan_of(request.identity, year)
    context = {
        **found,
        "sides": sides(request.identity, "/supervision/plan/"),
        "lines": [{**line, "parts": _words(line["parts"]), "place": number} for number, line in _numbered(found)],
        "uncovered": [{**one, "parts": _words(one["parts"])} for one in found["uncovered"]],
        "plans": request.identity.role == Role.JUSTICE,
        "before": f"?year={year - 1}",
        "after": f"?year={year + 1}",
        "new_href": f"/supervision/plan/line/?year={year}",
    }
    return shown(request, "supervision/plan.html", context)


@require_http_methods(["GET", "POST"])
def plan_line(request: SignedIn) -> HttpResponse:
    """加一行 One more body, its month, what is looked at."""
    _planner(request)
    year = _year(request)
    listed = [(one.code, one.short_name or one.name) for one in bodies(request.identity)]
    initial = {"body": request.GET.get("body", ""), "parts": list(FOCUS)}
    form = PlanLineForm(year, listed, posted(request), initial=initial)

    def deed(values: dict[str, Any]) -> str:
        lines = [*_lines(request, year), {name: values[name] for name in KEPT}]
        enter_plan(request.identity, year, lines, id=uuid7(), now=request.now)
        return f"/supervision/plan/?year={year}"

    page = {
        "title": f"{year}年监督计划加一行",
        "crumb": {"label": "年度计划", "href": f"/supervision/plan/?year={year}"},
        "send_label": "写进计划",
    }
    return entered(request, form, deed, page)


@require_POST
def plan_without(request: SignedIn) -> HttpResponse:
    """去掉一行 The plan anew without one of its lines; what stood before stays on the record."""
    _planner(request)
    year, place = _year(request), request.POST.get("place", "")
    lines = _lines(request, year)
    if not place.isdecimal() or len(place) > 4 or not 1 <= int(place) <= len(lines):
        raise Absent("计划里的这一行")
    kept = [line for number, line in enumerate(lines, start=1) if number != int(place)]
    enter_plan(request.identity, year, kept, id=uuid7(), now=request.now)
    return HttpResponseRedirect(f"/supervision/plan/?year={year}")


def _planner(request: SignedIn) -> None:
    if request.identity.role != Role.JUSTICE:
        raise Absent("这一页")


def _lines(request: SignedIn, year: int) -> list[dict[str, Any]]:
    return [{name: line[name] for name in KEPT} for line in plan_of(request.identity, year)["lines"]]


def _numbered(found: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(found["lines"], start=1))


def _words(parts: list[str]) -> str:
    return "、".join(FOCUS[part] for part in FOCUS if part in parts)


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("year", "")
    readable = asked.isdecimal() and len(asked) == 4 and int(asked) in YEARS
    return int(asked) if readable else timezone.localdate(request.now).year  # type: ignore[attr-defined]
