"""送达 Each way of serving a paper has its own conditions; the next is used where the one before fails."""

from collections.abc import Iterator, Mapping

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.guards.recording import recorded_or_why_not
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.served import METHOD_ARTICLES, PUBLIC_NOTICE
from yizhi.rules.procedure.table import Guard
from yizhi.rules.refusal import Reason

DECISIONS = frozenset(["decide_penalty", "decide_no_penalty"])
"""The acts whose papers are decisions; served online they carry the way to ask for review."""

ORGANISATION_SIGNERS = frozenset(["legal_representative", "receiving_clerk", "agent", "designated"])
SIGNERS: Mapping[str, frozenset[str]] = {
    "individual": frozenset(["self", "family", "agent", "designated"]),
    "organisation": ORGANISATION_SIGNERS,
    "self_employed": ORGANISATION_SIGNERS | {"self", "family"},
}


@cite("民事诉讼法", "第88条", "交他的同住成年家属签收")
def signed_by_a_proper_person(judging: Judging) -> Iterator[Reason]:
    """Handed over, a paper is signed for by the party, or by one whom the law names in the party's place. Source: rules `serve-direct-who`, `serve-receipt`."""
    if judging.facts.get("service_method") not in ("direct", "on_the_spot"):
        return
    relation = judging.facts.get("recipient_relation")
    allowed = SIGNERS.get(judging.circumstances.party_kind, SIGNERS["individual"])
    words = "、".join(judging.circumstances.dictionary.words("recipient_relation", code) for code in sorted(allowed))
    if not relation:
        yield Reason(
            "service-signer-missing",
            "没有写明签收人是受送达人的什么人。",
            "民事诉讼法 第88条",
            cure=f"选明关系：{words}。",
            about="recipient_relation",
        )
    elif relation not in allowed:
        named = judging.circumstances.dictionary.words("recipient_relation", relation)
        yield Reason(
            "service-signer-wrong",
            f"{named}签收，不能算送达了这个当事人。",
            "民事诉讼法 第88条",
            cure=f"可以签收的是：{words}；都不能签收的，换用其他送达方式。",
            about="recipient_relation",
        )


@cite("行政处罚法", "第61条第2款", "当事人同意并签订确认书的")
@cite("行政复议法", "第22条第2款", "提交行政复议申请书的互联网渠道")
def e_service_agreed(judging: Judging) -> Iterator[Reason]:
    """Served electronically only after the party has agreed and signed; a decision so served says where review is asked for online.

    Source: rules `serve-electronic-consent`, `serve-e-channel-review`.
    """
    if judging.facts.get("service_method") != "electronic":
        return
    if judging.state.known("e_service_consent") is not True:
        yield Reason(
            "e-service-not-agreed",
            "当事人没有同意电子送达并签订确认书。",
            "行政处罚法 第61条第2款",
            cure="先由当事人签电子送达确认书，或者换用其他送达方式。",
            about="service_method",
        )
    if judging.act.serves in DECISIONS and not judging.given("review_channel"):
        yield Reason(
            "e-service-review-channel",
            "通过互联网渠道送达决定书的，应当同时提供提交行政复议申请书的互联网渠道。",
            "行政复议法 第22条第2款",
            cure="填行政复议机关指定的互联网渠道，随决定书一并告知。",
            about="review_channel",
        )


@cite("民事诉讼法", "第89条", "采用拍照、录像等方式记录送达过程")
def left_with_proof(judging: Judging) -> Iterator[Reason]:
    """A paper refused is left at the home, before a witness who signs or on photo or video. Source: rule `serve-leave`."""
    if judging.facts.get("service_method") != "left":
        return
    if not judging.given("witness") and not judging.given("evidence"):
        yield Reason(
            "service-left-unwitnessed",
            "留置送达要有见证人签名，或者拍照、录像记录送达过程。",
            "民事诉讼法 第89条",
            cure="填见证人，或者附照片、录像。",
            about="witness",
        )


@cite("民事诉讼法", "第91条", "邮寄送达的")
@cite("民事诉讼法", "第95条", "受送达人下落不明，或者用本节规定的其他方式无法送达的，公告送达")
def reason_for_method(judging: Judging) -> Iterator[Reason]:
    """By post, by another body, refused, or by public notice: the file says why and how. Source: rules `serve-post-date`, `serve-public-30d`."""
    method = judging.facts.get("service_method")
    if method in ("left", "post", "entrusted", "public_notice") and not judging.given("service_reason"):
        words = judging.circumstances.dictionary.words("service_method", method)
        yield Reason(
            "service-reason-missing",
            f"{words}的，案卷要写明原因和经过。",
            METHOD_ARTICLES[str(method)],
            cure="写明为什么不能直接送达。",
            about="service_reason",
        )


