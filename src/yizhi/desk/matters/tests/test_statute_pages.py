"""条文页：一条按当天的读，各版本都在；引注有文本的打得开，没有文本的只显示引注。"""
# ruff: noqa: N802

from datetime import date

import pytest
from django.test import Client
from django.utils.http import urlencode

from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.texts import article_href, articles_on
from yizhi.desk.people.models import Account, Appointment

pytestmark = pytest.mark.django_db
OLD = "第一条　为了示意。\n第二条　擅自倾倒建筑垃圾的，处五百元罚款。\n"
NEW = "第一条　为了示意。\n第二条　决定应当公开。\n第三条　擅自倾倒建筑垃圾的，处一千元罚款。\n"


@pytest.fixture(autouse=True)
def facts(db):
    county.build()
    put("示意条例@2015-01-01.md", OLD)
    put("示意条例@2022-03-01.md", NEW)


def put(name, text):
    shown = upload("statutes", name, text.encode(), by="jian", now=county.NOW)
    assert shown.bad == []
    confirm(shown.upload.id, by="jian", now=county.NOW)


@pytest.fixture
def read():
    account = Account.objects.create(username="officer", name="甲例")
    Appointment.objects.create(account=account, role="officer", body_id="town-510681101", valid_from=county.START)
    browser = Client()
    browser.force_login(account)

    def get(path, on=""):
        answer = browser.get(path + ("?" + urlencode({"on": on}) if on else ""))
        return answer.status_code, answer.content.decode()

    return get


DAYS = [("修订前一日", "2022-02-28", "处五百元罚款"), ("修订施行当日", "2022-03-01", "决定应当公开")]


@pytest.mark.parametrize("row", DAYS, ids=[row[0] for row in DAYS])
def test_一条按当天有效的一版读(row, read):
    _, on, words = row
    status, page = read("/statutes/示意条例/第二条/", on)
    assert status == 200
    assert words in page.split("各版本的这一条")[0]
    assert "各版本的这一条" in page and "2015-01-01" in page and "2022-03-01" in page


def test_数字写法和全称也打得开():
    assert article_href("示意条例 第2条第1款", "2026-01-01").endswith("%E7%AC%AC%E4%BA%8C%E6%9D%A1/?on=2026-01-01")
    assert article_href("《中华人民共和国示意条例》第二条、第三条")
    assert article_href("行政处罚法 第57条") == ""
    assert article_href("附则") == ""


def test_刚导入的法规马上打得开():
    assert article_href("新示意条例 第2条") == ""
    put("新示意条例@2024-01-01.md", OLD)
    assert article_href("新示意条例 第2条")


def test_那一版没有这一条的说清楚(read):
    status, page = read("/statutes/示意条例/第三条/", "2020-01-01")
    assert status == 200 and "这一天有效的文本里没有这一条" in page and "处一千元罚款" in page


def test_没有的条和没有文本的法都说没有(read):
    assert read("/statutes/示意条例/第九条/")[0] == 404
    assert read("/statutes/行政处罚法/第一条/")[0] == 404
    assert read("/statutes/行政处罚法/")[0] == 404


def test_事项旁边打开条文可以换另一条看(read):
    _, page = read("/items/cg-1/", "2026-11-24")
    assert "为了示意。" in page and "单独看这一条" in page
    assert read("/items/cg-1/", "2010-01-01")[1].count("单独看这一条") == 0
    _, law = read("/statutes/示意条例/")
    assert "决定应当公开" in law


def test_引这一条的事项和产品的规则列在条文下面(read):
    put("中华人民共和国行政处罚法@2021-07-15.md", "第六十一条　行政机关应当在七日内依照规定送达。\n")
    _, page = read("/statutes/示意条例/第一条/", "2026-11-24")
    assert "/items/cg-1/" in page and "引注待核" in page
    _, page = read("/statutes/行政处罚法/第61条/", "2026-11-24")
    assert "serve-7d" in page


def test_几条一次取出按当天的版本():
    found = articles_on([("示意条例", "第2条"), ("中华人民共和国示意条例", "第一条")], date(2020, 1, 1))
    assert {key: row.statute.version for key, row in found.items()} == {
        ("示意条例", "第二条"): "2015-01-01",
        ("示意条例", "第一条"): "2015-01-01",
    }
