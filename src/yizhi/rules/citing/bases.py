"""设定依据 What one cell of a list cites: several laws, several articles, in the many ways people write them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yizhi.rules.citing.articles import NUMERAL, number_of, read_number, write_number

LAW: Final = re.compile(r"《((?:[^《》]|〈[^〉]*〉|《[^》]*》)+)》([^《]*)")
ITEMS: Final = rf"(?:第?\(?({NUMERAL})\)?(?:(?:至|-|~)第?\(?({NUMERAL})\)?)?项)"
PART: Final = re.compile(
    rf"第({NUMERAL})条(?:之({NUMERAL}))?(?:第({NUMERAL})款)?{ITEMS}?|第({NUMERAL})款{ITEMS}?|第\(?({NUMERAL})\)?项"
)
YEAR: Final = re.compile(r"\(?((?:19|20)\d\d)年?(?:修正|修订|版)?\)?")
OLD: Final = re.compile(r"\(?旧版条号\)?|\(?原文引条号,?须复核\)?")
QUOTES: Final = re.compile(r"\s*\|\|\s*|\n+(?=《)")
QUOTE: Final = re.compile(r"《(.+?)》(第[^:]{1,24}?条(?:之[^:]{1,4})?)\s*:\s*(.+)", re.DOTALL)
FILLER: Final = re.compile(r"[\s;,、。.:()和及与等]+|其中|以及|之规定|的规定|规定")


@dataclass(frozen=True, slots=True)
class Basis:
    """One article of one law, or a law without an article.

    `year`: of the version cited; `doubted`: the writer doubts the number; `quoted`: how a list that quotes it says the article begins.
    """

    law: str
    article: str = ""
    year: int | None = None
    doubted: bool = False
    quoted: str = ""

    def __str__(self) -> str:
        return f"《{self.law}》{self.article}"


@dataclass(frozen=True, slots=True)
class Bases:
    """What a cell cites, and the `unread` words that were not understood."""

    bases: tuple[Basis, ...]
    unread: tuple[str, ...]


def read_bases(text: str) -> Bases:
    """Read one cell: laws in 《》, each with its articles, 第(一)项 and digits alike; nothing unread is dropped silently."""
    plain = unicodedata.normalize("NFKC", text)
    bases: list[Basis] = []
    unread: list[str] = []
    before = plain.split("《", 1)[0]
    unread += _left(before)
    for found in LAW.finditer(plain):
        bases += _bases_of(found[1], found[2], unread)
    return Bases(tuple(bases), tuple(unread))


def read_quotes(text: str) -> dict[tuple[str, str], str]:
    """Return the articles that a cell quotes as 《名称》第几条：条文, keyed (law, article as texts number it).

    >>> read_quotes("《示意法》第3条:不得倾倒。 || 《示意条例》第五条：处罚款。")
    {('示意法', '第三条'): '不得倾倒。', ('示意条例', '第五条'): '处罚款。'}
    """
    found = {}
    for part in QUOTES.split(unicodedata.normalize("NFKC", text)):
        quote = QUOTE.fullmatch(part.strip())
        number = number_of(quote[2]) if quote else ""
        if quote and number:
            found[(quote[1], number)] = quote[3].strip()
    return found


def _bases_of(law: str, tail: str, unread: list[str]) -> list[Basis]:
    doubted = bool(OLD.search(tail))
    tail = OLD.sub("", tail)
    articles = _articles(tail)
    rest = PART.sub("", tail)
    year = YEAR.search(rest)
    unread += _left(YEAR.sub("", rest, count=1))
    version = int(year[1]) if year else None
    if not articles:
        return [Basis(law, "", version, doubted)]
    return [Basis(law, article, version, doubted) for article in articles]


def _articles(tail: str) -> list[str]:
    """Return the articles of one law; a 款 or 项 that stands alone belongs to the article before it."""
    articles: list[str] = []
    whole = part = ""
    for found in PART.finditer(tail):
        number, further, paragraph, item, last, next_paragraph, next_item, next_last, lone = found.groups()
        if number:
            value = read_number(number)
            whole = f"第{write_number(value)}条" + (f"之{_written(further)}" if further else "") if value else number
            part = whole + (f"第{_written(paragraph)}款" if paragraph else "")
            articles.append(part + _items(item, last))
        elif next_paragraph and whole:
            part = f"{whole}第{_written(next_paragraph)}款"
            articles.append(part + _items(next_item, next_last))
        elif lone and part:
            articles.append(part + _items(lone, None))
    return articles


def _items(first: str | None, last: str | None) -> str:
    if not first:
        return ""
    return f"第（{_written(first)}）" + (f"至（{_written(last)}）" if last else "") + "项"


def _written(numeral: str) -> str:
    value = read_number(numeral)
    return write_number(value) if value else numeral


def _left(text: str) -> Iterator[str]:
    left = FILLER.sub(" ", text).strip()
    if left:
        yield left
