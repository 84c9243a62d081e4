"""案件 Finding and permitting in one step. One predicate for list, detail, search, count and export."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from yizhi.desk.leads.actions import ground_of as lead_ground
from yizhi.desk.leads.queries import lead
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.rules.procedure.judge import Offer, offers
from yizhi.rules.procedure.limits import Limit, limits
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.tables import procedure_of
from yizhi.rules.refusal import Absent

from .ground import ground_of
from .models import Case

PAGE = 20
MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list is asked for. `after` is the dossier number the page before ended with."""

    stage: str = ""
    due_before: date | None = None
    body: str = ""
    town: str = ""
    q: str = ""
    party: str = ""
    procedure: str = ""
    ended: bool | None = None
    after: str = ""


def visible(identity: Identity) -> QuerySet[Case]:
    """Return the cases this identity sees."""
    return Case.objects.filter(identity.sight.q(mode="mode"))


def cases(identity: Identity, wanted: Wanted) -> QuerySet[Case]:
    """Return the cases that are wanted and seen, newest first, from after the cursor."""
    return bare(identity, wanted).select_related("town", "body", "item", "party")


def bare(identity: Identity, wanted: Wanted) -> QuerySet[Case]:
    """Return the same rows without what they point to, for readers that need codes only."""
    rows = visible(identity)
    exact = {
        "stage": wanted.stage,
        "body": wanted.body,
        "town": wanted.town,
        "party": wanted.party,
        "procedure": wanted.procedure,
    }
    rows = rows.filter(**{key: value for key, value in exact.items() if value})
    if wanted.due_before:
        rows = rows.filter(due_on__lt=wanted.due_before)
    if wanted.ended is not None:
        rows = rows.filter(ended=wanted.ended)
    if wanted.q:
        rows = rows.filter(search__bigrams=wanted.q)
    if wanted.after:
        rows = rows.filter(dossier__lt=wanted.after)
    return rows.order_by("-dossier")


def count(identity: Identity, wanted: Wanted) -> tuple[int, bool]:
    """Return how many there are and whether that is exact; past a thousand nobody counts."""
    found = cases(identity, wanted).order_by().values("pk")[: MOST_COUNTED + 1].count()
    return min(found, MOST_COUNTED), found <= MOST_COUNTED


def case_or_none(identity: Identity, dossier: str) -> Case | None:
    """Return one case, or `None` when there is none that this identity sees."""
    return visible(identity).select_related("town", "body", "item", "party", "village").filter(dossier=dossier).first()


def sees(identity: Identity, dossier: str) -> bool:
    """Tell whether there is such a case and this identity sees it."""
    return visible(identity).filter(dossier=dossier).exists()


def case(identity: Identity, dossier: str) -> Case:
    """Return one case, or `Absent`."""
    found = case_or_none(identity, dossier)
    if found is None:
        raise Absent("这个案件")
    return found


def record_of(dossier: str) -> QuerySet[Entry]:
    """Return the record of a dossier that was found for somebody, oldest first."""
    return Entry.objects.filter(dossier=dossier).order_by("seq")


def papers_of(dossier: str) -> QuerySet[Paper]:
    """Return the papers of a dossier that was found for somebody, in the dossier's order."""
    return Paper.objects.filter(dossier=dossier).select_related("body").order_by("position")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a dossier stands for one identity now: its state, what may be done, which limits run."""

    state: CaseState
    offers: tuple[Offer, ...]
    limits: tuple[Limit, ...]


def standing_of(identity: Identity, ground: Ground, *, now: datetime) -> Standing:
    """Return where a dossier that was found stands for this identity at the moment `now`."""
    procedure = procedure_of(ground.procedure, ground.procedure_version)
    state = state_of(ground.dossier, procedure)
    world = circumstances(identity, ground, state, now=now)
    return Standing(state, offers(procedure, state, world), limits(state, world))


def limits_of(identity: Identity, case: Case, *, now: datetime) -> tuple[Limit, ...]:
    """Return the limits of a case that was found."""
    ground = ground_of(case)
    state = state_of(case.dossier_id, procedure_of(ground.procedure, ground.procedure_version))
    return limits(state, circumstances(identity, ground, state, now=now))


def open_ground(identity: Identity, dossier: str) -> Ground:
    """Return the ground of a dossier this identity sees, whether a lead or a case; else `Absent`."""
    found = case_or_none(identity, dossier)
    return ground_of(found) if found else lead_ground(lead(identity, dossier))


def offers_on(identity: Identity, dossier: str, *, now: datetime) -> tuple[Offer, ...]:
    """Return the acts offered to this identity on a dossier it sees, or `Absent`."""
    return standing_of(identity, open_ground(identity, dossier), now=now).offers
