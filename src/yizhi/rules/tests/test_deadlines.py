"""What an answer about a limit says, and what is refused."""

from datetime import date, datetime

import pytest

from yizhi.law import read_csv, read_rules
from yizhi.rules.calendar import Calendar
from yizhi.rules.deadlines import Extension, Suspension, answer_row, due
from yizhi.rules.refusal import BadInput
from yizhi.rules.table import RuleTable

TABLE = RuleTable.of(read_rules())
CALENDAR = Calendar.of(read_csv("calendar"))


def ask(rule, start, **more):
    return due(rule, table=TABLE, calendar=CALENDAR, start=start, **more)


def test_an_answer_carries_article_consequence_and_two_sentences():
    answer = ask("pay-15d", date(2026, 9, 18)).as_dict()
    assert list(answer)[:4] == ["rule", "due", "error", "codes"]
    assert (answer["unit"], answer["value"], answer["citation"]) == ("day", 15, "行政处罚法 第67条第3款")
    assert "百分之三" in answer["breach"]
    assert answer["explain"].count("。") == 2
    assert "2026年10月8日" in answer["explain"]
    assert answer["counted"] is None


def test_each_day_moved_over_has_its_reason():
    moved = ask("pay-15d", date(2026, 9, 18)).moved_by
    assert [day.date.day for day in moved] == [3, 4, 5, 6, 7]
    assert {day.reason for day in moved} == {"国庆节放假"}


def test_days_are_listed_when_asked_for():
    answer = ask("serve-7d", date(2026, 2, 12), counted=True)
    counted = [day for day in answer.counted if day.counts]
    assert [day.number for day in counted] == [1, 2, 3, 4, 5, 6, 7]
    assert next(day for day in answer.counted if day.date == date(2026, 2, 14)).reason == "春节调休上班"
    assert next(day for day in answer.counted if day.date == date(2026, 2, 16)).reason == "春节放假"


def test_a_day_left_out_names_its_grounds():
    stop = Suspension(date(2026, 2, 2), date(2026, 2, 4), "鉴定")
    also = Suspension(date(2026, 2, 3), date(2026, 2, 5), "听证")
    answer = ask("decision-90d-agri", date(2026, 1, 5), suspend=[stop, also], counted=True)
    left_out = [day.reason for day in answer.counted if day.reason.startswith("不计入")]
    assert left_out == ["不计入期限：鉴定", "不计入期限：鉴定、听证", "不计入期限：听证"]
    assert "扣除依法不计入的3日" in answer.explain


def test_a_claim_not_allowed_is_shown_and_changes_nothing():
    stop = Suspension(date(2026, 2, 2), date(2026, 2, 12), "鉴定")
    plain = ask("decision-90d-transport", date(2026, 1, 5))
    answer = ask("decision-90d-transport", date(2026, 1, 5), suspend=[stop], extend=[Extension(31, "负责人")])
    assert answer.due == plain.due
    assert answer.codes == ("extension-refused", "suspension-not-allowed")
    assert answer.as_dict()["suspended"] == [
        {"from": "2026-02-02", "to": "2026-02-12", "ground": "鉴定", "accepted": False}
    ]
    assert answer.as_dict()["extended"] == [{"value": 31, "by": "负责人", "unit": None, "accepted": False}]


def test_no_date_while_the_clock_stands_still():
    running = Suspension(date(2026, 2, 2), None, "中止")
    answer = ask("decision-90d-market", date(2026, 1, 5), suspend=[running])
    assert (answer.due, answer.error) == (None, "still-suspended")


def test_a_suspension_after_the_last_day_changes_nothing():
    later = Suspension(date(2026, 6, 1), None, "中止")
    answer = ask("decision-90d-market", date(2026, 1, 5), suspend=[later])
    assert answer.due == date(2026, 4, 7)


def test_a_limit_in_workdays_waits_for_the_clock_too():
    running = Suspension(date(2026, 3, 4), None, "检测")
    assert ask("file-market", date(2026, 3, 2), suspend=[running]).error == "still-suspended"


