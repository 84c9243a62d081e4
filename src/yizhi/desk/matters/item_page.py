"""事项页 What the pages of items show: lines of the list, and one item with bases, holders and versions."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from django.utils import timezone

from yizhi.rules.deadlines.wording import chinese

from .benchmarks import tiers_on, words_of
from .guidance import has_catalogue
from .item_bases import bases_context
from .models import Allocation, BenchmarkTier, BoundaryCard, CatalogueEntry, CatalogueLink, ItemVersion
from .queries import MODES, ItemLine, ItemView, boundary_lines, findings_of, lines_of_item, numbers_of, whose


def lines_context(lines: Sequence[ItemLine], town: str, on: date) -> list[dict[str, Any]]:
    """Return the lines of the list; a citation that does not fit the imported texts is marked."""
    codes = [line.code for line in lines]
    stale = {row.item_id for row in findings_of(codes) if row.settled_at is None}
    numbers = numbers_of(codes, on)
    return [{**_line(line, town, on, line.code in stale), "number": numbers.get(line.code, "")} for line in lines]


def item_context(
    found: ItemView, card: BoundaryCard | None, on: date, *, keeps: bool, chosen: int = 0
) -> dict[str, Any]:
    """Return one item as on a day; `keeps` adds the ways to its maintenance, `chosen` is the basis whose text is read."""
    version, code = found.version, quote(found.item.code, safe="")
    return {
        "item": {
            "code": found.item.code,
            "name": version.name,
            "domain": version.domain,
            "kind": version.get_kind_display(),
            **_state(version, on),
        },
        "on": on.isoformat(),
        "facts": [
            {"label": label, "value": value}
            for label, value in (
                ("原实施部门", version.owner.name),
                ("违法情形", version.deed),
                ("处罚幅度", version.penalty_range),
                ("备注", version.note),
            )
            if value
        ],
        **bases_context(version, on, chosen),
        "catalogue": [_catalogue_line(*each) for each in lines_of_item(found.item.code, on)],
        "link_href": f"/items/{code}/catalogue/" if keeps and has_catalogue() else "",
        "allocations": [*_held(found, on), *_coming(found, on)],
        "benchmarks": [_tier(row) for row in tiers_on(found.item.code, on)],
        "boundary": _boundary(card, version, on),
        "boundary_href": f"/items/{code}/boundary/" if keeps else "",
        "pair_href": f"/items/{code}/pairs/?on={on}",
        "versions": [_version(row) for row in found.versions],
        "add_href": f"/items/{code}/allocations/new/" if keeps else "",
        "edit_href": f"/items/{code}/version/" if keeps else "",
    }


def _catalogue_line(link: CatalogueLink, entry: CatalogueEntry | None) -> dict[str, Any]:
    batch = f"（{entry.batch}）" if entry and entry.batch else ""
    return {
        "line": f"{link.decision}{batch}第 {link.number} 项",
        "name": entry.name if entry else "这一天的目录里没有这一项",
        "how": link.how,
        "fact": link.fact,
    }


def _line(line: ItemLine, town: str, on: date, stale: bool) -> dict[str, Any]:
    version = line.version
    return {
        "code": line.code,
        "name": version.name,
        "domain": version.domain,
        "kind": version.get_kind_display(),
        "href": f"/items/{quote(line.code, safe='')}/?on={on}",
        "basis": "；".join(f"《{basis['law']}》{basis['article']}" for basis in version.bases[:1]),
        "whose": whose(line.holding, town) if line.holding else "",
        "stale": stale,
    }


def _state(version: ItemVersion, on: date) -> dict[str, str]:
    if version.valid_from > on:
        return {"state": "wait", "words": "还没有生效"}
    if version.valid_to is not None and version.valid_to <= on:
        return {"state": "stop", "words": "已经失效"}
    return {"state": "ok", "words": "有效"}


def _tier(row: BenchmarkTier) -> dict[str, str]:
    refined = (
        f"　细化上级“{row.refines or row.name}”" if row.level == BenchmarkTier.Level.COUNTY and row.refines else ""
    )
    return {"name": row.name, "range": words_of(row), "note": f"{row.factors}　{row.document}{refined}"}


def _boundary(card: BoundaryCard | None, version: ItemVersion, on: date) -> dict[str, Any]:
    lines = boundary_lines(card, {"owner": version.owner.name})
    source = lines[0].source if lines and len({line.source for line in lines}) == 1 else ""
    return {
        "lines": [{"label": line.name, "value": line.who, "source": "" if source else line.source} for line in lines],
        "source": source,
        "since": card.valid_from if card else None,
        "waits": card is not None and card.valid_from > on,
    }


def _held(found: ItemView, on: date) -> Iterator[dict[str, Any]]:
    rows = {row.fact: row for row in found.allocations}
    for town, holding in found.holdings:
        row = rows.get(holding.allocation.id) if holding.allocation else None
        known = holding.state in MODES
        yield {
            "town": town.name,
            "body": holding.body.name if holding.body else whose(holding, town.name),
            "mode": MODES[holding.state] if known else "没有定",
            "state": holding.state if known else "conflict",
            **_told(row, on),
            "href": _href(row),
        }


def _coming(found: ItemView, on: date) -> Iterator[dict[str, Any]]:
    """Yield the allocations that begin after the day."""
    for row in found.allocations:
        if row.valid_from > on:
            yield {
                "town": row.town.name,
                "body": "还没有生效",
                "mode": row.get_mode_display(),
                "state": row.mode,
                **_told(row, on),
                "href": _href(row),
            }


def _told(row: Allocation | None, on: date) -> dict[str, Any]:
    if row is None:
        return {"from": None, "to": None, "transition": "", "paper": ""}
    until = row.transition_until
    return {
        "from": row.valid_from,
        "to": row.valid_to,
        "transition": f"过渡期到{chinese(until)}前一日" if until and on < until else "",
        "paper": "　".join(_given((row.decision, row.basis, row.letter))),
    }


def _version(row: ItemVersion) -> dict[str, Any]:
    until = f"至{chinese(row.valid_to)}前一日" if row.valid_to else "至今"
    return {
        "at": timezone.localtime(row.recorded_at).date().isoformat(),
        "title": row.name,
        "who": row.recorded_by,
        "note": f"{chinese(row.valid_from)}起{until}有效",
    }


def _href(row: Allocation | None) -> str:
    return f"/instruments/{quote(row.fact, safe='')}/" if row else ""


def _given(words: Iterable[str]) -> list[str]:
    return [word for word in words if word]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
