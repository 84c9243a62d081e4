"""别处的案件 What other dossiers hold of the same party: one deed is one case and at most one fine, whichever body found it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One other case 同一当事人的其他案件. `running`: nothing but a decision can end it.

    `decided_on`, `fined` (yuan) and `kinds` tell the penalty as it stands after any review or suit; None and empty where none stands.
    """

    body: str
    item: str
    same_item: bool
    act_day: date
    opened_on: date
    running: bool
    decided_on: date | None = None
    fined: Decimal | None = None
    kinds: frozenset[str] = frozenset()
