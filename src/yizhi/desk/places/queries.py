"""区划与片区 Where a place belongs on a day. Places are public facts: every signed-in role reads them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from yizhi.rules.refusal import Absent

from .models import Area, Membership, Town, Village


@dataclass(frozen=True, slots=True)
class Member:
    """A town of an area with its interval [since, until) and the number of its villages."""

    town: Town
    fact: str
    since: date
    until: date | None
    villages: int


@dataclass(frozen=True, slots=True)
class AreaOn:
    """An area with its towns on a day."""

    area: Area
    members: tuple[Member, ...]


def areas_on(on: date) -> list[AreaOn]:
    """Return every area with the towns that belong to it on the day `on`, in the order of codes."""
    counted = dict(Town.objects.annotate(many=Count("villages")).values_list("code", "many"))
    held: dict[str, list[Member]] = defaultdict(list)
    for row in Membership.objects.known().holding(on).select_related("town").order_by("town_id"):
        held[row.area_id].append(Member(row.town, row.fact, row.valid_from, row.valid_to, counted[row.town_id]))
    areas = Area.objects.select_related("centre_town").order_by("code")
    return [AreaOn(area, tuple(held[area.pk])) for area in areas]


def loose_towns(on: date) -> QuerySet[Town]:
    """Return the towns that belong to no area on the day `on`."""
    held = Membership.objects.known().holding(on).values("town_id")
    return Town.objects.exclude(code__in=held).order_by("code")


def area_of(town: str, on: date) -> Area | None:
    """Return the area a town belongs to on the day `on`; none when it belongs to no area."""
    row = Membership.objects.known().holding(on).filter(town=town).select_related("area").first()
    return row.area if row else None


def town(code: str) -> Town:
    """Return one town. Raises `Absent`."""
    found = Town.objects.filter(pk=code).first()
    if found is None:
        raise Absent("这个镇（街道）")
    return found


def villages(town: str) -> QuerySet[Village]:
    """Return the villages and communities of a town, in the order of codes."""
    return Village.objects.filter(town=town).order_by("code")


def town_of(village: str) -> Town:
    """Return the town of a village. Raises `Absent`."""
    found = Village.objects.filter(pk=village).select_related("town").first()
    if found is None:
        raise Absent("这个村（社区）")
    return found.town


def memberships_of(town: str) -> QuerySet[Membership]:
    """Return every membership of a town as known now, the earliest first."""
    return Membership.objects.known().filter(town=town).select_related("area").order_by("valid_from")
