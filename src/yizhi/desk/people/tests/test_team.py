"""队伍：每一格数的是谁，点开就是谁；别人的电话不随便给看。"""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from yizhi.desk.bodies.models import Body
from yizhi.desk.people import queries
from yizhi.desk.people.models import Officer
from yizhi.desk.people.queries import Wanted
from yizhi.desk.people.strength import Cell, coverage, reviewers

TODAY = date(2026, 11, 24)
Maker = Callable[..., Officer]
Sign = Callable[..., Client]


def cell(area: str, domain: str = "水利", on: date = TODAY) -> Cell:
    line = next(cells for body, cells in coverage(on) if body.domain == domain)
    return next(one for one in line if one.area.pk == area)


def test_two_are_enough_and_every_cause_is_named(officer: Maker) -> None:
    officer("甲水", "slj", area="A101")
    officer("乙水", "slj", area="A101", domains=["水利"])
    officer("丙水", "slj", area="A101", until=TODAY)
    officer("丁水", "slj", area="A101", domains=["农业"])
    officer("戊水", "slj", area="A101", acts_for=["b101"])
    officer("己水", "slj")
    officer("庚农", "nyj", area="A101")
    officer("辛镇", "b101")
    found = cell("A101")
    assert (found.count, found.state, found.words) == (2, "ok", "够")
    assert {one.officer.name for one in found.missing} == {"丙水", "丁水"}
    assert (cell("A102").count, cell("A102").state, cell("A102").words) == (0, "stop", "空缺 2 人")
    assert (cell("A101", "农业").count, cell("A101", "农业").words) == (1, "缺 1 人")


def test_enough_today_but_not_in_thirty_days(officer: Maker) -> None:
    officer("甲水", "slj", area="A101")
    officer("乙水", "slj", area="A101", until=date(2026, 12, 10))
    assert (cell("A101").count, cell("A101").state, cell("A101").words) == (2, "soon", "30 天内到期")
    assert cell("A101", on=date(2026, 12, 10)).words == "缺 1 人"


def test_figure_opens_exactly_its_people(officer: Maker, signed_in: Sign) -> None:
    officer("甲水", "slj", area="A101")
    officer("丁水", "slj", area="A101", domains=["农业"])
    officer("辛镇", "b101")
    browser = signed_in("sifa", "justice", "slj")
    page = browser.get("/team/?on=2026-11-24").content.decode()
    href = "/officers/?body=slj&amp;area=A101&amp;domain=%E6%B0%B4%E5%88%A9&amp;on=2026-11-24&amp;state=yes"
    assert href in page
    listed = browser.get(
        "/officers/", {"area": "A101", "domain": "水利", "on": "2026-11-24", "state": "yes"}
    ).content.decode()
    assert "甲水" in listed
    assert "丁水" not in listed
    assert "辛镇" not in listed
    assert "共 1 人" in listed


def test_officers_are_found(officer: Maker) -> None:
    officer("赵喆例", "b101")
    officer("钱赟样", "slj", area="A101")
    officer("孙䶮拟", "b102")

    def names(**wanted: str) -> list[str]:
        return sorted(one.officer.name for one in queries.officers_on(TODAY, Wanted(**wanted)))

    assert names(q="喆") == ["赵喆例"]
    assert names(q="演示钱赟样") == ["钱赟样"]
    assert names(body="b102") == ["孙䶮拟"]
    assert names(area="A101") == sorted(["赵喆例", "钱赟样"])
    assert names(domain="水利") == ["钱赟样"]


@pytest.mark.parametrize(
    ("role", "body", "area", "sees"),
    [
        ("approver", "b101", "", True),
        ("captain", "b101", "A101", True),
        ("justice", "slj", "", True),
        ("approver", "b102", "", False),
        ("captain", "b102", "A102", False),
        ("liaison", "slj", "", False),
    ],
    ids=["本机关", "本片区队长", "司法", "别的镇", "别的片区队长", "别的部门"],
)
def test_phone_is_for_the_own_area(
    officer: Maker, signed_in: Sign, role: str, body: str, area: str, sees: bool
) -> None:
    officer("甲例", "b101")
    page = signed_in("某人", role, body, area).get("/officers/o-甲例/").content.decode()
    assert ("0838-甲例" in page) is sees
    assert "演示甲例" in page


def test_luren_sees_no_phone_and_no_way_to_change(officer: Maker, signed_in: Sign) -> None:
    officer("甲例", "b101")
    luren = signed_in("luren", "officer", "b102", officer=officer("路例", "b102"))
    page = luren.get("/officers/o-甲例/").content.decode()
    assert "0838-甲例" not in page
    assert "登记执法证" not in page
    assert "0838-路例" in luren.get("/officers/o-路例/").content.decode()
    assert luren.get("/officers/o-没有/").status_code == 404


def test_person_page_tells_what_is_lacking_and_what_cures_it(officer: Maker, signed_in: Sign) -> None:
    officer("丙水", "slj", area="A101", until=date(2026, 1, 1), acts_for=["slj", "b101"])
    page = signed_in("sifa", "justice", "slj").get("/officers/o-丙水/").content.decode()
    page = re.sub(r"</?span[^>]*>", "", page)
    assert "今天不算执法人员" in page
    assert "执法证 2025年12月31日到期，不算执法人员。" in page
    assert "申领、换发或者恢复执法证" in page
    assert "可以：市水利局、连山镇" in page


@pytest.mark.parametrize(
    "on", ["2026-02-30", "never", "0001-01-01", "9999-12-31"], ids=["没有的日子", "字", "太早", "太晚"]
)
def test_unreadable_day_is_today(officer: Maker, signed_in: Sign, on: str) -> None:
    browser = signed_in("sifa", "justice", "slj")
    assert browser.get("/team/", {"on": on}).status_code == 200
    assert browser.get("/officers/", {"on": on}).status_code == 200


def test_each_department_is_counted_by_itself(officer: Maker) -> None:
    officer("甲水", "slj", area="A101")
    officer("乙水", "slj", area="A101")
    Body.objects.filter(pk="nyj").update(domain="水利")
    officer("庚农", "nyj", area="A101")
    lines = {body.pk: [(one.area.pk, one.count, one.words) for one in cells] for body, cells in coverage(TODAY)}
    assert lines["slj"][0] == ("A101", 2, "够")
    assert lines["nyj"][0] == ("A101", 1, "缺 1 人")


def test_legal_reviewers_beside_the_officers(officer: Maker, signed_in: Sign) -> None:
    for number in range(21):
        officer(f"甲{number}", "slj")
    signed_in("丙审", "reviewer", "slj")
    found = {one.body.pk: (one.officers, one.names, one.needed, one.state) for one in reviewers(TODAY)}
    assert found["slj"] == (21, ("丙审",), 2, "soon")
    page = signed_in("丁", "officer").get("/team/reviewers/?on=2026-11-24").content.decode()
    assert "少 1 人" in page and "丙审" in page
    signed_in("戊审", "reviewer", "slj")
    assert next(one for one in reviewers(TODAY) if one.body.pk == "slj").state == "ok"
