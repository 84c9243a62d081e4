"""监督待办 Which act of a matter waits for whom: a check, a letter, an answer within its term, an objection, a decision."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from yizhi.desk.cases.work import SOURCES, Task
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.papers.words import due_badge
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.table import Act

from .limits import OBJECTION
from .models import SupervisionMatter
from .permitting import roles_in, supervises, visible
from .view import head, pressing_act

MOST = 60


def supervision_tasks(identity: Identity, now: datetime) -> list[Task]:
    """Return the matters that wait for this identity or for others, as 待办 shows them; beside it what else a limit presses this identity for."""
    today = timezone.localdate(now)
    rows = visible(identity).filter(ended=False).select_related("body", "case").order_by("due_on", "dossier")
    return [task for row in rows[:MOST] for task in _tasks(identity, row, today)]


def _tasks(identity: Identity, row: SupervisionMatter, today: date) -> Iterator[Task]:
    roles, act = roles_in(identity, row), pressing_act(row, state_of(row.dossier_id, SUPERVISION), today)
    due = {told["act"]: date.fromisoformat(told["due"]) for told in reversed(row.running)}
    yield _task(identity, row, act, due.get(act.kind, row.answer_by) if act else row.due_on, today)
    for kind, last in due.items():
        other = SUPERVISION.act(kind)
        if other and other != act and other.by & roles and kind != OBJECTION:
            yield _task(identity, row, other, last, today)


def _task(identity: Identity, row: SupervisionMatter, act: Act | None, due: date | None, today: date) -> Task:
    mine, top = bool(act and act.by & roles_in(identity, row)), head(row, inside=supervises(identity))
    badge = due_badge(due, today) or {"state": "wait", "left": "没有期限", "on": ""}
    return {
        **badge,
        "mine": mine,
        "due": due,
        "act": act.name if act else top["stage"],
        "subject": top["title"],
        "why": f"执法监督，{top['stage']}",
        "from": row.body.short_name,
        "number": f"监督 {row.dossier_id}",
        "href": top["href"],
        "act_href": f"{top['href']}acts/{act.kind}/" if act and mine else top["href"],
        "act_label": "去做" if mine else "看",
        "steps": [],
    }


SOURCES["supervision"] = supervision_tasks
