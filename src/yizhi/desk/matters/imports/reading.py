"""读表 Reads every sheet that has the wanted header; the others are named."""

from collections.abc import Sequence
from datetime import date

from yizhi.rules.refusal import bad_input

from .findings import CellFinding
from .headers import find_header
from .lines import read_lines
from .sheets import Sheet
from .table import Column, Table


def read_table(sheets: Sequence[Sheet], columns: Sequence[Column], on: date) -> Table:
    """Read every sheet that has the wanted header; the others are named. Raises `BadInput` when none has it."""
    table = Table(on)
    for sheet in sheets:
        if not any(not line.empty for line in sheet.lines):
            continue
        header = find_header(sheet, columns)
        if header is None:
            sentence = f"工作表“{sheet.name}”没有认得的表头，没有读取。"
            table.findings.append(CellFinding("note", "sheet-skipped", 0, "", sheet.name, sentence, sheet=sheet.name))
            continue
        read_lines(table, sheet, header, columns)
    if not table.headings:
        wanted = "、".join(column.names[0] for column in columns if column.required)
        raise bad_input(
            "file", f"没有找到表头。表头里至少要有：{wanted}。", "第一行写列名，或者用空表填写。", "header-missing"
        )
    return table
