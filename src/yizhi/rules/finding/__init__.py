"""找对人 Plain words → the items they may mean, best first, with the words that matched. Says so when unsure or when it is none.

Nothing here reads files or loads an encoder: the tables, the learned weights and the function that gives the meaning of a text
are handed in.
"""

from yizhi.rules.finding.features import Ear, clean, gist
from yizhi.rules.finding.finder import Candidate, Example, Finder, Found, Match
from yizhi.rules.finding.matching import Phrases
from yizhi.rules.finding.model import Encode, Model, Saying, learn, read_sayings, rows_of
from yizhi.rules.finding.topics import clauses_of, topic_of

__all__ = [
    "Candidate",
    "Ear",
    "Encode",
    "Example",
    "Finder",
    "Found",
    "Match",
    "Model",
    "Phrases",
    "Saying",
    "clauses_of",
    "clean",
    "gist",
    "learn",
    "read_sayings",
    "rows_of",
    "topic_of",
]
