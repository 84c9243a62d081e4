"""听证权 Whether a hearing has to be offered, whether it stands in the way of deciding, and what the decision makes of it."""

from collections.abc import Iterator
from decimal import Decimal

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.procedure.guards.notice import counted_as_served
from yizhi.rules.procedure.guards.review import HEAVY_KINDS
from yizhi.rules.procedure.hearing_sum import written_sum
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.state import Entry
from yizhi.rules.refusal import Reason


@cite("行政处罚法", "第63条", "较大数额罚款")
@cite("市场监督管理行政处罚听证办法", "第5条", "一万元以上")
def hearing_right_told(judging: Judging) -> Iterator[Reason]:
    """The notice tells of the right to a hearing where the law gives it. Source: rules `hearing-cases`, `hearing-threshold-*`.

    The sum that is large follows the standard in force for province and domain. Where none has been entered nothing is guessed: a
    person says why no hearing is offered. A standard that nobody has confirmed counts all the same, and is named as unconfirmed.
    """
    here = judging.circumstances
    standard = here.hearing_sum or written_sum(here.table, here.domain)
    if standard is not None and judging.money("proposed_fine_yuan") is not None:
        yield Reason("hearing-sum-in-use", standard.sentence, standard.article, "note")
    if judging.facts.get("hearing_told") is not False:
        return
    if frozenset(judging.facts.get("proposed_penalty_kinds") or ()) & HEAVY_KINDS:
        yield _hearing_due("拟给予的处罚种类", "行政处罚法 第63条")
    elif standard is not None and standard.reached(here.party_kind, _total(judging)):
        yield _hearing_due("拟罚没的数额", standard.article)
    elif not judging.given("hearing_reason"):
        unknown = "" if standard else "；本省这一领域“较大数额”的标准尚未录入，系统不替您判断"
        yield Reason(
            "hearing-reason-missing",
            f"不告知听证权的，要写明理由{unknown}。",
            "行政处罚法 第63条",
            cure="写明理由，或者告知听证权。",
            about="hearing_reason",
        )


def _total(judging: Judging) -> Decimal:
    parts = (judging.money("proposed_fine_yuan"), judging.money("proposed_confiscation_yuan"))
    return sum((part for part in parts if part is not None), Decimal(0))


def _hearing_due(what: str, article: str) -> Reason:
    return Reason(
        "hearing-right-missing", f"{what}属于应当告知听证权的情形。", article, cure="告知听证权。", about="hearing_told"
    )


@cite("行政处罚法", "第64条", "应当在行政机关告知后五日内提出")
def hearing_settled(judging: Judging) -> Iterator[Reason]:
    """Asked for, a hearing has been reported or ended; offered, its five workdays have passed or it was expressly waived. Source: rule `hearing-request-5d`."""
    notice, served = judging.state.notice, counted_as_served(judging)
    if notice is None or served is None:
        return
    asked = judging.state.after(notice, "request_hearing")
    if asked is not None:
        if judging.state.after(asked, "report_hearing", "end_hearing") is None:
            yield Reason(
                "hearing-requested",
                "当事人要求听证，应当组织听证，听证结束前不得作出处罚决定。",
                "行政处罚法 第64条",
                cure="依法组织听证；当事人撤回的，办“听证终止”。",
            )
    elif notice.facts.get("hearing_told") is True and not _waived(judging):
        here = judging.circumstances
        last = due("hearing-request-5d", table=here.table, calendar=here.calendar, start=served).due
        if last is None or judging.day <= last:
            until = f"到{last.year}年{last.month}月{last.day}日为止，" if last else ""
            yield Reason(
                "hearing-period-running",
                f"当事人要求听证的期限{until}还没有满。",
                "行政处罚法 第64条",
                cure="等期满，或者由当事人明确放弃听证。",
            )


def _waived(judging: Judging) -> bool:
    service = judging.state.position(judging.state.notice_service)
    entries = judging.state.all("waive_defence")
    return any(
        entry.facts.get("hearing_waived") is True and judging.state.position(entry) > service for entry in entries
    )


def held(judging: Judging) -> Entry | None:
    """Return the report of the hearing that was held on the latest notice, or None."""
    return judging.state.after(judging.state.notice, "report_hearing") if judging.state.notice else None


@cite("行政处罚法", "第58条第1款第2项", "经过听证程序的")
@cite("市场监督管理行政处罚程序规定", "第50条第2款", "在听证程序结束后进行法制审核")
def reviewed_after_hearing(judging: Judging) -> Iterator[Reason]:
    """A case that went through a hearing is reviewed for its legality after it. Source: rule `legal-review-after-hearing-market`."""
    report = held(judging)
    review = judging.state.after(report, "review_after_hearing") if report else None
    if report is not None and (review is None or review.facts.get("outcome") != "agree"):
        yield Reason(
            "review-after-hearing-missing",
            "经过听证的案件，听证结束后还没有通过法制审核，不得作出决定。",
            "行政处罚法 第58条第1款第2项",
            cure="先办“听证后法制审核”。",
        )


@cite("行政处罚法", "第65条", "应当根据听证笔录")
def on_the_hearing_record(judging: Judging) -> Iterator[Reason]:
    """After a hearing the decision says what it makes of the record of the hearing. Source: rule `hearing-record-decide`."""
    if held(judging) is not None and not judging.given("hearing_taken_up"):
        yield Reason(
            "hearing-record-unused",
            "听证结束后，应当根据听证笔录作出决定；还没有写明怎样根据笔录认定。",
            "行政处罚法 第65条",
            cure="写明对当事人申辩、质证意见的认定。",
            about="hearing_taken_up",
        )
