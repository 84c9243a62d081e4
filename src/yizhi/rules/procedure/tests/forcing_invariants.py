"""What must be true of force, of things held, of money and of what has ended."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from yizhi.rules.procedure import Entry
from yizhi.rules.procedure.tests.plain_record import (
    COERCIVE,
    CONTESTS,
    ENDINGS,
    PENALTIES,
    About,
    amount,
    answered,
    contested,
    is_workday,
    of,
    open_ones,
    served_on,
    since,
    workdays,
)


def no_coercion_under_entrustment(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if about.mode not in ("entrustment", "conferral"):
        return None
    if entry.kind not in COERCIVE:
        return "" if about.mode == "entrustment" else None
    return "委托、没有列明强制权的赋权之下采取强制"


def held_seven_workdays(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Held evidence past its seventh workday stops the end of the investigation and the penalty; handled late, it is released or answered for."""
    held = open_ones(before, "hold_evidence", "handle_hold")
    if not held or entry.kind not in {
        "handle_hold",
        "conclude_investigation",
        "decide_penalty",
        "transfer_case",
        *ENDINGS,
    }:
        return None
    late = workdays(held[0].day, entry.day) >= 7
    if entry.kind in ENDINGS or entry.kind == "transfer_case":
        return "登记保存的证据没有处理就结束"
    if entry.kind != "handle_hold":
        return "登记保存超过七个工作日没有处理" if late else ""
    released = entry.facts["hold_handling"] == "released" or about.domain in ("农业", "应急")
    return "" if not late or (released and answered(entry, "hold-handled-late")) else "超期的登记保存又作了别的处理"


def nothing_left_sealed(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if entry.kind not in ENDINGS or not of(before, "seal_property"):
        return None
    return "查封扣押没有解除就结束" if open_ones(before, "seal_property", "lift_sealing", "handle_sealed") else ""


def force_after_review_and_suit(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """A court is asked and force decided on only when nobody can contest the penalty any more, and after a demand that was served."""
    if entry.kind not in ("apply_court", "decide_enforcement"):
        return None
    if contested(before):
        return "复议诉讼没有结果就强制执行"
    decided = of(before, *PENALTIES)[-1]
    later = since(before, decided)
    services = of(since(later, of(later, "demand")[-1]), "serve_demand") if of(later, "demand") else []
    if not services:
        return "没有送达催告书就强制执行"
    if not of(later, *CONTESTS):
        on_spot = decided.kind == "decide_on_spot"
        served = decided.day if on_spot else served_on(of(later, "serve_decision")[-1], about.domain)
        months = served.month - 1 + (2 if on_spot else 6)
        least = (
            timedelta(days=60)
            if on_spot
            else date(served.year + months // 12, months % 12 + 1, min(served.day, 28)) - served
        )
        if entry.day <= served + least:
            return "复议、起诉的期限没有满"
    if entry.kind == "apply_court" and workdays(served_on(services[-1], about.domain), entry.day) < 10:
        return "催告不满十个工作日"
    return ""


def force_by_day_and_served(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Force is used by day on a workday, after its decision was served, not while the penalty is contested or the force paused."""
    if entry.kind != "carry_out_enforcement":
        return None
    decisions = of(before, "decide_enforcement", "decide_substitute")
    if not decisions or of(since(before, decisions[-1]), "end_enforcement"):
        return "没有决定、已经终结还在强制执行"
    begins = datetime.fromisoformat(str(entry.facts["started_at"]))
    if not entry.facts.get("urgent_reason") and not (8 <= begins.hour < 18 and is_workday(begins.date())):
        return "夜间、休息日强制执行"
    decided = decisions[-1]
    later = since(before, decided)
    if not decided.facts.get("substitute_at_once") and not of(later, "serve_enforcement", "serve_substitute"):
        return "强制执行决定没有送达"
    pauses, resumed = of(later, "suspend_enforcement"), of(later, "resume_enforcement")
    if pauses and (not resumed or before.index(resumed[-1]) < before.index(pauses[-1])):
        return "中止期间强制执行"
    return "复议诉讼期间强制执行" if decided.kind == "decide_enforcement" and contested(before) else ""


def nothing_after_archive(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    return "归档以后还在办" if of(before, "archive_case") else ""


def recused_stay_out(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    out: set[str] = set()
    for one in of(before, "decide_recusal"):
        named = set(one.facts.get("recusal_of") or ())
        out = out | named if one.facts["recusal_granted"] else out - named
    return ("回避的人参加了" if out & {*entry.officers, entry.actor} else "") if out else None


def paid_no_more_than_owed(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if entry.kind not in ("record_payment", "collect_on_spot"):
        return None
    paid = sum(
        (amount(one, "paid_yuan") for one in of([*before, entry], "record_payment", "collect_on_spot")), Decimal(0)
    )
    most = max(amount(one, "fine_yuan") for one in of(before, *PENALTIES))
    changed = [amount(one, "changed_fine_yuan") for one in of(before, "contest_result")]
    return "缴的多于罚的" if paid > max([most, *changed]) else ""
