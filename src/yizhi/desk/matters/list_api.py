"""清单接口 The list of an area, what changed between two days, the boundary card of an item. Shapes only."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from yizhi.rules.authority import Charge
from yizhi.rules.refusal import Absent, bad_input

from .actions import enter_boundary_card
from .api import refuse_nul
from .models import BoundaryCard
from .queries import (
    Change,
    Side,
    Wanted,
    area_list,
    boundary_card,
    boundary_lines,
    instrument_words,
    list_changes,
    machine_readable,
)

router = Router(tags=["清单"])
MOST = 500


class TownOut(Schema):
    """一个镇（街道）"""

    code: str
    name: str


class AreaOut(Schema):
    """一个片区和这一天的成员镇"""

    code: str
    name: str
    towns: list[TownOut]


class TownPartOut(Schema):
    """一个镇（街道）有什么，凭哪份文书"""

    town: str
    town_name: str
    mode: str
    body: str
    instrument: str
    from_: str | None = Field(alias="from")
    to: str | None
    published_on: str | None
    transition_until: str | None


class LetterOut(Schema):
    """一份部门明确函"""

    body: str
    number: str
    from_: str = Field(alias="from")
    to: str | None


class ListedOut(Schema):
    """清单上的一个事项"""

    code: str
    source_number: int | None
    name: str
    kind: str
    domain: str
    owner: str
    bases: list[str]
    towns: list[TownPartOut]
    letters: list[LetterOut]


class ListOut(Schema):
    """一个片区一天的清单；`next` 是下一页的游标，没有时为空。"""

    on: date
    title: str
    areas: list[AreaOut]
    items: list[ListedOut]
    total: int
    next: str


class SideOut(Schema):
    """变化的一边：归谁，凭哪份文书"""

    whose: str
    instrument: str


class ChangeOut(Schema):
    """清单的一处变化；`kind` 是 added、ended 或者 changed，`town` 为空时是部门明确函。"""

    kind: str
    item: str
    name: str
    town: str
    before: SideOut | None
    after: SideOut | None


class ChargeIn(Schema):
    """由谁负责；`who` 是 holder、town、owner、team，或者 body: 加机关编号。"""

    who: str = Field(default="", max_length=80)
    source: str = Field(default="", max_length=128)


class CardIn(Schema):
    """一张边界卡；`charges` 的键是 finds、checks_first、measures、opens、decides、enforces、supervises。"""

    starts: date
    charges: dict[str, ChargeIn] = Field(max_length=7)


class CardStepOut(Schema):
    """边界卡的一步"""

    step: str
    name: str
    who: str
    source: str


class CardOut(Schema):
    """一个事项的边界卡"""

    item: str
    starts: date
    steps: list[CardStepOut]


@router.get("lists", response=ListOut, by_alias=True, summary="一个片区一张清单")
def read_list(
    request: HttpRequest,
    area: str = "",
    on: date | None = None,
    q: str = "",
    domain: str = "",
    kind: str = "",
    body: str = "",
    after: str = "",
    limit: int = 100,
) -> dict[str, Any]:
    """Return the list of an area on a day (today), or of all areas, as filtered: who holds what, on which instrument."""
    if not 1 <= limit <= MOST:
        raise bad_input("limit", f"每页 1 到 {MOST} 项。", "改小 limit。")
    refuse_nul({"area": area, "q": q, "after": after})
    wanted = Wanted.of({"q": q, "domain": domain, "kind": kind, "body": body})
    found = area_list(request.identity, area, on or _today(request), wanted, after=after, most=limit)  # type: ignore[attr-defined]
    return {**machine_readable(found), "total": found.total, "next": found.after}


@router.get("lists/changes", response=list[ChangeOut], summary="两天之间清单的变化")
def read_changes(request: HttpRequest, since: date, on: date | None = None, area: str = "") -> list[dict[str, Any]]:
    """Return what differs on a day (today) from the list as it was on `since`, each with its instruments."""
    refuse_nul({"area": area})
    found = list_changes(request.identity, area, since, on or _today(request))  # type: ignore[attr-defined]
    return [_change(each) for each in found]


@router.get("items/{code}/boundary", response=CardOut, summary="边界卡")
def read_boundary(request: HttpRequest, code: str, on: date | None = None) -> dict[str, Any]:
    """Return the card of an item that holds on a day (today), or that comes."""
    refuse_nul({"code": code})
    card = boundary_card(request.identity, code, on or _today(request))  # type: ignore[attr-defined]
    if card is None:
        raise Absent("这张边界卡")
    return _card(card)


@router.post("items/{code}/boundary", response=CardOut, summary="录入边界卡")
def write_boundary(request: HttpRequest, code: str, given: CardIn) -> dict[str, Any]:
    """Say who does each step of an item from a day on; for those who keep items."""
    identity = request.identity  # type: ignore[attr-defined]
    if not identity.may_maintain:
        raise Absent("这项维护")
    refuse_nul({"code": code, **{step: charge.who + charge.source for step, charge in given.charges.items()}})
    charges = {step: Charge(charge.who, charge.source) for step, charge in given.charges.items()}
    now = request.now  # type: ignore[attr-defined]
    return _card(enter_boundary_card(code, charges, starts=given.starts, by=identity.account, now=now))


def _card(card: BoundaryCard) -> dict[str, Any]:
    steps = [line._asdict() for line in boundary_lines(card)]
    return {"item": card.item_id, "starts": card.valid_from, "steps": steps}


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "item": change.item,
        "name": change.name,
        "town": change.town,
        "before": _side(change.before),
        "after": _side(change.after),
    }


def _side(side: Side | None) -> dict[str, str] | None:
    if side is None:
        return None
    return {"whose": side.words, "instrument": side.letter.number if side.letter else instrument_words(side.allocation)}


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]
