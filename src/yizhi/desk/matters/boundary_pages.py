"""边界卡页 Which items have a whole card and which have none yet; the same as a table that the import reads again."""

from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from yizhi.desk.people.pages import day_asked, shown
from yizhi.desk.record.sheets import Cell, Table, handed_out, workbook
from yizhi.rules.authority import STEPS

from . import queries
from .imports.boundary import BoundaryReader
from .queries import CardOfItem

PAGE = 60
WIDE = {"name": 44, "source": 36}
KEYS = tuple(column.key for column in BoundaryReader.columns)


@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    """边界卡 The items in force on a day with their cards; `?missing=yes` those without one."""
    identity, on = request.identity, day_asked(request)  # type: ignore[attr-defined]
    missing, after = request.GET.get("missing") == "yes", request.GET.get("after", "")[:64]
    every = queries.boundary_cards(identity, on)
    without = [each for each in every if each.card is None]
    chosen = [each for each in (without if missing else every) if each.version.item_id > after]
    kept = {"on": on.isoformat(), **({"missing": "yes"} if missing else {})}
    older = {**kept, "after": chosen[PAGE - 1].version.item_id} if len(chosen) > PAGE else {}
    context = {
        "on": on.isoformat(),
        "tabs": [
            {"label": "全部", "href": f"?on={on}", "count": len(every), "current": not missing},
            {"label": "还没有的", "href": f"?on={on}&missing=yes", "count": len(without), "current": missing},
        ],
        "rows": [_row(each, keeps=identity.may_maintain) for each in chosen[:PAGE]],
        "missing": missing,
        "import_href": "/imports/boundary-cards/" if identity.may_maintain else "",
        "export_href": f"/boundary-cards/list.xlsx?{urlencode(kept)}",
        "older": f"?{urlencode(older)}" if older else "",
    }
    return shown(request, "matters/boundary_cards.html", context)


@require_GET
def table(request: HttpRequest) -> HttpResponse:
    """边界卡表格 In the columns that the import reads: fill in what is empty and import it."""
    on, missing = day_asked(request), request.GET.get("missing") == "yes"
    found = queries.boundary_cards(request.identity, on, missing=missing)  # type: ignore[attr-defined]
    headings = [(column.names[0], WIDE.get(column.key, 18)) for column in BoundaryReader.columns]
    rows = [_cells(each) for each in found]
    title = f"边界卡（{on.year}年{on.month}月{on.day}日）"
    content = workbook(
        [Table(name="边界卡", title=title, headings=headings, rows=rows)],
        made_at=request.now,  # type: ignore[attr-defined]
    )
    return handed_out(content, f"边界卡{on}", "xlsx")


def _row(each: CardOfItem, *, keeps: bool) -> dict[str, Any]:
    code = quote(each.version.item_id, safe="")
    lines = queries.boundary_lines(each.card)
    return {
        "name": each.version.name,
        "domain": each.version.domain,
        "href": f"/items/{code}/#boundary",
        "steps": [f"{steps}：{who}" for who, steps in queries.by_whom(lines).items()],
        "since": each.card.valid_from if each.card else None,
        "state": "ok" if each.card else "soon",
        "words": "齐全" if each.card else "还没有",
        "enter_href": f"/items/{code}/boundary/" if keeps and not each.card else "",
    }


def _cells(each: CardOfItem) -> list[Cell]:
    lines = queries.boundary_lines(each.card)
    values: dict[str, Cell] = {line.step: line.who for line in lines}
    values |= {"code": each.version.item_id, "name": each.version.name}
    if each.card:
        values |= {"source": lines[0].source, "starts": each.card.valid_from}
    assert values.keys() <= {*KEYS, *STEPS}
    return [values.get(key) for key in KEYS]
