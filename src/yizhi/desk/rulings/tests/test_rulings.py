"""裁定：只有司法行政机关录入，从写明的一天起作数，强制措施的答复跟着它。"""

from datetime import date

import pytest
from django.test import Client
from tests.cast import Cast, at, build

from yizhi.desk.matters.models import Allocation
from yizhi.desk.matters.queries import ask
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account
from yizhi.desk.rulings.actions import decide
from yizhi.desk.rulings.models import Ruling
from yizhi.desk.rulings.queries import readings
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db
COERCION = "coercion-under-conferral"


@pytest.fixture
def cast() -> Cast:
    return build()


def ruled(who: Identity, id: str = COERCION, **changes: object) -> Ruling:
    facts = {
        "reading": "together",
        "decided_by": "示意市司法局",
        "instrument": "示意〔2026〕1号",
        "decided_on": date(2026, 6, 1),
        "starts": date(2026, 7, 1),
    }
    return decide(who, id, **{**facts, **changes}, now=at("2026-06-01"))  # type: ignore[arg-type]


def test_it_holds_from_its_first_day(cast: Cast) -> None:
    ruled(cast.justice)
    assert readings(date(2026, 6, 30))[COERCION] == "express"
    assert readings(date(2026, 7, 1))[COERCION] == "together"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"reading": "none"}, "reading-unknown", id="没有这种读法"),
        pytest.param({"decided_on": date(2026, 6, 2)}, "ruling-in-future", id="决定日期没有到"),
        pytest.param({"starts": date(2026, 5, 31)}, "ruling-backdated", id="早于决定的一天"),
    ],
)
def test_what_is_not_a_ruling(cast: Cast, changes: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        ruled(cast.justice, **changes)
    assert refused.value.first.code == code and not Ruling.objects.exists()


def test_two_rulings_from_one_day(cast: Cast) -> None:
    ruled(cast.justice)
    with pytest.raises(Refusal) as refused:
        ruled(cast.justice, reading="express")
    assert refused.value.first.code == "ruling-doubled"


def test_only_the_justice_office_decides(cast: Cast) -> None:
    with pytest.raises(Refusal) as refused:
        ruled(cast.ji)
    assert refused.value.first.code == "ruling-not-yours"
    with pytest.raises(Absent):
        ruled(cast.justice, "no-such-dispute")


def test_coercion_follows_a_conferred_power_once_it_is_decided(cast: Cast) -> None:
    held = Allocation.objects.known().filter(mode="conferral").first()
    assert held is not None
    question = {"item": held.item_id, "town": held.town_id, "action": "coercive_measure", "officers": []}
    ruled(cast.justice)
    for on, refused in (("2026-06-30", True), ("2026-07-01", False)):
        codes = {reason.code for reason in ask({**question, "on": on}).explained}
        assert ("coercion-not-conferred" in codes) is refused, on


def test_the_page_shows_both_readings_and_takes_a_ruling(cast: Cast) -> None:
    client = Client()
    client.force_login(Account.objects.get(username=cast.justice.account))
    page = client.get("/disputes/").content.decode()
    assert "满六十日视为送达" in page and "满三十日视为送达" in page and "现在按这个办" in page
    form = {"reading": "thirty", "decided_by": "示意市司法局", "decided_on": "2026-11-01", "instrument": "示意"}
    assert client.post("/disputes/public-notice-days/", {**form, "starts": "2026-10-31"}).status_code == 422
    assert client.post("/disputes/public-notice-days/", {**form, "starts": "2026-11-01"}).status_code == 302
    assert readings(date(2026, 11, 1))["public-notice-days"] == "thirty"
