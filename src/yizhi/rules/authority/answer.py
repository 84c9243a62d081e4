"""答复 One answer, with its reasons, to be stored with the act that it allowed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yizhi.rules.authority.alternatives import Alternative
from yizhi.rules.authority.cells import write_moment
from yizhi.rules.authority.facts import Fact, Mode
from yizhi.rules.authority.question import Question
from yizhi.rules.authority.reasons import Finding
from yizhi.rules.refusal import Reason, Refusal


def _nothing() -> tuple[Alternative, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the act may be done, in whose name, by whom, and why. Bodies and officers are ids.

    `reasons` are in the order of the steps; `facts` are the rows looked at. Without a deciding body the names are None
    and nobody is counted.
    """

    question: Question
    allowed: bool
    deciding_body: str | None
    mode: Mode | None
    review_body: str | None
    review_first: bool
    officers_counted: tuple[str, ...]
    reasons: tuple[Finding, ...]
    facts: tuple[Fact, ...] = field(default=(), repr=False)
    _instead: Callable[[], tuple[Alternative, ...]] = field(default=_nothing, repr=False, compare=False)

    @property
    def seal_body(self) -> str | None:
        """落款用章 The body whose seal the paper carries."""
        return self.deciding_body

    @property
    def legal_review_body(self) -> str | None:
        """法制审核 The body whose own people review the decision."""
        return self.deciding_body

    @property
    def defendant(self) -> str | None:
        """被告 The body that answers in court."""
        return self.deciding_body

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the code of every reason, each once, in alphabetical order."""
        return tuple(sorted({reason.code for reason in self.reasons}))

    @property
    def explained(self) -> tuple[Reason, ...]:
        """Return every reason in full: what stops, then what a person must decide, then the notes."""
        order = {"stop": 0, "ask": 1, "note": 2}
        return tuple(each.as_reason() for each in sorted(self.reasons, key=lambda reason: order[reason.severity]))

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Return who could do it instead; looked for when read, empty for an allowed act."""
        return () if self.allowed else self._instead()

    @property
    def facts_used(self) -> tuple[dict[str, str | None], ...]:
        """Return table, id and version (`recorded_at`, None = always known) of every row looked at, each once."""
        return tuple(
            {"table": table, "id": name, "recorded_at": recorded_at}
            for table, name, recorded_at in dict.fromkeys(_versions(self.facts))
        )

    def refusal(self) -> Refusal | None:
        """Return the refusal of an act that may not be done, with every reason; None when nothing stops it."""
        return None if self.allowed else Refusal(self.explained)

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as plain values. `reasons` are the codes, `explained` the reasons in full."""
        return {
            "allowed": self.allowed,
            "deciding_body": self.deciding_body,
            "mode": self.mode,
            "review_first": self.review_first,
            "reasons": list(self.codes),
            "seal_body": self.seal_body,
            "legal_review_body": self.legal_review_body,
            "review_body": self.review_body,
            "defendant": self.defendant,
            "officers_counted": list(self.officers_counted),
            "explained": [reason.as_dict() for reason in self.explained],
            "alternatives": [each.as_dict() for each in self.alternatives],
            "facts_used": list(self.facts_used),
        }


def _versions(facts: tuple[Fact, ...]) -> Iterator[tuple[str, str, str | None]]:
    for fact in facts:
        yield fact.table, fact.id, write_moment(fact.recorded_at)
