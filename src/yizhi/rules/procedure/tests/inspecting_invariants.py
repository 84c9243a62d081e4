"""What must be true of every inspection of a shop. `procedure.md` 1; rules `inspect-*`, `sc-inspect-*`, `two-officers`, `show-credential`."""

from collections.abc import Sequence
from datetime import timedelta

from yizhi.rules.procedure import Entry
from yizhi.rules.procedure.tests.plain_record import QUALIFIED, About, answered, day, of, since

ARRIVALS = ("begin_inspection", "inspect_urgently")
ON_SITE = (*ARRIVALS, "record_inspection")
APPROVALS = ("approve_inspection", "make_up_approval")
ENDS = ("find_nothing", "order_inspected", "hand_over_lead", "confirm_correction")


def latest_plan(before: Sequence[Entry]) -> Entry | None:
    return next(iter(reversed(of(before, "plan_inspection"))), None)


def approved_for_the_day(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `inspect-approval`, `inspect-docs`: on the day that was approved and after the notice, or urgent and told to the head at once."""
    if entry.kind not in ARRIVALS:
        return None
    if entry.kind == "inspect_urgently":
        told = entry.facts.get("inspection_urgent_reason") and entry.facts.get("urgency_told_to")
        return "" if told and entry.facts.get("visit_code") else "紧急检查没有报告、没有通知"
    plan = latest_plan(before)
    if plan is None:
        return "没有安排就检查"
    approvals = of(since(before, plan), "approve_inspection")
    if not approvals:
        return "没有批准就检查"
    if not of(since(before, approvals[-1]), "notify_inspection"):
        return "没有通知就检查"
    same = day(approvals[-1].facts["inspect_from"]) == day(plan.facts["inspect_from"]) == entry.day
    return "" if same else "不是安排、批准的那一天"


def urgent_made_up(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `inspect-approval`: what was urgent is neither found in order nor archived before its approval was made up."""
    if not of(before, "inspect_urgently") or entry.kind not in (
        "find_nothing",
        "confirm_correction",
        "archive_inspection",
    ):
        return None
    return "" if of(before, *APPROVALS) else "紧急检查没有补批就办结"


def everybody_certified(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `two-officers`, `inspect-no-uncertified`: two or more on the spot, and nobody among them without a certificate."""
    if entry.kind not in ON_SITE:
        return None
    here = set(entry.officers)
    return "" if len(here) >= 2 and here <= QUALIFIED else "到场的人不足两名或者有人没有证件"


def body_may_inspect(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `inspect-subject`, `sc-inspect-subject-town`, `inspect-offsite-ban`: confirmed by the justice office, announced by that day, at home."""
    if entry.kind not in ARRIVALS:
        return None
    announced = about.shop.announced_on
    if announced is None or entry.day < announced or not about.shop.by_justice:
        return "没有检查主体资格"
    return "异地检查" if about.shop.outside else ""


def only_published_items(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `inspect-items-published`, `sc-inspect-unpublished`: what is looked at is named, and was on the published list by that day."""
    if entry.kind not in ARRIVALS:
        return None
    named = any(one.facts.get("inspection_items") for one in (*before, entry))
    published = about.shop.published_on
    return "" if named and published is not None and entry.day >= published else "检查没有公布的事项"


def within_the_cap(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rule `inspect-frequency-cap`: no daily inspection beyond a cap that is sure; any other beyond it, or without a cap, with a reason.

    Visits are counted one by one over the records of the shop in the calendar year. An urgent one is not stopped, but counts.
    """
    if entry.kind != "begin_inspection":
        return None
    arrived = [one for record in about.visits for one in of(record, *ARRIVALS) if one.day.year == entry.day.year]
    plan = of(before, "approve_inspection")[-1].facts
    cap = about.shop.cap
    if cap is not None and len(arrived) < cap:
        return ""
    if cap is not None and about.shop.sure and plan["inspection_kind"] == "daily":
        return "日常检查超过年度上限"
    code = "annual-cap-unknown-" if cap is None else "annual-cap-reached-"
    told = any(key.startswith(code) for one in (*before, entry) for key in one.facts.get("answers") or {})
    return "" if told else "超过上限、不知道上限，没有说明"


def joined_or_said_why(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """实施方案 三(四): a visit is not planned beside another one of the same shop within thirty days without a reason."""
    if entry.kind != "plan_inspection":
        return None
    near, on = timedelta(days=30), day(entry.facts["inspect_from"])
    waiting = [
        plan for one in about.visits if not of(one, *ARRIVALS, "withdraw_inspection") and (plan := latest_plan(one))
    ]
    close = [one for one in waiting if abs(day(one.facts["inspect_from"]) - on) <= near]
    return "" if not close or answered(entry, "visit-could-be-joined") else "能并的没有并，也没有说明"


def shown_told_and_recorded(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `show-credential`, `inquiry-record`: certificates shown and rights told on arrival; no result before the record."""
    if entry.kind in ARRIVALS:
        shown = entry.facts.get("credentials_shown") is True and entry.facts.get("rights_told") is True
        return "" if shown else "没有出示证件、没有告知权利"
    if entry.kind not in ENDS:
        return None
    arrived = of(before, *ARRIVALS)
    return "" if arrived and of(since(before, arrived[-1]), "record_inspection") else "没有笔录就有结果"


def corrected_by_a_day_and_looked_at(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    """Rules `order-correct`, `inspect-approval`: the term lies ahead; a look on the spot is an inspection of its own, with its own approval."""
    if entry.kind == "order_inspected":
        return "" if day(entry.facts["correct_by"]) > entry.day else "改正期限不在以后"
    if entry.kind != "confirm_correction":
        return None
    bare = entry.facts["corrected_by_way"] == "on_site" and not entry.facts.get("recheck_dossier")
    return "没有审批的复查" if bare else ""


def nothing_after_withdrawing(entry: Entry, before: Sequence[Entry], about: About) -> str | None:
    if not of(before, "withdraw_inspection"):
        return None
    return "" if entry.kind == "archive_inspection" else "撤销以后又检查"
