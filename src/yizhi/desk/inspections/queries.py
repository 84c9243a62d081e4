"""检查 Finding and permitting in one step: a visit is seen by whoever sees one of its parts."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from yizhi.desk.papers.ground import Ground
from yizhi.desk.people.identity import Identity
from yizhi.rules.refusal import Absent

from .models import Inspection, Visit

PAGE = 20
OPEN = ("planned", "approved", "notified", "on_site", "recorded", "correcting")
ROWS = Inspection.objects.select_related("body", "town", "visit__party", "visit__village").prefetch_related("items")


def parts(identity: Identity) -> QuerySet[Inspection]:
    """Return the parts of visits this identity sees, newest first."""
    return ROWS.filter(identity.sight.q(mode="mode")).order_by("-dossier")


def parts_of(identity: Identity, visit: Visit) -> QuerySet[Inspection]:
    """Return the parts of one visit this identity sees, by body: dossier numbers come by chance and would mix them anew each time."""
    return parts(identity).filter(visit=visit).order_by("body")


def visits(identity: Identity, show: str = "open", party: str = "") -> QuerySet[Visit]:
    """Return the visits of which this identity sees a part: `open` not ended, the next one first; `over` ended, newest first; empty all.

    With `party` only those to this shop.
    """
    seen = Inspection.objects.filter(identity.sight.q(mode="mode"), visit=OuterRef("pk"))
    if show == "open":
        rows = Visit.objects.filter(Exists(seen.filter(ended=False))).order_by("starts_at", "code")
    elif show == "over":
        rows = (
            Visit.objects.filter(Exists(seen)).exclude(Exists(seen.filter(ended=False))).order_by("-starts_at", "-code")
        )
    else:
        rows = Visit.objects.filter(Exists(seen)).order_by("-starts_at", "-code")
    whole = Prefetch("parts", queryset=ROWS.order_by("body"))
    rows = rows.filter(party=party) if party else rows
    return rows.select_related("party", "town", "village").prefetch_related(whole)


def visit(identity: Identity, code: str) -> Visit:
    """Return one visit, or `Absent`."""
    found = visits(identity, "").filter(pk=code).first()
    if found is None:
        raise Absent("这次检查")
    return found


def part(identity: Identity, dossier: str) -> Inspection:
    """Return one body's part of a visit, or `Absent`."""
    found = parts(identity).filter(pk=dossier).first()
    if found is None:
        raise Absent("这次检查")
    return found


def correcting(identity: Identity, until: date, town: str = "") -> QuerySet[Inspection]:
    """Return the parts this identity sees whose shop has until a day, on or before `until`, to correct; the nearest first."""
    rows = parts(identity).filter(stage="correcting", correct_by__lte=until).order_by("correct_by", "dossier")
    return rows.filter(town=town) if town else rows


def unapproved(identity: Identity, town: str = "") -> QuerySet[Inspection]:
    """Return the urgent parts this identity sees whose approval was not made up yet, the longest ago first."""
    rows = parts(identity).filter(unapproved=True, ended=False).order_by("arrived_on", "dossier")
    return rows.filter(town=town) if town else rows


def visit_of(identity: Identity, dossier: str) -> str:
    """Return the code of the visit whose part a dossier is, when this identity sees the part; nothing otherwise."""
    found = Inspection.objects.filter(identity.sight.q(mode="mode"), pk=dossier).values_list("visit", flat=True).first()
    return str(found) if found else ""


def ground_of(part: Inspection) -> Ground:
    """Return what is settled about the dossier of a part; what is known around the visit is added for an act."""
    visit, items = part.visit, list(part.items.all())
    return Ground(
        dossier=part.dossier_id,
        procedure="inspection",
        procedure_version=1,
        body=part.body_id,
        town=part.town_id,
        village=visit.village_id or "",
        item=items[0].pk if items else "",
        domain=items[0].domain if items else "",
        party=visit.party_id,
        party_kind=visit.party.kind,
        title=f"{visit.party.name}　行政检查",
        act_day=timezone.localdate(visit.starts_at),
        place=place_of(visit),
        mode=part.mode,
        demo=visit.demo,
    )


def place_of(visit: Visit) -> str:
    """Return where a visit goes, in words, beginning with the town."""
    named = visit.place.removeprefix(visit.town.name)
    return "".join(part for part in (visit.town.name, visit.village.name if visit.village else "", named) if part)
