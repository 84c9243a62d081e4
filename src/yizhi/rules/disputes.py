"""争议事项 What the law leaves open: both readings, and which of them holds on a day.

Until somebody with the power to decide has decided, the stricter reading holds. A decision holds from its day on and never before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yizhi.rules.refusal import Absent


@dataclass(frozen=True, slots=True)
class Reading:
    """一种读法 `words` says what it means in one sentence, `articles` what it stands on."""

    id: str
    words: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """一项争议 `doubt` says why it is open; `stricter` is the reading that holds until it is decided; `rules` are ids of the rule table."""

    id: str
    title: str
    doubt: str
    stricter: str
    readings: tuple[Reading, ...]
    rules: tuple[str, ...] = ()

    def reading(self, reading: str) -> Reading | None:
        """Return one of its readings, or None when it has no such reading."""
        return next((one for one in self.readings if one.id == reading), None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """裁定 A reading chosen from the day `starts` on, by whom and by which instrument."""

    dispute: str
    reading: str
    starts: date
    decided_by: str = ""
    instrument: str = ""


def disputes_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, Dispute]:
    """Build the table of disputes by id; a row whose stricter reading is not one of its own is a programmer's fault."""
    found: dict[str, Dispute] = {}
    for row in rows:
        readings = tuple(Reading(one["id"], one["words"], tuple(one["articles"])) for one in row["readings"])
        dispute = Dispute(row["id"], row["title"], row["doubt"], row["stricter"], readings, tuple(row.get("rules", ())))
        assert dispute.reading(dispute.stricter) and dispute.id not in found, dispute.id
        found[dispute.id] = dispute
    return found


def in_force(dispute: Dispute, chosen: Iterable[Chosen], on: date) -> Chosen | None:
    """Return the choice that holds on the day `on`, the latest begun; None while the stricter reading holds by default."""
    held = [one for one in chosen if one.dispute == dispute.id and one.starts <= on]
    return max(held, key=lambda one: one.starts, default=None)


def readings_on(disputes: Mapping[str, Dispute], chosen: Iterable[Chosen], on: date) -> dict[str, str]:
    """Return dispute id → the id of the reading that holds on the day `on`; every dispute has one."""
    listed = tuple(chosen)
    return {
        dispute.id: (held.reading if (held := in_force(dispute, listed, on)) else dispute.stricter)
        for dispute in disputes.values()
    }


def dispute(disputes: Mapping[str, Dispute], id: str) -> Dispute:
    """Return one dispute. Raises `Absent`."""
    found = disputes.get(id)
    if found is None:
        raise Absent("这项争议")
    return found
