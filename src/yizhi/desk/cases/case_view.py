"""案件页 What the page of one case shows: record, lawful acts, limits, papers."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.papers.queries import papers_of
from yizhi.desk.papers.secrecy import closed_entries, hidden
from yizhi.desk.papers.view import acts_context, chain, paper_row, timeline
from yizhi.desk.papers.words import MODES, PROCEDURES, limit_row, names_of, stage_words
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.limits import Limit
from yizhi.rules.procedure.looking_back import shortcomings
from yizhi.rules.procedure.secrecy import MARK
from yizhi.rules.procedure.state import day_of
from yizhi.rules.procedure.tables import procedure_of

from . import queries
from .evidence_view import evidence_rows
from .ground import ground_of
from .models import Case


def case_context(identity: Identity, case: Case, *, now: datetime) -> dict[str, Any]:
    """Return the whole context of the case page."""
    standing = queries.standing_of(identity, ground_of(case), now=now)
    today = timezone.localdate(now)
    running = [limit for limit in standing.limits if limit.met_on is None]
    procedure = procedure_of(case.procedure, int(case.procedure_version))
    papers = papers_of(case.dossier_id)
    closed = hidden(identity, case.dossier_id, case.body_id) if standing.state.has(MARK) else frozenset[str]()
    acts = acts_context(identity, ground_of(case), case.handlers, standing.offers)
    return {
        "case": case_head(case),
        "today": today,
        "limits": [limit_row(limit, today) for limit in sorted(running, key=nearest_first)],
        "shortcomings": shortcomings(procedure, standing.state, standing.limits, today),
        **acts,
        "record": timeline(
            standing.record, waiting=acts["waiting"], today=today, closed=closed_entries(standing.record, closed)
        ),
        "record_count": len(standing.state.entries),
        "chain": chain(case.dossier_id, standing.record),
        "evidence": evidence_rows(case.dossier_id, standing.state, papers, closed),
        "papers": [paper_row(paper) for paper in papers if paper.digest not in closed],
        "dossier_href": f"/cases/{case.dossier_id}/dossier.pdf",
        "self_check_href": f"/cases/{case.dossier_id}/self-check/",
        "sides": [],
    }


def nearest_first(limit: Limit) -> tuple[bool, date]:
    """Order limits for the page: the time for the decision first, then by last day; one without a day at the end."""
    return limit.id != "decision", day_of(limit.due.safe) or date.max


def case_head(case: Case) -> dict[str, Any]:
    """Return the head of a case: title, number, name it is handled in, handlers, place, stage."""
    procedure = procedure_of(case.procedure, int(case.procedure_version))
    return {
        "title": case.title,
        "number": case.number or f"案卷 {case.dossier_id}",
        "demo": case.demo,
        "body": case.body.name,
        "mode": MODES.get(case.mode, ""),
        "handlers": "、".join(names_of(case.handlers).values()),
        "place": case.place_text,
        "act_day": case.act_day,
        "procedure": PROCEDURES[case.procedure],
        "stage": stage_words(procedure, case.stage),
        "state": "wait" if case.ended else "info",
        "href": f"/cases/{case.dossier_id}/",
        "dossier": case.dossier_id,
    }
