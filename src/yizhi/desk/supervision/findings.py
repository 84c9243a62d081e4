"""可以看的 What the record itself shows: limits that ran out, publication that is late, decisions lifted by review or a court.

A list of places to look, by day; nobody is counted or ranked by it. It shows a case's number, item, place, day and stage, and no party.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from yizhi.desk.cases.models import Case
from yizhi.desk.papers.words import fact_words, stage_words
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.rules.procedure.clocks import CLOCKS, others_time
from yizhi.rules.procedure.tables import procedure_of

from .models import SupervisionMatter
from .permitting import must_supervise

KINDS = {"late": "期限过了", "unpublished": "公示晚了", "lifted": "决定被撤销、变更"}
LIFTED = ("revoked", "redo", "void", "changed")
PUBLISHING = frozenset(clock.name for clock in CLOCKS if clock.act == "review_disclosure")
A_YEAR = timedelta(days=365)
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at: which case, what, since when. `matter` is the open matter of supervision about it, if any."""

    dossier: str
    number: str
    item: str
    body: str
    body_name: str
    town: str
    stage: str
    what: str
    since: date
    matter: str = ""


def findings(identity: Identity, kind: str, *, now: datetime) -> list[Finding]:
    """Return what the record shows of one of `KINDS`, the longest ago first, at most `MOST`. Raises `Absent` for who does not supervise."""
    must_supervise(identity)
    rows = _overseen(identity)
    found = list(_lifted(rows, now) if kind == "lifted" else _late(rows, kind, timezone.localdate(now)))
    found.sort(key=lambda one: (one.since, one.number))
    shown = found[:MOST]
    matters = _matters({one.dossier for one in shown})
    return [replace(one, matter=matters.get(one.dossier, "")) for one in shown]


def _overseen(identity: Identity) -> QuerySet[Case]:
    towns = identity.sight.oversees
    rows = Case.objects.select_related("item", "body", "town")
    return rows if towns is None else rows.filter(town__in=sorted(towns))


def _late(rows: QuerySet[Case], kind: str, today: date) -> Iterator[Finding]:
    for case in rows.filter(ended=False, due_on__lt=today).order_by("due_on", "dossier")[: MOST * 2]:
        for told in case.running:
            last, name = date.fromisoformat(told["due"]), told["name"]
            if last < today and not others_time(told["rule"]) and (name in PUBLISHING) == (kind == "unpublished"):
                yield _finding(case, f"{name}到{last.month}月{last.day}日为止", last)


def _lifted(rows: QuerySet[Case], now: datetime) -> Iterator[Finding]:
    results = Entry.objects.filter(
        recorded_at__gte=now - A_YEAR, kind="contest_result", facts__contest_outcome__in=LIFTED
    )
    told = {entry.dossier_id: entry for entry in results.order_by("recorded_at")[:MOST]}
    for case in rows.filter(dossier__in=told):
        entry = told[case.dossier_id]
        words = fact_words("contest_outcome", entry.facts["contest_outcome"])
        yield _finding(case, f"复议、诉讼结果：{words}", timezone.localdate(entry.done_at))


def _finding(case: Case, what: str, since: date) -> Finding:
    return Finding(
        dossier=case.dossier_id,
        number=case.number or f"案卷 {case.dossier_id}",
        item=case.item.name,
        body=case.body_id,
        body_name=case.body.short_name or case.body.name,
        town=case.town.name,
        stage=stage_words(procedure_of(case.procedure, int(case.procedure_version)), case.stage),
        what=what,
        since=since,
    )


def _matters(dossiers: set[str]) -> dict[str, str]:
    rows = SupervisionMatter.objects.filter(ended=False, case__in=dossiers)
    return {str(case): dossier for case, dossier in rows.values_list("case", "dossier")}


def findings_context(identity: Identity, asked: Any, *, now: datetime) -> dict[str, Any]:
    """Return the page of findings. `asked`: kind."""
    kind = asked.get("kind", "") if asked.get("kind", "") in KINDS else "late"
    return {
        "tabs": [
            {"label": label, "href": f"/supervision/findings/?kind={key}", "current": key == kind}
            for key, label in KINDS.items()
        ],
        "findings": findings(identity, kind, now=now),
        "most": MOST,
    }
