"""公示待办 What waits for whom in disclosure: a draft for review, a disclosure whose decision fell, an application, the year's figures."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from yizhi.desk.cases.work import SOURCES, Task
from yizhi.desk.papers.words import due_badge
from yizhi.desk.people.identity import Identity
from yizhi.rules.disclosure.figures import GUIDANCE, due_on
from yizhi.rules.disclosure.table import FELL
from yizhi.rules.procedure.state import day_of

from .applying import RULE, answer_due
from .around import decision_behind, record_state
from .figuring import YEARLY_RULE, owed
from .models import Disclosure, DossierApplication
from .permitting import RESPONSIBLE, visible
from .queries import again, corrected, fallen
from .view import due_rows

MOST = 60


def disclosure_tasks(identity: Identity, now: datetime) -> list[Task]:
    """Return the lines of 待办 for what waits for this identity."""
    if identity.role not in RESPONSIBLE:
        return list(_again(identity)) if identity.officer else []
    today = timezone.localdate(now)
    return [
        *_drafts(identity, today),
        *_fallen(identity, today),
        *_corrected(identity, today),
        *_applications(identity, today),
        *_year(identity, today),
    ]


def _drafts(identity: Identity, today: date) -> Iterator[Task]:
    for row in _rows(visible(identity).filter(stage="drafted", body=identity.body)):
        if record_state(row.dossier_id).drafted_by != identity.account:
            yield _of(row, "审查并公布", "公示稿等审查。", "publish_disclosure", today)


def _fallen(identity: Identity, today: date) -> Iterator[Task]:
    for row in _rows(fallen(visible(identity).filter(body=identity.body))):
        why = f"处罚决定已经{FELL[decision_behind(row).fell]}，三个工作日内撤回。"
        yield _of(row, "撤回公示", why, "withdraw_disclosure", today)


def _corrected(identity: Identity, today: date) -> Iterator[Task]:
    for row in _rows(corrected(visible(identity).filter(body=identity.body))):
        why = "决定书补正、更正了，公示还是原来的内容。"
        yield _of(row, "更正公示内容", why, "correct_disclosure", today)


def _again(identity: Identity) -> Iterator[Task]:
    """The decisions of whoever handles them that a review or suit has changed, once the earlier disclosure is withdrawn."""
    rows = again(identity).filter(handlers__icontains=f'"{identity.officer}"').select_related("item", "party", "body")
    for case in rows[:MOST]:
        yield _task(
            None,
            None,
            "另拟公示稿",
            case.title,
            "原来的公示已经撤回，变更后的决定还没有公示。",
            case.body.short_name,
            case.number,
            f"/disclosure/cases/{case.dossier_id}/",
        )


def _rows(rows: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    related = rows.select_related("case__item", "case__party", "case__body", "body")
    return related.order_by("decided_on", "dossier")[:MOST]


def _of(row: Disclosure, act: str, why: str, kind: str, today: date) -> Task:
    rule, last = next(due_rows(decision_behind(row), row.stage), ("", None))
    href = f"/disclosure/{row.dossier_id}/"
    return _task(
        due_badge(last, today, rule),
        last,
        act,
        row.title,
        why,
        row.body.short_name,
        f"公示 {row.dossier_id}",
        f"{href}acts/{kind}/",
    )


def _applications(identity: Identity, today: date) -> Iterator[Task]:
    rows = DossierApplication.objects.filter(body=identity.body, stage="received").order_by("received_on", "dossier")
    for row in rows.select_related("body")[:MOST]:
        href = f"/disclosure/applications/{row.dossier_id}/"
        last, body = day_of(answer_due(row).safe), row.body.short_name
        yield _task(
            due_badge(last, today, RULE),
            last,
            "答复案卷公开申请",
            row.asked[:40],
            "二十个工作日内答复。",
            body,
            f"申请 {row.dossier_id}",
            href,
        )


def _year(identity: Identity, today: date) -> Iterator[Task]:
    """The figures of last year, when there was anything to count and they are not public."""
    year = today.year - 1
    if owed(identity.body, year):
        act, why = f"公开{year}年行政执法数据", f"每年1月31日前公开上一年度的（{GUIDANCE}）。"
        yield _task(
            due_badge(due_on(year), today, YEARLY_RULE),
            due_on(year),
            act,
            "",
            why,
            identity.body_short,
            "",
            "/disclosure/figures/",
        )


def _task(
    badge: dict[str, str] | None, last: date | None, act: str, subject: str, why: str, body: str, number: str, href: str
) -> Task:
    return {
        **(badge or {"state": "wait", "left": "没有期限", "on": ""}),
        "mine": True,
        "due": last,
        "act": act,
        "subject": subject,
        "why": why,
        "from": body,
        "number": number,
        "href": href,
        "steps": [],
    }


SOURCES["disclosure"] = disclosure_tasks
