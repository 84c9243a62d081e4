"""期限引擎 From a rule, a trigger and a calendar to the last day, with reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from yizhi.rules.calendar import Calendar, CalendarMissing, Days, Workdays
from yizhi.rules.deadlines.answer import Due
from yizhi.rules.deadlines.claims import (
    Extension,
    Suspension,
    accept_extensions,
    accept_suspensions,
    codes,
    unite,
)
from yizhi.rules.deadlines.counting import (
    Intervals,
    StillSuspended,
    days_left_out,
    last_of_days,
    last_of_months,
    last_of_workdays,
    latest_before,
)
from yizhi.rules.deadlines.domain import select
from yizhi.rules.deadlines.listing import Counted, Listing
from yizhi.rules.deadlines.wording import explain, unanswered
from yizhi.rules.refusal import Reason, bad_input
from yizhi.rules.table import Rule, RuleTable, Timer


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit ready to be counted: the claims have been judged, accepted extensions are in `added` and `calendar_days`."""

    timer: Timer
    start: date
    suspended: Intervals
    added: int
    calendar_days: int

    @property
    def length(self) -> int:
        return self.timer.value + self.added


@dataclass(frozen=True, slots=True)
class _Found:
    """A last day: `last` as counted, `due` after moving off days off; `base` the last workday before calendar days."""

    base: date
    last: date
    due: date


def due(
    rule: str | Rule,
    *,
    table: RuleTable,
    calendar: Calendar,
    start: date,
    domain: str | None = None,
    suspend: Iterable[Suspension] = (),
    extend: Iterable[Extension] = (),
    counted: bool = False,
) -> Due:
    """Return the last day of the limit that `rule` sets for something that happened on `start`.

    `start` is the trigger (起算), a date; for limits in hours a local date and time; for limits counted backwards the
    day of the event. `domain` is the Chinese word on the item and may select another rule. Refuses an unknown rule
    (`rule-unknown`), a rule that is no time limit (`rule-without-limit`) and dates beyond the calendar's range.
    What cannot be computed is an answer without a date, never a guess. Source: 行政处罚法 第85条 and the articles
    that each rule names.
    """
    asked = rule.id if isinstance(rule, Rule) else rule
    chosen = select(asked, domain)
    held = rule if isinstance(rule, Rule) and chosen == asked else table[chosen]
    if held.timer is None:
        raise bad_input(
            "rule", f"“{held.id}”不是期限规则，没有可以计算的日期。", "换用有期限的规则编号。", "rule-without-limit"
        )
    suspensions = accept_suspensions(held.suspend, suspend)
    extensions = accept_extensions(held.extend, extend)
    answer = _Answer(held, held.timer, calendar, start, suspensions, extensions)
    try:
        return answer.hours() if held.timer.unit == "hour" else answer.days(counted)
    except CalendarMissing as missing:
        return answer.without("calendar-missing", missing.first, answer.earliest())
    except StillSuspended:
        return answer.without(
            "still-suspended", Reason("still-suspended", "期限正在依法停止计算，恢复以后才能算出最后一天。")
        )
    except (OverflowError, ValueError) as fault:
        raise bad_input("from", "日期超出可以计算的范围。", "核对起算日期和延长的天数。") from fault


@dataclass(frozen=True, slots=True)
class _Answer:
    rule: Rule
    timer: Timer
    calendar: Calendar
    start: date
    suspensions: Sequence[Suspension]
    extensions: Sequence[Extension]

    def build(
        self,
        due: date | None,
        error: str | None,
        sentences: str,
        *,
        moved_by: Sequence[Counted] = (),
        counted: Sequence[Counted] | None = None,
        reason: Reason | None = None,
        earliest: date | None = None,
    ) -> Due:
        return Due(
            self.rule,
            self.start,
            due,
            error,
            codes(self.suspensions, self.extensions),
            sentences,
            tuple(moved_by),
            None if counted is None else tuple(counted),
            tuple(self.suspensions),
            tuple(self.extensions),
            reason,
            earliest,
        )

    def without(self, error: str, reason: Reason, earliest: date | None = None) -> Due:
        said = unanswered(self.rule, reason.sentence, earliest)
        return self.build(None, error, said, reason=reason, earliest=earliest)

    def earliest(self) -> date | None:
        """Return the last day before any move off days off, or None for limits that cannot be counted without the calendar."""
        if self.timer.direction == "before" or self.timer.unit == "workday":
            return None
        start = self.start.date() if isinstance(self.start, datetime) else self.start
        limit = self.limit(start)
        return self.base(limit) + timedelta(days=limit.calendar_days)

    def hours(self) -> Due:
        if not isinstance(self.start, datetime):
            return self.without(
                "time-missing", Reason("time-missing", "以小时计算的期限要写明起算的时刻。", cure="补写几时几分。")
            )
        moment = (self.start + timedelta(hours=self.timer.value)).replace(second=0, microsecond=0)
        return self.build(moment, None, explain(self.rule, self.timer, self.start, moment))

    def days(self, counted: bool) -> Due:
        start = self.start.date() if isinstance(self.start, datetime) else self.start
        if self.timer.direction == "before":
            return self.backwards(start, counted)
        limit = self.limit(start)
        found = self.find(limit)
        listing = Listing(self.calendar, self.suspensions)
        moved = listing.moved(found.last, found.due)
        sentences = explain(
            self.rule,
            self.timer,
            start,
            found.due,
            skipped=days_left_out(start, found.base, limit.suspended),
            extensions=self.extensions,
            moved=moved,
        )
        listed = self.list_forwards(listing, start, found) if counted else None
        return self.build(found.due, None, sentences, moved_by=moved, counted=listed)

    def backwards(self, event: date, counted: bool) -> Due:
        last = latest_before(event, Workdays(self.timer.value), self.calendar)
        listed = Listing(self.calendar).workdays(last, event) if counted else None
        return self.build(last, None, explain(self.rule, self.timer, event, last), counted=listed)

    def list_forwards(self, listing: Listing, start: date, found: _Found) -> list[Counted]:
        listed = (
            listing.workdays(start, found.base) if self.timer.unit == "workday" else listing.days(start, found.base)
        )
        return listed + listing.added_days(found.base, found.last) + listing.after_last(found.last, found.due)

    def limit(self, start: date) -> _Limit:
        accepted = [claim for claim in self.extensions if claim.accepted]
        added = sum(claim.value for claim in accepted if claim.unit == self.timer.unit)
        calendar_days = sum(claim.value for claim in accepted if claim.unit != self.timer.unit)
        return _Limit(self.timer, start, unite(self.suspensions), added, calendar_days)

    def find(self, limit: _Limit) -> _Found:
        base = self.base(limit)
        last = base + timedelta(days=limit.calendar_days)
        rolls = limit.timer.roll_forward or limit.calendar_days > 0
        return _Found(base, last, self.calendar.next_workday(last) if rolls else last)

    def base(self, limit: _Limit) -> date:
        match limit.timer.unit:
            case "workday":
                return last_of_workdays(limit.start, Workdays(limit.length), limit.suspended, self.calendar)
            case "month":
                return last_of_months(limit.start, limit.length)
            case "year":
                return last_of_months(limit.start, limit.length * 12)
            case _:
                return last_of_days(limit.start, Days(limit.length), limit.suspended)
