"""账号 Pages on which the administrator keeps accounts, appointments and tokens."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yizhi.desk.record.entering import drawn, entered, posted, tried
from yizhi.desk.record.keeping import ACCOUNT_KEEPERS, permit

from . import accounts as actions
from . import queries
from .forms import AccountForm, AppointmentForm, EndAppointmentForm, OwnPasswordForm, PasswordForm, TokenForm
from .identity import identities
from .models import Account, Appointment, Role, Token
from .pages import shown

CRUMB = {"label": "账号", "href": "/accounts/"}


@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    """账号 The accounts with what they hold today."""
    _permit(request)
    q, today = request.GET.get("q", "")[:64].strip(), timezone.localdate(request.now)  # type: ignore[attr-defined]
    rows = [_row(one, today) for one in queries.accounts(q)]
    return shown(request, "people/accounts.html", {"q": q, "accounts": rows})


@require_GET
def account(request: HttpRequest, username: str) -> HttpResponse:
    """一个账号 Its appointments and tokens."""
    _permit(request)
    found, now = queries.account(username), request.now  # type: ignore[attr-defined]
    held = Appointment.objects.filter(account=found).select_related("body", "area").order_by("-valid_from", "-pk")
    tokens = Token.objects.filter(account=found).select_related("body").order_by("-made_at")
    context = {
        "account": found,
        "appointments": [_appointment(one, username, timezone.localdate(now)) for one in held],
        "tokens": [_token(one, now) for one in tokens],
        "href": f"/accounts/{username}/",
    }
    return shown(request, "people/account.html", context)


def new_account(request: HttpRequest) -> HttpResponse:
    """新建账号"""
    _permit(request)

    def deed(values: dict[str, Any]) -> str:
        return f"/accounts/{actions.enter_account(by=request.identity, **values).username}/"  # type: ignore[attr-defined]

    return entered(request, AccountForm(posted(request)), deed, {"title": "新建账号", "crumb": CRUMB})


def password(request: HttpRequest, username: str) -> HttpResponse:
    """重设密码"""
    page = _page(request, username, "重设密码", "重设以后，这个账号在各处的登录都要重新来")

    def deed(values: dict[str, Any]) -> str:
        actions.set_password(by=request.identity, username=username, **values)  # type: ignore[attr-defined]
        return f"/accounts/{username}/"

    return entered(request, PasswordForm(posted(request)), deed, page)


def own_password(request: HttpRequest) -> HttpResponse:
    """修改自己的密码 The browser in use stays signed in, every other one has to sign in again."""

    def deed(values: dict[str, Any]) -> str:
        changed = actions.change_password(username=request.identity.account, **values)  # type: ignore[attr-defined]
        update_session_auth_hash(request, changed)
        return "/"

    page = {"title": "修改密码", "second": "修改以后，别处的登录都要重新来"}
    return entered(request, OwnPasswordForm(posted(request)), deed, page)


def appoint(request: HttpRequest, username: str) -> HttpResponse:
    """任职"""
    page = _page(request, username, "任职")

    def deed(values: dict[str, Any]) -> str:
        marks = values.pop("reviewer")
        values |= {"law_qualified": "law_qualified" in marks, "first_time_reviewer": "first_time_reviewer" in marks}
        actions.appoint(by=request.identity, username=username, **values)  # type: ignore[attr-defined]
        return f"/accounts/{username}/"

    return entered(request, AppointmentForm(posted(request)), deed, page)


def end_appointment(request: HttpRequest, username: str, appointment: int) -> HttpResponse:
    """免职"""
    page = _page(request, username, "免职", "以前办的事不动，从这一天起不再担任")

    def deed(values: dict[str, Any]) -> str:
        actions.end_appointment(by=request.identity, username=username, appointment=appointment, **values)  # type: ignore[attr-defined]
        return f"/accounts/{username}/"

    return entered(request, EndAppointmentForm(posted(request)), deed, page)


@require_POST
def switch(request: HttpRequest, username: str) -> HttpResponse:
    """停用、启用"""
    _permit(request)
    usable = request.POST.get("usable") == "yes"
    actions.switch_account(by=request.identity, username=username, usable=usable)  # type: ignore[attr-defined]
    return HttpResponseRedirect(f"/accounts/{username}/")


def new_token(request: HttpRequest, username: str) -> HttpResponse:
    """签发令牌 The token is shown on the answer to this very press, and never again."""
    page = _page(request, username, "签发令牌", "令牌只显示这一次")
    found, now = queries.account(username), request.now  # type: ignore[attr-defined]
    held = [
        (one.key, f"{one.body_name}，{Role(one.role).label}") for one in identities(found, on=timezone.localdate(now))
    ]
    form, issued = TokenForm(held, posted(request)), ""

    def deed(values: dict[str, Any]) -> str:
        nonlocal issued
        issued = actions.issue(by=request.identity, username=username, now=now, **values)  # type: ignore[attr-defined]
        return ""

    answer, reasons, status = tried(request, form, deed)
    if answer is not None:
        return shown(
            request, "people/token.html", {"token": issued, "account": found, "href": f"/accounts/{username}/"}
        )
    return shown(request, "upkeep.html", {**page, **drawn(form, reasons)}, status)


@require_POST
def withdraw_token(request: HttpRequest, username: str) -> HttpResponse:
    """收回令牌"""
    _permit(request)
    digest, now = request.POST.get("digest", ""), request.now  # type: ignore[attr-defined]
    actions.withdraw_token(by=request.identity, username=username, digest=digest, now=now)  # type: ignore[attr-defined]
    return HttpResponseRedirect(f"/accounts/{username}/")


def _permit(request: HttpRequest) -> None:
    permit(request.identity, ACCOUNT_KEEPERS)  # type: ignore[attr-defined]


def _page(request: HttpRequest, username: str, title: str, second: str = "") -> dict[str, Any]:
    _permit(request)
    found = queries.account(username)
    return {"title": title, "second": second, "crumb": {"label": found.name, "href": f"/accounts/{username}/"}}


def _row(one: Account, today: Any) -> dict[str, Any]:
    held = [
        row for row in one.appointments.all() if row.valid_from <= today and (not row.valid_to or row.valid_to > today)
    ]
    return {
        "username": one.username,
        "name": one.name,
        "href": f"/accounts/{one.username}/",
        "officer": one.officer.name if one.officer else "",
        "roles": "；".join(f"{row.body.short_name} {row.get_role_display()}" for row in held),
        "usable": one.is_active,
        "demo": one.demo,
    }


def _appointment(one: Appointment, username: str, today: Any) -> dict[str, Any]:
    ended = one.valid_to is not None and one.valid_to <= today
    begun = one.valid_from <= today
    return {
        "role": one.get_role_display(),
        "body": one.body.name,
        "area": one.area.name if one.area else "",
        "from": one.valid_from,
        "to": one.valid_to,
        "state": "wait" if ended or not begun else "ok",
        "words": "已免" if ended else "在任" if begun else "还没有开始",
        "end_href": "" if ended else f"/accounts/{username}/appointments/{one.pk}/end/",
    }


def _token(one: Token, now: Any) -> dict[str, Any]:
    live = one.expires_at > now
    return {
        "name": one.name,
        "body": one.body.name,
        "scope": one.get_scope_display(),
        "expires_at": one.expires_at,
        "live": live,
        "state": "ok" if live else "wait",
        "words": "有效" if live else "已失效",
        "digest": one.digest,
    }
