"""批次待办 Which step of a batch waits for whom: an opinion, the check, the decision, publication, a transition that ends, the take-over."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from yizhi.desk.cases.work import SOURCES, Task
from yizhi.desk.papers.words import due_badge
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.rules.batches import STEPS, Step
from yizhi.rules.batches.watching import TRANSITION_DAYS

from .around import Around, around
from .models import Batch
from .permitting import SPEAKS, keeps, may, visible

OVER = ("taken_over", "kept", "changed", "recalled", "withdrawn")
IN_STAGE = {
    "objected": "attach_minute",
    "returned": "amend_batch",
    "agreed": "check_batch",
    "checked": "decide_batch",
    "decided": "publish_batch",
}
HAVE_STEPS = SPEAKS | {Role.ESTABLISHMENT, Role.JUSTICE}
MOST = 60
FILING = "镇（街道）的权责清单公布、调整以后要报市级权责清单管理机构备案；文件没有写天数。"


def step_for(identity: Identity, scene: Around) -> Step | None:
    """Return the step of a batch that waits for this identity; None when it waits for others, or for a day to come."""
    state = scene.state
    stage = state.stage_with(scene.takers)
    speaks = may(identity, STEPS["give_opinion"], {})
    if stage in STEPS["give_opinion"].stages and speaks and identity.body in state.missing:
        return STEPS["give_opinion"]
    if stage == "published" and scene.today >= _taken_from(scene):
        takes = speaks and identity.body in set(scene.takers) - set(state.taken)
        if takes or keeps(identity):
            return STEPS["take_over"]
    if state.to_file and stage in STEPS["file_list"].stages:
        return STEPS["file_list"] if may(identity, STEPS["file_list"], {}) else None
    if stage == "published":
        return None
    step = STEPS.get(IN_STAGE.get(stage, ""))
    return step if step is not None and may(identity, step, {}) else None


def batch_tasks(identity: Identity, now: datetime) -> list[Task]:
    """Return the lines of 待办 for the batches that wait for this identity."""
    if identity.role not in HAVE_STEPS:
        return []
    today = timezone.localdate(now)
    rows = visible(identity).exclude(to_file=False, stage__in=OVER).order_by("starts_on", "dossier")
    if identity.role in SPEAKS:
        own = Batch.objects.filter(sides__body=identity.body).values("pk")
        rows = rows.filter(Q(stage="checked") | Q(pk__in=own))
    scenes = [(row, around(row.dossier_id, today=today)) for row in rows[:MOST]]
    return [_task(row, scene, step) for row, scene in scenes if (step := step_for(identity, scene)) is not None]


def _taken_from(scene: Around) -> date:
    """Return the day from which the take-over is looked for: the first day, or fifteen days before a transition ends."""
    until = scene.state.draft.transition_until
    return until - timedelta(days=TRANSITION_DAYS) if until else scene.state.starts_on


def _task(row: Batch, scene: Around, step: Step) -> Task:
    until = scene.state.draft.transition_until
    taking, filing = step.kind == "take_over", step.kind == "file_list"
    due = None if filing else (until - timedelta(days=1) if until else None) if taking else scene.state.starts_on
    badge = due_badge(due, scene.today) or {"state": "soon", "left": "待备案" if filing else "已生效", "on": ""}
    return {
        **badge,
        "mine": True,
        "due": due,
        "act": step.name,
        "subject": row.title,
        "why": f"{scene.state.words(scene.takers, scene.today)}，{FILING if filing else _why(scene, taking)}",
        "from": row.get_kind_display(),
        "number": f"批次 {row.dossier_id}",
        "href": f"/batches/{row.dossier_id}/",
        "steps": [],
    }


def _why(scene: Around, taking: bool) -> str:
    until = scene.state.draft.transition_until
    if taking and until:
        last = until - timedelta(days=1)
        return f"过渡期最后一天是{last.month}月{last.day}日，期满后由承接的机关办。"
    day = scene.state.starts_on
    since = f"{day.year}年{day.month}月{day.day}日"
    return f"从{since}起由承接的机关办。" if taking else f"拟从{since}起；到时没有公布的，起日要改。"


SOURCES["batches"] = batch_tasks
