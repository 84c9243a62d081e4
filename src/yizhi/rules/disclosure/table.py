"""公示的步骤 The table of steps: from which stages each is lawful, whose it is, its article. Buttons, API and tests read the same rows."""

from collections.abc import Mapping
from typing import Final, NamedTuple

PENALTY_LAW = "行政处罚法 第48条"


class Step(NamedTuple):
    """One step: from which stages it is lawful, whose it is, and its article. `who`: handler 承办人员, body 本机关审核人员或者负责人."""

    kind: str
    name: str
    does: str
    stages: frozenset[str]
    who: str
    article: str


STAGES: Final[Mapping[str, str]] = {"drafted": "等审查公布", "published": "已公示", "withdrawn": "已撤回"}
FELL: Final[Mapping[str, str]] = {
    "changed": "依法变更",
    "revoked": "依法撤销",
    "redo": "依法撤销，责令重新作出",
    "unlawful": "确认违法",
    "void": "确认无效",
}
"""Results of a review or suit 复议诉讼结果 after which what was published is withdrawn, in words."""
WITHDRAWAL_REASONS: Final[Mapping[str, str]] = {**FELL, "mistake": "公示的内容不该公开"}
TEXTS: Final = ("title", "party", "facts", "basis", "content")
"""The columns that people write and that are looked through before publication; the others come from the record."""
STEPS: Final[Mapping[str, Step]] = {
    step.kind: step
    for step in (
        Step(
            "draft_disclosure",
            "拟公示稿",
            "从案卷取出内容，姓名、号码、住址先隐去，看一遍再存。",
            frozenset({""}),
            "handler",
            PENALTY_LAW,
        ),
        Step("amend_disclosure", "修改公示稿", "公布以前都能改。", frozenset({"drafted"}), "handler", PENALTY_LAW),
        Step(
            "publish_disclosure",
            "审查并公布",
            "逐项答复能不能公开，审查通过立即公布，案卷里制作公示审查表。",
            frozenset({"drafted"}),
            "body",
            PENALTY_LAW,
        ),
        Step(
            "correct_disclosure",
            "更正公示内容",
            "写明更正什么、为什么；原来的内容留在记录里。",
            frozenset({"published"}),
            "body",
            PENALTY_LAW,
        ),
        Step(
            "withdraw_disclosure",
            "撤回公示",
            "写明为什么；公开页只留下撤回的说明。",
            frozenset({"published"}),
            "body",
            "行政处罚法 第48条第2款",
        ),
    )
}
