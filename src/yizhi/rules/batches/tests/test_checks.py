"""核对批次的每一格：目录外、市级权力、委托没有依据、重叠、空档，一个不漏，都带条文和办法。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.rules.batches import Draft
from yizhi.rules.batches.checks import line_reasons, untrained
from yizhi.rules.batches.tests.county import CATALOGUE, STARTS, TODAY, give, known, take_back
from yizhi.rules.refusal import BadInput

LATER = {"id": "b1", "item": "i2", "town": "jia", "mode": "conferral", "from": "2027-06-01", "decision": "省决定"}
TRUST = {"basis": "示例办法第八条"}
END = date(2028, 1, 1)


def reasons(draft, *more, starts_on=STARTS):
    return line_reasons(draft, known(*more), CATALOGUE, starts_on=starts_on, today=TODAY)


def codes(draft, *more, starts_on=STARTS):
    return {reason.code for found in reasons(draft, *more, starts_on=starts_on) for reason in found}


def entrusted(**more):
    return give(("i3", "yi", "entrustment", "示例办法第八条"), ends_on=END, **more)


REFUSED = [
    ("目录外赋权", give(("i3", "yi")), "conferral-outside-catalogue"),
    ("市级部门的权力赋权", give(("i4", "yi")), "conferral-above-county"),
    ("没有有效依据", give(("i6", "yi")), "basis-not-in-force"),
    ("没有省级决定", give(("i2", "yi"), decision=""), "conferral-without-decision"),
    ("委托没有依据", give(("i3", "yi", "entrustment"), ends_on=END), "entrustment-without-basis"),
    ("委托没有期限", give(("i3", "yi", "entrustment", "办法")), "entrustment-without-term"),
    (
        "委托连同强制措施",
        give(("i3", "yi", "entrustment", "办法"), ends_on=END, coercion=True),
        "coercion-cannot-be-entrusted",
    ),
    ("已经赋权又赋权", give(("i1", "jia")), "allocation-overlap"),
    ("已经法定又委托", give(("i5", "jia", "entrustment", "办法"), ends_on=END), "allocation-overlap"),
    ("同一格写两次", give(("i2", "yi"), ("i2", "yi")), "line-twice"),
    ("委托到期后空一个月", give(("i3", "jia", "entrustment", "办法"), ends_on=END), "allocation-gap"),
    ("过渡期没有写由谁办", give(("i2", "yi"), transition_until=date(2027, 3, 1)), "transition-body-missing"),
    (
        "过渡期在生效日以前",
        give(("i2", "yi"), transition_until=STARTS, transition_body="town"),
        "transition-outside",
    ),
    ("村庄违建赋权给镇政府", give(("i7", "bing")), "village-build-town-own"),
    ("村庄违建委托给镇政府", give(("i7", "bing", "entrustment", "办法"), ends_on=END), "village-build-town-own"),
    ("委托没有写公共职能", entrusted(public_body=False), "trustee-not-public"),
    ("委托没有写技术条件", entrusted(technical=""), "trustee-technical"),
    (
        "受委托的镇没有持证人员",
        give(("i3", "bing", "entrustment", "示例办法第八条"), ends_on=END),
        "trustee-without-officers",
    ),
    ("收回没有的权力", take_back(("i2", "yi")), "nothing-to-recall"),
    ("收回法定权力", take_back(("i5", "jia")), "statutory-not-recallable"),
    ("按委托收回赋权", take_back(("i1", "jia", "entrustment")), "nothing-to-recall"),
]


@pytest.mark.parametrize(("draft", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_拦住的每一格都有条文和办法(draft, code):
    found = [reason for line in reasons(draft) for reason in line if reason.code == code]
    assert found
    assert all(reason.article and reason.cure and reason.severity == "stop" and reason.about for reason in found)


ALLOWED = [
    ("目录内、县级、没有人办过", give(("i2", "yi"))),
    ("目录外改为委托", give(("i3", "yi", "entrustment", "示例办法第八条"), ends_on=END)),
    ("委托接着上一段", give(("i3", "jia", "entrustment", "办法"), ends_on=END, starts_on=date(2026, 12, 1))),
    ("收回赋权", take_back(("i1", "jia"))),
    ("收回委托", take_back(("i3", "jia", "entrustment"), starts_on=date(2026, 11, 30))),
]


@pytest.mark.parametrize("draft", [row[1] for row in ALLOWED], ids=[row[0] for row in ALLOWED])
def test_该过的都过(draft):
    assert codes(draft, starts_on=draft.starts_on) == set()


def test_以后才开始的一段也算重叠_截止到那天就不算():
    assert codes(give(("i2", "jia")), LATER) == {"allocation-overlap"}
    assert codes(give(("i2", "jia"), ends_on=date(2027, 6, 1)), LATER) == set()
    assert codes(give(("i2", "jia"), ends_on=date(2027, 5, 1)), LATER) == {"allocation-gap"}


def test_已经过去的一段后面不算空档():
    past = {**LATER, "from": "2025-01-01", "to": "2026-01-01"}
    assert codes(give(("i2", "jia")), past) == set()


def test_生效当天还没有办过一天的不能收回():
    assert codes(take_back(("i2", "jia")), LATER, starts_on=date(2027, 6, 1)) == {"nothing-to-recall"}
    assert codes(take_back(("i2", "jia")), LATER, starts_on=date(2027, 6, 2)) == set()


def test_培训按部门和镇一对一对看_生效以后的不算():
    draft = give(("i1", "yi"), ("i2", "yi"), ("i3", "jia"))
    late = {"body": "cg", "town": "yi", "held_on": "2027-01-02"}
    assert untrained(draft, known(), [late], STARTS) == (("cg", "yi"), ("sl", "jia"))
    assert untrained(draft, known(), [{**late, "held_on": "2027-01-01"}], STARTS) == (("sl", "jia"),)
    assert untrained(take_back(("i1", "jia")), known(), [], STARTS) == ()


UNREADABLE = [
    ("没有事项", {"lines": []}, "lines-missing"),
    ("方式只有赋权和委托", {"lines": [{"item": "i1", "town": "jia", "mode": "statutory"}]}, "unknown-mode"),
    ("止日不晚于起日", {"ends_on": "2027-01-01"}, "bad-interval"),
    ("日期看不懂", {"starts_on": "明年"}, "bad-date"),
    ("题目太长", {"title": "长" * 501}, "too-long"),
]


@pytest.mark.parametrize(("fields", "code"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_看不懂的草案指出哪一处(fields, code):
    with pytest.raises(BadInput) as refused:
        Draft.of({**give(("i1", "jia")).as_facts(), **fields})
    assert code in [reason.code for reason in refused.value.reasons]


def test_草案写下来再读回来一样():
    draft = give(("i1", "jia"), ("i3", "yi", "entrustment", "办法"), ends_on=END, exception="特批")
    assert Draft.of(draft.as_facts()) == draft
