"""听证 What stands in the way of naming the chair of a hearing, making its day known, holding and reporting it."""

from collections.abc import Iterator
from datetime import date, timedelta

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of, due
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.guards.hearing_request import GIVEN_UP
from yizhi.rules.procedure.guards.people import handled
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.served import served_day
from yizhi.rules.procedure.state import Entry, day_of
from yizhi.rules.refusal import Reason

STAFF = ("hearing_chair", "hearing_members", "hearing_recorder")
MOST_AGENTS = 2
MOST_MEMBERS = 2


@cite("行政处罚法", "第64条第4项", "非本案调查人员主持")
@cite("市场监督管理行政处罚听证办法", "第11条", "办案人员不得担任听证主持人、听证员和记录员")
def chair_did_not_investigate(judging: Judging) -> Iterator[Reason]:
    """Whoever investigated does not chair; in market cases does not sit or record either, elsewhere a person says why. Source: rules `hearing-host`, `hearing-staff-market`."""
    handlers, market = handled(judging), domain_of(judging.circumstances.domain) == "market"
    for key in STAFF:
        for officer in judging.facts.get(key) or ():
            if judging.circumstances.officer(officer) not in handlers:
                continue
            chair = key == "hearing_chair"
            yield Reason(
                "hearing-staff-investigated",
                f"{judging.circumstances.name(officer)}参加过本案调查，不得担任"
                f"{judging.circumstances.dictionary.label(key)}。",
                "行政处罚法 第64条第4项" if not market else "市场监督管理行政处罚听证办法 第11条",
                "stop" if chair or market else "ask",
                cure="另行指定没有参加本案调查的人员。",
                about=key,
            )


@cite("市场监督管理行政处罚听证办法", "第11条", "必要时，可以设一至二名听证员")
def staff_numbers(judging: Judging) -> Iterator[Reason]:
    """One chair, one recorder, at most two members; nobody twice. Source: rule `hearing-staff-market`, followed in every domain."""
    named = {key: list(judging.facts.get(key) or ()) for key in STAFF}
    for key, most in (("hearing_chair", 1), ("hearing_members", MOST_MEMBERS), ("hearing_recorder", 1)):
        if len(named[key]) > most:
            label = judging.circumstances.dictionary.label(key)
            yield Reason(
                "hearing-staff-number",
                f"{label}最多{most}人，现在选了{len(named[key])}人。",
                "市场监督管理行政处罚听证办法 第11条",
                cure=f"{label}只选{most}人。",
                about=key,
            )
    everyone = [person for people in named.values() for person in people]
    if len(everyone) != len(set(everyone)):
        yield Reason(
            "hearing-staff-twice",
            "主持人、听证员、记录员不能由同一人兼任。",
            "市场监督管理行政处罚听证办法 第11条",
            cure="分别指定。",
            about="hearing_members",
        )


def _late(judging: Judging, row: str, what: str) -> Iterator[Reason]:
    limit = limit_of(clock(row), judging.state, judging.circumstances)
    if limit is not None and limit.due.due is not None and judging.day > limit.due.due:
        yield Reason(
            f"{row.replace('_', '-')}-late",
            f"{what}的期限到{chinese(limit.due.due)}为止，已经超过。",
            str(limit.due.rule.citation),
            "ask",
            cure="写明超期的原因。",
        )


@cite("市场监督管理行政处罚听证办法", "第18条", "三个工作日内，确定听证主持人")
def chair_appointed_in_time(judging: Judging) -> Iterator[Reason]:
    """In market cases the chair is named within three workdays; late is answered for. Source: rule `hearing-host-appoint-3d-market`."""
    if not judging.state.after(judging.last("request_hearing"), "appoint_hearing"):
        yield from _late(judging, "hearing_chair", "确定听证主持人")


@cite("市场监督管理行政处罚听证办法", "第29条", "应当在五个工作日内撰写听证报告")
def reported_in_time(judging: Judging) -> Iterator[Reason]:
    """In market cases the report is written within five workdays; late is answered for. Source: rule `hearing-report-5d-market`."""
    yield from _late(judging, "hearing_report", "撰写听证报告")


@cite("行政处罚法", "第64条第4项", "当事人认为主持人与本案有直接利害关系的，有权申请回避")
def chair_fit(judging: Judging) -> Iterator[Reason]:
    """The chair named last was not taken out of the case and has not handled it since. Source: rules `hearing-host`, `recusal`."""
    named = judging.last("appoint_hearing")
    listed = (named.facts.get("hearing_chair") or ()) if named else ()
    chairs = [judging.circumstances.officer(one) for one in listed]
    for officer in chairs:
        if officer in judging.state.recused or officer in handled(judging):
            yield Reason(
                "hearing-chair-unfit",
                f"{judging.circumstances.name(officer)}已经决定回避或者参加了本案调查，不能再主持听证。",
                "行政处罚法 第64条第4项",
                cure="由负责人另行指定主持人。",
                about=officer,
            )


