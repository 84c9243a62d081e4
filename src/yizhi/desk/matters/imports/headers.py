"""认表头 Finds the header under titles and notes: one row, or two that belong together."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .sheets import Line, Sheet
from .table import Column

HEADER_WITHIN = 30
MARKS = re.compile(r"[\s*＊:：]")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (rows from 0), and the column (from 0) of each key."""

    first: int
    last: int
    places: Mapping[str, int]


def find_header(sheet: Sheet, columns: Sequence[Column]) -> Header | None:
    """Return the row, or the two rows, that name the most wanted columns, all required ones among them; one row rather than two."""
    found = []
    for first in range(min(len(sheet.lines), HEADER_WITHIN)):
        for last in range(first, min(first + 2, len(sheet.lines))):
            places = _places(sheet.lines[first : last + 1], columns)
            if all(column.key in places for column in columns if column.required):
                found.append(Header(first, last, places))
    best = max(found, key=lambda each: (len(each.places), each.first - each.last, -each.first), default=None)
    if best is None or best.first != best.last or not _goes_on(sheet, best, columns):
        return best
    return Header(best.first, best.last + 1, best.places)


def _goes_on(sheet: Sheet, header: Header, columns: Sequence[Column]) -> bool:
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
        texts = [plain(line.cells[index].text) for line in lines if index < len(line.cells)]
        heads = {texts[-1], "".join(dict.fromkeys(texts)), texts[0] if not texts[-1] or len(texts) == 1 else texts[-1]}
        for column in columns:
            if column.key not in places and heads & {plain(name) for name in column.names}:
                places[column.key] = index
                break
    return places


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a heading without blanks and marks, as it is compared."""
    return MARKS.sub("", unicodedata.normalize("NFKC", text))
