"""案件 Finding and permitting in one step. One predicate for list, detail, search, count and export."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from yizhi.desk.papers.models import Evidence, Paper
from yizhi.desk.papers.proceeding import circumstances, state_of
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
    return Case.objects.filter(identity.sight.q())


def cases(identity: Identity, wanted: Wanted) -> QuerySet[Case]:
    """Return the cases that are wanted and seen, newest first, from after the cursor."""
    rows = visible(identity).select_related("town", "body", "item", "party")
    exact = {"stage": wanted.stage, "body": wanted.body, "town": wanted.town, "party": wanted.party, "procedure": wanted.procedure}
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


def case(identity: Identity, dossier: str) -> Case:
    """Return one case, or `Absent`."""
    found = case_or_none(identity, dossier)
    if found is None:
        raise Absent("这个案件")
    return found


def record_of(case: Case) -> QuerySet[Entry]:
    """Return the record of a case that was found, oldest first."""
    return Entry.objects.filter(dossier=case.dossier_id).order_by("seq")


def papers_of(case: Case) -> QuerySet[Paper]:
    """Return the papers of a case that was found, in the dossier's order."""
    return Paper.objects.filter(dossier=case.dossier_id).order_by("position")


def evidence_of(case: Case) -> QuerySet[Evidence]:
    """Return the evidence of a case that was found."""
    return Evidence.objects.filter(dossier=case.dossier_id).order_by("kept_at")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands for one identity now: its state, what may be done, which limits run."""

    state: CaseState
    offers: tuple[Offer, ...]
    limits: tuple[Limit, ...]


def standing_of(identity: Identity, case: Case, *, now: datetime) -> Standing:
    """Return where a case that was found stands for this identity at the moment `now`."""
    ground = ground_of(case)
    procedure = procedure_of(case.procedure, int(case.procedure_version))
    state = state_of(case.dossier_id, procedure)
    world = circumstances(identity, ground, state, now=now)
    return Standing(state, offers(procedure, state, world), limits(state, world))
