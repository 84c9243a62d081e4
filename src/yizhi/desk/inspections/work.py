"""检查待办 What each part of a visit waits for, and whose turn it is: to approve, to notify, to go, to record, to re-check. Lines of 待办."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from yizhi.desk.papers.words import day_words, due_badge, pressing
from yizhi.desk.papers.world import roles_of
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.table import OFFICER, Act

from . import queries
from .knowing import COMING
from .models import Inspection
from .queries import ground_of, place_of
from .view import ANEW, act_href, spaced

MOST = 60
MADE_UP, RESULT, RECHECK, WITHDRAWN = "make_up_approval", "find_nothing", "confirm_correction", "withdraw_inspection"
NAMES = {ANEW: "改安排", RESULT: "写明检查结果"}
WHY = {
    "approve_inspection": "检查以前要由负责人批准；没有批准的不能去。",
    "notify_inspection": "批准以后交给对方检查通知书，再到场。",
    "begin_inspection": "只能在批准的那一天去，两人以上，先出示证件。",
    "record_inspection": "到场以后写下看到的情况，核对签名。",
    ANEW: "批准的只是那一天的检查。日子过了，改安排重新报批，或者撤销。",
    WITHDRAWN: "已经通知，那一天没有去。不去的撤销，要去的另行安排。",
    RESULT: "没有问题的办结，要改的责令改正，涉嫌违法的转为线索。",
    RECHECK: "改正期限到了，看材料或者到现场复查，记下改了没有。",
    MADE_UP: "紧急当场检查以后要及时补办审批手续；文件没有写小时数。",
}


def visit_tasks(identity: Identity, now: datetime) -> list[dict[str, Any]]:
    """Return the lines of 待办 for the visits of which this identity sees a part: one for all parts that wait for the same act."""
    today = timezone.localdate(now)
    held: dict[tuple[str, str, bool], list[Inspection]] = {}
    for part in _rows(identity)[:MOST]:
        for act in waits_for(part, today):
            held.setdefault((part.visit_id, act.kind, _mine(identity, part, act, today)), []).append(part)
    return [_task(kind, parts, today, mine=mine) for (_, kind, mine), parts in held.items()]


def waits_for(part: Inspection, today: date) -> Iterator[Act]:
    """Yield the acts a part waits for on a day: its likely next one, and the approval that an urgent inspection still lacks."""
    likely = next((act for act in INSPECTION.acts_from(part.stage) if act.likely), None)
    lapsed = part.stage in COMING and _planned(part) < today
    instead = INSPECTION.act(WITHDRAWN if part.stage == "notified" else ANEW) if lapsed else likely
    if instead is not None and part.stage != "finished":
        yield instead
    urgent = INSPECTION.act(MADE_UP)
    if part.unapproved and urgent is not None:
        yield urgent


def _rows(identity: Identity) -> QuerySet[Inspection]:
    again = Inspection.objects.exclude(stage="withdrawn").select_related("visit")
    rows = queries.parts(identity).filter(ended=False).prefetch_related(Prefetch("rechecks", queryset=again))
    if identity.role == Role.OFFICER:
        own = Q(handlers__icontains=f'"{identity.officer}"') | Q(visit__planned_by=identity.account)
        rows = rows.filter(own)
    return rows.select_related("visit__town").order_by("visit__starts_at", "visit", "body")


def _planned(part: Inspection) -> date:
    return timezone.localdate(part.visit.starts_at)


def _mine(identity: Identity, part: Inspection, act: Act, today: date) -> bool:
    """Tell whether an act is this identity's turn: of officers only those who go or who planned it, and no re-check before its day."""
    if not roles_of(identity, ground_of(part)) & act.by:
        return False
    if act.kind == RECHECK and (_again(part) or (part.correct_by or today) > today):
        return False
    own = identity.officer in part.handlers or part.visit.planned_by == identity.account
    return OFFICER not in act.by or own


def _again(part: Inspection) -> Inspection | None:
    """Return the re-check of a part that is planned or under way."""
    return next((one for one in part.rechecks.all() if not one.ended), None)


def _task(kind: str, parts: Sequence[Inspection], today: date, *, mine: bool) -> dict[str, Any]:
    first = parts[0]
    visit, act = first.visit, INSPECTION.act(kind)
    assert act is not None
    name, href = NAMES.get(kind, act.name), f"/inspections/{visit.pk}/"
    step = {"label": name, "words": WHY[kind], "article": act.articles[0], "state": "wait"}
    return {
        **_when(first, kind, today),
        "mine": mine,
        "act": name,
        "subject": visit.party.name,
        "why": f"{_stage(first, kind)}，{place_of(visit)}",
        "from": "、".join(part.body.short_name for part in parts),
        "number": f"检查 {spaced(visit.pk)}",
        "href": href,
        "act_href": act_href(visit, kind, parts) if mine and kind != RESULT else href,
        "act_label": "去做" if mine else "看检查",
        "steps": [step],
    }


def _stage(part: Inspection, kind: str) -> str:
    again = _again(part) if kind == RECHECK else None
    if again is not None:
        return f"复查已经安排在{day_words(_planned(again))}"
    return "没有补办审批" if kind == MADE_UP else INSPECTION.stage(part.stage).name


def _when(part: Inspection, kind: str, today: date) -> dict[str, Any]:
    """Return the day a line stands under and how it is drawn: the planned day, the last day to correct, or the day officers were there."""
    if kind == RECHECK and part.correct_by:
        return {**(due_badge(part.correct_by, today, others=True) or {}), "due": part.correct_by}
    there = part.arrived_on
    if there is not None:
        state, words = ("stop", "要补办审批") if kind == MADE_UP else ("soon", "还没有办完")
        return _badge(there, state, words)
    left = (_planned(part) - today).days
    words = "日子已过" if left < 0 else "今天检查" if left == 0 else f"{left} 天后检查"
    return _badge(_planned(part), pressing(left, others=False), words)


def _badge(day: date, state: str, words: str) -> dict[str, Any]:
    return {"due": day, "state": state, "left": words, "on": day_words(day)}
