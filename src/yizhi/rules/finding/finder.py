"""排序 Ranks the items by what was learned of how people speak and by the likeness to what is said of each item here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from yizhi.rules.finding.features import Ear, Vector, gist, normal
from yizhi.rules.finding.matching import Phrases
from yizhi.rules.finding.model import Encode, Matrix, Model, rows_of
from yizhi.rules.finding.topics import clauses_of, nearest, topic_of

LIKENESS: Final = 0.9
ENOUGH: Final = 0.16
CLEAR: Final = 0.05
WORTH_SHOWING: Final = 0.04

Verdict = Literal["item", "unsure", "not-an-item"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be meant: its code, its name, and how its articles describe the deed."""

    code: str
    name: str
    deed: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """What somebody here says of an item, of an intent that is no item, or a word that stands for another; added by the county."""

    text: str
    code: str = ""
    intent: str = ""
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An item that may be meant. `words` are the words said that led to it; `score` orders, from 0 to about 1."""

    code: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `item`: the first is likely meant; `unsure`: ask again; `not-an-item`: `intent` says whose business it is."""

    answer: Verdict
    matches: tuple[Match, ...] = ()
    intent: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """Texts of the items or intents themselves: one row each, and the place in the order of answers it speaks for."""

    rows: Matrix
    speaks_for: tuple[int, ...]


class Finder:
    """The items, indexed once; asked many times. Holds no state that changes."""

    def __init__(
        self,
        candidates: Iterable[Candidate],
        model: Model,
        ear: Ear,
        encode: Encode,
        phrases: Phrases,
        examples: Sequence[Example] = (),
    ) -> None:
        """`encode` turns texts into their meanings, vectors of length one. `phrases` explains an answer."""
        self.items = tuple(candidates)
        self.intents = tuple(topic for topic in model.topics if topic.startswith("-"))
        self.ear, self.encode, self.phrases = ear, encode, phrases
        self.learned = frozenset(model.topics)
        self.model = _for_these(model, [topic_of(item.name) for item in self.items], self.intents)
        self.synonyms = sorted(
            ((each.text, each.stands_for) for each in examples if each.stands_for), key=lambda pair: -len(pair[0])
        )
        self.known = self._index([each for each in examples if not each.stands_for])

    def find(self, text: str, most: int = 5) -> Found:
        """Return the items that `text` may mean, best first, at most `most`. A text without a readable word is unsure."""
        plain = normal(text)
        if len(plain.replace(" ", "")) < 2:
            return Found("unsure")
        row = self._rows([self._in_other_words(text)])
        worth = self.model.worth(row[0])
        if self.known.speaks_for:
            likeness = (self.known.rows @ row[0]) / np.dot(row[0], row[0]) * LIKENESS
            np.maximum.at(worth, list(self.known.speaks_for), likeness)
        return self._answer(plain, worth, most)

    def _answer(self, plain: str, worth: Vector, most: int) -> Found:
        items, intents = worth[: len(self.items)], worth[len(self.items) :]
        intent = self.intents[int(intents.argmax())].removeprefix("-") if self.intents else ""
        elsewhere = float(intents.max(initial=0.0))
        order = sorted(range(len(items)), key=lambda at: (-round(float(items[at]), 4), self.items[at].code))[:most]
        best = float(items[order[0]]) if order else 0.0
        if elsewhere > best:
            return Found("not-an-item", intent=intent)
        shown = [at for at in order if items[at] >= WORTH_SHOWING]
        sure = best >= ENOUGH and best - elsewhere >= CLEAR
        return Found("item" if sure else "unsure", tuple(self._match(at, items, plain) for at in shown), intent)

    def _match(self, at: int, items: Vector, plain: str) -> Match:
        item = self.items[at]
        words = self.phrases.shared(plain, topic_of(item.name), item.name)
        return Match(item.code, round(float(items[at]), 4), words)

    def _in_other_words(self, text: str) -> str:
        for said, meant in self.synonyms:
            text = text.replace(said, meant)
        return text

    def _rows(self, texts: Sequence[str]) -> Matrix:
        return rows_of([self.ear.features(text) for text in texts], self.encode([gist(text) for text in texts]))

    def _index(self, examples: Sequence[Example]) -> _Known:
        """Index what the county says, and for items that nothing was learned of their names and descriptions."""
        place = {item.code: at for at, item in enumerate(self.items)}
        place |= {topic: len(self.items) + at for at, topic in enumerate(self.intents)}
        told = [(each.text, place.get(each.code, place.get(f"-{each.intent}", -1))) for each in examples]
        for at, item in enumerate(self.items):
            if topic_of(item.name) not in self.learned:
                told.extend((text, at) for text in (item.name, *clauses_of(item.name), item.deed) if text)
        kept = [(text, at) for text, at in told if at >= 0]
        if not kept:
            return _Known(np.zeros((0, 0), dtype=np.float32), ())
        return _Known(self._rows([text for text, _ in kept]), tuple(at for _, at in kept))


def _for_these(model: Model, topics: Sequence[str], intents: Sequence[str]) -> Model:
    """Return the model with one column of votes for each item here, that of the nearest name, or empty; then one for each intent."""
    column = {topic: at for at, topic in enumerate(model.topics)}
    learned = [topic for topic in model.topics if not topic.startswith("-")]
    wanted = [column.get(topic, column.get(nearest(topic, learned), -1)) for topic in topics]
    wanted += [column[topic] for topic in intents]
    padded = np.hstack([model.votes, np.zeros((len(model.votes), 1), dtype=np.float32)])
    return Model((*topics, *intents), model.told, np.ascontiguousarray(padded[:, wanted]))
