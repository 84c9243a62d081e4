"""边界卡：七步都有人负责、有文件；立案、决定、执行跟着清单；片区队不在其中；换了只加一张，以前的仍查得到。"""
# ruff: noqa: N802

import io
from datetime import date, timedelta

import pytest
from python_calamine import CalamineWorkbook

from yizhi.desk.matters import actions, queries
from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.imports.boundary import BoundaryReader
from yizhi.desk.matters.models import BoundaryCard
from yizhi.desk.matters.tests import county
from yizhi.desk.record.sheets import Table, workbook
from yizhi.rules.authority import STEPS, Charge, boundary_faults
from yizhi.rules.authority.boundary import OF_THE_LIST, OF_THE_TEAM
from yizhi.rules.refusal import Refusal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
SOURCE = "边界方案（示意）"
HEAD = "事项编码,发现,先行核查,检测鉴定,立案,事后监管,依据,起始日期\n"


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def charges(**changes):
    whole = {"finds": "town", "checks_first": "team", "measures": "owner", "supervises": "owner"}
    return {step: Charge({**whole, **changes}.get(step, "holder"), SOURCE) for step in STEPS}


def card(item="cg-1", starts=ON, at=county.NOW, **changes):
    return actions.enter_boundary_card(item, charges(**changes), starts=starts, by="bianban", now=at)


@pytest.mark.parametrize("step", STEPS, ids=STEPS.values())
def test_缺哪一步就说哪一步不能公布(step):
    for gap in (Charge("", SOURCE), Charge("holder", " ")):
        faults = boundary_faults("示例", {**charges(), step: gap})
        assert [(fault.code, fault.about) for fault in faults] == [("boundary-incomplete", step)]
        assert STEPS[step] in faults[0].sentence
        assert faults[0].article and faults[0].cure


@pytest.mark.parametrize("step", [step for step in STEPS if step not in OF_THE_TEAM])
def test_片区队只能发现和先行核查(step):
    faults = boundary_faults("示例", charges(**{step: "team"}))
    assert [fault.code for fault in faults] == ["boundary-against-list" if step in OF_THE_LIST else "boundary-team"]


@pytest.mark.parametrize("who", ["town", "owner", "body:dept-cg"])
def test_立案决定执行只能是清单上的机关(who):
    for step in OF_THE_LIST:
        with pytest.raises(Refusal) as refused:
            card(**{step: who})
        assert refused.value.first.code == "boundary-against-list"
    assert not BoundaryCard.objects.exists()


def test_没有边界卡的列出来录了就不再列():
    assert [(gap.code, gap.sentence) for gap in queries.boundary_gaps(["cg-1"])] == [
        ("boundary-incomplete", "“擅自倾倒建筑垃圾”还没有边界卡。")
    ]
    card(starts=ON)
    assert queries.boundary_gaps(["cg-1"]) == []
    assert queries.boundary_gaps(["cg-1"], ON) == []
    assert len(queries.boundary_gaps(["cg-1", "sl-1"], ON - timedelta(days=1))) == 2


def test_换了边界以前的仍是以前的():
    card(measures="owner", starts=date(2026, 1, 1))
    card(measures="body:dept-sl", starts=ON, at=county.NOW + timedelta(hours=1))
    before, after = (queries.boundary_card(county.who(), "cg-1", day) for day in (ON - timedelta(days=1), ON))
    assert queries.boundary_lines(before, {"owner": "甲局"})[2].who == "甲局"
    assert queries.boundary_lines(after)[2] == ("measures", "检测鉴定", "示意县水利局", SOURCE)


def test_没有这个机关没有这个事项():
    for fields, code in (({"measures": "body:没有"}, "unknown-body"), ({"item": "没有"}, "unknown-item")):
        with pytest.raises(Refusal) as refused:
            card(**fields)
        assert refused.value.first.code == code


