"""监督的期限：登记五日内通知，接到通知十日内说明，收到文书三十日内纠正、十五日内提异议，十五日内答复，十日内移送。每一条三个边界日。"""
# ruff: noqa: N802

from datetime import date, datetime, timedelta

import pytest

from yizhi.rules.procedure import blocks, judge, limits
from yizhi.rules.procedure.clocks import clock, others_time
from yizhi.rules.procedure.clocks_oversight import OVERSIGHT
from yizhi.rules.procedure.letter_term import letter_limit
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.tests.driver import WORLD, Driver

BEFORE = {
    "supervision_notice": ("register_matter",),
    "supervision_statement": ("register_matter", "notify_body", "receive_notice"),
    "supervision_transfer": ("register_matter", "find_other_competence"),
    "supervision_correction": ("issue_supervision_order", "receive_letter"),
    "supervision_objection": ("issue_supervision_order", "receive_letter"),
    "supervision_objection_answer": ("issue_supervision_order", "object_to_supervision"),
}
"""What is done on the day from which each limit runs."""

LAST_DAYS = [
    pytest.param("supervision_notice", "2026-03-11", "2026-03-16", id="通知五日·平常一周"),
    pytest.param("supervision_notice", "2026-03-09", "2026-03-16", id="通知五日·末日周六顺延到周一"),
    pytest.param("supervision_notice", "2026-09-29", "2026-10-08", id="通知五日·末日在国庆假里"),
    pytest.param("supervision_statement", "2026-03-11", "2026-03-23", id="说明十日·末日周六顺延到周一"),
    pytest.param("supervision_statement", "2026-03-06", "2026-03-16", id="说明十日·平常"),
    pytest.param("supervision_statement", "2026-09-24", "2026-10-08", id="说明十日·末日在国庆假里"),
    pytest.param("supervision_transfer", "2026-03-11", "2026-03-23", id="移送十日·末日周六顺延到周一"),
    pytest.param("supervision_transfer", "2026-03-06", "2026-03-16", id="移送十日·平常"),
    pytest.param("supervision_transfer", "2026-09-24", "2026-10-08", id="移送十日·末日在国庆假里"),
    pytest.param("supervision_correction", "2026-03-11", "2026-04-10", id="纠正三十日·平常"),
    pytest.param("supervision_correction", "2026-03-05", "2026-04-07", id="纠正三十日·末日在清明假里"),
    pytest.param("supervision_correction", "2026-09-03", "2026-10-08", id="纠正三十日·末日在国庆假里"),
    pytest.param("supervision_objection", "2026-03-11", "2026-03-26", id="异议十五日·平常"),
    pytest.param("supervision_objection", "2026-03-13", "2026-03-30", id="异议十五日·末日周六顺延到周一"),
    pytest.param("supervision_objection", "2026-09-18", "2026-10-08", id="异议十五日·末日在国庆假里"),
    pytest.param("supervision_objection_answer", "2026-03-11", "2026-03-26", id="答复十五日·平常"),
    pytest.param("supervision_objection_answer", "2026-03-13", "2026-03-30", id="答复十五日·末日周六顺延到周一"),
    pytest.param("supervision_objection_answer", "2026-09-18", "2026-10-08", id="答复十五日·末日在国庆假里"),
]


def matter(day: str, *kinds: str, **wishes) -> Driver:
    """监督事项，一天里办完这些。"""
    case = Driver(SUPERVISION, WORLD, wishes, now=datetime.fromisoformat(f"{day}T10:00"))
    for kind in kinds:
        case.do(kind)
    return case


def limit(case: Driver, name: str):
    return limit_of(clock(name), case.state, WORLD)


def codes(case: Driver, kind: str, day: str, **facts) -> set[str]:
    """一步在某一天被什么挡住。"""
    later = case.copy()
    later.now = datetime.fromisoformat(f"{day}T18:00")
    step = later.attempt(kind, facts, {})
    return {one.code for one in blocks(judge(SUPERVISION, step.state, step.proposal, step.circumstances))}


@pytest.mark.parametrize(("name", "start", "last"), LAST_DAYS)
def test_最后一天不算迟_第二天算(name, start, last):
    found = limit(matter(start, *BEFORE[name]), name)
    day = date.fromisoformat(last)
    late = [found.overdue(day + timedelta(days=days)) for days in (-1, 0, 1)]
    assert (found.due.due, late) == (day, [False, False, True])


def test_每一个监督期限都有三个边界日():
    rows = [param.values[0] for param in LAST_DAYS]
    assert {name: rows.count(name) >= 3 for name in rows} == {one.id: True for one in OVERSIGHT}


