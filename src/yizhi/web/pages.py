"""Pages of the roof: signing in and out, choosing the name one acts in, health, and what is shown when something is missing."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.core.exceptions import RequestDataTooBig
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from yizhi.desk.people.frame import home
from yizhi.desk.people.identity import active, identities
from yizhi.desk.people.models import Account, Role
from yizhi.desk.people.request import SignedIn
from yizhi.desk.people.sign_in import signed_in
from yizhi.rules.refusal import Absent, Refusal, bad_input, refuse
from yizhi.web.gallery import context

from .fitness import FINE, LOOK, WRONG, of_database, of_machine
from .middleware import answered
from .readable import too_large

URGENCY = {WRONG: 0, LOOK: 1, FINE: 2}


def sign_in(request: HttpRequest) -> HttpResponse:
    """登录 Show the form; on success go where the person was heading."""
    target = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    told = {name: request.POST.get(name, "") for name in ("username", "password")}
    shown = {"next": target, "username": told["username"], "demo": settings.DEMO}
    if request.method != "POST":
        return render(request, "sign_in.html", shown)
    try:
        account = signed_in(request, **told, now=timezone.now())
    except Refusal as refusal:
        return render(request, "sign_in.html", {**shown, "refusal": refusal.first}, status=refusal.status)
    if account is None:
        return render(request, "sign_in.html", {**shown, "wrong": True}, status=401)
    login(request, account)
    return HttpResponseRedirect(target if target != "/" else _home(account))


def _home(account: Account) -> str:
    held = active(identities(account, on=timezone.localdate()), "")
    return home(held) if held else "/"


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """退出"""
    logout(request)
    return HttpResponseRedirect("/sign-in/")


@require_POST
def take_identity(request: HttpRequest) -> HttpResponse:
    """以谁的名义 Take another identity that the account holds today."""
    assert isinstance(request.user, Account)
    held = {identity.key for identity in identities(request.user, on=timezone.localdate())}
    key = request.POST.get("identity", "")
    if key not in held:
        raise refuse(
            "identity-not-held",
            "您今天没有这个身份。",
            "行政处罚法 第17条",
            "核对派驻函和任职；没有的，不能以该机关名义办理。",
        )
    request.session["identity"] = key
    return HttpResponseRedirect(request.POST.get("next") if _ours(request) else "/")  # type: ignore[arg-type]


def _ours(request: HttpRequest) -> bool:
    return url_has_allowed_host_and_scheme(request.POST.get("next", ""), allowed_hosts={request.get_host()})


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Answer whether the database answers; for load balancers and monitors."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_GET
def fitness(request: SignedIn) -> HttpResponse:
    """运行情况 What `yizhi check` finds, for the administrator; what needs a look comes first."""
    if request.identity.role != Role.ADMINISTRATOR:
        raise Absent("这个页面")
    found = sorted((*of_database(request.now), *of_machine(request.now)), key=lambda one: URGENCY[one.state])
    return render(request, "fitness.html", {"findings": found, "open": sum(one.state != FINE for one in found)})


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every part on one page, in demo mode only."""
    if not settings.DEMO:
        raise Absent("这个页面")
    return render(request, "gallery.html", context())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404"""
    return render(request, "error.html", {"refusal": Absent("这个页面")}, status=404)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 for more than is taken at once."""
    large = isinstance(exception, RequestDataTooBig)
    return answered(request, too_large() if large else bad_input("content", "发来的内容看不懂。", "刷新页面后再提交。"))


def broken(request: HttpRequest) -> HttpResponse:
    """500"""
    refusal = refuse(
        "server-fault", "系统出了问题，刚才的内容没有写入。", cure="稍后再试；仍不行的，把时间和页面告诉系统管理员。"
    )
    refusal.status = 500
    return render(request, "error.html", {"refusal": refusal}, status=500)
