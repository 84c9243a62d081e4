"""告知与陈述申辩 The notice before a penalty, the time to answer it, and what the decision may not exceed."""

from collections.abc import Iterator
from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.served import PUBLIC_NOTICE, served_day
from yizhi.rules.procedure.state import Entry, day_of
from yizhi.rules.refusal import Reason


@cite("行政处罚法", "第44条", "应当告知当事人拟作出的行政处罚内容及事实、理由、依据")
@cite("行政处罚法", "第62条", "不得作出行政处罚决定")
def notice_served(judging: Judging) -> Iterator[Reason]:
    """Before a penalty the party has been served a notice of what is meant, on which facts, grounds and articles. Source: rules `pre-notice`, `no-notice-no-decision`."""
    if judging.state.notice is None:
        yield Reason(
            "notice-missing",
            "还没有告知当事人拟作出的行政处罚内容及事实、理由、依据，不得作出处罚决定。",
            "行政处罚法 第44条",
            cure="先制作并送达告知书。",
        )
    elif counted_as_served(judging) is None:
        yield Reason(
            "notice-not-served",
            "告知书还没有送达" + _earliest(judging),
            "行政处罚法 第44条",
            cure="先办“送达告知书”。",
        )


def counted_as_served(judging: Judging) -> date | None:
    """Return the day on which the latest notice counts as served, None when that day has not come."""
    day = served_day(judging.state.notice_service, judging.circumstances)
    service = judging.state.notice_service
    waits = service is not None and service.facts.get("service_method") == PUBLIC_NOTICE
    return None if day is None or day > judging.day or (waits and day == judging.day) else day


def _earliest(judging: Judging) -> str:
    """Tell what follows when it is served on the day of the act."""
    if judging.state.notice_service is not None:
        return "：公告期还没有满。"
    rule_id = clock("defence").rule(judging.circumstances.domain)
    if rule_id is None:
        return "。送达后要听取当事人的陈述、申辩。"
    here = judging.circumstances
    answer = due(rule_id, table=here.table, calendar=here.calendar, start=judging.day)
    if answer.due is None:
        return f"。送达后当事人有{answer.timer.value}个工作日陈述、申辩。"
    return (
        f"。送达后当事人有{answer.timer.value}个工作日陈述、申辩；当天送达的话，"
        f"期限到{answer.due.month}月{answer.due.day}日为止，期满后才能作出决定。"
    )


@cite("行政处罚法", "第45条", "必须充分听取当事人的意见")
@cite("行政处罚法", "第62条", "当事人明确放弃陈述或者申辩权利的除外")
@cite("市场监督管理行政处罚程序规定", "第57条第2款", "视为放弃此权利")
@cite("住房和城乡建设行政处罚程序规定", "第22条第2款", "视为放弃此权利")
@cite("农业行政处罚程序规定", "第23条第2款", "三日内进行陈述、申辩")
def defence_settled(judging: Judging) -> Iterator[Reason]:
    """A defence has been heard and examined, or expressly waived, or its time has passed. Source: rules `hear-defense`, `no-notice-no-decision`, `defense-5d-market`, `defense-5d-housing`, `defense-3d-agri`.

    Heard and examined while the time still runs: a person says that the party had nothing to add. The last day of the time belongs to the party.
    """
    served, service = counted_as_served(judging), judging.state.notice_service
    if served is None or service is None:
        return
    reported = judging.state.after(service, "report_hearing")
    heard = judging.state.after(service, "hear_defence")
    waived = judging.state.after(service, "waive_defence")
    if heard is not None and judging.state.after(heard, "review_defence") is None:
        yield Reason(
            "defence-not-reviewed",
            "当事人的陈述、申辩还没有复核，不得作出处罚决定。",
            "行政处罚法 第45条第1款",
            cure="先办“复核陈述申辩”，写明是否采纳及理由。",
        )
    elif waived is None and reported is None:
        yield from _still_running(judging, served, heard)


def _still_running(judging: Judging, served: date, heard: Entry | None) -> Iterator[Reason]:
    rule_id = clock("defence").rule(judging.circumstances.domain)
    last, article = _last_day(judging, rule_id, served)
    if last is None and heard is None:
        yield _no_last_day(rule_id)
    elif last is not None and judging.day <= last:
        yield Reason(
            "defence-period-running",
            f"陈述、申辩期限到{last.year}年{last.month}月{last.day}日为止，还没有满。",
            article,
            "stop" if heard is None else "ask",
            cure="等期满，或者由当事人明确放弃。" if heard is None else "当事人已经表示没有补充的，写明情况。",
        )


def _last_day(judging: Judging, rule_id: str | None, served: date) -> tuple[date | None, str]:
    """Return the last day of the time to answer, by the domain's rule or as the notice states it, and the article."""
    if rule_id is not None:
        here = judging.circumstances
        answer = due(rule_id, table=here.table, calendar=here.calendar, start=served)
        return answer.due, str(answer.rule.citation)
    notice = judging.state.notice
    stated = day_of(notice.facts.get("defence_until")) if notice is not None else None
    return (max(stated, served) if stated else None), "行政处罚法 第45条第1款"


def _no_last_day(rule_id: str | None) -> Reason:
    if rule_id is not None:
        return Reason(
            "calendar-missing",
            "缺少计算陈述、申辩期限所需年份的节假日安排，不能判断期限是否已满。",
            "行政处罚法 第85条",
            cure="导入国务院办公厅当年节假日安排。",
        )
    return Reason(
        "defence-period-unset",
        "这一领域的规章没有规定陈述、申辩的天数，告知书也没有写明截止日，不能视为放弃。",
        "行政处罚法 第62条",
        cure="听取并复核当事人的陈述、申辩，或者取得当事人明确放弃的记录，或者重新告知并写明截止日。",
    )
