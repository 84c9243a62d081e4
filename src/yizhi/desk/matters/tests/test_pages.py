"""事项的页面：人人可看；维护的人能导入、登记新版本、录入和收回权属，别人看不到这些地方。"""
# ruff: noqa: N802

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from yizhi.desk.matters.models import Allocation, Item, ItemVersion, Upload
from yizhi.desk.matters.queries import ask
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.tests.county import signed_in
from yizhi.desk.people.models import Certificate

pytestmark = pytest.mark.django_db
ITEMS = "序号,事项名称,权力类型,所属领域,设定依据\n9,损坏花木,{kind},城市管理,《城市绿化条例》第二十六条\n"
GRANT = {
    "town": "510681102",
    "mode": "conferral",
    "valid_from": "2026-01-01",
    "published_on": "2026-01-01",
    "decision": county.DECISION,
}
QUESTION = {
    "item": "cg-1",
    "town": "510681102",
    "on": "2026-11-24",
    "action": "open_case",
    "officers": ["jia", "yi"],
}


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


@pytest.fixture
def officer():
    return signed_in("officer", "town-510681101")


@pytest.fixture
def keeper():
    return signed_in("establishment")


def text(answer):
    return answer.content.decode()


def table(kind="行政处罚", name="事项.csv"):
    return SimpleUploadedFile(name, ITEMS.format(kind=kind).encode())


PLACES = {
    "事项": ("/items/", "损坏城市树木花草"),
    "两个字": ("/items/?q=垃圾&town=510681101", "示意县甲镇人民政府（赋权）"),
    "说看到的": ("/items/?q=有人在河边倒建筑垃圾", "擅自倾倒建筑垃圾"),
    "一个事项": ("/items/cg-1/", "川府发〔2021〕42号"),
    "全部片区": ("/lists/", "乙镇：示意县综合行政执法局（部门派驻）"),
    "一个片区": ("/lists/area-1/", "甲镇：示意县甲镇人民政府（赋权）"),
    "日历": ("/calendar/?month=2026-10", "国庆节"),
    "没有的年份": ("/calendar/?month=2031-01", "系统不猜"),
}


@pytest.mark.parametrize(("address", "words"), PLACES.values(), ids=PLACES.keys())
def test_办案的人看得到公开的事实看不到维护(officer, address, words):
    answer = officer.get(address)
    assert answer.status_code == 200
    assert words in text(answer)
    assert "/imports/" not in text(answer)
    assert "/allocations/" not in text(answer)


def test_两个字只找到有这两个字的(officer):
    assert "损坏城市树木花草" not in text(officer.get("/items/?q=垃圾"))


def test_片区成立以前没有清单成立以后有变化(officer):
    assert "这一天没有清单" in text(officer.get("/lists/area-1/?on=2023-06-27"))
    start = date(2026, 3, 1)
    town = county.Town.objects.get(code="510681102")
    county.allocation("a-2", "cg-2", town, "conferral", valid_from=start, published_on=start, decision=county.DECISION)
    assert "多 1 格" in text(officer.get("/lists/area-1/?on=2026-11-24&with=2026-02-01"))


MAINTENANCE = (
    "/imports/items/",
    "/items/new/",
    "/items/cg-1/version/",
    "/items/cg-1/allocations/new/",
    "/allocations/a-1/",
)


@pytest.mark.parametrize("address", MAINTENANCE)
def test_维护的地方别人打开如同没有(officer, keeper, address):
    assert officer.get(address).status_code == 404
    assert officer.post(address).status_code == 404
    assert keeper.get(address).status_code == 200
    assert officer.get("/imports/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/items/没有/", "/lists/没有/", "/imports/没有/", "/allocations/没有/", "/imports/items/?upload=1"]
)
def test_没有的就是没有(keeper, address):
    assert keeper.get(address).status_code == 404


def test_先看后写(keeper):
    answer = keeper.post("/imports/items/", {"do": "preview", "file": table()})
    assert answer.status_code == 302
    shown = text(keeper.get(answer.url))
    assert "1 行都读懂了，还没有写入" in shown
    assert "条号没有核对" in shown
    assert not Item.objects.filter(name="损坏花木").exists()
    token = str(Upload.objects.get().id)
    written = keeper.post("/imports/items/", {"do": "confirm", "token": token}, follow=True)
    assert "1 行已在" in text(written)
    assert Item.objects.get(name="损坏花木").owner_id == "dept-cg"
    again = keeper.post("/imports/items/", {"do": "confirm", "token": token})
    assert again.status_code == 409
    assert "已经写入过了" in text(again)


def test_坏的格子写明行列写不进去(keeper):
    answer = keeper.post("/imports/items/", {"do": "preview", "file": table("行政处分")}, follow=True)
    assert "C列（权力类型）" in text(answer)
    assert "有 1 处读不懂，什么也没有写入" in text(answer)
    refused = keeper.post("/imports/items/", {"do": "confirm", "token": str(Upload.objects.get().id)})
    assert refused.status_code == 409
    assert Item.objects.count() == 3


def test_不是表格的文件和没选文件都说清楚(keeper):
    pdf = SimpleUploadedFile("事项.xlsx", b"%PDF-1.7")
    assert "不是 .xlsx 或者 .csv 表格" in text(keeper.post("/imports/items/", {"do": "preview", "file": pdf}))
    assert "还没有选文件" in text(keeper.post("/imports/items/", {"do": "preview"}))


