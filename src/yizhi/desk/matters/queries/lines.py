"""清单逐条 The list of an area line by line, for the duties of its team, for tables and for machines: each line with its instrument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yizhi.rules.authority import Allocation, Holding, Letter

from ..models import Item, ItemVersion
from .catalogue import MODES, whose
from .lists import AreaList


@dataclass(frozen=True, slots=True)
class TownPart:
    """What one town has of an item. `mode` is what the instrument gives; `body` decides today (empty when it is not settled)."""

    town: str
    town_name: str
    mode: str
    mode_words: str
    body: str
    words: str
    allocation: Allocation | None

    @property
    def instrument(self) -> str:
        """Return the instrument in words: decision, basis and letter."""
        return instrument_words(self.allocation)


@dataclass(frozen=True, slots=True)
class Line:
    """One item on the list: its version, its number in the catalogue, its owner, what each town has of it, which letters give it."""

    version: ItemVersion
    number: int | None
    owner: str
    towns: tuple[TownPart, ...]
    letters: tuple[Letter, ...]

    @property
    def bases(self) -> list[str]:
        """Return the bases as 《名称》第几条."""
        return [f"《{basis['law']}》{basis['article']}" for basis in self.version.bases]


def list_lines(found: AreaList) -> list[Line]:
    """Return the lines of a list in its order, each with what puts it on the list."""
    numbers = dict(Item.objects.values_list("code", "source_number"))
    named = {town.code: town.name for town in found.towns}
    lines = []
    for version in found.rows:
        listed = found.listed.get(version.item_id)
        towns = dict(listed.towns) if listed else {}
        parts = tuple(_part(found, code, name, towns[code]) for code, name in named.items() if code in towns)
        owner = found.names.get(version.owner_id, "")
        lines.append(Line(version, numbers.get(version.item_id), owner, parts, listed.letters if listed else ()))
    return lines


def instrument_words(row: Allocation | None) -> str:
    """Return on what an allocation stands, in words; empty where nothing was written down."""
    return "、".join(words for words in (row.decision, row.basis, row.letter) if words) if row else ""


def remark(line: Line, towns: int) -> str:
    """Return in which mode and by which instrument each town holds the item, and which letters give it; `towns`: how many the list has."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for part in line.towns:
        grouped.setdefault((part.mode_words, part.instrument), []).append(part.town_name)
    said = [
        f"{mode}{'各镇（街道）' if len(names) == towns > 1 else '、'.join(names)}{'：' + instrument if instrument else ''}"
        for (mode, instrument), names in grouped.items()
    ]
    letters = "、".join(dict.fromkeys(letter.number for letter in line.letters))
    return "；".join([*said, *([f"部门明确：{letters}"] if letters else [])])


def machine_readable(found: AreaList) -> dict[str, Any]:
    """Return the list as plain values: the day, the areas with towns, every item with who holds it in each town, every instrument."""
    return {
        "on": found.on.isoformat(),
        "title": found.title,
        "areas": [
            {
                "code": column.area.code,
                "name": column.area.name,
                "towns": [{"code": town.code, "name": town.name} for town in column.towns],
            }
            for column in found.columns
        ],
        "items": [_plain(line, found.names) for line in list_lines(found)],
    }


def _part(found: AreaList, code: str, name: str, holding: Holding) -> TownPart:
    row = found.instrument(holding)
    mode = row.mode if row else holding.state
    body = holding.body.name if holding.body else ""
    return TownPart(code, name, mode, MODES.get(mode, "没有定"), body, whose(holding, name), row)


def _plain(line: Line, names: Mapping[str, str]) -> dict[str, Any]:
    version = line.version
    return {
        "code": version.item_id,
        "source_number": line.number,
        "name": version.name,
        "kind": version.kind,
        "domain": version.domain,
        "owner": line.owner,
        "bases": line.bases,
        "towns": [_plain_part(part) for part in line.towns],
        "letters": [
            {
                "body": names.get(letter.body, ""),
                "number": letter.number,
                "from": letter.starts_on.isoformat(),
                "to": _iso(letter.ends_on),
            }
            for letter in line.letters
        ],
    }


def _plain_part(part: TownPart) -> dict[str, Any]:
    row = part.allocation
    return {
        "town": part.town,
        "town_name": part.town_name,
        "mode": part.mode,
        "body": part.body,
        "instrument": part.instrument,
        "from": _iso(row.starts_on) if row else None,
        "to": _iso(row.ends_on) if row else None,
        "published_on": _iso(row.published_on) if row else None,
        "transition_until": _iso(row.transition_until) if row else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
