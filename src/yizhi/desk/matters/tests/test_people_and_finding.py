"""谁能去、归谁办、说出看到的能找到；答复留存有号。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.desk.matters.actions import keep_answer
from yizhi.desk.matters.models import KeptAnswer
from yizhi.desk.matters.queries import area_list, ask, find_whose, item, items, pairs_of, people_for
from yizhi.desk.matters.tests import county
from yizhi.desk.people.models import Certificate
from yizhi.rules.refusal import Absent

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def test_谁能去先列算数的再列不算的和原因():
    Certificate.objects.filter(fact="c-yi").update(valid_to=date(2026, 11, 21))
    people = people_for("cg-1", "510681101", ON, "open_case")
    assert [(one.code, one.counts) for one in people] == [("jia", True), ("bing", True), ("yi", False)]
    assert "2026年11月20日" in people[2].note
    assert [(one.code, two.code) for one, two in pairs_of(people)] == [("jia", "bing")]


def test_没有赋权的镇只有部门的人算():
    people = {one.code: one for one in people_for("cg-1", "510681102", ON, "open_case")}
    assert people["bing"].counts
    assert "posted" not in people


def test_河边倒建筑垃圾找到建筑垃圾事项并说明归谁():
    found = find_whose("有人在河边倒建筑垃圾", town="510681101", on=ON)
    assert (found.answer, found.items[0].code, found.items[0].whose) == ("item", "cg-1", "示意县甲镇人民政府（赋权）")
    assert "建筑垃圾" in "".join(found.items[0].words)
    elsewhere = find_whose("有人在河边倒建筑垃圾", town="510681102", on=ON)
    assert elsewhere.items[0].whose == "示意县综合行政执法局（部门派驻）"


def test_不是执法的事什么也不列说出归哪里():
    found = find_whose("补办身份证", town="510681101", on=ON)
    assert (found.answer, found.items, found.intent) == ("not-an-item", (), "public-security")


def test_清单按镇列出四态():
    listed = area_list(county.who(), "area-1", ON)
    held = {key: holding.state for key, holding in listed.held.items()}
    assert held[("cg-1", "510681101")] == "conferral"
    assert held[("cg-1", "510681102")] == "posted"
    assert [town.code for town in listed.columns[0].towns] == ["510681101", "510681102"]


def test_成为片区之前的清单没有镇():
    assert area_list(county.who(), "area-1", date(2023, 6, 27)).columns[0].towns == ()


def test_没有的片区和没有的事项说法一样():
    with pytest.raises(Absent):
        area_list(county.who(), "area-9", ON)
    with pytest.raises(Absent):
        item(county.who(), "cg-9", ON)


def test_事项两个字就能找到翻页不重不漏():
    assert [line.code for line in items(county.who(), "垃圾", on=ON).lines] == ["cg-1"]
    first = items(county.who(), on=ON, most=2)
    second = items(county.who(), on=ON, most=2, after=first.after)
    assert [line.code for line in (*first.lines, *second.lines)] == ["cg-1", "cg-2", "sl-1"]
    assert second.after == ""


def test_事项写明每个镇归谁():
    view = item(county.who(), "cg-1", ON)
    assert [(town.code, holding.state) for town, holding in view.holdings] == [
        ("510681101", "conferral"),
        ("510681102", "posted"),
    ]


def test_答复按日编号不重():
    question = {"item": "cg-1", "town": "510681101", "on": "2026-11-24", "action": "open_case", "officers": ["jia"]}
    answer = ask(question)
    numbers = [
        keep_answer(county.who(), question=question, answer=answer, words="建筑垃圾", now=county.NOW).number
        for _ in range(3)
    ]
    assert numbers == ["20261124-0001", "20261124-0002", "20261124-0003"]
    assert KeptAnswer.objects.get(number=numbers[0]).answer == answer.as_dict()
