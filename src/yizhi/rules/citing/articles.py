"""条款项的数 Article numbers as statutes write them, in Chinese numerals or in digits."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

DIGITS: Final = "零一二三四五六七八九"
VALUES: Final = {sign: value for value, sign in enumerate(DIGITS)} | {"〇": 0, "两": 2}
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
NUMERAL: Final = r"[0-9零〇一二两三四五六七八九十百千]+"
ARTICLE: Final = re.compile(rf"第({NUMERAL})条(?:之({NUMERAL}))?")


def read_number(text: str) -> int | None:
    """Return the value of digits or Chinese numerals below 10,000; None when it is neither.

    >>> read_number("一百二十四"), read_number("十"), read_number("60"), read_number("百姓")
    (124, 10, 60, None)
    """
    if text.isascii() and text.isdecimal():
        return int(text) if len(text) < 5 else None
    total = pending = 0
    for sign in text:
        if sign in VALUES:
            pending = VALUES[sign]
        elif sign in UNITS:
            total += (pending or 1) * UNITS[sign]
            pending = 0
        else:
            return None
    return total + pending if text else None


def write_number(value: int) -> str:
    """Return a number from 1 to 9,999 in Chinese numerals as statutes number their articles.

    >>> write_number(10), write_number(52), write_number(105), write_number(1169), write_number(110)
    ('十', '五十二', '一百零五', '一千一百六十九', '一百一十')
    """
    assert 0 < value < 10_000, "articles are numbered from 1 to 9,999"
    text, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + sign
        gap = not digit
    return text[1:] if text.startswith("一十") else text


@lru_cache(maxsize=8192)
def number_of(citation: str) -> str:
    """Return the article a citation names, as texts number it: 第五十二条; empty when it names none."""
    found = ARTICLE.search(unicodedata.normalize("NFKC", citation))
    value = read_number(found[1]) if found else None
    if found is None or not value:
        return ""
    further = read_number(found[2]) if found[2] else None
    return f"第{write_number(value)}条" + (f"之{write_number(further)}" if further else "")
