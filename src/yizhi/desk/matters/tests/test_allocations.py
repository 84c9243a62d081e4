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


def test_批次收回是新的一行旧的还在():
    first = enter()
    recalled = grant(valid_to=ON + timedelta(days=1), on_recall="continue")
    actions.enter_together([(first.fact, recalled)], by="bianban", now=county.NOW + timedelta(hours=1))
    rows = Allocation.objects.filter(fact=first.fact).order_by("recorded_at")
    assert [(row.valid_to, row.superseded_at is None) for row in rows] == [(None, False), (date(2026, 11, 25), True)]
    question = {"item": "cg-2", "town": JIA, "on": "2026-11-26", "action": "open_case", "officers": ["bing"]}
    assert ask(question).mode == "posted"
    assert ask(question, known_at=county.NOW.replace(tzinfo=None)).mode == "conferral"


def test_更正不能换成别的镇():
    first = enter()
    with pytest.raises(Refusal) as refused:
        correct(first, town=YI)
    assert refused.value.first.code == "allocation-moved"


def correct(row, at=county.NOW + timedelta(hours=1), **fields):
    said = grant(**{"why": "录入时看错了文号", **fields})
    return actions.correct_allocation(row.fact, said, by="bianban", now=at)


SINCE = date(2026, 6, 1)
RIGHTLY = [
    ("文号录错", {"decision": "川府发〔2020〕1号"}),
    ("起日录晚了，今天不变", {"valid_from": date(2026, 5, 1), "published_on": date(2026, 5, 1)}),
    ("公布日录晚了，今天不变", {"published_on": date(2026, 5, 20)}),
    ("收回时在办案件没有写明", {"on_recall": "continue"}),
]


@pytest.mark.parametrize("fields", [row[1] for row in RIGHTLY], ids=[row[0] for row in RIGHTLY])
def test_录错的更正是新的一行带着理由(fields):
    first = enter(valid_from=SINCE, published_on=SINCE)
    kept = correct(first, **{"valid_from": SINCE, "published_on": SINCE, **fields})
    assert (kept.fact, kept.why) == (first.fact, "录入时看错了文号")
    assert Allocation.objects.get(pk=first.pk).superseded_at is not None


MOVED = [
    ("写上今天的止日", {"valid_to": ON}, "correction-takes-power"),
    ("写上以后的止日", {"valid_to": date(2028, 1, 1)}, "correction-takes-power"),
    ("起日改到明天", {"valid_from": ON + timedelta(days=1)}, "correction-takes-power"),
    ("去掉省级决定", {"decision": ""}, "correction-takes-power"),
    ("去掉公布日", {"published_on": None}, "correction-takes-power"),
    ("加上部门实施的过渡期", {"transition_until": date(2027, 1, 1), "transition_body": "department"}, "correction-takes-power"),
    ("改成委托", {"mode": "entrustment", "basis": "示意条例", "letter": "委〔2026〕1号"}, "correction-takes-power"),
    ("加上强制措施", {"coercion": True}, "correction-gives-power"),
    ("止日推后", {"valid_to": None}, "correction-gives-power"),
    ("改掉收回时在办案件怎样办", {"on_recall": "transfer"}, "correction-settles-cases"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "code"), [row[1:] for row in MOVED], ids=[row[0] for row in MOVED])
def test_更正不能收走也不能多给要走批次(fields, code):
    until = date(2027, 6, 1) if code != "correction-takes-power" else None
    held = {"valid_from": SINCE, "published_on": SINCE, "valid_to": until}
    first = enter(**held)
    with pytest.raises(Refusal) as refused:
        correct(first, **{**held, **fields})
    reason = next(each for each in refused.value.reasons if each.code == code)
    assert "走批次" in reason.cure and reason.article
    assert Allocation.objects.get(fact=first.fact).superseded_at is None


def test_更正要写理由():
    first = enter()
    with pytest.raises(Refusal) as refused:
        correct(first, decision="川府发〔2020〕1号", why=" ")
    assert refused.value.first.code == "correction-without-reason"


def test_两个机关都有的更正了就只有一个():
    first = enter(valid_from=SINCE, published_on=SINCE)
    county.allocation("a-9", "cg-2", first.town, "statutory", valid_from=ON)
    with pytest.raises(Refusal):
        correct(first, valid_from=SINCE, published_on=SINCE, letter="示")
    assert correct(first, valid_from=SINCE, published_on=SINCE, valid_to=ON).valid_to == ON


def test_导入也不能用来收回写了理由的更正可以():
    line = "2,损坏城市树木花草,甲镇,赋权,2026-06-01,{end},2026-06-01,{decision},{why}"
    head = "序号,权力名称,承接乡镇(街道),方式,起始日期,终止日期,公布日期,省级决定,更正理由\n"

    def told(**cells):
        data = head + line.format(**{"end": "", "decision": county.DECISION, "why": "", **cells}) + "\n"
        return upload("allocations", "赋权.csv", data.encode(), by="bianban", now=county.NOW + timedelta(hours=1))

    enter(valid_from=SINCE, published_on=SINCE)
    assert told().same == 1
    ended = told(end="2026-12-01", why="不要了").bad
    assert [(each["code"], each["column"]) for each in ended] == [("correction-takes-power", "F")]
    assert "走批次" in ended[0]["cure"]
    silent = told(decision="川府发〔2020〕1号").bad
    assert [(each["code"], each["column"]) for each in silent] == [("correction-without-reason", "I")]
    kept = told(decision="川府发〔2020〕1号", why="文号录错")
    confirm(kept.upload.id, by="bianban", now=county.NOW + timedelta(hours=2))
    assert Allocation.objects.known().get(item="cg-2").why == "文号录错"


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
