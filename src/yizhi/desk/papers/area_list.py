"""盖章清单 The list of an area as a paper: sealed by the body in whose name the one who keeps the lists acts, never by another.

The rows are those of the list page; the same day, facts and seal give the same bytes.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.matters.queries import MODES, AreaList, Line, area_list, list_lines, remark
from yizhi.desk.people.identity import Identity

from .glyphs import legible_values
from .press import noon, press
from .queries import font_paths
from .seal import draw_test_seal
from .sealing import refuse_list_without_seal

TEMPLATE = "area-list.typ"
SEALERS = frozenset({"establishment", "justice"})
SIGNS: Mapping[str, str] = {"statutory": "法", "conferral": "赋", "entrustment": "委", "posted": "派"}


def area_list_pdf(identity: Identity, area: str, on: date, *, demo: bool, now: datetime) -> bytes:
    """Return the whole list of one area on a day as PDF/A, sealed when the identity keeps lists and the day has come, else marked as unsealed.

    Raises `Absent` for an unknown area and `seal-missing` when the body has no seal in use today.
    """
    found = area_list(identity, area, on)
    today = timezone.localdate(now)
    sealed = identity.role in SEALERS and on <= today
    if sealed:
        refuse_list_without_seal(identity.body, identity.body_name, today)
    fonts = font_paths()
    folders = tuple(str(folder) for folder in fonts)
    shown = {
        "title": found.title,
        "on": _written(on),
        "made_on": _written(today),
        "body": identity.body_name,
        "sealed": sealed,
        "seal": draw_test_seal(identity.body_name) if sealed else "",
        "demo": demo,
        "towns": [town.name for town in found.towns],
        "rows": [_row(number, line, found) for number, line in enumerate(list_lines(found), start=1)],
        "fonts": press(folders).families,
        "signs": "、".join(f"{SIGNS[mode]} {words}" for mode, words in MODES.items()),
    }
    inputs = json.dumps(legible_values(shown, fonts), ensure_ascii=False, sort_keys=True)
    return press(folders).pdf(TEMPLATE, inputs, noon(today))


def _row(number: int, line: Line, found: AreaList) -> dict[str, Any]:
    held = [found.held[line.version.item_id, town.code] for town in found.towns]
    return {
        "number": str(number),
        "source": str(line.number or ""),
        "kind": line.version.get_kind_display(),
        "name": line.version.name,
        "bases": "；".join(line.bases),
        "remark": remark(line, len(found.towns)),
        "towns": [SIGNS.get(holding.state, "冲") for holding in held],
    }


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
