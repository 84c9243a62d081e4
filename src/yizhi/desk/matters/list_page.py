"""清单页 What the pages of an area's list show: a cell for every item and town, what changed, and the duties of the team line by line."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from django.utils.dateparse import parse_date

from yizhi.desk.bodies.queries import bodies
from yizhi.desk.people.identity import Identity
from yizhi.desk.places.models import Town
from yizhi.rules.authority import Letter

from . import queries
from .models import ItemVersion
from .queries import MODES, AreaList, Change, Line, Side, Wanted, instrument_words, list_lines, whose

PAGE = 60
BACK = timedelta(days=365)
EARLIEST = date(1949, 10, 1)
FILTERS = ("q", "domain", "kind", "body", "whole")
Asked = Mapping[str, str]
Changes = Mapping[tuple[str, str], str]


def list_context(identity: Identity, area: str, on: date, asked: Asked, *, today: date) -> dict[str, Any]:
    """Return the list of one area, or of all (`area` empty), by town. `asked`: the filters, after, with (the day to compare with)."""
    found = queries.area_list(identity, area, on, Wanted.of(asked), after=asked["after"], most=PAGE)
    since = since_of(asked, on)
    changes = queries.list_changes(identity, area, since, on, Wanted.of(asked))
    codes = {town.name: town.code for town in found.towns}
    marks = {(each.item, codes[each.town]): _mark(each) for each in changes if each.town in codes}
    return {
        **_frame(identity, area, on, asked, found, today=today, view=""),
        "compare": {
            "on": since.isoformat(),
            "words": _counted(changes),
            "href": address(area, "changes/", {**_kept(asked), "on": on.isoformat(), "with": since.isoformat()}),
        },
        "areas": [_area(column) for column in found.columns],
        "rows": [_row(version, found, marks, on) for version in found.rows],
    }


def duties_context(identity: Identity, area: str, on: date, asked: Asked, *, today: date) -> dict[str, Any]:
    """Return the duties of the area's team line by line, each with where it comes from; no letter and no town, no line."""
    wanted = Wanted.of({**asked, "whole": ""})
    found = queries.area_list(identity, area, on, wanted, after=asked["after"], most=PAGE)
    return {
        **_frame(identity, area, on, asked, found, today=today, view="duties/"),
        "lines": [_duty(line, found, on) for line in list_lines(found)],
    }


def changes_context(identity: Identity, area: str, on: date, asked: Asked, *, today: date) -> dict[str, Any]:
    """Return what differs between two days, each change with the instrument that made it."""
    since = since_of(asked, on)
    changes = queries.list_changes(identity, area, since, on, Wanted.of(asked))
    groups = (("added", "新增"), ("ended", "不再有"), ("changed", "变更"))
    return {
        "on": on.isoformat(),
        "since": since.isoformat(),
        "today": today.isoformat(),
        "kept": [(name, asked[name]) for name in FILTERS if asked[name]],
        "crumb": {"label": "一个片区一张清单", "href": address(area, "", {"on": on.isoformat()})},
        "area_name": _named(identity, area),
        "words": _counted(changes),
        "groups": [
            {"title": title, "changes": [_changed(each, on) for each in changes if each.kind == kind]}
            for kind, title in groups
        ],
    }


def since_of(asked: Asked, on: date) -> date:
    """Return the day to compare with; a year before when none can be read."""
    try:
        day = parse_date(asked["with"])
    except ValueError:
        day = None
    return day if day and day >= EARLIEST else on - BACK


def address(area: str, rest: str = "", query: Mapping[str, str] | None = None) -> str:
    """Return the address of a page of a list; `area` empty for all areas."""
    path = f"/lists/{quote(area, safe='') + '/' if area else ''}{rest}"
    return f"{path}?{urlencode(query)}" if query else path


def _frame(
    identity: Identity, area: str, on: date, asked: Asked, found: AreaList, *, today: date, view: str
) -> dict[str, Any]:
    kept = _kept(asked) | {"on": on.isoformat()}
    ways = [("按镇（街道）分列", ""), ("片区队职责", "duties/")]
    return {
        "on": on.isoformat(),
        "on_words": f"{on.year}年{on.month}月{on.day}日{' 今天' if on == today else ''}",
        "today": today.isoformat(),
        "slider": {"days": 1095, "at": max(0, 1095 - (today - on).days)},
        "filters": {**asked, **_choices()},
        "shown": len(found.rows),
        "total": found.total,
        "tabs": _tabs(identity, area, on, view),
        "views": [{"label": name, "href": address(area, rest, kept), "current": rest == view} for name, rest in ways],
        "unfiltered": address(area, view, {"on": on.isoformat()}) if _kept(asked) else "",
        "older": "?" + urlencode({**kept, "after": found.after}) if found.after else "",
        "import_href": "/imports/" if identity.may_maintain else "",
        "letters_href": address(area, "letters/") if area else "",
        "exports": [(words, address(area, f"list.{form}", kept)) for words, form in (("表格", "xlsx"), ("CSV", "csv"))],
        "issued": [
            {"number": row.number, "on": row.on, "href": f"/issued-lists/{row.pk}/"}
            for row in queries.latest_issued([column.area.code for column in found.columns])
        ],
        "issued_href": address(area, "issued/") if area else "",
        "pdf_href": address(area, "list.pdf", {"on": on.isoformat()}) if area else "",
        "public_href": "/public/lists/",
    }


