"""演示县（虚构）：一个片区两个镇、两个部门、四名执法人员，供事项各测试使用。"""

from datetime import date, datetime, timedelta, timezone

from django.test import Client

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Allocation, Item, ItemVersion
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account, Appointment, Certificate, Officer, Posting, Service
from yizhi.desk.people.sight import Sight
from yizhi.desk.places.models import Area, County, Membership, Town
from yizhi.rules.bigrams import bigrams

BEIJING = timezone(timedelta(hours=8))
START = date(2023, 6, 28)
AT = datetime(2023, 6, 28, 9, 0, tzinfo=BEIJING)
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=BEIJING)
DECISION = "川府发〔2021〕42号"


def build() -> None:
    """县、镇、片区、机关、人员、三个事项；建筑垃圾事项已赋权甲镇。"""
    county = County.objects.create(code="510681", name="示意县")
    jia = Town.objects.create(code="510681101", county=county, name="甲镇", kind="town")
    yi = Town.objects.create(code="510681102", county=county, name="乙镇", kind="town")
    area = Area.objects.create(code="area-1", county=county, name="示意片区", centre_town=jia, illustrative=True)
    for town in (jia, yi):
        fact(Membership, f"m-{town.code}", area=area, town=town)
    gov = Body.objects.create(code="gov", county=county, kind="government", name="示意县人民政府", short_name="县政府")
    for town in (jia, yi):
        body(f"town-{town.code}", "town", f"示意县{town.name}人民政府", gov, town=town, short_name=town.name)
    body("dept-cg", "department", "示意县综合行政执法局", gov, domain="城市管理", short_name="综合执法局")
    body("dept-sl", "department", "示意县水利局", gov, domain="水利", short_name="水利局")
    officer("jia", "town-510681101")
    officer("yi", "town-510681101")
    officer("bing", "dept-cg")
    officer("ding", "dept-sl")
    fact(Posting, "p-bing", officer_id="bing", area=area, acts_for=["dept-cg", "town-510681101"])
    item("cg-1", "擅自倾倒建筑垃圾", "城市管理", "dept-cg", 1)
    item("cg-2", "损坏城市树木花草", "城市管理", "dept-cg", 2)
    item("sl-1", "在河道管理范围内建设妨碍行洪的建筑物", "水利", "dept-sl", 3)
    allocation("a-1", "cg-1", jia, "conferral", published_on=START, decision=DECISION)


def fact(model, code, **fields):
    """一条有起止的事实。"""
    return model.objects.create(
        **{"fact": code, "valid_from": START, "recorded_at": AT, "recorded_by": "jian"} | fields
    )


def body(code, kind, name, parent, **fields):
    """一个机关。"""
    return Body.objects.create(code=code, county_id="510681", kind=kind, name=name, parent=parent, **fields)


def officer(code, body):
    """一名持证人员。"""
    Officer.objects.create(code=code, name=f"{code}例")
    fact(Service, f"s-{code}", officer_id=code, body_id=body, employer_id=body)
    periods = [{"status": "valid", "from": START.isoformat(), "to": None}]
    fact(Certificate, f"c-{code}", officer_id=code, number=f"示{code}", domains=[], status_periods=periods)


def item(code, name, domain, owner, number):
    """一个事项和它的一个版本。"""
    row = Item.objects.create(
        code=code, name=name, kind="penalty", domain=domain, owner_id=owner, source_number=number, search=bigrams(name)
    )
    bases = [{"law": "示意条例", "article": "第一条", "effective": "2020-01-01", "expiry": None}]
    fact(ItemVersion, code, item=row, name=name, kind="penalty", domain=domain, owner_id=owner, bases=bases)
    return row


def allocation(code, item, town, mode, **fields):
    """一条权属。"""
    return fact(Allocation, code, item_id=item, town=town, mode=mode, **fields)


def who(role="officer", body="town-510681101"):
    """一个身份；事项、清单人人可看，视野为空也一样。"""
    return Identity("account", "示例", "jia", role, 1, body, "示意机关", "area-1", Sight())


def signed_in(role, body="gov"):
    """A browser of somebody with this role."""
    account = Account.objects.create(username=role, name=role)
    Appointment.objects.create(account=account, role=role, body_id=body, valid_from=START)
    browser = Client()
    browser.force_login(account)
    return browser
