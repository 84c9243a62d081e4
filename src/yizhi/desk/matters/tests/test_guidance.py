"""省级赋权指导目录：按公布的表导入，几批都行；事项挂接编号；目录之外的不能赋权。"""
# ruff: noqa: N802

from datetime import date, timedelta

import pytest
from django.test import Client

from yizhi.desk.matters import guidance
from yizhi.desk.matters.actions import enter_allocation, enter_together
from yizhi.desk.matters.granting import Grant
from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.models import CatalogueEntry, CatalogueLink
from yizhi.desk.matters.queries import in_catalogue
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.tests.test_import_items import workbook
from yizhi.desk.people.models import Account, Appointment
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db
SECOND = "川府发〔2021〕42号"
LATER = county.NOW + timedelta(hours=1)
PUBLISHED = [
    ["四川省赋予乡镇（街道）县级行政权力事项指导目录（第二批）", "", "", "", ""],
    ["川府发〔2021〕42号，自2022年1月1日起施行", "", "", "", ""],
    ["省序号", "权力类型", "权力名称", "主要设立依据", "备注"],
    ["1", "行政处罚", "对擅自倾倒建筑垃圾的行政处罚", "《城市建筑垃圾管理规定》第二十条", ""],
    ["2", "行政处罚", "对损坏城市树木花草行为的处罚", "《城市绿化条例》第二十六条", ""],
    ["3", "行政处罚", "在河道管理范围内修建妨碍行洪建筑物", "《防洪法》第五十五条", ""],
    ["注：本目录实行动态调整。", "", "", "", ""],
]


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def put(rows=PUBLISHED, now=county.NOW, merges=()):
    shown = upload("catalogue", "目录.xlsx", workbook(rows, merges), by="bian", now=now)
    assert shown.bad == [], shown.bad
    return shown, confirm(shown.upload.id, by="bian", now=now)


def linked():
    return set(CatalogueLink.objects.known().filter(valid_to=None).values_list("item", "decision", "number"))


def grant(item, mode="conferral"):
    more = {"decision": SECOND} if mode == "conferral" else {"basis": "《示意条例》第三条", "letter": "示委〔2026〕1号"}
    day = date(2026, 1, 1)
    return Grant(item=item, town="510681102", mode=mode, valid_from=day, published_on=day, **more)


def test_文号批次施行日从标题取名称相同的自动挂接():
    shown, said = put()
    row = CatalogueEntry.objects.known().get(number="1")
    assert (row.decision, row.batch, row.valid_from) == (SECOND, "第二批", date(2022, 1, 1))
    assert linked() == {("cg-1", SECOND, "1"), ("cg-2", SECOND, "2")}
    assert "挂接了 2 个" in said
    near = [each for each in shown.findings if each["code"] == "catalogue-near"]
    assert [(each["row"], each["column"]) for each in near] == [(6, "C")] and "sl-1" in near[0]["sentence"]


def test_一个文件几批几个工作表各是各的文号():
    first = [["川办发〔2020〕85号附件"], ["序号", "权力名称"], ["1", "示意权力"]]
    shown = upload("catalogue", "第一批.xlsx", workbook(first), by="bian", now=county.NOW)
    confirm(shown.upload.id, by="bian", now=county.NOW)
    put()
    assert set(CatalogueEntry.objects.known().values_list("decision", flat=True)) == {"川办发〔2020〕85号", SECOND}


def test_没有文号的不收():
    shown = upload("catalogue", "目录.xlsx", workbook(PUBLISHED[2:]), by="bian", now=county.NOW)
    assert [(each["code"], each["row"]) for each in shown.bad] == [("decision-missing", 2)]


