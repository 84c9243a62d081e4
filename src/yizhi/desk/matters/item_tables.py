"""事项表格 The items in force on a day as a workbook, in columns that the import of items reads again."""

from collections.abc import Sequence
from datetime import date, datetime

from yizhi.desk.record.sheets import Cell, Table, workbook

from .queries import ItemLine

HEADINGS = (
    ("序号", 8),
    ("事项编码", 16),
    ("事项名称", 48),
    ("权力类型", 12),
    ("所属领域", 14),
    ("设定依据", 48),
    ("原实施部门", 24),
    ("违法情形", 48),
    ("处罚幅度", 36),
)


def item_workbook(lines: Sequence[ItemLine], on: date, *, made_at: datetime) -> bytes:
    """Return items as one sheet."""
    rows = [_row(line) for line in lines]
    title = f"行政执法事项（{on.year}年{on.month}月{on.day}日有效）"
    return workbook([Table(name="事项", title=title, headings=HEADINGS, rows=rows)], made_at=made_at)


def _row(line: ItemLine) -> list[Cell]:
    version = line.version
    bases = "；".join(f"《{basis['law']}》{basis['article']}" for basis in version.bases)
    named = [version.name, version.get_kind_display(), version.domain, bases, version.owner.name]
    return [version.item.source_number, line.code, *named, version.deed, version.penalty_range]
