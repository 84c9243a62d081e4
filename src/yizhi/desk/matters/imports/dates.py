"""读日期 Days as people write them in a table."""

import re
import unicodedata
from datetime import date, timedelta

from .table import Row

WRITTEN = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
SERIAL_START = date(1899, 12, 30)


def read_date(row: Row, key: str) -> str | None:
    """Return a day as 2026-06-01, or None for an empty cell; an unreadable one is a bad cell."""
    text = unicodedata.normalize("NFKC", row.get(key)).strip()
    if not text:
        return None
    day = day_of(text)
    if day is None:
        row.bad("date-unreadable", key, "不是日期。", "写成 2026-06-01。")
        return None
    return day.isoformat()


def day_of(text: str) -> date | None:
    """Return the day written 2026-06-01, 2026年6月1日, 2026.6.1, 20260601 or as a spreadsheet's serial number.

    >>> day_of("2026年6月1日"), day_of("46174"), day_of("2026-13-01")
    (datetime.date(2026, 6, 1), datetime.date(2026, 6, 1), None)
    """
    found = WRITTEN.fullmatch(text) or COMPACT.fullmatch(text)
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
        if text.isascii() and text.isdecimal() and len(text) == 5:
            return SERIAL_START + timedelta(days=int(text))
    except ValueError:
        pass
    return None
