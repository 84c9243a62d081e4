"""批次的步骤 The table of steps: from which stages each is lawful, whose it is, its article. Buttons, API and tests read the same rows.

Draft → opinions of both sides → check → decision → publication → transition → taken over → kept, changed or recalled.
Giving and taking back are the same steps.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

PLAN = "实施方案 三(一)"
CONFERRAL = "行政处罚法 第24条"
LIST_FILING = "四川省赋予乡镇(街道)县级行政权力事项指导目录 通知第二项"


class Step(NamedTuple):
    """One step: from which stages it is lawful, whose it is, and its article. `who`: keeper, side, justice, head."""

    kind: str
    name: str
    does: str
    stages: frozenset[str]
    who: str
    article: str


BEFORE_DECISION: Final = frozenset({"drafted", "opinions", "objected", "agreed", "returned", "checked"})
BEFORE_PUBLICATION: Final = BEFORE_DECISION | {"decided"}
STAGES: Final[Mapping[str, str]] = {
    "drafted": "拟订",
    "opinions": "等双方意见",
    "objected": "有异议，等联席会议",
    "agreed": "等合法性审核",
    "returned": "审核退回",
    "checked": "等决定",
    "decided": "等公布",
    "published": "已公布",
    "taken_over": "已承接",
    "kept": "评估后保留",
    "changed": "评估后调整",
    "recalled": "评估后收回",
    "withdrawn": "已撤回",
}
PUBLISHED: Final = frozenset({"published", "taken_over", "kept", "changed", "recalled"})
OUTCOMES: Final[Mapping[str, str]] = {"keep": "kept", "change": "changed", "recall": "recalled"}
STEPS: Final[Mapping[str, Step]] = {
    step.kind: step
    for step in (
        Step(
            "draft_batch",
            "拟订批次",
            "写明哪些事项、哪些镇（街道）、从哪天起。",
            frozenset({""}),
            "keeper",
            PLAN,
        ),
        Step("amend_batch", "修改草案", "改过以后，双方重新表态，重新审核。", BEFORE_DECISION, "keeper", PLAN),
        Step(
            "give_opinion",
            "表态",
            "部门和镇（街道）各自表态，同时留下当时的承接能力数据。",
            frozenset({"drafted", "opinions", "objected", "agreed", "returned"}),
            "side",
            CONFERRAL,
        ),
        Step(
            "attach_minute",
            "附联席会议纪要",
            "有异议的，附联席会议纪要，写明异议方已经签字。",
            frozenset({"objected"}),
            "keeper",
            "实施方案 三(七)",
        ),
        Step(
            "record_training",
            "记培训",
            "记下赋权部门给镇（街道）做的培训。",
            BEFORE_PUBLICATION,
            "side",
            "实施方案 三(六)",
        ),
        Step("check_batch", "合法性审核", "司法行政部门审核全部格子。", frozenset({"agreed"}), "justice", CONFERRAL),
        Step(
            "decide_batch",
            "作出决定",
            "写明决定文号和从哪天起。",
            frozenset({"checked", "decided"}),
            "head",
            CONFERRAL,
        ),
        Step(
            "settle_case",
            "安排在办案件",
            "逐件定：原机关继续办，还是移送。",
            BEFORE_PUBLICATION,
            "keeper",
            "行政处罚法 第25条",
        ),
        Step(
            "publish_batch",
            "公布",
            "公布后，清单从写明的那天起改变；这一步不能撤回。",
            frozenset({"decided"}),
            "keeper",
            CONFERRAL,
        ),
        Step("take_over", "确认承接", "承接的机关确认已经接手。", frozenset({"published"}), "taker", PLAN),
        Step(
            "review_batch",
            "评估",
            "看用得怎样，定保留、调整还是收回。",
            frozenset({"taken_over", "kept", "changed"}),
            "keeper",
            CONFERRAL,
        ),
        Step(
            "file_list",
            "报清单备案",
            "公布、调整了镇（街道）的权责清单，报市级权责清单管理机构备案。",
            PUBLISHED,
            "keeper",
            LIST_FILING,
        ),
        Step("withdraw_batch", "撤回草案", "公布以前可以撤回。", BEFORE_PUBLICATION, "keeper", PLAN),
    )
}
