"""表格 Tables that leave the product: a workbook or comma-separated text. A cell is a value or words, never a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import quote, urlencode

import xlsxwriter
from django.http import HttpResponse

from yizhi.rules.procedure.fines import no_fine_ranking

MEDIA: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
}
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL: Final = 32_767
Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet: its name (at most 31 characters), the words above it, headings with widths in characters, rows, notes below."""

    name: str
    title: str
    headings: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = ()


def workbook(tables: Iterable[Table], *, made_at: datetime) -> bytes:
    """Return the tables as one .xlsx file, dated `made_at`: headings repeat on every printed page, words that begin like a formula stay words."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": made_at.replace(tzinfo=None)})
        looks = {
            "title": book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}),
            "head": book.add_format(
                {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
            ),
            "cell": book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"}),
            "day": book.add_format({"border": 1, "valign": "vcenter", "num_format": "yyyy-mm-dd"}),
            "note": book.add_format({"text_wrap": True}),
        }
        for table in tables:
            _refuse_sums_of_penalties(heading for heading, _ in table.headings)
            _sheet(book.add_worksheet(table.name[:31]), table, looks)
    return file.getvalue()


def comma_separated(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as text that spreadsheets open in UTF-8. A column of sums of penalties is refused. Words that begin like a formula get an apostrophe before them."""
    _refuse_sums_of_penalties(headings)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def export_href(list_at: str, asked: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the address of the workbook of a list: that of the list, with those of the filters `names` that were given."""
    kept = {name: asked[name] for name in names if asked.get(name)}
    return f"{list_at}list.xlsx?{urlencode(kept)}" if kept else f"{list_at}list.xlsx"


def handed_out(content: bytes, name: str, ending: str) -> HttpResponse:
    """Return a file to keep, under a Chinese name; `ending` is one of `MEDIA`."""
    answer = HttpResponse(content, content_type=MEDIA[ending])
    answer["Content-Disposition"] = f"attachment; filename=\"list.{ending}\"; filename*=UTF-8''{quote(name)}.{ending}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _sheet(sheet: Any, table: Table, looks: dict[str, Any]) -> None:
    last = len(table.headings) - 1
    if last:
        sheet.merge_range(0, 0, 0, last, table.title, looks["title"])
    else:
        sheet.write_string(0, 0, table.title, looks["title"])
    sheet.set_row(0, 30)
    for column, (words, width) in enumerate(table.headings):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, words, looks["head"])
    for number, row in enumerate(table.rows, start=2):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, looks)
    for number, note in enumerate(table.notes, start=len(table.rows) + 3):
        sheet.merge_range(number, 0, number, max(last, 1), note, looks["note"])
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, row: int, column: int, cell: Cell, looks: dict[str, Any]) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, looks["cell"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), looks["day"])  # noqa: DTZ001
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell[:LONGEST_CELL], looks["cell"])
    else:
        sheet.write_number(row, column, cell, looks["cell"])


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _refuse_sums_of_penalties(headings: Iterable[str]) -> None:
    """A table that leaves the product can be sorted by any of its columns: none of them is a sum of penalties."""
    for heading in headings:
        refused = no_fine_ranking(heading)
        if refused is not None:
            raise refused
