"""What a guard looks at: the act, where the case stands, what is proposed, and the circumstances of the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from yizhi.rules.calendar import Calendar
from yizhi.rules.procedure.benchmark import Tier
from yizhi.rules.procedure.dictionary import Dictionary
from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.hearing_sum import HearingSum
from yizhi.rules.procedure.oversight import Oversight
from yizhi.rules.procedure.state import CaseState, Entry, day_of, local, yuan
from yizhi.rules.procedure.table import Act, Procedure
from yizhi.rules.procedure.visiting import Visiting
from yizhi.rules.refusal import Reason
from yizhi.rules.table import RuleTable


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act that somebody means to do or has just done. `officers` are officer ids; `facts` as in `law/facts.toml`."""

    kind: str
    done_at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)
    officers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Circumstances:
    """The world around a proposal; nothing is looked up anywhere else.

    `now`: the clock. `domain`: the item's 领域 as written (市场监管, 住建/城管, 农业, 交通, other). `party_kind`: individual | self_employed | organisation.
    `actor`: the account's or officer's id; `roles`: what it may be today. `authority`: the reasons of the authority answer for this act.
    `officer_of`: account id → officer id. `names`: id → the name to print. `review_triggers`: what the body's own list of major decisions adds.
    `reviewer_qualified`: the actor holds 法律职业资格 or reviewed before it was required; None = not known.
    `readings`: dispute id → the reading in force on the day (`law/disputes.toml`); none = the stricter one.
    `hearing_sum`: the standard of a large sum entered for province and domain; None = none is entered.
    `elsewhere`: other cases of the same party in the county. `born`: the day of birth of a natural person, None = not known.
    `body_kind` (department, town, government) and `body_domain` (领域 as written) of the body that decides, empty = not looked up;
    `in_territory`: the place of the deed lies where that body has authority.
    `body_of`: officer id → the name of the body whose qualification the officer holds; whoever is not known is left out.
    `benchmark`: the tiers of the item's discretion benchmark in force on the day of the deed; none = none is entered.
    `visiting`: what is known around a visit, for the acts of an inspection only.
    `oversight`: what a matter of supervision is judged by besides its own record.
    """

    now: datetime
    calendar: Calendar
    table: RuleTable
    dictionary: Dictionary
    domain: str = ""
    party_kind: str = "individual"
    actor: str = ""
    roles: frozenset[str] = frozenset()
    authority: tuple[Reason, ...] = ()
    officer_of: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    review_triggers: frozenset[str] = frozenset()
    reviewer_qualified: bool | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    hearing_sum: HearingSum | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    born: date | None = None
    benchmark: tuple[Tier, ...] = ()
    body_of: Mapping[str, str] = field(default_factory=dict)
    body_kind: str = ""
    body_domain: str = ""
    in_territory: bool = True
    visiting: Visiting | None = None
    oversight: Oversight = field(default_factory=Oversight)

    def reads(self, dispute: str, reading: str) -> bool:
        """Say whether the county has decided for this reading of a disputed point; undecided, only the stricter one holds."""
        return self.readings.get(dispute) == reading

    @cached_property
    def today(self) -> date:
        """Return the local day of the clock."""
        return local(self.now).date()

    def name(self, person: str) -> str:
        """Return the name of an officer or account, or its id when no name is known."""
        return self.names.get(person, person)

    def officer(self, account: str) -> str:
        """Return the officer behind an account; an id without one stands for itself."""
        return self.officer_of.get(account, account)


@dataclass(frozen=True)
class Judging:
    """One proposal being judged. `facts` are complete: what is proposed, and what the record carries over."""

    procedure: Procedure
    act: Act
    state: CaseState
    proposal: Proposal
    circumstances: Circumstances
    facts: Mapping[str, Any]

    @cached_property
    def day(self) -> date:
        """Return the local day on which the act is done."""
        return local(self.proposal.done_at).date()

    @cached_property
    def officers(self) -> tuple[str, ...]:
        """Return the officers who count for the act, each once: those on the spot, otherwise those in charge of the case."""
        named = self.proposal.officers
        if not named and not self.act.present:
            named = self.facts.get("handlers") or self.state.handlers
        return tuple(dict.fromkeys(self.circumstances.officer(officer) for officer in named))

    def given(self, key: str) -> bool:
        """Say whether a fact has a value; false is one, an empty text or list is none."""
        return is_given(self.facts.get(key))

    def money(self, key: str) -> Decimal | None:
        """Return a money fact in yuan, or None."""
        return yuan(self.facts.get(key))

    def date(self, key: str) -> date | None:
        """Return a date fact, or None."""
        return day_of(self.facts.get(key))

    def last(self, *kinds: str) -> Entry | None:
        """Return the latest entry of these kinds."""
        return self.state.last(*kinds)


def is_given(value: Any) -> bool:
    """Say whether a value counts as filled in.

    >>> is_given(False), is_given("  "), is_given([])
    (True, False, False)
    """
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != [] and value != ()


def complete(act: Act, state: CaseState, proposal: Proposal, dictionary: Dictionary) -> dict[str, Any]:
    """Return the facts of a proposal, complete: what the record carries over, what the act itself fixes, what follows in words.

    This is what is judged, written to the record and printed; a value that was given is never replaced. A value that cannot be read is
    left out, so that nobody after this stumbles over it: `order.fields_given` names it.
    """
    carried = {field.key: state.known(field.source or field.key) for field in act.fields if field.carried}
    evidence = {"evidence": list(proposal.evidence)} if proposal.evidence else {}
    given = {key: value for key, value in proposal.facts.items() if is_given(value) and dictionary.reads(key, value)}
    facts = {key: value for key, value in carried.items() if is_given(value)} | dict(act.sets) | evidence | given
    return facts | _in_words(act, facts, dictionary)


def _in_words(act: Act, facts: Mapping[str, Any], dictionary: Dictionary) -> dict[str, str]:
    """Write the kinds of penalty out in words where the act has a field for them and nobody wrote them."""
    asked = {field.key for field in act.fields}
    words: dict[str, str] = {}
    if "proposed_penalty" in asked and "proposed_penalty" not in facts and "proposed_penalty_kinds" in facts:
        fine = facts.get("proposed_fine_yuan")
        kinds = dictionary.words("proposed_penalty_kinds", facts["proposed_penalty_kinds"])
        words["proposed_penalty"] = kinds + (f"（罚款{fine}元）" if is_given(fine) else "")
    spoken = [kind for kind in facts.get("penalty_kinds") or () if kind in ("warning", "criticism")]
    if "other_penalty" in asked and "other_penalty" not in facts and spoken:
        words["other_penalty"] = dictionary.words("penalty_kinds", spoken)
    return words
