"""导入事项：一百四十四个真实事项，故意弄坏的地方一处一处指出来；确认之前什么也不写。"""
# ruff: noqa: N802

import csv
import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
import xlsxwriter

from yizhi.desk.matters.imports import confirm, preview, upload
from yizhi.desk.matters.models import Article, Item, ItemVersion, StatuteVersion
from yizhi.desk.matters.tests import county
from yizhi.rules.refusal import Absent, BadInput, Refusal

pytestmark = pytest.mark.django_db
CATALOGUE = Path(__file__).resolve().parents[5] / ".." / "shared" / "data" / "enforcement_items_catalogue.csv"
DOMAINS = {"应急管理": "yj", "交通运输": "jt", "农业": "ny", "市场监管": "sc", "文化市场": "wh", "自然资源": "zr"}
HEAD = ["序号", "事项名称", "权力类型", "所属领域", "原实施部门", "设定依据"]
GOOD = [["1", "损坏花木", "行政处罚", "城市管理", "综合执法局", "《城市绿化条例》第二十六条"]]


@pytest.fixture(autouse=True)
def facts(db):
    county.build()
    Item.objects.update(source_number=None, name="示意事项")
    gov = county.Body.objects.get(code="gov")
    for domain, code in DOMAINS.items():
        county.body(f"dept-{code}", "department", f"示意县{domain}部门", gov, domain=domain, short_name=domain)


@pytest.fixture
def catalogue():
    if not CATALOGUE.exists():
        pytest.skip("参考数据不在旁边")
    with CATALOGUE.open(encoding="utf-8") as file:
        return list(csv.reader(file))


def workbook(rows, merges=()):
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    sheet = book.add_worksheet("清单")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write_string(at, column, value)
    for merge in merges:
        sheet.merge_range(*merge)
    book.close()
    return kept.getvalue()


def read(rows, merges=(), name="清单.xlsx"):
    return upload("items", name, workbook(rows, merges), by="jian", now=county.NOW)


def found(shown):
    return {(each["code"], each["row"], each["column"]) for each in shown.findings}


def law(name, version, articles):
    statute = StatuteVersion.objects.create(law=name, version=version, valid_from=version, source="示意")
    Article.objects.bulk_create(Article(statute=statute, number=number, text=text) for number, text in articles.items())


@pytest.mark.shared
def test_真实的一百四十四个事项读得完写得进(catalogue):
    shown = upload("items", "catalogue.csv", CATALOGUE.read_bytes(), by="jian", now=county.NOW)
    assert shown.bad == [], shown.bad[:3]
    assert (len(shown.rows), shown.new) == (144, 144)
    assert Item.objects.filter(source_number=144).count() == 0
    said = confirm(shown.upload.id, by="jian", now=county.NOW)
    assert "144" in said
    rubble = ItemVersion.objects.get(item__source_number=59)
    assert rubble.owner_id == "dept-cg"
    assert [(basis["law"], basis["article"]) for basis in rubble.bases] == [
        ("城市建筑垃圾管理规定", "第二十二条第一款")
    ]


@pytest.mark.shared
def test_故意弄坏的地方都指得出行和列(catalogue):
    law("城市绿化条例", "2017-03-01", {"第二十六条": "损坏城市树木花草的，责令停止侵害，可以并处罚款。"})
    rows = [
        ["示意县行政执法事项清单", *[""] * 11],
        ["", "事项", "", "", "", "", "", "", "", "", "", ""],
        *catalogue[:12],
        catalogue[0],
        *catalogue[12:],
    ]
    at = next(number for number, row in enumerate(rows) if row[0] == "51")
    rows[4] = ["２", *rows[4][1:]]
    rows[at] = [*rows[at][:5], "《城市绿化条例》第九十九条", *rows[at][6:]]
    rows[8][2] = "行政处分"
    merges = [(5, 3, 6, 3, "应急管理"), (9, 1, 10, 1, rows[9][1])]
    shown = read(rows, merges)
    assert found(shown) >= {
        ("above-header", 1, "A"),
        ("header-repeated", 15, "A"),
        ("full-width", 5, "A"),
        ("merged", 7, "D"),
        ("merged", 11, "B"),
        ("kind-unknown", 9, "C"),
        ("citation-missing-article", at + 1, "F"),
    }
    assert {(each["row"], each["column"]) for each in shown.bad} == {(11, "B"), (9, "C")}
    with pytest.raises(Refusal) as refused:
        confirm(shown.upload.id, by="jian", now=county.NOW)
    assert refused.value.first.code == "import-has-bad-cells"
    assert Item.objects.count() == 3


