"""期限答复 The answer to one question about a limit: a date, or why no date can be named, with everything that led to it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yizhi.rules.deadlines.claims import Extension, Suspension
from yizhi.rules.deadlines.listing import Counted
from yizhi.rules.refusal import Reason
from yizhi.rules.table import Rule, Timer


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a limit (期限最后一天), or None with an `error`.

    `due` is a date, for hours a date and time to the minute. What the law attaches to its passing takes effect when
    that day has ended. `error`: None, `calendar-missing`, `time-missing` or `still-suspended`. `codes`: what was
    claimed and not allowed, alphabetical. `value` and `unit` are the rule's own, before any extension.
    `earliest`: without a date only because a year's days off are not known, the day before which the limit cannot end.
    `counted`: each day with its reason, when asked for. `moved_by`: the days off over which the last day was moved.
    """

    rule: Rule
    start: date
    due: date | None
    error: str | None
    codes: tuple[str, ...]
    explain: str
    moved_by: tuple[Counted, ...] = ()
    counted: tuple[Counted, ...] | None = None
    suspended: tuple[Suspension, ...] = ()
    extended: tuple[Extension, ...] = ()
    reason: Reason | None = None
    earliest: date | None = None

    @property
    def timer(self) -> Timer:
        """Return how the rule is counted."""
        assert self.rule.timer
        return self.rule.timer

    @property
    def safe(self) -> date | None:
        """Return the last day, or while it is not known the earliest it can be: who acts by then is in time."""
        return self.due or self.earliest

    def as_dict(self) -> dict[str, Any]:
        """Return plain values in the order of the interface: rule, due, error, codes, then the rest."""
        return {
            "rule": self.rule.id,
            "due": self.due and write(self.due),
            "error": self.error,
            "codes": list(self.codes),
            "unit": self.timer.unit,
            "value": self.timer.value,
            "counted": None if self.counted is None else [day.as_dict() for day in self.counted],
            "moved_by": [day.as_dict() for day in self.moved_by],
            "citation": str(self.rule.citation),
            "breach": self.rule.breach,
            "explain": self.explain,
            "suspended": [claim.as_dict() for claim in self.suspended],
            "extended": [claim.as_dict() for claim in self.extended],
            "earliest": self.earliest and write(self.earliest),
        }


def write(moment: date) -> str:
    """Write a date as 2026-02-26, a date and time as 2026-05-02T16:40.

    >>> write(datetime(2026, 5, 2, 16, 40, 31))
    '2026-05-02T16:40'
    """
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
