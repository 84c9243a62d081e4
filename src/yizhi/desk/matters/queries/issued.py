"""已发布的清单 The issued lists of areas: public facts, each as it was issued."""

from collections.abc import Iterable

from django.db.models import Max, QuerySet

from yizhi.rules.refusal import Absent

from ..models import IssuedList


def issued_lists(area: str = "") -> QuerySet[IssuedList]:
    """Return the issued lists of one area, or of all (`area` empty), newest first; for whoever asks."""
    rows = IssuedList.objects.select_related("area", "body").order_by("-issued_at", "-dossier")
    return rows.filter(area=area) if area else rows


def issued_list(dossier: str) -> IssuedList:
    """Return one issued list. Raises `Absent`."""
    found = issued_lists().filter(dossier=dossier).first()
    if found is None:
        raise Absent("这份清单")
    return found


def issued_before(row: IssuedList) -> IssuedList | None:
    """Return the list of the same area that was issued before this one, or None."""
    return issued_lists(row.area_id).filter(issued_at__lt=row.issued_at).first()


def latest_issued(areas: Iterable[str]) -> list[IssuedList]:
    """Return of each of these areas the list issued last, in the order of their codes."""
    last = IssuedList.objects.filter(area__in=list(areas)).values("area").annotate(at=Max("issued_at"))
    wanted = {(row["area"], row["at"]) for row in last}
    rows = issued_lists().filter(area__in=[area for area, _ in wanted], issued_at__in=[at for _, at in wanted])
    return sorted((row for row in rows if (row.area_id, row.issued_at) in wanted), key=lambda row: row.area_id)
