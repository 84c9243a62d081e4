"""写法 How a value of a paper's data is written: dates, money, yes and no, choices, lists."""

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from yizhi.desk.papers.chinese_numbers import amount_in_capitals, article_in_chinese, date_in_chinese
from yizhi.desk.papers.kinds import field_dictionary

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


def is_filled(value: Any) -> bool:
    """Return whether `value` says anything. `False` and zero do; empty text, an empty list and `None` do not."""
    return value is not None and value != "" and value != [] and value != ()


def written(value: Any) -> str:
    """Return a value of any kind as a paper writes it.

    >>> written("2026-09-05"), written(True), written(["甲", "乙"]), written("2026-09-05T08:03")
    ('2026年9月5日', '是', '甲、乙', '2026年9月5日8时03分')
    """
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.date):
        return date_in_chinese(value)
    if isinstance(value, str):
        return _written_text(value)
    if isinstance(value, Mapping):
        return " ".join(written(part) for part in value.values() if is_filled(part))
    if isinstance(value, Sequence):
        return "、".join(written(part) for part in value)
    return "" if value is None else str(value)


def written_fact(key: str, value: Any) -> str:
    """Return the fact `key` as a paper writes it, by its kind in the field dictionary: choices by their words, money without idle zeros."""
    entry = field_dictionary().get(key, {})
    kind = entry.get("kind")
    if kind == "choice":
        return str(entry["choices"].get(str(value), value))
    if kind == "choices":
        return "；".join(str(entry["choices"].get(str(code), code)) for code in value)
    if kind == "money":
        return _money(value)
    return written(value)


def capitals(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return every amount of money among `facts` in capitals 大写."""
    known = field_dictionary()
    return {
        key: amount_in_capitals(str(value))
        for key, value in facts.items()
        if known.get(key, {}).get("kind") == "money" and is_filled(value)
    }


def written_article(law: str, article: str) -> str:
    """Return a citation as papers write it.

    >>> written_article("中华人民共和国行政处罚法", "第59条第1款")
    '《中华人民共和国行政处罚法》第五十九条第一款'
    """
    return f"{law if law.startswith('《') else f'《{law}》'}{article_in_chinese(article)}"


def _written_text(value: str) -> str:
    if _DATE.match(value):
        return date_in_chinese(datetime.date.fromisoformat(value))
    if _MOMENT.match(value):
        return date_in_chinese(datetime.datetime.fromisoformat(value))
    return value


def _money(value: Any) -> str:
    amount = Decimal(str(value))
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"
