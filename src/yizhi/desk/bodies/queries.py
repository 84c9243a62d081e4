"""机关 Who decides in its own name. Bodies are public facts: every signed-in role reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from yizhi.desk.record.models import DatedFact
from yizhi.rules.authority.standing import Registered
from yizhi.rules.refusal import Absent

from .models import Body, ConcentratedPower, Seal, SubjectStanding


@dataclass(frozen=True, slots=True)
class Register:
    """登记簿 The bodies with the confirmations and decisions known at one moment."""

    bodies: Mapping[str, Body]
    standings: Mapping[str, SubjectStanding]
    powers: tuple[ConcentratedPower, ...]

    def of(self, code: str, on: date) -> Registered:
        """Return what the register says of a body on the day `on`."""
        body, row = self.bodies[code], self.standings.get(code)
        confirmed = row is not None and bool(row.document) and _holds(row, on)
        decided = [one for one in self.powers if one.body_id == code and _holds(one, on)]
        return Registered(
            name=body.name,
            known=row is not None,
            confirmed=confirmed,
            announced=row is not None and row.announced_on is not None and row.announced_on <= on,
            domain=body.domain,
            department=body.kind == Body.Kind.DEPARTMENT,
            concentrated=frozenset(domain for one in decided for domain in one.domains),
        )


def read_register(known_at: datetime | None = None) -> Register:
    """Return the register as known at a moment, None = now."""
    return Register(
        bodies={one.pk: one for one in Body.objects.all()},
        standings={one.body_id: one for one in SubjectStanding.objects.known(known_at)},
        powers=tuple(ConcentratedPower.objects.known(known_at).order_by("valid_from", "pk")),
    )


def _holds(row: DatedFact, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or on < row.valid_to)


def bodies(q: str = "", kind: str = "") -> QuerySet[Body]:
    """Return the bodies whose name or short name holds `q`, of one kind when given, in the order of kinds and codes."""
    found = Body.objects.select_related("parent", "town").order_by("kind", "code")
    if q:
        found = found.filter(Q(name__contains=q) | Q(short_name__contains=q) | Q(code=q))
    return found.filter(kind=kind) if kind else found


def body(code: str) -> Body:
    """Return one body with its review body and town. Raises `Absent`."""
    found = Body.objects.select_related("parent", "town", "county").filter(pk=code).first()
    if found is None:
        raise Absent("这个机关")
    return found


def body_of_town(town: str) -> Body | None:
    """Return the authority body of a town; none when it is not entered yet."""
    return Body.objects.filter(town=town).first()


def seal_on(body: str, on: date) -> Seal | None:
    """Return the seal a body uses on the day `on`, the newest when there are several."""
    held = Seal.objects.filter(body=body, valid_from__lte=on).filter(Q(valid_to=None) | Q(valid_to__gt=on))
    return held.order_by("-valid_from", "-pk").first()


def domains() -> list[str]:
    """Return the domains that departments answer for, each once, in the order of the departments' codes."""
    held = Body.objects.filter(kind=Body.Kind.DEPARTMENT).exclude(domain="").order_by("code")
    return list(dict.fromkeys(held.values_list("domain", flat=True)))