def test_表格导入先看后写再导不变():
    line = f"cg-1,属地镇（街道）,片区队,示意县水利局,,原实施部门,{SOURCE},2026-11-24\n"
    read = upload("boundary-cards", "边界卡.csv", (HEAD + line).encode(), by="bianban", now=county.NOW)
    assert (read.new, read.bad) == (1, [])
    confirm(read.upload.id, by="bianban", now=county.NOW)
    kept = queries.charges_of(BoundaryCard.objects.get(item="cg-1"))
    assert (kept["measures"].who, kept["opens"].who) == ("body:dept-sl", "holder")
    again = upload("boundary-cards", "边界卡.csv", (HEAD + line).encode(), by="bianban", now=county.NOW)
    assert (again.new, again.changed, again.same) == (0, 0, 1)


BAD = {
    "谁也没写": (",片区队,水利局,,部门", "boundary-incomplete"),
    "立案另写机关": ("属地镇,片区队,水利局,水利局,部门", "boundary-against-list"),
    "片区队检测": ("属地镇,片区队,片区队,,部门", "boundary-team"),
    "不认识的": ("属地镇,片区队,环卫所,,部门", "boundary-unknown"),
}


@pytest.mark.parametrize(("cells", "code"), BAD.values(), ids=BAD.keys())
def test_表里写错的指出哪一格(cells, code):
    data = f"{HEAD}cg-1,{cells},{SOURCE},2026-11-24\n".encode()
    read = upload("boundary-cards", "边界卡.csv", data, by="bianban", now=county.NOW)
    assert code in {finding["code"] for finding in read.bad}
    assert all(finding["column"] for finding in read.bad)


FORM = {
    "finds": "town",
    "checks_first": "team",
    "measures": "owner",
    "supervises": "owner",
    "source": SOURCE,
    "starts": "2026-11-24",
}


def test_没有卡的列出来带走填好再导入():
    card(starts=date(2026, 1, 1))
    keeper = county.signed_in("establishment")
    page = keeper.get("/boundary-cards/?missing=yes&on=2026-11-24").content.decode()
    assert "损坏城市树木花草" in page and "擅自倾倒建筑垃圾" not in page and "/items/cg-2/boundary/" in page
    assert "检测鉴定、事后监管：原实施部门" in keeper.get("/boundary-cards/?on=2026-11-24").content.decode()
    taken = keeper.get("/boundary-cards/list.xlsx?on=2026-11-24").content
    read = upload("boundary-cards", "边界卡.xlsx", taken, by="bianban", now=county.NOW)
    assert {finding["code"] for finding in read.bad} == {"cell-empty", "boundary-incomplete"}
    one = CalamineWorkbook.from_filelike(io.BytesIO(taken)).get_sheet_by_index(0).to_python()[2]
    assert one[1:3] == ["cg-1", "擅自倾倒建筑垃圾"]
    sheet = Table(name="表", title="题", headings=[(c.names[0], 9) for c in BoundaryReader.columns], rows=[one])
    whole = workbook([sheet], made_at=county.NOW)
    again = upload("boundary-cards", "边界卡.xlsx", whole, by="bianban", now=county.NOW)
    assert (again.bad, again.same) == ([], 1)


def test_页上录入事项页看得到缺了留在页上(client):
    keeper = county.signed_in("establishment")
    assert "还没有边界卡" in keeper.get("/items/cg-1/").content.decode()
    refused = keeper.post("/items/cg-1/boundary/", {**FORM, "measures": ""})
    assert refused.status_code == 422
    assert "检测鉴定还没有填" in refused.content.decode()
    assert SOURCE in refused.content.decode()
    assert not BoundaryCard.objects.exists()
    assert keeper.post("/items/cg-1/boundary/", FORM).status_code == 302
    page = county.signed_in("officer", "town-510681101").get("/items/cg-1/").content.decode()
    assert "片区综合行政执法队" in page and SOURCE in page
    assert "/items/cg-1/boundary/" not in page
