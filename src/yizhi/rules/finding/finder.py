"""排序 Ranks the items by the words they share with what was said, rare words counting more than common ones."""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from yizhi.rules.bigrams import bigrams
from yizhi.rules.finding.everyday import WEIGHTS, Everyday, hear, read_words

LONGEST_TEXT: Final = 500
ENOUGH: Final = 4.0
DOUBTFUL: Final = 2.0
OF_BEST: Final = 0.35
COMMON: Final = frozenset(
    bigrams(
        "有人 个人 的人 人在 在这 这里 那里 看到 怎么 怎样 什么 举报 投诉 请问 我要 我想 行为 处罚 行政 对于 没有 有个 一个 旁边 附近 经常 每天 晚上 白天"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be meant: its code, its name, and how its articles describe the deed."""

    code: str
    name: str
    deed: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An item that may be meant. `words` are the words said that led to it; `score` orders, it means nothing else."""

    code: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `item`: the first match is likely meant; `unsure`: ask again; `not-an-item`: no matter of enforcement."""

    answer: Literal["item", "unsure", "not-an-item"]
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class _Indexed:
    code: str
    text: str
    terms: frozenset[str]
    length: float


@dataclass(frozen=True, slots=True)
class Finder:
    """The items and the everyday words, indexed once; asked many times."""

    items: tuple[_Indexed, ...]
    words: Mapping[str, Everyday]
    longest: int
    rarity: Mapping[str, float]

    @classmethod
    def of(cls, candidates: Iterable[Candidate], everyday: Iterable[Mapping[str, str]]) -> "Finder":
        """Build a finder from the items and the rows of `law/everyday_words.csv`."""
        items = tuple(_index(candidate) for candidate in candidates)
        words = read_words(everyday)
        counts = Counter(term for item in items for term in item.terms)
        rarity = {term: math.log(1 + len(items) / (0.5 + count)) for term, count in counts.items()}
        return cls(items, words, max(map(len, words), default=1), rarity)

    def find(self, text: str, most: int = 5) -> Found:
        """Return the items that `text` may mean, best first, at most `most`. A text without a readable word is unsure."""
        heard = hear(unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).lower(), self.words, self.longest)
        rest = [term for term in bigrams(heard.rest).split() if len(term) > 1 and term not in COMMON]
        scored = [self._score(item, heard.words, rest) for item in self.items]
        ranked = sorted((match for match in scored if match.score > 0), key=lambda match: (-match.score, match.code))
        best = ranked[0].score if ranked else 0.0
        matches = tuple(match for match in ranked[:most] if match.score >= best * OF_BEST)
        if any(word.role == "none" for word in heard.words) and best < ENOUGH * 2:
            return Found("not-an-item")
        if best < DOUBTFUL:
            return Found("unsure")
        return Found("item" if best >= ENOUGH else "unsure", matches)

    def _score(self, item: _Indexed, said: Sequence[Everyday], rest: Sequence[str]) -> Match:
        score = 0.0
        matched: list[tuple[float, str]] = []
        for word in said:
            worth = max((self._worth(term) for term in word.statutory if term in item.text), default=0.0)
            if worth:
                score += worth * WEIGHTS[word.role]
                matched.append((worth * WEIGHTS[word.role], word.said))
        for term in rest:
            if term in item.terms:
                score += self.rarity[term] * 0.8
                matched.append((self.rarity[term] * 0.8, term))
        matched.sort(key=lambda pair: -pair[0])
        return Match(item.code, round(score / item.length, 4), tuple(word for _, word in matched))

    def _worth(self, term: str) -> float:
        """Return the worth of a statutory word: of its pairs the rarest whole, the others a little."""
        rarities = sorted((self.rarity.get(pair, 0.0) for pair in bigrams(term).split()), reverse=True)
        return rarities[0] + 0.15 * sum(rarities[1:]) if rarities else 0.0


def _index(candidate: Candidate) -> _Indexed:
    text = unicodedata.normalize("NFKC", f"{candidate.name} {candidate.deed}").lower()
    return _Indexed(candidate.code, text, frozenset(bigrams(text).split()), 0.85 + 0.15 * min(len(text), 200) / 30)
