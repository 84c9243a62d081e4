"""Boundary days of time limits, as a table that a lawyer can extend without Python: due_dates.csv beside this file.

Every row is answered by the engine and by a second counter that goes one day at a time; both must agree with the row.
停止计算 is written 起..止:事由, 延长 is written 数:批准人, several of them with a space between.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from yizhi.law import read_csv, read_rules
from yizhi.rules.calendar import Calendar
from yizhi.rules.deadlines import Question, answer_row
from yizhi.rules.table import RuleTable
from yizhi.rules.tests.plain_counter import plain_due, plain_workday

CASES = list(csv.DictReader((Path(__file__).parent / "due_dates.csv").read_text(encoding="utf-8").splitlines()))
TABLE = RuleTable.of(read_rules())
CALENDAR = Calendar.of(read_csv("calendar"))
IS_WORKDAY = plain_workday(read_csv("calendar"))


def question_of(case):
    spans = [claim.partition(":") for claim in case["停止计算"].split()]
    steps = [claim.partition(":") for claim in case["延长"].split()]
    return {
        "id": case["案例"],
        "rule": case["规则"],
        "from": case["起算"],
        "domain": case["领域"] or None,
        "suspend": [{"from": span[:10], "to": span[12:], "ground": ground} for span, _, ground in spans],
        "extend": [{"value": int(value), "by": by} for value, _, by in steps],
    }


def expected(case):
    return (
        case["适用规则"] or case["规则"],
        case["最后一天"] or None,
        case["错误"] or None,
        case["提示"].split(),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["案例"])
def test_the_engine_gives_the_last_day(case):
    answer = answer_row(question_of(case), TABLE, CALENDAR)
    assert (answer["rule"], answer["due"], answer["error"], answer["codes"]) == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["案例"])
def test_counting_day_by_day_gives_the_same(case):
    rule_id, due, error, codes = expected(case)
    timer = TABLE[rule_id].timer
    question = Question.of(question_of(case))
    found, fault, found_codes = plain_due(
        (timer.value, timer.unit, timer.direction, timer.roll_forward),
        rule_id,
        question.start if timer.unit == "hour" else date.fromisoformat(case["起算"][:10]),
        [(claim.start, claim.stop, claim.ground) for claim in question.suspend],
        [(claim.value, claim.by) for claim in question.extend],
        IS_WORKDAY,
    )
    written = found and (found.isoformat(timespec="minutes") if timer.unit == "hour" else found.isoformat()[:10])
    assert (written, fault, found_codes) == (due, error, codes)


def test_the_table_is_large_enough_and_names_are_unique():
    assert len(CASES) >= 200
    assert len({case["案例"] for case in CASES}) == len(CASES)
