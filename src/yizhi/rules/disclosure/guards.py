"""什么挡着 What stands in the way of the next step of a disclosure, each reason with its article and its cure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from yizhi.rules.cite import cite
from yizhi.rules.disclosure.market import market_reasons
from yizhi.rules.disclosure.redacting import WORDS, Known, leaks
from yizhi.rules.disclosure.state import PublicRecord
from yizhi.rules.disclosure.table import FELL, STAGES, STEPS, TEXTS, WITHDRAWAL_REASONS
from yizhi.rules.refusal import Reason

OPENNESS = "政府信息公开条例"
GROUNDS: Final[Mapping[str, str]] = {"consent": "第三方同意公开", "public_interest": "不公开会对公共利益造成重大影响"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What the next step is judged by: who does it, what the case knows of persons, domain and kinds of penalty.

    `fell`: the result under which the decision fell since it was drafted; before a draft, at any time.
    `corrected`: whether the decision paper was put right since the public content was written.
    """

    on: date
    actor: str
    known: Known
    domain: str = "general"
    kinds: Sequence[str] = ()
    fell: str = ""
    corrected: bool = False


def against(state: PublicRecord, kind: str, facts: Mapping[str, Any], doing: Doing) -> tuple[Reason, ...]:
    """Return every reason against a step, none when it may be done. `kind` is one of `STEPS`."""
    step = STEPS[kind]
    if state.stage not in step.stages:
        now = STAGES.get(state.stage, "还没有拟稿")
        words = f"这条公示现在是“{now}”，不能{step.name}。"
        return (Reason("disclosure-stage", words, step.article, cure="刷新后看现在能办什么。", about="kind"),)
    return tuple(_GUARDS[kind](state, facts, doing))


def _drafted(state: PublicRecord, facts: Mapping[str, Any], doing: Doing) -> Iterator[Reason]:
    yield from _not_fallen(doing)
    yield from personal_data_left(facts["columns"], facts.get("cleared", {}), doing.known)


@cite(
    "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
    "二",
    "要作适当处理后公开",
)
def personal_data_left(columns: Mapping[str, Any], cleared: Mapping[str, str], known: Known) -> Iterator[Reason]:
    """Nothing is kept for publication that still holds a person's data; what only looks like it is named with a reason. Source: rule `publish-redact`."""
    for key in TEXTS:
        for found in leaks(str(columns.get(key, "")), known):
            if not cleared.get(found.text, "").strip():
                yield Reason(
                    "personal-data-left",
                    f"还有{WORDS[found.kind]}没有隐去：{found.text}",
                    "行政处罚法 第50条",
                    cure="改掉再存；确实不是个人信息的，在“不是个人信息的词”里写明为什么。",
                    about=key,
                )


@cite("行政处罚法", "第48条第2款", "依法变更、撤销、确认违法或者确认无效")
def _not_fallen(doing: Doing) -> Iterator[Reason]:
    """A decision that has fallen is not published; one that was changed is published as changed, from a new draft."""
    if doing.fell in FELL and doing.fell != "changed":
        yield Reason(
            "decision-fallen",
            f"这个决定已经{FELL[doing.fell]}，不能公示。",
            "行政处罚法 第48条第2款",
            cure="不再公示；已经公示的撤回。",
            about="kind",
        )


def _published(state: PublicRecord, facts: Mapping[str, Any], doing: Doing) -> Iterator[Reason]:
    yield from _not_fallen(doing)
    if doing.fell == "changed":
        words = "拟稿以后决定依法变更了，公示稿还是原来的。"
        yield Reason(
            "draft-stale", words, "行政处罚法 第48条第2款", cure="办“修改公示稿”，存一遍变更后的内容。", about="kind"
        )
    if doing.corrected:
        words = "拟稿以后决定书补正、更正了，公示稿还是原来的。"
        cure = "办“修改公示稿”，对照补正、更正看一遍再存。"
        yield Reason("draft-before-correction", words, "行政处罚法 第48条", cure=cure, about="kind")
    if doing.actor == state.drafted_by:
        yield Reason("own-draft", "拟稿的人不能自己审查。", cure="请本机关另一位审核人员或者负责人审查。", about="kind")
    yield from personal_data_left(state.columns, facts.get("cleared", {}), doing.known)
    yield from no_danger(facts)
    yield from no_third_party_harmed(facts)
    yield from market_reasons(doing.kinds, doing.domain, facts)


