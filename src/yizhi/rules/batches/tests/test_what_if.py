"""如果生效：谁办变谁办、在办案件逐件怎样、缺不缺人；任意一串赋权和收回之后，任何一天四态必居其一。"""
# ruff: noqa: N802

import time
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from yizhi.rules.authority import World, matrix
from yizhi.rules.batches.checks import allocation_of, ended_by, line_reasons
from yizhi.rules.batches.tests.county import CATALOGUE, STARTS, TABLES, TODAY, give, known, take_back
from yizhi.rules.batches.what_if import Running, what_if

FOUR = {"statutory", "conferral", "entrustment", "posted"}
OPENED = date(2026, 9, 1)


def case(number, body="jia", mode="conferral", item="i1", town="jia"):
    return Running(number, item, town, body, mode, OPENED)


def test_赋权_谁办改了_部门的在办案件接着办_人够不够():
    found = what_if(give(("i2", "jia"), ("i2", "yi")), known(), [case("1", "cg", "posted", "i2")], on=STARTS)
    assert [(one.before, one.after, one.body_after) for one in found.changes] == [
        ("posted", "conferral", "jia"),
        ("posted", "conferral", "yi"),
    ]
    assert [(one.effect, one.settles) for one in found.cases] == [("continues", False)]
    assert [(one.body, one.lacking) for one in found.shortages] == [("yi", 1)]
    assert found.names == (("cg", "jia"), ("cg", "yi"))
    assert (found.towns, found.areas) == (("jia", "yi"), ("a",))


def test_收回_镇立的案要逐件选_部门立的照办_别处的不算():
    running = [case("1"), case("2", "cg", "posted"), case("3", town="yi"), case("4", item="i2")]
    found = what_if(take_back(("i1", "jia")), known(), running, on=STARTS)
    assert [(one.case.dossier, one.to, one.effect) for one in found.cases] == [
        ("1", "cg", "choose"),
        ("2", "cg", "continues"),
    ]
    assert [(one.body_before, one.body_after) for one in found.changes] == [("jia", "cg")]


def test_收回委托_名义不变_人要换():
    running = [case("1", "sl", "entrustment", "i3"), case("2", "sl", "posted", "i3")]
    found = what_if(take_back(("i3", "jia", "entrustment")), known(), running, on=date(2026, 11, 30))
    assert [(one.effect, one.settles) for one in found.cases] == [("people", True), ("continues", False)]
    assert [(one.before, one.after, one.body_after) for one in found.changes] == [("entrustment", "posted", "sl")]


def test_四百格三秒以内(record_property):
    items = [{**TABLES["items"][0], "id": f"n{number}"} for number in range(100)]
    towns = [{**TABLES["bodies"][1], "id": f"t{number}"} for number in range(4)]
    tables = {**TABLES, "items": items, "bodies": [*TABLES["bodies"], *towns]}
    lines = [(item["id"], town["id"]) for item in items for town in towns]
    running = [case(f"{number}", "cg", "posted", item, town) for number, (item, town) in enumerate(lines)]
    world = World.of(tables).known()
    began = time.process_time()
    found = what_if(give(*lines), world, running, on=STARTS)
    checked = line_reasons(give(*lines), world, {item["id"] for item in items}, starts_on=STARTS, today=TODAY)
    took = time.process_time() - began
    record_property("seconds", took)
    assert len(found.changes) == len(found.cases) == len(checked) == 400
    assert took < 3


DAYS = st.integers(0, 400).map(lambda days: TODAY + timedelta(days=days))
STEP = st.tuples(
    st.sampled_from(["i1", "i2", "i3", "i5"]),
    st.sampled_from(["jia", "yi"]),
    st.sampled_from(["conferral", "entrustment"]),
    st.sampled_from(["allocation", "recall"]),
    DAYS,
    st.none() | st.integers(1, 300),
    st.none() | st.tuples(st.integers(1, 90), st.sampled_from(["department", "town", ""])),
)


def played(steps):
    """按先后把一串批次做下去，过得了核对的才写进去。"""
    rows = list(known().allocations.values())
    rows = [row for group in rows for row in group]
    for item, town, mode, kind, starts_on, length, slow in steps:
        draft = give((item, town, mode, "示例办法第八条"), kind=kind, starts_on=starts_on)
        more = {"ends_on": None if length is None else starts_on + timedelta(days=length)}
        if slow:
            more |= {"transition_until": starts_on + timedelta(days=slow[0]), "transition_body": slow[1]}
        if kind == "allocation":
            draft = give((item, town, mode, "示例办法第八条"), starts_on=starts_on, **more)
        now = _world(rows).known()
        if any(line_reasons(draft, now, CATALOGUE, starts_on=starts_on, today=TODAY)[0]):
            continue
        rows = _written(rows, draft, now, starts_on)
    return _world(rows)


def _world(rows):
    made = World.of(TABLES)
    return World(**{name: getattr(made, name) for name in TABLES}, allocations=tuple(rows))


def _written(rows, draft, now, starts_on):
    line = draft.lines[0]
    if draft.kind == "allocation":
        made = allocation_of(draft, line, starts_on=starts_on)
        return [*rows, replace(made, id=f"{made.id}#{len(rows)}")]
    ended = ended_by(line, now.place(line.item, line.town).allocations, starts_on)
    return [replace(row, ends_on=starts_on) if row.id == ended.id else row for row in rows]


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(STEP, max_size=12))
def test_任意一串批次之后_任何一天每一格四态必居其一(steps):
    world = played(steps)
    for days in (0, 1, 30, 90, 200, 400, 800):
        held = matrix(world, ["i1", "i2", "i3", "i4", "i5"], ["jia", "yi"], TODAY + timedelta(days=days))
        assert len(held) == 10
        assert {holding.state for holding in held.values()} <= FOUR
        assert all(holding.body is not None for holding in held.values())
