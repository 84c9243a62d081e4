"""Every rule with a timer has boundary rows: done the day before its last day and on it is in time, the day after is late."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from yizhi.rules.deadlines import Question, due
from yizhi.rules.procedure import Limit
from yizhi.rules.tests.test_due_dates import CALENDAR, CASES, TABLE, question_of

TIMED = [rule for rule in TABLE if rule.timer]
LEAST = 3


def rule_of(case) -> str:
    return case["适用规则"] or case["规则"]


def test_every_rule_with_a_timer_has_boundary_rows():
    rows = Counter(rule_of(case) for case in CASES if case["最后一天"])
    few = {rule.id: rows[rule.id] for rule in TIMED if rows[rule.id] < LEAST}
    assert not few, f"due_dates.csv 里这些规则不到{LEAST}行：{few}"


@pytest.mark.parametrize("rule", TIMED, ids=lambda rule: rule.id)
def test_the_day_before_the_last_day_the_day_after(rule):
    for case in CASES:
        if rule_of(case) != rule.id or not case["最后一天"] or case["停止计算"] or case["延长"]:
            continue
        start = Question.of(question_of(case)).start
        last = date.fromisoformat(case["最后一天"][:10])
        first = start.date() if isinstance(start, datetime) else start
        limit = Limit(rule.id, rule.id, "", due(rule.id, table=TABLE, calendar=CALENDAR, start=start), first, "")
        late = [limit.overdue(last + timedelta(days=days)) for days in (-1, 0, 1)]
        assert late == [False, False, True], case["案例"]
