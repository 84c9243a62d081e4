"""设定依据 What one cell of a list cites: several laws, several articles, in the many ways people write them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from yizhi.rules.citing.articles import NUMERAL, number_of, read_number, write_number

LAW: Final = re.compile(r"《((?:[^《》]|〈[^〉]*〉|《[^》]*》)+)》([^《]*)")
ITEMS: Final = rf"(?:第?\(?({NUMERAL})\)?(?:(?:至|-|~)第?\(?({NUMERAL})\)?)?项)"
PART: Final = re.compile(
    rf"第({NUMERAL})条(?:之({NUMERAL}))?(?:第({NUMERAL})款)?{ITEMS}?|第({NUMERAL})款{ITEMS}?|第\(?({NUMERAL})\)?项"
)
YEAR: Final = re.compile(r"\(?((?:19|20)\d\d)年?(?:修正|修订|版)?\)?")
REMARK: Final = re.compile(r"\(([^()]{1,60})\)")
OF_A_VERSION: Final = re.compile(r"((?:19|20)\d\d)?[^()]*(?:修正|修订|版|令|公告|号|施行|公布|通过|发布)")
OLD: Final = re.compile(r"\(?旧版条号\)?|\(?原文引条号,?须复核\)?")
FILLER: Final = re.compile(
    r"[\s;,、。.:()和及与等]+|其中|以及|之规定|的规定|规定|【[^】]*】|(?<!\d)\d{1,2}(?=[.、)]|\s)"
    r"|(?:违法|违反|处罚|设定|实施|法律|主要|定性)?依据|(?:违反|处罚)条款|法律|行政法规|地方性法规|(?:部门|政府)?规章|违反|依照|按照|根据|处罚"
)
# A name written without 《》: it ends like a law's name and an article follows.
BARE: Final = re.compile(
    r"(?<![《〈\u4e00-\u9fff])(?:以及|依据|根据|按照|依照|违反|和|及|与|或者)?"
    r"([\u4e00-\u9fff]{1,40}?(?:法|条例|规定|办法|细则|规则))(?=\s*(?:\([^()]*\))?\s*第"
    rf"{NUMERAL}条)"
)
NO_NAME: Final = re.compile("[本该](?:法|条例|办法|规定|细则|规则)|前款|上述|以下")
NO_LAWS: Final = frozenset(
    {"办法", "规定", "条例", "细则", "规则", "依法", "违法", "执法", "立法", "方法", "做法", "司法"}
)
LISTED: Final = re.compile(rf"第\(?({NUMERAL})\)?((?:[、,和及]第?\(?{NUMERAL}\)?)+)(条|款|项)")
RANGE: Final = re.compile(rf"第({NUMERAL})(条|款)?(?:至|到|-|—|~)第?({NUMERAL})(条|款)")
CIRCLED: Final = re.compile(r"[①-⑳](?=\s*[【《])")
LONGEST_RANGE: Final = 30
# A list that quotes the article after its number; the quotation ends where a further law begins on its own.
QUOTED: Final = re.compile(
    rf"(第{NUMERAL}条[^:\n《》]{{0,24}}):(?!\s*《).*?(?=\n\s*(?:\(?\d{{1,2}}[.、)]|【|《)|[;。]\s*(?:\d{{1,2}}[.、]\s*)?(?:【[^】]*】)?《[^》]+》[^:《》]{{0,40}}第{NUMERAL}条[^:\n]{{0,24}}:|\s*\|\||\Z)",
    re.DOTALL,
)
QUOTES: Final = re.compile(r"\s*\|\|\s*|\n+(?=《)")
QUOTE: Final = re.compile(r"《(.+?)》(第[^:]{1,24}?条(?:之[^:]{1,4})?)\s*:\s*(.+)", re.DOTALL)


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


@lru_cache(maxsize=4096)
def read_bases(text: str) -> Bases:
    """Read one cell: laws in 《》 or without, each with its articles, in figures or numerals, as lists and ranges.

    What a list quotes after an article is left aside; nothing else that is not understood is dropped silently.

    >>> [str(basis) for basis in read_bases("公路法第十条第一、二款;《甲条例》第3条至第5条").bases]
    ['《公路法》第十条第一款', '《公路法》第十条第二款', '《甲条例》第三条', '《甲条例》第四条', '《甲条例》第五条']
    """
    plain = QUOTED.sub(r"\1", unicodedata.normalize("NFKC", CIRCLED.sub(";", text)))
    plain = RANGE.sub(_each_of, LISTED.sub(_each, BARE.sub(_bracketed, plain)))
    bases: list[Basis] = []
    unread: list[str] = []
    unread += _left(plain.split("《", 1)[0])
    end = len(plain.split("《", 1)[0])
    for found in LAW.finditer(plain):
        unread += _left(plain[end : found.start()].strip("《》"))
        bases += _bases_of(found[1].strip(), found[2], unread)
        end = found.end()
    unread += _left(plain[end:].strip("《》"))
    return Bases(tuple(bases), tuple(unread))


def _bracketed(found: re.Match[str]) -> str:
    """Return a law's name that was written bare in 《》; 本法, 该办法 and words that only end like a name stay as they are."""
    name = found[1]
    if NO_NAME.search(name) or name in NO_LAWS:
        return found[0]
    return f"《{name}》"


