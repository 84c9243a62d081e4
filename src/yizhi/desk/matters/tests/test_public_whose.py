"""该找谁：不用登录；说得出归谁、电话、地址；不是执法的说找哪里；什么也不留下；里面的东西一点不露。"""
# ruff: noqa: N802

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import KeptAnswer
from yizhi.desk.matters.tests import county

pytestmark = pytest.mark.django_db
TOWN = {"town": "510681101"}


@pytest.fixture(autouse=True)
def facts(db):
    county.build()
    Body.objects.filter(code="town-510681101").update(phone="0838-0000001（示意）", address="示意路1号")


def ask(client, q, **more):
    answer = client.get("/public/whose/", {"q": q, **TOWN, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_说得出归谁电话和地址(client):
    page = ask(client, "有人在河边倒建筑垃圾")
    assert "在甲镇，这件事找" in page
    assert "示意县甲镇人民政府" in page and "0838-0000001（示意）" in page and "示意路1号" in page


def test_没有赋权的镇找部门(client):
    assert "示意县综合行政执法局" in ask(client, "有人乱倒建筑垃圾", town="510681102")


def test_不是执法的说找哪里(client):
    page = ask(client, "老板拖欠工资")
    assert "不归执法队" in page and 'href="tel:12333"' in page


@pytest.mark.parametrize("said", ["嗯", "<script>alert(1)</script>", "河" * 100_000])
def test_乱说也不出错(client, said):
    assert "<script>alert" not in ask(client, said)


@pytest.mark.parametrize("town", ["", "510681199", "dept-cg"])
def test_没有选镇的先请选(client, town):
    assert "这件事找" not in ask(client, "有人在河边倒建筑垃圾", town=town)


def test_不写也不读里面的东西(client):
    client.get("/public/whose/", {"q": "有人在河边倒建筑垃圾", **TOWN})
    with CaptureQueriesContext(
        connection,
    ) as seen:
        page = ask(client, "有人在河边倒建筑垃圾")
    said = " ".join(each["sql"] for each in seen.captured_queries)
    assert not any(
        word in said for word in ("INSERT", "UPDATE", "papers_", "leads_", "cases_", "parties_", "people_officer")
    )
    assert not KeptAnswer.objects.exists()
    assert "jia" not in page and "例" not in page
