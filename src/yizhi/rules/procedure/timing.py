"""计时 One row of the table of clocks: which time limit runs between which acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from yizhi.rules.deadlines import domain_of


@dataclass(frozen=True, slots=True)
class Clock:
    """A row of the table of clocks: which rule by domain, which act starts it, which ends it, which act it presses for.

    `rules` maps a domain's identifier to a rule id, "" to the one of every other domain; no row = no limit there.
    `known` are facts that the record must hold for it to run. `each`: it runs for every start by itself; shown is the oldest that runs.
    `only` looks at the facts of a start and the circumstances: only starts for which it names a ground count.
    `until_fact`: an earlier last day that a decision itself names.
    `others`: it is the time of the party, the court or the police; when it has run out the authority may go on, nobody here is late.
    `figure`: the number of days stands in the rule's figures under this name, not in its timer. `missed`: what happens then, where the rule
    tells it of another limit of its article. `stops_if`: a stop of that kind counts only when its fact has that value.
    `start_fact` names the date fact it runs from; empty = the day of the act; `served` = the day on which a paper counts as served;
    `remedies` = the day on which review and suit have run out. `extended_to` is the date fact with the new last day.
    """

    id: str
    name: str
    act: str
    rules: Mapping[str, str]
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    start_fact: str = ""
    served: bool = False
    extended_by: str = ""
    extended_to: str = ""
    remedies: bool = False
    suspends: bool = False
    when: Mapping[str, Any] = field(default_factory=dict)
    known: Mapping[str, Any] = field(default_factory=dict)
    each: bool = False
    until_fact: str = ""
    others: bool = False
    figure: str = ""
    missed: str = ""
    stops_if: Mapping[str, tuple[str, Any]] = field(default_factory=dict)
    only: Callable[[Mapping[str, Any], Any], tuple[str, ...]] | None = None

    def rule(self, domain: str) -> str | None:
        """Return the rule id for the item's domain as written, or None where no limit is set."""
        return self.rules.get(domain_of(domain)) or self.rules.get("")
