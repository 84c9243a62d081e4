"""学习 Learns the weights anew from the tables of sayings; the same tables give the same weights."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from yizhi.law import read_csv, read_sayings_tables
from yizhi.rules.finding import Saying, clauses_of, learn, rows_of, topic_of

from .known import WEIGHTS, ear, encode, sayings

FINEST = 127


def learn_again(names: Iterable[str]) -> int:
    """Write the weights for the sayings and the items' own names; return how many texts were learned from."""
    named = [Saying(text, (topic_of(name),)) for name in names for text in dict.fromkeys((name, *clauses_of(name)))]
    told = [*sayings(), *named]
    rows = rows_of([ear().features(each.text) for each in told], encode([each.text for each in told]))
    model = learn(rows, told)
    scale = np.abs(model.weights).max(axis=0) / FINEST
    np.savez_compressed(
        Path(str(WEIGHTS)),
        topics=np.array(model.topics),
        weights=np.round(model.weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        stamp=np.array(stamp()),
    )
    return len(told)


def stamp() -> str:
    """Return the fingerprint of the tables that the weights are learned from."""
    tables = [read_sayings_tables(), read_csv("everyday_words"), read_csv("syllables")]
    return hashlib.sha256(json.dumps(tables, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
