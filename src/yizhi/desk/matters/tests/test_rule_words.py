"""规则的原文对照导入的文本：条文改了、换了条号、整部废止，都说得出是哪条规则。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.rule_words import check_rules
from yizhi.desk.matters.tests import county
from yizhi.web import command

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
RULE = "serve-7d"
TEXT = {
    "原文还在": ("第六十一条　行政机关应当在七日内依照规定送达。", "right", ""),
    "数值改了": ("第六十一条　行政机关应当在五日内依照规定送达。", "unrelated", ""),
    "换了条号": (
        "第六十一条　决定应当公开。\n第六十二条　行政机关应当在七日内依照规定送达。",
        "renumbered",
        "第六十二条",
    ),
    "这一条没有了": ("第一条　为了示意。", "missing-article", ""),
}


def put(text):
    shown = upload("statutes", "中华人民共和国行政处罚法@2026-01-01.md", text.encode(), by="jian", now=county.NOW)
    confirm(shown.upload.id, by="jian", now=county.NOW)


def checked():
    return next(each.verdict for each in check_rules(ON) if each.rule.id == RULE)


def test_没有文本不当作对():
    assert {each.verdict.state for each in check_rules(ON)} == {"no-text"}


@pytest.mark.parametrize("row", TEXT.values(), ids=TEXT.keys())
def test_原文对照(row):
    text, state, instead = row
    put(text)
    verdict = checked()
    assert (verdict.state, verdict.instead) == (state, instead)
    assert verdict.right or verdict.cure


def test_命令列出对不上的规则和核对日(capsys, monkeypatch):
    monkeypatch.setattr(command, "prepare", lambda wanted: None)
    put(TEXT["数值改了"][0])
    assert command.main(["rules", "check"]) == 1
    printed = capsys.readouterr().out
    assert RULE in printed and "核对，已对照法规全文" in printed and "对不上" in printed
