"""对得上 How far an article describes a deed, and how alike two articles are, told by their pairs of characters."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from yizhi.rules.bigrams import bigrams
from yizhi.rules.citing.texts import LawText

TELLING: Final = 6
WELL: Final = 0.5
NEARLY: Final = 0.1
PENAL: Final = re.compile("罚款|没收|责令|吊销|警告|取缔")
PENAL_FIRST: Final = 0.15
Index = tuple[dict[str, list[str]], frozenset[str], dict[str, int]]
DULL: Final = frozenset(
    bigrams(
        "行政处罚 的处罚 违反 规定 行为 未按照 未按规定 按照 处罚 情形 违法 对违反 本条例 本法 等行为 等违法"
    ).split()
)


def best_article(deed: str, text: LawText) -> tuple[str, float]:
    """Return the article that describes the deed best, of two alike the penal one, and how much of the deed it describes.

    Nothing ('' and 0) when no article describes half of it.
    """
    found = close_articles(deed, text)
    return found[0] if found else ("", 0.0)


def close_articles(deed: str, text: LawText) -> list[tuple[str, float]]:
    """Return the article that describes the deed best and those nearly as good, with how much of the deed each describes."""
    wanted = telling(deed)
    if len(wanted) < TELLING:
        return []
    holding, penal, places = _index(text)
    counted = Counter(number for pair in wanted for number in holding.get(pair, ()))
    least = WELL * len(wanted)
    scores = {number: count / len(wanted) for number, count in counted.items() if count >= least}
    order = sorted(scores, key=lambda number: (-scores[number] - PENAL_FIRST * (number in penal), places[number]))
    return [(number, scores[number]) for number in order if scores[number] >= scores[order[0]] - NEARLY]


def _index(text: LawText) -> Index:
    """Return which articles hold each pair of characters, and which are penal, and their order; worked out once for a text."""
    if "index" not in text.worked:
        holding: dict[str, list[str]] = {}
        for number, words in text.articles.items():
            for pair in pairs(words):
                holding.setdefault(pair, []).append(number)
        penal = frozenset(number for number, words in text.articles.items() if PENAL.search(words))
        text.worked["index"] = holding, penal, {number: place for place, number in enumerate(text.articles)}
    found: Index = text.worked["index"]
    return found


def fits(deed: str, text: str) -> float:
    """Return which part (0 to 1) of the deed's telling pairs of characters the text has; 0 for a deed too short to tell."""
    wanted = telling(deed)
    return len(wanted & pairs(text)) / len(wanted) if len(wanted) >= TELLING else 0.0


@lru_cache(maxsize=8192)
def telling(deed: str) -> frozenset[str]:
    """Return the pairs of characters of a deed that say what it is."""
    return pairs(deed) - DULL


def alike(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    first, second = pairs(one), pairs(other)
    return len(first & second) / len(first | second) if first and second else 0.0


@lru_cache(maxsize=65536)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of characters of a text."""
    return frozenset(bigrams(text).split())
