"""导入 Files from outside: read, checked and shown first; written only when a person confirms."""

from .findings import CellFinding, column_letters
from .readers import READERS, STATUTES, reader_of
from .reading import read_table
from .sheets import Sheet, open_sheets
from .table import Column, Reader, Row, Table
from .uploads import Preview, confirm, keep, preview, upload

__all__ = [
    "READERS",
    "STATUTES",
    "CellFinding",
    "Column",
    "Preview",
    "Reader",
    "Row",
    "Sheet",
    "Table",
    "column_letters",
    "confirm",
    "keep",
    "open_sheets",
    "preview",
    "read_table",
    "reader_of",
    "upload",
]
