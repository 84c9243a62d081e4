"""公示周围 Everything a disclosure is judged by, read once: the decision in its case, what the case knows of persons, its own record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from yizhi.desk.cases.ground import ground_of
from yizhi.desk.cases.models import Case
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.proceeding import state_of as case_state
from yizhi.desk.parties.models import Party
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import record_of
from yizhi.rules.deadlines import domain_of, due
from yizhi.rules.disclosure import Doing, Happened, PublicRecord, fold
from yizhi.rules.disclosure.filling import Decided, PutRight, columns, put_right
from yizhi.rules.disclosure.redacting import Known, redacted
from yizhi.rules.disclosure.table import FELL
from yizhi.rules.procedure.state import CaseState, day_of, yuan
from yizhi.rules.procedure.state import Entry as Act
from yizhi.rules.procedure.tables import procedure_of

from .models import Disclosure

DECISIONS = ("decide_penalty", "decide_on_spot")
DECISION_PAPERS = ("penalty-decision", "on-spot-decision")
LONGEST_NAME = 20


@dataclass(frozen=True)
class Decision:
    """A penalty decision in its case: what it says, whether it still stands, who is concerned.

    `drafted_at`: the moment at which a public record took what it says; a change of the decision before that is in it.
    """

    case: Case
    state: CaseState
    act: Act
    drafted_at: datetime | None = None

    @property
    def decided_on(self) -> date:
        """Return the day of the decision."""
        return self.act.day

    @property
    def domain(self) -> str:
        """Return the identifier of the item's domain."""
        return domain_of(self.case.item.domain)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of penalty by code."""
        return tuple(self.act.facts.get("penalty_kinds") or ())

    @cached_property
    def result(self) -> Act | None:
        """Return the latest result of a review or suit under which the decision fell, or None."""
        found = self.state.after(self.act, "contest_result")
        if found is None or found.facts.get("contest_outcome") not in FELL:
            return None
        known = self.drafted_at is not None and found.recorded_at is not None and found.recorded_at <= self.drafted_at
        return None if known else found

    @property
    def fell(self) -> str:
        """Return how the decision fell, one of `FELL`, or nothing."""
        return str(self.result.facts["contest_outcome"]) if self.result else ""

    @property
    def fell_on(self) -> date | None:
        """Return the day of that result."""
        return (day_of(self.result.facts.get("result_on")) or self.result.day) if self.result else None

    @property
    def changed(self) -> bool:
        """Tell whether a review or suit has changed it, whether or not a public record tells so."""
        found = self.state.after(self.act, "contest_result")
        return found is not None and found.facts.get("contest_outcome") == "changed"

    @cached_property
    def corrections(self) -> tuple[Act, ...]:
        """Return the correcting papers 补正（更正）文书 of the decision, oldest first."""
        decided = self.state.position(self.act)
        return tuple(entry for entry in self.state.all("correct_decision") if self.state.position(entry) > decided)

    @property
    def corrected_since(self) -> tuple[Act, ...]:
        """Return those that what is drafted or public does not know yet; none before a draft, which takes them all."""
        if self.drafted_at is None:
            return ()
        return tuple(one for one in self.corrections if one.recorded_at and one.recorded_at > self.drafted_at)

    def renewed(self, texts: Mapping[str, Any]) -> dict[str, Any]:
        """Return public texts with what was put right since they were written, redacted; what people wrote in them stays."""
        slips = [
            PutRight(redacted(one.before, self.known), redacted(one.after, self.known))
            for one in _slips(self.corrected_since)
        ]
        return {name: put_right(str(text), slips) for name, text in texts.items()}

    @cached_property
    def known(self) -> Known:
        """Return what the case knows of natural persons, for redaction."""
        return known_of(self.case.party, self.state)

    def columns(self) -> dict[str, str]:
        """Return the public columns, redacted."""
        return columns(self.told(), self.known)

    def told(self) -> Decided:
        """Return the decision as the rules take it, nothing hidden yet."""
        facts, party = self.act.facts, self.case.party
        slips = list(_slips(self.corrections))
        numbers = [paper["number"] for paper in facts.get("papers", ()) if paper["kind"] in DECISION_PAPERS]
        return Decided(
            title=put_right(self.case.title, slips),
            number=numbers[0] if numbers else self.case.number,
            party=party.name if party else "",
            party_kind=party.kind if party else "individual",
            credit_code=(party.credit_code or "") if party else "",
            facts=put_right(str(facts.get("facts_found", "")), slips),
            basis=put_right(str(facts.get("basis", "")), slips),
            kinds=self.kinds,
            kind_words=standing().dictionary.words("penalty_kinds", list(self.kinds)),
            fine=self.state.fine,
            confiscation=put_right(str(facts.get("confiscation", "")), slips),
            confiscation_yuan=yuan(facts.get("confiscation_yuan")),
            other=put_right(str(facts.get("other_penalty", "")), slips),
            body=self.case.body.name,
            decided_on=self.decided_on,
        )

    def doing(self, actor: str, on: date) -> Doing:
        """Return what a step is judged by."""
        return Doing(
            on=on,
            actor=actor,
            known=self.known,
            domain=self.domain,
            kinds=self.kinds,
            fell=self.fell,
            corrected=bool(self.corrected_since),
        )


def _slips(corrections: Iterable[Act]) -> Iterator[PutRight]:
    """Yield what was put right word for word; where something was left out, a person writes it in."""
    for one in corrections:
        if one.facts["error_kind"] == "slip":
            yield PutRight(one.facts["error_text"].strip(), one.facts["corrected_text"].strip())


def decision_of(case: Case, drafted_at: datetime | None = None) -> Decision | None:
    """Return the latest penalty decision of a case that was found for somebody, or None; with `drafted_at` that of which a public record tells."""
    ground = ground_of(case)
    state = case_state(case.dossier_id, procedure_of(ground.procedure, ground.procedure_version))
    made = state.all(*DECISIONS)
    known = [one for one in made if drafted_at is None or not one.recorded_at or one.recorded_at <= drafted_at]
    # What was drafted was decided before, also where the clock has been put back between the two.
    return Decision(case, state, (known or made)[-1 if known else 0], drafted_at) if made else None


def record_state(dossier: str) -> PublicRecord:
    """Return the state of a disclosure as its record gives it."""
    return fold(happened(record_of(dossier)))


def happened(entries: Iterable[Entry]) -> list[Happened]:
    """Return entries of the record as the rules see them; the day is local."""
    return [Happened(entry.kind, timezone.localdate(entry.done_at), entry.actor, entry.facts) for entry in entries]


def decision_behind(row: Disclosure) -> Decision:
    """Return the decision that a disclosure tells of."""
    decision = decision_of(row.case, row.drafted_at)
    assert decision is not None, "what is disclosed was decided"
    return decision


def last_days(decision: Decision) -> list[tuple[str, date]]:
    """Return (rule id, last day) of the limits in which the decision is to be published, the nearest first; unknown years left out."""
    rules = ["publish-7d", *(["publish-market-20wd"] if decision.domain == "market" else [])]
    return sorted(
        ((rule, last) for rule in rules if (last := last_day(rule, decision.decided_on)) is not None),
        key=lambda pair: pair[1],
    )


def last_day(rule: str, start: date) -> date | None:
    """Return the last day of a limit in workdays or years, or None while the calendar of its year is unknown."""
    law = standing()
    return due(rule, table=law.rules, calendar=law.calendar, start=start).due


def known_of(party: Party | None, state: CaseState) -> Known:
    """Return names and other data of natural persons that a case knows: of the party, and of everybody its personal facts name."""
    names, texts, public = [], [], []
    if party is not None:
        natural = party.kind == Party.Kind.INDIVIDUAL
        names += [name for name in (party.legal_representative, party.name if natural else "") if name]
        texts += [text for text in (party.citizen_id, party.phone, party.address if natural else "") if text]
        public += [text for text in ((party.credit_code or ""), "" if natural else party.address) if text]
    for value in _personal(state):
        (names if _is_name(value) else texts).append(value)
    return Known(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(texts)), tuple(public))


def _personal(state: CaseState) -> list[str]:
    personal = {key for key, fact in standing().dictionary.facts.items() if fact.personal}
    told: list[Any] = [entry.facts[key] for entry in state.entries for key in personal & entry.facts.keys()]
    listed = [part for value in told for part in (value if isinstance(value, list) else [value])]
    return [part.strip() for part in listed if isinstance(part, str) and len(part.strip()) > 1]


def _is_name(text: str) -> bool:
    """Tell a name from an address or a number: two to four Chinese signs, or longer with a middle dot."""
    signs = text.replace("·", "")
    return signs.isalpha() and not signs.isascii() and (len(text) <= 4 or ("·" in text and len(text) <= LONGEST_NAME))
