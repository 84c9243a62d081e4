"""听证数额标准：司法行政机关录入、确认，从写明的一天起作数；没有录入的不猜。"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from tests.cast import Cast, at, build

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account
from yizhi.desk.rulings.hearing_sums import confirm_hearing_sum, enter_hearing_sum, hearing_sum, hearing_sums
from yizhi.desk.rulings.models import HearingSum
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return build()


def entered(who: Identity, domain: str = "general", **changes: Any) -> HearingSum:
    facts: dict[str, Any] = {
        "individual": Decimal("2000.00"),
        "organisation": Decimal("20000.00"),
        "inclusive": True,
        "basis": "示意文件 第1条",
        "starts": date(2026, 7, 1),
    }
    return enter_hearing_sum(who, domain, **{**facts, **changes}, now=at("2026-06-01"))


def test_it_holds_from_its_first_day_and_says_that_nobody_confirmed_it(cast: Cast) -> None:
    row = entered(cast.justice)
    assert hearing_sum("文化", date(2026, 6, 30)) is None
    held = hearing_sum("文化", date(2026, 7, 1))
    assert held is not None and not held.confirmed and held.individual == Decimal("2000.00")
    confirm_hearing_sum(
        cast.justice, row.fact, confirmed_by="示意市司法局", confirmed_on=date(2026, 6, 2), now=at("2026-06-02 10:00")
    )
    held = hearing_sum("文化", date(2026, 7, 1))
    assert held is not None and held.confirmed
    assert len(hearing_sums()) == 1 and HearingSum.objects.count() == 2


@pytest.mark.parametrize(
    ("domain", "words", "least"),
    [
        pytest.param("agriculture", "农业", "3000.00", id="农业有自己的标准"),
        pytest.param("agriculture", "交通", "2000.00", id="交通用其他领域的标准"),
        pytest.param("market", "市场监管", "3000.00", id="市场监管另有省级标准"),
    ],
)
def test_a_domain_has_its_own_before_that_of_the_others(cast: Cast, domain: str, words: str, least: str) -> None:
    entered(cast.justice)
    entered(cast.justice, domain, individual=Decimal("3000.00"))
    held = hearing_sum(words, date(2026, 7, 1))
    assert held is not None and held.individual == Decimal(least)


def test_market_keeps_the_sum_of_its_own_rules(cast: Cast) -> None:
    entered(cast.justice)
    assert hearing_sum("市场监管", date(2026, 7, 1)) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"individual": Decimal(0)}, "hearing-sum-empty", id="数额为零"),
        pytest.param({}, "hearing-sum-doubled", id="同一天起两个标准"),
    ],
)
def test_what_is_not_a_standard(cast: Cast, changes: dict[str, Any], code: str) -> None:
    entered(cast.justice)
    with pytest.raises(Refusal) as refused:
        entered(cast.justice, **changes)
    assert refused.value.first.code == code and HearingSum.objects.count() == 1


def test_only_the_justice_office_enters_and_confirms(cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        entered(cast.ji)
    assert refused.value.first.code == "hearing-sum-not-yours"
    row = entered(cast.justice)
    told = {"confirmed_by": "示意", "confirmed_on": date(2026, 6, 2), "now": at("2026-06-02")}
    with pytest.raises(Refusal):
        confirm_hearing_sum(cast.ji, row.fact, **told)  # type: ignore[arg-type]
    with pytest.raises(Refusal) as early:
        confirm_hearing_sum(cast.justice, row.fact, **{**told, "confirmed_on": date(2026, 6, 3)})  # type: ignore[arg-type]
    assert early.value.first.code == "confirmed-in-future"
    with pytest.raises(Absent):
        entered(cast.justice, "no-such-domain")


def test_the_page_enters_and_confirms(cast: Cast) -> None:
    client = Client()
    client.force_login(Account.objects.get(username=cast.justice.account))
    page = client.get("/hearing-sums/").content.decode()
    assert "没有录入标准" in page and "10000元以上" in page
    form = {"individual": "2000", "organisation": "20000", "inclusive": "yes", "basis": "示意文件"}
    assert client.post("/hearing-sums/transport/new/", form).status_code == 422
    assert client.post("/hearing-sums/transport/new/", {**form, "starts": "2026-11-01"}).status_code == 302
    fact = HearingSum.objects.get().fact
    assert "未确认" in client.get("/hearing-sums/").content.decode()
    told = {"confirmed_by": "示意市司法局", "confirmed_on": "2026-11-02"}
    assert client.post(f"/hearing-sums/{fact}/confirm/", told).status_code == 302
    assert "示意市司法局" in client.get("/hearing-sums/").content.decode()
