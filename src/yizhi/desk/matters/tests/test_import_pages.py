"""导入页面：先看后写；不能读的文件留在原页说清楚；不管维护的人看不到这一页。"""
# ruff: noqa: N802

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from yizhi.desk.matters.models import Item
from yizhi.desk.matters.tests import county
from yizhi.desk.people.models import Account, Appointment

pytestmark = pytest.mark.django_db
HEAD = "序号,事项名称,权力类型,所属领域,原实施部门,设定依据\n"
GOOD = HEAD + "11,示意事项甲,行政处罚,水利,水利局,《示意条例》第一条\n"
BAD = HEAD + "11,示意事项甲,行政处分,水利,水利局,\n"


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def signed_in(client, role, body):
    account = Account.objects.create(username=role, name="示例")
    Appointment.objects.create(account=account, role=role, body_id=body, valid_from=county.START)
    client.force_login(account)
    return client


@pytest.fixture
def bianban(client):
    return signed_in(client, "establishment", "gov")


def choose(client, data, name="事项.csv"):
    content = data.encode() if isinstance(data, str) else data
    sent = {"do": "preview", "file": SimpleUploadedFile(name, content)}
    return client.post("/imports/items/", sent, follow=True)


def test_先看到读出的样子确认以后才写入(bianban):
    page = choose(bianban, GOOD).content.decode()
    assert "还没有写入" in page
    assert Item.objects.count() == 3
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    done = bianban.post("/imports/items/", {"do": "confirm", "token": token}, follow=True)
    assert "写入" in done.content.decode()
    assert Item.objects.get(source_number=11).name == "示意事项甲"


def test_坏格子指出行和列不给写入(bianban):
    page = choose(bianban, BAD).content.decode()
    assert "什么也没有写入" in page
    assert "C列（权力类型）" in page
    assert 'name="token"' not in page


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04broken", b"", b"<svg><script/></svg>"])
def test_不能读的文件在原页说清楚(bianban, data):
    answer = choose(bianban, data, "事项.xlsx")
    assert answer.status_code == 422
    assert 'name="file"' in answer.content.decode()


def test_别人的导入和乱写的编号都没有(bianban, client):
    answer = bianban.post("/imports/items/", {"do": "confirm", "token": "不是编号"})
    assert answer.status_code == 404
    assert bianban.get("/imports/items/?upload=01a20c1a-343c-739c-ab19-411d154121e1").status_code == 404


@pytest.mark.parametrize(
    "path", ["/imports/", "/imports/items/", "/items/new/", "/items/cg-1/version/", "/allocations/a-1/"]
)
def test_不管维护的人看不到(client, path):
    assert signed_in(client, "captain", "town-510681101").get(path).status_code == 404


READ = [
    "/items/",
    "/items/?q=垃圾",
    "/items/?q=有人在河边倒建筑垃圾&town=510681101",
    "/items/cg-1/?on=2026-11-24",
    "/lists/",
    "/lists/area-1/?on=2026-11-24&with=2023-06-28",
    "/calendar/",
    "/calendar/?month=2031-01",
]


@pytest.mark.parametrize("path", READ)
def test_谁登录都能看事项清单日历(client, path):
    assert signed_in(client, "officer", "town-510681101").get(path).status_code == 200


def test_说出看到的也能找到事项(client):
    page = signed_in(client, "officer", "town-510681101").get("/items/?q=河边倒渣土&town=510681101").content.decode()
    assert "擅自倾倒建筑垃圾" in page
    assert "示意县甲镇人民政府（赋权）" in page
