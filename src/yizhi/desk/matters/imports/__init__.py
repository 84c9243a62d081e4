"""导入 Files from outside: read, checked and shown first; written only when a person confirms."""

from .findings import CellFinding, column_letters
from .readers import OWN_PAGES, READERS, STATUTES, reader_of
from .reading import read_table
from .sheets import Sheet, open_sheets
from .table import Column, Reader, Row, Table
from .uploads import Preview, claim, confirm, keep, preview, upload

__all__ = [
    "OWN_PAGES",
    "READERS",
    "STATUTES",
    "CellFinding",
    "Column",
    "Preview",
    "Reader",
    "Row",
    "Sheet",
    "Table",
    "claim",
    "column_letters",
    "confirm",
    "keep",
    "open_sheets",
    "preview",
    "read_table",
    "reader_of",
    "upload",
]
