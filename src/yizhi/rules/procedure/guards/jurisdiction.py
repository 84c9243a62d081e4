"""管辖 While two bodies differ about whose case it is, nobody decides it; the common superior says whose it is."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.state import CaseState, Entry
from yizhi.rules.refusal import Reason


def settled(state: CaseState) -> tuple[Entry | None, str]:
    """Return the latest dispute about jurisdiction, and whose the case is by it: ours, theirs, or empty while it is open."""
    raised = state.last("raise_dispute")
    if raised is None:
        return None, ""
    told = state.after(raised, "record_designation")
    if told is not None:
        return raised, str(told.facts.get("designated_to"))
    agreed = state.after(raised, "consult_jurisdiction")
    result = str(agreed.facts.get("consult_result")) if agreed else ""
    return raised, result if result in ("ours", "theirs") else ""


@cite("行政处罚法", "第25条第2款", "应当协商解决")
def open_dispute(judging: Judging) -> Iterator[Reason]:
    """What is consulted about or laid before the superior is a dispute that is open. Source: rules `jurisdiction-dispute`, `jurisdiction-coordinate-justice`."""
    raised, whose = settled(judging.state)
    if raised is not None and whose:
        yield Reason(
            "dispute-settled",
            "管辖争议已经有了结果。",
            "行政处罚法 第25条第2款",
            cure="又有争议的，重新办“提出管辖争议”。",
        )


@cite("行政处罚法", "第25条第2款", "应当协商解决")
def no_open_dispute(judging: Judging) -> Iterator[Reason]:
    """A dispute is raised once. Source: rule `jurisdiction-dispute`."""
    raised, whose = settled(judging.state)
    if raised is not None and not whose:
        yield Reason(
            "dispute-open",
            "管辖争议还没有结果，不用再提。",
            "行政处罚法 第25条第2款",
            cure="办“协商管辖”，或者报请指定。",
        )


@cite("行政处罚法", "第25条", "由最先立案的行政机关管辖")
def ours_to_decide(judging: Judging) -> Iterator[Reason]:
    """No decision while it is open whose case it is, nor in a case that is another body's. Source: rules `jurisdiction-dispute`, `first-filing-jurisdiction`."""
    raised, whose = settled(judging.state)
    if raised is None or whose == "ours":
        return
    if whose == "theirs":
        yield Reason(
            "case-is-theirs",
            "本案已经定由其他机关管辖，本机关不能作出决定。",
            "行政处罚法 第25条第2款",
            cure="办“移送其他机关”。",
        )
    else:
        yield Reason(
            "dispute-open",
            "管辖争议还没有结果，不能作出决定。",
            "行政处罚法 第25条第2款",
            cure="协商，或者报请共同的上一级行政机关指定管辖。",
        )
