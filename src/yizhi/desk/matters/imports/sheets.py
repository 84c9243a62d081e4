"""打开表格 Opens .xlsx and .csv by their content, not by their name, and refuses what could harm before reading it."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from yizhi.rules.refusal import BadInput, bad_input

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 120 * 1024 * 1024
MOST_PARTS = 2_000
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_CELL = 20_000
PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as text. `merged`: where its first cell stands, when it is covered by a merged one (row, column from 0)."""

    text: str
    merged: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `number` counts from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        """Tell whether nothing is written in the row."""
        return not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file."""

    name: str
    lines: tuple[Line, ...]
    merges: tuple[tuple[int, int, int, int], ...] = field(default=())


def open_sheets(filename: str, data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a file. Raises `BadInput` for a file too large, of another kind, damaged or packed to harm."""
    if not data:
        raise bad_input("file", "文件是空的。", "重新选择文件。", "file-empty")
    if len(data) > LARGEST_FILE:
        raise bad_input("file", "文件超过 20 MB。", "拆成几个文件再导入。", "file-too-large")
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data)
    if data.startswith(
        (b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"<svg", b"<!DOC", b"<html", b"SQLite")
    ):
        raise _not_a_table(filename)
    return (Sheet("", tuple(_delimited(_decoded(filename, data)))),)


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is a workbook, by its content."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "xl/workbook.xml" in packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def unpacked_size(data: bytes) -> int:
    """Return how large the parts of a packed file are when unpacked, counted by unpacking; stops and refuses past the limit."""
    size = 0
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise _bomb()
        for part in parts:
            with packed.open(part) as stream:
                while piece := stream.read(PIECE):
                    size += len(piece)
                    if size > LARGEST_UNPACKED:
                        raise _bomb()
    return size


def _workbook(data: bytes) -> tuple[Sheet, ...]:
    try:
        unpacked_size(data)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if "xl/workbook.xml" not in packed.namelist():
                raise _not_a_table("")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(_sheet(book, name) for name in book.sheet_names)
    except (
        zipfile.BadZipFile,
        CalamineError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OSError,
    ) as fault:
        if isinstance(fault, BadInput):
            raise
        raise bad_input(
            "file", "文件已损坏，或者加了密码，打不开。", "用表格软件另存为 .xlsx 再导入。", "file-broken"
        ) from fault


def _sheet(book: CalamineWorkbook, name: str) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    _refuse_huge(len(rows), max(map(len, rows), default=0))
    merges = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    covered = {
        (row, column): (top, left)
        for top, left, bottom, right in merges
        for row, column in _inside(top, left, min(bottom, len(rows)), right)
    }
    texts = [[_text(value) for value in row] for row in rows]
    lines = []
    for at, row in enumerate(texts):
        cells = []
        for column, text in enumerate(row):
            origin = covered.get((at, column))
            if origin is not None and origin != (at, column):
                cells.append(Cell(texts[origin[0]][origin[1]], origin))
            else:
                cells.append(Cell(text))
        lines.append(Line(at + 1, tuple(cells)))
    return Sheet(name, tuple(lines), merges)


def _inside(top: int, left: int, bottom: int, right: int) -> Iterator[tuple[int, int]]:
    for row in range(top, bottom + 1):
        for column in range(left, min(right, MOST_COLUMNS) + 1):
            yield row, column


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip() if value is not None else ""


def _decoded(filename: str, data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise _not_a_table(filename)


def _delimited(text: str) -> Iterator[Line]:
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first and "," not in first else ","
    csv.field_size_limit(LARGEST_FILE)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            _refuse_huge(number, len(row))
            yield Line(number, tuple(Cell(value.strip()) for value in row))
    except csv.Error as fault:
        raise bad_input(
            "file", "文件不是逗号分隔的表格。", "用表格软件另存为 .csv 或者 .xlsx。", "file-type"
        ) from fault


def _refuse_huge(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        sentence = f"表格太大：一次最多 {MOST_ROWS:,} 行、{MOST_COLUMNS} 列。"
        raise bad_input("file", sentence, "删去空行空列，或者拆成几个文件。", "file-too-large")


def _bomb() -> BadInput:
    return bad_input(
        "file", "文件解开以后大得不合情理，没有读取。", "核对文件来源，用表格软件另存为 .xlsx。", "file-packed-to-harm"
    )


def _not_a_table(filename: str) -> BadInput:
    return bad_input(
        "file",
        f"{filename or '这个文件'}的内容不是 .xlsx 或者 .csv 表格。",
        "用表格软件另存为 .xlsx 或者 .csv；改文件名没有用。",
        "file-type",
    )
