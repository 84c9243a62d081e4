"""检查（示意） Three visits in 连山镇, played through the product's own actions: one done together, one waiting for a head, one that others could join."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.desk.inspections.actions import perform, plan
from yizhi.desk.inspections.models import Visit
from yizhi.desk.inspections.shapes import Plan, Share
from yizhi.desk.matters.queries import people_for
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.actions import register_party
from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account, Role
from yizhi.desk.places.models import Village

from .parties import Fiction
from .tables import rows

CAPTAIN = "duizhang"
HEADS = {"lianshan": "fuzeren"}
NO_CAP = "主管部门的上限没有录入，按年度计划检查，两家一起去（示意）"
FOOD, STREET = ("GH-137", "GH-138"), ("GH-152",)
DOMAINS = ("市场监管", "城市管理", "农业")
WHY = {f"annual-cap-unknown-{domain}": NO_CAP for domain in DOMAINS}


def play_inspections(now: datetime) -> None:
    """Play the visits up to `now`, all of them or none."""
    with transaction.atomic():
        _done_together(now)
        _waits_for_a_head(now)
        _could_be_joined(now)


def _done_together(now: datetime) -> None:
    day = _at(now, -20, 8)
    place = shop(801, "餐馆", day)
    visit = _planned(place, _at(now, -18, 9), {"market": FOOD, "lianshan": STREET}, day)
    for body in ("market", "lianshan"):
        _do(HEADS.get(body, f"{body}-approver"), visit, "approve_inspection", day, (body,), opinion="同意", answers=WHY)
    at = _at(now, -18, 9)
    _do(CAPTAIN, visit, "notify_inspection", at, recipient=place.legal_representative)
    _do(CAPTAIN, visit, "begin_inspection", at + timedelta(minutes=5), credentials_shown=True, rights_told=True)
    told = {
        "market": "冷柜里两盒酸奶过了保质期，进货台账缺十月的（示意）。",
        "lianshan": "门前没有占道堆放（示意）。",
    }
    start, end = (f"{timezone.localtime(at + timedelta(minutes=wait)):%Y-%m-%dT%H:%M}" for wait in (5, 50))
    for body, findings in told.items():
        facts = {"started_at": start, "ended_at": end, "findings": findings}
        _do(CAPTAIN, visit, "record_inspection", at + timedelta(minutes=55), (body,), **facts)
    _do(CAPTAIN, visit, "find_nothing", at + timedelta(minutes=60), ("lianshan",))
    by = (timezone.localdate(now) + timedelta(days=3)).isoformat()
    demand = "过期食品下架，补齐进货台账（示意）。"
    _do(CAPTAIN, visit, "order_inspected", at + timedelta(minutes=65), ("market",), demand=demand, correct_by=by)


def _waits_for_a_head(now: datetime) -> None:
    day = _at(now, -1, 8)
    visit = _planned(shop(802, "火锅店", day), _at(now, 2, 9), {"market": FOOD, "lianshan": STREET}, day)
    _do("market-approver", visit, "approve_inspection", day, ("market",), opinion="同意", answers=WHY)


def _could_be_joined(now: datetime) -> None:
    day = _at(now, -1, 9)
    _planned(shop(803, "粮油店", day), _at(now, 6, 9), {"agriculture": ("GH-129",)}, day)


def _at(now: datetime, days: int, hour: int) -> datetime:
    return timezone.localtime(now).replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=days)


def shop(number: int, trade: str, at: datetime) -> Party:
    """Register a fictional shop in the town and return it."""
    village = Village.objects.select_related("town").filter(town=_town()).order_by("code")[number % 3]
    told = Fiction(Party.Kind.SELF_EMPLOYED, number, trade).told(f"{village.town.name}{village.name}")
    done = register_party(
        identity=_who("duiyuan", at), told=told, town=village.town_id, now=at, confirmed=True, demo=True
    )
    return done.party


def _planned(place: Party, starts: datetime, shares: dict[str, Sequence[str]], at: datetime) -> Visit:
    town = _town()
    parts = []
    for body, items in shares.items():
        people = people_for(items[0], town, timezone.localdate(starts), "inspect")
        able = [person.code for person in people if person.counts and (body != "lianshan" or person.body == body)]
        parts.append(Share(body=body, items=items, officers=able[:2]))
    wanted = Plan(
        party=place.code,
        town=town,
        place=place.address,
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        reason="年度检查计划（示意）",
        shares=parts,
        demo=True,
        facts={"answers": WHY},
    )
    return plan(_who(CAPTAIN, at), wanted, id=uuid7(), done_at=at, now=at)


def _do(username: str, visit: Visit, kind: str, at: datetime, bodies: Sequence[str] = (), **facts: object) -> None:
    parts = [part.pk for part in visit.parts.all() if not bodies or part.body_id in bodies]
    perform(_who(username, at), visit.pk, Told(id=uuid7(), kind=kind, done_at=at, facts=facts), parts, now=at)


def _who(username: str, at: datetime) -> Identity:
    account = Account.objects.select_related("officer").get(username=username)
    held = identities(account, on=timezone.localdate(at))
    return next((identity for identity in held if identity.role == Role.CAPTAIN), held[0])


def _town() -> str:
    return next(row["code"] for row in rows("towns") if row["body"] == "lianshan")
