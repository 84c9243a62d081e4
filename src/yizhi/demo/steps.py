"""一步一步 The steps of a story: who does which act, how many workdays after the one before, with which facts.

A day in the facts is told as `Day` (workdays from the act's own day) and a time as `Minute` (minutes before the act is done);
both are written out when the story is laid on the calendar.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

OFFICER, APPROVER, REVIEWER = "officer", "approver", "reviewer"


@dataclass(frozen=True, slots=True)
class Day:
    """A date that lies `after` workdays after the act's own day; 0 is that day."""

    after: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment `after` workdays after the act's own day, at `time` such as 09:30."""

    after: int
    time: str


@dataclass(frozen=True, slots=True)
class Minute:
    """A moment `before` minutes before the act is done."""

    before: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One act. `gap` counts workdays since the step before; `pair` = the two officers are there; `photo` = a photo is kept for it first."""

    kind: str
    by: str
    gap: int
    facts: Mapping[str, Any] = field(default_factory=dict)
    pair: bool = False
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A step on the calendar."""

    step: Step
    done_at: datetime
    facts: dict[str, Any]


def lay(steps: list[Step], start: int, workdays: list[date], at: Callable[[date, int], datetime]) -> list[Laid]:
    """Lay steps on the calendar: the first on `workdays[start]`, several on one day one after the other. `at` gives the moment."""
    laid: list[Laid] = []
    position, turn = start, 0
    for step in steps:
        turn = turn + 1 if laid and step.gap == 0 else 0
        position += step.gap if laid else 0
        moment = at(workdays[position], turn)
        laid.append(
            Laid(step, moment, {key: _told(value, position, workdays, moment) for key, value in step.facts.items()})
        )
    return laid


def length(steps: list[Step]) -> int:
    """Return how many workdays lie between the first step and the last."""
    return sum(step.gap for step in steps[1:])


def _told(value: Any, position: int, workdays: list[date], moment: datetime) -> Any:
    if isinstance(value, Day):
        return workdays[position + value.after].isoformat()
    if isinstance(value, Clock):
        return f"{workdays[position + value.after].isoformat()}T{value.time}"
    if isinstance(value, Minute):
        return (moment - timedelta(minutes=value.before)).strftime("%Y-%m-%dT%H:%M")
    return value
