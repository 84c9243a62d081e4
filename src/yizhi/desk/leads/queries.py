"""线索 Finding and permitting in one step: what is not seen is not found."""

from django.db.models import Exists, OuterRef, QuerySet

from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import Absent

from .models import Lead

BEFORE_CASE = ("open_case",)


def leads(identity: Identity) -> QuerySet[Lead]:
    """Return the leads this identity sees, newest first."""
    return (
        Lead.objects.filter(identity.sight.q(mode="mode"))
        .select_related("town", "item", "party", "body", "village")
        .order_by("-dossier")
    )


def lead(identity: Identity, dossier: str) -> Lead:
    """Return one lead, or `Absent`."""
    found = leads(identity).filter(dossier=dossier).first()
    if found is None:
        raise Absent("这条线索")
    return found


def opened(dossier: str) -> bool:
    """Tell whether a case has been opened from the lead."""
    return Entry.objects.filter(dossier=dossier, kind__in=BEFORE_CASE).exists()


def open_leads(identity: Identity) -> QuerySet[Lead]:
    """Return the leads that have not become cases and have not ended."""
    begun = Entry.objects.filter(dossier=OuterRef("dossier"), kind__in=BEFORE_CASE)
    return leads(identity).filter(~Exists(begun))
