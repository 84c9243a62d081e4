"""扣除与延长 What somebody claims about a limit: suspensions and extensions, and which of them the rule allows.

Nothing is dropped in silence: a claim that the rule does not allow is kept, shown and marked, and changes no date.

    >>> heard = Suspension(date(2026, 2, 2), date(2026, 2, 12), "鉴定")
    >>> accept_suspensions(("听证",), [heard])[0].accepted
    False
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from yizhi.rules.refusal import bad_input
from yizhi.rules.table import Step, Unit

SUSPENSION_NOT_ALLOWED = "suspension-not-allowed"
EXTENSION_REFUSED = "extension-refused"


@dataclass(frozen=True, slots=True)
class Suspension:
    """Time not counted (不计入期限的时间) from `start` until the day the clock runs again, `stop`; None: still stopped."""

    start: date
    stop: date | None
    ground: str
    accepted: bool = False

    def __post_init__(self) -> None:
        if self.stop is not None and self.stop < self.start:
            raise bad_input("suspend", f"恢复计算之日{self.stop}早于停止计算之日{self.start}。", "核对两个日期。")

    def covers(self, day: date) -> bool:
        """Tell whether the clock stands still on `day`."""
        return self.start <= day and (self.stop is None or day < self.stop)

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, in the order of a question's line, with whether the rule allows it."""
        return {
            "from": self.start.isoformat(),
            "to": self.stop and self.stop.isoformat(),
            "ground": self.ground,
            "accepted": self.accepted,
        }


@dataclass(frozen=True, slots=True)
class Extension:
    """A prolongation (延长) by `value` units, decided by `by`. `unit` is that of the step it matched."""

    value: int
    by: str
    accepted: bool = False
    unit: Unit | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, in the order of a question's line, with whether the rule allows it."""
        return {"value": self.value, "by": self.by, "unit": self.unit, "accepted": self.accepted}


def accept_suspensions(grounds: Sequence[str], claims: Iterable[Suspension]) -> tuple[Suspension, ...]:
    """Mark each claim whose ground is, as a whole word, one of the rule's `grounds`."""
    return tuple(replace(claim, accepted=claim.ground in grounds) for claim in claims)


def accept_extensions(steps: Sequence[Step], claims: Iterable[Extension]) -> tuple[Extension, ...]:
    """Mark each claim that matches the next unused step: its person exactly, its value from 1 to the step's ceiling."""
    marked: list[Extension] = []
    used = 0
    for claim in claims:
        step = steps[used] if used < len(steps) else None
        if step and claim.by == step.by and claim.value >= 1 and (step.at_most is None or claim.value <= step.at_most):
            marked.append(replace(claim, accepted=True, unit=step.unit))
            used += 1
        else:
            marked.append(replace(claim, accepted=False, unit=None))
    return tuple(marked)


def codes(suspensions: Iterable[Suspension], extensions: Iterable[Extension]) -> tuple[str, ...]:
    """Return the codes of what was not allowed, each once, in alphabetical order."""
    found = set()
    if any(not claim.accepted for claim in suspensions):
        found.add(SUSPENSION_NOT_ALLOWED)
    if any(not claim.accepted for claim in extensions):
        found.add(EXTENSION_REFUSED)
    return tuple(sorted(found))


def unite(claims: Iterable[Suspension]) -> tuple[tuple[date, date], ...]:
    """Return the accepted suspensions as disjoint half-open intervals in order; one still running reaches `date.max`.

    >>> unite([Suspension(date(2026, 1, 5), date(2026, 1, 9), "听证", True), Suspension(date(2026, 1, 7), date(2026, 1, 12), "中止", True)])
    ((datetime.date(2026, 1, 5), datetime.date(2026, 1, 12)),)
    """
    united: list[tuple[date, date]] = []
    spans = sorted((claim.start, claim.stop or date.max) for claim in claims if claim.accepted)
    for start, stop in spans:
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], stop))
        elif start < stop:
            united.append((start, stop))
    return tuple(united)
