"""机关：能以自己名义作决定的才登记；队伍和内设机构不在其中。"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from yizhi.desk.bodies import actions, queries
from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import County, Town
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Keeper:
    account: str = "admin"
    role: str = "administrator"


ADMIN = Keeper()
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def county() -> None:
    place = County.objects.create(code="510681", name="广汉市")
    Town.objects.create(code="510681101", county=place, name="连山镇", kind="town")
    enter("gov", "government", "广汉市人民政府")


def enter(code: str, kind: str, name: str, **more: str) -> Body:
    return actions.enter_body(
        by=ADMIN, code=code, county="510681", kind=kind, name=name, short_name=name, now=NOW, **more
    )


def test_body_with_its_town_and_review_body() -> None:
    enter("lianshan", "town", "广汉市连山镇人民政府", town="510681101", parent="gov", paper_prefix="广连府")
    found = queries.body("lianshan")
    assert (found.parent.name, found.paper_prefix) == ("广汉市人民政府", "广连府")
    assert queries.body_of_town("510681101") == found
    assert [one.pk for one in queries.bodies("连山")] == ["lianshan"]
    assert queries.body_of_town("510681999") is None


@pytest.mark.parametrize(
    ("kind", "name", "more", "code"),
    [
        ("department", "连山片区综合行政执法队", {}, "team-not-a-body"),
        ("department", "广汉市示例执法队", {}, "team-not-a-body"),
        ("town", "连山镇综合行政执法办公室", {"town": "510681101"}, "team-not-a-body"),
        ("team", "广汉市示例局", {}, "body-kind"),
        ("town", "广汉市连山镇人民政府", {}, "body-town"),
        ("department", "广汉市示例局", {"town": "510681101"}, "body-town"),
        ("department", "广汉市人民政府", {}, "body-taken"),
        ("department", "广汉市示例局", {"parent": "没有"}, "review-body"),
    ],
    ids=["片区队", "别的队", "内设办公室", "第四类", "镇没写哪个镇", "部门写了镇", "名称已登记", "复议机关不存在"],
)
def test_what_is_no_body(kind: str, name: str, more: dict[str, str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        enter("x", kind, name, **more)
    assert refused.value.first.code == code
    assert refused.value.first.cure
    assert not Body.objects.filter(pk="x").exists()


NO_BODIES = {
    "队伍": {"kind": "department", "name": "某某执法队"},
    "片区队": {"kind": "town", "name": "连山片区综合行政执法队", "town_id": "510681101"},
    "内设办公室": {"kind": "town", "name": "连山镇综合行政执法办公室", "town_id": "510681101"},
    "第四类": {"kind": "team", "name": "某某中队"},
    "没有镇的镇机关": {"kind": "town", "name": "某某镇人民政府"},
}


@pytest.mark.parametrize("given", NO_BODIES.values(), ids=NO_BODIES.keys())
def test_database_itself_refuses_what_is_no_body(given: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.create(code="x", county_id="510681", short_name="队", **given)
    Body.objects.create(code="y", county_id="510681", kind="department", name="某某局", short_name="局")
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.filter(code="y").update(**given)


def test_a_body_keeps_no_seal_of_another_or_of_a_team() -> None:
    enter("slj", "department", "广汉市水利局")
    for name, code in (("广汉市人民政府", "seal-of-other-body"), ("连山片区综合行政执法队", "team-not-a-body")):
        with pytest.raises(Refusal) as refused:
            actions.enter_seal(by=ADMIN, body="slj", name=name, valid_from=date(2026, 1, 1))
        assert refused.value.first.code == code
        assert refused.value.first.cure
    assert queries.seal_on("slj", date(2026, 6, 1)) is None


def test_correction_is_kept_and_a_body_is_not_its_own_review_body() -> None:
    actions.correct_body(by=ADMIN, code="gov", changes={"address": "示例路1号"})
    assert queries.body("gov").address == "示例路1号"
    with pytest.raises(Refusal) as refused:
        actions.correct_body(by=ADMIN, code="gov", changes={"parent": "gov"})
    assert refused.value.first.code == "body-own-parent"
    with pytest.raises(Refusal) as refused:
        actions.correct_body(by=ADMIN, code="gov", changes={"name": "连山片区综合行政执法队"})
    assert refused.value.first.code == "team-not-a-body"


def test_seal_of_a_day() -> None:
    old = actions.enter_seal(by=ADMIN, body="gov", name="广汉市人民政府", valid_from=date(2024, 1, 1))
    actions.end_seal(by=ADMIN, body="gov", seal=old.pk, valid_to=date(2026, 1, 1))
    new = actions.enter_seal(by=ADMIN, body="gov", name="广汉市人民政府", valid_from=date(2026, 2, 1))
    assert queries.seal_on("gov", date(2025, 12, 31)) == old
    assert queries.seal_on("gov", date(2026, 1, 1)) is None
    assert queries.seal_on("gov", date(2026, 2, 1)) == new
    with pytest.raises(Refusal):
        actions.enter_seal(by=ADMIN, body="gov", name="连山片区综合行政执法队", valid_from=date(2026, 1, 1))


def test_domains_are_those_of_departments() -> None:
    enter("slj", "department", "广汉市水利局", domain="水利")
    enter("nyj", "department", "广汉市农业农村局", domain="农业")
    enter("nyj2", "department", "广汉市示例局", domain="农业")
    assert queries.domains() == ["农业", "水利"]


def test_only_the_administrator_enters_bodies() -> None:
    for role in ("officer", "justice", "establishment"):
        with pytest.raises(Absent):
            actions.correct_body(by=Keeper("x", role), code="gov", changes={"address": "别处"})
