"""案件 Finding and permitting in one step. One predicate for list, detail, search, count and export."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from django.db.models import QuerySet

from yizhi.desk.leads.actions import ground_of as lead_ground
from yizhi.desk.leads.queries import lead
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.proceeding import seen, state_of
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.sight import Sight
from yizhi.desk.record.finding import match_of
from yizhi.desk.record.models import Entry
from yizhi.desk.record.prepared import Prepared, Slot
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.judge import Offer, offers
from yizhi.rules.procedure.limits import Limit, limits
from yizhi.rules.procedure.state import CaseState, fold
from yizhi.rules.procedure.tables import procedure_of
from yizhi.rules.refusal import Absent

from .ground import ground_of
from .models import Case
from .ordered import Sought, first_rows, matching, sought

PAGE = 20
TEXTS = ("stage", "body", "town", "party", "procedure", "after")
COLUMNS = (
    "dossier_id",
    "number",
    "title",
    "procedure",
    "stage",
    "ended",
    "body_id",
    "mode",
    "town_id",
    "item_id",
    "party_id",
    "act_day",
    "opened_on",
    "due_on",
    "due_rule",
    "handlers",
)
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


def cases(identity: Identity, wanted: Wanted, most: int) -> QuerySet[Case]:
    """Return the first `most` cases that are wanted and seen, newest first, from after the cursor."""
    words = sought(wanted.q)
    if wanted.q and words is None:
        return Case.objects.none()
    narrow = partial(_narrowed, wanted=wanted)
    rows = first_rows(identity.sight, narrow, most, words=words, after=wanted.after)
    return rows.select_related("town", "body", "item", "party")


def listed(identity: Identity, wanted: Wanted, most: int) -> list[tuple[Any, ...]]:
    """Return the same rows as `COLUMNS`, codes only, for readers that list them as they are."""
    words = sought(wanted.q)
    if wanted.q and words is None:
        return []
    told: dict[str, Any] = {name: getattr(wanted, name) for name in TEXTS if getattr(wanted, name)}
    slots: dict[str, Any] = {name: Slot(name) if name in told else "" for name in TEXTS}
    shape = None
    if words is not None:
        given = {f"word{number}": word for number, word in enumerate(words.words)}
        told |= {**given, **({"match": words.match} if words.match else {})}
        shape = Sought(Slot("match") if words.match else None, tuple(map(Slot, given)))
    return _listed(identity.sight, replace(wanted, q="", **slots), shape, most).all(**told)


@lru_cache(maxsize=500)
def _listed(sight: Sight, shape: Wanted, words: Sought | None, most: int) -> Prepared[tuple[Any, ...]]:
    rows = first_rows(sight, partial(_narrowed, wanted=shape), most, words=words, after=shape.after)
    return Prepared(rows.values_list(*COLUMNS))


def _narrowed(rows: QuerySet[Case], wanted: Wanted) -> QuerySet[Case]:
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
    if wanted.after:
        rows = rows.filter(dossier__lt=wanted.after)
    return rows.order_by("-dossier")


def count(identity: Identity, wanted: Wanted) -> tuple[int, bool]:
    """Return how many there are and whether that is exact; past a thousand nobody counts."""
    match = match_of(wanted.q)
    if wanted.q and match is None:
        return 0, True
    rows = matching(identity.sight, match) if match else visible(identity)
    found = _narrowed(rows, wanted).order_by().values("pk")[: MOST_COUNTED + 1].count()
    return min(found, MOST_COUNTED), found <= MOST_COUNTED


def case_or_none(identity: Identity, dossier: str) -> Case | None:
    """Return one case, or `None` when there is none that this identity sees."""
    return _one(identity.sight).first(dossier=dossier)


@lru_cache(maxsize=500)
def _one(sight: Sight) -> Prepared[Case]:
    rows = Case.objects.filter(sight.q(mode="mode")).select_related("town", "body", "item", "party", "village")
    return Prepared(rows.filter(dossier=Slot("dossier")).defer("search", "item__search", "party__search"))


def sees(identity: Identity, dossier: str) -> bool:
    """Tell whether there is such a case and this identity sees it."""
    return case_or_none(identity, dossier) is not None


def case(identity: Identity, dossier: str) -> Case:
    """Return one case, or `Absent`."""
    found = case_or_none(identity, dossier)
    if found is None:
        raise Absent("这个案件")
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a dossier stands for one identity now: its record, its state, what may be done, which limits run."""

    record: tuple[Entry, ...]
    state: CaseState
    offers: tuple[Offer, ...]
    limits: tuple[Limit, ...]


def standing_of(identity: Identity, ground: Ground, *, now: datetime) -> Standing:
    """Return where a dossier that was found stands for this identity at the moment `now`."""
    procedure = procedure_of(ground.procedure, ground.procedure_version)
    record = tuple(record_of(ground.dossier))
    state = fold(procedure, map(seen, record))
    world = circumstances(identity, ground, state, now=now)
    begun = limits(state, world)
    return Standing(record, state, offers(procedure, state, world, begun), begun)


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
