"""页面环境 The Jinja2 environment of every page: autoescape on, a few plain filters, no law.

Days are written 11月23日 周一, amounts 1,000.00; paper numbers, 《names》 and article numbers never break.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment
from markupsafe import Markup, escape

from yizhi.desk.matters.texts import article_href
from yizhi.rules.deadlines.wording import dated

from .geometry import axis, bars, clock

LOCAL = ZoneInfo("Asia/Shanghai")
WEEKDAYS = "一二三四五六日"
UNITS = {"workday": "个工作日", "day": "天", "hour": "小时", "month": "个月", "year": "年"}
UNBROKEN = re.compile(
    r"《[^《》]{1,24}》|[\w()]{0,6}〔\d{4}〕\d+号|第[0-9、]+条(?:第[0-9]+款)?(?:第[0-9]+项)?|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日"
)


def day(value: date | datetime | str | None, today: date | None = None) -> str:
    """Return a date as 11月23日 周一; the year is added when `today` lies in another one. Nothing gives an empty string.

    >>> day(date(2026, 11, 23))
    '11月23日 周一'
    >>> day("2025-12-31", today=date(2026, 1, 2))
    '2025年12月31日 周三'
    """
    found = _date(value)
    if found is None:
        return ""
    year = f"{found.year}年" if today and today.year != found.year else ""
    return f"{year}{found.month}月{found.day}日 周{WEEKDAYS[found.weekday()]}"


def full_day(value: date | datetime | str | None) -> str:
    """Return a date as 2026年11月23日.

    >>> full_day(date(2026, 9, 5))
    '2026年9月5日'
    """
    found = _date(value)
    return f"{found.year}年{found.month}月{found.day}日" if found else ""


def short_day(value: date | datetime | str | None) -> str:
    """Return a date as 11月23日, for the record's margin.

    >>> short_day("2026-11-23")
    '11月23日'
    """
    found = _date(value)
    return f"{found.month}月{found.day}日" if found else ""


def moment(value: datetime | str | None) -> str:
    """Return a moment as 2026年11月23日 14:05 in Beijing time; a moment without a zone is taken as local.

    >>> from datetime import timezone
    >>> moment(datetime(2026, 11, 23, 6, 5, tzinfo=timezone.utc))
    '2026年11月23日 14:05'
    """
    if not value:
        return ""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    local = found.astimezone(LOCAL) if found.tzinfo else found
    return f"{full_day(local)} {local:%H:%M}"


def yuan(value: Decimal | int | str | None) -> str:
    """Return an amount in yuan with two decimals and groups of three.

    >>> yuan(1000), yuan("800.5"), yuan(None)
    ('1,000.00', '800.50', '')
    """
    return "" if value is None or value == "" else f"{Decimal(str(value)):,.2f}"


def left(count: int, unit: str = "day") -> str:
    """Return what is left of a time limit in the rule's own unit; 0 is today, below 0 is over.

    >>> left(3, "workday"), left(0), left(-2), left(-1, "workday")
    ('还有 3 个工作日', '今天到期', '超期 2 天', '超期 1 个工作日')
    """
    if count == 0:
        return "今天到期" if unit != "hour" else "不到 1 小时"
    return f"{'还有' if count > 0 else '超期'} {abs(count)} {UNITS[unit]}"


@lru_cache(maxsize=8192)
def number(text: str | None) -> Markup:
    """Return the text with every paper number, 《name》, article number and date kept on one line.

    >>> number("见广连府罚〔2026〕31号 <b>")
    Markup('<span class="nw">见广连府罚〔2026〕31号</span> &lt;b&gt;')
    """
    return Markup(UNBROKEN.sub(r'<span class="nw">\g<0></span>', str(escape(text or ""))))


def masked(text: str | None) -> str:
    """Return an identity number with its middle hidden, as a list or a screen shows it.

    >>> masked("510681199001010017"), masked("")
    ('5106**********0017', '')
    """
    if not text:
        return ""
    return text if len(text) < 9 else f"{text[:4]}{'*' * (len(text) - 8)}{text[-4:]}"


@lru_cache(maxsize=512)
def icon(name: str, size: str = "") -> Markup:
    """Return one outline icon of the sprite; `size` is "s" for 16 px. Icons never speak: words stand beside them.

    >>> str(icon("gavel", "s"))
    '<svg class="i s" aria-hidden="true"><use href="/static/built/icons.svg#gavel"/></svg>'
    """
    kind = f"i {size}".strip()
    return Markup('<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>').format(kind, _sprite(), name)


def site(**options: Any) -> Environment:
    """Return the environment that Django's Jinja2 backend asks for: citations lead to the texts that were imported."""
    built = environment(**options)
    built.globals["article_href"] = article_href
    return built


def environment(**options: Any) -> Environment:
    """Return an environment that needs no database: citations stand alone. `options` are the backend's own."""
    built = Environment(trim_blocks=True, lstrip_blocks=True, **{"autoescape": True, **options})
    built.globals.update(
        static=static, url=url, icon=icon, clock=clock, bars=bars, axis=axis, article_href=lambda words: ""
    )
    filters: tuple[Callable[..., Any], ...] = (day, full_day, short_day, moment, yuan, left, number, masked, dated)
    built.filters.update({function.__name__: function for function in filters})
    return built


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the path of a named page."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


@lru_cache(maxsize=1)
def _sprite() -> str:
    return static("built/icons.svg")


def _date(value: date | datetime | str | None) -> date | None:
    if not value:
        return None
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return value.astimezone(LOCAL).date() if value.tzinfo else value.date()
    return value
