"""批次的表格 Items and towns of a batch read from a table, with the preview of every import; a draft is written only from what was shown."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from yizhi.desk.matters.imports import Column, Row, Table
from yizhi.desk.matters.imports.allocations import ITEM_AND_TOWNS, Known
from yizhi.desk.matters.imports.readers import OWN_PAGES, READERS
from yizhi.rules.refusal import refuse

KIND = "batch-lines"
PAGE = "/batches/import/"
MODES: Mapping[str, str] = {"": "conferral", "赋权": "conferral", "委托": "entrustment"}


class BatchLineReader:
    """Reads which items go to which towns, or come back; what is wrong is named cell by cell."""

    kind = KIND
    title = "从表格拟订批次"
    columns: tuple[Column, ...] = (
        *ITEM_AND_TOWNS,
        Column("mode", ("方式", "权属方式"), note="赋权、委托；空着是赋权", shared=True),
        Column("basis", ("委托依据",), note="委托必填：法律、法规或者规章的条款", shared=True),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return one line an item and town, each once, naming what is not known."""
        known = Known()
        seen: dict[tuple[str, str], int] = {}
        return [line for row in table.rows for line in _lines(row, known, seen)]

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many lines there are; all of them are new until the batch is published."""
        return len(rows), 0, 0

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Refuse: a draft needs its title and its days, and somebody who arranges powers."""
        cure = "在“赋权批次”里选“从表格拟订”，看过以后存为草案。"
        raise refuse("batch-lines-by-draft", "批次要写明题目、从哪天起，由机构编制部门拟订。", "实施方案 三(一)", cure)


def _lines(row: Row, known: Known, seen: dict[tuple[str, str], int]) -> list[dict[str, Any]]:
    item, towns, written = known.item(row), known.towns(row), row.get("mode").strip()
    if written not in MODES:
        row.bad("mode-unknown", "mode", "这个写法不认识；法律直接给镇（街道）的，不用批次。", "写“赋权”或者“委托”。")
        return []
    mode, lines = MODES[written], []
    if mode == "entrustment" and not row.get("basis").strip():
        row.bad("entrustment-without-basis", "mode", "委托没有写依据。", "在“委托依据”里写明法律、法规或者规章的条款。")
    for town in towns if item else ():
        above = seen.setdefault((item, town), row.number)
        if above != row.number:
            row.bad("line-twice", "towns", f"与第 {above} 行是同一事项、同一镇（街道）。", "只留一行。")
            continue
        basis = row.get("basis").strip()[:128] if mode == "entrustment" else ""
        lines.append({"item": item, "town": town, "mode": mode, "basis": basis})
    return lines


READERS[KIND] = BatchLineReader()
OWN_PAGES[KIND] = PAGE
