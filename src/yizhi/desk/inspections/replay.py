"""重算 The copies of an inspection, computed again from its record, and those of leads below it. `yizhi record replay --check` prints what differs."""

from collections.abc import Iterator
from datetime import datetime

from yizhi.desk.leads import replay as leads
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.record.differing import Difference, differing
from yizhi.rules.procedure.inspection import INSPECTION

from .folding import copies_of
from .models import Inspection


def differences(*, now: datetime) -> Iterator[Difference]:
    """Yield every column of a lead or an inspection that differs from what its record gives. Nothing is written."""
    yield from leads.differences(now=now)
    for part in Inspection.objects.order_by("dossier").iterator(chunk_size=200):
        yield from differing(f"检查 {part.dossier_id}", part, copies_of(state_of(part.dossier_id, INSPECTION)))
