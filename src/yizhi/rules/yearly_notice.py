"""年度节假日安排 A yearly notice on days off, read before it is imported: every bad row is named, nothing is guessed.

>>> read_notice([{"date": "2027-01-01", "kind": "放假", "name": "元旦"}, {"date": "2027-13-01", "kind": "放假"}]).faults[0]
Fault(row=2, field='date', sentence='“2027-13-01”不是日期，请写成 2027-01-01 这样。')
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yizhi.rules.calendar import DayKind

KINDS: dict[str, DayKind] = {
    "day_off": "day_off",
    "放假": "day_off",
    "休息": "day_off",
    "make_up_workday": "make_up_workday",
    "上班": "make_up_workday",
    "调休上班": "make_up_workday",
}
FIXED_HOLIDAYS = {(1, 1): "元旦", (5, 1): "劳动节", (10, 1): "国庆节"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a notice: `row` counts from 1 (0: the notice as a whole), `field` the column, `sentence` Chinese."""

    row: int
    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class YearlyNotice:
    """What was read: the `year`, the good `rows` as `Calendar.of` takes them, and every fault. Import only without faults."""

    year: int | None
    rows: tuple[dict[str, str], ...]
    faults: tuple[Fault, ...]


def read_notice(rows: Sequence[Mapping[str, object]]) -> YearlyNotice:
    """Read a notice of one year from rows {date, kind, name?, notice?}; `kind` is 放假, 上班 or their identifiers.

    Faults: an unreadable date or kind, a day listed twice, a make-up workday on a weekday, a day of another year
    (the last week of the year before is allowed), and a notice that lacks 元旦, 劳动节 or 国庆节 (cut off).
    Source: 国务院办公厅年度节假日安排通知; 全国年节及纪念日放假办法.
    """
    faults: list[Fault] = []
    good: dict[date, dict[str, str]] = {}
    numbers: dict[date, int] = {}
    for number, row in enumerate(rows, 1):
        day, kind, found = _read_row(number, row)
        faults += found
        if day is None or kind is None:
            continue
        if day in good:
            faults.append(Fault(number, "date", f"{day}与第{numbers[day]}行重复。"))
            continue
        numbers[day] = number
        good[day] = {"date": day.isoformat(), "kind": kind, "name": _text(row, "name"), "notice": _text(row, "notice")}
    year = _year(good)
    faults += _outside(year, numbers) + _cut_off(year, good)
    return YearlyNotice(
        year,
        tuple(good[day] for day in sorted(good)),
        tuple(sorted(faults, key=lambda fault: (fault.row == 0, fault.row))),
    )


def _read_row(number: int, row: Mapping[str, object]) -> tuple[date | None, DayKind | None, list[Fault]]:
    faults = []
    written, word = _text(row, "date"), _text(row, "kind")
    day, kind = _day(written), KINDS.get(word)
    if day is None:
        faults.append(Fault(number, "date", f"“{written}”不是日期，请写成 2027-01-01 这样。"))
    if kind is None:
        faults.append(Fault(number, "kind", f"“{word}”不认识，请写“放假”或者“上班”。"))
    if day and kind == "make_up_workday" and day.weekday() < 5:
        faults.append(
            Fault(number, "kind", f"{day}是星期{'一二三四五'[day.weekday()]}，本来就要上班，不能列为调休上班日。")
        )
    return day, kind, faults


def _text(row: Mapping[str, object], field: str) -> str:
    return str(row.get(field) or "").strip()


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if len(written) == 10 else None
    except ValueError:
        return None


def _year(days: Mapping[date, object]) -> int | None:
    counted = Counter(day.year for day in days)
    return counted.most_common(1)[0][0] if counted else None


def _outside(year: int | None, numbers: Mapping[date, int]) -> list[Fault]:
    if year is None:
        return [Fault(0, "date", "没有一行可以导入。")]
    return [
        Fault(number, "date", f"{day}不属于{year}年的安排。")
        for day, number in numbers.items()
        if day.year != year and not (day.year == year - 1 and day.month == 12 and day.day >= 25)
    ]


def _cut_off(year: int | None, good: Mapping[date, Mapping[str, str]]) -> list[Fault]:
    if year is None:
        return []
    return [
        Fault(0, "date", f"缺少{year}年{month}月{day}日{name}放假，安排可能不完整。")
        for (month, day), name in FIXED_HOLIDAYS.items()
        if good.get(date(year, month, day), {}).get("kind") != "day_off"
    ]
