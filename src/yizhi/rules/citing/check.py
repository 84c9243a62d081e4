"""引注核对 Whether the article cited is there on the day, was moved, or belongs to a law no longer in force.

Texts can show that an article is missing, and that another article of the same law describes the deed far better.
They cannot show that a citation is right: a finding says what to look at, a person decides.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from yizhi.rules.bigrams import bigrams
from yizhi.rules.citing.articles import number_of

State = Literal[
    "right", "no-text", "not-in-force", "repealed", "missing-article", "renumbered", "older-version", "doubted"
]
ALIKE: Final = 0.72
CLEARLY_BETTER: Final = 0.25
TELLING: Final = 6
PENAL: Final = re.compile("罚款|没收|责令|吊销|警告")
WELL: Final = 0.5
DULL: Final = frozenset(
    bigrams(
        "行政处罚 的处罚 违反 规定 行为 未按照 未按规定 按照 处罚 情形 违法 对违反 本条例 本法 等行为 等违法"
    ).split()
)


@dataclass(frozen=True, slots=True)
class LawText:
    """One version of a law: in force in [valid_from, valid_to), its articles keyed 第五十二条."""

    law: str
    version: str
    valid_from: date
    valid_to: date | None
    articles: Mapping[str, str]

    def holds(self, on: date) -> bool:
        """Tell whether this version is in force on the day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check says: `sentence` in Chinese, `cure` what to do, `instead` the article that seems to be meant now."""

    state: State
    sentence: str = ""
    cure: str = ""
    instead: str = ""

    @property
    def right(self) -> bool:
        """Tell whether nothing speaks against the citation."""
        return self.state == "right"


def same_law(one: str, other: str) -> bool:
    """Tell whether two names are the same law's, with or without 中华人民共和国.

    >>> same_law("种子法", "中华人民共和国种子法"), same_law("种子法", "种子法实施条例")
    (True, False)
    """
    return one.removeprefix("中华人民共和国") == other.removeprefix("中华人民共和国")


def check(
    law: str,
    article: str,
    on: date,
    texts: Sequence[LawText],
    *,
    deed: str = "",
    year: int | None = None,
    doubted: bool = False,
    beside: Collection[str] = (),
) -> Verdict:
    """Check one citation on a day against every version of the law that is known; `deed` the item's own words.

    `year`: of the version the writer names; `doubted`: the writer marks the number as doubtful; `beside`: the articles cited beside.
    """
    known = sorted((text for text in texts if same_law(text.law, law)), key=lambda text: text.valid_from)
    if not known:
        return Verdict("no-text", f"没有导入《{law}》的文本，条号没有核对。", "导入这部法律法规的文本。")
    now = next((text for text in reversed(known) if text.holds(on)), None)
    if now is None:
        return _not_in_force(law, on, known)
    number = number_of(article)
    if not number:
        return Verdict("right")
    if number not in now.articles:
        return _missing(law, number, now, known, deed)
    cited = {number_of(each) for each in beside} - {number}
    return _moved(law, number, now, known, deed, cited) or _version(law, number, now, year, doubted) or Verdict("right")


def _not_in_force(law: str, on: date, known: Sequence[LawText]) -> Verdict:
    if all(text.valid_to is not None and text.valid_to <= on for text in known):
        last = max(text.valid_to for text in known if text.valid_to is not None)
        return Verdict(
            "repealed", f"《{law}》自{_written(last)}起不再有效。", "改引现行有效的法律法规；没有的，事项不能再用。"
        )
    first = min(text.valid_from for text in known if text.valid_from > on)
    sentence = f"导入的《{law}》文本从{_written(first)}起有效，{_written(on)}的没有导入，条号没有核对。"
    return Verdict("not-in-force", sentence, "核对施行日期；以前的版本，导入当时的文本。")


def _missing(law: str, number: str, now: LawText, known: Sequence[LawText], deed: str) -> Verdict:
    instead = _successor(number, now, known) or _best(deed, now)[0]
    hint = f"可能是{instead}。" if instead else "按现行文本改正条号。"
    return Verdict("missing-article", f"《{law}》（{now.version}）没有{number}。", hint, instead)


def _moved(
    law: str, number: str, now: LawText, known: Sequence[LawText], deed: str, beside: Collection[str]
) -> Verdict | None:
    """Return a finding when an earlier version's article of this number now stands elsewhere, or another fits far better."""
    moved = _successor(number, now, known)
    if not moved and deed:
        best, score = _best(deed, now)
        if (
            best != number
            and best not in beside
            and score >= WELL
            and score - _fits(deed, now.articles[number]) >= CLEARLY_BETTER
        ):
            moved = best
    if not moved or moved == number:
        return None
    sentence = f"《{law}》{number}在现行文本（{now.version}）里说的是另一件事，对得上的是{moved}。"
    return Verdict("renumbered", sentence, f"核对后改引{moved}。", moved)


def _version(law: str, number: str, now: LawText, year: int | None, doubted: bool) -> Verdict | None:
    if year is not None and now.version[:4].isdecimal() and year < int(now.version[:4]):
        sentence = f"引的是《{law}》{year}年的版本，现行文本是{now.version}。"
        return Verdict("older-version", sentence, f"对照现行{number}核对。")
    if doubted:
        return Verdict("doubted", f"原表注明《{law}》{number}是旧版条号或者须复核。", "对照现行文本核对条号。")
    return None


def _successor(number: str, now: LawText, known: Sequence[LawText]) -> str:
    """Return where the article of an earlier version stands now, when its own number has another content."""
    for earlier in reversed([text for text in known if text.valid_from < now.valid_from]):
        old = earlier.articles.get(number)
        if old is None:
            continue
        same = _alike(old, now.articles.get(number, ""))
        best = max(now.articles, key=lambda each: _alike(old, now.articles[each]), default="")
        if best and best != number and _alike(old, now.articles[best]) >= ALIKE > same:
            return best
    return ""


def _best(deed: str, now: LawText) -> tuple[str, float]:
    """Return the article that describes the deed best, of two alike the penal one, and how much of the deed it describes."""
    scores = {number: _fits(deed, text) for number, text in now.articles.items()}
    best = max(scores, key=lambda each: scores[each] + 0.15 * bool(PENAL.search(now.articles[each])), default="")
    return (best, scores[best]) if best and scores[best] >= WELL else ("", 0.0)


def _fits(deed: str, text: str) -> float:
    """Return which part of the deed's telling pairs of characters the text has; 0 for a deed too short to tell."""
    wanted = [pair for pair in bigrams(deed).split() if pair not in DULL]
    return sum(pair in text for pair in wanted) / len(wanted) if len(wanted) >= TELLING else 0.0


def _alike(one: str, other: str) -> float:
    first, second = set(bigrams(one).split()), set(bigrams(other).split())
    return len(first & second) / len(first | second) if first and second else 0.0


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
