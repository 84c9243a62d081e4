"""检查底数的页面 Who may inspect and who reported this year's list, which items are published, how often at most."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.people.models import Role
from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.procedure.visiting import SICHUAN_SUBJECTS, STATE, list_due
from yizhi.rules.refusal import Absent

from . import keeping
from .forms import CapForm, EndForm, ItemForm, ReportForm, SubjectForm
from .models import AnnualCap, InspectionSubject, PublishedItem, SubjectReport

SUBJECTS = {"label": "检查主体", "href": "/inspections/subjects/"}
ITEMS = {"label": "检查事项", "href": "/inspections/items/"}
CAPS = {"label": "年度上限", "href": "/inspections/caps/"}
PLANS = {"label": "年度计划", "href": "/inspections/plans/"}
REMINDED = 30


def tabs(here: str) -> list[dict[str, Any]]:
    """Return the tabs of what inspections stand on."""
    return [{**one, "current": one["href"] == here} for one in (SUBJECTS, ITEMS, CAPS, PLANS)]


@require_GET
def subjects(request: SignedIn) -> HttpResponse:
    """检查主体 Each body: confirmed and announced or not, and whether this year's list was reported by 30 April."""
    today = _today(request)
    held = {row.body_id: row for row in InspectionSubject.objects.known().holding(today).select_related("confirmed_by")}
    reported = dict(SubjectReport.objects.filter(year=today.year).values_list("body", "reported_on"))
    rows = [_subject(body, held.get(body.pk), reported.get(body.pk), today) for body in _bodies()]
    keeps = request.identity.role == Role.JUSTICE
    context = {
        "tabs": tabs(SUBJECTS["href"]),
        "rows": rows,
        "year": today.year,
        "due": list_due(today.year),
        "articles": [STATE, SICHUAN_SUBJECTS],
        "keeps": keeps,
        "reports": keeps or request.identity.role in keeping.REPORTERS,
    }
    return shown(request, "inspections/subjects.html", context)


def _subject(body: Body, held: InspectionSubject | None, reported: date | None, today: date) -> dict[str, Any]:
    left = (list_due(today.year) - today).days
    late = "还没有报送" if left > REMINDED else f"还有 {left} 天" if left >= 0 else f"超期 {-left} 天"
    return {
        "name": body.name,
        "state": "ok" if held else "stop",
        "words": "可以检查" if held else "不能检查",
        "from": held.valid_from if held else None,
        "by": held.confirmed_by.name if held else "",
        "announcement": held.announcement if held else "",
        "end_href": f"/inspections/subjects/{held.fact}/end/" if held else "",
        "reported": reported,
        "report_state": "ok" if reported else "wait" if left > REMINDED else "soon" if left >= 0 else "stop",
        "report_words": "" if reported else late,
    }


@require_http_methods(["GET", "POST"])
def new_subject(request: SignedIn) -> HttpResponse:
    """确认检查主体"""
    identity = request.identity
    if identity.role != Role.JUSTICE:
        raise Absent("这项维护")
    confirmers = [(identity.body, identity.body_name), *_choices()]
    form = SubjectForm(
        _choices(), list(dict(confirmers).items()), posted(request), initial={"confirmed_on": _today(request)}
    )

    def deed(values: dict[str, Any]) -> str:
        keeping.confirm_subject(identity, **values, now=request.now)
        return SUBJECTS["href"]

    return entered(request, form, deed, _page("确认检查主体", "审核确认并公告以后，才能以它的名义检查", SUBJECTS))


@require_http_methods(["GET", "POST"])
def report(request: SignedIn) -> HttpResponse:
    """报送清单"""
    identity, today = request.identity, _today(request)
    own = identity.role in keeping.REPORTERS
    if not own and identity.role != Role.JUSTICE:
        raise Absent("这项维护")
    bodies = [(identity.body, identity.body_name)] if own else _choices()
    form = ReportForm(
        bodies, posted(request), initial={"body": identity.body, "year": today.year, "reported_on": today}
    )

    def deed(values: dict[str, Any]) -> str:
        keeping.report_subjects(identity, **values, now=request.now)
        return SUBJECTS["href"]

    return entered(request, form, deed, _page("报送清单", "每年4月底前报司法行政部门审核汇总，统一公告", SUBJECTS))


@require_http_methods(["GET", "POST"])
def subject_ends(request: SignedIn, fact: str) -> HttpResponse:
    """撤下检查主体"""
    if request.identity.role != Role.JUSTICE or not InspectionSubject.objects.known().filter(fact=fact).exists():
        raise Absent("这个检查主体")

    def deed(values: dict[str, Any]) -> str:
        keeping.end_subject(request.identity, fact, **values, now=request.now)
        return SUBJECTS["href"]

    return entered(request, EndForm(posted(request)), deed, _page("撤下检查主体", "以后不能再以它的名义检查", SUBJECTS))