def test_suspended_days_of_an_unknown_year_need_no_calendar():
    calendar = Calendar.of(row for row in read_csv("calendar") if not row["date"].startswith("2025"))
    stop = Suspension(date(2024, 12, 27), date(2026, 1, 5), "检测")
    found = due("file-market", table=TABLE, calendar=calendar, start=date(2024, 12, 26), suspend=[stop])
    assert found.due == date(2026, 1, 23)


def test_the_missing_year_is_named():
    answer = ask("serve-7d", date(2026, 12, 30))
    assert "2027年" in answer.explain
    assert answer.reason.cure == "导入国务院办公厅当年节假日安排。"


@pytest.mark.parametrize(
    ("rule", "start", "earliest"),
    [
        ("pay-15d", date(2026, 12, 20), date(2027, 1, 4)),
        ("court-3-months", date(2026, 11, 30), date(2027, 2, 28)),
        ("serve-7d", date(2026, 12, 30), None),
    ],
    ids=["按日的，不会早于末日", "按月的，不会早于末日", "按工作日的，说不出"],
)
def test_without_a_calendar_the_earliest_last_day_is_named_where_there_is_one(rule, start, earliest):
    answer = ask(rule, start)
    assert (answer.due, answer.error, answer.earliest, answer.safe) == (None, "calendar-missing", earliest, earliest)
    assert ("不会早于" in answer.explain) is (earliest is not None)


def test_hours_end_at_the_minute():
    answer = ask("crime-transfer-24h", datetime.fromisoformat("2026-05-01T16:40:59"))
    assert answer.as_dict()["due"] == "2026-05-02T16:40"


def test_a_suspension_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadInput) as refused:
        Suspension(date(2026, 2, 12), date(2026, 2, 2), "鉴定")
    assert refused.value.first.about == "suspend"


@pytest.mark.parametrize(("rule", "code"), [("没有的规则", "rule-unknown"), ("two-officers", "rule-without-limit")])
def test_a_rule_that_is_no_limit_is_refused(rule, code):
    with pytest.raises(BadInput) as refused:
        ask(rule, date(2026, 2, 2))
    assert refused.value.first.code == code


@pytest.mark.parametrize(
    ("row", "about"),
    [
        ({"id": 1, "from": "2026-02-02"}, "rule"),
        ({"id": 1, "rule": "serve-7d"}, "from"),
        ({"id": 1, "rule": "serve-7d", "from": "2026-02-30"}, "from"),
        ({"id": 1, "rule": "serve-7d", "from": "20260202"}, "from"),
        ({"id": 1, "rule": "serve-7d", "from": 20260202}, "from"),
        ({"id": 1, "rule": "serve-7d", "from": "2026-02-02", "domain": 3}, "domain"),
        ({"id": 1, "rule": "serve-7d", "from": "2026-02-02", "suspend": "鉴定"}, "suspend"),
        (
            {"id": 1, "rule": "serve-7d", "from": "2026-02-02", "suspend": [{"from": "x", "to": "2026-02-03"}]},
            "suspend.from",
        ),
        (
            {"id": 1, "rule": "serve-7d", "from": "2026-02-02", "extend": [{"value": True, "by": "负责人"}]},
            "extend.value",
        ),
        ({"id": 1, "rule": "serve-7d", "from": "2026-02-02", "extend": [{"value": 3}]}, "by"),
        ({"id": 1, "rule": "pay-15d", "from": "9999-12-30"}, "from"),
        (
            {
                "id": 1,
                "rule": "pay-15d",
                "from": "2026-02-02",
                "extend": [{"value": 10**12, "by": "作出决定的行政机关"}],
            },
            "from",
        ),
    ],
)
def test_an_unreadable_question_names_the_field(row, about):
    answer = answer_row(row, TABLE, CALENDAR)
    assert (answer["id"], answer["due"], answer["error"], answer["about"]) == (1, None, "bad-input", about)
    assert answer["message"]


def test_a_line_that_is_no_question():
    assert answer_row("乱码", TABLE, CALENDAR)["error"] == "bad-input"
