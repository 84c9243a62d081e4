"""检查 What is told of a visit when it is planned or changed. All names are codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One body's part of a plan: its items and the officers who go."""

    body: str
    items: Sequence[str]
    officers: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A visit as it is planned. `join` is the code of a visit these parts are joined to: then its party, place and time hold.

    `recheck_of` the dossier whose order is checked again; `facts` what an urgent inspection tells besides, and the answers to questions.
    """

    party: str = ""
    town: str = ""
    village: str = ""
    place: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    kind: str = "daily"
    reason: str = ""
    shares: Sequence[Share] = ()
    join: str = ""
    recheck_of: str = ""
    demo: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A planned visit changed: the time of all its parts, and by dossier who goes."""

    starts_at: datetime
    ends_at: datetime
    officers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
