"""A second, slow way to every due date: one day at a time, written from the text of the rules and not from the engine.

It shares with the engine only the packaged calendar rows and each rule's number, unit, direction and rolling.
"""

from datetime import date, datetime, timedelta

SUSPENSION_WORDS = {
    "file-market": {"检测", "检验", "检疫", "鉴定", "权利人辨认或者鉴别"},
    "seize-30d": {"检测", "检验", "检疫", "技术鉴定"},
    "decision-90d-market": {
        *("中止", "听证", "公告", "检测", "检验", "检疫", "鉴定", "权利人辨认或者鉴别", "责令退还多收价款"),
    },
    "decision-90d-housing": {"听证", "检测", "检验", "鉴定", "中止"},
    "decision-90d-agri": {"中止", "听证", "公告", "检验", "检测", "鉴定"},
}
NO_CEILING = 10**9
EXTENSION_STEPS = {
    "file-market": [("负责人", 15)],
    "file-housing": [("负责人", 10)],
    "file-agri": [("负责人", 7)],
    "seize-30d": [("负责人", 30)],
    "freeze-30d": [("负责人", 30)],
    "legal-review-10d-market": [("负责人", NO_CEILING)],
    "legal-review-5d-agri": [("负责人", 15)],
    "decision-90d-market": [("负责人", 30), ("负责人集体讨论", NO_CEILING)],
    "decision-90d-housing": [("负责人", 30), ("负责人集体讨论", 60)],
    "decision-90d-agri": [("负责人", 30), ("上一级机关", NO_CEILING)],
    "decision-90d-transport": [("负责人", 30)],
    "foi-answer-20wd": [("政府信息公开工作机构负责人", 20)],
    "pay-15d": [("作出决定的行政机关", NO_CEILING)],
    "assist-investigate-market": [("协查部门", NO_CEILING)],
}
CALENDAR_DAYS_ON_WORKDAYS = {"legal-review-5d-agri"}


class UnknownYearError(Exception):
    pass


def plain_due(timer, rule, start, suspend, extend, is_workday):
    """Return (due, error, codes). `timer` is (value, unit, direction, roll); `is_workday` raises UnknownYearError.

    `suspend` is a list of (from, to, ground), `extend` of (value, by). `rule` is the id after the domain has selected it.
    """
    codes = set()
    stopped = set()
    for begin, end, ground in suspend:
        if ground not in SUSPENSION_WORDS.get(rule, ()):
            codes.add("suspension-not-allowed")
            continue
        day = begin
        while day < end:
            stopped.add(day)
            day += timedelta(1)
    waiting = list(EXTENSION_STEPS.get(rule, ()))
    more = 0
    for number, by in extend:
        if waiting and waiting[0][0] == by and 0 < number <= waiting[0][1]:
            more += number
            waiting.pop(0)
        else:
            codes.add("extension-refused")
    answer = sorted(codes)
    try:
        return _last_day(timer, rule, start, stopped, more, is_workday), None, answer
    except UnknownYearError:
        return None, "calendar-missing", answer
    except LookupError:
        return None, "time-missing", answer


def _last_day(timer, rule, start, stopped, more, is_workday):
    value, unit, direction, roll = timer
    if unit == "hour":
        if not isinstance(start, datetime):
            raise LookupError
        return start + timedelta(minutes=60 * value)
    if direction == "before":
        return _backwards(start, value, is_workday)
    if unit == "workday":
        last = _forwards(start, value + (0 if rule in CALENDAR_DAYS_ON_WORKDAYS else more), stopped, is_workday)
        if rule not in CALENDAR_DAYS_ON_WORKDAYS or not more:
            return last
        last += timedelta(more)
        roll = True
    elif unit == "day":
        last = _forwards(start, value + more, stopped, lambda day: True)
    else:
        last = _months(start, value if unit == "month" else 12 * value)
    while roll and not is_workday(last):
        last += timedelta(1)
    return last


def _forwards(start, wanted, stopped, counts):
    day, number = start, 0
    while number < wanted:
        day += timedelta(1)
        if day not in stopped and counts(day):
            number += 1
    return day


def _backwards(event, wanted, is_workday):
    candidate = event
    while True:
        candidate -= timedelta(1)
        between = [candidate + timedelta(n) for n in range(1, (event - candidate).days + 1)]
        enough = sum(1 for day in between if is_workday(day)) >= wanted
        if enough and is_workday(candidate):
            return candidate


def _months(start, months):
    year, month = start.year, start.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for number in (start.day, 30, 29, 28):
        try:
            if number <= start.day:
                return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def plain_workday(rows):
    """Return a function that tells a workday from the rows of the calendar, written without the engine's calendar."""
    off = {row["date"] for row in rows if row["kind"] == "day_off"}
    on = {row["date"] for row in rows if row["kind"] == "make_up_workday"}
    known = {day[:4] for day in off | on}

    def is_workday(day):
        text = day.isoformat()[:10]
        if text[:4] not in known:
            raise UnknownYearError(text[:4])
        return text in on or (day.strftime("%w") not in "06" and text not in off)

    return is_workday
