"""人员 Officers on a day: whose they are, where they are posted, whether they count.

Names and certificates are shown on duty anyway; a phone number only to those who share the body or the area, and to the keepers.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Membership
from yizhi.rules.refusal import Absent

from .certificates import Worth, worth
from .identity import Identity
from .models import Account, Certificate, Officer, Posting, Service


@dataclass(frozen=True, slots=True)
class Present:
    """One officer on a day: the service, the postings and the certificates that are known; what the certificates are worth."""

    officer: Officer
    service: Service | None
    postings: tuple[Posting, ...]
    certificates: tuple[Certificate, ...]
    worth: Worth

    @property
    def counts(self) -> bool:
        """Whether the officer counts as one at all: in service with a good certificate."""
        return self.service is not None and self.worth.counts

    @property
    def why(self) -> str:
        """Why the officer does not count; empty when the officer does."""
        return self.worth.why if self.service is not None else "这一天没有执法资格所属机关"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which officers a list asks for; empty means all. Area and domain together mean those posted there by departments of the domain."""

    q: str = ""
    body: str = ""
    area: str = ""
    domain: str = ""


def officers_on(on: date, wanted: Wanted | None = None) -> list[Present]:
    """Return the officers on the day `on` that are wanted, in the order of codes."""
    asked = wanted or Wanted()
    rows = Officer.objects.order_by("code")
    if asked.q:
        numbered = Certificate.objects.known().filter(number=asked.q).values("officer_id")
        rows = rows.filter(Q(name__contains=asked.q) | Q(code=asked.q) | Q(code__in=numbered))
    found = _present(rows, on, asked.domain)
    if asked.body:
        found = [one for one in found if one.service and asked.body in {one.service.body_id, one.service.employer_id}]
    if asked.area and asked.domain:
        return [one for one in found if _sent(one, asked.area, asked.domain)]
    if asked.domain:
        found = [one for one in found if one.service and one.service.body.domain == asked.domain]
    return [one for one in found if asked.area in areas_of(one, on)] if asked.area else found


def officer(code: str, on: date) -> Present:
    """Return one officer on the day `on`. Raises `Absent`."""
    found = _present(Officer.objects.filter(pk=code), on)
    if not found:
        raise Absent("这个执法人员")
    return found[0]


def services_of(officer: str) -> list[Service]:
    """Return every service of an officer as known now, the earliest first."""
    return list(
        Service.objects.known().filter(officer=officer).select_related("body", "employer").order_by("valid_from")
    )


def areas_of(present: Present, on: date) -> frozenset[str]:
    """Return the areas an officer works in on a day: where posted, and where the officer's own town lies."""
    posted = {posting.area_id for posting in present.postings}
    town = present.service.body.town_id if present.service else None
    own = Membership.objects.known().holding(on).filter(town=town).values_list("area_id", flat=True) if town else ()
    return frozenset(posted | set(own))


def may_see_phone(identity: Identity, present: Present, on: date) -> bool:
    """Tell whether an identity is shown an officer's phone: the same body, a shared area, or a keeper of the facts."""
    if identity.may_maintain or identity.officer == present.officer.pk:
        return True
    if present.service and identity.body in {present.service.body_id, present.service.employer_id}:
        return True
    mine = {identity.area} if identity.area else set()
    if identity.officer:
        mine |= areas_of(officer(identity.officer, on), on)
    return bool(mine & areas_of(present, on))


def accounts(q: str = "") -> list[Account]:
    """Return the accounts whose sign-in name or name holds `q`, with their appointments, in the order of names."""
    rows = Account.objects.select_related("officer").prefetch_related("appointments__body", "appointments__area")
    return list((rows.filter(Q(username__contains=q) | Q(name__contains=q)) if q else rows).order_by("username"))


def account(username: str) -> Account:
    """Return one account. Raises `Absent`."""
    found = Account.objects.select_related("officer").filter(username=username).first()
    if found is None:
        raise Absent("这个账号")
    return found


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Return the short names of bodies by their codes."""
    return dict(Body.objects.filter(pk__in=set(codes)).values_list("code", "short_name"))


def _present(rows: Iterable[Officer], on: date, domain: str = "") -> list[Present]:
    found = list(rows)
    codes = [one.pk for one in found] if len(found) < 50 else None
    services = _by_officer(Service.objects.known().holding(on).select_related("body", "employer"), codes)
    postings = _by_officer(Posting.objects.known().holding(on).select_related("area"), codes)
    certificates = _by_officer(Certificate.objects.known(), codes)
    return [
        Present(
            one,
            next(iter(services[one.pk]), None),
            tuple(postings[one.pk]),
            tuple(certificates[one.pk]),
            worth(certificates[one.pk], on, domain),
        )
        for one in found
    ]


def _by_officer(rows: Any, codes: list[str] | None) -> dict[str, list[Any]]:
    kept: dict[str, list[Any]] = defaultdict(list)
    for row in (rows if codes is None else rows.filter(officer__in=codes)).order_by("valid_from", "pk"):
        kept[row.officer_id].append(row)
    return kept


def _sent(one: Present, area: str, domain: str) -> bool:
    """Tell whether a department of the domain has posted this officer to the area to act in its name."""
    if one.service is None or one.service.body.kind != Body.Kind.DEPARTMENT or one.service.body.domain != domain:
        return False
    return any(posting.area_id == area and one.service.body_id in posting.acts_for for posting in one.postings)
