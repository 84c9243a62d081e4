"""人员维护 Pages on which the establishment and the justice office enter officers, certificates and postings."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from yizhi.desk.record.entering import entered, posted
from yizhi.desk.record.keeping import PEOPLE_KEEPERS, permit
from yizhi.rules.refusal import Absent

from . import actions, queries
from .forms import CertificateForm, EndForm, NameForm, OfficerForm, PostingForm, RecusalForm, ServiceForm, StatusForm
from .models import Certificate, Posting, Recusal, Role

Deed = Callable[[dict[str, Any]], str]


def new_officer(request: HttpRequest) -> HttpResponse:
    """登记执法人员"""
    permit(request.identity, PEOPLE_KEEPERS)  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        return f"/officers/{actions.enter_officer(**_told(request), **values).pk}/"

    page = {"title": "登记执法人员", "crumb": {"label": "人员", "href": "/officers/"}}
    return entered(request, OfficerForm(posted(request)), deed, page)


def correct_officer(request: HttpRequest, code: str) -> HttpResponse:
    """更正姓名、电话"""
    page = _page(request, code, "更正姓名、电话")
    person = queries.officer(code, timezone.localdate(request.now)).officer  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        actions.correct_officer(by=request.identity, officer=code, **values)  # type: ignore[attr-defined]
        return f"/officers/{code}/"

    initial = {"name": person.name, "phone": person.phone}
    return entered(request, NameForm(posted(request), initial=initial), deed, page)


def new_service(request: HttpRequest, code: str) -> HttpResponse:
    """登记归属"""
    page = _page(request, code, "登记归属", "同一天只能在一个机关；先给原归属写明止日")
    return entered(request, ServiceForm(posted(request)), _done(request, code, actions.enter_service), page)


def new_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """登记行政执法证"""
    page = _page(request, code, "登记行政执法证", "由司法行政部门登记的当即有效；别的部门登记的，等它确认以后才算")
    return entered(request, CertificateForm(posted(request)), _done(request, code, actions.enter_certificate), page)


def new_posting(request: HttpRequest, code: str) -> HttpResponse:
    """登记派驻"""
    page = _page(request, code, "登记派驻", "派驻函写明谁，才能以谁的名义执法")
    return entered(request, PostingForm(posted(request)), _done(request, code, actions.enter_posting), page)


def new_recusal(request: HttpRequest, code: str) -> HttpResponse:
    """登记回避"""
    page = _page(request, code, "登记回避", roles=PEOPLE_KEEPERS | {Role.APPROVER})
    return entered(request, RecusalForm(posted(request)), _done(request, code, actions.enter_recusal), page)


def certificate(request: HttpRequest, fact: str) -> HttpResponse:
    """变更执法证状态 Suspend, revoke or restore."""
    permit(request.identity, PEOPLE_KEEPERS)  # type: ignore[attr-defined]
    row = Certificate.objects.known().filter(fact=fact).first()
    if row is None:
        raise Absent("这个执法证")
    officer = row.officer_id

    def deed(values: dict[str, Any]) -> str:
        actions.change_certificate_status(**_told(request), fact=fact, **values)
        return f"/officers/{officer}/"

    second = f"证号 {row.number}" + ("" if row.status_periods else "；还没有确认，选“有效”就是确认")
    page = _page(request, officer, "变更执法证状态", second)
    page["more"] = [{"label": "更正证号、领域、止日", "href": f"/certificates/{fact}/correct/"}]
    return entered(request, StatusForm(posted(request)), deed, page)


def correct_certificate(request: HttpRequest, fact: str) -> HttpResponse:
    """更正执法证 Its number, domains and end; also a renewal."""
    permit(request.identity, PEOPLE_KEEPERS)  # type: ignore[attr-defined]
    row = Certificate.objects.known().filter(fact=fact).first()
    if row is None:
        raise Absent("这个执法证")
    form = CertificateForm(
        posted(request), initial={"number": row.number, "domains": row.domains, "valid_to": row.valid_to}
    )
    del form.fields["valid_from"]
    officer = row.officer_id

    def deed(values: dict[str, Any]) -> str:
        actions.correct_certificate(**_told(request), fact=fact, **values)
        return f"/officers/{officer}/"

    return entered(request, form, deed, _page(request, officer, "更正执法证"))


def end(request: HttpRequest, code: str) -> HttpResponse:
    """写明止日 End a service, certificate, posting or recusal."""
    page = _page(request, code, "写明止日", "以前的事不动，从这一天起不再算")
    held = _held(code)
    asked = f"{request.GET.get('kind', '')}:{request.GET.get('fact', '')}"

    def deed(values: dict[str, Any]) -> str:
        kind, _, fact = values["which"].partition(":")
        actions.end_fact(**_told(request), kind=kind, fact=fact, valid_to=values["valid_to"])
        return f"/officers/{code}/"

    return entered(request, EndForm(held, posted(request), initial={"which": asked}), deed, page)


def _held(code: str) -> list[tuple[str, str]]:
    services = [(f"service:{row.fact}", f"归属：{row.body.short_name}") for row in queries.services_of(code)]
    known = Certificate.objects.known().filter(officer=code)
    certificates = [(f"certificate:{row.fact}", f"执法证：{row.number}") for row in known]
    sent = Posting.objects.known().filter(officer=code).select_related("area")
    postings = [(f"posting:{row.fact}", f"派驻：{row.area.name}") for row in sent]
    recusals = [
        (f"recusal:{row.fact}", f"回避：当事人 {row.party}") for row in Recusal.objects.known().filter(officer=code)
    ]
    return [*services, *certificates, *postings, *recusals]


def _told(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.identity, "now": request.now}  # type: ignore[attr-defined]


def _done(request: HttpRequest, code: str, action: Callable[..., object]) -> Deed:
    def deed(values: dict[str, Any]) -> str:
        action(**_told(request), officer=code, **values)
        return f"/officers/{code}/"

    return deed


def _page(
    request: HttpRequest, code: str, title: str, second: str = "", roles: frozenset[str] = PEOPLE_KEEPERS
) -> dict[str, Any]:
    permit(request.identity, roles)  # type: ignore[attr-defined]
    person = queries.officer(code, timezone.localdate(request.now)).officer  # type: ignore[attr-defined]
    return {"title": title, "second": second, "crumb": {"label": person.name, "href": f"/officers/{code}/"}}
