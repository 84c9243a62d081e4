"""yizhi account、yizhi token：第一个账号从命令行来，令牌只打印一次。"""

import argparse
import io

import pytest

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.models import Account, Appointment
from yizhi.desk.people.tokens import bearer
from yizhi.desk.places.models import County
from yizhi.rules.refusal import Refusal
from yizhi.web.commands import accounts as command

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def county() -> None:
    place = County.objects.create(code="510681", name="广汉市")
    Body.objects.create(code="slj", county=place, kind="department", name="广汉市水利局", short_name="市水利局")


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(words)
    return args.handler(args)


def test_from_nothing_to_a_working_token(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("lianshan-2026-ok\n"))
    assert run("account", "add", "jia", "--name", "甲例", "--stdin") == 0
    assert Account.objects.get(username="jia").check_password("lianshan-2026-ok")
    assert run("account", "appoint", "jia", "--role", "liaison", "--body", "slj", "--from", "2026-01-01") == 0
    capsys.readouterr()
    assert run("token", "issue", "jia", "--name", "取数", "--scope", "read", "--days", "30") == 0
    printed = capsys.readouterr()
    from_token = bearer(printed.out.strip(), now=command.timezone.now())
    assert from_token is not None
    assert from_token[0].body == "slj"
    assert "只显示这一次" in printed.err


def test_password_is_reset(monkeypatch: pytest.MonkeyPatch) -> None:
    Account.objects.create_user("jia", "old-password-2026", name="甲例")
    monkeypatch.setattr("getpass.getpass", lambda _: "new-password-2026")
    assert run("account", "password", "jia") == 0
    assert Account.objects.get(username="jia").check_password("new-password-2026")


def test_two_typings_must_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["new-password-2026", "new-password-2027"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    with pytest.raises(Refusal) as refused:
        run("account", "add", "jia", "--name", "甲例")
    assert refused.value.first.code == "password-differs"
    assert not Account.objects.exists()


def test_identity_is_named_when_there_are_several() -> None:
    account = Account.objects.create_user("jia", "old-password-2026", name="甲例")
    with pytest.raises(Refusal) as refused:
        run("token", "issue", "jia", "--name", "取数", "--scope", "read", "--days", "30")
    assert refused.value.first.code == "identity-unclear"
    for role in ("liaison", "reviewer"):
        Appointment.objects.create(account=account, role=role, body_id="slj", valid_from="2026-01-01")
    with pytest.raises(Refusal):
        run("token", "issue", "jia", "--name", "取数", "--scope", "read", "--days", "30")
