"""盖章清单：盖的是自己机关的测试章，选不了别的机关的；没有印章的出不了；不管清单的人拿到的没有章。"""
# ruff: noqa: N802

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from yizhi.desk.bodies.models import Seal
from yizhi.desk.matters.tests import county
from yizhi.desk.papers.area_list import area_list_pdf
from yizhi.rules.refusal import Refusal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
KEEPER = {"role": "establishment", "body": "gov"}


@pytest.fixture(autouse=True)
def facts(db):
    county.build()
    Seal.objects.create(body_id="gov", name="示意县人民政府（测试章）", valid_from=county.START)


def made(on=ON, **who):
    identity = replace(county.who(**{**KEEPER, **who}), body_name="示意县人民政府" if not who else "示意县水利局")
    return area_list_pdf(identity, "area-1", on, demo=True, now=county.NOW)


def words(pdf):
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_编办出的盖本机关的测试章():
    said = words(made())
    for each in ("示意片区行政执法事项清单", "擅自倾倒建筑垃圾", "示意县人民政府", "测试", county.DECISION, "共1项"):
        assert each in said
    assert "没有盖章" not in said


def test_同一天同样的清单逐字节相同():
    assert made() == made()


def test_机关没有在用的印章就出不了():
    with pytest.raises(Refusal) as refused:
        made(body="dept-sl")
    assert refused.value.first.code == "seal-missing"
    assert refused.value.first.cure


@pytest.mark.parametrize("role", ["officer", "captain", "administrator"])
def test_不管清单的人拿到的没有章(role):
    said = words(made(role=role, body="dept-sl"))
    assert "没有盖章，仅供查看" in said
    assert "测试" not in said


def test_还没有到的那一天不盖章():
    assert "没有盖章，仅供查看" in words(made(ON + timedelta(days=1)))


def test_片区队不能当署名的机关():
    identity = replace(county.who(**KEEPER), body_name="连山片区综合行政执法队")
    with pytest.raises(Refusal) as refused:
        area_list_pdf(identity, "area-1", ON, demo=True, now=county.NOW)
    assert refused.value.first.code == "team-cannot-sign"


def test_页面拿到的是文件(client):
    answer = county.signed_in("establishment").get("/lists/area-1/list.pdf?on=2026-11-24")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert county.signed_in("captain").get("/lists/没有/list.pdf").status_code == 404
