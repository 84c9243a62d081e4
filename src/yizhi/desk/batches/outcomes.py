"""被推翻的、纠正了的 What became of decisions in a quarter, as the cases' own records have it: reviews and suits, corrections."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone

from yizhi.desk.cases.models import Case
from yizhi.desk.record.models import Entry

CORRECTING = frozenset({"report_correction", "correct_decision"})
OVERTURNED = frozenset({"changed", "revoked", "redo", "unlawful", "void"})
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many decisions of each item in each town (by code) were overturned, and how many were corrected."""

    overturned: Counter[Place] = field(default_factory=Counter)
    corrected: Counter[Place] = field(default_factory=Counter)


def outcomes(first: date, after: date) -> Outcomes:
    """Return what became known in [first, after): the results of reviews and suits by their own day, corrections by the day made."""
    happened = list(_happened(first, after))
    cases = Case.objects.filter(pk__in={dossier for dossier, _ in happened}).order_by()
    places = {dossier: (item, town) for dossier, item, town in cases.values_list("pk", "item", "town")}
    found = Outcomes()
    for dossier, overturned in happened:
        if dossier in places:
            (found.overturned if overturned else found.corrected)[places[dossier]] += 1
    return found


def _happened(first: date, after: date) -> Iterator[tuple[str, bool]]:
    """Yield dossier and whether its decision was overturned, else corrected; nothing is recorded before it happened."""
    begins = timezone.make_aware(datetime.combine(first, time.min))
    rows = Entry.objects.filter(recorded_at__gte=begins, kind__in=("contest_result", *CORRECTING))
    for entry in rows.order_by("recorded_at", "id"):
        overturned = entry.kind == "contest_result"
        if overturned and entry.facts["contest_outcome"] not in OVERTURNED:
            continue
        day = date.fromisoformat(entry.facts["result_on"]) if overturned else timezone.localdate(entry.done_at)
        if first <= day < after:
            yield entry.dossier_id, overturned
