"""年度上限 How often a shop is visited in a calendar year; a cap nobody entered is asked."""

import pytest
from tests.cast import at

from yizhi.desk.inspections import keeping
from yizhi.desk.inspections.knowing import cap_of
from yizhi.desk.inspections.tests.world import CAPS, TOWN, World, build, codes
from yizhi.rules.refusal import Refusal


@pytest.fixture
def world(db: None) -> World:
    return build()


def test_a_cap_nobody_entered_is_asked_and_told_to_the_head(world: World):
    visit = world.plan(TOWN)
    assert codes(world.do, world.cast.ji, visit, "approve_inspection", opinion="同意") == ["annual-cap-unknown-农业"]
    world.do(world.cast.ji, visit, "approve_inspection", opinion="同意", answers=CAPS)
    assert visit.parts.get().stage == "approved"


def cap(world: World, times: int, checked: str | None = "2026-05-01") -> None:
    keeping.enter_cap(
        world.cast.administrator,
        "农业",
        times=times,
        starts=at("2026-01-01").date(),
        set_by="示意主管部门",
        source="示意文件",
        checked_on=at(checked).date() if checked else None,
        now=world.now,
    )


@pytest.mark.parametrize(
    ("times", "kind", "checked", "code"),
    [
        pytest.param(2, "daily", "2026-05-01", "", id="还有一次"),
        pytest.param(1, "daily", "2026-05-01", "annual-cap-reached-农业", id="已经到上限"),
    ],
)
def test_a_cap_ends_daily_checks(world: World, times, kind, checked, code):
    world.recorded(TOWN)
    cap(world, times, checked)
    span = {"starts_at": at("2026-07-20 09:30"), "ends_at": at("2026-07-20 10:30")}
    if code:
        assert codes(world.plan, TOWN, kind=kind, **span) == [code]
    else:
        assert world.plan(TOWN, kind=kind, **span)


def test_the_count_begins_anew_with_the_calendar_year(world: World):
    world.recorded(TOWN)
    cap(world, 1)
    with pytest.raises(Refusal):
        world.plan(TOWN, starts_at=at("2026-12-31 09:30"), ends_at=at("2026-12-31 10:30"))
    assert world.plan(TOWN, starts_at=at("2027-01-01 09:30"), ends_at=at("2027-01-01 10:30"))


def test_a_cap_is_entered_by_keepers_and_the_later_one_ends_the_earlier(world: World):
    cap(world, 3)
    told = {"starts": at("2026-06-01").date(), "set_by": "主管部门", "source": "文件", "checked_on": None}
    assert codes(keeping.enter_cap, world.cast.ji, "农业", times=2, now=world.now, **told) == ["items-not-yours"]
    assert codes(keeping.enter_cap, world.cast.administrator, "天文", times=2, now=world.now, **told) == ["bad-input"]
    keeping.enter_cap(world.cast.administrator, "农业", times=2, now=world.now, **told)
    held = [cap_of("农业", at(day).date()) for day in ("2026-05-31", "2026-06-01")]
    assert [(row.times, row.checked_on is None) for row in held if row] == [(3, False), (2, True)]
    assert codes(keeping.enter_cap, world.cast.administrator, "农业", times=4, now=world.now, **told) == ["cap-doubled"]
