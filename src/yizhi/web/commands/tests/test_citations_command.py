"""yizhi citations：核对全部事项的引注，一处一行；yizhi check 说有几处。"""
# ruff: noqa: N802

import json

import pytest
from django.utils import timezone

from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.tests import county
from yizhi.web import command
from yizhi.web.fitness import statutes

pytestmark = pytest.mark.django_db
RULES = (
    "第一条　为了示意。\n第二条　擅自倾倒建筑垃圾的，责令改正，处以罚款。\n第三条　损坏城市树木花草的，责令停止侵害。\n"
)


@pytest.fixture(autouse=True)
def texts(db, monkeypatch):
    monkeypatch.setattr(command, "prepare", lambda wanted: None)
    monkeypatch.setattr(timezone, "now", lambda: county.NOW)
    county.build()
    shown = upload("statutes", "示意条例@2020-01-01.md", RULES.encode(), by="jian", now=county.NOW)
    confirm(shown.upload.id, by="jian", now=county.NOW)


def test_一处一行有要看的退出码是一(capsys):
    assert command.main(["citations"]) == 1
    printed = capsys.readouterr().out
    assert "条号变了\t1 擅自倾倒建筑垃圾\t《示意条例》第一条" in printed
    assert "改引第二条" in printed


def test_给程序读的有序号和对得上的条(capsys):
    command.main(["citations", "--json"])
    rows = json.loads(capsys.readouterr().out)
    assert {(row["source_number"], row["state"], row["instead"]) for row in rows} >= {(1, "renumbered", "第二条")}


def test_查看机器时说有几处对不上():
    looked = statutes(county.NOW)
    assert looked.state == "注意" and "对不上" in looked.what and "yizhi citations" in looked.cure
