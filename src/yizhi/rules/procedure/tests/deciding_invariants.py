"""What must be true of every decision: officers, notice, defence, review, hearing, time, one fine, no penalty for a crime."""

from collections.abc import Sequence
from datetime import timedelta

from yizhi.rules.procedure import TABLES, Entry
from yizhi.rules.procedure.tests.plain_record import (
    DEFENCE_DAYS,
    INVESTIGATING,
    PENALTIES,
    QUALIFIED,
    STANDING_STILL,
    About,
    amount,
    answered,
    day,
    of,
    rolled,
    served_on,
    since,
    standing_fine,
    workdays,
)

ASKING = frozenset(act.kind for table in TABLES for act in table.acts if act.authority)
"""Acts whose row asks who may do them; of the others on the spot it is only counted that they are two."""


def two_qualified_officers(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Every act on the spot is by two officers; what asks who may do it, every penalty and every use of force, by two with a certificate."""
    if not entry.officers and entry.kind not in ("decide_penalty", "decide_enforcement", "open_case"):
        return None
    named = entry.officers or of([*before, entry], "open_case", "change_handlers")[-1].facts["handlers"]
    checked = entry.kind in ASKING or not entry.officers
    enough = len(set(named) & QUALIFIED) >= 2 if checked else len(set(named)) >= 2
    return "" if enough else "不足两名合格的执法人员"


def noticed_and_heard(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """A penalty follows a notice that was served, and the time to answer it, a waiver, an answer that was examined, or a hearing."""
    if entry.kind != "decide_penalty":
        return None
    notices = of(before, "prior_notice")
    services = of(since(before, notices[-1]), "serve_notice") if notices else []
    if not services:
        return "没有送达告知书就决定"
    later, last = since(before, services[-1]), served_on(services[-1], about.domain)
    heard, reviewed = of(later, "hear_defence"), of(later, "review_defence")
    if heard and (not reviewed or before.index(reviewed[-1]) < before.index(heard[-1])):
        return "陈述申辩没有复核"
    days, stated = DEFENCE_DAYS.get(about.domain), notices[-1].facts.get("defence_until")
    over = workdays(last, entry.day) >= days if days else bool(stated) and entry.day > max(day(stated), last)
    settled = of(later, "waive_defence", "report_hearing") or reviewed
    return "" if over or settled else "陈述申辩的期限没有满"


def no_heavier_than_noticed(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if entry.kind not in PENALTIES:
        return None
    notice = of(before, "prior_notice", "tell_on_spot")[-1]
    more = amount(entry, "fine_yuan") > amount(notice, "proposed_fine_yuan")
    kinds = set(entry.facts["penalty_kinds"]) - set(notice.facts["proposed_penalty_kinds"])
    return "重于告知的" if more or kinds else ""


def reviewed_by_another(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Nothing is decided before the review that is due has agreed, by somebody who did not handle the case."""
    if entry.kind not in ("decide_penalty", "decide_no_penalty"):
        return None
    ended = of(before, "conclude_investigation")[-1]
    reviews = of(since(before, ended), "review_case", "review_legality")
    if not reviews or reviews[-1].facts["outcome"] != "agree":
        return "没有通过审核"
    hands = {one for other in before for one in (*other.officers, *(other.facts.get("handlers") or ()))}
    if reviews[-1].actor in hands:
        return "办案人员自己审核"
    submitted = of(before, "submit_review")[-1]
    legal = submitted.facts.get("review_triggers") and reviews[-1].kind != "review_legality"
    return "应当法制审核" if legal else ""


def discussed_when_grave(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if entry.kind != "decide_penalty" or of(before, "conclude_investigation")[-1].facts["gravity"] == "ordinary":
        return None
    return "" if of(since(before, of(before, "prior_notice")[-1]), "discuss") else "没有集体讨论"


def hearing_held_when_asked(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Asked for since the latest notice, a hearing was reported and reviewed, or ended, before the decision."""
    if entry.kind != "decide_penalty":
        return None
    later = since(before, of(before, "prior_notice")[-1])
    if not of(later, "request_hearing"):
        return None
    if not of(later, "report_hearing", "end_hearing"):
        return "要求听证，没有听证就决定"
    review = of(later, "review_after_hearing")
    passed = bool(review) and review[-1].facts["outcome"] == "agree"
    return "" if passed or not of(later, "report_hearing") else "听证后没有法制审核"


def ninety_days(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """No penalty past ninety days without an extension, a suspension, or a person's reason on file; not past what those add up to."""
    if entry.kind != "decide_penalty":
        return None
    opened = of(before, "open_case")[-1]
    if entry.day <= rolled(opened.day + timedelta(days=90)) or answered(entry, "decision-overdue"):
        return ""
    longer = of(before, "extend_case")
    still = [
        other
        for other in before
        if other.kind in STANDING_STILL or other.facts.get("service_method") == "public_notice"
    ]
    if not longer and not still:
        return "超过九十日，没有延长、没有停止计算"
    more = sum(int(one.facts["extension_days"]) for one in longer)
    stopped = (entry.day - min((one.day for one in still), default=entry.day)).days
    return (
        "" if entry.day <= rolled(opened.day + timedelta(days=90 + more + stopped)) else "超过延长和停止计算以后的期限"
    )


def small_on_the_spot(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if entry.kind != "decide_on_spot":
        return None
    most = 3000 if about.party_kind == "organisation" else 200
    small = amount(entry, "fine_yuan") <= most and set(entry.facts["penalty_kinds"]) <= {"warning", "fine"}
    return "" if small else "当场处罚超过限额"


def nothing_while_suspended(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if entry.kind not in INVESTIGATING | {"decide_penalty"} or not of(before, "suspend_investigation"):
        return None
    return (
        "中止期间调查、决定"
        if not of(since(before, of(before, "suspend_investigation")[-1]), "resume_investigation")
        else ""
    )


def no_penalty_for_a_crime(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    reports = of(before, "report_crime")
    if entry.kind not in ("decide_penalty", "decide_no_penalty") or not reports:
        return None
    later = since(before, reports[-1])
    decided = of(later, "decide_crime_transfer")
    sent = bool(decided) and (decided[-1].facts["transfer_approved"] is False or bool(of(later, "transfer_to_police")))
    return "" if sent else "以罚代移"


def fined_once(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """The same deed is fined once, by whichever body, in whichever procedure."""
    if entry.kind not in PENALTIES or not amount(entry, "fine_yuan"):
        return None
    return "同一行为罚了两次款" if any(standing_fine(record) for record in (before, *about.elsewhere)) else ""


def dated_last(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """A decision, a notice, the end of an investigation is dated after all that led to it."""
    if entry.kind not in (*PENALTIES, "decide_no_penalty", "prior_notice", "conclude_investigation", "open_case"):
        return None
    return "倒签" if any(one.done_at > entry.done_at for one in before) else ""
