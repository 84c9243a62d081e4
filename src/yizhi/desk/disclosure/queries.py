"""公示 Finding and permitting in one step; what the public reads is a query of its own that knows nothing of anybody's sight."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from yizhi.desk.cases.models import Case
from yizhi.desk.cases.queries import case as found_case
from yizhi.desk.papers.models import Paper
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.models import Entry
from yizhi.rules.disclosure.table import FELL
from yizhi.rules.refusal import Absent

from .around import DECISION_PAPERS, DECISIONS
from .models import Disclosure
from .permitting import found, visible, visible_cases

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list is asked for: `stage` one of `STAGES` or empty; `after` the number the page before ended with, in public lists with its day."""

    q: str = ""
    body: str = ""
    town: str = ""
    stage: str = ""
    since: date | None = None
    until: date | None = None
    after: str = ""
    after_day: date | None = None


def disclosures(identity: Identity, wanted: Wanted) -> QuerySet[Disclosure]:
    """Return the disclosures that are wanted and seen, newest first."""
    return _narrowed(visible(identity), wanted).select_related("body", "town", "case").order_by("-dossier")


def disclosure(identity: Identity, dossier: str) -> Disclosure:
    """Return one disclosure. Raises `Absent`."""
    return found(identity, dossier)


def case_of(identity: Identity, dossier: str) -> Case:
    """Return a case for drafting. Raises `Absent`."""
    return found_case(identity, dossier)


def live(case: str) -> Disclosure | None:
    """Return the disclosure of a case's dossier that stands, drafted or published; none when all were withdrawn."""
    return Disclosure.objects.filter(case=case).exclude(stage="withdrawn").first()


def undrafted(identity: Identity, wanted: Wanted | None = None) -> QuerySet[Case]:
    """Return the cases within sight with a penalty decision that nobody has drafted and nobody decided not to disclose, newest first.

    One that was withdrawn comes back when the decision was changed, or made again, since it was drafted.
    """
    decided = Paper.objects.filter(kind__in=DECISION_PAPERS).values("dossier")
    withheld = Entry.objects.filter(kind="review_disclosure", facts__disclosed=False).values("dossier")
    drafted = Disclosure.objects.exclude(stage="withdrawn", pk__in=_again().values("pk")).values("case")
    rows = visible_cases(identity).filter(dossier__in=decided)
    rows = rows.exclude(dossier__in=withheld).exclude(dossier__in=drafted).order_by("-dossier")
    if wanted and wanted.q:
        rows = rows.filter(search__bigrams=wanted.q)
    return rows.filter(dossier__lt=wanted.after) if wanted and wanted.after else rows


def again(identity: Identity) -> QuerySet[Case]:
    """Return of the undrafted those whose earlier disclosure was withdrawn because the decision was changed: the change is told anew."""
    return undrafted(identity).filter(dossier__in=_again(decisions=False).filter(stage="withdrawn").values("case"))


def _again(*, decisions: bool = True) -> QuerySet[Disclosure]:
    changed = Q(kind="contest_result", facts__contest_outcome="changed")
    later = Entry.objects.filter(
        changed | Q(kind__in=DECISIONS) if decisions else changed,
        dossier=OuterRef("case"),
        recorded_at__gt=OuterRef("drafted_at"),
    )
    return Disclosure.objects.filter(Exists(later))


def corrected(rows: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    """Return of the published ones those whose decision paper was put right since they were written, and whose decision still stands."""
    later = Entry.objects.filter(
        kind="correct_decision", dossier=OuterRef("case"), recorded_at__gt=OuterRef("drafted_at")
    )
    return rows.filter(Exists(later), stage="published").exclude(pk__in=fallen(rows).values("pk"))


def fallen(rows: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    """Return of the published ones those whose decision fell in a review or suit since they were drafted: they are to be withdrawn."""
    result = Entry.objects.filter(
        kind="contest_result",
        dossier=OuterRef("case"),
        facts__contest_outcome__in=list(FELL),
        recorded_at__gt=OuterRef("drafted_at"),
    )
    return rows.filter(Exists(result), stage="published")


def counts(identity: Identity) -> dict[str, int]:
    """Return how many wait: for a draft, for publication, for withdrawal, for correction."""
    seen = visible(identity)
    return {
        "undrafted": undrafted(identity).count(),
        "drafted": seen.filter(stage="drafted").count(),
        "fallen": fallen(seen).count(),
        "corrected": corrected(seen).count(),
    }


def public(wanted: Wanted, on: date) -> QuerySet[Disclosure]:
    """Return what anybody may read on a day: published, its period not over; withdrawn ones keep their line with the reason."""
    shown = Q(shown_until=None) | Q(shown_until__gte=on)
    rows = Disclosure.objects.filter(shown, published_on__lte=on).select_related("body", "town")
    return _narrowed(rows, wanted).order_by("-published_on", "-dossier")


def public_one(dossier: str, on: date) -> Disclosure:
    """Return one of them. Raises `Absent`."""
    row = public(Wanted(), on).filter(dossier=dossier).first()
    if row is None:
        raise Absent("这条公示")
    return row


def _narrowed(rows: QuerySet[Disclosure], wanted: Wanted) -> QuerySet[Disclosure]:
    exact = {"body": wanted.body, "town": wanted.town, "stage": wanted.stage}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if wanted.q:
        rows = rows.filter(search__bigrams=wanted.q)
    if wanted.since:
        rows = rows.filter(published_on__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(published_on__lte=wanted.until)
    if wanted.after_day:
        earlier = Q(published_on__lt=wanted.after_day)
        return rows.filter(earlier | Q(published_on=wanted.after_day, dossier__lt=wanted.after))
    return rows.filter(dossier__lt=wanted.after) if wanted.after else rows
