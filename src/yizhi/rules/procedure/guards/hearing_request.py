"""听证申请 What stands in the way of asking for a hearing."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.guards.notice import counted_as_served
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

GIVEN_UP = frozenset(["absent", "left"])


@cite("行政处罚法", "第63条", "应当告知当事人有要求听证的权利")
def hearing_offered(judging: Judging) -> Iterator[Reason]:
    """A hearing that the notice did not offer is a person's decision. Source: rule `hearing-cases`."""
    notice = judging.state.notice
    if notice is not None and notice.facts.get("hearing_told") is not True:
        yield Reason(
            "hearing-not-offered",
            "告知书没有告知听证权；当事人仍然要求听证，是否组织由本机关决定。",
            "行政处罚法 第63条",
            "ask",
            cure="属于应当听证的情形，写明并组织听证；不属于的，按陈述、申辩处理。",
        )


@cite("行政处罚法", "第64条第1项", "应当在行政机关告知后五日内提出")
def requested_in_time(judging: Judging) -> Iterator[Reason]:
    """A hearing is asked for within five workdays after the notice counts as served. Source: rule `hearing-request-5d`."""
    served, asked = counted_as_served(judging), judging.date("hearing_requested_on")
    if served is None or asked is None:
        return
    here = judging.circumstances
    last = due("hearing-request-5d", table=here.table, calendar=here.calendar, start=served).due
    if asked < served:
        yield Reason(
            "hearing-requested-before-notice",
            f"要求听证的日期早于告知书送达的{chinese(served)}。",
            "行政处罚法 第64条第1项",
            cure="核对日期。",
            about="hearing_requested_on",
        )
    elif last is not None and asked > last:
        yield Reason(
            "hearing-request-late",
            f"要求听证的期限到{chinese(last)}为止，已经超过。",
            "行政处罚法 第64条第1项",
            "ask",
            cure="有正当理由、本机关同意组织听证的，写明；没有的，按陈述、申辩处理。",
            about="hearing_requested_on",
        )


@cite("市场监督管理行政处罚听证办法", "第7条", "应当将情况记入笔录")
def oral_request_written_down(judging: Judging) -> Iterator[Reason]:
    """A request by word of mouth is written down and signed. Source: rule `hearing-request-oral`, followed in every domain."""
    if judging.facts.get("hearing_request_way") == "oral" and not judging.given("hearing_request_note"):
        yield Reason(
            "hearing-request-not-written",
            "口头要求听证的，应当将情况记入笔录，由当事人签名或者盖章。",
            "市场监督管理行政处罚听证办法 第7条",
            cure="填听证申请的内容。",
            about="hearing_request_note",
        )


@cite("行政处罚法", "第64条第6项", "视为放弃听证权利")
def not_given_up(judging: Judging) -> Iterator[Reason]:
    """Who stayed away from the hearing or left it has given it up. Source: rule `hearing-default`."""
    ended = judging.state.after(judging.state.notice, "end_hearing") if judging.state.notice else None
    if ended is not None and ended.facts.get("hearing_end_ground") in GIVEN_UP:
        yield Reason(
            "hearing-given-up",
            "当事人无正当理由不出席或者中途退出，已经视为放弃听证权利。",
            "行政处罚法 第64条第6项",
            cure="听取陈述、申辩后依法决定。",
        )
