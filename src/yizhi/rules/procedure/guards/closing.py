"""结案与归档 What must be settled before a case is closed and its file becomes read-only."""

from collections.abc import Iterator, Mapping

from yizhi.rules.cite import cite
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.remedies import contest_open
from yizhi.rules.refusal import Reason

WAY_OF_STAGE: Mapping[str, tuple[str, ...]] = {
    "served": ("fulfilled", "revoked"),
    "demanded": ("fulfilled", "revoked"),
    "enforcing": ("fulfilled", "enforcement_ended", "revoked"),
    "court": ("fulfilled", "court_ended", "revoked"),
    "no_penalty": ("no_penalty", "revoked"),
    "terminated": ("terminated",),
    "transferred": ("transferred",),
    "criminal": ("criminal",),
    "withdrawn": ("withdrawn",),
}


@cite("行政复议法", "第42条", "行政复议期间行政行为不停止执行")
def nothing_contested(judging: Judging) -> Iterator[Reason]:
    """A case is not closed while a review or suit runs. Source: rule `no-stay`."""
    if contest_open(judging.state) is not None:
        yield Reason(
            "contest-pending",
            "复议、诉讼还没有结果，不能结案。",
            judging.act.articles[0],
            cure="等结果，办“记录复议、诉讼结果”。",
        )


@cite("市场监督管理行政处罚程序规定", "第77条", "填写结案审批表")
def closing_way_fits(judging: Judging) -> Iterator[Reason]:
    """A case is closed in the way in which it ended. Source: rules `close-15d-market`, `close-15d-housing`."""
    way, allowed = judging.facts.get("closing_way"), WAY_OF_STAGE.get(judging.state.stage, ())
    if way is not None and allowed and way not in allowed:
        words = "、".join(judging.circumstances.dictionary.words("closing_way", code) for code in allowed)
        yield Reason(
            "closing-way-wrong",
            f"本案的结案方式是：{words}。",
            judging.act.articles[0],
            cure="改选结案方式。",
            about="closing_way",
        )


@cite("行政处罚法", "第66条", "当事人应当在行政处罚决定书载明的期限内，予以履行")
def payment_settled(judging: Judging) -> Iterator[Reason]:
    """A case is closed as fulfilled, and an on-spot file archived, only when the fine has been paid or a court has ended it. Source: rule `pay-15d`."""
    way = judging.facts.get("closing_way", "" if _ended_by_court(judging) else "fulfilled")
    if way == "fulfilled" and judging.state.owed > 0:
        yield Reason(
            "fine-unpaid",
            f"罚款还有{judging.state.owed}元没有缴。",
            "行政处罚法 第67条",
            cure="缴了的办“记录缴款”；逾期不缴的，依法催告、加处罚款、申请人民法院强制执行。",
        )


@cite("行政强制法", "第40条", "终结执行")
def ended_on_file(judging: Judging) -> Iterator[Reason]:
    """Enforcement that ended without performance has its own act on record: ours, or the court's ruling. Source: rules `close-15d-market`, `enforce-suspend-3y`."""
    way = judging.facts.get("closing_way")
    ended = {"enforcement_ended": judging.state.has("end_enforcement"), "court_ended": _ended_by_court(judging)}
    result = judging.last("contest_result")
    ended["revoked"] = result is not None and result.facts.get("contest_outcome") in ("revoked", "void")
    if way in ended and not ended[way]:
        yield Reason(
            "ending-missing",
            "记录里没有终结执行，也没有撤销决定的结果。",
            "行政强制法 第40条",
            cure="先办“终结强制执行”，或者记录人民法院的裁定、复议诉讼的结果。",
            about="closing_way",
        )


def _ended_by_court(judging: Judging) -> bool:
    ruled = judging.last("court_answer")
    return ruled is not None and ruled.facts.get("court_result") in ("ended", "refused")


@cite("行政处罚法", "第61条", "送达当事人")
def no_penalty_served(judging: Judging) -> Iterator[Reason]:
    """A decision not to punish is served before the case is closed. Source: rule `serve-7d`."""
    if judging.state.stage == "no_penalty" and not judging.state.has("serve_no_penalty"):
        yield Reason(
            "decision-not-served",
            "不予行政处罚决定书还没有送达。",
            "行政处罚法 第61条",
            cure="先办“送达不予处罚决定书”。",
        )


@cite("行政处罚法", "第71条", "二日内")
def money_handed_over(judging: Judging) -> Iterator[Reason]:
    """What was collected on the spot has gone to the body and to the bank. Source: rule `pay-onspot-handover-2d`."""
    if judging.state.has("collect_on_spot") and not judging.state.has("remit_fine"):
        yield Reason(
            "fine-not-remitted",
            "当场收缴的罚款还没有缴付指定的银行。",
            "行政处罚法 第71条",
            cure="先办“交至机关”“缴付银行”。",
        )


@cite("行政处罚法", "第48条", "应当依法公开")
def disclosure_reviewed(judging: Judging) -> Iterator[Reason]:
    """Whether a penalty is disclosed has been decided before its file is archived. Source: rules `publish-7d`, `publish-redact`."""
    if judging.state.has("decide_penalty", "decide_on_spot") and not judging.state.has("review_disclosure"):
        yield Reason(
            "disclosure-not-reviewed",
            "处罚决定还没有办公示审查。",
            "行政处罚法 第48条",
            cure="先办“公示审查”，决定是否公示并做脱敏处理。",
        )


@cite("行政处罚法", "第48条", "应当依法公开")
def redaction_written(judging: Judging) -> Iterator[Reason]:
    """What is disclosed says what was redacted; what is not says why. Source: rules `publish-redact`, `publish-scope-social-impact`."""
    disclosed = judging.facts.get("disclosed")
    needed = {True: "redaction", False: "reason"}.get(disclosed) if isinstance(disclosed, bool) else None
    if needed and not judging.given(needed):
        label = judging.circumstances.dictionary.label(needed)
        yield Reason(
            "disclosure-detail-missing",
            f"{'公示' if disclosed else '不公示'}的，要写明{label}。",
            "行政处罚法 第48条",
            cure=f"填“{label}”。",
            about=needed,
        )


@cite("行政处罚法", "第28条第1款", "应当责令当事人改正或者限期改正违法行为")
def correction_ordered(judging: Judging) -> Iterator[Reason]:
    """A penalty comes with an order to correct the deed; where there is nothing to correct, a person says so. Source: rule `order-correct`."""
    if not judging.state.has("order_correction") and not judging.given("correction"):
        yield Reason(
            "correction-not-ordered",
            "实施行政处罚时，应当责令当事人改正或者限期改正违法行为；记录里还没有。",
            "行政处罚法 第28条第1款",
            "ask",
            cure="办“责令改正”，或者写明已经改正、没有可以改正的内容。",
        )


@cite("市场监督管理行政处罚程序规定", "第78条", "案卷归档应当一案一卷")
def closed_first(judging: Judging) -> Iterator[Reason]:
    """A case that was opened is closed before its file is archived. Source: rule `archive-one-case-one-file`."""
    if judging.state.has("open_case") and not judging.state.has("close_case"):
        yield Reason(
            "case-not-closed",
            "案件还没有结案，不能归档。",
            "行政处罚法 第47条",
            cure="先办“结案”。",
        )
