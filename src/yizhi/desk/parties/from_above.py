"""当事人页上别的房间的内容 Rooms above add what they know of a party: `SHEETS["inspections"] = visits_sheet`."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from yizhi.desk.people.identity import Identity

from .models import Party

Sheet = dict[str, Any]
Source = Callable[[Identity, Party, datetime], Sheet | None]
SHEETS: dict[str, Source] = {}


def sheets_from_above(identity: Identity, party: Party, now: datetime) -> list[Sheet]:
    """Return what the rooms above show of a party this identity sees: {title, note, told, lines, blank, more, action}."""
    found = (source(identity, party, now) for source in SHEETS.values())
    return [sheet for sheet in found if sheet is not None]
