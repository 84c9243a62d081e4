"""重算 The copies of a case, computed again from its record, and those of inspections and leads below it. `yizhi record replay --check` prints what differs."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction

from yizhi.desk.inspections import replay as inspections
from yizhi.desk.leads import replay as leads
from yizhi.desk.papers.proceeding import copies, state_of
from yizhi.desk.papers.world import circumstances
from yizhi.desk.record.actions import lock
from yizhi.desk.record.differing import Difference, differing, renewed
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.tables import procedure_of

from .actions import CASE_NUMBER, search_words
from .ground import ground_of
from .models import Case
from .recalling import SETTLE_ON_RECALL

LIMIT_COLUMNS = ("due_on", "due_rule", "running")


def differences(*, now: datetime) -> Iterator[Difference]:
    """Yield every column of a lead, an inspection or a case that differs from what its record gives. Nothing is written."""
    yield from inspections.differences(now=now)
    rows = Case.objects.select_related("item", "party").order_by("dossier")
    for case in rows.iterator(chunk_size=200):
        yield from differing(f"案件 {case.dossier_id}", case, recomputed(case, now=now))


def renew_limits(*, now: datetime) -> int:
    """更新期限 Write anew the last days that lists show, after a calendar was entered that moves them; return how many changed.

    Other differences are faults: they are left as they are, for `differences` to name.
    """
    numbers = Case.objects.filter(ended=False).order_by("dossier").values_list("dossier", flat=True)
    return leads.renew_limits(now=now) + sum(_renewed(number, now) for number in list(numbers))


@transaction.atomic
def _renewed(number: str, now: datetime) -> bool:
    lock(number)
    case = Case.objects.select_related("item", "party").get(dossier=number)
    return renewed(case, recomputed(case, now=now), LIMIT_COLUMNS)


def recomputed(case: Case, *, now: datetime) -> dict[str, Any]:
    """Return the columns of a case as its record gives them."""
    procedure = procedure_of(case.procedure, int(case.procedure_version))
    ground = ground_of(case)
    state = state_of(case.dossier_id, procedure)
    # Keeping a file is on the record and yet no act of the procedure: it leaves the copies alone.
    last = next(entry for entry in reversed(state.entries) if procedure.act(entry.kind))
    kept = copies(state, procedure, circumstances(leads.NOBODY, ground, state, now=now))
    return {
        "stage": kept.stage,
        "ended": kept.ended,
        "due_on": kept.due_on,
        "due_rule": kept.due_rule,
        "running": kept.running,
        "last_act": last.kind,
        "last_at": last.done_at,
        "handlers": kept.handlers,
        "number": number_told(state),
        "opened_on": state.opened_on,
        "search": search_words(case),
        "on_recall": settled_told(state),
    }


def settled_told(state: CaseState) -> str:
    """Return what the record last settled for the case when the power was taken back, empty when nothing was."""
    told = [entry.facts["choice"] for entry in state.entries if entry.kind == SETTLE_ON_RECALL]
    return told[-1] if told else ""


def number_told(state: CaseState) -> str:
    """Return the case's own number 案号 as the record has it: that of the first paper that gives one."""
    told = [paper for entry in state.entries for paper in entry.facts.get("papers", ())]
    return next((paper["number"] for paper in told if paper["kind"] in CASE_NUMBER), "")
