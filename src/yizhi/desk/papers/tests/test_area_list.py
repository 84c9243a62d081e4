"""清单打印和发布：打印的没有编号没有章；发布的盖自己机关的测试章、编号不断、留存，再打开逐字节相同。"""
# ruff: noqa: N802

import io
import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from pypdf import PdfReader
from tests.doors import plain

from yizhi.desk.bodies.models import Body, Seal
from yizhi.desk.matters.models import IssuedList
from yizhi.desk.matters.tests import county
from yizhi.desk.papers.area_list import area_list_pdf, issued_pdf
from yizhi.desk.papers.issuing_lists import issue_list
from yizhi.desk.papers.models import Series
from yizhi.desk.papers.verifying import verify
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import Absent, Refusal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
KEEPER = {"role": "establishment", "body": "gov"}


@pytest.fixture(autouse=True)
def facts(db):
    county.build()
    Seal.objects.create(body_id="gov", name="示意县人民政府（测试章）", valid_from=county.START)
    Body.objects.filter(code="gov").update(paper_prefix="示府")


def keeper(**who):
    name = "示意县人民政府" if "body" not in who else "示意县水利局"
    return replace(county.who(**{**KEEPER, **who}), body_name=name)


def printed(on=ON, **who):
    return area_list_pdf(keeper(**who), "area-1", on, demo=True, now=county.NOW)


def issued(on=ON, *, hours=0, id=None, area="area-1", **who):
    now = county.NOW + timedelta(hours=hours)
    return issue_list(keeper(**who), area, on, id=id or uuid.uuid4(), demo=True, now=now)


def words(pdf):
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def refused(deed):
    with pytest.raises(Refusal) as caught:
        deed()
    return caught.value.first.code


def grant(fact="a-2", item="cg-2", town="510681102"):
    """再赋一项给乙镇。"""
    given = {"published_on": county.START, "decision": county.DECISION}
    county.allocation(fact, item, county.Town.objects.get(code=town), "conferral", **given)


def test_打印的没有编号没有章():
    said = words(printed())
    for each in ("示意片区行政执法事项清单", "擅自倾倒建筑垃圾", county.DECISION, "共1项", "没有盖章，仅供查看"):
        assert each in said
    assert "清单〔2026〕" not in said and "测试" not in said
    assert printed() == printed()


def test_发布的编号盖章留存_再打开逐字节相同():
    row = issued()
    said = words(issued_pdf(row))
    for each in ("示府清单〔2026〕1号", "示意县人民政府", "测试", "擅自倾倒建筑垃圾", county.DECISION, "共1项"):
        assert each in said
    assert "没有盖章" not in said
    before = issued_pdf(row)
    grant()
    again = IssuedList.objects.get(pk=row.pk)
    assert issued_pdf(again) == before and words(issued_pdf(again)) == said
    entry = Entry.objects.get(dossier=row.pk)
    assert (entry.kind, entry.body, entry.facts["number"], entry.facts["digest"]) == (
        "issue_list",
        "gov",
        row.number,
        row.digest,
    )
    assert list(verify()) == []


def test_号不断不重_没有发布成的不占号():
    first = issued()
    assert refused(lambda: issued(hours=1)) == "list-unchanged"
    assert refused(lambda: issued(ON + timedelta(days=1), hours=1)) == "list-ahead"
    grant()
    second = issued(hours=2)
    assert [first.serial, second.serial] == [1, 2] and second.number == "示府清单〔2026〕2号"
    assert Series.objects.get(body="gov", word="清单", year=2026).last == 2


def test_同一编号只发布一次_换了内容不行():
    id = uuid.uuid4()
    first = issued(id=id)
    assert issued(id=id, hours=1).pk == first.pk and IssuedList.objects.count() == 1
    assert refused(lambda: issued(ON - timedelta(days=1), id=id, hours=1)) == "entry-conflict"


def test_发不出的说明为什么():
    assert refused(lambda: issued(body="dept-sl")) == "seal-missing"
    assert refused(lambda: issued(date(2020, 1, 1))) == "list-empty"
    with pytest.raises(Absent):
        issued(area="没有")
    team = replace(keeper(), body_name="连山片区综合行政执法队")
    deed = lambda: issue_list(team, "area-1", ON, id=uuid.uuid4(), demo=True, now=county.NOW)  # noqa: E731
    assert refused(deed) == "team-cannot-sign"
    assert not IssuedList.objects.exists() and not Series.objects.exists() and not Entry.objects.exists()


@pytest.mark.parametrize("role", ["officer", "captain", "approver", "administrator", "liaison"])
def test_不管清单的人发布不了(role):
    with pytest.raises(Absent):
        issued(role=role)


CHANGED = {
    "内容": {"data": {"title": "改过"}},
    "文号": {"number": "示府清单〔2026〕9号"},
    "日期": {"on": date(2026, 1, 1)},
    "序号": {"serial": 7},
    "名义": {"body_id": "dept-sl"},
}


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED.keys())
def test_改动一处查得出来(changed):
    row = issued()
    if "data" in changed:
        changed = {"data": {**row.data, **changed["data"]}}
    IssuedList.objects.filter(pk=row.pk).update(**changed)
    assert [fault.what for fault in verify()] == ["内容或者文号与发布时的记录不符"]


def test_删掉的查得出来():
    issued().delete()
    assert [fault.what for fault in verify()] == ["清单已经不在"]


def test_页上发布_比较_公众看到最新的一份():
    browser = county.signed_in("establishment")
    page = "/lists/area-1/issued/"
    assert browser.post(page, {"on": "2999-01-01"}).status_code == 409
    done = browser.post(page, {"on": "2026-11-24"})
    assert done.status_code == 302
    assert "示府清单" in plain(browser.get(page).content.decode())
    grant()
    second = browser.post(page, {"on": "2026-11-24"})
    shown = plain(browser.get(second["Location"]).content.decode())
    assert "新增1项" in shown and "损坏城市树木花草" in shown and "乙镇赋" in shown
    first = done["Location"].split("/")[2]
    assert "没有变化" not in plain(browser.get(f"{second['Location']}?with={first}").content.decode())
    public = plain(Client().get("/public/lists/").content.decode())
    assert "2号" in public and "1号" not in public
    assert "2号" in plain(browser.get("/lists/area-1/").content.decode())
    answer = Client().get(f"/public/lists/issued/{first}.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert Client().get("/public/lists/issued/没有.pdf").status_code == 404


def test_别人看得到发布了哪些_没有发布的按钮_交来也不收():
    issued()
    other = county.signed_in("officer", "town-510681101")
    page = "/lists/area-1/issued/"
    shown = plain(other.get(page).content.decode())
    assert "示府清单〔2026〕1号" in shown and "文号自动编" not in shown
    assert other.post(page, {"on": "2026-11-24"}).status_code == 404
    assert other.get("/lists/没有/issued/").status_code == 404


def test_页面拿到的是文件(client):
    answer = county.signed_in("establishment").get("/lists/area-1/list.pdf?on=2026-11-24")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert county.signed_in("captain").get("/lists/没有/list.pdf").status_code == 404
