"""待办里的检查：要批准、要通知、今天要去、要作笔录、要写结果、要复查的，轮到谁谁看得见。"""
# ruff: noqa: N802

from datetime import date

import pytest
from tests.cast import at

from yizhi.desk.inspections.models import Inspection
from yizhi.desk.inspections.tests.test_pages import client, text
from yizhi.desk.inspections.tests.world import BUREAU, DAY, TOWN, World, urgent
from yizhi.desk.inspections.work import visit_tasks
from yizhi.desk.people.identity import Identity

pytestmark = pytest.mark.django_db
ORDER = {"demand": "补齐台账", "correct_by": "2026-06-10"}


def turn(identity: Identity, day: str) -> list[tuple[str, bool]]:
    """Return what waits on a day as one identity sees it: the act, and whether it is this identity's."""
    return [(task["act"], task["mine"]) for task in visit_tasks(identity, at(f"{day} 08:30"))]


def test_等批准的在负责人的待办里_别人看得到轮到谁(world: World) -> None:
    visit = world.plan(TOWN, BUREAU)
    assert turn(world.cast.ji, "2026-06-01") == [("批准检查", True)]
    assert turn(world.head, "2026-06-01") == [("批准检查", True)]
    assert turn(world.cast.jia, "2026-06-01") == [("批准检查", False)]
    (line,) = visit_tasks(world.cast.captain, world.now)
    assert line["from"] == "连山镇、市综合执法局" or line["from"] == "市综合执法局、连山镇"
    assert line["left"] == "2 天后检查" and line["due"] == date(2026, 6, 3) and not line["mine"]
    assert turn(world.cast.wu, "2026-06-01") == turn(world.cast.administrator, "2026-06-01") == []
    page = text(client(world.cast.ji).get("/"))
    part = visit.parts.get(body="town-lianshan")
    assert f"/inspections/{visit.pk}/acts/approve_inspection/?part={part.pk}" in page


def test_批准以后轮到去的人_两个机关合成一行(world: World) -> None:
    visit = world.approved(TOWN, BUREAU)
    assert turn(world.cast.ji, DAY) == [("通知检查", False)]
    assert turn(world.cast.jia, DAY) == [("通知检查", True)]
    (line,) = visit_tasks(world.cast.captain, at(f"{DAY} 08:30"))
    assert line["mine"] and line["left"] == "今天检查" and line["act_href"].count("part=") == 2
    world.do(world.cast.captain, visit, "notify_inspection", f"{DAY} 09:30", recipient="店长")
    assert turn(world.cast.jia, DAY) == [("到场检查", True)]
    world.do(world.cast.captain, visit, "begin_inspection", f"{DAY} 09:35", credentials_shown=True, rights_told=True)
    assert turn(world.cast.jia, DAY) == [("作现场检查笔录", True)]


def test_没有派去的同镇人员_没有这一行(world: World) -> None:
    world.approved(TOWN)
    assert turn(world.cast.jia, DAY) and not turn(world.cast.posted_as_town, DAY)


def test_过了批准的那一天_改安排_通知过的撤销(world: World) -> None:
    visit = world.approved(TOWN)
    assert turn(world.cast.jia, "2026-06-04") == [("改安排", True)]
    assert visit_tasks(world.cast.jia, at("2026-06-04"))[0]["left"] == "日子已过"
    assert visit_tasks(world.cast.jia, at("2026-06-04"))[0]["act_href"] == f"/inspections/{visit.pk}/change/"
    world.do(world.cast.captain, visit, "notify_inspection", f"{DAY} 09:30", recipient="店长")
    assert turn(world.cast.jia, "2026-06-04") == [("撤销检查", True)]
    assert turn(world.cast.ji, "2026-06-04") == [("撤销检查", False)]


def test_作了笔录_写结果_办结就没有(world: World) -> None:
    visit = world.recorded(TOWN)
    assert turn(world.cast.jia, DAY) == [("写明检查结果", True)]
    world.do(world.cast.jia, visit, "find_nothing", f"{DAY} 10:40")
    assert turn(world.cast.jia, DAY) == turn(world.cast.captain, DAY) == []


def test_改正期限没有到是等当事人_到了轮到执法人员_安排了复查等复查(world: World) -> None:
    visit = world.recorded(TOWN)
    world.do(world.cast.jia, visit, "order_inspected", f"{DAY} 10:50", **ORDER)
    assert turn(world.cast.jia, "2026-06-09") == [("核实改正", False)]
    assert turn(world.cast.jia, "2026-06-10") == [("核实改正", True)]
    (line,) = visit_tasks(world.cast.jia, at("2026-06-12"))
    assert (line["left"], line["state"], line["due"]) == ("期满 2 天", "soon", date(2026, 6, 10))
    part = Inspection.objects.get()
    world.now = at("2026-06-10 09:00")
    again = {"starts_at": at("2026-06-12 09:00"), "ends_at": at("2026-06-12 10:00"), "kind": "case"}
    world.plan(TOWN, recheck_of=part.pk, reason="复查", **again)
    lines = visit_tasks(world.cast.jia, at("2026-06-11"))
    assert [(one["act"], one["mine"]) for one in lines] == [("核实改正", False), ("批准检查", False)]
    assert "复查已经安排在6月12日" in lines[0]["why"]


def test_紧急检查没有补办审批_负责人的待办里有_办结也还在(world: World) -> None:
    urgent(world)
    assert ("补办审批", True) in turn(world.cast.ji, DAY)
    assert ("补办审批", False) in turn(world.cast.jia, DAY)
    assert ("作现场检查笔录", True) in turn(world.cast.jia, DAY)
