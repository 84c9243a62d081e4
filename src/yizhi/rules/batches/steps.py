"""批次的步骤 The table of steps, the state that a batch's record gives, and what stands in the way of the next step.

Draft → opinions of both sides → check → decision → publication → transition → taken over → kept, changed or recalled.
Giving and taking back are the same steps. A changed draft asks for opinions and check anew; an objection stops the batch
until the objecting side agrees or the signed minute of a joint meeting is attached.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, NamedTuple

from yizhi.rules.batches.draft import Draft
from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

PLAN = "实施方案 三(一)"
CONFERRAL = "行政处罚法 第24条"


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
        Step("withdraw_batch", "撤回草案", "公布以前可以撤回。", BEFORE_PUBLICATION, "keeper", PLAN),
    )
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of the batch's record as the rules see it."""

    kind: str
    on: date
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """批次 The state of a batch: a fold over its record. Bodies are codes; `settled` is keyed by dossier."""

    draft: Draft
    opinions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    minute: Mapping[str, Any] | None = None
    trainings: tuple[Mapping[str, Any], ...] = ()
    settled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    check: Mapping[str, Any] | None = None
    decision: Mapping[str, Any] | None = None
    published_on: date | None = None
    taken: Mapping[str, date] = field(default_factory=dict)
    outcome: str = ""
    withdrawn: bool = False

    @property
    def starts_on(self) -> date:
        """Return the first day on which the batch holds: what the decision says, before it what the draft says."""
        return date.fromisoformat(self.decision["starts_on"]) if self.decision else self.draft.starts_on

    @property
    def instrument(self) -> str:
        """Return the number of the decision, empty before it."""
        return str(self.decision["instrument"]) if self.decision else ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the sides that have not said what they think."""
        return tuple(side for side in self.draft.sides if side not in self.opinions)

    @property
    def objecting(self) -> tuple[str, ...]:
        """Return the sides whose latest opinion is against the batch."""
        return tuple(side for side in self.draft.sides if self.opinions.get(side, {}).get("agrees") is False)

    @property
    def stage(self) -> str:
        """Return the stage, one of `STAGES`."""
        if self.withdrawn or self.outcome:
            return "withdrawn" if self.withdrawn else self.outcome
        if self.published_on:
            return "published"
        if self.decision or self.check:
            passed = self.check is not None and self.check.get("outcome") == "pass"
            return "decided" if self.decision else "checked" if passed else "returned"
        if self.missing:
            return "opinions" if self.opinions else "drafted"
        return "objected" if self.objecting and not self.minute else "agreed"

    def words(self, takers: Iterable[str], today: date) -> str:
        """Return the stage in words on a day; a published batch waits, is in transition, or has been taken over."""
        stage = self.stage_with(takers)
        if stage == "taken_over" and self.draft.kind == "recall":
            return "已交回"
        if stage != "published":
            return STAGES[stage]
        if today < self.starts_on:
            return "已公布，等生效"
        until = self.draft.transition_until
        return "过渡期" if until and today < until else "已生效，等确认承接"

    def stage_with(self, takers: Iterable[str]) -> str:
        """Return the stage, knowing which bodies have to take the powers over."""
        stage = self.stage
        return "taken_over" if stage == "published" and set(takers) <= set(self.taken) else stage


def fold(record: Iterable[Happened]) -> Batch:
    """Return the state that a record gives. The first entry is the draft; what is no step of a batch changes nothing."""
    entries = iter(record)
    state = Batch(draft=Draft.of(next(entries).facts))
    for entry in entries:
        state = _after(state, entry)
    return state


def _after(state: Batch, entry: Happened) -> Batch:
    facts = entry.facts
    match entry.kind:
        case "amend_batch":
            return Batch(draft=Draft.of(facts), trainings=state.trainings, settled=state.settled)
        case "give_opinion":
            opinions = {**state.opinions, facts["body"]: {**facts, "on": entry.on.isoformat()}}
            return replace(state, opinions=opinions, minute=None, check=None)
        case "attach_minute":
            return replace(state, minute=facts)
        case "record_training":
            return replace(state, trainings=(*state.trainings, facts))
        case "check_batch":
            return replace(state, check=facts)
        case "decide_batch":
            return replace(state, decision=facts)
        case "settle_case":
            return replace(state, settled={**state.settled, facts["case"]: facts})
        case "publish_batch":
            return replace(state, published_on=date.fromisoformat(facts["published_on"]))
        case "take_over":
            return replace(state, taken={**state.taken, facts["body"]: entry.on})
        case "review_batch":
            return replace(state, outcome=OUTCOMES[facts["outcome"]])
        case "withdraw_batch":
            return replace(state, withdrawn=True)
    return state


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What the next step is judged by: the day, the bodies that take over, what was found about the lines, and about cases.

    `unsettled` are the running cases nobody has settled; `untrained` pairs of department and town, in words.
    """

    on: date
    takers: tuple[str, ...]
    findings: tuple[Reason, ...] = ()
    untrained: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    gaps: tuple[Reason, ...] = ()


