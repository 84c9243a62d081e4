"""对上的词 Which words of a text led to an item: those that also stand in its name or in what people say of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from yizhi.rules.finding.features import normal
from yizhi.rules.finding.model import Saying

SHORTEST: Final = 2
LONGEST: Final = 6
SHOWN: Final = 4
COMMON: Final = 0.1


@dataclass(frozen=True, slots=True)
class Phrases:
    """For every topic the pieces of what people say of it; `spread` counts in how many topics a pair of characters stands."""

    pieces: Mapping[str, frozenset[str]]
    spread: Mapping[str, int]

    @classmethod
    def of(cls, sayings: Iterable[Saying]) -> "Phrases":
        """Index the sayings by their first topic."""
        pieces: dict[str, set[str]] = {}
        for saying in sayings:
            pieces.setdefault(saying.topics[0], set()).update(_pieces(normal(saying.text)))
        spread = Counter(piece for found in pieces.values() for piece in found if len(piece) == SHORTEST)
        return cls({topic: frozenset(found) for topic, found in pieces.items()}, spread)

    def shared(self, text: str, topic: str, name: str) -> tuple[str, ...]:
        """Return the words of `text`, in its order, that stand in the sayings of the topic or in the item's name."""
        known = (self.pieces.get(topic, frozenset()), _pieces(normal(name)))
        found: list[str] = []
        at, end = 0, -1
        while at < len(text):
            piece = next((part for part in _from(text, at) if part in known[0] or part in known[1]), "")
            if piece and self._telling(piece):
                found[len(found) - (at == end) :] = [found[-1] + piece if at == end else piece]
                end = at + len(piece)
            at += max(len(piece), 1)
        return tuple(dict.fromkeys(found))[:SHOWN]

    def _telling(self, piece: str) -> bool:
        most = COMMON * max(len(self.pieces), 30)
        return min(self.spread.get(piece[at : at + 2], 0) for at in range(len(piece) - 1)) < most


def _from(text: str, at: int) -> list[str]:
    return [text[at : at + size] for size in range(LONGEST, SHORTEST - 1, -1)]


def _pieces(text: str) -> frozenset[str]:
    return frozenset(
        run[at : at + size]
        for run in text.split()
        for size in range(SHORTEST, LONGEST + 1)
        for at in range(len(run) - size + 1)
    )
