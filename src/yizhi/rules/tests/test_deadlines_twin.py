"""The engine against a counter that goes one day at a time, on random questions over every rule that is a limit."""

import random
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from yizhi.law import read_csv, read_rules
from yizhi.rules.calendar import Calendar
from yizhi.rules.deadlines import Extension, Suspension, due
from yizhi.rules.table import RuleTable
from yizhi.rules.tests.plain_counter import EXTENSION_STEPS, SUSPENSION_WORDS, plain_due, plain_workday

ROWS = [row for row in read_csv("calendar") if row["date"] >= "2023"]
TABLE = RuleTable.of(read_rules())
CALENDAR = Calendar.of(ROWS)
IS_WORKDAY = plain_workday(ROWS)
LIMITS = sorted(rule.id for rule in TABLE if rule.timer)
TOUCHY = sorted(set(EXTENSION_STEPS) | set(SUSPENSION_WORDS))
WORDS = sorted({word for words in SUSPENSION_WORDS.values() for word in words} | {"审批", "鉴"})
PERSONS = sorted({by for steps in EXTENSION_STEPS.values() for by, _ in steps} | {"办案人员"})
DAYS = st.dates(date(2023, 6, 1), date(2026, 12, 31))


@st.composite
def questions(draw):
    rule_id = draw(st.sampled_from(TOUCHY) | st.sampled_from(LIMITS))
    start = draw(DAYS)
    if draw(st.booleans()):
        start = datetime.combine(
            start, draw(st.times()).replace(second=0, microsecond=0) if draw(st.booleans()) else time()
        )
    begins = draw(st.lists(st.integers(-20, 130), max_size=5))
    suspend = [
        (first := date(start.year, start.month, start.day) + timedelta(offset), first + timedelta(length), word)
        for offset, length, word in (
            (
                offset,
                draw(st.integers(0, 40)),
                draw(st.sampled_from(sorted(SUSPENSION_WORDS.get(rule_id, WORDS)) + WORDS)),
            )
            for offset in begins
        )
    ]
    wanted = EXTENSION_STEPS.get(rule_id, [("负责人", 30)])
    extend = draw(
        st.lists(
            st.tuples(
                st.integers(-1, 65) | st.sampled_from([min(ceiling, 90) for _, ceiling in wanted]),
                st.sampled_from([by for by, _ in wanted] * 3 + PERSONS),
            ),
            max_size=3,
        )
    )
    return rule_id, start, suspend, extend


@settings(max_examples=200, deadline=None)
@given(questions())
def test_the_engine_agrees_with_counting_day_by_day(question):
    check(*question)


def check(rule_id, start, suspend, extend):
    timer = TABLE[rule_id].timer
    answer = due(
        rule_id,
        table=TABLE,
        calendar=CALENDAR,
        start=start,
        suspend=[Suspension(*claim) for claim in suspend],
        extend=[Extension(*claim) for claim in extend],
        counted=True,
    )
    plain_start = start if timer.unit == "hour" or not isinstance(start, datetime) else start.date()
    found, error, codes = plain_due(
        (timer.value, timer.unit, timer.direction, timer.roll_forward),
        rule_id,
        plain_start,
        suspend,
        extend,
        IS_WORKDAY,
    )
    assert (answer.due, answer.error, list(answer.codes)) == (found, error, codes)
    if answer.due and timer.unit in ("day", "workday") and timer.direction == "after":
        counted = [day for day in answer.counted if day.counts]
        added = sum(claim.value for claim in answer.extended if claim.accepted)
        assert len(counted) == timer.value + added
        assert not answer.counted or answer.counted[-1].date == answer.due


def random_event(rule_id, dice):
    """A start, times not counted, extensions: of the kinds that the rule has, and of others."""
    start = datetime.fromisoformat("2023-06-01") + timedelta(days=dice.randrange(1300), minutes=dice.randrange(24 * 60))
    spans = []
    for _ in range(dice.choice((0, 0, 1, 2, 4))):
        begins = start.date() + timedelta(days=dice.randrange(-20, 130))
        words = dice.choice((sorted(SUSPENSION_WORDS.get(rule_id, WORDS)), WORDS))
        spans.append((begins, begins + timedelta(days=dice.randrange(41)), dice.choice(words)))
    steps = EXTENSION_STEPS.get(rule_id, [("负责人", 30)])
    extend = [
        (dice.choice((-1, 0, 1, min(most, 90), min(most, 90) + 1, 10)), dice.choice((by, by, "办案人员")))
        for by, most in steps[: dice.randrange(len(steps) + 1)]
    ]
    return (rule_id, start if dice.random() < 0.5 else start.date(), spans, extend)


def test_ten_thousand_random_events_over_every_rule_with_a_timer():
    dice = random.Random(10_000)
    for number in range(10_000):
        check(*random_event(LIMITS[number % len(LIMITS)], dice))
