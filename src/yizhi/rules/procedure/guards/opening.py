"""立案 What stands in the way of opening a case, and of passing it on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of, due
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.guards.jurisdiction import settled
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.refusal import Reason

LONG_LIMITATION_YEARS = 5


@cite("行政处罚法", "第36条", "违法行为在二年内未被发现的，不再给予行政处罚")
def within_limitation(judging: Judging) -> Iterator[Reason]:
    """A deed not found within two years is not punished; five years for life, health or finance with harm done. Source: rules `limitation-2y`, `limitation-start`.

    Counted from the day of the deed, or of its end where it went on, to the day it was found.
    """
    happened, found = judging.date("act_day"), judging.date("found_on")
    if happened is None or found is None:
        return
    last = _limitation_ends(judging, happened)
    if last is not None and found > last:
        years = "五" if judging.facts.get("grave_harm") is True else "二"
        yield Reason(
            "out-of-time",
            f"违法行为发生在{chinese(happened)}，发现时已经超过{years}年，不再给予行政处罚。",
            "行政处罚法 第36条",
            cure="有连续或者继续状态的，从行为终了之日起算；符合五年情形的，写明依据；否则不予立案。",
            about="act_day",
        )


def _limitation_ends(judging: Judging, happened: date) -> date | None:
    rule = judging.circumstances.table["limitation-2y"]
    if judging.facts.get("grave_harm") is True and rule.timer:
        rule = replace(rule, timer=replace(rule.timer, value=LONG_LIMITATION_YEARS))
    here = judging.circumstances
    return due(rule, table=here.table, calendar=here.calendar, start=happened).due


@cite("行政处罚法", "第54条第2款", "符合立案标准的，行政机关应当及时立案")
def opened_in_time(judging: Judging) -> Iterator[Reason]:
    """Whether to open a case is decided within the days of the domain's rules; late is answered for, not void. Source: rules `file-market`, `file-housing`, `file-agri`."""
    limit = limit_of(clock("assessment"), judging.state, judging.circumstances)
    if limit is not None and limit.due.due is not None and judging.day > limit.due.due:
        yield Reason(
            "assessment-overdue",
            f"核查期限到{chinese(limit.due.due)}为止，已经超过。",
            str(limit.due.rule.citation),
            "ask",
            cure="写明超期的原因；以后在期满前报请延长。",
        )


@cite("市场监督管理行政处罚程序规定", "第14条", "不得再自行移送")
def not_passed_on_again(judging: Judging) -> Iterator[Reason]:
    """A case received by transfer is not passed on again; a dispute goes to the body above. Source: rule `transfer-no-retransfer`."""
    if judging.state.known("source") != "transferred" or settled(judging.state)[1] == "theirs":
        return
    strict = domain_of(judging.circumstances.domain) in ("market", "agriculture")
    yield Reason(
        "no-second-transfer",
        "本案是其他机关移送来的，对管辖有异议的应当报请共同的上一级机关指定管辖，不得再自行移送。",
        "市场监督管理行政处罚程序规定 第14条" if strict else "行政处罚法 第25条第2款",
        "stop" if strict else "ask",
        cure="报请共同的上一级机关指定管辖。",
    )


@cite("行政执法机关移送涉嫌犯罪案件的规定", "第5条第2款", "作出批准移送或者不批准移送的决定")
def head_approved(judging: Judging) -> Iterator[Reason]:
    """A transfer to the police is approved by the head of the body or whoever presides over its work. Source: rule `crime-approve-3d`."""
    if judging.given("head_approved") and judging.facts["head_approved"] is not True:
        yield Reason(
            "head-not-approved",
            "移送涉嫌犯罪案件，要由正职负责人或者主持工作的负责人批准。",
            "行政执法机关移送涉嫌犯罪案件的规定 第5条第2款",
            cure="报正职负责人或者主持工作的负责人决定。",
            about="head_approved",
        )
