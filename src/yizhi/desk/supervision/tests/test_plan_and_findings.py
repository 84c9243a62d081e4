"""年度计划不漏承接了权力的镇；可以看的只看记录，不说当事人，不排名。"""
# ruff: noqa: N802

import pytest
from tests import story
from tests.cast import at, confer, fresh

from yizhi.desk.cases.models import Case
from yizhi.desk.supervision.findings import findings
from yizhi.desk.supervision.models import YearPlan
from yizhi.desk.supervision.planning import bodies_with_powers, enter_plan, plan_of
from yizhi.desk.supervision.replay import differences
from yizhi.desk.supervision.tests import people
from yizhi.desk.supervision.tests.people import NOW, refused, register
from yizhi.rules.refusal import Absent

pytestmark = pytest.mark.django_db
LINE = {"body": "town-lianshan", "month": "2026-09", "parts": ["capacity", "penalties"], "words": "抽查案卷"}


@pytest.fixture
def world(db):
    return people.build()


def test_没有安排的镇都列出来_安排了的不列(world):
    assert [one["body"] for one in plan_of(world.justice, 2026)["uncovered"]] == ["town-lianshan"]
    enter_plan(world.justice, 2026, [{**LINE, "parts": ["capacity"]}], id=fresh(), now=NOW)
    assert plan_of(world.first, 2026)["uncovered"][0]["parts"] == ["penalties"]
    enter_plan(world.justice, 2026, [LINE], id=fresh(), now=NOW)
    assert plan_of(world.head, 2026)["uncovered"] == []
    assert YearPlan.objects.get().dossier.head_seq == 2
    assert list(differences(now=NOW)) == []


@pytest.mark.parametrize(
    ("starts", "ends", "year", "held"),
    [
        pytest.param("2026-12-31", None, 2026, True, id="年底最后一天承接"),
        pytest.param("2027-01-01", None, 2026, False, id="次年第一天承接"),
        pytest.param("2024-01-01", "2026-01-01", 2026, False, id="年初第一天已收回"),
        pytest.param("2024-01-01", "2026-01-02", 2026, True, id="年初第二天收回"),
    ],
)
def test_一年里哪一天有权都算(world, starts, ends, year, held):
    confer(world.cast.rubble, "510681104", valid_from=at(starts).date(), valid_to=at(ends).date() if ends else None)
    assert ("town-xiaohan" in bodies_with_powers(year)) is held


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ({**LINE, "body": "无"}, "lines[1].body"),
        ({**LINE, "month": "2027-09"}, "lines[1].month"),
        ({**LINE, "month": "九月"}, "lines[1].month"),
        ({**LINE, "parts": []}, "lines[1].parts"),
        ({**LINE, "parts": ["fines"]}, "lines[1].parts"),
    ],
    ids=["没有这个机关", "别的年份", "写法不对", "没有写看什么", "不看罚款"],
)
def test_写得不对的指到那一行(world, line, about):
    with pytest.raises(Exception) as caught:
        enter_plan(world.justice, 2026, [line], id=fresh(), now=NOW)
    assert [reason.about for reason in caught.value.reasons] == [about]
    assert YearPlan.objects.count() == 0


def test_计划由司法行政部门排_别人看不见(world):
    assert refused(enter_plan, world.first, 2026, [LINE], id=fresh(), now=NOW) == {"plan-not-yours"}
    for stranger in (world.office, world.town, world.cast.jia, world.cast.administrator):
        with pytest.raises(Absent):
            plan_of(stranger, 2026)
        with pytest.raises(Absent):
            enter_plan(stranger, 2026, [LINE], id=fresh(), now=NOW)


@pytest.mark.parametrize(
    ("day", "seen"), [("2026-09-01", False), ("2026-09-02", True)], ids=["办案期限最后一天", "过了一天"]
)
def test_过了期限的列出来_不说当事人(world, day, seen):
    case = story.case(world.cast)
    assert Case.objects.get(dossier=case).due_on.isoformat() == "2026-09-01"
    found = findings(world.first, "late", now=at(day))
    assert [one.dossier for one in found] == ([case] if seen else [])
    assert "丁例" not in str(found)


def test_已经登记的写明在哪一件_司法所只看自己的镇(world):
    case = story.case(world.cast)
    now = at("2026-09-10")
    dossier = register(world.first, now, case=case)
    assert [one.matter for one in findings(world.justice, "late", now=now)] == [dossier]
    assert [one.dossier for one in findings(world.office, "late", now=now)] == [case]
    assert findings(world.other_office, "late", now=now) == []
    for stranger in (world.town, world.head, world.cast.jia, world.cast.administrator):
        with pytest.raises(Absent):
            findings(stranger, "late", now=now)
