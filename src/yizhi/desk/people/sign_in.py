"""登录 Accounts sign in with name and password. Demo accounts are refused outside demo mode."""

from copy import copy
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from yizhi.desk.record.marks import remembered
from yizhi.rules.refusal import Refusal, refuse

from .models import Account, WrongSignIn

MOST_WRONG = 10
WAIT = timedelta(minutes=15)


def signed_in(request: HttpRequest, username: str, password: str, *, now: datetime) -> Account | None:
    """登录 Return the account of that name and password, or None when they are wrong.

    After `MOST_WRONG` wrong tries within `WAIT` no further one is looked at until the first of them is that old (`sign-in-wait`, 429),
    whether the account exists or not.
    """
    WrongSignIn.objects.filter(at__lte=now - WAIT).delete()
    wrong = WrongSignIn.objects.filter(username=username[:64])
    if wrong.count() >= MOST_WRONG:
        raise _wait()
    account = authenticate(request, username=username, password=password)
    if not isinstance(account, Account):
        WrongSignIn.objects.create(username=username[:64], at=now)
        return None
    wrong.delete()
    return account


def _wait() -> Refusal:
    minutes = int(WAIT.total_seconds()) // 60
    refusal = refuse(
        "sign-in-wait",
        f"这个账号 {minutes} 分钟里密码错了 {MOST_WRONG} 次，先停一停。",
        cure=f"{minutes} 分钟以后再试；忘了密码的，请本单位管理员重设。",
    )
    refusal.status = 429
    return refusal


class Backend(BaseBackend):
    """The one way in. A wrong name costs as much time as a wrong password."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str = "",
        password: str = "",
        **_: Any,
    ) -> Account | None:
        account = Account.objects.filter(username=username).first()
        if account is None:
            Account().set_password(password)
            return None
        if not account.check_password(password) or not usable(account):
            return None
        return account

    def get_user(self, user_id: int) -> Account | None:
        account = _account(user_id)
        return copy(account) if account is not None and usable(account) else None


@remembered("accounts", "people", most=2000)
def _account(pk: int) -> Account | None:
    return Account.objects.filter(pk=pk).select_related("officer").first()


def usable(account: Account) -> bool:
    """Tell whether an account may be used in this installation: active, and a demo account only in demo mode."""
    return account.is_active and (settings.DEMO or not account.demo)
