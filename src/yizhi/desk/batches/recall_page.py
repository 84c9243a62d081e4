"""收回一项 Everything that taking one item back needs on one screen: towns, cases, letters, decision; and what was typed."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from django.http import QueryDict
from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Allocation, Item
from yizhi.desk.people.identity import Identity
from yizhi.rules.authority.cells import read_day
from yizhi.rules.batches import Batch as State
from yizhi.rules.batches import Draft, Line
from yizhi.rules.refusal import Absent, Reason, bad_input

from .around import among
from .entering import choices_of
from .touching import cases_lines, touches_lines
from .whole_recall import WholeRecall

CHANNEL = "县人民政府网站"


@dataclass(frozen=True, slots=True)
class Held:
    """What can be taken back of one item: the item, and the allocations that hold today."""

    item: Item
    rows: tuple[Allocation, ...]


def held(code: str, today: date) -> Held:
    """Return what can be taken back. Raises `Absent` for an item that is not there."""
    item = Item.objects.select_related("owner").filter(code=code).first()
    if item is None:
        raise Absent("这个事项")
    rows = Allocation.objects.known().holding(today).filter(item=item, mode__in=["conferral", "entrustment"])
    return Held(item, tuple(rows.select_related("town").order_by("town")))


def recall_context(
    identity: Identity, found: Held, asked: QueryDict, *, id: str, now: datetime, reasons: tuple[Reason, ...] = ()
) -> dict[str, Any]:
    """Return the whole page; `asked` is what a link names or what was typed."""
    today = timezone.localdate(now)
    chosen = set(asked.getlist("town")) or ({found.rows[0].town_id} if len(found.rows) == 1 else set())
    wanted = [row for row in found.rows if row.town_id in chosen]
    starts_on = read_day(asked.get("starts_on", "")) or today
    scene = among(_state(found, wanted, starts_on), today=today) if wanted else None
    typed = {name: value for name, value in asked.items() if isinstance(value, str)}
    return {
        "item": {
            "code": found.item.code,
            "name": found.item.name,
            "href": f"/items/{quote(found.item.code, safe='')}/",
        },
        "towns": [_town(row, chosen) for row in found.rows],
        "chosen": bool(wanted),
        "starts_on": starts_on.isoformat(),
        "today": today.isoformat(),
        "typed": {"title": f"收回{found.item.name}", "decided_on": today.isoformat(), "channel": CHANNEL, **typed},
        "sides": list(_sides(found, wanted, typed)),
        "touches": touches_lines(scene) if scene else [],
        "cases": cases_lines(identity, scene) if scene else [],
        "choices": choices_of(asked),
        "findings": [reason for line in scene.findings for reason in line] if scene else [],
        "reasons": reasons,
        "id": id,
    }


def _town(row: Allocation, chosen: set[str]) -> dict[str, Any]:
    return {
        "code": row.town_id,
        "name": row.town.name,
        "mode": row.get_mode_display(),
        "since": row.valid_from,
        "checked": row.town_id in chosen,
    }


def _sides(found: Held, wanted: list[Allocation], typed: Mapping[str, str]) -> Iterator[dict[str, str]]:
    towns = {row.town_id for row in wanted}
    bodies = [found.item.owner, *Body.objects.filter(town__in=towns).order_by("code")]
    for body in bodies:
        yield {"code": body.code, "name": body.short_name or body.name, "letter": typed.get(f"letter-{body.code}", "")}


def _state(found: Held, wanted: list[Allocation], starts_on: date) -> State:
    lines = tuple(Line(row.item_id, row.town_id, row.mode) for row in wanted)
    return State(draft=Draft(kind="recall", title=found.item.name, lines=lines, sides=(), starts_on=starts_on))


def read_recall(found: Held, data: QueryDict) -> WholeRecall:
    """Return what was typed. Raises `BadInput` when no town is chosen or a case has no choice."""
    rows = [row for row in found.rows if row.town_id in set(data.getlist("town"))]
    if not rows:
        raise bad_input("town", "还没有选从哪个镇（街道）收回。", "至少选一个。", "lines-missing")
    reason = data.get("reason", "").strip()
    draft = {
        "kind": "recall",
        "title": data.get("title", "").strip(),
        "lines": [{"item": row.item_id, "town": row.town_id, "mode": row.mode, "basis": ""} for row in rows],
        "starts_on": data.get("starts_on", ""),
        "reason": reason,
    }
    letters = {name.removeprefix("letter-"): data.get(name, "").strip() for name in data if name.startswith("letter-")}
    return WholeRecall(
        draft=draft,
        letters=letters,
        check_letter=data.get("check_letter", "").strip(),
        instrument=data.get("instrument", "").strip(),
        decided_on=data.get("decided_on", ""),
        choices=choices_of(data),
        reason=reason,
        channel=data.get("channel", "").strip(),
    )


def read_id(text: str) -> uuid.UUID:
    """Return the id that the page was given. Raises `BadInput`."""
    try:
        return uuid.UUID(text)
    except ValueError:
        raise bad_input("id", "这一页放得太久了。", "刷新后再提交。", "bad-id") from None