def test_别人选的文件看不到也写不了(keeper):
    keeper.post("/imports/items/", {"do": "preview", "file": table()})
    token = str(Upload.objects.get().id)
    other = signed_in("justice")
    assert other.get(f"/imports/items/?upload={token}").status_code == 404
    assert other.post("/imports/items/", {"do": "confirm", "token": token}).status_code == 404


def test_导入放假安排日历就有(keeper):
    days = (("2031-01-01", "元旦"), ("2031-05-01", "劳动节"), ("2031-10-01", "国庆节"))
    lines = "".join(f"{day},放假,{name},示意通知\n" for day, name in days)
    file = SimpleUploadedFile("放假.csv", f"日期,性质,节日,通知\n{lines}".encode())
    keeper.post("/imports/calendar/", {"do": "preview", "file": file})
    keeper.post("/imports/calendar/", {"do": "confirm", "token": str(Upload.objects.get().id)})
    assert "元旦放假" in text(keeper.get("/calendar/?month=2031-01"))


def test_录入权属当次就由镇办更正页不能收回(keeper):
    assert ask(QUESTION).deciding_body == "dept-cg"
    assert keeper.post("/items/cg-1/allocations/new/", GRANT).status_code == 302
    assert ask(QUESTION).deciding_body == "town-510681102"
    row = Allocation.objects.get(town="510681102")
    recalled = {**GRANT, "valid_to": "2026-11-01", "on_recall": "transfer"}
    del recalled["town"]
    address = f"/allocations/{row.fact.replace('#', '%23')}/"
    refused = keeper.post(address, {**recalled, "why": "不要了"})
    assert refused.status_code == 409
    assert "收回请走批次" in text(refused)
    assert ask(QUESTION).deciding_body == "town-510681102"
    corrected = {**recalled, "valid_to": "", "on_recall": "", "letter": "示〔2026〕1号", "why": "文号漏录"}
    assert keeper.post(address, corrected).status_code == 302
    assert Allocation.objects.filter(town="510681102").count() == 2
    assert "文号漏录" in text(keeper.get(f"/instruments/{row.fact.replace('#', '%23')}/"))


def test_两个机关都有的不能录入(keeper):
    keeper.post("/items/cg-1/allocations/new/", GRANT)
    refused = keeper.post("/items/cg-1/allocations/new/", {**GRANT, "mode": "statutory"})
    assert refused.status_code in (409, 422)
    assert "没有写入" in text(refused)
    assert Allocation.objects.filter(town="510681102").count() == 1


def test_没有省级决定的赋权不能录入(keeper):
    refused = keeper.post("/items/cg-1/allocations/new/", {**GRANT, "decision": ""})
    assert "没有写入" in text(refused)
    assert Allocation.objects.filter(town="510681102").count() == 0


VERSION = {
    "name": "擅自倾倒、抛撒建筑垃圾",
    "kind": "penalty",
    "domain": "城市管理",
    "owner": "dept-cg",
    "bases": "《示意条例》第一条；《示意新规》第二条",
    "effective": "2026-01-01",
    "starts": "2026-06-01",
}


def test_登记新版本以前的仍在依据的施行日不变(keeper):
    answer = keeper.post("/items/cg-1/version/", VERSION)
    assert answer.status_code == 302
    old, new = ItemVersion.objects.known().filter(item="cg-1").order_by("valid_from")
    assert (old.name, old.valid_to) == ("擅自倾倒建筑垃圾", date(2026, 6, 1))
    assert [basis["effective"] for basis in new.bases] == ["2020-01-01", "2026-01-01"]
    assert "擅自倾倒建筑垃圾" in text(keeper.get("/items/?q=垃圾&on=2026-05-31"))


WRONG = {
    "依据读不懂": ({"bases": "有关规定"}, "没有读懂"),
    "不知道施行日期": ({"effective": ""}, "不知道《示意新规》的施行日期"),
    "没有起日": ({"starts": ""}, "从哪天起还没有填"),
    "没有这个部门": ({"owner": "没有"}, "原实施部门里没有这一项"),
}


@pytest.mark.parametrize(("change", "words"), WRONG.values(), ids=WRONG.keys())
def test_新版本有毛病的留在页上说清楚(keeper, change, words):
    answer = keeper.post("/items/cg-1/version/", {**VERSION, **change})
    assert answer.status_code == 422
    assert words in text(answer)
    assert VERSION["name"] in text(answer)
    assert ItemVersion.objects.filter(item="cg-1").count() == 1


def test_登记事项编码不能重复(keeper):
    assert keeper.post("/items/new/", {**VERSION, "code": "cg-9"}).status_code == 302
    assert "已经有了" in text(keeper.post("/items/new/", {**VERSION, "code": "cg-9"}))
    assert keeper.post("/items/new/", {**VERSION, "code": "cg/9"}).status_code == 422


def test_谁能搭档说出现成的两人和每个人还差什么(officer):
    Certificate.objects.filter(fact="c-yi").update(valid_to=date(2026, 11, 21))
    page = text(officer.get("/items/cg-1/pairs/", {"town": "510681101", "on": "2026-11-24"}))
    assert "jia例、bing例" in page
    assert "2026年11月20日" in page and "不算" in page
    other = text(officer.get("/items/cg-1/pairs/", {"town": "510681102", "on": "2026-11-24"}))
    assert "凑不够两个人" in other
    assert officer.get("/items/没有/pairs/").status_code == 404
