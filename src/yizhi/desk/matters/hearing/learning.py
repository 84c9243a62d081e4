"""学习 Learns the weights anew from the tables of sayings; the same tables give the same weights."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from yizhi.law import read_csv, read_sayings_tables
from yizhi.rules.finding import Saying, clauses_of, gist, learn, rows_of, topic_of
from yizhi.rules.finding.model import Matrix

from .known import WEIGHTS, ear, encode, sayings

FINEST = 127


def learn_again(names: Iterable[str]) -> int:
    """Write the weights for the sayings and the items' own names; return how many texts were learned from."""
    named = [Saying(text, (topic_of(name),)) for name in names for text in dict.fromkeys((name, *clauses_of(name)))]
    told = [*sayings(), *named]
    rows = rows_of([ear().features(each.text) for each in told], encode([gist(each.text) for each in told]))
    model = learn(rows, told)
    meanings, meanings_scale = _rounded(model.told.meanings)
    votes, votes_scale = _rounded(model.votes)
    np.savez_compressed(
        Path(str(WEIGHTS)),
        topics=np.array(model.topics),
        who=model.told.who,
        worths=model.told.worths.astype(np.float16),
        starts=model.told.starts.astype(np.int32),
        meanings=meanings,
        meanings_scale=meanings_scale,
        votes=votes,
        votes_scale=votes_scale,
        stamp=np.array(stamp()),
    )
    return len(told)


def _rounded(values: Matrix) -> tuple[npt.NDArray[np.int8], Matrix]:
    """Return the values in 8 bits, and for each column what one step is worth."""
    scale = (np.abs(values).max(axis=0) / FINEST).astype(np.float32)
    return np.round(values / scale).astype(np.int8), scale


def stamp() -> str:
    """Return the fingerprint of the tables that the weights are learned from."""
    tables = [read_sayings_tables(), read_csv("everyday_words"), read_csv("syllables")]
    return hashlib.sha256(json.dumps(tables, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
