"""yizhi list：清单、两天之间的变化，给人读的和给程序读的；没有的片区、写错的日期说清楚。"""
# ruff: noqa: N802

import json

import pytest
from django.utils import timezone

from yizhi.desk.bodies.models import Seal
from yizhi.desk.matters.models import IssuedList
from yizhi.desk.matters.tests import county
from yizhi.web import command

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def facts(db, monkeypatch):
    monkeypatch.setattr(command, "prepare", lambda wanted: None)
    monkeypatch.setattr(timezone, "now", lambda: county.NOW)
    county.build()


def printed(capsys, *words):
    code = command.main(["list", *words])
    return code, capsys.readouterr()


def test_一行一个事项写明归谁凭什么(capsys):
    code, told = printed(capsys, "area-1")
    assert code == 0
    assert told.out.splitlines() == [
        f"cg-1\t擅自倾倒建筑垃圾\t赋权甲镇：{county.DECISION}",
        "示意片区行政执法事项清单，2026-11-24，共 1 项。",
    ]


def test_给程序读的和公开的一样(capsys, client):
    _, told = printed(capsys, "area-1", "--json")
    assert json.loads(told.out) == client.get("/public/lists/list.json?area=area-1").json()
    _, told = printed(capsys, "--csv", "--on", "2026-11-24")
    assert told.out.splitlines()[0].startswith("日期,片区,")


def test_两天之间(capsys):
    _, told = printed(capsys, "area-1", "--since", "2023-06-27")
    assert told.out.splitlines() == [
        "新增\tcg-1\t擅自倾倒建筑垃圾\t甲镇\t没有 → 示意县甲镇人民政府（赋权）",
        "共 1 处变化。",
    ]


@pytest.mark.parametrize(
    "words", [("没有",), ("--on", "昨天"), ("--since", "2026-13-01")], ids=["片区", "日期", "比较日"]
)
def test_没有的写错的说清楚(capsys, words):
    code, told = printed(capsys, *words)
    assert code != 0
    assert told.out == "" and told.err


def test_发布编号_不管清单的人发布不了(capsys):
    Seal.objects.create(body_id="gov", name="测试章", valid_from=county.START)
    county.signed_in("establishment")
    county.signed_in("officer", "town-510681101")
    code, told = printed(capsys, "area-1", "--issue", "--as", "officer")
    assert code == 2 and not IssuedList.objects.exists()
    code, told = printed(capsys, "area-1", "--issue", "--as", "establishment")
    assert code == 0 and "清单〔2026〕1号" in told.out and IssuedList.objects.count() == 1
