"""年度检查计划：本机关排定、公布；公布的才对照；计划里没有的日常、专项检查要写明理由，个案检查不对照；一家查满了也要写。"""
# ruff: noqa: N802

import json
from datetime import date

import pytest
from django.test import Client
from tests.cast import at, fresh
from tests.doors import token

from yizhi.desk.inspections import replay, year_plan
from yizhi.desk.inspections.models import InspectionPlan
from yizhi.desk.inspections.tests.test_pages import client, text
from yizhi.desk.inspections.tests.world import BUREAU, CAPS, DAY, TOWN, World, codes
from yizhi.desk.inspections.view import visit_context
from yizhi.desk.people.identity import Identity
from yizhi.web.command import main

pytestmark = pytest.mark.django_db
LINE = {"item": "ny-1", "kind": "daily", "subjects": "农资店", "times": 1}
SPECIAL = {**LINE, "kind": "special", "times": 2}
WHY = {"answers": {**CAPS, "inspection-outside-plan": "上级今天部署", "planned-times-reached": "上次没有查到库房"}}


def write(who: Identity, *lines: dict, year: int = 2026, now=at("2026-01-05")) -> None:
    year_plan.write_plan(who, year, lines, id=fresh(), now=now)


def publish(who: Identity, on: str = "2026-01-05", year: int = 2026, now=at("2026-05-30")) -> None:
    told = {"published_on": date.fromisoformat(on), "channel": "县人民政府网站"}
    year_plan.publish_plan(who, year, id=fresh(), now=now, **told)


def test_没有公布计划的_安排检查不问(world: World) -> None:
    write(world.cast.ji, SPECIAL)
    assert world.plan(TOWN).pk


@pytest.mark.parametrize(
    ("line", "kind", "asked"),
    [
        pytest.param(LINE, "daily", False, id="日常_计划里有"),
        pytest.param(SPECIAL, "daily", True, id="日常_计划里只有专项"),
        pytest.param(SPECIAL, "special", False, id="专项_计划里有"),
        pytest.param(LINE, "special", True, id="专项_计划里只有日常"),
        pytest.param(SPECIAL, "case", False, id="个案_不对照计划"),
    ],
)
def test_公布的计划里没有的要写明理由(world: World, line: dict, kind: str, asked: bool) -> None:
    write(world.cast.ji, line)
    publish(world.cast.ji)
    if asked:
        assert codes(world.plan, TOWN, kind=kind) == ["inspection-outside-plan"]
        assert world.plan(TOWN, kind=kind, facts=WHY).pk
    else:
        assert world.plan(TOWN, kind=kind).pk


@pytest.mark.parametrize(("on", "asked"), [("2026-06-03", True), ("2026-06-04", False)], ids=["当天公布", "次日才公布"])
def test_对照检查那一天已经公布的(world: World, on: str, asked: bool) -> None:
    write(world.cast.ji, SPECIAL)
    publish(world.cast.ji, on, now=at("2026-06-05"))
    assert (codes(world.plan, TOWN) == ["inspection-outside-plan"]) if asked else world.plan(TOWN).pk


def test_一家一年查满了_再查要写明理由_批准的人也要写(world: World) -> None:
    write(world.cast.ji, LINE)
    publish(world.cast.ji)
    visit = world.recorded(TOWN)
    world.do(world.cast.jia, visit, "find_nothing", f"{DAY} 11:00")
    again = {"starts_at": at("2026-06-08 09:00"), "ends_at": at("2026-06-08 10:00")}
    assert codes(world.plan, TOWN, **again) == ["planned-times-reached"]
    second = world.plan(TOWN, facts=WHY, **again)
    assert codes(world.do, world.cast.ji, second, "approve_inspection", opinion="同意", answers=CAPS) == [
        "planned-times-reached"
    ]
    world.do(world.cast.ji, second, "approve_inspection", opinion="同意", **WHY)


def test_别的机关的计划不对照(world: World) -> None:
    write(world.cast.ji, LINE)
    publish(world.cast.ji)
    visit = world.plan(TOWN, BUREAU)
    told = [one["words"] for one in visit_context(world.cast.captain, visit, now=world.now)["often"]]
    assert "连山镇：列入2026年检查计划，2026年1月5日公布。" in told
    assert any(words.startswith("市综合执法局：没有公布2026年检查计划") for words in told)


def test_改了没有公布_仍按原来公布的(world: World) -> None:
    write(world.cast.ji, LINE)
    publish(world.cast.ji)
    write(world.cast.ji, SPECIAL)
    plan = InspectionPlan.objects.get()
    assert ([line["kind"] for line in plan.lines], [line["kind"] for line in plan.published]) == (
        ["special"],
        ["daily"],
    )
    assert world.plan(TOWN).pk
    assert [one for one in replay.differences(now=world.now) if "计划" in one.where] == []


