"""一个小县：甲是连山镇的执法人员，钟是水利局派到甲片区的，路人在乙片区的小汉镇；丙管人员，丁管账号。"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from yizhi.desk.bodies.models import Body
from yizhi.desk.people import actions
from yizhi.desk.people.models import Account, Appointment, Officer
from yizhi.desk.places.models import Area, County, Membership, Town

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
START = date(2023, 6, 28)


@dataclass(frozen=True)
class Keeper:
    account: str
    role: str


JUSTICE = Keeper("sifa", "justice")
ADMIN = Keeper("admin", "administrator")


@pytest.fixture
def county(db: None) -> None:
    place = County.objects.create(code="510681", name="广汉市")
    for number, name in ((101, "连山镇"), (102, "小汉镇")):
        town = Town.objects.create(code=f"510681{number}", county=place, name=name, kind="town")
        Body.objects.create(
            code=f"b{number}", county=place, kind="town", name=f"广汉市{name}人民政府", short_name=name, town=town
        )
        Area.objects.create(code=f"A{number}", county=place, name=f"{name}片区", centre_town=town)
        Membership.objects.create(fact=f"m{number}", area_id=f"A{number}", town=town, valid_from=START, recorded_at=NOW)
    for code, name, domain in (("slj", "水利局", "水利"), ("nyj", "农业局", "农业")):
        Body.objects.create(
            code=code, county=place, kind="department", name=f"广汉市{name}", short_name=f"市{name}", domain=domain
        )


@pytest.fixture
def officer(county: None) -> Callable[..., Officer]:
    """Return a maker of officers with a certificate, posted when an area is given."""

    def make(name: str, body: str = "b101", until: date | None = None, area: str = "", **more: list[str]) -> Officer:
        made = actions.enter_officer(
            by=JUSTICE, name=name, body=body, valid_from=START, now=NOW, code=f"o-{name}", phone=f"0838-{name}"
        )
        actions.enter_certificate(
            by=JUSTICE,
            officer=made.pk,
            number=f"演示{name}",
            domains=more.get("domains", []),
            valid_from=START,
            valid_to=until,
            now=NOW,
        )
        if area:
            acts_for = more.get("acts_for", [body])
            actions.enter_posting(
                by=JUSTICE, officer=made.pk, area=area, acts_for=acts_for, letter="函", valid_from=START, now=NOW
            )
        return made

    return make


@pytest.fixture
def signed_in(county: None) -> Callable[..., Client]:
    """Return a maker of browsers signed in with a role at a body."""

    def sign(name: str, role: str, body: str = "b101", area: str = "", officer: Officer | None = None) -> Client:
        account = Account.objects.create(username=name, name=name, officer=officer)
        Appointment.objects.create(account=account, role=role, body_id=body, area_id=area or None, valid_from=START)
        browser = Client()
        browser.force_login(account)
        return browser

    return sign
