"""区划、机关页面：人人能看，只有维护的人能改，改错了说清为什么。"""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Area, County, Town, Village
from yizhi.desk.places.queries import area_of

Sign = Callable[..., Client]


def test_places_on_a_day(signed_in: Sign) -> None:
    luren = signed_in("luren", "liaison", "b102")
    Village.objects.create(code="510681101200", town_id="510681101", name="示例村民委员会")
    page = luren.get("/places/?on=2026-11-24&town=510681101").content.decode()
    assert "连山镇片区" in page
    assert "示例村民委员会" in page
    assert "调整成员镇" not in page
    assert "不在片区里的镇" in luren.get("/places/?on=2020-01-01").content.decode()
    assert luren.get("/places/?town=999").status_code == 404


def test_moving_a_town_on_the_page(signed_in: Sign) -> None:
    bianban = signed_in("bianban", "establishment", "slj")
    form = {"town": "510681101", "area": "A102", "on": "2026-12-01"}
    assert bianban.post("/places/change/", form).headers["Location"] == "/places/?on=2026-12-01"
    assert area_of("510681101", date(2026, 12, 1)).pk == "A102"
    again = bianban.post("/places/change/", form)
    assert again.status_code == 409
    assert "没有改动" in again.content.decode()


def test_ground_of_a_new_county_is_entered_step_by_step(signed_in: Sign) -> None:
    bianban = signed_in("bianban", "establishment", "slj")
    assert bianban.post("/places/county/", {"code": "510600", "name": "示例县"}).status_code == 302
    assert (
        bianban.post("/places/towns/new/", {"code": "510600100", "name": "示例镇", "kind": "town"}).status_code == 302
    )
    assert bianban.post("/places/villages/new/", {"code": "510600100200", "name": "示例村"}).status_code == 302
    area = {"code": "A9", "name": "示例片区", "centre_town": "510600100", "valid_from": "2026-01-01"}
    assert bianban.post("/places/areas/new/", area).status_code == 302
    assert (County.objects.count(), Area.objects.filter(pk="A9").count()) == (2, 1)
    assert (
        "已经登记"
        in bianban.post("/places/towns/new/", {"code": "510600100", "name": "示例镇", "kind": "town"}).content.decode()
    )


def test_body_is_entered_corrected_and_no_team_is(signed_in: Sign) -> None:
    admin = signed_in("admin", "administrator", "slj")
    form = {"code": "x", "county": "510681", "kind": "department", "name": "连山片区综合行政执法队", "short_name": "队"}
    refused = admin.post("/bodies/new/", form)
    assert refused.status_code == 409
    assert "不是行政主体" in refused.content.decode()
    assert admin.post("/bodies/new/", {**form, "name": "广汉市示例局"}).headers["Location"] == "/bodies/x/"
    assert (
        admin.post("/bodies/x/", {"name": "广汉市示例局", "short_name": "示例局", "address": "示例路1号"}).status_code
        == 302
    )
    assert Body.objects.get(pk="x").address == "示例路1号"
    assert admin.post("/bodies/x/offices/new/", {"name": "办公室"}).status_code == 302
    assert admin.post("/bodies/x/seals/new/", {"name": "广汉市示例局", "valid_from": "2026-01-01"}).status_code == 302
    page = admin.get("/bodies/x/").content.decode()
    assert "示例路1号" in page
    assert "在用" in page


def test_bodies_are_found_and_read_by_everybody(signed_in: Sign) -> None:
    luren = signed_in("luren", "liaison", "b102")
    page = luren.get("/bodies/?q=连山").content.decode()
    assert "广汉市连山镇人民政府" in page
    assert "广汉市水利局" not in page
    assert "登记机关" not in page
    assert luren.get("/bodies/b101/").status_code == 200
    assert luren.get("/bodies/none/").status_code == 404
    assert luren.post("/bodies/b101/", {"name": "改名", "short_name": "改"}).status_code == 200
    assert Body.objects.get(pk="b101").name == "广汉市连山镇人民政府"


PATHS = [
    "/places/change/",
    "/places/county/",
    "/places/areas/new/",
    "/places/towns/new/",
    "/places/villages/new/",
    "/bodies/new/",
    "/bodies/b101/offices/new/",
    "/bodies/b101/seals/new/",
]


@pytest.mark.parametrize("role", ["approver", "reviewer", "liaison", "justice"])
def test_others_do_not_find_the_forms(signed_in: Sign, role: str) -> None:
    browser = signed_in("某人", role)
    assert {browser.get(path).status_code for path in PATHS} == {404}
    assert {browser.post(path, {}).status_code for path in PATHS} == {404}
    assert Town.objects.count() == 2
