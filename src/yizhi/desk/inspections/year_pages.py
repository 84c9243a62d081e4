"""年度检查计划页面 Which bodies published a plan for a year; one plan; one's own: a line more, a line less, published."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from uuid_utils.compat import uuid7

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.procedure.visiting import STATE
from yizhi.rules.refusal import Absent

from .forms import PlanLineForm, PublishPlanForm
from .keeping_pages import PLANS, tabs
from .knowing import published_on
from .models import InspectionPlan
from .year_plan import KINDS, YEARS, publish_plan, write_plan, writes_plan

KEPT = ("item", "kind", "subjects", "times")


@require_GET
def plans(request: SignedIn) -> HttpResponse:
    """年度计划 Each body: its plan of the year published or not."""
    year = _year(request)
    held = {plan.body_id: plan for plan in InspectionPlan.objects.filter(year=year)}
    bodies = Body.objects.exclude(kind=Body.Kind.GOVERNMENT).order_by("kind", "code")
    context = {
        "tabs": tabs(PLANS["href"]),
        "year": year,
        "before": f"?year={year - 1}",
        "after": f"?year={year + 1}",
        "rows": [_row(body, held.get(body.pk), year) for body in bodies],
        "own_href": _href(request.identity.body, year) if writes_plan(request.identity) else "",
        "source": STATE,
    }
    return shown(request, "inspections/plans.html", context)


def _row(body: Body, plan: InspectionPlan | None, year: int) -> dict[str, Any]:
    public = plan is not None and plan.published_on is not None
    return {
        "name": body.name,
        "state": "ok" if public else "wait",
        "words": "已公布" if public else "没有公布",
        "on": plan.published_on if plan else None,
        "count": len(plan.published) if plan else 0,
        "href": _href(body.pk, year) if public else "",
    }


@require_GET
def plan(request: SignedIn, code: str) -> HttpResponse:
    """一个机关的年度计划 What was published; for who writes it also what is not published yet."""
    year, found = _year(request), Body.objects.filter(pk=code).exclude(kind=Body.Kind.GOVERNMENT).first()
    own = writes_plan(request.identity) and request.identity.body == code
    held = InspectionPlan.objects.filter(body=code, year=year).first()
    if found is None or not (own or (held and held.published_on)):
        raise Absent("这个计划")
    draft = held.lines if held and own else []
    context = {
        "body": found.name,
        "year": year,
        "published": _lines(held.published if held else []),
        "on": held.published_on if held else None,
        "channel": held.channel if held else "",
        "own": own,
        "draft": _lines(draft),
        "changed": bool(own and held and held.lines != held.published),
        "query": f"?year={year}",
        "source": STATE,
    }
    return shown(request, "inspections/year.html", context)


@require_http_methods(["GET", "POST"])
def plan_line(request: SignedIn) -> HttpResponse:
    """加一行 One more item: daily or special, whom, how often a year at most."""
    year = _writer(request)
    today = timezone.localdate(request.now)
    listed = [(code, f"{row.item.domain}　{row.item.name}") for code, row in published_on(today).items()]
    form = PlanLineForm(listed, posted(request))

    def deed(values: dict[str, Any]) -> str:
        lines = [*_own(request, year), {name: values[name] for name in KEPT}]
        write_plan(request.identity, year, lines, id=uuid7(), now=request.now)
        return _href(request.identity.body, year)

    return entered(request, form, deed, _page(request, year, f"{year}年检查计划加一行", "写进计划"))


@require_POST
def plan_without(request: SignedIn) -> HttpResponse:
    """去掉一行 The plan anew without one of its lines; what stood before stays on the record."""
    year, place = _writer(request), request.POST.get("place", "")
    lines = _own(request, year)
    if not place.isdecimal() or len(place) > 4 or not 1 <= int(place) <= len(lines):
        raise Absent("计划里的这一行")
    kept = [line for number, line in enumerate(lines, start=1) if number != int(place)]
    write_plan(request.identity, year, kept, id=uuid7(), now=request.now)
    return HttpResponseRedirect(_href(request.identity.body, year))


@require_http_methods(["GET", "POST"])
def plan_publish(request: SignedIn) -> HttpResponse:
    """公布 From which day, and where."""
    year = _writer(request)
    form = PublishPlanForm(posted(request), initial={"published_on": timezone.localdate(request.now)})

    def deed(values: dict[str, Any]) -> str:
        publish_plan(request.identity, year, **values, id=uuid7(), now=request.now)
        return _href(request.identity.body, year)

    return entered(request, form, deed, _page(request, year, f"公布{year}年检查计划", "公布"))


def _writer(request: SignedIn) -> int:
    if not writes_plan(request.identity):
        raise Absent("这一页")
    return _year(request)


def _own(request: SignedIn, year: int) -> list[dict[str, Any]]:
    held = InspectionPlan.objects.filter(body=request.identity.body, year=year).first()
    return list(held.lines) if held else []


def _lines(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = dict(Item.objects.filter(pk__in=[line["item"] for line in lines]).values_list("code", "name"))
    return [
        {**line, "name": names.get(line["item"], line["item"]), "kind": KINDS[line["kind"]], "place": number}
        for number, line in enumerate(lines, start=1)
    ]


def _page(request: SignedIn, year: int, title: str, send: str) -> dict[str, Any]:
    crumb = {"label": "年度计划", "href": _href(request.identity.body, year)}
    return {"title": title, "crumb": crumb, "send_label": send}


def _href(body: str, year: int) -> str:
    return f"/inspections/plans/{body}/?year={year}"


def _year(request: SignedIn) -> int:
    asked = request.GET.get("year", "")
    readable = asked.isdecimal() and len(asked) == 4 and int(asked) in YEARS
    return int(asked) if readable else timezone.localdate(request.now).year
