"""期限 The time limits that run in a case: where each began, what stopped it, and its last day. Derived, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yizhi.rules.deadlines import Due, Extension, Suspension, due
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.clocks import CLOCKS
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.remedies import court_start
from yizhi.rules.procedure.served import PUBLIC_NOTICE, served_day
from yizhi.rules.procedure.state import CaseState, Entry, day_of, local
from yizhi.rules.procedure.timing import Clock
from yizhi.rules.table import Rule


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit 期限 of a case. `due` explains itself; `met_on` is the day it ended, None while it runs.

    `others`: it is somebody else's time (see `Clock`).
    """

    id: str
    name: str
    act: str
    due: Due
    start: date
    started_by: str
    met_on: date | None = None
    others: bool = False

    def overdue(self, day: date) -> bool:
        """Say whether the last day has passed on `day` (or had passed when the limit was met)."""
        last = self.due.due
        return last is not None and (self.met_on or day) > (day_of(last) or last)


def limits(state: CaseState, circumstances: Circumstances) -> tuple[Limit, ...]:
    """Return every limit that has begun to run in the case, in the order of the table; met ones carry the day they were met."""
    startable = (clock for clock in CLOCKS if state.has(*clock.starts))
    return tuple(limit for clock in startable if (limit := limit_of(clock, state, circumstances)))


def limit_of(
    row: Clock, state: CaseState, circumstances: Circumstances, more: tuple[Extension, ...] = ()
) -> Limit | None:
    """Return the limit of one clock, or None when it has not begun or the domain sets none. `more` = extensions being asked for."""
    begun, rule = _begun(row, state, circumstances), row.rule(circumstances.domain)
    if begun is None or rule is None:
        return None
    counted = court_start(state, circumstances) if row.remedies else None
    rule, start = counted or (rule, None if row.remedies else _start(row, begun, circumstances))
    if start is None:
        return None
    stopped = _stopped(row, state, begun)
    answer = due(
        _rule(row, rule, circumstances),
        table=circumstances.table,
        calendar=circumstances.calendar,
        start=start,
        domain=circumstances.domain,
        suspend=tuple(suspensions(state, circumstances)) if row.suspends else (),
        extend=(
            _extended_to(row, state, begun, start, circumstances) if row.extended_to else extensions(row, state, begun)
        )
        + more,
    )
    answer = _as_decided(row, begun, answer)
    met = stopped.day if stopped else None
    return Limit(row.id, row.name, row.act, answer, start, begun.id, met, row.others)


def _rule(row: Clock, rule: str, circumstances: Circumstances) -> str | Rule:
    """Return the rule to count by: its id, or what the clock says of another limit that the same article sets."""
    held = circumstances.table[rule]
    if held.timer is None or not (row.figure or row.missed):
        return rule
    days = int(held.figures[row.figure]) if row.figure else held.timer.value
    return replace(held, timer=replace(held.timer, value=days), breach=row.missed or held.breach)


def _as_decided(row: Clock, begun: Entry, answer: Due) -> Due:
    """Return the limit with the earlier last day that the decision itself names, unless it was extended or stopped."""
    stated = day_of(begun.facts.get(row.until_fact)) if row.until_fact else None
    moved = any(one.accepted for one in answer.extended) or any(one.accepted for one in answer.suspended)
    if stated is None or moved or answer.due is None or stated >= answer.due:
        return answer
    return replace(answer, due=stated, explain=f"决定书写明的期限到{chinese(stated)}为止。{answer.explain}")


def _begun(row: Clock, state: CaseState, circumstances: Circumstances) -> Entry | None:
    if row.id == "closing" and state.owed > 0:
        return None
    if row.id == "court" and state.owed <= 0:
        return None
    if row.id == "payment" and not state.paid and not state.owed:
        return None
    begun = _oldest(row, state) if row.each else _latest(row, state, circumstances)
    if begun is None or any(begun.facts.get(key) != value for key, value in row.when.items()):
        return None
    if any(state.known(key) != value for key, value in row.known.items()):
        return None
    return begun


