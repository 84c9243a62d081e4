"""救济 Until when a decision may be attacked by review or suit, and from when a court may be asked to enforce it."""

from datetime import date, timedelta

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.served import served_day
from yizhi.rules.procedure.state import CaseState, Entry, day_of

CONTESTS = ("receive_review", "receive_suit")
DECISIONS = ("decide_penalty", "decide_on_spot")


def decision_served(state: CaseState, here: Circumstances) -> date | None:
    """Return the day on which the penalty decision counts as served; None before, and while a public notice runs."""
    decided = state.last(*DECISIONS)
    if decided is None:
        return None
    service = decided if decided.kind == "decide_on_spot" else state.after(decided, "serve_decision")
    return served_day(service, here)


def contest(state: CaseState) -> Entry | None:
    """Return the latest review or suit against the decision, or None."""
    return state.after(state.last(*DECISIONS), *CONTESTS)


def contest_open(state: CaseState) -> Entry | None:
    """Return the review or suit that has no result on record yet, or None."""
    asked = contest(state)
    return asked if asked is not None and state.after(asked, "contest_result") is None else None


@cite("行政复议法", "第20条第1款", "六十日内提出行政复议申请")
@cite("行政诉讼法", "第46条第1款", "六个月内提出")
@cite("行政诉讼法", "第45条", "收到复议决定书之日起十五日内")
def remedy_end(state: CaseState, here: Circumstances) -> date | None:
    """Return the last day on which the party may still ask for review or sue (救济期限). Source: rules `review-60d`, `sue-6-months`, `sue-after-review-15d`.

    Nobody attacked it: the end of the longer of the two, of review alone for a decision on the spot. After review: fifteen days from its
    result. After a suit: the day its result was received. None when it is not served, while a review or suit runs, or when it cannot be counted.
    """
    asked = contest(state)
    if asked is not None:
        result = state.after(asked, "contest_result")
        ended = day_of(result.facts.get("result_on")) if result else None
        if ended is None or asked.kind == "receive_suit":
            return ended
        return due("sue-after-review-15d", table=here.table, calendar=here.calendar, start=ended).due
    served = decision_served(state, here)
    if served is None:
        return None
    rules = ("review-60d",) if state.has("decide_on_spot") else ("review-60d", "sue-6-months")
    ends = [due(rule, table=here.table, calendar=here.calendar, start=served).due for rule in rules]
    return max((end for end in ends if end), default=None) if all(ends) else None


@cite("行政强制法", "第53条", "自期限届满之日起三个月内")
@cite("行政处罚法", "第72条第2款", "缴纳罚款期限结束之日起计算")
def court_start(state: CaseState, here: Circumstances) -> tuple[str, date] | None:
    """Return the rule and the day from which the three months run in which a court may be asked to enforce; None while that day is open.

    After a deferral they run from its end where that is later. Source: rules `court-3-months`, `court-3-months-ss`, `court-deferred-start`.
    """
    end = remedy_end(state, here)
    if end is None:
        return None
    deferred = state.after(state.last(*DECISIONS), "defer_payment")
    until = day_of(deferred.facts.get("pay_until")) if deferred else None
    return ("court-deferred-start", until) if until and until >= end else ("court-3-months", end)


@cite("行政处罚法", "第73条第3款", "诉讼期间不予计算")
def contested_days(state: CaseState, until: date) -> tuple[tuple[date, date], ...]:
    """Return the stretches [from, to) of review and suit up to and including the day `until`, in which no added fine accrues. Source: rule `late-fine-pause`."""
    spans = []
    for asked in state.all(*CONTESTS):
        start = day_of(asked.facts.get("contest_from")) or asked.day
        result = state.after(asked, "contest_result")
        ended = day_of(result.facts.get("result_on")) if result else None
        spans.append((start, ended or until + timedelta(days=1)))
    return tuple((start, stop) for start, stop in spans if start < stop)
