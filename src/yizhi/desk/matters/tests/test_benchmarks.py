"""裁量基准：按版本导入，行为日有效的才适用，没有公布的不适用，改版以后旧案仍用旧基准。"""
# ruff: noqa: N802

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yizhi.desk.matters.benchmarks import benchmark, tiers_on
from yizhi.desk.matters.imports import Preview, confirm, upload
from yizhi.desk.matters.models import BenchmarkTier
from yizhi.desk.matters.tests import county

pytestmark = pytest.mark.django_db
HEAD = "权力名称,裁量阶次,适用情形,罚款下限,罚款上限,幅度,制定机关,依据文件,公布日期,施行日期\n"
TAIL = "示意县综合行政执法局,示意基准〔2025〕1号,2025-01-01,2025-02-01"
LINES = (
    f"擅自倾倒建筑垃圾,较轻,不足五立方米,200,500,,{TAIL}",
    f"擅自倾倒建筑垃圾,一般,五立方米以上,500,1000,,{TAIL}",
    f"擅自倾倒建筑垃圾,较重,十立方米以上,,,货值一倍以上,{TAIL}",
)


@pytest.fixture(autouse=True)
def facts(db: None) -> None:
    county.build()


def read(*lines: str) -> Preview:
    return upload("benchmarks", "基准.csv", (HEAD + "\n".join(lines) + "\n").encode(), by="sifa", now=county.NOW)


def written(*lines: str) -> str:
    return confirm(read(*lines).upload.id, by="sifa", now=county.NOW)


def test_导入三个阶次() -> None:
    assert written(*LINES) == "写入了 1 个事项的裁量基准，共 3 个阶次。"
    tiers = benchmark("cg-1", date(2025, 2, 1), "示意县综合行政执法局")
    assert [tier.words for tier in tiers] == ["罚款200元至500元", "罚款500元至1000元", "货值一倍以上"]
    assert tiers[0].own and tiers[0].low == Decimal(200) and tiers[2].high is None
    assert not benchmark("cg-1", date(2025, 2, 1), "甲镇人民政府")[0].own
    again = read(*LINES)
    assert (again.new, again.changed, again.same) == (0, 0, 1)


@pytest.mark.parametrize(
    ("on", "count"),
    [
        pytest.param(date(2025, 1, 31), 0, id="施行前一天"),
        pytest.param(date(2025, 2, 1), 3, id="施行当天"),
    ],
)
def test_按行为日适用(on: date, count: int) -> None:
    written(*LINES)
    assert len(tiers_on("cg-1", on)) == count


def test_没有公布的不适用() -> None:
    written(*(line.replace("2025-01-01", "2025-03-01") for line in LINES))
    assert tiers_on("cg-1", date(2025, 2, 1)) == [] and len(tiers_on("cg-1", date(2025, 3, 1))) == 3


def test_改版以后旧案仍用旧基准() -> None:
    written(*LINES)
    newer = [line.replace("2025-02-01", "2026-01-01").replace(",500,", ",600,") for line in LINES]
    assert "3 个阶次" in written(*newer)
    assert tiers_on("cg-1", date(2025, 12, 31))[0].high == Decimal(500)
    assert tiers_on("cg-1", date(2026, 1, 1))[0].high == Decimal(600)
    assert BenchmarkTier.objects.count() > 6


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param(f"擅自倾倒建筑垃圾,一般,情形,800,500,,{TAIL}", "range-upside-down", id="上限小于下限"),
        pytest.param(f"擅自倾倒建筑垃圾,一般,情形,,,,{TAIL}", "range-missing", id="没有幅度"),
        pytest.param(f"擅自倾倒建筑垃圾,一般,情形,五百,,,{TAIL}", "amount-unreadable", id="数额看不懂"),
        pytest.param(f"没有的事项,一般,情形,1,2,,{TAIL}", "item-unknown", id="没有这个事项"),
    ],
)
def test_读不懂的格子(line: str, code: str) -> None:
    assert code in {each["code"] for each in read(line).bad}


def test_阶次太少要核对() -> None:
    found: list[dict[str, Any]] = read(LINES[0]).findings
    assert "tiers-number" in {each["code"] for each in found if each["severity"] == "ask"}


def test_事项页写出幅度() -> None:
    written(*LINES)
    page = county.signed_in("officer").get("/items/cg-1/?on=2026-01-01").content.decode()
    assert "罚款200元至500元" in page and "不足五立方米" in page