@pytest.mark.parametrize(
    ("name", "kind", "facts"),
    [
        pytest.param("supervision_notice", "notify_body", {}, id="通知了"),
        pytest.param("supervision_notice", "close_matter", {}, id="没有问题，办结了"),
        pytest.param("supervision_statement", "explain_to_supervisor", {}, id="说明了"),
        pytest.param("supervision_transfer", "transfer_matter", {}, id="移送了"),
        pytest.param("supervision_correction", "answer_supervision", {}, id="报送了"),
        pytest.param("supervision_objection", "object_to_supervision", {}, id="提了异议"),
        pytest.param("supervision_objection_answer", "answer_objection", {}, id="答复了"),
    ],
)
def test_办了就不再走(name, kind, facts):
    case = matter("2026-03-11", *BEFORE[name])
    assert limit(case, name).met_on is None
    case.copy_wish(kind, facts)
    case.do(kind)
    assert limit(case, name).met_on is not None


@pytest.mark.parametrize(("outcome", "ended"), [("upheld", True), ("rejected", False)], ids=["采纳撤下", "不采纳"])
def test_异议采纳以后不再等纠正_不采纳的接着走(outcome, ended):
    case = matter("2026-03-11", "issue_supervision_order", "receive_letter", "object_to_supervision")
    case.copy_wish("answer_objection", {"objection_outcome": outcome})
    case.do("answer_objection")
    assert (limit(case, "supervision_correction").met_on is not None) == ended


def test_没有签收的不从三十日算起_文书写明的期限照走():
    case = matter("2026-03-11", "issue_supervision_order")
    assert limit(case, "supervision_correction") is None
    term = letter_limit(case.state, WORLD)
    assert (term.due.due, term.due.rule.id, term.met_on) == (date(2026, 3, 26), "supervise-duban", None)
    assert "条例没有定天数" in term.due.explain
    assert letter_limit(case.do("answer_supervision").state, WORLD).met_on == case.entries[-1].day


def test_期限说得出为什么_移到哪天_错过怎样():
    late = limit(matter("2026-03-05", "issue_supervision_order", "receive_letter"), "supervision_correction")
    assert [one.date for one in late.due.moved_by] == [date(2026, 4, 4), date(2026, 4, 5), date(2026, 4, 6)]
    assert "顺延" in late.due.explain and "责令限期履行" in late.due.explain
    told = limit(matter("2026-03-11", *BEFORE["supervision_statement"]), "supervision_statement")
    assert "计算10日" in told.due.explain and "第32条" in told.due.explain
    answer = limit(matter("2026-03-11", *BEFORE["supervision_objection_answer"]), "supervision_objection_answer")
    assert "放弃" not in answer.due.explain


def test_提异议是被监督机关的权利_答复是监督机关的期限():
    case = matter("2026-03-11", "issue_supervision_order", "receive_letter", "object_to_supervision")
    assert {one.id: one.others for one in limits(case.state, WORLD)} == {
        "supervision_notice": False,
        "supervision_correction": False,
        "supervision_objection": True,
        "supervision_objection_answer": False,
    }
    assert not others_time("sc-supervise-review-15d")


@pytest.mark.parametrize(
    ("received", "code"),
    [
        pytest.param("2026-03-10", {"received-before-issue"}, id="制发前一天"),
        pytest.param("2026-03-11", set(), id="制发当天"),
        pytest.param("2026-03-13", {"act-in-future"}, id="还没有到的一天"),
    ],
)
def test_收到的日期(received, code):
    case = matter("2026-03-11", "issue_supervision_order")
    assert codes(case, "receive_letter", "2026-03-12", received_on=received) == code


def test_签收一次_没有文书不签收():
    case = matter("2026-03-11", "issue_supervision_order", "receive_letter")
    assert codes(case, "receive_letter", "2026-03-12", received_on="2026-03-12") == {"nothing-to-sign-for"}


@pytest.mark.parametrize(
    ("term", "code"),
    [
        pytest.param("2026-04-09", set(), id="第二十九日"),
        pytest.param("2026-04-10", set(), id="第三十日"),
        pytest.param("2026-04-11", {"answer-term-over-thirty-days"}, id="第三十一日"),
    ],
)
def test_文书写的期限超过三十日要说明(term, code):
    case = matter("2026-03-11", "conclude_check")
    assert codes(case, "issue_supervision_order", "2026-03-11", answer_by=term) == code


@pytest.mark.parametrize(
    ("day", "code"),
    [
        pytest.param("2026-03-25", set(), id="第十四日"),
        pytest.param("2026-03-26", set(), id="第十五日"),
        pytest.param("2026-03-27", {"objection-after-fifteen-days"}, id="第十六日"),
    ],
)
def test_过了十五日提异议要说明(day, code):
    case = matter("2026-03-11", "issue_supervision_order", "receive_letter")
    assert codes(case, "object_to_supervision", day) == code


def test_撤下以后新的文书从新的签收算():
    case = matter("2026-03-11", "issue_supervision_order", "receive_letter", "object_to_supervision")
    case.copy_wish("answer_objection", {"objection_outcome": "upheld"})
    case.do("answer_objection").do("conclude_check")
    case.now = datetime.fromisoformat("2026-04-20T10:00")
    case.do("issue_supervision_order")
    assert codes(case, "object_to_supervision", "2026-05-20") == set()
    case.do("receive_letter")
    assert limit(case, "supervision_correction").due.due == date(2026, 5, 20)
