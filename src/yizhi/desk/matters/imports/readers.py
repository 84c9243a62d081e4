"""读表的人 One reader a kind of file. A room above adds its own: `READERS["parties"] = PartyReader()`."""

from yizhi.rules.refusal import bad_input

from .allocations import AllocationReader
from .benchmarks import BenchmarkReader
from .boundary import BoundaryReader
from .calendar import CalendarReader
from .catalogue import CatalogueReader
from .items import ItemReader
from .sayings import SayingReader
from .statutes import StatuteReader
from .table import Reader

OWN = (
    ItemReader(),
    CatalogueReader(),
    AllocationReader(),
    BoundaryReader(),
    BenchmarkReader(),
    CalendarReader(),
    SayingReader(),
)
READERS: dict[str, Reader] = {reader.kind: reader for reader in OWN}
STATUTES = StatuteReader()
OWN_PAGES: dict[str, str] = {}
"""Kinds that a page of their own reads and writes, with its address; the general pages of import leave them out."""


def reader_of(kind: str) -> Reader:
    """Return the reader of a kind of table. Raises `BadInput` for an unknown kind."""
    found = READERS.get(kind)
    if found is None:
        raise bad_input(
            "kind", f"没有“{kind}”这种导入。", f"可以导入：{'、'.join([*READERS, STATUTES.kind])}。", "import-unknown"
        )
    return found
