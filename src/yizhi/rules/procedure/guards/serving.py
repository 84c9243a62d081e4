"""送达 Each way of serving a paper has its own conditions; the next is used where the one before fails."""

from collections.abc import Iterator

from yizhi.rules.cite import cite
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.served import METHOD_ARTICLES
from yizhi.rules.refusal import Reason

SERVES = {
    "serve_notice": ("prior_notice",),
    "serve_decision": ("decide_penalty",),
    "serve_no_penalty": ("decide_no_penalty",),
}


@cite("行政处罚法", "第61条第2款", "当事人同意并签订确认书的")
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
    if judging.act.kind != "serve_notice":
        yield Reason(
            "e-service-review-channel",
            "通过互联网渠道送达决定书的，应当同时提供提交行政复议申请书的互联网渠道。",
            "行政复议法 第22条第2款",
            "note",
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


@cite("行政处罚法", "第61条第1款", "在宣告后当场交付当事人")
def served_after_issue(judging: Judging) -> Iterator[Reason]:
    """A paper is served on or after the day it was made; handed over on the spot, on that very day. Source: rule `serve-7d`."""
    issued, served = judging.last(*SERVES.get(judging.act.kind, ())), judging.date("served_on")
    if issued is None or served is None:
        return
    if served < issued.day:
        yield Reason(
            "served-before-issued",
            f"送达日期早于文书作出的{issued.day.isoformat()}。",
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
    row = clock("service" if judging.act.kind == "serve_decision" else "no_penalty_service")
    limit, served = limit_of(row, judging.state, judging.circumstances), judging.date("served_on")
    if limit is not None and served is not None and limit.due.due is not None and served > limit.due.due:
        yield Reason(
            "service-late",
            f"送达期限到{limit.due.due.isoformat()}为止，已经超过。",
            "行政处罚法 第61条第1款",
            "ask",
            cure="写明超期的原因。",
        )
