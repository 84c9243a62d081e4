"""审核与集体讨论 Which review is due, whether it was passed, and whether the heads must decide together."""

from collections.abc import Iterator
from decimal import Decimal

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.state import Entry
from yizhi.rules.refusal import Reason

HEAVY_KINDS = frozenset(["downgrade", "revoke", "stop_business", "close_business", "restrict_profession"])


def triggers(judging: Judging) -> frozenset[str]:
    """Return the grounds for a legal review: those written when submitting, and those of the body's own list of major decisions."""
    written = judging.facts.get("review_triggers") or judging.state.known("review_triggers") or ()
    return frozenset(written) | judging.circumstances.review_triggers


@cite("行政处罚法", "第58条", "未经法制审核或者审核未通过的，不得作出决定")
def review_kind_due(judging: Judging) -> Iterator[Reason]:
    """A case with a ground for legal review is submitted to legal review, not to the ordinary one. Source: rule `legal-review-cases`."""
    if judging.facts.get("review_kind") == "case_review" and triggers(judging):
        named = "、".join(
            judging.circumstances.dictionary.words("review_triggers", [ground]) for ground in sorted(triggers(judging))
        )
        yield Reason(
            "legal-review-due",
            f"本案{named}，应当进行法制审核。",
            "行政处罚法 第58条第1款",
            cure="审核种类改为法制审核。",
            about="review_kind",
        )


@cite("市场监督管理行政处罚程序规定", "第52条", "应当进行案件审核")
def submitted_for_this(judging: Judging) -> Iterator[Reason]:
    """The reviewer gives the kind of review that the case was submitted for. Source: rule `case-review-all-market`."""
    submitted = judging.last("submit_review")
    wanted = {"review_case": "case_review", "review_legality": "legal_review"}[judging.act.kind]
    if submitted is not None and submitted.facts.get("review_kind") not in (wanted, None):
        words = judging.circumstances.dictionary.words("review_kind", submitted.facts["review_kind"])
        yield Reason(
            "review-of-other-kind",
            f"本案报送的是{words}。",
            judging.act.articles[0],
            cure=f"按{words}提出意见。",
        )


@cite(
    "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
    "四(十三)",
    "行政执法主体是否合法",
)
def points_agree(judging: Judging) -> Iterator[Reason]:
    """Each of the seven points of a legal review is answered; none of them is wrong where the reviewer agrees. Source: rule `legal-review-content`."""
    wrong = [key for key in judging.facts if key.startswith("point_") and judging.facts[key] == "wrong"]
    if wrong and judging.facts.get("outcome") == "agree":
        named = "；".join(judging.circumstances.dictionary.label(key) for key in wrong)
        yield Reason(
            "review-points-disagree",
            f"有问题的还不能同意：{named}。",
            "国办发〔2018〕118号 四(十三)",
            cure="改为建议补充调查，或者建议纠正后再报审；核对以后没有问题的，改填。",
            about="outcome",
        )


def passed_review(judging: Judging) -> Entry | None:
    """Return the review that agreed after the investigation last ended, or None."""
    concluded = judging.last("conclude_investigation")
    review = judging.state.after(concluded, "review_case", "review_legality") if concluded else None
    return review if review is not None and review.facts.get("outcome") == "agree" else None


@cite("行政处罚法", "第58条", "未经法制审核或者审核未通过的，不得作出决定")
@cite("市场监督管理行政处罚程序规定", "第52条", "应当进行案件审核")
def review_passed(judging: Judging) -> Iterator[Reason]:
    """No decision without the review that is due, passed after the investigation last ended. Source: rules `legal-review-cases`, `case-review-all-market`, `legal-review-resubmit`."""
    review = passed_review(judging)
    if review is None:
        yield Reason(
            "review-missing",
            "本案还没有通过审核；未经审核或者审核未通过的，不得作出决定。",
            "行政处罚法 第58条第1款",
            cure="先办“送审”，由审核人员提出同意的意见。",
        )
    elif triggers(judging) and review.kind != "review_legality":
        yield Reason(
            "legal-review-missing",
            "本案应当进行法制审核，现在只有案件审核。",
            "行政处罚法 第58条第1款",
            cure="补充调查后重新送审，审核种类选法制审核。",
        )


