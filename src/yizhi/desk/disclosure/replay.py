"""重算 The copies of a disclosure, computed again from its record. `yizhi record replay --check` prints what differs."""

from collections.abc import Iterator
from datetime import datetime

from yizhi.desk.record.differing import Difference, differing
from yizhi.desk.record.queries import record_of
from yizhi.desk.supervision import replay as supervision

from . import applying, figuring
from .actions import copies
from .models import Disclosure, DossierApplication, YearlyFigures


def differences(*, now: datetime) -> Iterator[Difference]:
    """Yield every column of a copy, of this room and those below, that differs from what its record gives. Nothing is written."""
    yield from supervision.differences(now=now)
    for row in Disclosure.objects.select_related("case").order_by("dossier").iterator(chunk_size=200):
        yield from differing(f"公示 {row.dossier_id}", row, copies(row.case, record_of(row.dossier_id)))
    for figures in YearlyFigures.objects.order_by("dossier").iterator(chunk_size=200):
        yield from differing(f"年度数据 {figures.dossier_id}", figures, figuring.copies(record_of(figures.dossier_id)))
    for asked in DossierApplication.objects.order_by("dossier").iterator(chunk_size=200):
        yield from differing(f"公开申请 {asked.dossier_id}", asked, applying.copies(record_of(asked.dossier_id)))
