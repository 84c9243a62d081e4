"""格子里的问题 What is wrong in a file, by sheet, row and column letter, with reason and cure."""

from dataclasses import dataclass
from typing import Any

from yizhi.rules.refusal import Severity

SHOWN = 60


@dataclass(frozen=True, slots=True)
class CellFinding:
    """One finding. `stop` keeps the file out, `ask` is for a person to look at, `note` says how a cell was read.

    `row` counts from 1 as spreadsheets do, 0 for the file as a whole; `column` is a letter, empty for a whole row.
    """

    severity: Severity
    code: str
    row: int
    column: str
    value: str
    sentence: str
    cure: str = ""
    sheet: str = ""
    name: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, the cell's value cut to what can be read."""
        value = self.value if len(self.value) <= SHOWN else f"{self.value[:SHOWN]}…（共 {len(self.value)} 字）"
        return {
            "severity": self.severity,
            "code": self.code,
            "row": self.row,
            "column": self.column,
            "value": value.replace("\x00", "�"),
            "sentence": self.sentence,
            "cure": self.cure,
            "sheet": self.sheet,
            "name": self.name,
        }


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
