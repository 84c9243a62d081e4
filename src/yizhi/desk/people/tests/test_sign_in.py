"""登录：密码错了十次停一刻钟，别人不受影响；登录成功以后什么时候来过不留记录。"""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from yizhi.desk.people import sign_in
from yizhi.desk.people.models import Account, WrongSignIn

pytestmark = pytest.mark.django_db
PASSWORD = "lianshan-2026-ok"
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def accounts() -> None:
    for name in ("jia", "yi"):
        Account.objects.create_user(name, PASSWORD, name=name)


def attempt(username: str, password: str) -> int:
    return Client().post("/sign-in/", {"username": username, "password": password}).status_code


@pytest.mark.parametrize("username", ["jia", "没有这个账号"])
def test_ten_wrong_passwords_make_one_wait(username: str, settings) -> None:
    assert [attempt(username, "wrong") for _ in range(11)] == [401] * 10 + [429]
    assert attempt("yi", PASSWORD) == 302


def test_the_right_password_waits_as_well_and_then_opens() -> None:
    for minutes in range(10):
        WrongSignIn.objects.create(username="jia", at=NOW + timedelta(minutes=minutes))
    with pytest.raises(sign_in.Refusal) as refused:
        sign_in.signed_in(None, "jia", PASSWORD, now=NOW + timedelta(minutes=14))
    assert refused.value.first.code == "sign-in-wait" and refused.value.first.cure
    assert sign_in.signed_in(None, "jia", PASSWORD, now=NOW + timedelta(minutes=15)) == Account.objects.get(
        username="jia"
    )
    assert not WrongSignIn.objects.exists()


def test_the_page_says_how_long() -> None:
    for _ in range(10):
        attempt("jia", "wrong")
    page = Client().post("/sign-in/", {"username": "jia", "password": PASSWORD}).content.decode()
    assert "先停一停" in page and "15 分钟以后再试" in page.replace("&nbsp;", " ").replace("\u2009", " ")
