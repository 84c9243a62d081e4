"""片区清单的样子 The list of an area on a broad sheet: as issued, with number and seal; or printed to be looked at, without.

The rows are those of the list page; the same content gives the same bytes.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils import timezone

from yizhi.desk.matters.models import IssuedList
from yizhi.desk.matters.queries import MODES, AreaList, Line, area_list, list_lines, remark
from yizhi.desk.people.identity import Identity

from .glyphs import legible_values
from .press import noon, press
from .queries import font_paths
from .seal import draw_test_seal

TEMPLATE = "area-list.typ"
SIGNS: Mapping[str, str] = {"statutory": "法", "conferral": "赋", "entrustment": "委", "posted": "派"}


def area_list_pdf(identity: Identity, area: str, on: date, *, demo: bool, now: datetime) -> bytes:
    """Return the whole list of one area on a day as PDF/A to be looked at: it has no number and no seal. Raises `Absent` for an unknown area."""
    made_on = timezone.localdate(now)
    shown = told(area_list(identity, area, on), made_on=made_on, body=identity.body_name, demo=demo)
    return _pdf({**shown, "number": "", "sealed": False}, made_on)


def issued_pdf(row: IssuedList) -> bytes:
    """Return an issued list as PDF/A: the same bytes every time."""
    return _pdf({**row.data, "sealed": True}, timezone.localdate(row.issued_at))


def told(found: AreaList, *, made_on: date, body: str, demo: bool) -> dict[str, Any]:
    """Return what a list says, as plain values that can be kept."""
    return {
        "title": found.title,
        "on": _written(found.on),
        "made_on": _written(made_on),
        "body": body,
        "demo": demo,
        "towns": [town.name for town in found.towns],
        "rows": [_row(number, line, found) for number, line in enumerate(list_lines(found), start=1)],
        "signs": "、".join(f"{SIGNS[mode]} {words}" for mode, words in MODES.items()),
    }


def _pdf(shown: Mapping[str, Any], made_on: date) -> bytes:
    return _made(json.dumps(shown, ensure_ascii=False, sort_keys=True), made_on, tuple(map(str, font_paths())))


@lru_cache(maxsize=8)
def _made(shown: str, made_on: date, fonts: tuple[str, ...]) -> bytes:
    """Return the file; kept for a while, because what the public may open is opened often and is always the same."""
    machine, said = press(fonts), json.loads(shown)
    seal = draw_test_seal(said["body"]) if said["sealed"] else ""
    values = legible_values({**said, "seal": seal, "fonts": machine.families}, fonts)
    return machine.pdf(TEMPLATE, json.dumps(values, ensure_ascii=False, sort_keys=True), noon(made_on))


def _row(number: int, line: Line, found: AreaList) -> dict[str, Any]:
    held = [(town.name, found.held[line.version.item_id, town.code].state) for town in found.towns]
    return {
        "code": line.version.item_id,
        "number": str(number),
        "source": str(line.number or ""),
        "kind": line.version.get_kind_display(),
        "name": line.version.name,
        "bases": "；".join(line.bases),
        "remark": remark(line, len(found.towns)),
        "towns": [[name, SIGNS.get(state, "冲")] for name, state in held],
    }


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
