"""读出的表 What a reader of one kind of file wants, and what it gets: rows by column keys, and everything found on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from yizhi.rules.refusal import Severity

from .findings import CellFinding


@dataclass(frozen=True, slots=True)
class Column:
    """One column a reader wants. `names`: what official lists call it, the first one shown.

    `shared`: may be merged over rows. `goes_on`: its text may go on in the row below, which has nothing else of its own.
    `parted_by`: may be merged over rows that this other column tells apart.
    """

    key: str
    names: tuple[str, ...]
    required: bool = False
    note: str = ""
    shared: bool = False
    numeric: bool = False
    goes_on: bool = False
    parted_by: str = ""


@dataclass(slots=True)
class Row:
    """One row read by column keys; findings are added to the table's list. `section`: the heading that stands above it."""

    number: int
    values: dict[str, str]
    letters: Mapping[str, str]
    sheet: str
    findings: list[CellFinding]
    names: Mapping[str, str]
    section: str = ""

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
