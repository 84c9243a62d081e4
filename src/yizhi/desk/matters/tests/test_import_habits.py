"""真实表格的习惯：合并单元格、小标题、备注行、几个工作表、两行表头、一格几部依据、一格几个镇；读不懂的写明行和列，不丢。"""
# ruff: noqa: N802

import io
import time

import pytest
import xlsxwriter

from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.imports.sheets import MOST_ROWS
from yizhi.desk.matters.models import Allocation, Item, ItemVersion
from yizhi.desk.matters.tests import county
from yizhi.rules.refusal import BadInput

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def book(**sheets):
    """一个工作簿：工作表名 → (行, 合并)。合并写 (起行, 起列, 止行, 止列)，从 0 数。"""
    kept = io.BytesIO()
    made = xlsxwriter.Workbook(kept, {"in_memory": True})
    for name, (rows, merges) in sheets.items():
        sheet = made.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(at, column, value)
        for first, left, last, right in merges:
            sheet.merge_range(first, left, last, right, rows[first][left])
    made.close()
    return kept.getvalue()


def read(kind="items", **sheets):
    if kind == "items":
        Item.objects.update(source_number=None, name="示意事项")
    return upload(kind, "清单.xlsx", book(**sheets), by="jian", now=county.NOW)


def codes(shown):
    return {(each["code"], each["sheet"], each["row"], each["column"]) for each in shown.findings}


def cited(row):
    return [f"《{basis['law']}》{basis['article']}" for basis in row["bases"]]


WEINING = [
    ["示意县水务局权责清单（2021年版）", "", "", "", "", "", ""],
    ["序号", "权力类型", "权力名称", "", "权力编码", "设定依据", "承办机构"],
    ["", "", "主项", "子项", "", "", ""],
    [1, "行政处罚", "对违反河道管理规定的处罚", "在河道内建设妨碍行洪的建筑物", "", "《防洪法》第五十五条", "水利局"],
    ["", "", "", "在河道内倾倒渣土", "", "《防洪法》第55条第（二）项", "水利局"],
    ["一、水资源管理（共1项）", "", "", "", "", "", ""],
    [
        2,
        "行政处罚",
        "对擅自取水的处罚",
        "",
        "",
        "1.【法律】《水法》（2016年7月修订）第六十九条：有下列行为之一的，依照第七十条处罚。",
        "水利局",
    ],
    ["", "", "", "", "", "2.【行政法规】《取水条例》（国务院令第460号）第四十八条", ""],
    ["", "", "", "", "", "据说还有一个文件", ""],
    ["小计：2项", "", "", "", "", "", ""],
    ["", "", "", "", "", "", ""],
    ["注：依据以现行有效的为准。", "", "", "", "", "", ""],
    ["填报单位：示意县水务局", "", "", "", "", "", ""],
]
WEINING_MERGES = [(0, 0, 0, 6), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4), (1, 5, 2, 5), (1, 6, 2, 6)]
WEINING_MERGES += [(3, 0, 4, 0), (3, 1, 4, 1), (3, 2, 4, 2), (6, 0, 8, 0), (6, 1, 8, 1), (6, 2, 8, 2)]


def test_主项子项合并一个事项的依据写在几行():
    shown = read(水务=(WEINING, WEINING_MERGES))
    assert shown.bad == [], shown.bad
    assert [(row["code"], row["name"]) for row in shown.rows] == [
        ("item-0001", "在河道内建设妨碍行洪的建筑物"),
        ("item-0001-2", "在河道内倾倒渣土"),
        ("item-0002", "对擅自取水的处罚"),
    ]
    assert shown.rows[1]["note"] == "主项：对违反河道管理规定的处罚"
    assert cited(shown.rows[1]) == ["《防洪法》第五十五条第（二）项"]
    assert cited(shown.rows[2]) == ["《水法》第六十九条", "《取水条例》第四十八条"]
    assert shown.rows[2]["bases"][0]["year"] == 2016
    found = codes(shown)
    assert {
        ("above-header", "水务", 1, "A"),
        ("header-two-rows", "水务", 2, ""),
        ("section-row", "水务", 6, "A"),
        ("row-goes-on", "水务", 8, "F"),
        ("row-goes-on", "水务", 9, "F"),
        ("note-row", "水务", 10, "A"),
        ("note-row", "水务", 12, "A"),
        ("note-row", "水务", 13, "A"),
        ("basis-unread", "水务", 7, "F"),
    } <= found
    assert "据说还有一个文件" in next(each["sentence"] for each in shown.findings if each["code"] == "basis-unread")


def test_几个工作表都读没有表头的写明():
    head = ["序号", "事项名称", "职权类型", "实施依据", "执法门类"]
    rows = [head, ["1、", "损坏花木", "行政处罚", "《城市绿化条例》第二十六条", "城市管理"]]
    other = [head, ["（2）", "擅自取水", "行政处罚", "水法第六十九条", "水利"]]
    shown = read(城管=(rows, []), 水利=(other, []), 说明=([["本表由各部门填报"]], []))
    assert shown.bad == []
    assert [(row["source_number"], row["owner"]) for row in shown.rows] == [(1, "dept-cg"), (2, "dept-sl")]
    assert cited(shown.rows[1]) == ["《水法》第六十九条"]
    assert ("sheet-skipped", "说明", 0, "") in codes(shown)


