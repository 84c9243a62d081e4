"""公开的清单：不登录就能查；没有公布的看不到；文书变了当天就变；机器能读；里面没有内部的东西。"""
# ruff: noqa: N802

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters import actions
from yizhi.desk.matters.models import Allocation
from yizhi.desk.matters.tests import county
from yizhi.rules.authority import STEPS, Charge

pytestmark = pytest.mark.django_db
PAGE = "/public/lists/"


@pytest.fixture(autouse=True)
def facts(db):
    county.build()
    Body.objects.filter(code="town-510681101").update(phone="0838-0000001", address="示意路1号")


def text(answer):
    """页面上的文字，去掉排版用的不换行标记。"""
    assert answer.status_code == 200
    return re.sub(r"<span class=\"n?w?\">|</?span[^>]*>|[\u00a0\u2060\u200b]", "", answer.content.decode())


def test_选了镇看得到归谁电话地址凭什么(client):
    page = text(client.get(f"{PAGE}?town=510681101"))
    for words in ("示意县甲镇人民政府（赋权）", "0838-0000001", "示意路1号", county.DECISION, "《示意条例》第一条"):
        assert words in page
    assert "示意县综合行政执法局（部门派驻）" in text(client.get(f"{PAGE}?town=510681102"))


def test_选了镇看得到哪一步由谁负责_没有卡的不写(client):
    assert "哪一步由谁负责" not in text(client.get(f"{PAGE}?town=510681101"))
    whole = {"finds": "town", "checks_first": "team", "measures": "body:dept-sl", "supervises": "owner"}
    charges = {step: Charge(whole.get(step, "holder"), "边界方案（示意）") for step in STEPS}
    actions.enter_boundary_card("cg-1", charges, starts=county.START, by="bianban", now=county.NOW)
    page = text(client.get(f"{PAGE}?town=510681101"))
    for words in ("哪一步由谁负责", "甲镇", "片区综合行政执法队", "示意县水利局", "边界方案（示意）", "事后监管"):
        assert words in page
    assert "哪一步由谁负责" not in text(client.get(PAGE))


def test_选了镇再查两个字清单以外的也说归哪个部门(client):
    assert "损坏城市树木花草" not in text(client.get(f"{PAGE}?town=510681101"))
    page = text(client.get(f"{PAGE}?town=510681101&q=树木"))
    assert "损坏城市树木花草" in page and "示意县综合行政执法局" in page
    assert "没有查到" in text(client.get(f"{PAGE}?q=飞机"))


def test_没有公布的看不到要求看以后也看不到(client):
    today = timezone.localdate()
    later = today + timedelta(days=30)
    yi = county.Town.objects.get(code="510681102")
    given = {"valid_from": later, "published_on": later, "decision": county.DECISION, "letter": "还没有公布的方案"}
    county.allocation("a-2", "cg-2", yi, "conferral", **given)
    for path in (PAGE, f"{PAGE}list.csv", f"{PAGE}list.json"):
        assert "还没有公布的方案" not in text(client.get(f"{path}?on={later}"))


def test_已到起日还没有公布的文书不露出来(client):
    yi = county.Town.objects.get(code="510681102")
    county.allocation("a-2", "cg-2", yi, "conferral", decision=county.DECISION, letter="还没有公布的方案")
    county.allocation(
        "a-3", "cg-1", yi, "conferral", decision="", published_on=county.START, letter="没有省级决定的方案"
    )
    for path in (f"{PAGE}?town=510681102", f"{PAGE}?town=510681102&q=树木", f"{PAGE}list.csv", f"{PAGE}list.json"):
        page = text(client.get(path))
        assert "还没有公布的方案" not in page and "没有省级决定的方案" not in page
        assert "乙镇人民政府（赋权）" not in page


def test_收回当次就变以前的仍是以前的(client):
    assert "cg-1" in text(client.get(f"{PAGE}list.json"))
    row = Allocation.objects.get(fact="a-1")
    today = timezone.localdate()
    names = actions.Grant.__dataclass_fields__
    values = {name: getattr(row, f"{name}_id" if name in ("item", "town") else name) for name in names}
    recalled = actions.Grant(**{**values, "valid_to": today, "on_recall": "continue"})
    actions.enter_together([("a-1", recalled)], by="bianban", now=timezone.now())
    assert json.loads(text(client.get(f"{PAGE}list.json")))["items"] == []
    before = json.loads(text(client.get(f"{PAGE}list.json?on={today - timedelta(days=1)}")))
    assert [each["code"] for each in before["items"]] == ["cg-1"]


def test_机器读到日期镇文书(client):
    found = json.loads(text(client.get(f"{PAGE}list.json?area=area-1")))
    assert found["on"] == timezone.localdate().isoformat()
    assert [town["name"] for town in found["areas"][0]["towns"]] == ["甲镇", "乙镇"]
    held = found["items"][0]["towns"][0]
    assert (held["mode"], held["instrument"], held["from"]) == ("conferral", county.DECISION, "2023-06-28")
    assert client.get(f"{PAGE}list.csv").content.startswith("﻿日期".encode())


def test_没有这个片区写错的日期都答得出来(client):
    assert client.get(f"{PAGE}?area=没有").status_code == 404
    assert client.get(f"{PAGE}?on=坏&town=没有").status_code == 200
    assert client.post(PAGE).status_code == 405


def test_没有内部的东西(client):
    county.ItemVersion.objects.update(note="内部备注", recorded_by="neibu")
    Allocation.objects.update(recorded_by="neibu")
    for path in (PAGE, f"{PAGE}?town=510681101&q=垃圾", f"{PAGE}list.csv", f"{PAGE}list.json"):
        page = text(client.get(path))
        for secret in ("内部备注", "neibu", "甲例", "/items/", "/imports/", "/instruments/", "p-bing"):
            assert secret not in page, (path, secret)
