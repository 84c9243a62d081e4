"""认表头读行 Finds the header under titles and notes, one row or two, and reads every row by the columns' names.

Whatever is read otherwise than it is written (merged cells, full-width digits, a header that repeats) is named by row and column.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from yizhi.rules.refusal import Severity, bad_input

from .findings import CellFinding, column_letters
from .sheets import LONGEST_CELL, Line, Sheet

HEADER_WITHIN = 30
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
FOOTNOTE = re.compile(r"^(注|备注|说明|填表说明|填报说明|合计|总计)[:：0-9]?")


@dataclass(frozen=True, slots=True)
class Column:
    """One column a reader wants. `names`: what official lists call it, the first one shown. `shared`: may be merged over rows."""

    key: str
    names: tuple[str, ...]
    required: bool = False
    note: str = ""
    shared: bool = False
    numeric: bool = False


@dataclass(slots=True)
class Row:
    """One row read by column keys; findings are added to the table's list."""

    number: int
    values: dict[str, str]
    letters: Mapping[str, str]
    sheet: str
    findings: list[CellFinding]
    names: Mapping[str, str]

    def get(self, key: str) -> str:
        """Return the text of a column, empty when there is none."""
        return self.values.get(key, "")

    def find(
        self, severity: Severity, code: str, key: str, sentence: str, cure: str = "", value: str | None = None
    ) -> None:
        """Name something about one cell of this row."""
        shown = self.get(key) if value is None else value
        self.findings.append(
            CellFinding(
                severity,
                code,
                self.number,
                self.letters.get(key, ""),
                shown,
                sentence,
                cure,
                self.sheet,
                self.names.get(key, ""),
            )
        )

    def bad(self, code: str, key: str, sentence: str, cure: str = "") -> None:
        """Name a cell that keeps the file out."""
        self.find("stop", code, key, sentence, cure)


@dataclass(slots=True)
class Table:
    """Everything read from a file on a day: the rows and what was found on the way; `titles`: by sheet, the lines above its header."""

    on: date

    rows: list[Row] = field(default_factory=list)
    findings: list[CellFinding] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)


