"""The calendar: special days of every year 2004-2026, and years that are not known."""

from datetime import date, timedelta

import pytest

from yizhi.law import read_csv, read_toml
from yizhi.rules.calendar import Calendar, CalendarMissing, Workdays

CALENDAR = Calendar.of(read_csv("calendar"))

DAYS = [
    ("2026年春节放假的周一", date(2026, 2, 16), "春节放假"),
    ("2026年春节前调休的周六", date(2026, 2, 14), "春节调休上班"),
    ("2026年春节后调休的周六", date(2026, 2, 28), "春节调休上班"),
    ("2026年中秋节", date(2026, 9, 25), "中秋节放假"),
    ("2026年国庆节后调休的周六", date(2026, 10, 10), "国庆节调休上班"),
    ("2025年国庆中秋连休末日", date(2025, 10, 8), "国庆节放假"),
    ("2024年春节前调休的周日", date(2024, 2, 4), "春节调休上班"),
    ("2023年底的元旦放假", date(2023, 12, 31), "元旦放假"),
    ("2020年春节延长的周日", date(2020, 2, 2), "春节放假"),
    ("2015年抗战胜利纪念日", date(2015, 9, 3), "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日放假"),
    ("普通周三", date(2026, 11, 25), "工作日"),
    ("普通周六", date(2026, 11, 28), "周末"),
]


@pytest.mark.parametrize(("day", "reason"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_each_day_says_what_it_is(day, reason):
    assert CALENDAR.reason(day) == reason
    assert CALENDAR.is_workday(day) == (reason == "工作日" or reason.endswith("上班"))


def test_every_year_from_2004_to_2026_is_known():
    about = read_toml("calendar")
    assert frozenset(range(about["years_from"], about["years_to"] + 1)) == CALENDAR.years


def test_no_year_has_a_make_up_workday_on_a_weekday():
    assert not [day for day in CALENDAR.special.values() if day.kind == "make_up_workday" and day.date.weekday() < 5]


def test_the_number_of_workdays_of_a_year():
    year = [date(2026, 1, 1) + timedelta(number) for number in range(365)]
    assert sum(CALENDAR.is_workday(day) for day in year) == 248


@pytest.mark.parametrize("year", [2003, 2027, 2028])
def test_an_unknown_year_is_refused(year):
    with pytest.raises(CalendarMissing) as refused:
        CALENDAR.is_workday(date(year, 1, 4))
    assert refused.value.year == year
    assert (refused.value.first.code, refused.value.first.cure) == (
        "calendar-missing",
        "导入国务院办公厅当年节假日安排。",
    )


def test_the_next_workday_of_a_workday_is_itself():
    assert CALENDAR.next_workday(date(2026, 10, 8)) == date(2026, 10, 8)
    assert CALENDAR.next_workday(date(2026, 10, 1)) == date(2026, 10, 8)


def test_workdays_are_added_over_the_spring_festival():
    assert CALENDAR.add_workdays(date(2026, 2, 12), Workdays(5)) == date(2026, 2, 26)
    assert CALENDAR.add_workdays(date(2026, 2, 12), Workdays(0)) == date(2026, 2, 12)


def test_an_imported_year_becomes_known_and_an_amending_row_holds():
    rows = [
        {"date": "2027-01-01", "kind": "day_off", "name": "元旦"},
        {"date": "2027-01-04", "kind": "day_off", "name": "元旦"},
    ]
    grown = CALENDAR.with_rows(rows)
    assert not grown.is_workday(date(2027, 1, 4))
    assert grown.is_workday(date(2027, 1, 5))
    assert grown.with_rows([{"date": "2027-01-04", "kind": "make_up_workday", "name": "元旦"}]).is_workday(
        date(2027, 1, 4)
    )
    assert 2027 not in CALENDAR.years