def against(state: Batch, kind: str, facts: Mapping[str, Any], doing: Doing) -> tuple[Reason, ...]:
    """Return every reason against a step, none when it may be done. `kind` is one of `STEPS`."""
    step, stage = STEPS[kind], state.stage_with(doing.takers)
    if stage not in step.stages:
        words = f"这个批次现在是“{STAGES[stage]}”，不能{step.name}。"
        return (Reason("batch-stage", words, step.article, cure=_what_first(state), about="kind"),)
    return tuple(_GUARDS.get(kind, _nothing)(state, facts, doing))


def _what_first(state: Batch) -> str:
    first = {
        "drafted": "先由部门和镇（街道）表态。",
        "opinions": "先等各方都表态。",
        "objected": "先附联席会议纪要，或者由异议方改变意见。",
        "agreed": "先送司法行政部门审核。",
        "returned": "按审核意见修改草案。",
        "checked": "先作出决定。",
        "decided": "先公布。",
        "published": "先由承接的机关确认承接。",
    }
    return first.get(state.stage, "另立一个批次。")


def _nothing(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    return []


def _stops(reasons: Iterable[Reason]) -> list[Reason]:
    return [reason for reason in reasons if reason.severity == "stop"]


def _opinion(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    if facts["body"] not in state.draft.sides:
        return [Reason("not-a-side", "这个机关不在这个批次里，不用表态。", cure="核对事项和镇（街道）。", about="body")]
    if facts["agrees"] is False and not facts.get("words"):
        return [Reason("objection-without-words", "不同意的，要写明为什么。", cure="写明理由。", about="words")]
    return []


@cite("实施方案", "三(七)", "明晰镇(街道)与市级有关部门的执法权限和边界")
def _minute(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    """A minute lifts an objection only when every objecting side has signed it."""
    unsigned = [side for side in state.objecting if side not in facts["signed_by"]]
    if not unsigned:
        return []
    return [
        Reason(
            "minute-unsigned",
            "联席会议纪要要由每一个异议方签字。",
            "实施方案 三(七)",
            cure="补签之后再附；没有签的，批次仍然停着。",
            about="signed_by",
        )
    ]


def _checked(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    """A check that passes needs lines without a stop; one that returns says why."""
    if facts["outcome"] == "pass":
        return _stops(doing.findings)
    if not facts.get("words"):
        return [Reason("return-without-words", "退回的，要写明为什么。", cure="写明审核意见。", about="words")]
    return []


def _decided(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    if date.fromisoformat(facts["starts_on"]) < doing.on:
        return [_too_early("生效日已经过去", "starts_on")]
    return []


def _published(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    """Nothing is published that takes force before that day, without training, with a case forgotten or a card unfinished."""
    reasons = _stops(doing.findings)
    if state.starts_on < date.fromisoformat(facts["published_on"]):
        reasons.append(_too_early("生效日早于公布日", "published_on"))
    reasons += _untrained(state, doing)
    reasons += _forgotten(state, doing)
    return [*reasons, *_stops(doing.gaps)]


@cite("行政处罚法", "第24条第1款", "决定应当公布")
def _too_early(what: str, about: str) -> Reason:
    """A decision is published before it takes force."""
    return Reason(
        "force-before-publication",
        f"{what}，先公布的才作数。",
        "行政处罚法 第24条第1款",
        cure="重新作出决定，把生效日改到公布日或者以后。",
        about=about,
    )


@cite("实施方案", "三(六)", "谁赋权、谁指导")
def _untrained(state: Batch, doing: Doing) -> list[Reason]:
    """Powers are given after the giving department has trained the town, or with a reason on the record."""
    if state.draft.kind == "recall" or state.draft.exception or not doing.untrained:
        return []
    named = "、".join(doing.untrained[:6]) + ("等" if len(doing.untrained) > 6 else "")
    return [
        Reason(
            "training-missing",
            f"还没有培训：{named}。",
            "实施方案 三(六)",
            cure="先由赋权部门培训并记下来；确要先生效的，在草案里写明特批理由。",
            about="exception",
        )
    ]


@cite("行政处罚法", "第25条第1款", "由最先立案的行政机关管辖")
def _forgotten(state: Batch, doing: Doing) -> list[Reason]:
    """A recall settles every running case that it touches."""
    if not doing.unsettled:
        return []
    named = "、".join(doing.unsettled[:5]) + ("等" if len(doing.unsettled) > 5 else "")
    return [
        Reason(
            "cases-unsettled",
            f"还有 {len(doing.unsettled)} 件在办案件没有安排：{named}。",
            "行政处罚法 第25条第1款",
            cure="逐件选：原机关继续办，还是移送。",
            about="cases",
        )
    ]


def _taken(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    if facts["body"] not in doing.takers:
        return [Reason("not-a-taker", "这个机关不是承接的机关。", "", cure="由承接的机关确认。", about="body")]
    until = max(state.starts_on, state.draft.transition_until or state.starts_on)
    if doing.on < until:
        words = f"要到{until.year}年{until.month}月{until.day}日才由承接的机关办，现在不能确认承接。"
        return [Reason("take-over-too-early", words, PLAN, cure="到那天以后再确认。", about="kind")]
    return []


_GUARDS: Final = {
    "give_opinion": _opinion,
    "attach_minute": _minute,
    "check_batch": _checked,
    "decide_batch": _decided,
    "publish_batch": _published,
    "take_over": _taken,
}
