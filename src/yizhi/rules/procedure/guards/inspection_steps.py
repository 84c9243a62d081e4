"""检查的环节 What later steps of an inspection keep to: the plan as it was approved, a look again as a visit of its own, time to correct."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.state import local
from yizhi.rules.procedure.visiting import STATE
from yizhi.rules.refusal import Reason

AS_PLANNED = (
    "inspection_kind",
    "inspection_reason",
    "inspection_items",
    "inspect_from",
    "inspect_until",
    "handlers",
    "place_text",
)


@cite(
    "国务院办公厅关于严格规范涉企行政检查的意见",
    "段落号未核(正文未全得,据转引)",
    "都需要在检查前报请行政执法主体负责人批准",
)
def as_planned(judging: Judging) -> Iterator[Reason]:
    """What is approved and notified is what was planned, nothing else: another day, other people are planned anew. Source: rule `inspect-approval`."""
    for key in AS_PLANNED:
        told, planned = judging.facts.get(key), judging.state.known(key)
        if told is not None and planned is not None and told != planned:
            yield Reason(
                "plan-differs",
                f"“{judging.circumstances.dictionary.label(key)}”和安排的不一样。",
                STATE,
                cure="照安排批准、通知；要改的，先改安排，重新报批。",
                about=key,
            )


@cite(
    "国务院办公厅关于严格规范涉企行政检查的意见",
    "段落号未核(正文未全得,据转引)",
    "都需要在检查前报请行政执法主体负责人批准",
)
def recheck_is_a_visit(judging: Judging) -> Iterator[Reason]:
    """Who goes to see whether it was corrected inspects: by a visit of its own, approved and counted. Source: rule `inspect-approval`."""
    if judging.facts.get("corrected_by_way") == "on_site" and not judging.given("recheck_dossier"):
        yield Reason(
            "recheck-without-visit",
            "到现场复查也是一次检查，要另行安排、报批。",
            STATE,
            cure="从这次检查安排复查，复查有了结果，这里自动记下；只看材料的，选看材料。",
            about="corrected_by_way",
        )


@cite("行政处罚法", "第28条第1款", "责令当事人改正或者限期改正违法行为")
def time_to_correct(judging: Judging) -> Iterator[Reason]:
    """A day by which something is to be corrected lies after the order. Source: rule `order-correct`."""
    by = judging.date("correct_by")
    if by is not None and by <= local(judging.proposal.done_at).date():
        yield Reason(
            "correct-by-passed",
            "改正期限要晚于责令改正的那一天。",
            "行政处罚法 第28条第1款",
            cure="写一个来得及改正的日期。",
            about="correct_by",
        )