def test_两行表头合在一起认():
    rows = [
        ["序号", "权力名称", "", "权力类型", "领域"],
        ["", "主项", "子项", "", ""],
        ["1", "损坏花木", "", "行政处罚", "城市管理"],
    ]
    rows[1][1] = "(主项)"
    shown = read(rows)
    assert ("header-two-rows", 1, "") in found(shown)
    assert shown.rows[0]["name"] == "损坏花木"


def test_一格里几部依据各种写法():
    cell = "《公路法》第７６条第（一）项；《公路安全保护条例》第六十二条、第六十条第(二)项;据说还有别的"
    shown = read([HEAD, ["1", "挖路", "行政处罚", "城市管理", "综合执法局", cell]])
    assert [(basis["law"], basis["article"]) for basis in shown.rows[0]["bases"]] == [
        ("公路法", "第七十六条第（一）项"),
        ("公路安全保护条例", "第六十二条"),
        ("公路安全保护条例", "第六十条第（二）项"),
    ]
    assert ("basis-unread", 2, "F") in found(shown)


def test_再导一次没有变化只改的加新版本():
    first = read([HEAD, *GOOD])
    confirm(first.upload.id, by="jian", now=county.NOW)
    again = read([HEAD, *GOOD])
    assert (again.new, again.changed, again.same) == (0, 0, 1)
    changed = read([HEAD, ["1", "损坏城市花木", *GOOD[0][2:]]])
    assert changed.changed == 1
    confirm(changed.upload.id, by="jian", now=county.NOW + timedelta(days=1))
    versions = ItemVersion.objects.known().filter(item="item-0001").order_by("valid_from")
    assert [(row.name, row.valid_to is None) for row in versions] == [("损坏花木", False), ("损坏城市花木", True)]
    assert ItemVersion.objects.known(county.NOW).get(item="item-0001").name == "损坏花木"


def test_序号被别的事项占着的不能顶替():
    confirm(read([HEAD, *GOOD]).upload.id, by="jian", now=county.NOW)
    shown = read([HEAD, ["1", "擅自挖掘道路", *GOOD[0][2:]]])
    assert found(shown) >= {("number-taken", 2, "A")}
    moved = read([HEAD, ["7", *GOOD[0][1:]]])
    assert moved.rows[0]["code"] == "item-0001"


def test_同一次导入不能写两次别人的也看不见():
    shown = read([HEAD, *GOOD])
    confirm(shown.upload.id, by="jian", now=county.NOW)
    with pytest.raises(Refusal):
        confirm(shown.upload.id, by="jian", now=county.NOW)
    with pytest.raises(Absent):
        preview(shown.upload.id, by="wu")


BOMB = io.BytesIO()
with zipfile.ZipFile(BOMB, "w", zipfile.ZIP_DEFLATED) as packed:
    packed.writestr("xl/workbook.xml", b"0" * (130 * 1024 * 1024))
REFUSED = {
    "压缩炸弹": (BOMB.getvalue(), "file-packed-to-harm"),
    "空文件": (b"", "file-empty"),
    "改名的PDF": (b"%PDF-1.7 ...", "file-type"),
    "带脚本的SVG": (b"<svg><script>1</script></svg>", "file-type"),
    "二进制": (bytes(range(256)) * 9, "file-type"),
    "坏了的压缩包": (b"PK\x03\x04" + b"1" * 99, "file-broken"),
    "没有表头": ("甲,乙\n1,2\n".encode(), "header-missing"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_不能读的文件说得清楚(data, code):
    with pytest.raises(BadInput) as refused:
        upload("items", "事项.xlsx", data, by="jian", now=county.NOW)
    assert refused.value.first.code == code
    assert refused.value.first.cure


def test_一格里五兆字说得清楚():
    line = ",".join(["1", "字" * 1_700_000, "行政处罚", "城市管理", "综合执法局", ""])
    shown = upload("items", "长.csv", f"{','.join(HEAD)}\n{line}\n".encode(), by="jian", now=county.NOW)
    assert ("cell-too-long", 2, "B") in found(shown)
    assert len(shown.bad[0]["value"]) < 200


def test_国标编码的表格和生僻字():
    text = f"{','.join(HEAD)}\n1,䶮喆赟的花木,行政处罚,城市管理,综合执法局,\n"
    shown = upload("items", "国标.csv", text.encode("gb18030"), by="jian", now=county.NOW)
    assert shown.rows[0]["name"] == "䶮喆赟的花木"
