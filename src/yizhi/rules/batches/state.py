"""批次走到哪 The state that a batch's record gives.

A changed draft asks for opinions and check anew; an objection stops the batch until the objecting side agrees or the signed
minute of a joint meeting is attached.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from yizhi.rules.batches.draft import Draft
from yizhi.rules.batches.table import OUTCOMES, STAGES


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of the batch's record as the rules see it."""

    kind: str
    on: date
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """批次 The state of a batch: a fold over its record. Bodies are codes; `settled` is keyed by dossier."""

    draft: Draft
    opinions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    minute: Mapping[str, Any] | None = None
    trainings: tuple[Mapping[str, Any], ...] = ()
    settled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    check: Mapping[str, Any] | None = None
    decision: Mapping[str, Any] | None = None
    published_on: date | None = None
    taken: Mapping[str, date] = field(default_factory=dict)
    filing: Mapping[str, Any] | None = None
    outcome: str = ""
    withdrawn: bool = False

    @property
    def starts_on(self) -> date:
        """Return the first day on which the batch holds: what the decision says, before it what the draft says."""
        return date.fromisoformat(self.decision["starts_on"]) if self.decision else self.draft.starts_on

    @property
    def instrument(self) -> str:
        """Return the number of the decision, empty before it."""
        return str(self.decision["instrument"]) if self.decision else ""

    @property
    def to_file(self) -> bool:
        """Whether the towns' lists, published or adjusted by this batch, are still to be filed; an entrustment changes no list of powers.

        Source: rule `sc-empower-filing`.
        """
        changes = any(line.mode == "conferral" for line in self.draft.lines)
        return self.published_on is not None and changes and self.filing is None

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the sides that have not said what they think."""
        return tuple(side for side in self.draft.sides if side not in self.opinions)

    @property
    def objecting(self) -> tuple[str, ...]:
        """Return the sides whose latest opinion is against the batch."""
        return tuple(side for side in self.draft.sides if self.opinions.get(side, {}).get("agrees") is False)

    @property
    def stage(self) -> str:
        """Return the stage, one of `STAGES`."""
        if self.withdrawn or self.outcome:
            return "withdrawn" if self.withdrawn else self.outcome
        if self.published_on:
            return "published"
        if self.decision or self.check:
            passed = self.check is not None and self.check.get("outcome") == "pass"
            return "decided" if self.decision else "checked" if passed else "returned"
        if self.missing:
            return "opinions" if self.opinions else "drafted"
        return "objected" if self.objecting and not self.minute else "agreed"

    def words(self, takers: Iterable[str], today: date) -> str:
        """Return the stage in words on a day; a published batch waits, is in transition, or has been taken over."""
        stage = self.stage_with(takers)
        if stage == "taken_over" and self.draft.kind == "recall":
            return "已交回"
        if stage != "published":
            return STAGES[stage]
        if today < self.starts_on:
            return "已公布，等生效"
        until = self.draft.transition_until
        return "过渡期" if until and today < until else "已生效，等确认承接"

    def stage_with(self, takers: Iterable[str]) -> str:
        """Return the stage, knowing which bodies have to take the powers over."""
        stage = self.stage
        return "taken_over" if stage == "published" and set(takers) <= set(self.taken) else stage


def fold(record: Iterable[Happened]) -> Batch:
    """Return the state that a record gives. The first entry is the draft; what is no step of a batch changes nothing."""
    entries = iter(record)
    state = Batch(draft=Draft.of(next(entries).facts))
    for entry in entries:
        state = _after(state, entry)
    return state


def _after(state: Batch, entry: Happened) -> Batch:
    facts = entry.facts
    match entry.kind:
        case "amend_batch":
            return Batch(draft=Draft.of(facts), trainings=state.trainings, settled=state.settled)
        case "give_opinion":
            opinions = {**state.opinions, facts["body"]: {**facts, "on": entry.on.isoformat()}}
            return replace(state, opinions=opinions, minute=None, check=None)
        case "attach_minute":
            return replace(state, minute=facts)
        case "record_training":
            return replace(state, trainings=(*state.trainings, facts))
        case "check_batch":
            return replace(state, check=facts)
        case "decide_batch":
            return replace(state, decision=facts)
        case "settle_case":
            return replace(state, settled={**state.settled, facts["case"]: facts})
        case "publish_batch":
            return replace(state, published_on=date.fromisoformat(facts["published_on"]))
        case "take_over":
            return replace(state, taken={**state.taken, facts["body"]: entry.on})
        case "file_list":
            return replace(state, filing=facts)
        case "review_batch":
            return replace(state, outcome=OUTCOMES[facts["outcome"]])
        case "withdraw_batch":
            return replace(state, withdrawn=True)
    return state
