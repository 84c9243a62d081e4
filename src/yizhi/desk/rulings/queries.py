"""裁定 The disputed points with the reading in force; every role that signs in may read them."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from yizhi.desk.record.marks import remembered
from yizhi.law import read_toml
from yizhi.rules.disputes import Chosen, Dispute, disputes_of, readings_on

from .models import Ruling


@lru_cache(maxsize=1)
def disputes() -> Mapping[str, Dispute]:
    """Return every disputed point by its id."""
    return disputes_of(read_toml("disputes")["dispute"])


def rulings() -> list[Ruling]:
    """Return what has been decided as it is known now, the latest first."""
    return list(Ruling.objects.known().order_by("-valid_from", "-recorded_at"))


def chosen_of(row: Ruling) -> Chosen:
    """Return a ruling as the rules see it."""
    return Chosen(row.dispute, row.reading, row.valid_from, row.decided_by, row.instrument)


@remembered("rulings", most=64)
def readings(on: date) -> Mapping[str, str]:
    """Return dispute id → reading id in force on the day `on`."""
    return readings_on(disputes(), [chosen_of(row) for row in rulings()], on)
