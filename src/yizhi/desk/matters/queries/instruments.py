"""凭据 What a line of the list stands on: an allocation with all its versions, or a department's letter."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Posting, Service
from yizhi.rules.refusal import Absent

from ..models import Allocation, DutyLetter, ItemVersion


@dataclass(frozen=True, slots=True)
class Instrument:
    """An allocation as known now, and every row of it that was known before, the newest first."""

    current: Allocation
    versions: tuple[Allocation, ...]


def instrument(identity: Identity, fact: str) -> Instrument:
    """Return an allocation with its versions. Raises `Absent`."""
    rows = Allocation.objects.filter(fact=fact).select_related("item", "town").order_by("-recorded_at", "-pk")
    versions = tuple(rows) if identity.account else ()
    if not versions:
        raise Absent("这条权属")
    return Instrument(next((row for row in versions if row.superseded_at is None), versions[0]), versions)


def duty_letters(identity: Identity, area: str) -> QuerySet[DutyLetter]:
    """Return the letters that departments have sent to an area, those ended too, the newest first."""
    if not identity.account:
        raise Absent("明确函")
    rows = DutyLetter.objects.known().filter(area=area).select_related("body", "area")
    return rows.order_by("-valid_from", "number")


def duty_letter(identity: Identity, fact: str) -> DutyLetter:
    """Return one letter as known now. Raises `Absent`."""
    found = DutyLetter.objects.known().filter(fact=fact).select_related("body", "area").first()
    if found is None or not identity.account:
        raise Absent("这份明确函")
    return found


def items_of(letter: DutyLetter, on: date) -> list[ItemVersion]:
    """Return the items of a letter as they read on `on`, by code."""
    return list(ItemVersion.objects.known().holding(on).filter(item__in=letter.items).order_by("item_id"))


def departments_posting_to(area: str, on: date) -> list[str]:
    """Return the codes of the departments that have officers posted to an area on `on`."""
    posted = Posting.objects.known().holding(on).filter(area=area).values("officer")
    serving = Service.objects.known().holding(on).filter(officer__in=posted, body__kind="department")
    return sorted(set(serving.values_list("body", flat=True)))


def items_owned_by(body: str, on: date) -> list[tuple[str, str]]:
    """Return code and name of the items of a department in force on `on`."""
    rows = ItemVersion.objects.known().holding(on).filter(owner=body).order_by("item_id")
    return list(rows.values_list("item_id", "name"))