def last_day_to_notify(judging: Judging, hearing: date, rule: str = "hearing-notice-7d") -> date | None:
    """Return the last day on which the party may be told of a hearing on `hearing`; None while the calendar does not reach."""
    here = judging.circumstances
    return due(rule, table=here.table, calendar=here.calendar, start=hearing).due


@cite("行政处罚法", "第64条第2项", "应当在举行听证的七日前")
def days_enough(judging: Judging) -> Iterator[Reason]:
    """The day chosen leaves seven workdays before it. Source: rule `hearing-notice-7d`."""
    hearing = judging.date("hearing_at")
    if hearing is None:
        return
    last = last_day_to_notify(judging, hearing)
    if last is None:
        yield Reason(
            "calendar-missing",
            "缺少计算听证通知期限所需年份的节假日安排。",
            "行政处罚法 第85条",
            cure="导入国务院办公厅当年节假日安排。",
        )
    elif judging.day > last:
        yield Reason(
            "hearing-too-soon",
            f"听证定在{chinese(hearing)}的，最迟{chinese(last)}通知当事人，现在已经来不及。",
            "行政处罚法 第64条第2项",
            cure=f"另定日期：今天通知的，最早可以定在{chinese(_earliest(judging))}。",
            about="hearing_at",
        )


def _earliest(judging: Judging) -> date:
    """Return the first day of a hearing of which the party is told on the day of the act."""
    day = judging.day
    while (last := last_day_to_notify(judging, day)) is not None and last < judging.day:
        day += timedelta(days=1)
    return day


@cite("市场监督管理行政处罚听证办法", "第22条第2款", "举行听证的三个工作日前公告")
def announced_in_time(judging: Judging) -> Iterator[Reason]:
    """A public hearing in a market case is announced three workdays before. Source: rule `hearing-public-3d-market`."""
    hearing = judging.date("hearing_at")
    if hearing is None or judging.facts.get("hearing_open") is not True:
        return
    if domain_of(judging.circumstances.domain) != "market":
        return
    last = last_day_to_notify(judging, hearing, "hearing-public-3d-market")
    if last is not None and judging.day > last:
        yield Reason(
            "hearing-announced-late",
            f"公开举行的听证，最迟{chinese(last)}公告，现在已经来不及。",
            "市场监督管理行政处罚听证办法 第22条第2款",
            cure="另定听证的日期。",
            about="hearing_at",
        )


@cite("行政处罚法", "第64条第3项", "听证公开举行")
def open_or_reason(judging: Judging) -> Iterator[Reason]:
    """A hearing is public unless secrets or privacy are at stake, and then it says which. Source: rule `hearing-open`."""
    if judging.facts.get("hearing_open") is False and not judging.given("hearing_closed_reason"):
        yield Reason(
            "hearing-closed-without-ground",
            "听证公开举行；不公开的，要写明涉及国家秘密、商业秘密还是个人隐私。",
            "行政处罚法 第64条第3项",
            cure="选不公开的情形，或者公开举行。",
            about="hearing_closed_reason",
        )


@cite("行政处罚法", "第64条第2项", "应当在举行听证的七日前")
def served_days_before(judging: Judging) -> Iterator[Reason]:
    """The notice counts as served seven workdays before the hearing. Source: rule `hearing-notice-7d`."""
    notice = judging.last("notify_hearing")
    hearing = day_of(notice.facts.get("hearing_at")) if notice else None
    seen = Entry("", judging.act.kind, judging.proposal.done_at, facts=judging.facts)
    served = served_day(seen, judging.circumstances)
    if hearing is None or served is None or not judging.given("served_on"):
        return
    last = last_day_to_notify(judging, hearing)
    if last is not None and served > last:
        yield Reason(
            "hearing-notice-late",
            f"听证定在{chinese(hearing)}，通知书最迟{chinese(last)}送达，现在视为{chinese(served)}送达。",
            "行政处罚法 第64条第2项",
            cure="听证延期，重新定日期并通知。",
            about="served_on",
        )


