"""逐日说明 Every day of a limit with its reason, for the reader who wants to count along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from yizhi.rules.calendar import ONE_DAY, Calendar
from yizhi.rules.deadlines.claims import Suspension

Judge = Callable[[date], tuple[bool, str]]


@dataclass(frozen=True, slots=True)
class Counted:
    """One day looked at: whether it counts, its number when it does, and the reason in Chinese."""

    date: date
    counts: bool
    number: int | None
    reason: str

    def as_dict(self) -> dict[str, str | bool | int | None]:
        """Return plain values."""
        return {"date": self.date.isoformat(), "counts": self.counts, "number": self.number, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Listing:
    """Lists days by one calendar, leaving out the accepted `suspensions`."""

    calendar: Calendar
    suspensions: Sequence[Suspension] = ()

    def workdays(self, start: date, last: date) -> list[Counted]:
        """List the days after `start` up to `last` of a limit in workdays."""
        return self._list(start, last, lambda day: (self.calendar.is_workday(day), self.calendar.reason(day)))

    def days(self, start: date, last: date) -> list[Counted]:
        """List the days after `start` up to `last` of a limit in calendar days, months or years."""
        return self._list(start, last, lambda _: (True, "自然日"))

    def added_days(self, start: date, last: date) -> list[Counted]:
        """List the calendar days that an extension adds after the last workday."""
        return Listing(self.calendar)._list(start, last, lambda _: (True, "延长的自然日"))

    def moved(self, last: date, due: date) -> list[Counted]:
        """List the days off over which the last day was moved: from `last` itself to the day before `due`."""
        return self._uncounted(last - ONE_DAY, due - ONE_DAY) if due > last else []

    def after_last(self, last: date, due: date) -> list[Counted]:
        """List the days from the one after `last` to `due`, none of which counts."""
        return self._uncounted(last, due)

    def _uncounted(self, start: date, last: date) -> list[Counted]:
        return Listing(self.calendar)._list(start, last, lambda day: (False, self.calendar.reason(day)))

    def _list(self, start: date, last: date, judge: Judge) -> list[Counted]:
        listed: list[Counted] = []
        number, day = 0, start
        while day < last:
            day += ONE_DAY
            grounds = self._grounds(day)
            counts, reason = (False, f"不计入期限：{grounds}") if grounds else judge(day)
            number += counts
            listed.append(Counted(day, counts, number if counts else None, reason))
        return listed

    def _grounds(self, day: date) -> str:
        covering = [claim.ground for claim in self.suspensions if claim.accepted and claim.covers(day)]
        return "、".join(dict.fromkeys(covering))
