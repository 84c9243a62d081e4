"""期限里的检查：责令改正的最后一天按日列出；那是当事人的时间，过了不算谁超期。"""
# ruff: noqa: N802

from datetime import date

import pytest
from tests.cast import XIAOHAN, at

from yizhi.desk.cases.clock_page import clock_context, due_until
from yizhi.desk.inspections.tests.test_pages import client, text
from yizhi.desk.inspections.tests.world import DAY, TOWN, World, build, urgent

pytestmark = pytest.mark.django_db
ORDER = {"demand": "补齐台账", "correct_by": "2026-06-10"}


@pytest.fixture
def world(settings, monkeypatch) -> World:
    settings.DEMO = True
    made = build()
    monkeypatch.setattr("yizhi.web.middleware.timezone.now", lambda: made.now)
    return made


def test_改正期限按日列在期限里_过了不算谁超期(world: World) -> None:
    visit = world.recorded(TOWN)
    world.do(world.cast.jia, visit, "order_inspected", f"{DAY} 10:50", **ORDER)
    (one,) = due_until(world.cast.jia, date(2026, 6, 10))
    assert (one.name, one.act, one.on, one.href) == (
        "改正期限",
        "confirm_correction",
        date(2026, 6, 10),
        f"/inspections/{visit.pk}/",
    )
    assert due_until(world.cast.jia, date(2026, 6, 9)) == due_until(world.cast.wu, date(2026, 6, 10)) == []
    assert due_until(world.cast.jia, date(2026, 6, 10), XIAOHAN) == []
    shown = clock_context(world.cast.jia, {}, now=at("2026-06-12"))
    assert [line["left"] for line in shown["over"]] == ["期满 2 天"] and not shown["past"]
    world.now = at("2026-06-05")
    assert "示例建材有限公司" in text(client(world.cast.jia).get("/limits/"))


def test_紧急检查没有补办审批_列在应当及时办里_补办了就没有(world: World) -> None:
    visit = urgent(world)
    (line,) = clock_context(world.cast.ji, {}, now=world.now)["waiting"]
    assert "没有补办审批" in line.sentence and line.href == f"/inspections/{visit.pk}/" and "54号" in line.article
    assert clock_context(world.cast.wu, {}, now=world.now)["waiting"] == []
    assert clock_context(world.cast.ji, {"town": XIAOHAN}, now=world.now)["waiting"] == []
    world.do(world.cast.ji, visit, "make_up_approval", f"{DAY} 11:00", opinion="同意补办")
    assert clock_context(world.cast.ji, {}, now=world.now)["waiting"] == []
