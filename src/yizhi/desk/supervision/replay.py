"""重算 The copies of a matter, computed again from its record. `yizhi record replay --check` prints what differs."""

from collections.abc import Iterator
from datetime import datetime

from yizhi.desk.batches import replay as batches
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.record.differing import Difference, differing
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.supervision import SUPERVISION

from .actions import copies
from .models import SupervisionMatter, YearPlan


def differences(*, now: datetime) -> Iterator[Difference]:
    """Yield every column of a lead, a case, a batch, a matter or a year's plan that differs from what its record gives."""
    yield from batches.differences(now=now)
    for matter in SupervisionMatter.objects.order_by("dossier").iterator(chunk_size=200):
        yield from differing(f"监督事项 {matter.dossier_id}", matter, copies(state_of(matter.dossier_id, SUPERVISION)))
    for plan in YearPlan.objects.order_by("year"):
        told = record_of(plan.dossier_id)[-1].facts
        yield from differing(
            f"{plan.year}年监督计划 {plan.dossier_id}", plan, {"year": told["year"], "lines": told["lines"]}
        )
