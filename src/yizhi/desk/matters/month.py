"""日历页 A month of workdays and days off, and the years of which the yearly notice is known."""

import calendar
import re
from datetime import date, timedelta
from typing import Any

from yizhi.rules.calendar import KIND_WORDS, Calendar

from .queries import standing

ASKED = re.compile(r"(\d{4})-(\d{2})")
FIRST, LAST = 1950, 2199
NEAR = 4


def calendar_context(asked: str, *, today: date) -> dict[str, Any]:
    """Return the month `asked` (2026-11), that of `today` when it cannot be read. A year not known is shown as not known."""
    first = _month(asked) or today.replace(day=1)
    known = standing().calendar
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return {
        "month": {
            "title": f"{first.year}年{first.month}月",
            "weeks": [[_day(day, first, known, today) for day in week] for week in weeks],
        },
        "previous": f"?month={(first - timedelta(days=1)):%Y-%m}",
        "next": f"?month={(first + timedelta(days=31)):%Y-%m}",
        "years": [_year(year, known) for year in _years(known, first, today)],
    }


def _month(asked: str) -> date | None:
    found = ASKED.fullmatch(asked)
    if found is None or not (FIRST <= int(found[1]) <= LAST and 1 <= int(found[2]) <= 12):
        return None
    return date(int(found[1]), int(found[2]), 1)


def _day(day: date, first: date, known: Calendar, today: date) -> dict[str, Any] | None:
    if day.month != first.month:
        return None
    special = known.special.get(day)
    settled = day.year in known.years
    return {
        "day": day,
        "number": day.day,
        "off": settled and not known.is_workday(day),
        "word": f"{special.name}{KIND_WORDS[special.kind]}" if special else "",
        "today": day == today,
        "due": (),
    }


def _years(known: Calendar, first: date, today: date) -> list[int]:
    """Return the years around today and the one that is shown, the latest first."""
    near = {year for year in known.years if abs(year - today.year) <= NEAR}
    return sorted(near | {today.year, today.year + 1, first.year}, reverse=True)


def _year(year: int, known: Calendar) -> dict[str, Any]:
    notices = {special.notice for special in known.special.values() if special.date.year == year and special.notice}
    return {
        "year": str(year),
        "loaded": year in known.years,
        "notice": "、".join(sorted(notices)),
        "source": "国务院办公厅放假安排",
        "href": f"?month={year}-01",
    }