@cite("政府信息公开条例", "第14条", "不予公开")
def no_danger(facts: Mapping[str, Any]) -> Iterator[Reason]:
    """What may endanger state, public or economic security or stability is not published; a person answers. Source: rule `publish-no-endanger`."""
    answer = facts.get("endangers")
    if not isinstance(answer, bool):
        yield _unanswered("endangers", "公开后会不会危及国家安全、公共安全、经济安全、社会稳定", "第14条")
    elif answer:
        yield Reason(
            "publish-endangers",
            "公开后可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开。",
            f"{OPENNESS} 第14条",
            cure="在案卷里办“公示审查”，选不公示，写明理由。",
            about="endangers",
        )


@cite("政府信息公开条例", "第15条", "行政机关不得公开")
def no_third_party_harmed(facts: Mapping[str, Any]) -> Iterator[Reason]:
    """What harms a third party's lawful interests is published only with consent or for the public interest, in words. Source: rule `publish-third-party`."""
    answer = facts.get("third_party")
    if not isinstance(answer, bool):
        yield _unanswered("third_party", "会不会损害第三方的合法权益（商业秘密、个人隐私等）", "第15条")
    elif answer and (facts.get("third_party_ground") not in GROUNDS or not facts.get("third_party_words")):
        yield Reason(
            "third-party-harmed",
            "损害第三方合法权益的不得公开；第三方同意，或者不公开会对公共利益造成重大影响的除外。",
            f"{OPENNESS} 第15条",
            cure="删去这部分内容；有第三方同意或者重大公共利益的，选明并写出事实和理由。",
            about="third_party_ground",
        )


def _unanswered(about: str, question: str, article: str) -> Reason:
    return Reason(
        "question-unanswered",
        f"还没有答复：{question}。",
        f"{OPENNESS} {article}",
        cure="选“是”或者“否”。",
        about=about,
    )


def _corrected(state: PublicRecord, facts: Mapping[str, Any], doing: Doing) -> Iterator[Reason]:
    yield from personal_data_left(facts["columns"], facts.get("cleared", {}), doing.known)
    if doing.fell:
        yield Reason(
            "withdraw-instead",
            f"决定已经{FELL[doing.fell]}，要撤回，不是更正。",
            "行政处罚法 第48条第2款",
            cure="办“撤回公示”；变更后的决定另拟公示稿。",
            about="kind",
        )
    elif dict(facts["columns"]) == dict(state.columns) and not doing.corrected:
        yield Reason("nothing-corrected", "内容和现在公示的一样。", cure="改过再存。", about="kind")


@cite("行政处罚法", "第48条第2款", "在三日内撤回行政处罚决定信息并公开说明理由")
def reason_told(state: PublicRecord, facts: Mapping[str, Any], doing: Doing) -> Iterator[Reason]:
    """A withdrawal tells the public why, and says of the decision what its case says. Source: rule `publish-withdraw-3d`."""
    why = facts.get("why")
    if why == "mistake" and not facts.get("words"):
        yield Reason("words-missing", "要写明为什么撤回。", "行政处罚法 第48条第2款", cure="写明理由。", about="words")
    if why in FELL and why != doing.fell:
        yield Reason(
            "result-not-on-record",
            f"案卷里没有“{WITHDRAWAL_REASONS[str(why)]}”的结果。",
            "行政处罚法 第48条第2款",
            cure="先在案卷里记录复议、诉讼结果；公示本身有错的，选“公示的内容不该公开”。",
            about="why",
        )


_GUARDS: Final[Mapping[str, Callable[[PublicRecord, Mapping[str, Any], Doing], Iterator[Reason]]]] = {
    "draft_disclosure": _drafted,
    "amend_disclosure": _drafted,
    "publish_disclosure": _published,
    "correct_disclosure": _corrected,
    "withdraw_disclosure": reason_told,
}
