"""身份 Who acts, in which role, in whose name. One identity is active at a time, and the paper follows it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Area, Membership, Town
from yizhi.desk.record.marks import remembered

from .models import Account, Appointment, Posting, Role
from .sight import Grant, Sight

SEEN_BY = ("places", "bodies", "people", "accounts")


@dataclass(frozen=True, slots=True)
class Identity:
    """The active identity of a request: account, officer, role, body in whose name, area, and what it sees."""

    account: str
    name: str
    officer: str
    role: str
    appointment: int
    body: str
    body_name: str
    area: str
    sight: Sight
    law_qualified: bool = False
    first_time_reviewer: bool = False
    body_short: str = ""
    area_name: str = ""

    @property
    def key(self) -> str:
        """Return the value a session keeps: appointment and body."""
        return f"{self.appointment}:{self.body}"

    @property
    def may_maintain(self) -> bool:
        """Tell whether this identity keeps places, bodies, people, items and calendars."""
        return self.role in {Role.ADMINISTRATOR, Role.ESTABLISHMENT, Role.JUSTICE}


def identities(account: Account, *, on: date) -> list[Identity]:
    """Return every identity the account may take on the day `on`: its appointments, and for a posted officer each body of the posting."""
    return list(_identities(account.username, on))


@remembered(*SEEN_BY, most=2000)
def _identities(username: str, on: date) -> tuple[Identity, ...]:
    account = Account.objects.get(username=username)
    return tuple(_identity(account, appointment, body, on) for appointment, body in _held(account, on))


def identity_of(account: Account, key: str, *, on: date) -> Identity | None:
    """Return the one of those identities whose key this is, without finding out what the others see; `None` when it is not held."""
    pairs = _held(account, on)
    return next((_identity(account, *pair, on) for pair in pairs if key == f"{pair[0].pk}:{pair[1].pk}"), None)


def active(held: list[Identity], key: str) -> Identity | None:
    """Return of the identities held the one kept as `key`; else the first; else `None`."""
    return next((identity for identity in held if identity.key == key), held[0] if held else None)


def _held(account: Account, on: date) -> list[tuple[Appointment, Body]]:
    held = Appointment.objects.filter(account=account, valid_from__lte=on).filter(Q(valid_to=None) | Q(valid_to__gt=on))
    listed = held.select_related("body", "area").order_by("id")
    return [(appointment, body) for appointment in listed for body in _names_of(account, appointment, on)]


def _names_of(account: Account, appointment: Appointment, on: date) -> list[Body]:
    if appointment.role != Role.OFFICER or account.officer_id is None:
        return [appointment.body]
    codes = [appointment.body_id]
    for posting in Posting.objects.known().holding(on).filter(officer=account.officer_id):
        codes += [code for code in posting.acts_for if code not in codes]
    lent = Body.objects.in_bulk(codes[1:]) if codes[1:] else {}
    return [appointment.body, *(lent[code] for code in codes[1:] if code in lent)]


def _identity(account: Account, appointment: Appointment, body: Body, on: date) -> Identity:
    return Identity(
        account=account.username,
        name=account.name,
        officer=account.officer_id or "",
        role=appointment.role,
        appointment=appointment.pk,
        body=body.pk,
        body_name=body.name,
        area=appointment.area_id or "",
        sight=sight_of(appointment, body, account.officer_id, on),
        law_qualified=appointment.law_qualified,
        first_time_reviewer=appointment.first_time_reviewer,
        body_short=body.short_name,
        area_name=appointment.area.name if appointment.area else "",
    )


def sight_of(appointment: Appointment, body: Body, officer: str | None, on: date) -> Sight:
    """Return what a role sees: body × place. Administrators, the establishment office and supervisors see no case at all."""
    role = appointment.role
    if role == Role.JUSTICE:
        return Sight((Grant(None, None),), oversees=None)
    if role == Role.SUPERVISOR:
        return Sight(oversees=None)
    if role == Role.JUSTICE_OFFICE and appointment.area is not None:
        return Sight(oversees=area_towns(appointment.area, on))
    if role == Role.CAPTAIN and appointment.area is not None:
        return Sight((Grant(None, area_towns(appointment.area, on)),))
    if role in {Role.APPROVER, Role.REVIEWER, Role.LIAISON}:
        return Sight((Grant(frozenset({body.pk}), None),))
    if role == Role.OFFICER:
        return _officer_sight(body, officer, on)
    return Sight()


def _officer_sight(body: Body, officer: str | None, on: date) -> Sight:
    holding = Membership.objects.known().holding(on)
    if body.kind == Body.Kind.TOWN:
        areas = holding.filter(town=body.town_id).values("area")
        towns = frozenset(holding.filter(area__in=areas).values_list("town_id", flat=True)) | {body.town_id or ""}
        names = frozenset(Body.objects.filter(town__in=towns).values_list("code", flat=True))
        return Sight((Grant(names, towns),), towns)
    posted = Posting.objects.known().holding(on).filter(officer=officer or "").values("area")
    towns = frozenset(holding.filter(area__in=posted).values_list("town_id", flat=True))
    return Sight((Grant(frozenset({body.pk}), towns or None),))


def area_towns(area: Area, on: date) -> frozenset[str]:
    """Return the codes of the towns that belong to the area on the day `on`."""
    return frozenset(Membership.objects.known().holding(on).filter(area=area).values_list("town_id", flat=True))


def towns_seen(identity: Identity) -> list[Town]:
    """Return the towns an identity may work in, for choosing a place; all of them where the sight has no bound."""
    bounds = [grant.towns for grant in identity.sight.grants]
    if not bounds or any(bound is None for bound in bounds):
        return list(Town.objects.order_by("code"))
    return list(
        Town.objects.filter(code__in=frozenset[str]().union(*(bound for bound in bounds if bound))).order_by("code")
    )