@cite("市场监督管理行政处罚程序规定", "第83条", "送达至受送达人确认的地址")
def not_returned(judging: Judging) -> Iterator[Reason]:
    """What the post returned is not served, but at an address that the party has confirmed. Source: rules `serve-post-date`, `serve-address-confirm-market`.

    The departmental rules of market supervision say so; where a domain has no such rule, another way is used.
    """
    if judging.facts.get("service_method") != "post":
        return
    result = judging.facts.get("post_result")
    confirmed = judging.state.known("service_address") and domain_of(judging.circumstances.domain) == "market"
    if result is None:
        yield Reason(
            "post-result-missing",
            "邮寄送达以回执上的收件日期为送达日期，要写明邮件是签收了还是退回了。",
            "民事诉讼法 第91条",
            cure="查到结果以后再办，填回执上的日期。",
            about="post_result",
        )
    elif result == "returned" and not confirmed:
        yield Reason(
            "service-returned",
            "邮件被退回，没有送达。",
            "民事诉讼法 第91条",
            cure="记“送达未成”，再换用其他送达方式。",
            about="post_result",
        )


@cite("民事诉讼法", "第95条", "应当在案卷中记明原因和经过")
def other_ways_tried(judging: Judging) -> Iterator[Reason]:
    """Public notice is the last way: it says where it was published, and what was tried before. Source: rule `serve-public-30d`.

    Nothing tried on record: a person says how the party was looked for.
    """
    if judging.facts.get("service_method") != PUBLIC_NOTICE:
        return
    if not judging.given("published_where"):
        yield Reason(
            "notice-place-missing",
            "没有写明公告发布在哪里。",
            "民事诉讼法 第95条",
            cure="填公告发布的地方。",
            about="published_where",
        )
    if not judging.state.after(judging.last(judging.act.serves), "attempt_service"):
        yield Reason(
            "service-not-tried",
            "记录里没有用其他方式送达未成的经过；公告送达只用于下落不明，或者其他方式都无法送达。",
            "民事诉讼法 第95条",
            "ask",
            cure="记“送达未成”；当事人下落不明的，写明怎样查找、根据什么认定。",
        )


@cite("民事诉讼法", "第95条", "用本节规定的其他方式无法送达的")
def not_by_notice(judging: Judging) -> Iterator[Reason]:
    """A public notice cannot fail to arrive: what is tried in vain is another way. Source: rule `serve-public-30d`."""
    if judging.facts.get("service_method") == PUBLIC_NOTICE:
        yield Reason(
            "attempt-by-notice",
            "公告期满即视为送达，没有送达未成的。",
            "民事诉讼法 第95条",
            cure="选公告以前用过的送达方式。",
            about="service_method",
        )


@cite("行政处罚法", "第61条第1款", "在宣告后当场交付当事人")
def served_after_issue(judging: Judging) -> Iterator[Reason]:
    """A paper is served on or after the day it was made; handed over on the spot, on that very day. Source: rule `serve-7d`."""
    issued, served = judging.last(judging.act.serves), judging.date("served_on")
    if issued is None or served is None:
        return
    if served < issued.day:
        yield Reason(
            "served-before-issued",
            f"送达日期早于文书作出的{chinese(issued.day)}。",
            "行政处罚法 第61条第1款",
            cure="核对送达日期。",
            about="served_on",
        )
    elif judging.facts.get("service_method") == "on_the_spot" and served != issued.day:
        yield Reason(
            "service-not-on-the-spot",
            "当场交付只用于宣告时当事人在场的当天。",
            "行政处罚法 第61条第1款",
            cure="改选直接送达等方式。",
            about="service_method",
        )


@cite("行政处罚法", "第61条第1款", "七日内")
def served_in_time(judging: Judging) -> Iterator[Reason]:
    """A decision is served within seven workdays; late is answered for. Source: rule `serve-7d`."""
    row = clock("service" if judging.act.serves == "decide_penalty" else "no_penalty_service")
    limit, served = limit_of(row, judging.state, judging.circumstances), judging.date("served_on")
    if limit is not None and served is not None and limit.due.due is not None and served > limit.due.due:
        yield Reason(
            "service-late",
            f"送达期限到{chinese(limit.due.due)}为止，已经超过。",
            "行政处罚法 第61条第1款",
            "ask",
            cure="写明超期的原因。",
        )


WAYS: tuple[Guard, ...] = (
    e_service_agreed,
    signed_by_a_proper_person,
    left_with_proof,
    not_returned,
    other_ways_tried,
    reason_for_method,
    served_after_issue,
    recorded_or_why_not,
)
"""The guards of every act that serves a paper."""
