"""强制执行 Own enforcement only by a power that a law gives, after demand, not at night, never by cutting off water; and the court."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.guards.performing import demand_day, demand_served, payment_due, written
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.remedies import contest_open, remedy_end
from yizhi.rules.procedure.served import served_day
from yizhi.rules.procedure.state import day_of, local
from yizhi.rules.refusal import Reason

MONEY_WAYS = frozenset(["transfer", "auction"])
NIGHT = {"office": (18, 8), "sleep": (22, 6)}
"""From which hour to which hour of the next day is night, by the reading of the dispute `night-hours`."""
UTILITIES = re.compile(r"(停|断|切断|停止|中断)(供|止供应)?[水电气热暖]|停止供(应)?(水|电|气|热|暖|燃气)")


@cite("行政强制法", "第37条", "经催告，当事人逾期仍不履行行政决定，且无正当理由的")
def demand_ran_out(judging: Judging) -> Iterator[Reason]:
    """The time that the served demand gave has passed. Source: rules `demand-before-enforce`, `enforce-decision-content`."""
    yield from demand_served(judging)
    until = judging.state.known("perform_by")
    last = day_of(until) if until else None
    if demand_day(judging) is not None and last is not None and judging.day <= last:
        yield Reason(
            "demand-time-running",
            f"催告书给的期限到{written(last)}为止，还没有满。",
            "行政强制法 第37条第1款",
            cure="期满仍不履行的再决定。",
        )


@cite("行政强制法", "第46条第1款", "超过三十日")
def late_for_thirty_days(judging: Judging) -> Iterator[Reason]:
    """Money is taken by force only when the added fine has run for more than thirty days. Source: rule `enforce-30d-after-late`."""
    last = payment_due(judging)
    if judging.facts.get("enforce_way") not in MONEY_WAYS or last is None:
        return
    here = judging.circumstances
    ends = due("enforce-30d-after-late", table=here.table, calendar=here.calendar, start=last + timedelta(days=1)).due
    if ends is None or judging.day <= ends:
        until = f"，到{written(ends)}为止" if ends else ""
        yield Reason(
            "added-fine-too-short",
            f"加处罚款超过三十日、经催告仍不履行的，才可以强制执行{until}。",
            "行政强制法 第46条第1款",
            cure="期满以后再决定。",
            about="enforce_way",
        )


@cite("行政强制法", "第44条", "限期当事人自行拆除")
def demolition_announced(judging: Judging) -> Iterator[Reason]:
    """A building is torn down only after it was announced with a time for the party to do it. Source: rule `demolish-notice`."""
    if judging.facts.get("enforce_way") != "demolish":
        return
    told = judging.last("announce_demolition")
    last = day_of(told.facts.get("demolish_until")) if told else None
    if last is None or judging.day <= last:
        yield Reason(
            "demolition-not-announced",
            "强制拆除要先公告，限期当事人自行拆除" + (f"；公告的期限到{written(last)}为止。" if last else "。"),
            "行政强制法 第44条",
            cure="等期满。" if last else "先办“公告限期自行拆除”。",
            about="enforce_way",
        )


@cite("行政强制法", "第44条", "在法定期限内不申请行政复议或者提起行政诉讼")
@cite("行政处罚法", "第73条第1款", "行政处罚不停止执行")
def remedies_over(judging: Judging) -> Iterator[Reason]:
    """A building is never torn down before review and suit have run out; other enforcement waits too until the county decides otherwise. Source: rules `demolish-notice`, `no-stay`."""
    if judging.facts.get("enforce_way") != "demolish" and judging.circumstances.reads(
        "enforcement-waits", "only-demolition"
    ):
        return
    yield from _remedies(judging, "行政强制法 第44条")


@cite("行政强制法", "第53条", "当事人在法定期限内不申请行政复议或者提起行政诉讼，又不履行行政决定的")
def remedies_over_for_court(judging: Judging) -> Iterator[Reason]:
    """A court is asked only when review and suit have run out and nothing is pending. Source: rules `court-3-months`, `court-3-months-ss`."""
    yield from _remedies(judging, "行政强制法 第53条")


def _remedies(judging: Judging, article: str) -> Iterator[Reason]:
    if contest_open(judging.state) is not None:
        yield Reason(
            "contest-pending",
            "当事人申请的行政复议、提起的行政诉讼还没有结果。",
            article,
            cure="等结果，记入“复议、诉讼结果”。",
        )
        return
    end = remedy_end(judging.state, judging.circumstances)
    if end is None or judging.day <= end:
        until = f"到{written(end)}为止，还没有满" if end else "还没有开始计算"
        yield Reason("remedies-running", f"申请行政复议、提起行政诉讼的期限{until}。", article, cure="期满以后再办。")


@cite("行政强制法", "第43条第1款", "不得在夜间或者法定节假日")
def not_at_night(judging: Judging) -> Iterator[Reason]:
    """Enforcement happens neither at night nor on a day off, but in urgency that is written down. Source: rule `enforce-no-night`."""
    moment = _moment(judging)
    if moment is None or judging.given("urgent_reason"):
        return
    evening, morning = NIGHT["sleep" if judging.circumstances.reads("night-hours", "sleep") else "office"]
    if moment.hour >= evening or moment.hour < morning:
        yield _not_then(f"{moment.hour}时{moment.minute:02d}分属于夜间（{evening}点到次日{morning}点）")
    if _day_off(judging, moment.date()):
        yield _not_then(f"{written(moment.date())}是休息日")


def _moment(judging: Judging) -> datetime | None:
    """Return the moment at which the act or the planned enforcement begins."""
    for key in ("enforce_at", "substitute_at", "started_at"):
        if judging.given(key):
            told = judging.facts[key]
            return local(told if isinstance(told, datetime) else datetime.fromisoformat(str(told)))
    return None


def _day_off(judging: Judging, day: date) -> bool:
    """Say whether a day is one off; of a year without a calendar only the weekend is known."""
    calendar = judging.circumstances.calendar
    return not calendar.is_workday(day) if day.year in calendar.years else day.weekday() >= 5


def _not_then(what: str) -> Reason:
    return Reason(
        "enforcement-at-night",
        f"{what}，不得实施行政强制执行。",
        "行政强制法 第43条第1款",
        cure="改到工作日的白天；情况紧急的写明理由。",
        about="urgent_reason",
    )


@cite("行政强制法", "第43条第2款", "停止供水、供电、供热、供燃气")
def no_utilities(judging: Judging) -> Iterator[Reason]:
    """Nobody is made to perform by cutting off water, power, heat or gas. Source: rule `enforce-no-utilities`."""
    for key in ("enforce_plan", "enforce_reason", "substitute_way", "agreement_terms"):
        if UTILITIES.search(str(judging.facts.get(key, ""))):
            yield Reason(
                "utilities-cut",
                "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行。",
                "行政强制法 第43条第2款",
                cure="改用法律规定的方式。",
                about=key,
            )


@cite("行政强制法", "第51条第1款第2项", "代履行三日前，催告当事人履行")
@cite("行政强制法", "第52条", "可以决定立即实施代履行")
def substitute_demanded(judging: Judging) -> Iterator[Reason]:
    """Substitute performance is demanded three workdays before; at once only for what lies on roads, rivers and public places. Source: rules `substitute-3d`, `substitute-immediate`."""
    if judging.facts.get("substitute_at_once") is True:
        return
    yield from demand_served(judging)
    moment, served = _moment(judging), demand_day(judging)
    if moment is None or served is None:
        return
    here = judging.circumstances
    latest = due("substitute-3d", table=here.table, calendar=here.calendar, start=moment.date()).due
    if latest is not None and served > latest:
        yield Reason(
            "substitute-too-soon",
            f"代履行三个工作日以前要催告；{written(moment.date())}代履行的，最迟{written(latest)}送达催告书。",
            "行政强制法 第51条第1款",
            cure="推迟代履行的时间。",
            about="substitute_at",
        )


@cite("行政强制法", "第54条", "催告书送达十日后当事人仍未履行义务的")
def ten_days_after_demand(judging: Judging) -> Iterator[Reason]:
    """The court is asked when ten workdays have passed since the demand was served and something is still undone. Source: rule `court-demand-10d`."""
    yield from demand_served(judging)
    served, here = demand_day(judging), judging.circumstances
    if served is not None:
        last = due("court-demand-10d", table=here.table, calendar=here.calendar, start=served).due
        if last is None or judging.day <= last:
            until = f"到{written(last)}为止" if last else "现在还算不出最后一天"
            yield Reason(
                "demand-time-running",
                f"催告书送达满十个工作日才能申请人民法院强制执行，{until}。",
                "行政强制法 第54条",
                cure="期满仍不履行的再申请。",
            )
    if judging.state.owed <= 0 and not judging.state.known("duties_left"):
        yield Reason("nothing-to-enforce", "罚款已经缴清，没有可以申请执行的。", "行政强制法 第53条", cure="办“结案”。")


@cite("最高人民法院关于适用《中华人民共和国行政诉讼法》的解释", "第156条", "起诉期限届满之日起三个月内")
def asked_within_three_months(judging: Judging) -> Iterator[Reason]:
    """The court is asked within three months after review and suit have run out; late without good reason it does not accept. Source: rules `court-3-months`, `court-deferred-start`."""
    limit = limit_of(clock("court"), judging.state, judging.circumstances)
    last = day_of(limit.due.due) if limit else None
    if last is not None and judging.day > last:
        yield Reason(
            "court-application-late",
            f"申请人民法院强制执行的期限到{written(last)}为止，已经超过；没有正当理由的，人民法院不予受理。",
            "行政强制法 第53条",
            "ask",
            cure="写明逾期的正当理由。",
        )


@cite("行政强制法", "第38条", "催告书、行政强制执行决定书应当直接送达当事人")
@cite("行政强制法", "第51条第1款第1项", "代履行前送达决定书")
def served_before_force(judging: Judging) -> Iterator[Reason]:
    """The decision to enforce is served before it is carried out; of what is cleared at once the party is told afterwards. Source: rule `enforce-decision-content`."""
    decided = judging.last("decide_enforcement", "decide_substitute")
    if decided is None or decided.facts.get("substitute_at_once") is True:
        return
    service = judging.state.after(decided, "serve_enforcement", "serve_substitute")
    day = served_day(service, judging.circumstances)
    if day is None or day > judging.day:
        yield Reason(
            "enforcement-not-served",
            "强制执行、代履行的决定书还没有送达，不能实施。",
            "行政强制法 第38条",
            cure="先办“送达强制执行决定书”或者“送达代履行决定书”。",
        )


@cite("行政强制法", "第44条", "在法定期限内不申请行政复议或者提起行政诉讼")
def not_contested(judging: Judging) -> Iterator[Reason]:
    """What was decided is not carried out while a review or suit runs, as far as enforcement waits for them. Source: rules `demolish-notice`, `no-stay`."""
    decided = judging.last("decide_enforcement", "decide_substitute")
    waits = not judging.circumstances.reads("enforcement-waits", "only-demolition")
    if decided is None or decided.kind == "decide_substitute" or contest_open(judging.state) is None:
        return
    if waits or decided.facts.get("enforce_way") == "demolish":
        yield Reason(
            "contest-pending",
            "当事人申请的行政复议、提起的行政诉讼还没有结果，不能实施。",
            "行政强制法 第44条",
            cure="等结果，办“记录复议、诉讼结果”。",
        )
