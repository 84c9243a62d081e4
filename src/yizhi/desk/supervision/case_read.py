"""看案卷 The record of the case that an open matter is about, to read and nothing else: no act is offered, no paper is opened."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.cases.case_view import case_head
from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import standing_of
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.view import chain, timeline
from yizhi.desk.papers.words import limit_row
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.looking_back import shortcomings
from yizhi.rules.procedure.tables import procedure_of
from yizhi.rules.refusal import Absent

from .permitting import checks, matter
from .view import head


def supervised_case(identity: Identity, dossier: str) -> Case:
    """Return the case that the open matter `dossier` is about, for those who check it. Raises `Absent` for anybody else."""
    found = matter(identity, dossier)
    if found.case is None or found.ended or not checks(identity):
        raise Absent("这个案卷")
    return Case.objects.select_related("item", "party", "body", "town", "village").get(pk=found.case_id)


def case_context(identity: Identity, dossier: str, *, now: datetime) -> dict[str, Any]:
    """Return the page of the case a matter is about."""
    case, today = supervised_case(identity, dossier), timezone.localdate(now)
    standing = standing_of(identity, ground_of(case), now=now)
    procedure = procedure_of(case.procedure, int(case.procedure_version))
    papers = Paper.objects.filter(dossier=case.dossier_id).order_by("position")
    return {
        "matter": head(matter(identity, dossier), inside=True),
        "case": case_head(case),
        "limits": [limit_row(limit, today) for limit in standing.limits if limit.met_on is None],
        "shortcomings": shortcomings(procedure, standing.state, standing.limits, today),
        "record": timeline(standing.record, waiting="", today=today),
        "chain": chain(case.dossier_id, standing.record),
        "papers": [
            {"name": f"《{paper.name}》", "number": paper.number, "on": timezone.localdate(paper.issued_at)}
            for paper in papers
        ],
    }