@pytest.mark.parametrize("who", ["jia", "captain", "justice", "administrator", "bing"])
def test_只有本机关的负责人联络员排(world: World, who: str) -> None:
    identity = getattr(world.cast, who)
    assert codes(write, identity, LINE) == ["inspection-plan-not-yours"]
    assert codes(publish, identity) == ["inspection-plan-not-yours"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        pytest.param([{**LINE, "item": "没有"}], "item-unknown", id="没有这个事项"),
        pytest.param([{**LINE, "kind": "case"}], "unknown-kind", id="个案不进计划"),
        pytest.param([{**LINE, "times": 0}], "bad-times", id="零次"),
        pytest.param([{**LINE, "times": "2"}], "bad-times", id="次数不是数字"),
        pytest.param([{**LINE, "subjects": ""}], "bad-input", id="没有写对谁"),
        pytest.param([LINE, {**LINE, "times": 2}], "plan-line-twice", id="写了两次"),
    ],
)
def test_写错的行指出来_什么也不写(world: World, lines: list, code: str) -> None:
    assert codes(write, world.cast.ji, *lines) == [code]
    assert not InspectionPlan.objects.exists()


def test_空的计划不能公布_日期没有到的不行(world: World) -> None:
    assert codes(publish, world.cast.ji) == ["inspection-plan-empty"]
    write(world.cast.ji, LINE)
    assert codes(publish, world.cast.ji, "2026-05-31") == ["in-future"]
    assert codes(write, world.cast.ji, LINE, year=2024) == ["bad-input"]


def test_页面上加一行_公布_去掉一行_别人只看得到公布的(world: World) -> None:
    head, officer = client(world.cast.ji), client(world.cast.jia)
    here = "/inspections/plans/town-lianshan/?year=2026"
    assert officer.get(here).status_code == 404 and officer.get("/inspections/plans/line/").status_code == 404
    assert head.post("/inspections/plans/line/?year=2026", LINE).status_code == 302
    assert officer.get(here).status_code == 404 and "还没有公布的" in text(head.get(here))
    told = {"published_on": "2026-06-01", "channel": "县人民政府网站"}
    assert head.post("/inspections/plans/publish/?year=2026", told).status_code == 302
    shown = text(officer.get(here))
    assert "农资店" in shown and "最多 1 次" in shown and "加一行" not in shown
    assert "已公布" in text(officer.get("/inspections/plans/?year=2026"))
    assert head.post("/inspections/plans/without/?year=2026", {"place": "1"}).status_code == 302
    assert "已经全部去掉" in text(head.get(here)) and "农资店" in text(officer.get(here))
    assert head.post("/inspections/plans/without/?year=2026", {"place": "1"}).status_code == 404
    assert officer.post("/inspections/plans/without/?year=2026", {"place": "1"}).status_code == 404


def test_接口排定公布_重复提交只写一次_命令一样(world: World, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("yizhi.web.command.prepare", lambda wanted: None)
    headers = {"Authorization": f"Bearer {token(world.cast.ji)}"}

    def send(path: str, **told) -> tuple[int, dict]:
        body = json.dumps(told)
        answer = Client().post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)
        return answer.status_code, answer.json()

    told = {"id": str(fresh()), "lines": [LINE]}
    first, again = send("inspection-plans/2026", **told), send("inspection-plans/2026", **told)
    assert first[0] == 201 and first[1]["entry"] == again[1]["entry"]
    assert Client().get("/api/v1/inspection-plans?year=2026", headers=headers).json() == []
    public = {"id": str(fresh()), "published_on": "2026-05-30", "channel": "网站"}
    assert send("inspection-plans/2026/publish", **public)[1]["stage"] == "published"
    (one,) = Client().get("/api/v1/inspection-plans?year=2026", headers=headers).json()
    assert (one["body"], one["lines"]) == ("town-lianshan", [LINE])
    file = tmp_path / "plan.json"
    file.write_text(json.dumps({"lines": [LINE, SPECIAL]}), encoding="utf-8")
    assert main(["inspect", "year", "2026", str(file), "--as", "ji"]) == 0
    assert main(["inspect", "publish", "2026", "--on", "2026-06-01", "--channel", "公告栏", "--as", "ji"]) == 0
    assert "已记入" in capsys.readouterr().out
    assert len(InspectionPlan.objects.get().published) == 2
    assert main(["inspect", "publish", "2026", "--on", "某天", "--channel", "公告栏", "--as", "ji"]) == 2
