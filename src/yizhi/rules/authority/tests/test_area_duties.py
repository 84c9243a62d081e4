"""片区清单：各镇清单的并集，加上部门以函明确的；没有函的部门事项不出现；过渡期内、有冲突的也在单上。"""
# ruff: noqa: N802

import random
from datetime import date, timedelta

import pytest

from yizhi.rules.authority import Letter, World, letter_faults, listed_items, matrix, on_list

ON = date(2026, 6, 1)
TOWNS = ("jia", "yi", "bing")
ITEMS = tuple(f"i{number}" for number in range(6))
OWNERS = {item: "dept" if number % 2 else "other" for number, item in enumerate(ITEMS)}


def world(*allocations):
    bodies = [{"id": "gov", "kind": "government", "name": "示意县人民政府"}]
    bodies += [{"id": town, "kind": "town", "name": f"{town}镇人民政府", "county": "510681"} for town in TOWNS]
    bodies += [{"id": name, "kind": "department", "name": name, "county": "510681"} for name in ("dept", "other")]
    basis = [{"law": "示意条例", "article": "第一条", "effective": "2020-01-01"}]
    items = [
        {"id": item, "name": item, "kind": "penalty", "domain": "城管", "owner": owner, "bases": basis}
        for item, owner in OWNERS.items()
    ]
    return World.of({"bodies": bodies, "items": items, "allocations": list(allocations)})


def conferral(item, town, **more):
    given = {"id": f"{item}-{town}", "item": item, "town": town, "mode": "conferral", "from": "2026-01-01"}
    return {**given, "published_on": "2026-01-01", "decision": "川府发〔2021〕42号", **more}


def letter(*items, body="dept", starts=date(2026, 1, 1), ends=None):
    return Letter("l-1", "area", body, "示函〔2026〕1号", items, starts, ends)


def listed(facts, letters=(), on=ON, towns=TOWNS):
    return listed_items(matrix(facts, ITEMS, towns, on), letters, OWNERS, on)


def test_没有文书就没有一条():
    assert listed(world()) == {}


def test_一个镇有就在片区清单上写明是哪个镇():
    found = listed(world(conferral("i0", "yi")))
    assert [town for town, _ in found["i0"].towns] == ["yi"]
    assert set(found) == {"i0"}


DAYS = [("前一日", -1, False), ("起日", 0, True), ("止日前一日", 9, True), ("止日", 10, False)]


@pytest.mark.parametrize(("days", "there"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_函有效的日子才在清单上(days, there):
    given = letter("i1", starts=ON, ends=ON + timedelta(days=10))
    assert ("i1" in listed(world(), [given], ON + timedelta(days=days))) is there


def test_函只能明确自己部门的事项():
    found = listed(world(), [letter("i0", "i1", "不存在")])
    assert set(found) == {"i1"}
    assert found["i1"].letters[0].number == "示函〔2026〕1号"


def test_未公布的不在清单上过渡期内的在():
    assert listed(world(conferral("i0", "jia", published_on="2026-06-02"))) == {}
    moving = conferral("i0", "jia", transition_until="2026-07-01", transition_body="department")
    assert set(listed(world(moving))) == {"i0"}


def test_两个机关都有的也在清单上不藏起来():
    both = world(conferral("i0", "jia"), {**conferral("i0", "jia"), "id": "s", "mode": "statutory"})
    assert listed(both)["i0"].towns[0][1].state == "conflict"


@pytest.mark.parametrize("seed", range(20))
def test_任意一天等于各镇清单与各部门函的并集(seed):
    dice = random.Random(seed)
    start = date(2026, 1, 1)
    rows = [
        conferral(item, town, **{"from": (start + timedelta(days=dice.randrange(90))).isoformat()})
        for item in ITEMS
        for town in TOWNS
        if dice.random() < 0.3
    ]
    facts, given = world(*rows), [letter(*dice.sample(ITEMS, 3))]
    for days in range(0, 100, 7):
        on = start + timedelta(days=days)
        by_towns = {item for town in TOWNS for item in listed(facts, (), on, (town,))}
        by_letter = set(listed(facts, given, on, ()))
        assert set(listed(facts, given, on)) == by_towns | by_letter
        held = matrix(facts, ITEMS, TOWNS, on)
        assert by_towns == {item for (item, _), holding in held.items() if on_list(holding)}


def test_没有派驻没有事项别人的事项都拦住():
    assert letter_faults("示意局", [("甲事项", "dept")], "dept", posts=True) == []
    faults = letter_faults("示意局", [("甲事项", "other")], "dept", posts=False)
    assert [fault.code for fault in faults] == ["letter-of-other-body", "letter-without-posting"]
    assert [fault.code for fault in letter_faults("示意局", [], "dept", posts=True)] == ["letter-without-items"]
    assert all(fault.article and fault.cure for fault in faults)
