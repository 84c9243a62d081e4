"""法律法规文本 What the check reads: a law's text by version, and what one law's text says of the end of another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

ENDS: Final = re.compile(r"[^。]*同时废止")
NAMED: Final = re.compile(r"《((?:[^《》]|《[^》]*》)+)》")
BEGINS: Final = re.compile(r"自\s*(\d{4})年(\d{1,2})月(\d{1,2})日起施行")
TITLE: Final = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class LawText:
    """One version of a law: in force in [valid_from, valid_to), its articles keyed 第五十二条.

    `whole`: all articles are there; an excerpt (摘录) cannot show that an article is missing. `worked`: what was worked out of
    the articles and is wanted again.
    """

    law: str
    version: str
    valid_from: date
    valid_to: date | None
    articles: Mapping[str, str]
    whole: bool = True
    worked: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def holds(self, on: date) -> bool:
        """Tell whether this version is in force on the day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class Repeal:
    """废止 A law that ends on `day` because `by` (a law and its article) says so; both empty where only a source marks it."""

    law: str
    day: date | None = None
    by: str = ""
    article: str = ""


def same_law(one: str, other: str) -> bool:
    """Tell whether two names are the same law's, with or without 中华人民共和国.

    >>> same_law("种子法", "中华人民共和国种子法"), same_law("种子法", "种子法实施条例")
    (True, False)
    """
    return one.removeprefix(TITLE) == other.removeprefix(TITLE)


def read_repeals(law: str, articles: Mapping[str, str], valid_from: date) -> Iterator[Repeal]:
    """Yield the other laws whose end a law's own articles name: “《甲法》、《乙法》同时废止”.

    The day is the one the same article names as its beginning, else `valid_from`.

    >>> text = {"第三条": "本法自2026年8月15日起施行。《示意甲法》、《示意乙法》同时废止。"}
    >>> [(each.law, str(each.day)) for each in read_repeals("示意法典", text, date(2026, 3, 12))]
    [('示意甲法', '2026-08-15'), ('示意乙法', '2026-08-15')]
    """
    for number, text in articles.items():
        if "同时废止" not in text:
            continue
        begins = BEGINS.search(text)
        day = date(*map(int, begins.groups())) if begins else valid_from
        for clause in ENDS.findall(text):
            for named in NAMED.findall(clause):
                if not same_law(named, law):
                    yield Repeal(named, day, law, number)