def _latest(row: Clock, state: CaseState, circumstances: Circumstances) -> Entry | None:
    """Return the latest start that counts."""
    if row.only is None:
        return state.last(*row.starts)
    return next((entry for entry in reversed(state.all(*row.starts)) if row.only(entry.facts, circumstances)), None)


def _oldest(row: Clock, state: CaseState) -> Entry | None:
    """Return the oldest start that still runs; when none does, the latest."""
    return next(iter(state.unmatched(row.starts[0], row.stops)), state.last(*row.starts))


def _stopped(row: Clock, state: CaseState, begun: Entry) -> Entry | None:
    if row.each and begun in state.unmatched(row.starts[0], row.stops):
        return None
    if not row.stops_if:
        return state.after(begun, *row.stops)
    later = state.entries[state.position(begun) + 1 :]
    return next((entry for entry in reversed(later) if entry.kind in row.stops and _stops(row, entry)), None)


def _stops(row: Clock, entry: Entry) -> bool:
    key, value = row.stops_if.get(entry.kind, ("", None))
    return not key or entry.facts.get(key) == value


def _start(row: Clock, begun: Entry, circumstances: Circumstances) -> date | None:
    rule = row.rule(circumstances.domain)
    timer = circumstances.table[rule].timer if rule else None
    if timer is not None and timer.unit == "hour":
        return local(begun.done_at)
    if row.served:
        return served_day(begun, circumstances)
    return (day_of(begun.facts.get(row.start_fact)) if row.start_fact else None) or begun.day


def extensions(row: Clock, state: CaseState, begun: Entry) -> tuple[Extension, ...]:
    """Return the extensions on record for a clock since it began, oldest first."""
    granted = (entry for entry in state.all(row.extended_by) if _extends(row, state, begun, entry))
    return tuple(
        Extension(int(entry.facts.get("extension_days") or 0), str(entry.facts.get("extension_by")))
        for entry in granted
    )


def _extends(row: Clock, state: CaseState, begun: Entry, entry: Entry) -> bool:
    if row.each:
        return begun in state.unmatched(row.starts[0], row.stops, entry)[:1]
    return state.position(entry) > state.position(begun)


def _extended_to(
    row: Clock, state: CaseState, begun: Entry, start: date, circumstances: Circumstances
) -> tuple[Extension, ...]:
    """Return the one extension by which a clock ends on the day that the latest grant names."""
    granted = state.after(begun, row.extended_by)
    until = day_of(granted.facts.get(row.extended_to)) if granted else None
    rule = circumstances.table[row.rules[""]]
    if until is None or rule.timer is None:
        return ()
    return (Extension((until - start).days - rule.timer.value, rule.extend[0].by),)


def suspensions(state: CaseState, circumstances: Circumstances) -> Iterator[Suspension]:
    """Yield the times not counted 停止计算 that the record shows, each bound to its entries, with the ground in the words of the rule table."""
    yield from _pairs(state, "suspend_investigation", ("resume_investigation",), "中止")
    yield from _pairs(state, "entrust_test", ("receive_test",), "", "test_ground")
    yield from _pairs(state, "test_sealed", ("receive_sealed_test",), "", "sealed_test_ground")
    yield from _pairs(state, "request_hearing", ("hold_hearing", "end_hearing", "supplement_investigation"), "听证")
    for entry in state.all("serve_notice"):
        if entry.facts.get("service_method") == PUBLIC_NOTICE:
            stated = day_of(entry.facts.get("served_on")) or entry.day
            deemed = served_day(entry, circumstances)
            yield Suspension(stated, deemed + timedelta(days=1) if deemed else None, "公告")


def _pairs(
    state: CaseState, opening: str, closing: tuple[str, ...], ground: str, ground_fact: str = ""
) -> Iterator[Suspension]:
    """Pair each opening with the next unused closing after it; one without a closing is still running."""
    closings = list(state.all(*closing))
    for entry in state.all(opening):
        end = next((found for found in closings if state.position(found) > state.position(entry)), None)
        if end is not None:
            closings.remove(end)
        stop = max(day_of(end.facts.get("resume_on")) or end.day, entry.day) if end else None
        yield Suspension(entry.day, stop, ground or str(entry.facts.get(ground_fact)))
