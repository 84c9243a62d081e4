"""盯着：过渡期十五日内期满、委托快到期、五年没有用过、依据失效；差一天也分得清。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.rules.authority import World
from yizhi.rules.batches import watching
from yizhi.rules.batches.tests.county import BASES, TABLES, TODAY, known

GIVEN = {"id": "w", "item": "i2", "town": "yi", "mode": "conferral", "from": "2026-10-01", "decision": "省决定"}


def items(rows):
    return [(row.item, row.town, row.on) for row in rows]


TRANSITIONS = [
    ("最后一天是今天", "2026-11-25", True),
    ("还有十五天", "2026-12-10", True),
    ("还有十六天", "2026-12-11", False),
    ("昨天已经满了", "2026-11-24", False),
]


@pytest.mark.parametrize(("until", "near"), [row[1:] for row in TRANSITIONS], ids=[row[0] for row in TRANSITIONS])
def test_过渡期(until, near):
    slow = {**GIVEN, "transition_until": until, "transition_body": "department"}
    assert bool(watching.transitions_ending(known(slow), TODAY)) is near


def test_快到期的列最后一天_接上了的不列():
    ending = watching.terms_ending(known(), TODAY)
    assert items(ending) == [("i3", "jia", date(2026, 11, 30))]
    renewed = {**GIVEN, "item": "i3", "town": "jia", "mode": "entrustment", "from": "2026-12-01"}
    assert watching.terms_ending(known(renewed), TODAY) == []


UNUSED = [
    ("满五年没有用过", "2021-11-24", None, True),
    ("差一天满五年", "2021-11-25", None, False),
    ("五年前那天用过", "2020-01-01", date(2021, 11, 24), True),
    ("差一天五年前用过", "2020-01-01", date(2021, 11, 25), False),
]


@pytest.mark.parametrize(("since", "used", "listed"), [row[1:] for row in UNUSED], ids=[row[0] for row in UNUSED])
def test_五年没有用过(since, used, listed):
    last = {} if used is None else {("i2", "yi"): used}
    found = watching.unused(known({**GIVEN, "from": since}), last, TODAY)
    assert [(row.item, row.town) for row in found] == ([("i2", "yi")] if listed else [])


BASES_ENDING = [
    ("已经失效", "2026-11-24", True),
    ("六十天后失效", "2027-01-23", True),
    ("六十一天后失效", "2027-01-24", False),
    ("没有失效日", None, False),
]


@pytest.mark.parametrize(("expiry", "listed"), [row[1:] for row in BASES_ENDING], ids=[row[0] for row in BASES_ENDING])
def test_依据失效(expiry, listed):
    rows = [{**row, "bases": [{**BASES[0], "expiry": expiry}]} if row["id"] == "i2" else row for row in TABLES["items"]]
    world = World.of({**TABLES, "items": rows, "allocations": [GIVEN]}).known()
    assert [row.item for row in watching.bases_gone(world, TODAY)] == (["i2"] if listed else [])


def test_两个机关的和没有写由谁办的列出来():
    own = {**GIVEN, "id": "w2", "mode": "statutory", "published_on": None}
    published = {**GIVEN, "published_on": "2026-10-01"}
    assert [row.mode for row in watching.unsettled(known(published, own), TODAY)] == ["conflict"]
    slow = {**published, "transition_until": "2027-01-01"}
    assert [row.mode for row in watching.unsettled(known(slow), TODAY)] == ["unsettled"]
