"""自行强制执行 A building the party does not clear away is announced, demanded and torn down by the town itself; a blocked road is cleared at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .desk import Desk, minute, paper_words, workday

pytestmark = pytest.mark.browser

TOWN = "广汉市连山镇人民政府"
ANNOUNCED, HEARD, DECIDED, DONE = workday(40), workday(30), workday(12), workday(6)
TIME_GIVEN = workday(20)


def announced_and_demanded(officer: Desk, dossier: str, folder: Path) -> None:
    told = {"demolish_what": "铁皮棚一间", "demolish_until": TIME_GIVEN, "published_where": "现场、镇政府公告栏"}
    officer.choose(dossier, "公告限期自行拆除")
    officer.act(dossier, "announce_demolition", told | {"done_at": f"{ANNOUNCED}T09:30"}, here=True)
    words = paper_words(officer, dossier, "公告", folder)
    assert TOWN in words and "铁皮棚一间" in words
    asked = {
        "demand_for": "demolition",
        "perform_by": TIME_GIVEN,
        "perform_way": "自行拆除并清走。",
        "duties_left": "拆除铁皮棚一间",
        "done_at": f"{ANNOUNCED}T10:30",
    }
    officer.act(dossier, "demand", asked)
    left = {
        "service_method": "left",
        "served_on": ANNOUNCED,
        "recipient": "当事人（演示）",
        "witness": "村委会干部（演示）",
        "service_reason": "当事人拒绝签收，在住所留置。",
        "done_at": f"{ANNOUNCED}T15:00",
    }
    officer.act(dossier, "serve_demand", left)
    words = paper_words(officer, dossier, "送达回证", folder)
    assert "留置" in words and "村委会干部" in words
    heard = {
        "defence_text": "还要用一段时间。",
        "defence_accepted": "not_accepted",
        "defence_opinion": "没有正当理由。",
    }
    officer.act(dossier, "hear_demand", heard | {"done_at": f"{HEARD}T10:00"})


def torn_down(officer: Desk, approver: Desk, phone: Desk, dossier: str, pictures: Path, folder: Path) -> None:
    decided = {
        "enforce_way": "demolish",
        "own_power_basis": "中华人民共和国城乡规划法 第65条",
        "enforce_reason": "公告、催告的期限已满，仍不拆除。",
        "enforce_at": f"{DONE}T09:30",
        "done_at": f"{DECIDED}T09:00",
    }
    approver.choose(dossier, "决定强制执行")
    approver.fill(decided)
    approver.page.wait_for_selector("#act-stops >> text=建筑物在哪一种规划区")
    approver.picture(pictures / "enforcement-1440.png")
    approver.act(dossier, "decide_enforcement", {"planning_area": "village"}, here=True)
    words = paper_words(approver, dossier, "强制执行决定书", folder)
    assert TOWN in words and "六十日" in words and "六个月" in words and "片区" not in words
    served = {"service_method": "direct", "recipient": "当事人（演示）", "recipient_relation": "self"}
    at = {"served_on": DECIDED, "done_at": f"{DECIDED}T15:00"}
    phone.go(f"/cases/{dossier}/acts/carry_out_enforcement/")
    phone.page.wait_for_selector("#act-stops >> text=决定书还没有送达")
    officer.act(dossier, "serve_enforcement", served | at)
    done = {
        "started_at": f"{DONE}T09:30",
        "ended_at": f"{DONE}T11:00",
        "enforce_result": "拆除铁皮棚一间，材料交还当事人。",
        "present_people": "当事人（演示）\n村委会干部（演示）",
        "done_at": f"{DONE}T11:10",
    }
    phone.choose(dossier, "实施强制执行、代履行")
    phone.fill(done)
    phone.picture(pictures / "enforcement-390.png")
    phone.fits()
    phone.act(dossier, "carry_out_enforcement", {}, here=True)
    assert "材料交还当事人" in paper_words(officer, dossier, "执行", folder)
    approver.act(dossier, "close_case", {"closing_way": "fulfilled"})
    assert "已结案" in approver.page.locator("main").inner_text()


def cleared_at_once(officer: Desk, approver: Desk, dossier: str, folder: Path) -> None:
    what = {
        "substitute_ground": "traffic",
        "substitute_what": "村道上的柴草",
        "substitute_way": "由保洁队清走",
        "substitute_at": minute(0),
        "substitute_by": "本机关",
        "substitute_cost_yuan": "300",
        "enforce_reason": "占住村道，影响通行。",
        "urgent_reason": "车辆无法通过。",
    }
    approver.go(f"/cases/{dossier}/acts/decide_substitute/")
    approver.page.wait_for_selector("#act-stops >> text=催告书还没有送达")
    approver.act(dossier, "decide_substitute", what | {"substitute_at_once": True}, here=True)
    assert "300" in paper_words(approver, dossier, "代履行决定书", folder)
    done = {"started_at": minute(1), "ended_at": minute(0), "enforce_result": "已经清走。"}
    officer.act(dossier, "carry_out_enforcement", done | {"urgent_reason": "车辆无法通过。"})
    at = {"served_on": minute(0)[:10], "recipient": "当事人（演示）", "recipient_relation": "self"}
    officer.act(dossier, "serve_substitute", {"service_method": "direct"} | at)
    assert "强制执行中" in officer.page.locator("main").inner_text()


def test_by_the_towns_own_power(
    sit_down: Callable[..., Desk], play: Callable[[str], str], pictures: Path, tmp_path: Path
) -> None:
    building, road = play("tests.journeys.before_enforcement").split()
    officer, approver, phone = sit_down("duiyuan"), sit_down("fuzeren"), sit_down("duiyuan", 390, 844)
    announced_and_demanded(officer, building, tmp_path)
    torn_down(officer, approver, phone, building, pictures, tmp_path)
    cleared_at_once(officer, approver, road, tmp_path)
    assert officer.problems == approver.problems == phone.problems == []
