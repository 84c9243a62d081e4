"""yizhi demo: says who may sign in, keeps what stands, and never writes beside real cases."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from yizhi.demo.facts import build
from yizhi.desk.matters.models import Item
from yizhi.desk.people.models import Account
from yizhi.desk.places.models import County
from yizhi.web import command
from yizhi.web.commands import demo

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def database_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "prepare", lambda wanted: None)


@pytest.mark.django_db
def test_what_stands_is_kept_and_the_accounts_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    build(NOW)
    items = Item.objects.count()
    assert command.main(["demo"]) == 0
    told = capsys.readouterr().out
    assert "原样保留" in told
    assert "yizhi-demo" in told
    assert all(username in told for username, _ in demo.ACCOUNTS)
    assert Item.objects.count() == items


@pytest.mark.django_db
def test_every_account_told_of_can_be_used() -> None:
    build(NOW)
    assert set(Account.objects.exclude(password__startswith="!").values_list("username", flat=True)) == {
        username for username, _ in demo.ACCOUNTS
    }


@pytest.mark.django_db
def test_another_county_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    County.objects.create(code="999999", name="另一个县")
    assert command.main(["demo"]) == 2
    assert "county-exists" in capsys.readouterr().err
    assert not Account.objects.exists()
