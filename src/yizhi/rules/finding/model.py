"""权重 What was learned of how people speak: a text is compared with every saying, and the sayings vote for their topics.

A topic is an item as the published catalogues name it, or an intent that is no matter of enforcement (written with a leading
dash). What is learned here is only how people speak; whose power an item is stands elsewhere.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from yizhi.rules.finding.features import WIDTH, Vector, widths
from yizhi.rules.finding.topics import topic_of

Matrix = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Matrix]
PART: Final = (1.0, 1.0, 0.3)
MEANING: Final = 1.5
NEAR: Final = 1.5
RIDGE: Final = 0.07
NEIGHBOUR: Final = 0.4


@dataclass(frozen=True, slots=True)
class Saying:
    """What people say, and the topics meant: the first fully, the others as close neighbours."""

    text: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of the sayings, the features by their place: of place p those from `starts[p]` to `starts[p + 1]`.

    `who` are the numbers of the sayings that have the feature, `worths` what it is worth in each. Most places are nought in most
    sayings, and a question has few of them: only those are looked at.
    """

    who: npt.NDArray[np.uint16]
    worths: Matrix
    starts: npt.NDArray[np.int64]
    meanings: Matrix

    @classmethod
    def of(cls, rows: Matrix) -> "Told":
        """Keep rows as `rows_of` makes them."""
        places, who = rows[:, :WIDTH].T.nonzero()
        starts = np.searchsorted(places, np.arange(WIDTH + 1))
        return cls(who.astype(np.uint16), rows[who, places], starts, rows[:, WIDTH:])

    def likeness(self, row: Vector) -> Vector:
        """Return how like the row is to every saying, from about 0 to 1, the middling pressed down."""
        heard = row[:WIDTH].nonzero()[0]
        begins = self.starts[heard]
        counts = self.starts[heard + 1] - begins
        ends = counts.cumsum()
        at = np.arange(counts.sum()) + np.repeat(begins - ends + counts, counts)
        shared = np.bincount(self.who[at], self.worths[at] * np.repeat(row[heard], counts), len(self.meanings))
        return pressed(shared.astype(np.float32) + self.meanings @ row[WIDTH:])


@dataclass(frozen=True, slots=True)
class Model:
    """The sayings, and for each of them its votes for every topic."""

    topics: tuple[str, ...]
    told: Told
    votes: Matrix

    def worth(self, row: Vector) -> Vector:
        """Return the worth of every topic for a row: near 1 for the topic meant, near 0 for the others, about 1 together."""
        found: Vector = self.told.likeness(row) @ self.votes
        return found


def rows_of(features: Sequence[Vector], meanings: Matrix) -> Matrix:
    """Join features and meanings to the rows that a model reads, of length one together where every part is there."""
    whole = sum(PART) + MEANING
    joined = np.stack(features)
    for part, (begin, end) in zip(PART, widths(), strict=True):
        joined[:, begin:end] *= np.float32((part / whole) ** 0.5)
    return np.hstack([joined, meanings * np.float32((MEANING / whole) ** 0.5)]).astype(np.float32)


def pressed(shared: Vector) -> Vector:
    """Return likenesses with the middling ones pressed down, so that a near saying outvotes many that are far."""
    found: Vector = np.sign(shared) * np.abs(shared) ** np.float32(NEAR)
    return found


def learn(rows: Matrix, sayings: Sequence[Saying]) -> Model:
    """Return the votes that fit the sayings best: kernel ridge regression, solved once; the same rows give the same model.

    `rows` are those of the sayings in the same order. Cost: the number of sayings to the third power.
    """
    topics = tuple(dict.fromkeys(topic for saying in sayings for topic in saying.topics))
    place = {topic: at for at, topic in enumerate(topics)}
    meant = np.zeros((len(sayings), len(topics)), dtype=np.float32)
    for at, saying in enumerate(sayings):
        for topic in reversed(saying.topics):
            meant[at, place[topic]] = 1.0 if topic == saying.topics[0] else NEIGHBOUR
    alike = pressed(rows @ rows.T)
    alike[np.diag_indices_from(alike)] += RIDGE
    return Model(topics, Told.of(rows), np.linalg.solve(alike, meant).astype(np.float32))


def read_sayings(tables: Sequence[Mapping[str, object]]) -> list[Saying]:
    """Read the tables of `law/sayings`: {items, said} or {intent, said}, one saying a line of `said`.

    >>> read_sayings([{"items": ["对伐木的行政处罚"], "said": "砍树\\n锯树"}, {"intent": "fire", "said": "着火了"}])[1:]
    [Saying(text='锯树', topics=('伐木',)), Saying(text='着火了', topics=('-fire',))]
    """
    found: list[Saying] = []
    for table in tables:
        items = table.get("items", ())
        assert isinstance(items, Sequence)
        topics = tuple(dict.fromkeys(topic_of(str(name)) for name in items)) or (f"-{table['intent']}",)
        found.extend(Saying(line, topics) for line in str(table["said"]).splitlines() if line)
    return found
