"""案情 What the demo cases are about, where, who handles them, and how far each has come. Pure: the same day gives the same stories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

from yizhi.desk.papers.wording import written_article

from .items import towns_named
from .roster import Person, officers
from .tables import rows, table

SEED = 20230628
ORDINARY, SUMMARY = 238, 62
FATES = {
    "registered": 26, "assessed": 18, "not_opened": 19, "transferred": 10, "opened": 16, "investigating": 20, "suspended": 4, "resumed": 3,
    "testing": 3, "tested": 3, "extended": 4, "concluded": 5, "late": 4, "returned": 3, "submitted": 6, "approved": 4, "notified": 4,
    "noticed": 4, "defended": 3, "hearing_set": 2, "heard": 1, "heard_decided": 1, "kept": 2, "seized": 1, "discussed": 2, "decided": 3, "served": 3, "unpaid": 3, "demanded": 2, "court": 1, "cleared": 1, "undisclosed": 2, "paid": 2, "closed": 2,
    "withdrawn": 5, "terminated": 4, "spared": 3, "spared_closed": 2, "criminal": 2, "overdue_decided": 2,
}  # fmt: skip
SPOT_FATES = {"shown": 5, "told": 5, "delivered": 12, "filed": 12, "turned": 8}
RECORD_FATES = (
    "archived",
    "noticed",
    "served",
    "submitted",
    "archived",
    "decided",
    "closed",
    "investigating",
    "paid",
    "approved",
)
LONG_FATES = frozenset({"late", "overdue_decided", "extended", "unpaid", "demanded", "court"})
HEAVY_FINE = 30_000
CLEARED = "GH-149"
"""A power that the towns hold by law: what lies on a village road is cleared away at the party's cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One case of the demo: the deed, the place, the body and its two officers, and its fate. `number` tells it from all others."""

    number: int
    procedure: str
    fate: str
    item: str
    body: str
    town: str
    village: str
    place: str
    party_kind: str
    trade: str
    words: str
    deed: str
    violated: str
    basis: str
    fine: float
    pair: tuple[str, str]
    account: str
    since: date | None
    record: int | None

    @property
    def heavy(self) -> bool:
        """Tell whether the case goes to legal review and is discussed by the heads."""
        return self.fine >= HEAVY_FINE


@cache
def stories() -> tuple[Story, ...]:
    """Return every story: those that follow a published penalty first, then the others, ordinary and on the spot."""
    chance = Random(SEED)
    told = table("stories")["story"]
    records = [row for row in told if "record" in row]
    rest = [row for row in told if "record" not in row for _ in range(row["weight"])]
    makers = _Makers(chance)
    ordinary = [
        makers.make(row, "ordinary", RECORD_FATES[number % len(RECORD_FATES)]) for number, row in enumerate(records)
    ]
    for fate in _spread(FATES, ORDINARY - len(ordinary), "archived"):
        row = chance.choice([row for row in rest if _fits(row, fate)])
        ordinary.append(makers.make(row, "ordinary", fate))
    spot = [
        makers.make(chance.choice([row for row in rest if "spot" in row]), "summary", fate)
        for fate in _spread(SPOT_FATES, SUMMARY, "archived")
    ]
    return (*ordinary, *spot)


def _spread(fates: dict[str, int], total: int, rest: str) -> Iterator[str]:
    for fate, times in fates.items():
        yield from [fate] * times
    yield from [rest] * (total - sum(fates.values()))


class _Makers:
    """Makes stories one after the other, with one source of chance and one running number."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.number = 0

    def make(self, row: dict[str, Any], procedure: str, fate: str) -> Story:
        self.number += 1
        town = self._town(row)
        village = self.chance.choice([each for each in rows("villages") if each["town"] == town["code"]])
        body = town["body"] if row["by"] == "town" else row["by"]
        pair = self._pair(body, town)
        place = f"{town['name']}{village['name']}{row['place']}"
        return Story(
            number=self.number,
            procedure=procedure,
            fate=fate,
            item=row["item"],
            body=body,
            town=town["code"],
            village=village["code"],
            place=row["place"],
            party_kind=row["party"],
            trade=row.get("trade", ""),
            words=row["words"],
            deed=row["deed"].replace("{place}", place).replace("{number}", str(self.chance.randint(2, 9))),
            **_law(row),
            fine=float(row["spot"]) if procedure == "summary" else self._fine(row["fine"]),
            pair=(pair[0].code, pair[1].code),
            account=next(person.account for person in pair if person.account),
            since=row.get("since"),
            record=row.get("record"),
        )

    def _town(self, row: dict[str, Any]) -> dict[str, str]:
        """The area of the named accounts is told of more often than the others."""
        towns = towns_named(row["places"])
        near = [town for town in towns if town["body"] == "lianshan"]
        return near[0] if near and self.chance.random() < 0.3 else self.chance.choice(towns)

    def _pair(self, body: str, town: dict[str, str]) -> tuple[Person, Person]:
        able = [
            person
            for person in officers()
            if person.body == body and person.area in ("", town["area"]) and _sound(person)
        ]
        posted = [person for person in officers() if person.account == "paizhu"]
        if body == "lianshan" and self.chance.random() < 0.4:
            return able[0], posted[0]
        with_account = [person for person in able if person.account]
        first = with_account[self.number % len(with_account)]
        second = self.chance.choice([person for person in able if person is not first])
        return first, second

    def _fine(self, span: Sequence[float]) -> float:
        low, high = span
        return float(low) if low == high else float(self.chance.randrange(int(low), int(high) + 1, 100))


def _sound(person: Person) -> bool:
    return person.days_left is None and person.suspended_days is None and not (person.domains and person.area == "")


def _fits(row: dict[str, Any], fate: str) -> bool:
    """Tell whether a deed can meet a fate: to last for months, to be cleared away by the town's own power, to have goods seized by a department."""
    if fate == "seized":
        return str(row["by"]) != "town"
    return row["item"] == CLEARED if fate == "cleared" else fate not in LONG_FATES or _may_last(row)


def _may_last(row: dict[str, Any]) -> bool:
    """Tell whether such a case can have run for months: an old enough basis, and a domain whose rules know an extension."""
    domain = next(item["domain"] for item in rows("items") if item["code"] == row["item"])
    return "since" not in row and domain == "城市管理"


def _law(row: dict[str, Any]) -> dict[str, str]:
    base = next(basis for basis in rows("bases") if basis["item"] == row["item"])
    return {
        "violated": f"《{base['law']}》关于{row['duty']}",
        "basis": written_article(base["law"], base["article"]),
    }
