"""听证数额标准 The standards by domain, and the forms by which the justice office enters and confirms one."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.people.pages import day_asked, shown
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.refusal import Absent

from . import hearing_sums as sums
from .forms import ConfirmForm, HearingSumForm
from .models import HearingSum
from .pages import identity_of, tabs

CRUMB = {"label": "听证数额标准", "href": "/hearing-sums/"}


@require_GET
def hearing_sums(request: HttpRequest) -> HttpResponse:
    """听证数额标准 What holds in each domain, on what it stands, and whether anybody has confirmed it."""
    on, rows = day_asked(request), sums.hearing_sums()
    enters = identity_of(request).role == Role.JUSTICE
    domains = [_domain(code, [row for row in rows if row.domain == code], on, enters) for code in sums.DOMAINS]
    context = {"on": on, "tabs": tabs("/hearing-sums/"), "domains": domains, "enters": enters}
    return shown(request, "rulings/hearing_sums.html", context)


def new_sum(request: HttpRequest, domain: str) -> HttpResponse:
    """录入标准"""
    identity = _keeper(request)
    if domain not in sums.DOMAINS:
        raise Absent("这个领域")

    def deed(values: dict[str, Any]) -> str:
        told = {**values, "inclusive": values["inclusive"] == "yes"}
        sums.enter_hearing_sum(identity, domain, **told, now=request.now)  # type: ignore[attr-defined]
        return "/hearing-sums/"

    form = HearingSumForm(posted(request), initial={"starts": _today(request)})
    page = {
        "title": f"录入标准：{sums.DOMAINS[domain]}",
        "second": "照省级文件填写；没有对照原文确认以前，显示未确认，先从严适用",
        "send_label": "录入标准",
        "crumb": CRUMB,
    }
    return entered(request, form, deed, page)


def confirm(request: HttpRequest, fact: str) -> HttpResponse:
    """确认标准"""
    identity = _keeper(request)
    row = HearingSum.objects.known().filter(fact=fact).first()
    if row is None:
        raise Absent("这个标准")

    def deed(values: dict[str, Any]) -> str:
        sums.confirm_hearing_sum(identity, fact, **values, now=request.now)  # type: ignore[attr-defined]
        return "/hearing-sums/"

    form = ConfirmForm(posted(request), initial={"confirmed_on": _today(request)})
    known = [
        {"label": "标准", "value": sums.standard_of(row).sentence},
        {"label": "依据", "value": row.basis},
    ]
    page = {
        "title": f"确认标准：{sums.DOMAINS[row.domain]}",
        "second": "对照原文核对数额、含不含本数、执行日期",
        "send_label": "确认标准",
        "crumb": CRUMB,
        "known": known,
    }
    return entered(request, form, deed, page)


def _domain(code: str, rows: list[HearingSum], on: date, enters: bool) -> dict[str, Any]:
    holds = next((row for row in rows if row.valid_from <= on), None)
    written = sums.written() if code == "market" and holds is None else None
    standard = sums.standard_of(holds) if holds else written
    return {
        "name": sums.DOMAINS[code],
        "state": "ok" if standard and standard.confirmed else "soon",
        "words": ("已确认" if standard.confirmed else "未确认") if standard else "没有录入",
        "sentence": standard.sentence if standard else "",
        "basis": standard.article if standard else "",
        "rows": [_row(row) for row in rows],
        "href": f"/hearing-sums/{code}/new/" if enters else "",
    }


def _row(row: HearingSum) -> dict[str, Any]:
    return {
        "from": row.valid_from,
        "sentence": sums.standard_of(row).sentence,
        "basis": row.basis,
        "who": f"{row.confirmed_by} {row.confirmed_on}" if row.confirmed_by else "",
        "href": "" if row.confirmed_by else f"/hearing-sums/{row.fact}/confirm/",
    }


def _keeper(request: HttpRequest) -> Identity:
    identity = identity_of(request)
    if identity.role != Role.JUSTICE:
        raise Absent("这个标准")
    return identity


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]