def _large(judging: Judging) -> bool:
    """Say whether fine and confiscation reach the sum that is large in province and domain; without a standard nothing is said."""
    standard = judging.circumstances.hearing_sum
    total = sum((judging.money(key) or Decimal(0) for key in ("fine_yuan", "confiscation_yuan")), Decimal(0))
    return standard is not None and standard.reached(judging.circumstances.party_kind, total)


def discussion_ground(judging: Judging) -> tuple[str, str]:
    """Return why the heads must decide this penalty together, and the article; two empty texts when they need not."""
    domain = domain_of(judging.circumstances.domain)
    gravity = judging.facts.get("gravity") or judging.state.known("gravity")
    kinds = frozenset(judging.facts.get("penalty_kinds") or judging.state.known("proposed_penalty_kinds") or ())
    if gravity in ("complex", "major"):
        return "本案属于" + judging.circumstances.dictionary.words("gravity", gravity), "行政处罚法 第57条第2款"
    if domain == "market" and (triggers(judging) or judging.state.has("review_legality")):
        return "本案属于应当法制审核的案件", "市场监督管理行政处罚程序规定 第60条第2款"
    if domain == "agriculture" and judging.state.after(judging.state.notice, "request_hearing"):
        return "本案当事人申请了听证", "农业行政处罚程序规定 第55条"
    if domain == "agriculture" and triggers(judging) & {"complex", "public_interest"}:
        return "本案属于案情复杂或者有重大社会影响的案件", "农业行政处罚程序规定 第55条"
    if domain == "transport" and judging.state.known("evidence_disputed") is True:
        return "本案认定事实和证据争议较大", "交通运输行政执法程序规定 第76条"
    if domain == "transport" and _large(judging):
        return "本案拟给予较大数额的罚款、没收", "交通运输行政执法程序规定 第76条"
    if domain in ("agriculture", "transport") and kinds & HEAVY_KINDS:
        article = "农业行政处罚程序规定 第55条" if domain == "agriculture" else "交通运输行政执法程序规定 第76条"
        return "本案拟给予较重的行政处罚", article
    return "", ""


@cite("行政处罚法", "第57条第2款", "行政机关负责人应当集体讨论决定")
@cite("市场监督管理行政处罚程序规定", "第60条第2款", "应当由市场监督管理部门负责人集体讨论决定")
@cite("交通运输行政执法程序规定", "第76条", "认定事实和证据争议较大的")
@cite("农业行政处罚程序规定", "第55条", "案情复杂或者有重大社会影响的案件")
def discussion_held(judging: Judging) -> Iterator[Reason]:
    """A complex or grave case is decided by the heads together, after the notice. Source: rules `collective-discussion`, `collective-cases-market`, `-agri`, `-transport`."""
    ground, article = discussion_ground(judging)
    if ground and judging.state.after(judging.state.notice, "discuss") is None:
        yield Reason(
            "discussion-missing",
            f"{ground}，给予处罚应当由负责人集体讨论决定。",
            article,
            cure="先办“集体讨论”。",
        )


@cite("行政处罚法", "第57条第2款", "行政机关负责人应当集体讨论决定")
def more_than_one_attends(judging: Judging) -> Iterator[Reason]:
    """A collective discussion has at least two taking part; the law names no greater number. Source: rule `collective-discussion`."""
    attendees = judging.facts.get("attendees")
    if attendees and len(set(attendees)) < 2:
        yield Reason(
            "discussion-of-one",
            "集体讨论不能只有一人参加；分管领导单独签批不能代替集体讨论。",
            "行政处罚法 第57条第2款",
            cure="由负责人集体讨论并如实记录参加人。",
            about="attendees",
        )
