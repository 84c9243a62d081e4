"""两字检索 Chinese text as bigrams, so that two characters find a row on every database without an extension.

>>> bigrams("连山镇ABC123")
'连山 山镇 abc123'
>>> bigrams("喆")
'喆'
>>> query_terms("河边 倒")
['河边', '倒*']
"""

import re
import unicodedata

RUN = re.compile(r"[0-9a-z]+|[^\W0-9a-z_]+", re.IGNORECASE)


def bigrams(*texts: str) -> str:
    """Return the search words of `texts`, each once, parted by one blank: pairs of characters, and Latin or digit runs whole."""
    words: dict[str, None] = {}
    for text in texts:
        for run in _runs(text):
            words.update(dict.fromkeys(_words(run)))
    return " ".join(words)


def query_terms(text: str) -> list[str]:
    """Return what a query must match, all of it. A term ending in `*` matches every word that begins so."""
    terms: dict[str, None] = {}
    for run in _runs(text)[:16]:
        terms.update(dict.fromkeys([f"{run}*"] if run.isascii() or len(run) == 1 else _words(run)))
    return list(terms)


def _runs(text: str) -> list[str]:
    return RUN.findall(unicodedata.normalize("NFKC", text).lower())


def _words(run: str) -> list[str]:
    if run.isascii() or len(run) == 1:
        return [run]
    return [run[i : i + 2] for i in range(len(run) - 1)]
