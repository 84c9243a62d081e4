"""期间计算 Counting a limit, day by day or by arithmetic. Pure: dates and a calendar in, the last day out.

The trigger day never counts. A calendar is asked only about days whose kind decides the answer, so that a limit
which touches no unknown day is answered even when later years have not been published.
"""

import calendar as gregorian
from collections.abc import Sequence
from datetime import date, timedelta

from yizhi.rules.calendar import ONE_DAY, Calendar, Days, Workdays

Intervals = Sequence[tuple[date, date]]


class StillSuspended(Exception):  # noqa: N818
    """The clock stands still: no last day can be named before the suspension ends."""


def last_of_days(start: date, count: Days, suspended: Intervals) -> date:
    """Return the last of `count` calendar days (日) after `start`, days in `suspended` not counted.

    >>> last_of_days(date(2026, 1, 5), Days(30), [(date(2026, 1, 10), date(2026, 1, 20))])
    datetime.date(2026, 2, 14)
    """
    reached, left = start, int(count)
    for begin, end in suspended:
        begin = max(begin, start + ONE_DAY)
        if end <= begin:
            continue
        free = (begin - reached).days - 1
        if left <= free:
            break
        if end == date.max:
            raise StillSuspended
        left -= free
        reached = end - ONE_DAY
    return reached + timedelta(days=left)


def last_of_workdays(start: date, count: Workdays, suspended: Intervals, calendar: Calendar) -> date:
    """Return the last of `count` workdays (工作日) after `start`. A suspended day is passed over whatever its kind."""
    day, left = start, int(count)
    while left:
        day += ONE_DAY
        stop = _suspended_until(day, suspended)
        if stop == date.max:
            raise StillSuspended
        if stop:
            day = stop - ONE_DAY
        elif calendar.is_workday(day):
            left -= 1
    return day


def last_of_months(start: date, months: int) -> date:
    """Return the same date `months` later, or that month's last day when it has no such date.

    >>> last_of_months(date(2025, 11, 30), 3), last_of_months(date(2024, 2, 29), 12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    """
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, gregorian.monthrange(year, month + 1)[1]))


def latest_before(event: date, count: Workdays, calendar: Calendar) -> date:
    """Return the latest workday from which `count` workdays reach no later than `event` (倒算)."""
    day, left = event, int(count)
    while True:
        working = calendar.is_workday(day)
        if working and left == 0:
            return day
        left -= working
        day -= ONE_DAY


def days_left_out(start: date, last: date, suspended: Intervals) -> int:
    """Return how many days after `start` up to `last` fall into `suspended`."""
    return sum(max(0, (min(end, last + ONE_DAY) - max(begin, start + ONE_DAY)).days) for begin, end in suspended)


def _suspended_until(day: date, suspended: Intervals) -> date | None:
    return next((end for begin, end in suspended if begin <= day < end), None)
