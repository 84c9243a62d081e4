"""一个小县：连山镇、向阳镇在甲片区，小汉镇在乙片区；甲在连山，路人在小汉。"""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account, Appointment, Officer
from yizhi.desk.places.models import Area, County, Membership, Town

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
START = date(2023, 6, 28)


@pytest.fixture
def county(db: None) -> None:
    place = County.objects.create(code="510681", name="广汉市")
    for code, name in (("510681101", "连山镇"), ("510681102", "小汉镇"), ("510681103", "向阳镇")):
        town = Town.objects.create(code=code, county=place, name=name, kind="town")
        Body.objects.create(
            code=f"b{code[-3:]}", county=place, kind="town", name=f"广汉市{name}人民政府", short_name=name, town=town
        )
    Body.objects.create(code="slj", county=place, kind="department", name="广汉市水利局", short_name="市水利局")
    for area, towns in (("A1", ("510681101", "510681103")), ("A2", ("510681102",))):
        Area.objects.create(code=area, county=place, name=f"{area}片区", centre_town_id=towns[0])
        for town_code in towns:
            Membership.objects.create(
                fact=f"m-{town_code}", area_id=area, town_id=town_code, valid_from=START, recorded_at=NOW
            )


@pytest.fixture
def acting(county: None) -> Callable[..., Identity]:
    """Return a maker of identities: a role at a body, with an account that can sign in."""

    def make(name: str, role: str = "officer", body: str = "b101", area: str = "") -> Identity:
        officer = Officer.objects.create(code=f"o-{name}", name=name) if role == "officer" else None
        account = Account.objects.create(username=name, name=name, officer=officer)
        Appointment.objects.create(account=account, role=role, body_id=body, area_id=area or None, valid_from=START)
        return identities(account, on=TODAY)[0]

    return make
