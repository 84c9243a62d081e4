"""待办和期限的来源 Rooms above add what waits there: `SOURCES["batches"] = batch_tasks`, `LIMITS["batches"] = batch_limits`.

Each task is a line of `parts.html:work_line`; each limit a line of the page 期限.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yizhi.desk.people.identity import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One limit that runs: of which dossier, which rule, which act it presses for, its last day.

    `act` is a code; `does` its name, where no table of a procedure has it. `href` the page of the dossier.
    `others`: it is somebody else's time, whatever the rule.
    """

    dossier: str
    number: str
    title: str
    body: str
    town: str
    name: str
    rule: str
    act: str
    on: date
    href: str
    does: str = ""
    handlers: tuple[str, ...] = ()
    others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promptly:
    """What is to be done promptly 及时 where the law names no last day: why, by which article."""

    title: str
    number: str
    href: str
    where: str
    sentence: str
    article: str


Task = dict[str, Any]
Source = Callable[[Identity, datetime], list[Task]]
Limits = Callable[[Identity, date, str], Iterable[Due]]
Prompt = Callable[[Identity, str], Iterable[Promptly]]
SOURCES: dict[str, Source] = {}
LIMITS: dict[str, Limits] = {}
PROMPT: dict[str, Prompt] = {}


def tasks_from_above(identity: Identity, now: datetime) -> Iterator[Task]:
    """Yield what waits for this identity in the rooms above: as in 待办, with `mine` and `due` (a day, or None)."""
    for source in SOURCES.values():
        yield from source(identity, now)


def limits_from_above(identity: Identity, until: date, town: str) -> Iterator[Due]:
    """Yield the limits within sight in the rooms above that end on or before the day `until`, of one town or of all (`town` empty)."""
    for source in LIMITS.values():
        yield from source(identity, until, town)


def prompt_from_above(identity: Identity, town: str) -> Iterator[Promptly]:
    """Yield what is to be done promptly in the rooms above, of one town or of all (`town` empty)."""
    for source in PROMPT.values():
        yield from source(identity, town)
