"""案情底数 What is settled about one dossier before an act: whose power, where, which item, whom it concerns."""

from dataclasses import dataclass
from datetime import date

from yizhi.rules.procedure.benchmark import Tier
from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.visiting import Visiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The ground of a dossier. Codes of body, town, item, party; `party` empty while nobody is named. `mode` as the authority answer gave it.

    `elsewhere` other cases of the same party, `born` the day of birth of a natural person, `benchmark` the item's tiers on the day of
    the deed, all filled in for the acts that must know.
    `body_kind`, `body_domain`, `in_territory`: the body that decides, and whether the town lies where it has authority.
    `visiting` what is known around a visit, for the acts of an inspection.
    `on_recall`: what was settled for this dossier when the power was taken back, continue or transfer.
    """

    dossier: str
    procedure: str
    procedure_version: int
    body: str
    town: str
    item: str
    title: str
    act_day: date
    domain: str = ""
    place: str = ""
    village: str = ""
    party: str = ""
    party_kind: str = ""
    mode: str = ""
    number: str = ""
    opened_on: date | None = None
    opened_body: str = ""
    on_recall: str = ""
    demo: bool = False
    elsewhere: tuple[Elsewhere, ...] = ()
    born: date | None = None
    benchmark: tuple[Tier, ...] = ()
    body_kind: str = ""
    body_domain: str = ""
    in_territory: bool = True
    visiting: Visiting | None = None
