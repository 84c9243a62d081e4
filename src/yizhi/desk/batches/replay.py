"""重算 The copies of a batch, computed again from its record. `yizhi record replay --check` prints what differs."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from yizhi.desk.cases import replay as cases
from yizhi.desk.record.differing import Difference, differing

from .actions import copies
from .around import around
from .models import Batch


def differences(*, now: datetime) -> Iterator[Difference]:
    """Yield every column of a lead, a case or a batch that differs from what its record gives. Nothing is written."""
    yield from cases.differences(now=now)
    for batch in Batch.objects.order_by("dossier").iterator(chunk_size=200):
        scene = around(batch.dossier_id, today=timezone.localdate(now))
        yield from differing(f"批次 {batch.dossier_id}", batch, copies(scene.state, scene.takers))
