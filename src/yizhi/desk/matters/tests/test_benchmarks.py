"""裁量基准：按版本导入，行为日有效的才适用，没有公布的不适用，改版以后旧案仍用旧基准。"""
# ruff: noqa: N802

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.benchmarks import benchmark, tiers_on, upper_on
from yizhi.desk.matters.imports import Preview, confirm, upload
from yizhi.desk.matters.models import BenchmarkTier
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.tests.test_list_api import bearer

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


TIMES = "权力名称,裁量阶次,适用情形,倍数下限,倍数上限,按什么的倍数,细化的上级阶次,制定机关,依据文件,公布日期,施行日期\n"
ABOVE = "示意省主管厅,示意省基准〔2024〕1号,2024-01-01,2024-02-01"
OURS = "示意综合执法局,示意县基准〔2025〕1号,2025-01-01,2025-02-01"


def times(*lines: str) -> Preview:
    return upload("benchmarks", "基准.csv", (TIMES + "\n".join(lines) + "\n").encode(), by="sifa", now=county.NOW)


def rows(tail: str, *bounds: str) -> list[str]:
    names = ("较轻", "一般", "较重")
    return [f"擅自倾倒建筑垃圾,{name},情形,{bound},{tail}" for name, bound in zip(names, bounds, strict=True)]


def upper() -> None:
    lines = rows(ABOVE, "1,3,货值金额,", "3,5,货值金额,", "5,10,货值金额,")
    confirm(times(*lines).upload.id, by="sifa", now=county.NOW)


@pytest.mark.parametrize(
    ("bounds", "code"),
    [
        pytest.param(("1,2,货值金额,", "3,4,货值金额,", "5,10,货值金额,"), "", id="都在上级以内"),
        pytest.param(("0.9,2,货值金额,", "3,4,货值金额,", "5,10,货值金额,"), "refined-outside", id="低于上级下限"),
        pytest.param(("1,2,货值金额,", "3,4,货值金额,", "5,10.01,货值金额,"), "refined-outside", id="高于上级上限"),
        pytest.param(("1,2,货值金额,", "3,,货值金额,", "5,10,货值金额,"), "refined-outside", id="没有上限"),
        pytest.param(
            ("1,2,违法所得,", "3,4,货值金额,", "5,10,货值金额,"), "refined-in-other-unit", id="换了倍数的基数"
        ),
        pytest.param(
            ("1,2,货值金额,没有的", "3,4,货值金额,", "5,10,货值金额,"), "upper-tier-missing", id="上级没有这个阶次"
        ),
        pytest.param(("1,2,货物,", "3,4,货值金额,", "5,10,货值金额,"), "times-of-unknown", id="不认得的基数"),
        pytest.param(("1,2,,", "3,4,货值金额,", "5,10,货值金额,"), "times-of-nothing", id="没有写基数"),
    ],
)
def test_县级只能在上级基准以内细化(bounds: tuple[str, ...], code: str) -> None:
    upper()
    Body.objects.filter(pk="dept-cg").update(name="示意综合执法局")
    found = {each["code"] for each in times(*rows(OURS, *bounds)).bad}
    assert code in found if code else not found


def test_本县的在前_上级的还在_旧案按行为日() -> None:
    upper()
    Body.objects.filter(pk="dept-cg").update(name="示意综合执法局")
    confirm(times(*rows(OURS, "1,2,货值金额,", "3,4,货值金额,", "5,8,货值金额,")).upload.id, by="sifa", now=county.NOW)
    assert [row.high for row in tiers_on("cg-1", date(2025, 2, 1))] == [2, 4, 8]
    assert [row.high for row in tiers_on("cg-1", date(2025, 1, 31))] == [3, 5, 10]
    assert [row.high for row in upper_on("cg-1", date(2025, 2, 1))] == [3, 5, 10]
    assert benchmark("cg-1", date(2025, 2, 1), "示意综合执法局")[0].words == "罚款货值金额的1倍至2倍"


def test_接口列出各版_按事实给幅度_不给数额() -> None:
    upper()
    browser = Client(headers=bearer("officer", "town-510681101"))
    told = browser.get("/api/v1/items/cg-1/benchmarks").json()
    assert [(one["level"], len(one["tiers"]), one["tiers"][0]["times_of"]) for one in told] == [("upper", 3, "goods")]
    asked = browser.get("/api/v1/items/cg-1/range", {"on": "2025-06-01", "goods_value_yuan": "3000.00"}).json()
    assert [(one["low"], one["high"]) for one in asked] == [("3000", "9000"), ("9000", "15000"), ("15000", "30000")]
    assert "数额由办案的机关定，并写明理由。" in asked[0]["reasons"] and not {"amount", "fine"} & asked[0].keys()
    unknown = browser.get("/api/v1/items/cg-1/range", {"on": "2025-06-01"}).json()
    assert [(one["low"], one["missing"]) for one in unknown] == [(None, "goods_value_yuan")] * 3
    assert browser.get("/api/v1/items/cg-1/range", {"on": "2024-01-31"}).json() == []
    assert browser.get("/api/v1/items/no/range").status_code == 404
    assert browser.get("/api/v1/items/cg-1/range", {"goods_value_yuan": "-1"}).status_code == 422
