"""履行 Paying later or in parts, the added fine, and the demand that comes before any enforcement."""

from collections.abc import Iterator
from datetime import date

from yizhi.rules.cite import cite
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.late_fine import late_fine, late_fine_owed
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.served import served_day
from yizhi.rules.procedure.state import day_of
from yizhi.rules.refusal import Reason


def written(day: date) -> str:
    """Return a day as a sentence writes it: 2026年3月2日."""
    return f"{day.year}年{day.month}月{day.day}日"


def payment_due(judging: Judging) -> date | None:
    """Return the last day of payment, deferrals counted; None when there is none or it cannot be named."""
    limit = limit_of(clock("payment"), judging.state, judging.circumstances)
    return day_of(limit.due.due) if limit else None


@cite("行政处罚法", "第66条第2款", "可以暂缓或者分期缴纳")
def deferral_fits(judging: Judging) -> Iterator[Reason]:
    """A deferral is asked for by the party, ends after the time that was left, and in parts names each part. Source: rule `pay-defer`."""
    until, due = judging.date("pay_until"), payment_due(judging)
    if judging.state.owed <= 0:
        yield Reason(
            "nothing-owed", "没有还没缴的罚款。", "行政处罚法 第66条第2款", cure="核对缴款记录。", about="pay_until"
        )
    elif until is not None and due is not None and until <= due:
        yield Reason(
            "deferral-too-short",
            f"缴款期限本来到{written(due)}，延期、分期的最后一天要晚于这一天。",
            "行政处罚法 第66条第2款",
            cure="核对日期。",
            about="pay_until",
        )
    if judging.facts.get("defer_kind") == "instalments" and not judging.given("instalments"):
        yield Reason(
            "instalments-missing",
            "分期缴纳的，要写明每一期的日期和金额。",
            "行政处罚法 第66条第2款",
            cure="一行写一期。",
            about="instalments",
        )


@cite("农业行政处罚程序规定", "第81条", "缴纳期限届满前")
def deferral_asked_in_time(judging: Judging) -> Iterator[Reason]:
    """In agriculture the party asks in writing before the time for payment has ended; the law itself sets no last day. Source: rule `pay-defer`."""
    asked, due = judging.date("applied_on"), payment_due(judging)
    if domain_of(judging.circumstances.domain) == "agriculture" and asked and due and asked > due:
        yield Reason(
            "deferral-asked-late",
            f"缴款期限到{written(due)}已经届满，当事人在这以后才申请。",
            "农业行政处罚程序规定 第81条",
            cure="逾期的依法加处罚款、催告。",
            about="applied_on",
        )


@cite("行政处罚法", "第72条第1款第1项", "到期不缴纳罚款的")
@cite("行政强制法", "第34条", "在行政机关决定的期限内不履行义务的")
def overdue_and_undone(judging: Judging) -> Iterator[Reason]:
    """A demand presses for what is late: the fine after its last day, or another duty that is named. Source: rule `demand-before-enforce`."""
    due = payment_due(judging)
    if judging.state.owed <= 0 and not judging.given("duties_left"):
        yield Reason(
            "nothing-to-demand",
            "罚款已经缴清，也没有写明还没有履行的其他义务。",
            "行政强制法 第34条",
            cure="有其他义务没有履行的写明；都履行了的，办“结案”。",
            about="duties_left",
        )
    elif judging.state.owed > 0 and not judging.given("duties_left") and (due is None or judging.day <= due):
        until = f"到{written(due)}为止，还没有满" if due else "还没有开始计算"
        yield Reason(
            "payment-not-due",
            f"缴款期限{until}，不能催告。",
            "行政强制法 第34条",
            cure="期满仍不缴的再催告。",
        )


