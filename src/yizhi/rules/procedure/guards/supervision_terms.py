"""监督的天数 What the provincial regulation counts in days: receipt, thirty days to correct, fifteen to object."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.oversight import standing_letter
from yizhi.rules.procedure.state import day_of
from yizhi.rules.refusal import Reason

SICHUAN = "四川省行政执法监督条例"


@cite("四川省行政执法监督条例", "第34条第1款", "自收到行政执法监督通知书之日起")
def received_after_issue(judging: Judging) -> Iterator[Reason]:
    """What is signed for was issued, is signed for once, and was not received before it was issued. Source: rules `sc-supervise-notify-5d`, `sc-supervise-correct-30d`."""
    notice = judging.act.kind == "receive_notice"
    article = f"{SICHUAN} {'第32条' if notice else '第34条第1款'}"
    paper = judging.last("notify_body") if notice else standing_letter(judging.state)
    if paper is None or judging.state.after(paper, judging.act.kind):
        yield Reason(
            "nothing-to-sign-for",
            "没有等着签收的监督文书。",
            article,
            cure="收到新的文书以后再签收。",
            about="received_on",
        )
        return
    received = judging.date("received_on")
    if received is not None and received < paper.day:
        yield Reason(
            "received-before-issue",
            f"文书是{chinese(paper.day)}制发的，收到的日期不能更早。",
            article,
            cure="核对收到的日期。",
            about="received_on",
        )


@cite("四川省行政执法监督条例", "第34条第1款", "之日起三十日内")
def term_within_thirty_days(judging: Judging) -> Iterator[Reason]:
    """The provincial regulation gives thirty days, the national one leaves the term to the paper: a longer one says why. Source: rule `sc-supervise-correct-30d`."""
    last, here = judging.date("answer_by"), judging.circumstances
    if last is None:
        return
    counted = due("sc-supervise-correct-30d", table=here.table, calendar=here.calendar, start=judging.day)
    longest = day_of(counted.safe)
    if longest is not None and last > longest:
        yield Reason(
            "answer-term-over-thirty-days",
            f"四川条例定三十日，从今天算到{chinese(longest)}；文书写的期限更长。国务院条例由文书写明期限，没有定天数。",
            f"{SICHUAN} 第34条第1款",
            "ask",
            cure="写明为什么要更长；不需要的，改到三十日以内。",
            about="answer_by",
        )


@cite("四川省行政执法监督条例", "第34条第2款", "之日起十五日内")
def objection_in_time(judging: Judging) -> Iterator[Reason]:
    """The provincial regulation gives fifteen days from receipt, the national one names none: a later objection says why. Source: rule `sc-supervise-review-15d`."""
    limit = limit_of(clock("supervision_objection"), judging.state, judging.circumstances)
    letter = standing_letter(judging.state)
    if limit is None or letter is None or limit.start < letter.day:
        return
    last = day_of(limit.due.safe)
    if last is not None and judging.day > last:
        yield Reason(
            "objection-after-fifteen-days",
            f"四川条例定收到文书十五日内，到{chinese(last)}为止；国务院条例没有定天数。",
            f"{SICHUAN} 第34条第2款",
            "ask",
            cure="写明为什么现在才提出，由司法行政部门一并答复。",
        )