def test_再导一次没有变化改了的加新版本少了的到那天为止():
    put()
    again = upload("catalogue", "目录.xlsx", workbook(PUBLISHED), by="bian", now=LATER)
    assert (again.new, again.changed, again.same) == (0, 0, 3)
    revised = [*PUBLISHED[:4], ["2", "行政处罚", "对损坏城市绿化的处罚", "《城市绿化条例》第二十六条", ""]]
    revised[1] = ["川府发〔2021〕42号，自2026年6月1日起施行", "", "", "", ""]
    shown, said = put(revised, now=LATER)
    assert {each["code"] for each in shown.findings} >= {"catalogue-left-out"}
    assert "1 项不再有" in said
    held = CatalogueEntry.objects.known().holding(date(2026, 5, 31)).values_list("number", "name")
    assert dict(held)["2"] == "对损坏城市树木花草行为的处罚" and "3" in dict(held)
    assert dict(CatalogueEntry.objects.known().holding(date(2026, 6, 1)).values_list("number", "name")) == {
        "1": "对擅自倾倒建筑垃圾的行政处罚",
        "2": "对损坏城市绿化的处罚",
    }


def test_目录之外的不能赋权可以委托():
    enter_allocation(grant("sl-1"), by="bian", now=county.NOW)
    put(now=LATER)
    assert in_catalogue(date(2026, 1, 1)) == {"cg-1", "cg-2"}
    assert in_catalogue(date(2021, 12, 31)) == frozenset()
    with pytest.raises(Refusal) as refused:
        enter_allocation(
            Grant(**{**{f: getattr(grant("sl-1"), f) for f in Grant.__dataclass_fields__}, "town": "510681101"}),
            by="bian",
            now=LATER,
        )
    assert refused.value.first.code == "conferral-outside-catalogue"
    assert refused.value.first.article and "委托" in refused.value.first.cure
    enter_allocation(grant("cg-2"), by="bian", now=LATER)


def test_收回目录之外的原来的赋权不受影响():
    row = enter_allocation(grant("sl-1"), by="bian", now=county.NOW)
    put(now=LATER)
    ended = Grant(
        **{**{f: getattr(grant("sl-1"), f) for f in Grant.__dataclass_fields__}, "valid_to": date(2026, 12, 1)}
    )
    (kept,) = enter_together([(row.fact, ended)], by="bian", now=LATER + timedelta(hours=1))
    assert kept.valid_to == date(2026, 12, 1)


def test_人工挂接和取消都留着():
    put()
    link = guidance.link_item("sl-1", SECOND, "3", how="人工核对", starts=date(2022, 1, 1), by="bian", now=county.NOW)
    assert "sl-1" in in_catalogue(date(2026, 1, 1))
    with pytest.raises(Refusal):
        guidance.link_item("sl-1", SECOND, "3", how="", starts=date(2022, 1, 1), by="bian", now=county.NOW)
    with pytest.raises(Refusal) as refused:
        guidance.link_item("sl-1", SECOND, "99", how="", starts=date(2022, 1, 1), by="bian", now=county.NOW)
    assert refused.value.first.code == "catalogue-line-unknown"
    guidance.unlink_item("sl-1", link.fact, ends=date(2026, 11, 24), by="bian", now=LATER)
    assert "sl-1" in in_catalogue(date(2026, 11, 23)) and "sl-1" not in in_catalogue(date(2026, 11, 24))
    with pytest.raises(Absent):
        guidance.unlink_item("sl-1", link.fact, ends=date(2026, 11, 24), by="bian", now=LATER)


def test_页面上看得到挂接得了():
    enter_allocation(grant("sl-1"), by="bian", now=county.NOW)
    account = Account.objects.create(username="bianban", name="编例")
    Appointment.objects.create(account=account, role="establishment", body_id="gov", valid_from=county.START)
    browser = Client()
    browser.force_login(account)
    assert "没有导入省级赋权指导目录" in browser.get("/catalogue/").content.decode()
    put(now=LATER)
    page = browser.get("/catalogue/").content.decode()
    assert "有 1 个事项赋权在目录之外" in page and "/items/cg-1/" in page and "没有挂接" in page
    assert "川府发〔2021〕42号（第二批）第 1 项" in browser.get("/items/cg-1/").content.decode().replace(
        '<span class="nw">', ""
    ).replace("</span>", "")
    told = {"decision": SECOND, "number": "3", "starts": "2022-01-01"}
    assert browser.post("/items/sl-1/catalogue/", told).status_code == 302
    assert "目录之外" not in browser.get("/catalogue/").content.decode()
    wrong = browser.post("/items/sl-1/catalogue/", {**told, "number": "9"})
    assert "没有第 9 项" in wrong.content.decode()