def test_小标题里的领域当作下面各行的领域():
    rows = [
        ["序号", "事项名称", "权力类型", "设定依据"],
        ["一、城市管理领域（1项）", "", "", ""],
        [1, "损坏花木", "行政处罚", ""],
        ["二、水利领域（1项）", "", "", ""],
        [2, "擅自取水", "行政处罚", ""],
    ]
    shown = read(清单=(rows, [(1, 0, 1, 3), (3, 0, 3, 3)]))
    assert shown.bad == []
    assert [row["owner"] for row in shown.rows] == ["dept-cg", "dept-sl"]


GUANGAN = [
    "序号",
    "省序号",
    "权力类型",
    "权力名称",
    "主要设立依据",
    "备注",
    "承接乡镇（街道）",
    "省级决定",
    "起始日期",
    "公布日期",
]
SAID = ["川府发〔2021〕42号", "2026-01-01", "2026-01-01"]
TOWNS = {
    "顿号": ("甲镇、乙镇", ["510681101", "510681102"]),
    "和": ("甲镇和乙镇", ["510681101", "510681102"]),
    "换行": ("甲镇\n乙镇", ["510681101", "510681102"]),
    "没有隔开": ("甲镇乙镇等2个镇", ["510681101", "510681102"]),
    "机关全称": ("乙镇人民政府", ["510681102"]),
    "各镇": ("各镇（街道）", ["510681101", "510681102"]),
    "除外": ("各镇（甲镇除外）", ["510681102"]),
    "除某镇外": ("除甲镇外的各镇", ["510681102"]),
}


@pytest.mark.parametrize(("cell", "towns"), TOWNS.values(), ids=TOWNS.keys())
def test_一格几个镇(cell, towns):
    rows = [GUANGAN, [1, 2, "行政处罚", "损坏城市树木花草", "", "", cell, *SAID]]
    shown = read("allocations", 赋权=(rows, []))
    assert shown.bad == []
    assert [row["town"] for row in shown.rows] == towns


def test_不是镇的名字写明是哪一格不丢():
    rows = [GUANGAN, [1, 2, "行政处罚", "损坏城市树木花草", "", "", "甲镇、丙镇和某街道", *SAID]]
    shown = read("allocations", 赋权=(rows, []))
    assert [(each["row"], each["column"], each["value"]) for each in shown.bad] == [
        (2, "G", "丙镇"),
        (2, "G", "某街道"),
    ]


def test_序号合并的几行各是一个镇():
    rows = [
        GUANGAN,
        [1, 2, "行政处罚", "损坏城市树木花草", "", "", "甲镇", *SAID],
        ["", "", "", "", "", "", "乙镇", *SAID],
    ]
    merges = [(1, at, 2, at) for at in range(4)]
    shown = read("allocations", 赋权=(rows, merges))
    assert shown.bad == []
    confirm(shown.upload.id, by="jian", now=county.NOW)
    assert Allocation.objects.filter(item="cg-2").count() == 2


def test_读不懂的格子一个不少():
    rows = [
        ["序号", "事项名称", "权力类型", "所属领域", "设定依据", "生效日期"],
        ["甲", "损坏花木", "行政处罚", "城市管理", "", ""],
        [2, "损坏花木二", "行政处分", "城市管理", "", ""],
        [3, "损坏花木三", "行政处罚", "没有的领域", "", ""],
        [4, "损坏花木四", "行政处罚", "城市管理", "", "2026年13月1日"],
        [5, "", "行政处罚", "城市管理", "《甲法》第二款", ""],
    ]
    shown = read(清单=(rows, []))
    assert {(each["row"], each["column"]) for each in shown.bad} == {(2, "A"), (3, "C"), (4, "D"), (5, "F"), (6, "B")}
    assert ("basis-unread", "清单", 6, "E") in codes(shown)


def test_太多行很快说清楚():
    line = "1,损坏花木,行政处罚,城市管理,\n"
    data = ("序号,事项名称,权力类型,所属领域,设定依据\n" + line * (MOST_ROWS + 1)).encode()
    started = time.monotonic()
    with pytest.raises(BadInput) as refused:
        upload("items", "大.csv", data, by="jian", now=county.NOW)
    assert refused.value.first.code == "file-too-large" and refused.value.first.cure
    assert time.monotonic() - started < 20


def test_一千行读得完写得进():
    rows = [["序号", "事项名称", "权力类型", "所属领域", "设定依据"]]
    rows += [
        [n, f"第{n}种损坏花木的情形", "行政处罚", "城市管理", "《城市绿化条例》第二十六条"] for n in range(4, 1004)
    ]
    shown = read(清单=(rows, []))
    assert (shown.new, len(shown.bad)) == (1000, 0)
    confirm(shown.upload.id, by="jian", now=county.NOW)
    assert ItemVersion.objects.count() == 1003
