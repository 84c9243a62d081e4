"""重算 The copies of an inspection, computed again from its record, and those of leads below it. `yizhi record replay --check` prints what differs."""

from collections.abc import Iterator
from datetime import datetime

from yizhi.desk.leads import replay as leads
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.record.differing import Difference, differing
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.inspection import INSPECTION

from .folding import copies_of
from .models import Inspection, InspectionPlan
from .year_plan import copies as plan_copies


def differences(*, now: datetime) -> Iterator[Difference]:
    """Yield every column of a lead, an inspection or a year's plan that differs from what its record gives. Nothing is written."""
    yield from leads.differences(now=now)
    for part in Inspection.objects.order_by("dossier").iterator(chunk_size=200):
        yield from differing(f"检查 {part.dossier_id}", part, copies_of(state_of(part.dossier_id, INSPECTION)))
    for plan in InspectionPlan.objects.order_by("year", "body"):
        where = f"{plan.year}年检查计划 {plan.dossier_id}"
        yield from differing(where, plan, plan_copies(record_of(plan.dossier_id)))
