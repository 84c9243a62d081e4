"""及时立案 A lead that was assessed and waits: the law says promptly and names no days, so days are told and never judged."""

from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.refusal import Reason

ASSESSING = "assessment"


def waits_since(state: CaseState) -> date | None:
    """Return the day on which a lead was assessed as meeting the filing standard 立案标准 and since when nothing was decided; None when none waits.

    An assessment that does not say is taken as one that leaves the decision open: it waits as well.
    """
    assessed = state.last("assess_lead")
    if state.stage != ASSESSING or assessed is None or assessed.facts.get("filing_standard") is False:
        return None
    return assessed.day


@cite("行政处罚法", "第54条第2款", "符合立案标准的，行政机关应当及时立案")
@cite("交通运输行政执法程序规定", "第62条", "应当及时决定是否立案")
def filing_waits(since: date, today: date, domain: str) -> Reason:
    """Return the warning for a lead that has waited since a day: how long, and what to do. Source: rules `file-promptly`, `file-transport`.

    Where the domain's rules set days, the limit itself stands beside it.
    """
    days = (today - since).days
    waited = f"已经等了{days}天" if days else "今天核查完的"
    return Reason(
        "filing-waits",
        f"核查认为应当考虑立案，{waited}，还没有决定是否立案。符合立案标准的应当及时立案。",
        "交通运输行政执法程序规定 第62条" if domain_of(domain) == "transport" else "行政处罚法 第54条第2款",
        "note",
        cure="报负责人决定立案；不立案的，写明理由。",
    )
