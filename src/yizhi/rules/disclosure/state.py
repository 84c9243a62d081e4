"""公示走到哪 The state that the record of a disclosure gives. What was published before stays on the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of the record as the rules see it. `actor` the account."""

    kind: str
    on: date
    actor: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRecord:
    """公示记录 The state: a fold over the record. `columns` what it says now; `corrections` day and reason of each that changed them."""

    columns: Mapping[str, Any] = field(default_factory=dict)
    case: str = ""
    drafted_by: str = ""
    published_on: date | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    shown_until: date | None = None
    corrections: tuple[tuple[date, str], ...] = ()
    withdrawn_on: date | None = None
    withdrawn_why: str = ""
    withdrawn_words: str = ""

    @property
    def stage(self) -> str:
        """Return the stage, one of `STAGES`; empty before a draft."""
        if self.withdrawn_on:
            return "withdrawn"
        if self.published_on:
            return "published"
        return "drafted" if self.columns else ""

    def stopped(self, on: date) -> bool:
        """Tell whether its period of disclosure 公示期 has run out on a day: the first day on which it is shown no longer, or later."""
        return self.shown_until is not None and on > self.shown_until


def fold(record: Iterable[Happened]) -> PublicRecord:
    """Return the state that a record gives; what is no step of a disclosure changes nothing."""
    state = PublicRecord()
    for entry in record:
        state = _after(state, entry)
    return state


def _after(state: PublicRecord, entry: Happened) -> PublicRecord:
    facts = entry.facts
    match entry.kind:
        case "draft_disclosure":
            return PublicRecord(columns=facts["columns"], case=facts["case"], drafted_by=entry.actor)
        case "amend_disclosure":
            return replace(state, columns=facts["columns"], drafted_by=entry.actor)
        case "publish_disclosure":
            until = facts.get("shown_until")
            return replace(
                state,
                published_on=entry.on,
                answers=facts,
                shown_until=date.fromisoformat(until) if until else None,
            )
        case "correct_disclosure":
            told = () if dict(facts["columns"]) == dict(state.columns) else ((entry.on, facts["reason"]),)
            return replace(state, columns=facts["columns"], corrections=(*state.corrections, *told))
        case "withdraw_disclosure":
            return replace(
                state, withdrawn_on=entry.on, withdrawn_why=facts["why"], withdrawn_words=facts.get("words", "")
            )
    return state
