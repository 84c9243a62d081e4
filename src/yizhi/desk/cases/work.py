"""待办的来源 Rooms above add the tasks of their own: `SOURCES["batches"] = batch_tasks`. Each task is a line of `parts.html:work_line`."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from yizhi.desk.people.identity import Identity

Task = dict[str, Any]
Source = Callable[[Identity, datetime], list[Task]]
SOURCES: dict[str, Source] = {}


def tasks_from_above(identity: Identity, now: datetime) -> Iterator[Task]:
    """Yield what waits for this identity in the rooms above: as in 待办, with `mine` and `due` (a day, or None)."""
    for source in SOURCES.values():
        yield from source(identity, now)
