"""工作日历 The calendar of workdays: days off (放假) and make-up workdays (调休上班).

Source: the State Council's yearly notice (国务院办公厅年度节假日安排). A weekday is a workday and a weekend day is off,
unless a row says otherwise. A year of which no row is known is refused, never guessed.

    >>> rows = [{"date": "2026-10-07", "kind": "day_off", "name": "国庆节"},
    ...         {"date": "2026-10-10", "kind": "make_up_workday", "name": "国庆节"}]
    >>> calendar = Calendar.of(rows)
    >>> calendar.is_workday(date(2026, 10, 7)), calendar.is_workday(date(2026, 10, 10))
    (False, True)
    >>> calendar.add_workdays(date(2026, 10, 6), Workdays(3))
    datetime.date(2026, 10, 10)
    >>> calendar.is_workday(date(2028, 1, 4))
    Traceback (most recent call last):
    yizhi.rules.calendar.CalendarMissing: 2028年的节假日安排还没有导入，不能计算工作日。
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NewType

from yizhi.rules.refusal import Reason, Refusal

Days = NewType("Days", int)
Workdays = NewType("Workdays", int)
DayKind = Literal["day_off", "make_up_workday"]

ONE_DAY = timedelta(days=1)
KIND_WORDS: dict[DayKind, str] = {"day_off": "放假", "make_up_workday": "调休上班"}


class CalendarMissing(Refusal):
    """The calendar of `year` is not known: the notice of that year has to be imported first."""

    def __init__(self, year: int) -> None:
        self.year = year
        sentence = f"{year}年的节假日安排还没有导入，不能计算工作日。"
        super().__init__(
            [Reason("calendar-missing", sentence, "", "stop", "导入国务院办公厅当年节假日安排。", str(year))]
        )


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One day that departs from the ordinary week: `kind`, the holiday's `name`, the `notice` that set it."""

    date: date
    kind: DayKind
    name: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The known years and their special days. A value: the same question always gets the same answer."""

    special: Mapping[date, SpecialDay]
    years: frozenset[int]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, str]]) -> "Calendar":
        """Build a calendar from rows {date, kind, name?, notice?}. A year is known when one of its days is listed.

        When a day is listed twice, the later row holds: an amending notice follows the one it amends.
        """
        days = (
            SpecialDay(
                date.fromisoformat(row["date"]), _kind(row["kind"]), row.get("name") or "", row.get("notice") or ""
            )
            for row in rows
        )
        special = {day.date: day for day in days}
        return cls(special, frozenset(day.year for day in special))

    def with_rows(self, rows: Iterable[Mapping[str, str]]) -> "Calendar":
        """Return this calendar with further rows, as when a yearly notice has been imported."""
        more = Calendar.of(rows)
        return Calendar({**self.special, **more.special}, self.years | more.years)

    def is_workday(self, day: date) -> bool:
        """Tell whether `day` is a workday (工作日). Raises `CalendarMissing` when its year is not known."""
        if day.year not in self.years:
            raise CalendarMissing(day.year)
        special = self.special.get(day)
        return special.kind == "make_up_workday" if special else day.weekday() < 5

    def reason(self, day: date) -> str:
        """Say in Chinese what kind of day `day` is: 工作日, 周末, 春节放假, 国庆节调休上班. Raises `CalendarMissing`."""
        working = self.is_workday(day)
        special = self.special.get(day)
        if special:
            return special.name + KIND_WORDS[special.kind]
        return "工作日" if working else "周末"

    def next_workday(self, day: date) -> date:
        """Return `day` itself when it is a workday, else the first workday after it. Raises `CalendarMissing`."""
        while not self.is_workday(day):
            day += ONE_DAY
        return day

    def add_workdays(self, day: date, count: Workdays) -> date:
        """Return the `count`-th workday after `day`; `day` itself does not count. Raises `CalendarMissing`."""
        for _ in range(count):
            day = self.next_workday(day + ONE_DAY)
        return day


def _kind(word: str) -> DayKind:
    match word:
        case "day_off" | "make_up_workday":
            return word
        case _:
            raise AssertionError(f"unknown kind of day: {word}")