@require_GET
def items(request: SignedIn) -> HttpResponse:
    """检查事项 The items that may be inspected, each with what is looked at and where it was published."""
    rows = PublishedItem.objects.known().filter(valid_to=None).select_related("item").order_by("item__domain", "item")
    context = {
        "tabs": tabs(ITEMS["href"]),
        "rows": [
            {
                "name": row.item.name,
                "code": row.item_id,
                "href": f"/items/{row.item_id}/",
                "domain": row.item.domain,
                "content": row.content,
                "from": row.valid_from,
                "document": f"{row.document}，{row.channel}",
                "end_href": f"/inspections/items/{row.fact}/end/",
            }
            for row in rows
        ],
        "keeps": request.identity.may_maintain,
    }
    return shown(request, "inspections/items.html", context)


@require_http_methods(["GET", "POST"])
def new_item(request: SignedIn) -> HttpResponse:
    """公布检查事项"""
    _keeper(request)
    form = ItemForm(
        posted(request), initial={"item": request.GET.get("item", "")[:64], "published_on": _today(request)}
    )

    def deed(values: dict[str, Any]) -> str:
        keeping.publish_item(request.identity, **values, now=request.now)
        return ITEMS["href"]

    return entered(request, form, deed, _page("公布检查事项", "没有公布的事项，一律不能检查", ITEMS))


@require_http_methods(["GET", "POST"])
def item_ends(request: SignedIn, fact: str) -> HttpResponse:
    """停止检查事项"""
    _keeper(request)
    if not PublishedItem.objects.known().filter(fact=fact).exists():
        raise Absent("这个检查事项")

    def deed(values: dict[str, Any]) -> str:
        keeping.end_item(request.identity, fact, **values, now=request.now)
        return ITEMS["href"]

    return entered(request, EndForm(posted(request)), deed, _page("停止检查事项", "以后不能再检查它", ITEMS))


@require_GET
def caps(request: SignedIn) -> HttpResponse:
    """年度上限 What was entered per domain; a domain without a cap is shown as unconfirmed."""
    known = AnnualCap.objects.known().order_by("domain", "-valid_from")
    held: dict[str, list[AnnualCap]] = {}
    for row in known:
        held.setdefault(row.domain, []).append(row)
    context = {
        "tabs": tabs(CAPS["href"]),
        "domains": [_domain(domain, held.get(domain, []), _today(request)) for domain, _ in _domains()],
        "keeps": request.identity.may_maintain,
    }
    return shown(request, "inspections/caps.html", context)


def _domain(domain: str, rows: list[AnnualCap], today: date) -> dict[str, Any]:
    now = next(
        (row for row in rows if row.valid_from <= today and (row.valid_to is None or row.valid_to > today)), None
    )
    return {
        "name": domain,
        "state": "soon" if now is None or now.checked_on is None else "ok",
        "words": "没有录入，未核实" if now is None else "未核实" if now.checked_on is None else "已核实",
        "rows": [
            {
                "times": row.times,
                "from": row.valid_from,
                "to": row.valid_to,
                "set_by": row.set_by,
                "source": row.source,
                "checked_on": row.checked_on,
            }
            for row in rows
        ],
    }


@require_http_methods(["GET", "POST"])
def new_cap(request: SignedIn) -> HttpResponse:
    """录入年度上限"""
    _keeper(request)
    form = CapForm(_domains(), posted(request), initial={"domain": request.GET.get("domain", "")[:32]})

    def deed(values: dict[str, Any]) -> str:
        keeping.enter_cap(request.identity, **values, now=request.now)
        return CAPS["href"]

    return entered(request, form, deed, _page("录入年度上限", "照主管部门公布的写；没有公布的不要录入", CAPS))


def _page(title: str, second: str, crumb: dict[str, str]) -> dict[str, Any]:
    return {"title": title, "second": second, "send_label": title, "crumb": crumb}


def _keeper(request: SignedIn) -> None:
    if not request.identity.may_maintain:
        raise Absent("这项维护")


def _bodies() -> list[Body]:
    return list(Body.objects.exclude(kind=Body.Kind.GOVERNMENT).order_by("kind", "code"))


def _choices() -> list[tuple[str, str]]:
    return [(body.pk, body.name) for body in _bodies()]


def _domains() -> list[tuple[str, str]]:
    return [(name, name) for name in Item.objects.order_by("domain").values_list("domain", flat=True).distinct()]


def _today(request: SignedIn) -> date:
    return timezone.localdate(request.now)
