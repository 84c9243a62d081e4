"""引注的读写与核对 Reading the citations people write, and checking them against a law's own text.

>>> [str(basis) for basis in read_bases("《公路法》第76条第(三)项；《城市绿化条例》").bases]
['《公路法》第七十六条第（三）项', '《城市绿化条例》']
>>> number_of("第一百二十条之一"), number_of("第52条第2款"), number_of("附则")
('第一百二十条之一', '第五十二条', '')
"""

from yizhi.rules.citing.articles import number_of, read_number, write_number
from yizhi.rules.citing.bases import Bases, Basis, read_bases, read_quotes
from yizhi.rules.citing.check import STATE_WORDS, Cited, State, Verdict, check
from yizhi.rules.citing.texts import LawText, Repeal, read_repeals, same_law
from yizhi.rules.citing.together import check_together, cited_together, moved_articles
from yizhi.rules.citing.words import check_words

__all__ = [
    "STATE_WORDS",
    "Bases",
    "Basis",
    "Cited",
    "LawText",
    "Repeal",
    "State",
    "Verdict",
    "check",
    "check_together",
    "check_words",
    "cited_together",
    "moved_articles",
    "number_of",
    "read_bases",
    "read_number",
    "read_quotes",
    "read_repeals",
    "same_law",
    "write_number",
]
