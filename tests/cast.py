"""The standing cast of the tests: 甲 and 乙 officers of one town, 丙 its reviewer, 丁 the party, 戊 a stranger of another area, 己 the approver."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password

from yizhi.desk.bodies.models import Body, Seal
from yizhi.desk.matters.models import Allocation, Item, ItemVersion
from yizhi.desk.parties.models import Party, PartyPlace
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account, Appointment, Certificate, Officer, Posting, Service
from yizhi.desk.places.models import Area, County, Membership, Town, Village
from yizhi.rules.bigrams import bigrams

CHINA = ZoneInfo("Asia/Shanghai")
LONG_AGO = date(2020, 1, 1)
KNOWN = datetime(2020, 1, 1, tzinfo=CHINA)
LIANSHAN, XIAOHAN = "510681109", "510681104"


def at(text: str) -> datetime:
    """Return a local moment written 2026-06-01 or 2026-06-01 10:30."""
    return datetime.fromisoformat(text if ":" in text else f"{text} 09:00").replace(tzinfo=CHINA)


def places() -> None:
    county = County.objects.create(code="510681", name="广汉市")
    for code, name, area in ((LIANSHAN, "连山镇", "area-a"), (XIAOHAN, "小汉镇", "area-b")):
        town = Town.objects.create(code=code, county=county, name=name, kind="town")
        Village.objects.create(code=f"{code}201", town=town, name="示意村")
        held = Area.objects.create(
            code=area, county=county, name=f"{name}示意片区", centre_town=town, illustrative=True
        )
        Membership.objects.create(fact=f"m-{code}", area=held, town=town, valid_from=LONG_AGO, recorded_at=KNOWN)


def bodies() -> None:
    county = County.objects.get()
    gov = Body.objects.create(code="gov", county=county, kind="government", name="广汉市人民政府", short_name="市政府")
    rows = (
        ("town-lianshan", "town", "广汉市连山镇人民政府", "连山镇", LIANSHAN, "", "广连府"),
        ("town-xiaohan", "town", "广汉市小汉镇人民政府", "小汉镇", XIAOHAN, "", "广小府"),
        ("dept-cg", "department", "广汉市综合行政执法局", "市综合执法局", None, "城市管理", "广综执"),
        ("dept-ny", "department", "广汉市农业农村局", "市农业农村局", None, "农业", "广农"),
    )
    for code, kind, name, short, town, domain, prefix in rows:
        Body.objects.create(
            code=code,
            county=county,
            kind=kind,
            name=name,
            short_name=short,
            town_id=town,
            parent=gov,
            domain=domain,
            paper_prefix=prefix,
            address="示意路 1 号",
            phone="0838-5000000",
            court="广汉市人民法院",
            payee="示意银行广汉支行",
            payee_address="示意路 2 号",
        )
    Seal.objects.bulk_create(
        Seal(body=body, name=f"{body.name}（测试章）", valid_from=LONG_AGO) for body in Body.objects.order_by("code")
    )


def officer(
    code: str, name: str, body: str, *, domains: tuple[str, ...] = (), until: date | None = date(2030, 1, 1)
) -> Officer:
    made = Officer.objects.create(code=code, name=name)
    Service.objects.create(
        fact=f"s-{code}", officer=made, body_id=body, employer_id=body, valid_from=LONG_AGO, recorded_at=KNOWN
    )
    Certificate.objects.create(
        fact=f"c-{code}",
        officer=made,
        number=f"川F{code}",
        domains=list(domains),
        valid_from=LONG_AGO,
        valid_to=until,
        recorded_at=KNOWN,
        status_periods=[{"status": "valid", "from": LONG_AGO.isoformat(), "to": None}],
    )
    return made


@cache
def _password() -> str:
    """Making one costs a tenth of a second on purpose; everybody of the cast has the same."""
    return make_password("correct horse battery")


def account(
    username: str,
    name: str,
    role: str,
    body: str,
    *,
    who: Officer | None = None,
    area: str | None = None,
    qualified: bool = True,
) -> Account:
    made = Account.objects.create(username=username, name=name, officer=who, password=_password())
    Appointment.objects.create(
        account=made, role=role, body_id=body, area_id=area, valid_from=LONG_AGO, law_qualified=qualified
    )
    return made


def item(code: str, name: str, *, domain: str, owner: str, kind: str = "penalty") -> Item:
    made = Item.objects.create(code=code, name=name, kind=kind, domain=domain, owner_id=owner, search=bigrams(name))
    ItemVersion.objects.create(
        fact=code,
        item=made,
        name=name,
        kind=kind,
        domain=domain,
        owner_id=owner,
        valid_from=LONG_AGO,
        recorded_at=KNOWN,
        bases=[{"law": "示例条例", "article": "第十二条", "effective": "2020-01-01", "expiry": None}],
    )
    return made


def confer(item: Item, town: str, **more: object) -> Allocation:
    values: dict[str, object] = {
        "valid_from": date(2024, 1, 1),
        "published_on": date(2023, 12, 20),
        "decision": "示例省决定",
        "on_recall": "continue",
        **more,
    }
    return Allocation.objects.create(
        fact=f"a-{item.code}-{town}", item=item, town_id=town, mode="conferral", recorded_at=KNOWN, **values
    )


@dataclass(frozen=True)
class Cast:
    """Everybody by name. Identities are those of the day 2026-06-01."""

    jia: Identity
    yi: Identity
    bing: Identity
    ji: Identity
    wu: Identity
    captain: Identity
    posted_as_department: Identity
    posted_as_town: Identity
    justice: Identity
    administrator: Identity
    rubble: Item
    pesticide: Item
    ding: Party
    firm: Party


def party(code: str, kind: str, name: str, **more: object) -> Party:
    made = Party.objects.create(
        code=code, kind=kind, name=name, entered_at=KNOWN, entered_by="jia", search=bigrams(name), **more
    )
    PartyPlace.objects.create(party=made, town_id=LIANSHAN, body_id="town-lianshan")
    return made


def build() -> Cast:
    """Build the world of the tests in the current database."""
    places()
    bodies()
    people = {
        "jia": account("jia", "甲", "officer", "town-lianshan", who=officer("o-jia", "甲例", "town-lianshan")),
        "yi": account("yi", "乙", "officer", "town-lianshan", who=officer("o-yi", "乙例", "town-lianshan")),
        "bing": account("bing", "丙", "reviewer", "town-lianshan"),
        "ji": account("ji", "己", "approver", "town-lianshan"),
        "wu": account("wu", "戊", "officer", "town-xiaohan", who=officer("o-wu", "戊例", "town-xiaohan")),
        "captain": account(
            "captain",
            "队长",
            "captain",
            "town-lianshan",
            who=officer("o-captain", "队长例", "town-lianshan"),
            area="area-a",
        ),
        "posted": account(
            "posted", "派驻", "officer", "dept-cg", who=officer("o-posted", "派驻例", "dept-cg", domains=("城市管理",))
        ),
        "justice": account("justice", "司法", "justice", "gov"),
        "administrator": account("administrator", "管理员", "administrator", "gov"),
    }
    Posting.objects.create(
        fact="p-posted",
        officer_id="o-posted",
        area_id="area-a",
        valid_from=LONG_AGO,
        recorded_at=KNOWN,
        acts_for=["dept-cg", "town-lianshan"],
        letter="示意派驻函",
    )
    rubble = item("cg-1", "对个人擅自倾倒建筑垃圾的行政处罚", domain="城市管理", owner="dept-cg")
    confer(rubble, LIANSHAN)
    pesticide = item("ny-1", "对未按规定建立农药销售台账的行政处罚", domain="农业", owner="dept-ny")
    confer(pesticide, LIANSHAN)
    day = date(2026, 6, 1)
    held = {name: identities(each, on=day) for name, each in people.items()}
    return Cast(
        jia=held["jia"][0],
        yi=held["yi"][0],
        bing=held["bing"][0],
        ji=held["ji"][0],
        wu=held["wu"][0],
        captain=held["captain"][0],
        posted_as_department=held["posted"][0],
        posted_as_town=held["posted"][1],
        justice=held["justice"][0],
        administrator=held["administrator"][0],
        rubble=rubble,
        pesticide=pesticide,
        ding=party(
            "p-ding",
            "individual",
            "丁例",
            citizen_id="51068119900307001X",
            gender="男",
            address="连山镇示意村 1 组",
            phone="13800000000",
        ),
        firm=party(
            "p-firm",
            "enterprise",
            "示例建材有限公司",
            credit_code="91510681MA00000000",
            legal_representative="丁示",
            address="连山镇示意路 2 号",
        ),
    )


def fresh() -> uuid.UUID:
    """Return a new id for an act."""
    return uuid.uuid4()


def later(moment: datetime, **span: int) -> datetime:
    """Return a moment some time later."""
    return moment + timedelta(**span)