def _each(found: re.Match[str]) -> str:
    """Return 第一、二款 as 第一款、第二款."""
    numbers = [found[1], *re.findall(NUMERAL, found[2])]
    return "、".join(f"第{number}{found[3]}" for number in numbers)


def _each_of(found: re.Match[str]) -> str:
    """Return 第三条至第五条 as every article of it; a range that is none, or too long to be meant, stays as it is written."""
    first, last = read_number(found[1]), read_number(found[3])
    if first is None or last is None or not 0 < last - first <= LONGEST_RANGE or found[2] not in (None, found[4]):
        return found[0]
    return "、".join(f"第{number}{found[4]}" for number in range(first, last + 1))


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
    tail, version = _version(OLD.sub("", tail))
    articles = _articles(tail, unread)
    rest = PART.sub("", tail)
    year = None if version else YEAR.search(rest)
    unread += _left(YEAR.sub("", rest, count=1) if year else rest)
    version = version or (int(year[1]) if year else None)
    return [Basis(law, article, version, doubted) for article in articles or [""]]


def _version(tail: str) -> tuple[str, int | None]:
    """Return the tail without remarks on the version, such as (2021年修订) or (国务院令第593号), and the year they name."""
    years: list[int] = []

    def taken(remark: re.Match[str]) -> str:
        said = OF_A_VERSION.search(remark[1])
        if said is None or PART.search(remark[1]):
            return remark[0]
        named = re.findall(r"(?:19|20)\d\d", remark[1])
        years.extend(int(year) for year in named)
        return ""

    tail = REMARK.sub(taken, tail)
    return tail, max(years) if years else None


def _articles(tail: str, unread: list[str]) -> list[str]:
    """Return the articles of one law; a 款 or 项 that stands alone belongs to the article before it, without one it is unread."""
    articles: list[str] = []
    whole = part = ""
    for found in PART.finditer(tail):
        number, further, paragraph, item, last, next_paragraph, next_item, next_last, lone = found.groups()
        value = read_number(number) if number else None
        if value:
            whole = f"第{write_number(value)}条" + (f"之{_written(further)}" if further else "")
            part = whole + (f"第{_written(paragraph)}款" if paragraph else "")
            articles.append(part + _items(item, last))
        elif next_paragraph and whole:
            part = f"{whole}第{_written(next_paragraph)}款"
            articles.append(part + _items(next_item, next_last))
        elif lone and part:
            articles.append(part + _items(lone, None))
        else:
            unread.append(found[0])
    return list(dict.fromkeys(articles))


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
