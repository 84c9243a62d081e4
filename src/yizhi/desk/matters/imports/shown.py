"""看读到的样子 The rows of a file as they were read, in words: for the page and for the terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from .readers import READERS

MORE_NAMES = {
    "source_number": "序号",
    "item": "事项",
    "town": "镇（街道）",
    "law": "名称",
    "version": "版本",
    "valid_from": "起",
    "valid_to": "止",
    "source": "来源",
    "articles": "条数",
    "starts": "起",
    "charges": "写明的步骤",
    "intent": "归类",
    "stands_for": "等于",
}
HIDDEN = frozenset({"effective", "position", "whole", "marked"})


def heads(kind: str, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the headings of rows of a kind, as official lists call the columns."""
    columns = READERS[kind].columns if kind in READERS else ()
    names = {column.key: column.names[0] for column in columns} | MORE_NAMES
    return [names.get(key, key) for key in (rows[0] if rows else ()) if key not in HIDDEN]


def words_of(row: Mapping[str, Any]) -> list[str]:
    """Return what one row says, in the order of its headings."""
    return [_words(value) for key, value in row.items() if key not in HIDDEN]


def _words(value: Any) -> str:
    """Return one value as read, in words."""
    match value:
        case None | False:
            return ""
        case True:
            return "是"
        case list():
            return "；".join(f"《{each['law']}》{each['article']}" for each in value)
        case dict():
            return str(len(value))
        case _:
            return str(value)
