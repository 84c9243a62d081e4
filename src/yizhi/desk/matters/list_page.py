"""清单页 What the page of an area's list shows: a cell for every item and town, and what changed since another day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from django.utils.dateparse import parse_date

from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town
from yizhi.rules.authority import Holding

from . import queries
from .models import ItemVersion
from .queries import MODES, AreaList, whose

PAGE = 60
BACK = timedelta(days=365)
EARLIEST = date(1949, 10, 1)
HELD_BY_TOWN = frozenset({"statutory", "conferral", "entrustment"})
Held = Mapping[tuple[str, str], Holding]


def list_context(identity: Identity, area: str, on: date, asked: Mapping[str, str], *, today: date) -> dict[str, Any]:
    """Return the list of one area, or of all (`area` empty). `asked`: q, domain, after, with (the day to compare with)."""
    wanted = {"q": asked["q"], "domain": asked["domain"], "after": asked["after"]}
    found = queries.area_list(identity, area, on, **wanted, most=PAGE)
    since = _day(asked["with"]) or on - BACK
    before = queries.area_list(identity, area, since, **wanted, most=PAGE).held
    changes = {key: _change(holding, before.get(key)) for key, holding in found.held.items()}
    kept = {name: asked[name] for name in ("q", "domain", "with") if asked[name]} | {"on": on.isoformat()}
    return {
        "on": on.isoformat(),
        "on_words": f"{on.year}年{on.month}月{on.day}日{' 今天' if on == today else ''}",
        "today": today.isoformat(),
        "slider": {"days": 1095, "at": max(0, 1095 - (today - on).days)},
        "compare": {"on": since, "words": _counted(list(changes.values()))},
        "areas": [_area(column) for column in found.columns],
        "rows": [_row(version, found, changes, on) for version in found.rows] if found.columns else [],
        "filters": {"q": asked["q"], "domain": asked["domain"], "domains": queries.domains()},
        "shown": len(found.rows),
        "total": found.total,
        "tabs": _tabs(identity, area, on),
        "older": "?" + urlencode({**kept, "after": found.after}) if found.after else "",
        "import_href": "/imports/" if identity.may_maintain else "",
    }


def _area(column: Any) -> dict[str, Any]:
    return {
        "name": column.area.name,
        "note": "成员镇是示意" if column.area.illustrative else "",
        "towns": [{"name": town.name, "code": town.code} for town in column.towns],
    }


def _row(version: ItemVersion, found: AreaList, changes: Mapping[tuple[str, str], str], on: date) -> dict[str, Any]:
    href = f"/items/{quote(version.item_id, safe='')}/?on={on}"
    return {
        "name": version.name,
        "domain": version.domain,
        "href": href,
        "cells": [
            {**_cell(found.held[key], town, on), "change": changes[key], "href": href}
            for column in found.columns
            for town in column.towns
            for key in [(version.item_id, town.code)]
        ],
    }


def _cell(holding: Holding, town: Town, on: date) -> dict[str, Any]:
    until = holding.allocation.transition_until if holding.allocation else None
    return {
        "state": holding.state if holding.state in MODES else "conflict",
        "transition": until is not None and on < until,
        "words": f"{town.name}：{whose(holding, town.name)}",
    }


def _change(now: Holding, before: Holding | None) -> str:
    """Tell whether a town took an item over since, or gave it back; nothing when it was no town of the list then."""
    if before is None:
        return ""
    held, was = now.state in HELD_BY_TOWN, before.state in HELD_BY_TOWN
    return "added" if held and not was else "recalled" if was and not held else ""


def _counted(changes: list[str]) -> str:
    added, recalled = changes.count("added"), changes.count("recalled")
    return f"多 {added} 格　收回 {recalled} 格" if added or recalled else "没有变化"


def _tabs(identity: Identity, area: str, on: date) -> list[dict[str, Any]]:
    known = [("", "全部片区"), *((each.code, each.name) for each in queries.areas(identity))]
    return [
        {
            "label": name,
            "href": f"/lists/{quote(code, safe='') + '/' if code else ''}?on={on}",
            "current": code == area,
        }
        for code, name in known
    ]


def _day(text: str) -> date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and day >= EARLIEST else None
