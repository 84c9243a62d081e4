"""催告、强制执行 What follows a fine that is not paid, and a road that is cleared at once."""

from yizhi.demo.steps import APPROVER, OFFICER, Day, Minute, Step
from yizhi.demo.stories import Story

from .parts import penalty, service

COURT = Step(
    "apply_court",
    APPROVER,
    12,
    {
        "court": "广汉市人民法院（演示）",
        "apply_target": "行政处罚决定书写明的罚款。",
        "party_opinion": "收到催告书后没有提出陈述、申辩。",
    },
)

CLEARING = Step(
    "decide_substitute",
    APPROVER,
    2,
    {
        "substitute_ground": "traffic",
        "substitute_what": "村道上的粪便、柴草",
        "substitute_way": "由村级保洁队清运到指定的堆放点",
        "substitute_at": Minute(-60),
        "substitute_by": "本机关",
        "substitute_cost_yuan": "300.00",
        "enforce_reason": "占住村道，影响通行，当事人不在本地，不能自行清除。",
        "substitute_at_once": True,
    },
)


def demanded(story: Story, gap: int) -> list[Step]:
    """Return the steps of a demand that is served, so many workdays after the decision was."""
    _, fine = penalty(story)
    facts = {
        "demand_for": "court",
        "perform_by": Day(11),
        "perform_way": "到指定的银行或者通过电子支付系统缴纳。",
        "demand_yuan": fine,
    }
    return [Step("demand", OFFICER, gap, facts), service(story, "serve_demand", 0)]
