"""什么挡着 What stands in the way of the next step of a batch, each reason with its article and its cure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from yizhi.rules.batches.state import Batch
from yizhi.rules.batches.table import LIST_FILING, PLAN, STAGES, STEPS
from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason


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


@cite("四川省赋予乡镇(街道)县级行政权力事项指导目录", "通知第二项", "报市级权责清单管理机构备案")
def _filed(state: Batch, facts: Mapping[str, Any], doing: Doing) -> list[Reason]:
    """The lists are filed once, after they were published. Source: rule `sc-empower-filing`."""
    if not state.to_file:
        sentence = "清单已经备案。" if state.filing else "这个批次没有改变镇（街道）的权责清单，不用备案。"
        return [Reason("nothing-to-file", sentence, LIST_FILING, cure="核对批次。", about="kind")]
    if state.published_on and date.fromisoformat(facts["filed_on"]) < state.published_on:
        cure = "写公布以后报送的日期。"
        return [Reason("filed-before-publication", "备案日早于公布日。", LIST_FILING, cure=cure, about="filed_on")]
    return []


_GUARDS: Final = {
    "give_opinion": _opinion,
    "attach_minute": _minute,
    "check_batch": _checked,
    "decide_batch": _decided,
    "publish_batch": _published,
    "take_over": _taken,
    "file_list": _filed,
}
