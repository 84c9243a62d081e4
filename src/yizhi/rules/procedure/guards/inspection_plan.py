"""年度检查计划 What stands in the way of a daily or special inspection that the body's published plan of the year does not hold."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.refusal import Reason

WORDS = {"daily": "日常检查", "special": "专项检查"}
PROGRAMME = "实施方案 三(四)"


@cite("实施方案", "三(四)", "避免随意检查、多头执法")
def in_the_years_plan(judging: Judging) -> Iterator[Reason]:
    """A daily or special inspection is one that the published plan of the year holds, as often as it says; otherwise a person says why.

    A single inspection upon a complaint, a request or a re-check stands on its own ground. Where no plan was published nothing is asked.
    """
    visit = judging.circumstances.visiting
    kind = str(judging.facts.get("inspection_kind") or "")
    if visit is None or visit.plan is None or kind not in WORDS:
        return
    plan = visit.plan
    for name in plan.outside.get(kind, ()):
        yield Reason(
            "inspection-outside-plan",
            f"“{name}”不在{visit.body}{plan.year}年已公布的{WORDS[kind]}计划里。",
            PROGRAMME,
            "ask",
            "投诉举报、转办交办、企业申请和复查的，选个案检查；要按计划外检查的，写明依据和理由。",
            about="inspection_kind",
        )
    for name, times in plan.full.get(kind, ()):
        yield Reason(
            "planned-times-reached",
            f"按{plan.year}年计划，“{name}”同一家一年查{times}次，今年已经查满。",
            PROGRAMME,
            "ask",
            "今年不再安排；确实要查的，写明理由。",
            about="inspection_kind",
        )