@cite("行政强制法", "第35条", "涉及金钱给付的，应当有明确的金额和给付方式")
def demand_exact(judging: Judging) -> Iterator[Reason]:
    """What is demanded is what is owed, to the 分; the added fine is three per cent a day up to the fine. Source: rules `demand-before-enforce`, `late-fine-3pct`."""
    owed, asked = judging.state.owed, judging.money("demand_yuan")
    if owed > 0 and asked != owed:
        yield Reason(
            "demand-amount-wrong",
            f"还没有缴的罚款是{owed}元，催告书要写明这个金额。",
            "行政强制法 第35条",
            cure="填还没有缴的罚款。",
            about="demand_yuan",
        )
    accrued = late_fine(judging.state, judging.circumstances, judging.day)
    if accrued is None:
        return
    left, told = late_fine_owed(judging.state, judging.circumstances, judging.day), judging.money("late_fine_yuan")
    if told is not None and told != left:
        yield Reason(
            "late-fine-wrong",
            f"{accrued.words}已缴、减免以后是{left}元，和所填的{told}元不符。",
            "行政处罚法 第72条第1款",
            cure=f"填{left}元；不加处的不填。",
            about="late_fine_yuan",
        )
    else:
        yield Reason("late-fine-counted", accrued.words, "行政处罚法 第72条第1款", "note")


@cite("行政强制法", "第54条", "催告书送达十日后")
@cite("行政强制法", "第35条", "应当事先催告当事人履行义务")
def demand_served(judging: Judging) -> Iterator[Reason]:
    """Nothing is enforced before a demand has been served and its time has passed. Source: rules `demand-before-enforce`, `court-demand-10d`.

    What the party answered has been looked into: that is on record with the answer itself.
    """
    day = demand_day(judging)
    if day is None or day > judging.day:
        yield Reason(
            "demand-not-served",
            "催告书还没有送达，不能强制执行，也不能申请人民法院强制执行。",
            "行政强制法 第35条",
            cure="先办“催告”“送达催告书”。",
        )


def demand_day(judging: Judging) -> date | None:
    """Return the day on which the latest demand counts as served, None when it was not."""
    demand = judging.last("demand")
    return served_day(judging.state.after(demand, "serve_demand") if demand else None, judging.circumstances)


@cite("行政强制法", "第42条", "可以减免加处的罚款或者滞纳金")
def waiver_fits(judging: Judging) -> Iterator[Reason]:
    """An agreement may waive the added fine when the party has taken remedial measures, never the fine itself. Source: rule `enforce-settlement`."""
    waived = judging.money("late_fine_waived_yuan")
    if not waived:
        return
    left = late_fine_owed(judging.state, judging.circumstances, judging.day)
    if judging.facts.get("remedied") is not True:
        yield Reason(
            "waiver-without-remedy",
            "当事人采取补救措施的，才可以减免加处的罚款。",
            "行政强制法 第42条第1款",
            cure="记明补救措施，或者不减免。",
            about="remedied",
        )
    if waived > left:
        yield Reason(
            "waiver-too-much",
            f"加处罚款还有{left}元，减免不能超过这个数；罚款本身不能减免。",
            "行政强制法 第42条第1款",
            cure="改小减免的数额。",
            about="late_fine_waived_yuan",
        )


@cite("行政处罚法", "第72条第1款", "加处罚款的数额不得超出罚款的数额")
def late_fine_settled(judging: Judging) -> Iterator[Reason]:
    """A case closed as fulfilled leaves no added fine open without a word: it is paid, waived, or a person says why not. Source: rule `late-fine-3pct`."""
    if judging.facts.get("closing_way", "fulfilled") != "fulfilled" or judging.state.owed > 0:
        return
    left = late_fine_owed(judging.state, judging.circumstances, judging.day)
    if left > 0:
        yield Reason(
            "late-fine-open",
            f"罚款逾期缴清，按每日百分之三计算的加处罚款还有{left}元没有缴，也没有减免。",
            "行政处罚法 第72条第1款",
            "ask",
            cure="记录缴款；本机关没有决定加处、或者不再收取的，写明理由。",
        )
