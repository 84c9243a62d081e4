"""中文数字与日期 Numbers, amounts, article numbers and dates as papers write them.

>>> amount_in_capitals(800), article_in_chinese("第1169条第3款")
('捌佰元整', '第一千一百六十九条第三款')
"""

import datetime
import re
from decimal import Decimal, InvalidOperation

from yizhi.rules.refusal import bad_input

_SMALL = "零一二三四五六七八九"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_GROUPS = ("", "万", "亿")
_LARGEST = Decimal("999999999999.99")
_NUMBERED = re.compile(r"第\s*(\d+)\s*(编|章|节|条|款|项|目)")


def _four(number: int, digits: str, units: str) -> str:
    """Write 1–9999 with `digits` and the units of ten, hundred, thousand; inner zeros shrink to one 零."""
    out = ""
    for place, figure in enumerate(f"{number:04d}"):
        if figure != "0":
            out += digits[int(figure)] + ("", *units)[3 - place]
        elif out and not out.endswith("零"):
            out += "零"
    return out.rstrip("零")


def _whole(number: int, digits: str, units: str) -> str:
    if number == 0:
        return "零"
    out = ""
    for group in (2, 1, 0):
        part = number // 10 ** (4 * group) % 10_000
        if part:
            out += ("零" if out and part < 1000 else "") + _four(part, digits, units) + _GROUPS[group]
        elif out and not out.endswith("零") and number % 10 ** (4 * group) and group:
            out += "零"
    return out.replace("零零", "零")


def chinese_number(number: int) -> str:
    """Write a count of 0 to 999,999,999,999 in ordinary Chinese numerals.

    >>> [chinese_number(n) for n in (0, 10, 15, 20, 110, 1005, 1169)]
    ['零', '十', '十五', '二十', '一百一十', '一千零五', '一千一百六十九']
    """
    words = _whole(number, _SMALL, "十百千")
    return words[1:] if words.startswith("一十") else words


def amount_in_capitals(amount: Decimal | int | str) -> str:
    """大写金额. Yuan in, capitals out; at most two decimals, from 0 to below one trillion. `BadInput` for anything else.

    >>> amount_in_capitals("1005.5"), amount_in_capitals("0.05"), amount_in_capitals("200000.03")
    ('壹仟零伍元伍角整', '伍分', '贰拾万元零叁分')
    """
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        raise bad_input("amount", f"金额“{amount}”不是数字。", "写成阿拉伯数字，例如 800 或 800.50。") from None
    if not value.is_finite() or not 0 <= value <= _LARGEST or value != value.quantize(Decimal("0.01")):
        raise bad_input("amount", f"金额“{amount}”不能写成大写。", "金额不为负，最多两位小数，小于一万亿元。")
    yuan, cents = divmod(int(value * 100), 100)
    jiao, fen = divmod(cents, 10)
    out = _whole(yuan, _CAPITAL, "拾佰仟") + "元" if yuan or not cents else ""
    if not cents:
        return out + "整"
    if jiao:
        out += _CAPITAL[jiao] + "角"
    elif out:
        out += "零"
    return out + (_CAPITAL[fen] + "分" if fen else "整")


def article_in_chinese(text: str) -> str:
    """Write the article numbers inside `text` in Chinese numerals; everything else stays.

    >>> article_in_chinese("第42条第1款第2项")
    '第四十二条第一款第二项'
    """
    return _NUMBERED.sub(lambda found: f"第{chinese_number(int(found[1]))}{found[2]}", text)


def date_in_chinese(day: datetime.date) -> str:
    """Write a date, or a moment to the minute, as papers do.

    >>> date_in_chinese(datetime.date(2026, 9, 5)), date_in_chinese(datetime.datetime(2026, 9, 5, 8, 3))
    ('2026年9月5日', '2026年9月5日8时03分')
    """
    words = f"{day.year}年{day.month}月{day.day}日"
    return f"{words}{day.hour}时{day.minute:02d}分" if isinstance(day, datetime.datetime) else words