def notice_in_force(judging: Judging) -> Entry | None:
    """Return the notice of hearing that was served and has not been put off, or None."""
    notice = judging.last("notify_hearing")
    if notice is None or judging.state.after(notice, "serve_hearing_notice") is None:
        return None
    put_off = judging.state.after(notice, "postpone_hearing")
    return None if put_off is not None and judging.state.after(put_off, "hold_hearing") is None else notice


@cite("行政处罚法", "第64条第2项", "通知当事人及有关人员听证的时间、地点")
def notified_for_this_day(judging: Judging) -> Iterator[Reason]:
    """A hearing is held on the day that was made known. Source: rule `hearing-notice-7d`."""
    notice, started = notice_in_force(judging), judging.date("started_at")
    told = day_of(notice.facts.get("hearing_at")) if notice else None
    if told is None:
        yield Reason(
            "hearing-not-notified",
            "听证通知书还没有送达，或者听证已经延期、中止，还没有重新通知。",
            "行政处罚法 第64条第2项",
            cure="先办“听证通知”“送达听证通知书”。",
        )
    elif started is not None and started != told:
        yield Reason(
            "hearing-on-another-day",
            f"通知的听证日期是{chinese(told)}，不是{chinese(started)}。",
            "行政处罚法 第64条第2项",
            cure="按通知的日期举行；要改日期的，先办延期，再重新通知。",
            about="started_at",
        )


@cite("行政处罚法", "第64条第5项", "也可以委托一至二人代理")
def two_agents_at_most(judging: Judging) -> Iterator[Reason]:
    """The party brings one or two agents. Source: rule `hearing-agents`."""
    agents = judging.facts.get("hearing_agents") or ()
    if len(agents) > MOST_AGENTS:
        yield Reason(
            "hearing-agents-too-many",
            f"当事人可以委托一至二人代理，现在写了{len(agents)}人。",
            "行政处罚法 第64条第5项",
            cure="只列两名代理人。",
            about="hearing_agents",
        )


@cite("行政处罚法", "第64条第6项", "无正当理由拒不出席听证或者未经许可中途退出听证的")
def absent_after_notice(judging: Judging) -> Iterator[Reason]:
    """Nobody is absent from a hearing of which he was not told, nor before its day. Source: rule `hearing-default`."""
    if judging.facts.get("hearing_end_ground") not in GIVEN_UP:
        return
    notice = notice_in_force(judging)
    day = day_of(notice.facts.get("hearing_at")) if notice else None
    if day is None or judging.day < day:
        yield Reason(
            "hearing-absence-unproved",
            "听证还没有通知，或者通知的日期还没有到，不能按缺席、退席终止。",
            "行政处罚法 第64条第6项",
            cure="依法通知，到听证那一天当事人仍不出席的，再终止。",
            about="hearing_end_ground",
        )


@cite("行政处罚法", "第64条第6项", "行政机关终止听证")
def end_reason_written(judging: Judging) -> Iterator[Reason]:
    """A hearing ended for another cause says which. Source: rule `hearing-default`."""
    if judging.facts.get("hearing_end_ground") == "other" and not judging.given("reason"):
        yield Reason(
            "hearing-end-unexplained",
            "因其他情形终止听证的，要写明理由。",
            "行政处罚法 第64条第6项",
            cure="填理由。",
            about="reason",
        )


@cite("行政处罚法", "第64条第7项", "举行听证时，调查人员提出当事人违法的事实、证据和行政处罚建议，当事人进行申辩和质证")
def hearing_over(judging: Judging) -> Iterator[Reason]:
    """A hearing that was interrupted has been gone on with before its report. Source: rule `hearing-record-decide`."""
    if judging.state.after(judging.last("hold_hearing"), "postpone_hearing") is not None:
        yield Reason(
            "hearing-not-over",
            "听证已经中止或者延期，还没有继续举行，不能写听证报告。",
            "行政处罚法 第64条第7项",
            cure="重新通知并举行；当事人放弃的，办“听证终止”。",
        )


@cite("农业行政处罚程序规定", "第66条第3项", "也可以在听证会后三日内向听证机关补交证据")
def supplement_time_over(judging: Judging) -> Iterator[Reason]:
    """In agriculture the party may hand in evidence for three workdays more. Source: rule `hearing-supplement-3d-agri`."""
    limit = limit_of(clock("hearing_supplement"), judging.state, judging.circumstances)
    if limit is not None and limit.due.due is not None and judging.day <= limit.due.due:
        yield Reason(
            "hearing-evidence-may-come",
            f"当事人补交证据的期限到{chinese(limit.due.due)}为止，还没有满。",
            "农业行政处罚程序规定 第66条第3项",
            "ask",
            cure="等期满；当事人已经表示没有补充的，写明。",
        )
