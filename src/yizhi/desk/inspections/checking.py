"""安排前核对 What a plan names is looked up before anything is written: a name nobody knows is said, never dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.parties.models import Party
from yizhi.desk.parties.queries import party as party_seen
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town, Village
from yizhi.rules.procedure.visiting import STATE
from yizhi.rules.refusal import bad_input, refuse

from . import queries
from .knowing import answer_of
from .models import Inspection, Visit
from .shapes import Plan, Share

LONGEST_PLACE = 200
KINDS = ("daily", "special", "case")
Looked = tuple[Share, Body, list[Item]]


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan whose names are all known."""

    party: Party
    town: Town
    day: date
    shares: Sequence[Looked]
    recheck_of: Inspection | None


def check(identity: Identity, wanted: Plan, joined: Visit | None, *, now: datetime) -> Checked:
    """Look up what a plan names. Raises `BadInput` for a field, `inspection-not-yours`, `inspection-of-a-person`, `Absent` for a party unseen."""
    if not identity.officer:
        raise refuse(
            "inspection-not-yours", "检查由执法人员安排。", STATE, "请执法人员安排，或者换成执法人员身份。", "body"
        )
    party = party_seen(identity, joined.party_id if joined else wanted.party)
    if party.kind == Party.Kind.INDIVIDUAL:
        raise refuse(
            "inspection-of-a-person",
            "这里安排对企业、个体工商户和其他组织的检查，不能安排对自然人的检查。",
            STATE,
            "选择它登记的企业或者个体工商户。",
            "party",
        )
    town = joined.town if joined else _town(wanted)
    start = joined.starts_at if joined else _times(wanted, now)
    day = timezone.localdate(start)
    return Checked(party, town, day, _shares(identity, wanted, joined, town, day), _recheck(identity, wanted, party))


def _town(wanted: Plan) -> Town:
    town = Town.objects.filter(pk=wanted.town).first()
    if town is None:
        raise bad_input("town", "没有这个镇（街道）。", "从列表里选。")
    if wanted.village and not Village.objects.filter(code=wanted.village, town=town).exists():
        raise bad_input("village", "所选的村（社区）不在这个镇（街道）。", "重新选择村（社区）。")
    if len(wanted.place) > LONGEST_PLACE or "\x00" in wanted.place:
        raise bad_input("place", f"地点不超过{LONGEST_PLACE}字。", "写短一些。")
    return town


def _times(wanted: Plan, now: datetime) -> datetime:
    if wanted.kind not in KINDS:
        raise bad_input("kind", "检查类型只有日常、专项、个案。", "从这三种里选。")
    if wanted.starts_at is None or wanted.ends_at is None:
        raise bad_input("starts_at", "没有写从几点到几点。", "写明计划开始和结束的时间。")
    if wanted.ends_at < now and not wanted.facts.get("inspection_urgent_reason"):
        raise bad_input("ends_at", "计划的时间已经过去。", "写还没有到的时间。")
    return wanted.starts_at


def _shares(identity: Identity, wanted: Plan, joined: Visit | None, town: Town, day: date) -> list[Looked]:
    if not wanted.shares:
        raise bad_input("shares", "没有选哪个机关查什么。", "至少选一个机关的检查事项。", "inspection-items-missing")
    if len({share.body for share in wanted.shares}) < len(wanted.shares):
        raise bad_input("shares", "同一个机关写了两次。", "合在一起写。")
    return [_share(identity, share, joined, town, day) for share in wanted.shares]


def _share(identity: Identity, share: Share, joined: Visit | None, town: Town, day: date) -> Looked:
    body = Body.objects.filter(pk=share.body).first()
    items = list(Item.objects.filter(pk__in=list(share.items)).order_by("pk"))
    if body is None:
        raise bad_input("shares", "没有这个机关。", "从列表里选。")
    if not items or len(items) < len(set(share.items)):
        raise bad_input(
            "shares",
            f"{body.name}查什么没有选，或者选了没有的事项。",
            "从已公布的检查事项里选。",
            "inspection-items-missing",
        )
    mode = answer_of(items[0].pk, town.pk, share.officers, "", day).mode or ""
    if not identity.sight.sees(body.pk, town.pk, mode):
        raise refuse(
            "inspection-not-yours",
            f"{body.name}在{town.name}的检查不在您的职责范围内。",
            STATE,
            "请该机关的执法人员或者片区队长安排。",
            "body",
        )
    if joined and joined.parts.filter(body=body).exists():
        raise refuse("already-in-visit", f"{body.name}已经在这次检查里。", STATE, "用“改安排”。", "body")
    return share, body, items


def _recheck(identity: Identity, wanted: Plan, party: Party) -> Inspection | None:
    if not wanted.recheck_of:
        return None
    part = queries.part(identity, wanted.recheck_of)
    same = part.visit.party_id == party.pk and [share.body for share in wanted.shares] == [part.body_id]
    if part.stage != "correcting" or not same:
        raise bad_input(
            "recheck_of", "复查的那一次不在等改正，或者不是同一家、同一个机关。", "从那一次检查的页面安排复查。"
        )
    return part
