"""权属：录入时就拦住两个主体、不属县级部门的赋权、没有依据的委托；更正只加一行；一格几个镇分得开。"""
# ruff: noqa: N802

from datetime import date, timedelta

import pytest

from yizhi.desk.matters import actions
from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.models import Allocation
from yizhi.desk.matters.queries import ask, holders
from yizhi.desk.matters.tests import county
from yizhi.rules.refusal import Refusal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
JIA, YI = "510681101", "510681102"
HEAD = "序号,权力名称,承接乡镇(街道),方式,起始日期,公布日期,省级决定,委托依据,委托书\n"


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def grant(**fields):
    given = {"item": "cg-2", "town": JIA, "mode": "conferral", "valid_from": ON, "decision": county.DECISION}
    return actions.Grant(**{**given, "published_on": ON, **fields})


def enter(at=county.NOW, **fields):
    return actions.enter_allocation(grant(**fields), by="bianban", now=at)


def read(*lines):
    data = (HEAD + "\n".join(lines) + "\n").encode()
    return upload("allocations", "赋权.csv", data, by="bianban", now=county.NOW)


def test_赋权当天起由镇办():
    enter()
    held = holders(["cg-2"], JIA, ON)["cg-2"]
    assert (held.body.id, held.mode) == ("town-510681101", "conferral")
    assert holders(["cg-2"], JIA, ON - timedelta(days=1))["cg-2"].mode == "posted"


REFUSED = [
    ("没有省级决定", {"decision": ""}, "conferral-without-decision"),
    ("委托没有依据", {"mode": "entrustment"}, "entrustment-without-basis"),
    ("过渡期没有写由谁办", {"transition_until": date(2027, 1, 1)}, "transition-body-missing"),
    ("止日不晚于起日", {"valid_to": ON}, "bad-interval"),
    ("没有这个事项", {"item": "cg-9"}, "unknown-item"),
    ("没有这个镇", {"town": "999"}, "unknown-town"),
    ("方式写错", {"mode": "授权"}, "unknown-mode"),
    ("已赋权又录法定", {"item": "cg-1", "mode": "statutory"}, "holder-conflict"),
]


@pytest.mark.parametrize(("fields", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_录入时就拦住(fields, code):
    with pytest.raises(Refusal) as refused:
        enter(**fields)
    assert code in [reason.code for reason in refused.value.reasons]
    assert all(reason.cure for reason in refused.value.reasons)
    assert Allocation.objects.count() == 1


def test_权在市级部门的不能赋给镇():
    county.County.objects.create(code="510600", name="示意市")
    county.Body.objects.filter(code="dept-cg").update(county="510600")
    with pytest.raises(Refusal) as refused:
        enter()
    assert refused.value.first.code == "conferral-above-county"


def test_以后才冲突的也拦住():
    enter(mode="statutory", item="cg-2", valid_from=date(2027, 6, 1), decision="")
    with pytest.raises(Refusal) as refused:
        enter(item="cg-2")
    assert refused.value.first.code == "holder-conflict"
    assert enter(item="cg-2", valid_to=date(2027, 6, 1)).fact


def test_收回是一条更正旧的还在():
    first = enter()
    recalled = grant(valid_to=ON + timedelta(days=1), on_recall="continue")
    actions.correct_allocation(first.fact, recalled, by="bianban", now=county.NOW + timedelta(hours=1))
    rows = Allocation.objects.filter(fact=first.fact).order_by("recorded_at")
    assert [(row.valid_to, row.superseded_at is None) for row in rows] == [(None, False), (date(2026, 11, 25), True)]
    question = {"item": "cg-2", "town": JIA, "on": "2026-11-26", "action": "open_case", "officers": ["bing"]}
    assert ask(question).mode == "posted"
    assert ask(question, known_at=county.NOW.replace(tzinfo=None)).mode == "conferral"


def test_更正不能换成别的镇():
    first = enter()
    with pytest.raises(Refusal) as refused:
        actions.correct_allocation(first.fact, grant(town=YI), by="bianban", now=county.NOW + timedelta(hours=1))
    assert refused.value.first.code == "allocation-moved"


def test_一格几个镇分开写入再导没有变化():
    line = f"2,损坏城市树木花草,甲镇、乙镇,赋权,2026年11月24日,2026/11/24,{county.DECISION},,"
    shown = read(line)
    assert (shown.bad, shown.new) == ([], 2)
    confirm(shown.upload.id, by="bianban", now=county.NOW)
    assert {holders(["cg-2"], town, ON)["cg-2"].mode for town in (JIA, YI)} == {"conferral"}
    assert read(line).same == 2


def test_各镇就是全部():
    shown = read(f"2,,各镇（街道）,赋权,2026-11-24,2026-11-24,{county.DECISION},,")
    assert {row["town"] for row in shown.rows} == {JIA, YI}


def test_坏格子一处一处指出来():
    shown = read(
        f"99,没有的事项,甲镇,赋权,2026-11-24,2026-11-24,{county.DECISION},,",
        f"2,损坏城市树木花草,丁镇,赋权,2026-11-24,2026-11-24,{county.DECISION},,",
        "2,损坏城市树木花草,甲镇,赋权,2026-11-24,2026-11-24,,,",
        f"2,损坏城市树木花草,乙镇,授权,2026-13-24,,{county.DECISION},,",
        "1,擅自倾倒建筑垃圾,甲镇,法定,2026-11-24,,,,",
    )
    assert {(each["code"], each["row"], each["column"]) for each in shown.bad} == {
        ("item-unknown", 2, "B"),
        ("town-unknown", 3, "C"),
        ("conferral-without-decision", 4, "G"),
        ("mode-unknown", 5, "D"),
        ("date-unreadable", 5, "E"),
        ("holder-conflict", 6, "C"),
    }
    assert Allocation.objects.count() == 1


def test_一个文件里写了两次的指出来():
    line = f"2,损坏城市树木花草,甲镇,赋权,2026-11-24,2026-11-24,{county.DECISION},,"
    shown = read(line, line)
    assert [(each["code"], each["row"], each["column"]) for each in shown.bad] == [("allocation-twice", 3, "C")]


def test_一并录入有一条不行就一条也不写():
    given = [("", grant()), ("", grant(town=YI, decision=""))]
    with pytest.raises(Refusal) as refused:
        actions.enter_together(given, by="bianban", now=county.NOW)
    assert refused.value.first.code == "conferral-without-decision"
    assert not Allocation.objects.filter(item="cg-2").exists()


def test_一并录入的也互相比对():
    with pytest.raises(Refusal) as refused:
        actions.enter_together([("", grant()), ("", grant(mode="statutory"))], by="bianban", now=county.NOW)
    assert refused.value.first.code == "holder-conflict"


def test_一并录入的各有各的编号():
    later = grant(valid_from=date(2027, 6, 1))
    first = grant(valid_to=date(2027, 6, 1))
    rows = actions.enter_together([("", first), ("", later)], by="bianban", now=county.NOW)
    assert len({row.fact for row in rows}) == 2
