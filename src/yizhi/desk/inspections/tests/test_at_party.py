"""当事人页上的检查：今年来过几次、上限几次，算全部机关的；列出来的只有看得到的；对自然人没有。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.desk.inspections import keeping
from yizhi.desk.inspections.at_party import MOST, visits_sheet
from yizhi.desk.inspections.tests.test_pages import client, text
from yizhi.desk.inspections.tests.world import BUREAU, TOWN, World

pytestmark = pytest.mark.django_db


def test_今年次数算全部机关的_列出来的只有看得到的(world: World) -> None:
    world.recorded(TOWN, BUREAU)
    mine = visits_sheet(world.cast.jia, world.cast.firm, world.now)
    assert mine["told"][0]["words"].startswith("2026年来过 1 次")
    assert any(line["words"].startswith("城市管理：今年查过 1 次") for line in mine["told"])
    assert [line["bodies"] for line in mine["lines"]] and mine["action"]["href"].endswith("party=p-firm")
    other = visits_sheet(world.cast.wu, world.cast.firm, world.now)
    assert other["lines"] == [] and other["told"] == mine["told"]


def test_上限没有录入写明未核实_录入的写明谁公布的_到了上限看得出来(world: World) -> None:
    world.recorded(TOWN)
    told = visits_sheet(world.cast.jia, world.cast.firm, world.now)["told"]
    assert "没有录入（未核实）" in told[1]["words"] and told[1]["state"] == "soon" and "54号" in told[0]["article"]
    cap = {"times": 1, "set_by": "示例厅", "source": "示例文件", "checked_on": date(2026, 5, 1)}
    keeping.enter_cap(world.cast.justice, "农业", starts=date(2026, 1, 1), now=world.now, **cap)
    told = visits_sheet(world.cast.jia, world.cast.firm, world.now)["told"]
    assert told[1]["words"] == "农业：今年查过 1 次，年度上限 1 次（示例厅，核实于2026-05-01）。"
    assert told[1]["state"] == "stop"


def test_安排了还没有去的不算次数_也列出来(world: World) -> None:
    world.plan(TOWN)
    sheet = visits_sheet(world.cast.jia, world.cast.firm, world.now)
    assert sheet["told"][0]["words"].startswith("2026年来过 0 次")
    assert [(line["words"], line["when"]) for line in sheet["lines"]] == [("已安排，等批准", "6月3日 周三 09:30")]


def test_对自然人没有检查这一块(world: World) -> None:
    assert visits_sheet(world.cast.jia, world.cast.ding, world.now) is None
    assert "安排检查" not in text(client(world.cast.jia).get("/parties/p-ding/"))


def test_页面上看得到_负责人没有安排检查的按钮(world: World) -> None:
    visit = world.recorded(TOWN)
    officer, head = client(world.cast.jia), client(world.cast.ji)
    page = text(officer.get("/parties/p-firm/"))
    assert f"/inspections/{visit.pk}/" in page and "2026年来过 1 次" in page and "party=p-firm" in page
    assert "安排检查" not in text(head.get("/parties/p-firm/"))


def test_多的到列表里看_只列这一家的(world: World, monkeypatch) -> None:
    visit = world.recorded(TOWN)
    monkeypatch.setattr("yizhi.desk.inspections.at_party.MOST", 0)
    assert MOST > 0 and "party=p-firm" in visits_sheet(world.cast.jia, world.cast.firm, world.now)["more"]
    captain = client(world.cast.captain)
    assert f"/inspections/{visit.pk}/" in text(captain.get("/inspections/?show=all&party=p-firm"))
    assert f"/inspections/{visit.pk}/" not in text(captain.get("/inspections/?show=all&party=p-ding"))
