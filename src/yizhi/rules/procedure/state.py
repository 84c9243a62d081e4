"""案件状态 The state of a case is a fold over its record: pure and deterministic, so that replay finds no difference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from yizhi.rules.procedure.table import Procedure

FALLEN = ("revoked", "redo", "void")
"""Outcomes of a review or suit after which the decision no longer stands."""

CHINA_TIME = timezone(timedelta(hours=8))


def local(moment: datetime) -> datetime:
    """Return a moment on the clock of 北京时间; a moment without a zone is taken as local already."""
    return moment.astimezone(CHINA_TIME) if moment.tzinfo else moment.replace(tzinfo=CHINA_TIME)


def day_of(value: Any) -> date | None:
    """Read a date fact: a date, a moment, or its ISO text; None when there is none or it cannot be read.

    >>> day_of("2026-09-05"), day_of("someday")
    (datetime.date(2026, 9, 5), None)
    """
    if isinstance(value, datetime):
        return local(value).date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def yuan(value: Any) -> Decimal | None:
    """Read a money fact in yuan; None when there is none or it cannot be read.

    >>> yuan("800.00"), yuan(""), yuan("NaN")
    (Decimal('800.00'), None, None)
    """
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


@dataclass(frozen=True)
class Entry:
    """One entry of the record 执法记录 as the procedure sees it. `officers` are officer ids, `evidence` digests."""

    id: str
    kind: str
    done_at: datetime
    recorded_at: datetime | None = None
    actor: str = ""
    officers: tuple[str, ...] = ()
    body: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()

    @cached_property
    def day(self) -> date:
        """Return the day on which the act was done."""
        return local(self.done_at).date()


@dataclass(frozen=True)
class CaseState:
    """Where a case stands. `entered` is the entry that led into `stage`; `round` holds the entries since the case last went back.

    It never changes: what some thirty acts and forty clocks ask of it is worked out once.
    """

    procedure: str
    stage: str
    entries: tuple[Entry, ...] = ()
    round: tuple[Entry, ...] = ()
    entered: Entry | None = None

    def all(self, *kinds: str) -> tuple[Entry, ...]:
        """Return every entry of these kinds, oldest first."""
        return tuple(entry for entry in self.entries if entry.kind in kinds)

    def last(self, *kinds: str) -> Entry | None:
        """Return the latest entry of these kinds, or None."""
        places = [self._latest_of[kind] for kind in kinds if kind in self._latest_of]
        return self.entries[max(places)] if places else None

    def has(self, *kinds: str) -> bool:
        """Say whether an entry of one of these kinds is on record."""
        return not self._latest_of.keys().isdisjoint(kinds)

    def position(self, entry: Entry | None) -> int:
        """Return the place of an entry in the record; -1 for None."""
        return self.entries.index(entry) if entry in self.entries else -1

    def after(self, entry: Entry | None, *kinds: str) -> Entry | None:
        """Return the latest entry of these kinds recorded after `entry`, or None."""
        found = self.last(*kinds)
        return found if found is not None and self.position(found) > self.position(entry) else None

    def unmatched(self, opening: str, closing: tuple[str, ...], before: Entry | None = None) -> tuple[Entry, ...]:
        """Return the entries `opening` that no `closing` has ended, oldest first; each closing ends the oldest one open at its time.

        `before` = as the record stood before that entry.
        """
        waiting: list[Entry] = []
        for entry in self.entries if before is None else self.entries[: self.position(before)]:
            if entry.kind == opening:
                waiting.append(entry)
            elif entry.kind in closing and waiting:
                waiting.pop(0)
        return tuple(waiting)

    def known(self, key: str) -> Any:
        """Return the latest value on record of a fact, or None: what is known is not asked again."""
        return self._known.get(key)

    @cached_property
    def _latest_of(self) -> Mapping[str, int]:
        """The place of the latest entry of each kind."""
        return {entry.kind: place for place, entry in enumerate(self.entries)}

    @cached_property
    def _known(self) -> Mapping[str, Any]:
        told = (fact for entry in self.entries for fact in entry.facts.items())
        return {key: value for key, value in told if value is not None and value != "" and value != []}

    @cached_property
    def done(self) -> frozenset[str]:
        """Return the kinds of act done since the case last went back."""
        return frozenset(entry.kind for entry in self.round)

    @cached_property
    def opened_on(self) -> date | None:
        """Return the day of 立案 (of the first act where the procedure opens no case)."""
        opened = self.last("open_case") or (self.entries[0] if self.procedure == "summary" and self.entries else None)
        return opened.day if opened else None

    @cached_property
    def handlers(self) -> tuple[str, ...]:
        """Return the officers in charge 承办人 as last appointed; on the spot, those who began it."""
        appointed = self.known("handlers")
        if appointed:
            return tuple(appointed)
        return self.entries[0].officers if self.procedure == "summary" and self.entries else ()

    @cached_property
    def recused(self) -> frozenset[str]:
        """Return the officers, and the accounts of those who are none, whom a decision on record keeps out of the case (回避)."""
        out: set[str] = set()
        for entry in self.all("decide_recusal"):
            named = {*(entry.facts.get("recusal_of") or ()), *(entry.facts.get("recusal_of_staff") or ())}
            out = out | named if entry.facts.get("recusal_granted") is True else out - named
        return frozenset(out)

    @cached_property
    def suspended(self) -> Entry | None:
        """Return the 中止调查 that has not been ended, or None."""
        stopped = self.last("suspend_investigation")
        return stopped if stopped and not self.after(stopped, "resume_investigation") else None

    @cached_property
    def notice(self) -> Entry | None:
        """Return the latest 处罚前告知, or None."""
        return self.last("prior_notice", "tell_on_spot")

    @cached_property
    def notice_service(self) -> Entry | None:
        """Return the service of the latest notice, or None when it has not been served."""
        return self.after(self.notice, "serve_notice") if self.notice else None

    @cached_property
    def decision(self) -> Entry | None:
        """Return the latest decision 决定, of whatever kind, or None."""
        return self.last("decide_penalty", "decide_no_penalty", "decide_on_spot")

    @cached_property
    def standing_penalty(self) -> Entry | None:
        """Return the latest penalty decision that no review or suit has taken away, or None."""
        decided = self.last("decide_penalty", "decide_on_spot")
        fallen = self.after(decided, "contest_result")
        return None if fallen and fallen.facts.get("contest_outcome") in FALLEN else decided

    @cached_property
    def paid(self) -> Decimal:
        """Return what has been paid so far, in yuan."""
        amounts = (yuan(entry.facts.get("paid_yuan")) for entry in self.all("record_payment", "collect_on_spot"))
        return sum((amount for amount in amounts if amount is not None), Decimal(0))

    @cached_property
    def fine(self) -> Decimal:
        """Return the fine as it stands, in yuan: as decided, or as a review or suit has changed it since; zero when it was revoked."""
        decided = self.last("decide_penalty", "decide_on_spot")
        fine = yuan(decided.facts.get("fine_yuan")) if decided else None
        for result in self.all("contest_result"):
            if decided and self.position(result) > self.position(decided):
                fine = _after_contest(fine, result)
        return fine or Decimal(0)

    @cached_property
    def owed(self) -> Decimal:
        """Return what of the fine as it stands has not been paid, in yuan; never below zero."""
        return max(self.fine - self.paid, Decimal(0))


def _after_contest(fine: Decimal | None, result: Entry) -> Decimal | None:
    """Return the fine after a review or suit: changed, fallen with the decision, or as it was."""
    outcome = result.facts.get("contest_outcome")
    if outcome == "changed":
        return yuan(result.facts.get("changed_fine_yuan")) or Decimal(0)
    return Decimal(0) if outcome in FALLEN else fine


def fold(procedure: Procedure, entries: Iterable[Entry]) -> CaseState:
    """Fold the record, in its own order, into the state of the case.

    Entries of kinds that the procedure does not know leave the stage alone and can still be looked up. Nothing is judged here:
    what is on record happened. The same entries give the same state, always.
    """
    stage, entered = procedure.first_stage, None
    seen: list[Entry] = []
    start = 0
    for entry in entries:
        seen.append(entry)
        act = procedure.act(entry.kind)
        if act is None:
            continue
        following = act.leads_to(stage, entry.facts)
        if procedure.order(following) < procedure.order(stage):
            start = len(seen)
        if following != stage:
            stage, entered = following, entry
    return CaseState(procedure.kind, stage, tuple(seen), tuple(seen[start:]), entered)