class Reader(Protocol):
    """A reader of one kind of file. Rooms above add their own to `imports.readers.READERS`."""

    kind: str
    title: str
    columns: tuple[Column, ...]

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return the rows as plain values, naming bad cells in the table's findings."""
        ...

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many rows are new, changed and the same."""
        ...

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: Any) -> str:
        """Write the rows and say in Chinese what was written."""
        ...


def read_table(sheets: Sequence[Sheet], columns: Sequence[Column], on: date) -> Table:
    """Read every sheet that has the wanted header; the others are named. Raises `BadInput` when none has it."""
    table = Table(on)
    for sheet in sheets:
        if not any(not line.empty for line in sheet.lines):
            continue
        header = _header(sheet, columns)
        if header is None:
            sentence = f"工作表“{sheet.name}”没有认得的表头，没有读取。"
            table.findings.append(CellFinding("note", "sheet-skipped", 0, "", sheet.name, sentence, sheet=sheet.name))
            continue
        _read_sheet(table, sheet, header, columns)
    if not table.headings:
        wanted = "、".join(column.names[0] for column in columns if column.required)
        raise bad_input(
            "file", f"没有找到表头。表头里至少要有：{wanted}。", "第一行写列名，或者用空表填写。", "header-missing"
        )
    return table


@dataclass(frozen=True, slots=True)
class _Header:
    first: int
    last: int
    places: Mapping[str, int]


def _header(sheet: Sheet, columns: Sequence[Column]) -> _Header | None:
    """Return the row, or the two rows, that name the most wanted columns, all required ones among them; one row rather than two."""
    found = []
    for first in range(min(len(sheet.lines), HEADER_WITHIN)):
        for last in range(first, min(first + 2, len(sheet.lines))):
            places = _places(sheet.lines[first : last + 1], columns)
            if all(column.key in places for column in columns if column.required):
                found.append(_Header(first, last, places))
    best = max(found, key=lambda each: (len(each.places), each.first - each.last, -each.first), default=None)
    if best is None or best.first != best.last or not _goes_on(sheet, best, columns):
        return best
    return _Header(best.first, best.last + 1, best.places)


def _goes_on(sheet: Sheet, header: _Header, columns: Sequence[Column]) -> bool:
    """Tell whether the row below belongs to the header: it has a text, but neither a number nor all that a row must have."""
    if header.last + 1 >= len(sheet.lines) or sheet.lines[header.last + 1].empty:
        return False
    upper, lower = sheet.lines[header.last].cells, sheet.lines[header.last + 1].cells

    def blank(column: Column) -> bool:
        at = header.places[column.key]
        return at >= len(lower) or lower[at].text in ("", upper[at].text)

    placed = [column for column in columns if column.key in header.places]
    numbers = [column for column in placed if column.numeric]
    required = [column for column in placed if column.required]
    return bool(numbers) and all(map(blank, numbers)) and any(map(blank, required))


def _places(lines: Sequence[Line], columns: Sequence[Column]) -> dict[str, int]:
    places: dict[str, int] = {}
    width = max(len(line.cells) for line in lines)
    for index in range(width):
        texts = [_plain(line.cells[index].text) for line in lines if index < len(line.cells)]
        heads = {texts[-1], "".join(dict.fromkeys(texts)), texts[0] if not texts[-1] or len(texts) == 1 else texts[-1]}
        for column in columns:
            if column.key not in places and heads & {_plain(name) for name in column.names}:
                places[column.key] = index
                break
    return places


def _plain(text: str) -> str:
    return re.sub(r"[\s*＊:：]", "", unicodedata.normalize("NFKC", text))


def _read_sheet(table: Table, sheet: Sheet, header: _Header, columns: Sequence[Column]) -> None:
    letters = {key: column_letters(index) for key, index in header.places.items()}
    names = {column.key: column.names[0] for column in columns}
    table.headings = table.headings or [names[key] for key in header.places]
    if header.last > header.first:
        sentence = f"第{header.first + 1}、{header.last + 1}行是两行表头，已合在一起认。"
        table.findings.append(
            CellFinding("note", "header-two-rows", header.first + 1, "", "", sentence, sheet=sheet.name)
        )
    for line in sheet.lines[: header.first]:
        if not line.empty:
            text = next(cell.text for cell in line.cells if cell.text)
            table.titles.setdefault(sheet.name, []).append(text)
            sentence = f"第{line.number}行在表头之上，当作标题或者说明，没有读取。"
            table.findings.append(
                CellFinding("note", "above-header", line.number, "A", text, sentence, sheet=sheet.name)
            )
    _unknown_columns(table, sheet, header, columns)
    title = {
        key: _plain(sheet.lines[header.last].cells[index].text)
        for key, index in header.places.items()
        if index < len(sheet.lines[header.last].cells)
    }
    wanted = {column.key: column for column in columns}
    for line in sheet.lines[header.last + 1 :]:
        if line.empty:
            continue
        if _repeats(line, header, title):
            sentence = f"第{line.number}行又是一行表头，没有当作内容。"
            table.findings.append(
                CellFinding("note", "header-repeated", line.number, "A", "", sentence, sheet=sheet.name)
            )
            continue
        if _footnote(line):
            sentence = f"第{line.number}行是说明，没有当作内容。"
            text = next(cell.text for cell in line.cells if cell.text)
            table.findings.append(CellFinding("note", "note-row", line.number, "A", text, sentence, sheet=sheet.name))
            continue
        table.rows.append(_row(table, sheet, line, header, wanted, letters, names))


def _unknown_columns(table: Table, sheet: Sheet, header: _Header, columns: Sequence[Column]) -> None:
    line = sheet.lines[header.last]
    for index, cell in enumerate(line.cells):
        if cell.text and index not in header.places.values():
            sentence = f"“{cell.text[:30]}”这一列没有用到，没有读取。"
            table.findings.append(
                CellFinding(
                    "note", "column-unused", line.number, column_letters(index), cell.text, sentence, sheet=sheet.name
                )
            )


def _repeats(line: Line, header: _Header, title: Mapping[str, str]) -> bool:
    texts = {key: _plain(line.cells[index].text) for key, index in header.places.items() if index < len(line.cells)}
    same = sum(bool(title.get(key)) and texts.get(key) == title[key] for key in texts)
    return same >= 2


def _footnote(line: Line) -> bool:
    """Tell whether a row is a note: one text alone that begins like one, or one text merged over more than two cells."""
    texts = [cell.text for cell in line.cells if cell.text]
    return len(set(texts)) == 1 and (len(texts) > 2 or bool(FOOTNOTE.match(texts[0])))


def _row(
    table: Table,
    sheet: Sheet,
    line: Line,
    header: _Header,
    wanted: Mapping[str, Column],
    letters: Mapping[str, str],
    names: Mapping[str, str],
) -> Row:
    row = Row(line.number, {}, letters, sheet.name, table.findings, names)
    for key, index in header.places.items():
        if index >= len(line.cells):
            continue
        cell, column = line.cells[index], wanted[key]
        row.values[key] = cell.text.replace("\x00", "")
        if len(cell.text) > LONGEST_CELL:
            row.bad(
                "cell-too-long",
                key,
                f"这一格有 {len(cell.text):,} 个字，最多 {LONGEST_CELL:,} 个。",
                "只留需要的内容。",
            )
            row.values[key] = cell.text[:100]
        elif cell.merged is not None:
            _merged(row, column, cell.merged)
        elif column.numeric and WIDE.search(cell.text):
            row.find(
                "note",
                "full-width",
                key,
                f"全角数字，按 {unicodedata.normalize('NFKC', cell.text)} 读。",
                "改成半角数字。",
            )
        if column.numeric:
            row.values[key] = unicodedata.normalize("NFKC", row.values[key]).strip()
        if column.required and not row.values[key].strip():
            row.bad("cell-empty", key, f"“{column.names[0]}”不能空着。", "补上内容，或者删去这一行。")
    return row


def _merged(row: Row, column: Column, origin: tuple[int, int]) -> None:
    where = f"{column_letters(origin[1])}{origin[0] + 1}"
    if column.shared:
        row.find("note", "merged", column.key, f"与 {where} 合并单元格，按相同内容读。", "取消合并，每行都写上。")
    else:
        row.bad("merged", column.key, f"与 {where} 合并单元格，分不清这一行写的是什么。", "取消合并，每行单独写。")