def _kept(asked: Asked) -> dict[str, str]:
    return {name: asked[name] for name in FILTERS if asked[name]}


def _choices() -> dict[str, Any]:
    return {
        "domains": [(name, name) for name in queries.domains()],
        "kinds": ItemVersion.Kind.choices,
        "bodies": [(body.code, body.short_name) for body in bodies() if body.kind != "government"],
    }


def _area(column: Any) -> dict[str, Any]:
    return {
        "name": column.area.name,
        "note": "成员镇是示意" if column.area.illustrative else "",
        "towns": [{"name": town.name, "code": town.code} for town in column.towns],
    }


def _row(version: ItemVersion, found: AreaList, changes: Changes, on: date) -> dict[str, Any]:
    listed = found.listed.get(version.item_id)
    letters = listed.letters if listed else ()
    return {
        "name": version.name,
        "domain": version.domain,
        "href": _item_href(version.item_id, on),
        "letters": letters[0].number if len(letters) == 1 else f"部门明确函 {len(letters)} 份" if letters else "",
        "cells": [
            {
                **_cell(version.item_id, town, found, on, [each for each in letters if each.area == column.area.code]),
                "change": changes.get((version.item_id, town.code), ""),
            }
            for column in found.columns
            for town in column.towns
        ],
    }


def _cell(item: str, town: Town, found: AreaList, on: date, letters: Sequence[Letter]) -> dict[str, Any]:
    holding = found.held[item, town.code]
    instrument = found.instrument(holding)
    until = instrument.transition_until if instrument else None
    said, href = instrument_words(instrument), _item_href(item, on)
    if instrument:
        href = _instrument_href(instrument.id)
    elif letters:
        said, href = letters[0].number, _letter_href(letters[0].id)
    return {
        "state": holding.state if holding.state in MODES else "conflict",
        "transition": until is not None and on < until,
        "words": f"{town.name}：{whose(holding, town.name)}{'，' + said if said else ''}",
        "href": href,
    }


def _duty(line: Line, found: AreaList, on: date) -> dict[str, Any]:
    ways = [
        {
            "words": f"{part.town_name}：{part.words}",
            "note": part.instrument,
            "href": _instrument_href(part.allocation.id),
        }
        for part in line.towns
        if part.allocation
    ]
    letters = [
        {
            "words": f"{found.names.get(letter.body, '')}明确由片区队行使，以它的名义决定",
            "note": letter.number,
            "href": _letter_href(letter.id),
        }
        for letter in line.letters
    ]
    return {
        "name": line.version.name,
        "domain": line.version.domain,
        "href": _item_href(line.version.item_id, on),
        "sources": [*ways, *letters],
    }


def _mark(change: Change) -> str:
    return "recalled" if change.kind == "ended" else change.kind


def _counted(changes: Iterable[Change]) -> str:
    kinds: list[str] = [each.kind for each in changes]
    told = [(word, kinds.count(kind)) for word, kind in (("多", "added"), ("少", "ended"), ("变更", "changed"))]
    return "　".join(f"{word} {count} 格" for word, count in told if count) or "没有变化"


def _changed(change: Change, on: date) -> dict[str, Any]:
    return {
        "name": change.name,
        "href": _item_href(change.item, on),
        "town": change.town or "片区队",
        "before": _side(change.before),
        "after": _side(change.after),
    }


def _side(side: Side | None) -> dict[str, str]:
    if side is None:
        return {"words": "", "note": "", "href": ""}
    if side.letter:
        return {"words": side.words, "note": side.letter.number, "href": _letter_href(side.letter.id)}
    row = side.allocation
    return {"words": side.words, "note": instrument_words(row), "href": _instrument_href(row.id) if row else ""}


def _tabs(identity: Identity, area: str, on: date, view: str) -> list[dict[str, Any]]:
    known = [("", "全部片区"), *((each.code, each.name) for each in queries.areas(identity))]
    query = {"on": on.isoformat()}
    return [{"label": name, "href": address(code, view, query), "current": code == area} for code, name in known]


def _named(identity: Identity, area: str) -> str:
    return next((each.name for each in queries.areas(identity) if each.code == area), "全部片区")


def _item_href(item: str, on: date) -> str:
    return f"/items/{quote(item, safe='')}/?on={on}"


def _instrument_href(fact: str) -> str:
    return f"/instruments/{quote(fact, safe='')}/"


def _letter_href(fact: str) -> str:
    return f"/letters/{quote(fact, safe='')}/"
