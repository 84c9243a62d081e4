"""页框：只列出用得上的去处，写明以谁的名义。"""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from yizhi.desk.people.frame import frame
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.pages import shown as drawn
from yizhi.desk.people.sight import Sight


def someone(role: str, **fields: str) -> Identity:
    return Identity(
        "jia",
        "甲例",
        "o-jia",
        role,
        1,
        "连山镇政府",
        "广汉市连山镇人民政府",
        "",
        Sight(),
        body_short="连山镇",
        **fields,
    )


def visit(path: str, *held: Identity) -> HttpRequest:
    request = RequestFactory().get(path)
    request.identity, request.identities = held[0], list(held)
    return request


@pytest.mark.parametrize(
    ("role", "groups"),
    [
        ("officer", ["办事", "依据", "队伍与机关"]),
        ("justice", ["办事", "监督", "依据", "队伍与机关", "维护"]),
        ("administrator", ["依据", "队伍与机关", "维护"]),
        ("establishment", ["办事", "依据", "队伍与机关", "维护"]),
    ],
    ids=["执法人员不见维护", "司法都见", "管理员不见案件", "编办只有待办"],
)
def test_groups_follow_the_role(role: str, groups: list[str]) -> None:
    someone_here = someone(role)
    assert [group["group"] for group in frame(visit("/", someone_here), someone_here)["nav"]] == groups


@pytest.mark.parametrize(("role", "shown"), [("administrator", True), ("justice", False), ("establishment", False)])
def test_accounts_are_offered_to_the_administrator_only(role: str, shown: bool) -> None:
    keeper = someone(role)
    offered = [item["label"] for group in frame(visit("/", keeper), keeper)["nav"] for item in group["items"]]
    assert ("账号" in offered) is shown


@pytest.mark.parametrize(
    ("path", "current"),
    [("/", "待办"), ("/cases/20261124-ABCDEF/", "案件"), ("/officers/o-jia/", "队伍"), ("/parties/new/", "当事人")],
    ids=["首页", "案件里", "人员页属队伍", "当事人"],
)
def test_current_place_is_marked(path: str, current: str) -> None:
    officer = someone("officer")
    nav = frame(visit(path, officer), officer)["nav"]
    assert [item["label"] for group in nav for item in group["items"] if item["current"]] == [current]


def test_page_says_in_whose_name_and_what_else_is_held() -> None:
    town = someone("officer")
    other = Identity("jia", "甲例", "o-jia", "officer", 1, "水利局", "广汉市水利局", "", Sight(), area_name="小汉片区")
    request = visit("/team/", town, other)
    framed = frame(request, town)
    assert framed["acting_body"] == "连山镇"
    assert [(one["id"], one["name"], one["current"]) for one in framed["acting_bodies"]] == [
        ("1:连山镇政府", "广汉市连山镇人民政府", True),
        ("1:水利局", "广汉市水利局", False),
    ]
    page = drawn(request, "base.html", {}).content.decode()
    assert "以 <b>连山镇</b> 名义" in page
    assert "广汉市水利局" in page


def test_page_without_identity_has_no_frame() -> None:
    request = RequestFactory().get("/sign-in/")
    assert "主菜单" not in drawn(request, "plain.html", {}).content.decode()


@pytest.mark.parametrize(("role", "first"), [("administrator", "/fitness/"), ("officer", "/"), ("establishment", "/")])
def test_the_administrator_begins_with_how_the_installation_fares(role: str, first: str) -> None:
    someone_here = someone(role)
    assert frame(visit("/", someone_here), someone_here)["home_href"] == first
    assert ("运行情况" in [tab["label"] for tab in frame(visit("/", someone_here), someone_here)["tabs"]]) is (
        first != "/"
    )
