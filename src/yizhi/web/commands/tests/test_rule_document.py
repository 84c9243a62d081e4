"""规则表成文：给法制人员读的一份文件，每条有数值、条文、落实在哪里、核对过没有；与规则表一字不差。"""
# ruff: noqa: N802

from pathlib import Path

import pytest

from yizhi.rules.procedure.tables import TABLES
from yizhi.rules.rule_document import where_words
from yizhi.web import command
from yizhi.web.commands.rules import document_now, table_now

KEPT = Path(__file__).resolve().parents[5] / "docs" / "规则" / "规则表.md"
WHERE = [
    ("只算日子的", "serve-7d", "期限计算"),
    ("一个执法环节", "file-on-spot-2d", "执法环节“"),
    ("办事以前核对", "limitation-two-five-years", "以前核对"),
    ("判断谁来办", "penalty-authority-county-default", "判断由谁实施、谁有资格"),
]


@pytest.fixture
def document():
    return document_now()


def section(document, rule):
    title = f"### {rule.title}\n"
    return document.split(title, 1)[1].split("\n### ", 1)[0]


def test_放着的文件与规则表一致():
    assert KEPT.read_text(encoding="utf-8") == document_now(), "规则表变了：运行 yizhi rules document"


@pytest.mark.parametrize("rule", list(table_now()), ids=lambda rule: rule.id)
def test_每一条都写全(document, rule):
    told = document[document.index(f"- 规则：`{rule.id}`") :].split("\n\n", 1)[0]
    assert f"《{rule.citation.law}》{rule.article}“{rule.words}”" in told
    assert str(rule.checked_on) in told
    assert rule.length is None or f"数值：{rule.length}{rule.length_unit}" in told
    assert (f"`{rule.where}`" in told) if rule.where else ("还没有实现" in told or "不由软件实现" in told)


def test_没有确认的标出来放在前面(document):
    first = document.split("## 法律没有写明", 1)[0]
    for rule in table_now():
        assert rule.confidence == "verified" or f"`{rule.id}`" in first
    assert "**未确认**" in document


@pytest.mark.parametrize("row", [row for row in WHERE if row[1] in table_now().rules], ids=lambda row: row[0])
def test_落实在哪里说中文(row):
    assert row[2] in where_words(table_now()[row[1]], TABLES)


def test_命令写得出文件(tmp_path, capsys):
    assert command.main(["rules", "document", str(tmp_path / "规则" / "表.md")]) == 0
    assert (tmp_path / "规则" / "表.md").read_text(encoding="utf-8") == document_now()
    assert "291" in capsys.readouterr().out
