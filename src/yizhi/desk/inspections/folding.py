"""检查走到哪 The columns that lists keep of a part, as its record gives them."""

from typing import Any

from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.state import CaseState, day_of

RESULTS = {"find_nothing": "nothing", "order_inspected": "ordered", "hand_over_lead": "lead"}
RESULT_WORDS = {"nothing": "未发现问题", "ordered": "责令改正", "corrected": "已改正", "lead": "转为线索"}
OVER = ("finished", "withdrawn", "archived")


def copies_of(state: CaseState) -> dict[str, Any]:
    """Return the columns of a part by their names."""
    # Keeping a file is on the record and yet no act of the procedure: it leaves the copies alone.
    last = next(entry for entry in reversed(state.entries) if INSPECTION.act(entry.kind))
    arrived = state.last("begin_inspection", "inspect_urgently")
    urgent = state.has("inspect_urgently") and not state.has("approve_inspection", "make_up_approval")
    result = state.last(*RESULTS, "confirm_correction")
    ordered = state.last("order_inspected")
    lead = state.last("hand_over_lead")
    return {
        "stage": state.stage,
        "ended": state.stage in OVER and not urgent,
        "unapproved": urgent,
        "handlers": list(state.handlers),
        "arrived_on": arrived.day if arrived else None,
        "correct_by": day_of(ordered.facts["correct_by"]) if ordered else None,
        "result": _result(result.kind, result.facts) if result else "",
        "lead": str(lead.facts["lead_dossier"]) if lead else "",
        "last_act": last.kind,
        "last_at": last.done_at,
    }


def _result(kind: str, facts: Any) -> str:
    if kind == "confirm_correction":
        return "corrected" if facts.get("corrected") is True else "ordered"
    return RESULTS[kind]
