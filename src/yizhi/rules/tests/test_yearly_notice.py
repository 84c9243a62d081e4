"""A yearly notice is read whole, and every bad row is named before anything is imported."""

import pytest

from yizhi.law import read_csv
from yizhi.rules.calendar import Calendar
from yizhi.rules.yearly_notice import read_notice

GOOD = [
    {"date": "2027-01-01", "kind": "放假", "name": "元旦"},
    {"date": "2027-05-01", "kind": "day_off", "name": "劳动节"},
    {"date": "2027-05-08", "kind": "上班", "name": "劳动节"},
    {"date": "2027-10-01", "kind": "休息", "name": "国庆节"},
]


def test_a_good_notice_is_ready_for_the_calendar():
    notice = read_notice([{"date": "2026-12-31", "kind": "放假", "name": "元旦"}, *GOOD])
    assert (notice.year, notice.faults) == (2027, ())
    assert [row["kind"] for row in notice.rows] == ["day_off", "day_off", "day_off", "make_up_workday", "day_off"]
    assert 2027 in Calendar.of(notice.rows).years


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ({"date": "2027-02-30", "kind": "放假"}, "date", "不是日期"),
        ({"date": "2027/2/8", "kind": "放假"}, "date", "不是日期"),
        ({"kind": "放假"}, "date", "不是日期"),
        ({"date": "2027-02-08", "kind": "调休"}, "kind", "不认识"),
        ({"date": "2027-02-08", "kind": "上班"}, "kind", "星期一"),
        ({"date": "2027-01-01", "kind": "放假"}, "date", "与第1行重复"),
        ({"date": "2028-01-01", "kind": "放假"}, "date", "不属于2027年"),
        ({"date": "2026-12-24", "kind": "放假"}, "date", "不属于2027年"),
    ],
    ids=["没有这一天", "写法不对", "没有日期", "不认识的类别", "周一调休上班", "重复", "下一年", "上一年过早"],
)
def test_a_bad_row_is_named(row, field, words):
    faults = read_notice([*GOOD, row]).faults
    assert [(fault.row, fault.field) for fault in faults] == [(5, field)]
    assert words in faults[0].sentence


@pytest.mark.parametrize("missing", [0, 1, 3], ids=["元旦", "劳动节", "国庆节"])
def test_a_notice_that_was_cut_off_is_not_imported(missing):
    faults = read_notice([row for number, row in enumerate(GOOD) if number != missing]).faults
    assert [fault.row for fault in faults] == [0]
    assert GOOD[missing]["name"] in faults[0].sentence


def test_an_empty_notice():
    notice = read_notice([])
    assert (notice.year, notice.rows, notice.faults[0].sentence) == (None, (), "没有一行可以导入。")


@pytest.mark.parametrize("year", range(2008, 2027))
def test_every_packaged_year_would_pass_as_a_notice(year):
    assert not read_notice([row for row in read_csv("calendar") if row["date"].startswith(str(year))]).faults
