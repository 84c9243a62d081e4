"""读行 Reads the lines below a header: what is a row, what goes on from the row above, what is a heading or a note.

Whatever is read otherwise than it is written (merged cells, full-width digits, a header that repeats) is named by row and column.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from yizhi.rules.refusal import Severity

from .findings import CellFinding, column_letters
from .headers import Header, plain
from .sheets import LONGEST_CELL, Cell, Line, Sheet
from .table import Column, Row, Table

WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
FOOTNOTE = re.compile(
    r"^[\s(（*※]*(注|备注|说明|填表说明|填报说明|合计|总计|小计|共计|填报单位|填表人|制表|审核人|联系人|联系电话|单位|填报时间|填报日期)"
    r"[\s:：0-9一二三四五六七八九十]?"
)
SECTION = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+(?:部分|类)|[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）])"
)


def read_lines(table: Table, sheet: Sheet, header: Header, columns: Sequence[Column]) -> None:
    """Read one sheet below its header into the table."""
    reading = _Reading(table, sheet, header, {column.key: column for column in columns})
    reading.head()
    for line in sheet.lines[header.last + 1 :]:
        if not line.empty:
            reading.line(line)


@dataclass(slots=True)
class _Reading:
    """One sheet while it is read."""

    table: Table
    sheet: Sheet
    header: Header
    columns: Mapping[str, Column]
    letters: dict[str, str] = field(init=False)
    names: dict[str, str] = field(init=False)
    titles: dict[int, str] = field(init=False)
    section: str = ""
    last: Row | None = None

    def __post_init__(self) -> None:
        self.letters = {key: column_letters(index) for key, index in self.header.places.items()}
        self.names = {key: column.names[0] for key, column in self.columns.items()}
        cells = self.sheet.lines[self.header.last].cells
        self.titles = {at: cells[at].text for at in self.header.places.values() if at < len(cells) and cells[at].text}

    def head(self) -> None:
        """Name what stands above the header and the columns that nobody wants."""
        self.table.headings = self.table.headings or [self.names[key] for key in self.header.places]
        first, last = self.header.first, self.header.last
        if last > first:
            self._note(
                "header-two-rows", first + 1, f"第{first + 1}、{last + 1}行是两行表头，已合在一起认。", column=""
            )
        for line in self.sheet.lines[:first]:
            if not line.empty:
                text = next(cell.text for cell in line.cells if cell.text)
                self.table.titles.setdefault(self.sheet.name, []).append(text)
                self._note("above-header", line.number, f"第{line.number}行在表头之上，当作标题或者说明。", text)
        for index, cell in enumerate(self.sheet.lines[last].cells):
            if cell.text and index not in self.header.places.values():
                sentence = f"“{cell.text[:30]}”这一列没有用到，没有读取。"
                self._note("column-unused", last + 1, sentence, cell.text, column_letters(index))

    def line(self, line: Line) -> None:
        """Read one line as what it is."""
        texts = [cell.text for cell in line.cells if cell.text]
        if self._repeats(line):
            self._note("header-repeated", line.number, f"第{line.number}行又是一行表头，没有当作内容。")
        elif len(set(texts)) == 1 and FOOTNOTE.match(texts[0]):
            self._note("note-row", line.number, f"第{line.number}行是说明，没有当作内容。", texts[0])
        elif len(set(texts)) == 1 and (SECTION.match(texts[0]) or len(texts) > 2):
            self.section = texts[0].strip()
            self._note("section-row", line.number, f"第{line.number}行是小标题，没有当作内容。", texts[0])
        elif self.last is not None and (more := self._going_on(line)):
            self._go_on(self.last, line, more)
        else:
            self.last = self._row(line)
            self.table.rows.append(self.last)

    def _repeats(self, line: Line) -> bool:
        """Tell whether the line says the header again, in two columns or more."""
        same = 0
        for at, title in self.titles.items():
            text = line.cells[at].text if at < len(line.cells) else ""
            same += bool(text) and (text == title or (len(text) < 40 and plain(text) == plain(title)))
            if same > 1:
                return True
        return False

    def _going_on(self, line: Line) -> dict[str, str]:
        """Return the texts with which the row above goes on: the line has nothing of its own but those."""
        more: dict[str, str] = {}
        for key, index in self.header.places.items():
            cell = line.cells[index] if index < len(line.cells) else Cell("")
            if not cell.text or cell.merged is not None:
                continue
            if not self.columns[key].goes_on:
                return {}
            more[key] = cell.text
        telling = [key for key in self.header.places if self.columns[key].required or self.columns[key].numeric]
        return more if telling and not any(self.columns[key].goes_on for key in telling) else {}

    def _go_on(self, above: Row, line: Line, more: Mapping[str, str]) -> None:
        for key, text in more.items():
            above.values[key] = f"{above.get(key)}\n{text}".strip("\n")
        key = next(iter(more))
        sentence = f"第{line.number}行没有自己的序号和名称，接在第{above.number}行后面读。"
        self._note("row-goes-on", line.number, sentence, more[key], self.letters[key], "ask")

    def _row(self, line: Line) -> Row:
        row = Row(line.number, {}, self.letters, self.sheet.name, self.table.findings, self.names, self.section)
        for key, index in self.header.places.items():
            if index < len(line.cells):
                self._cell(row, self.columns[key], line.cells[index], line)
        return row

    def _cell(self, row: Row, column: Column, cell: Cell, line: Line) -> None:
        key = column.key
        row.values[key] = cell.text.replace("\x00", "")
        if len(cell.text) > LONGEST_CELL:
            sentence = f"这一格有 {len(cell.text):,} 个字，最多 {LONGEST_CELL:,} 个。"
            row.bad("cell-too-long", key, sentence, "只留需要的内容。")
            row.values[key] = cell.text[:100]
        elif cell.merged is not None:
            self._merged(row, column, cell.merged, line)
        elif column.numeric and WIDE.search(cell.text):
            sentence = f"全角数字，按 {unicodedata.normalize('NFKC', cell.text)} 读。"
            row.find("note", "full-width", key, sentence, "改成半角数字。")
        if column.numeric:
            row.values[key] = unicodedata.normalize("NFKC", row.values[key]).strip()
        if column.required and not row.values[key].strip():
            row.bad("cell-empty", key, f"“{column.names[0]}”不能空着。", "补上内容，或者删去这一行。")

    def _merged(self, row: Row, column: Column, origin: tuple[int, int], line: Line) -> None:
        where = f"{column_letters(origin[1])}{origin[0] + 1}"
        at = self.header.places.get(column.parted_by, -1)
        parted = 0 <= at < len(line.cells) and bool(line.cells[at].text) and line.cells[at].merged is None
        if column.shared or parted:
            row.find("note", "merged", column.key, f"与 {where} 合并单元格，按相同内容读。", "取消合并，每行都写上。")
        else:
            sentence = f"与 {where} 合并单元格，分不清这一行写的是什么。"
            row.bad("merged", column.key, sentence, "取消合并，每行单独写。")

    def _note(
        self, code: str, number: int, sentence: str, value: str = "", column: str = "A", severity: Severity = "note"
    ) -> None:
        found = CellFinding(severity, code, number, column, value, sentence, sheet=self.sheet.name)
        self.table.findings.append(found)
