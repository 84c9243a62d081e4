"""法规摘录 Articles of laws listed in a table, one article or one item of it a row. A table is an excerpt: it never shows that an article is missing."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from yizhi.rules.citing import number_of

from .findings import CellFinding
from .reading import read_table
from .sheets import Sheet
from .table import Column, Row

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COLUMNS: tuple[Column, ...] = (
    Column(
        "law",
        ("法律法规", "法律法规名称", "法规名称", "名称"),
        required=True,
        note="法律、法规、规章的名称",
        shared=True,
    ),
    Column(
        "version",
        ("版本", "版本/施行", "施行日期", "公布日期", "修订日期"),
        required=True,
        note="写明日期，如 2022-03-29；几个日期取最晚的",
        shared=True,
    ),
    Column("article", ("条", "条号"), required=True, note="第几条", shared=True),
    Column("text", ("条文原文", "条文", "条文内容"), required=True, note="条文", shared=True),
    Column("part", ("项",), note="第几项，没有的空着"),
    Column("deed", ("违法情形_条文摘录", "项的内容"), note="这一项的内容"),
)


def read_excerpts(filename: str, sheets: Iterable[Sheet], on: date) -> tuple[list[dict[str, Any]], list[CellFinding]]:
    """Return the laws of a table with the articles listed there, and every cell that was not understood."""
    table = read_table(tuple(sheets), COLUMNS, on)
    laws: dict[tuple[str, str], dict[str, Any]] = {}
    for row in table.rows:
        version, number = _version(row), number_of(row.get("article"))
        if not number:
            row.bad("article-unread", "article", "这里没有“第几条”。", "写成 第五十二条。")
        if version and number:
            name = row.get("law").strip().strip("《》")
            kept = laws.setdefault((name, version), _text(filename, name, version))
            kept["articles"][number] = _joined(kept["articles"].get(number, ""), row)
    return list(laws.values()), table.findings


def _text(filename: str, law: str, version: str) -> dict[str, Any]:
    return {
        "law": law[:128],
        "version": version,
        "valid_from": version,
        "valid_to": None,
        "source": f"{filename[:100]}（摘录）",
        "whole": False,
        "marked": False,
        "articles": {},
    }


def _version(row: Row) -> str:
    """Return the latest day written in the cell; a cell without a real day is bad."""
    days = DAY.findall(row.get("version"))
    try:
        return max(date.fromisoformat(day) for day in days).isoformat()
    except ValueError:
        row.bad("version-unread", "version", "这里没有日期。", "写成 2022-03-29。")
        return ""


def _joined(before: str, row: Row) -> str:
    """Return an article with what one further row says of it: its lead once, its items one a line."""
    lead, part, deed = row.get("text").strip(), row.get("part").strip(), row.get("deed").strip()
    lines = before.split("\n") if before else []
    said = [lead] if lead not in lines else []
    if part and deed and deed not in lead:
        said.append(f"（{part}）{deed}")
    return "\n".join([*lines, *(line for line in said if line not in lines)])
