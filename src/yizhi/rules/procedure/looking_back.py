"""回头看 What was late, early or out of order in a record as it stands: a running case, an old one, or one kept by somebody else.

Nothing is judged anew: the same clocks that press for the next act are read backwards. A limit that may have been stopped or extended by
something that is not on the record is told as a question, never as a fault.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.limits import Limit
from yizhi.rules.procedure.state import CaseState, Entry, day_of, local
from yizhi.rules.procedure.table import Procedure
from yizhi.rules.refusal import Reason


def shortcomings(procedure: Procedure, state: CaseState, found: Sequence[Limit], on: date) -> tuple[Reason, ...]:
    """Return what the record and its limits `found` show against the procedure up to the day `on`: out of order, then too early, then late."""
    return (*_out_of_order(procedure, state), *_cut_short(state, found), *_late(procedure, state, found, on))


@cite("行政处罚法", "第38条", "违反法定程序构成重大且明显违法的，行政处罚无效")
def _out_of_order(procedure: Procedure, state: CaseState) -> Iterator[Reason]:
    """Yield a reason for each act that moves the case on and is dated before an earlier one. Source: rule `full-record`."""
    latest: Entry | None = None
    for entry in state.entries:
        act = procedure.act(entry.kind)
        if act is None or not act.targets():
            continue
        if latest is not None and local(entry.done_at).date() < local(latest.done_at).date():
            before = procedure.act(latest.kind)
            yield Reason(
                "acts-out-of-order",
                f"“{act.name}”（{chinese(entry.day)}）早于“{before.name if before else latest.kind}”（{chinese(latest.day)}）。",
                act.articles[0],
                "ask",
                cure="核对日期；程序颠倒的，决定可能被撤销。",
                about=entry.id,
            )
        latest = entry if latest is None or local(entry.done_at) > local(latest.done_at) else latest


@cite("行政处罚法", "第62条", "不得作出行政处罚决定")
def _cut_short(state: CaseState, found: Sequence[Limit]) -> Iterator[Reason]:
    """Yield a reason for a decision made while the party could still answer, nothing waived and nothing heard. Source: rule `no-notice-no-decision`."""
    decided = state.last("decide_penalty")
    service = state.notice_service
    if decided is None:
        return
    limit = next((one for one in found if one.id == "defence"), None)
    last = day_of(limit.due.due) if limit else None
    answered = service is not None and state.after(service, "waive_defence", "hear_defence") is not None
    if last is not None and decided.day <= last and not answered:
        yield Reason(
            "defence-cut-short",
            f"陈述、申辩期限到{chinese(last)}为止，{chinese(decided.day)}就作出了决定。",
            str(limit.due.rule.citation) if limit else "",
            "ask",
            cure="当事人听取意见后明确放弃的，补入记录。",
            about=decided.id,
        )


def _late(procedure: Procedure, state: CaseState, found: Sequence[Limit], on: date) -> Iterator[Reason]:
    """Yield a reason for each limit of the authority's own that was met late, or has passed and is not met.

    An act that is not on the record of a case which has long gone on without it says nothing about when it was done.
    """
    for limit in found:
        untold = limit.met_on is None and _gone_on(procedure, state, limit)
        if not clock(limit.id).others and limit.overdue(on) and not untold:
            yield _overdue(limit, on)


def _gone_on(procedure: Procedure, state: CaseState, limit: Limit) -> bool:
    act = procedure.act(limit.act)
    return act is not None and all(procedure.order(stage) < procedure.order(state.stage) for stage in act.from_stages)


def _overdue(limit: Limit, on: date) -> Reason:
    last = day_of(limit.due.due)
    assert last is not None
    done = f"{chinese(limit.met_on)}才办" if limit.met_on else f"到{chinese(on)}还没有办"
    days = ((limit.met_on or on) - last).days
    return Reason(
        "limit-overdue",
        f"{limit.name}从{chinese(day_of(limit.start) or limit.start)}起算，到{chinese(last)}为止，{done}，超过{days}日。",
        str(limit.due.rule.citation),
        "ask",
        cure="有法定的停止计算、延长没有入记录的，补入记录；没有的，写明原因。",
        about=limit.id,
    )
