"""找对人 What plain words may mean, and whose it is in a town; every role that signs in, and the public, may ask."""

from dataclasses import dataclass
from datetime import date

from yizhi.desk.places.models import Town
from yizhi.desk.record.marks import remembered
from yizhi.rules.authority import Holding
from yizhi.rules.finding import Candidate, Finder, Found, Match

from ..hearing import finder_of
from ..models import ItemVersion
from .catalogue import holders, whose
from .sayings import examples

MOST = 5
OF_BEST = 0.2


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item that plain words may mean: the words that matched, and whose it is in the town (`body` its code, if it is settled)."""

    code: str
    name: str
    words: tuple[str, ...]
    whose: str
    body: str | None


@dataclass(frozen=True, slots=True)
class FoundWhose:
    """What was found: the verdict as `rules.finding.Found` gives it, the items best first, and the intent that is no item."""

    answer: str
    items: tuple[FoundItem, ...]
    intent: str


def find(words: str, on: date, most: int = MOST) -> Found:
    """Return which items plain words may mean, among those in force on `on`; see `yizhi.rules.finding`."""
    return _finder(on).find(words, most)


def find_whose(words: str, *, town: str, on: date, most: int = MOST) -> FoundWhose:
    """Return the items that plain words may mean, best first, with whose each is in the town. Raises `BadInput` for an unknown town."""
    found = find(words, on, most)
    likely = [match for match in found.matches if match.score >= OF_BEST * found.matches[0].score]
    codes = [match.code for match in likely]
    names = dict(ItemVersion.objects.known().holding(on).filter(item__in=codes).values_list("item_id", "name"))
    held = holders(codes, town, on) if codes else {}
    called = Town.objects.filter(code=town).values_list("name", flat=True).first() or ""
    items = tuple(_found(match, names[match.code], held[match.code], called) for match in likely)
    return FoundWhose(found.answer, items, found.intent)


def _found(match: Match, name: str, holding: Holding, town: str) -> FoundItem:
    body = holding.body.id if holding.body else None
    return FoundItem(match.code, name, match.words, whose(holding, town), body)


@remembered("matters", most=4)
def _finder(on: date) -> Finder:
    rows = ItemVersion.objects.known().holding(on).values_list("item_id", "name", "deed")
    return finder_of((Candidate(*row) for row in rows), examples())
