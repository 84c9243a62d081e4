"""登录 Accounts sign in with name and password. Demo accounts are refused outside demo mode."""

from copy import copy
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from yizhi.desk.record.marks import remembered

from .models import Account


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
