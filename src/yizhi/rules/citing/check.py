"""引注核对 Whether the article cited is there on the day, was moved, or belongs to a law no longer in force.

Texts can show that an article is missing, and that another article of the same law describes the deed far better.
They cannot show that a citation is right: a finding says what to look at, a person decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from yizhi.rules.citing.articles import ARTICLE, number_of
from yizhi.rules.citing.likeness import alike, best_article, close_articles, fits, telling
from yizhi.rules.citing.texts import LawText, Repeal, same_law
from yizhi.rules.deadlines.wording import chinese, dated

State = Literal[
    "right",
    "no-text",
    "not-in-force",
    "repealed",
    "replaced",
    "missing-article",
    "renumbered",
    "unrelated",
    "older-version",
    "doubted",
]
STATE_WORDS: Final[dict[State, str]] = {
    "replaced": "已被取代",
    "repealed": "已经废止",
    "missing-article": "没有这一条",
    "renumbered": "条号变了",
    "unrelated": "说的是别的事",
    "not-in-force": "当日没有生效",
    "older-version": "引的是旧版",
    "doubted": "原表存疑",
    "no-text": "没有文本",
    "right": "对得上",
}
ALIKE: Final = 0.72
CLEARLY_BETTER: Final = 0.25
NOTHING_IN_COMMON: Final = 0.06
BY_CHANCE: Final = 0.12
LONG_DEED: Final = 8
NORM: Final = re.compile("不得|禁止|应当|必须|罚款|责令|没收|吊销|警告|处罚|批准|许可")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check says: `sentence` in Chinese, `cure` what to do, `instead` the article that seems to be meant now.

    `instead_law`: the law of that article, when it is another one.
    """

    state: State
    sentence: str = ""
    cure: str = ""
    instead: str = ""
    instead_law: str = ""

    @property
    def right(self) -> bool:
        """Tell whether nothing speaks against the citation."""
        return self.state == "right"


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation to check: the basis and the item's own words.

    `beside`: the articles of the same law cited with it; `linked`: the articles of every law cited with it, as texts number them.
    """

    law: str
    article: str
    deed: str = ""
    year: int | None = None
    doubted: bool = False
    quoted: str = ""
    beside: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """Return the article as texts number it; empty when the citation names none."""
        return number_of(self.article)


def check(cited: Cited, on: date, texts: Sequence[LawText], repeals: Sequence[Repeal] = ()) -> Verdict:
    """Check one citation on a day against every text that is known, of its own law and of the laws that replaced it."""
    known = sorted((text for text in texts if same_law(text.law, cited.law)), key=lambda text: text.valid_from)
    now = next((text for text in reversed(known) if text.holds(on)), None)
    ended = _ended(cited.law, on, now, repeals)
    if ended is not None:
        return _no_longer(cited, on, ended, texts)
    if not known:
        doubt = _doubt(cited, "没有导入它的文本，对不出现在是哪一条")
        return doubt or _quoted(cited) or _without_text(cited.law)
    if now is None:
        return _not_in_force(cited.law, on, known)
    if not cited.number:
        return Verdict("right")
    if cited.number not in now.articles:
        return _missing(cited, now, known)
    return _moved(cited, now, known) or _version(cited, now) or Verdict("right")


def moved_with(cited: Cited, instead: str, on: date, texts: Sequence[LawText]) -> Verdict | None:
    """Return a finding for an article that was found moved to `instead` for another item, unless this deed fits better here.

    Many lists cite one old version throughout: a deed too general to tell by itself moves with its neighbours.
    """
    now = next((text for text in texts if same_law(text.law, cited.law) and text.holds(on)), None)
    if now is None or instead not in now.articles:
        return None
    if fits(cited.deed, now.articles.get(cited.number, "")) > fits(cited.deed, now.articles[instead]):
        return None
    sentence = f"别的事项引的《{cited.law}》{cited.number}，现行文本（{dated(now.version)}）里对得上的是{instead}。"
    return Verdict("renumbered", sentence, f"一并核对，是同一版旧条号的，改引{instead}。", instead)


def _ended(law: str, on: date, now: LawText | None, repeals: Sequence[Repeal]) -> Repeal | None:
    """Return what ended the law by the day; a text that begins on or after that day is a new law of the old name."""
    for repeal in repeals:
        if not same_law(repeal.law, law) or (repeal.day is not None and on < repeal.day):
            continue
        if now is None or repeal.day is None or now.valid_from < repeal.day:
            return repeal
    return None


def _no_longer(cited: Cited, on: date, ended: Repeal, texts: Sequence[LawText]) -> Verdict:
    if not ended.by:
        sentence = f"《{cited.law}》在文本来源里标为已废止，从哪天起没有写。"
        return Verdict("repealed", sentence, "查明废止的日期和取代它的法律法规，改引现行有效的条文。")
    by = next((text for text in texts if same_law(text.law, ended.by) and text.holds(on)), None)
    instead = best_article(cited.deed, by)[0] if by and cited.deed else ""
    day = f"自{chinese(ended.day)}起" if ended.day else ""
    sentence = f"《{cited.law}》{day}废止，由《{ended.by}》取代（{ended.article}）。"
    cure = (
        f"对得上的可能是《{ended.by}》{instead}，核对后改引。" if instead else f"在《{ended.by}》里找到对应的条文改引。"
    )
    return Verdict("replaced", sentence, cure, instead, ended.by)


def _without_text(law: str) -> Verdict:
    return Verdict("no-text", f"没有导入《{law}》的文本，条号没有核对。", "导入这部法律法规的文本。")


def _not_in_force(law: str, on: date, known: Sequence[LawText]) -> Verdict:
    if all(text.valid_to is not None and text.valid_to <= on for text in known):
        last = max(text.valid_to for text in known if text.valid_to is not None)
        return Verdict(
            "repealed", f"《{law}》自{chinese(last)}起不再有效。", "改引现行有效的法律法规；没有的，事项不能再用。"
        )
    first = min(text.valid_from for text in known if text.valid_from > on)
    sentence = f"导入的《{law}》文本从{chinese(first)}起有效，{chinese(on)}的没有导入，条号没有核对。"
    return Verdict("not-in-force", sentence, "核对施行日期；以前的版本，导入当时的文本。")


def _missing(cited: Cited, now: LawText, known: Sequence[LawText]) -> Verdict:
    instead = _successor(cited.number, now, known) or best_article(cited.deed, now)[0]
    if not now.whole:
        return _not_excerpted(cited, now, instead)
    hint = f"可能是{instead}。" if instead else "按现行文本改正条号。"
    return Verdict("missing-article", f"《{cited.law}》（{dated(now.version)}）没有{cited.number}。", hint, instead)


def _not_excerpted(cited: Cited, now: LawText, instead: str) -> Verdict:
    """Return what an excerpt without the article can say: only where the writer doubts the number, where it may have gone."""
    if cited.doubted and instead:
        sentence = f"原表注明《{cited.law}》{cited.number}是旧版条号或者须复核，现行文本（{dated(now.version)}）里最接近的是{instead}。"
        return Verdict("renumbered", sentence, f"核对后改引{instead}。", instead)
    doubt = _doubt(cited, "导入的摘录里没有这一条")
    sentence = f"导入的《{cited.law}》（{dated(now.version)}）是摘录，里面没有{cited.number}，条号没有核对。"
    return doubt or _quoted(cited) or Verdict("no-text", sentence, "导入这部法律法规的全文。")


def _quoted(cited: Cited) -> Verdict | None:
    """Return a finding when the text that the list itself quotes sets no rule and says nothing of the deed.

    A quotation is a beginning: where a rule begins, the deed may stand further down.
    """
    if not cited.quoted or NORM.search(cited.quoted) or not _nothing_of(cited, cited.quoted):
        return None
    sentence = f"表里抄录的《{cited.law}》{cited.number}说的是另一件事：{cited.quoted[:24]}……"
    return Verdict("unrelated", sentence, "对照全文核对条号；导入这部法律法规的文本以后会再核对。")


def _moved(cited: Cited, now: LawText, known: Sequence[LawText]) -> Verdict | None:
    """Return a finding when an earlier version's article of this number now stands elsewhere, or another fits far better.

    Where the writer doubts the number, an article that fits better at all is enough.
    """
    number, here = cited.number, fits(cited.deed, now.articles[cited.number])
    elsewhere = f"《{cited.law}》{number}在现行文本（{dated(now.version)}）里说的是另一件事"
    moved = _successor(number, now, known)
    if moved:
        return Verdict("renumbered", f"{elsewhere}，原来的内容现在是{moved}。", f"核对后改引{moved}。", moved)
    close = close_articles(cited.deed, now)
    best, score = close[0] if close else ("", 0.0)
    far = score > here if cited.doubted else score - here >= CLEARLY_BETTER
    if best and far and best not in {number, *map(number_of, cited.beside)}:
        also = "".join(f"，也可能是{other}" for other, _ in close[1:2])
        return Verdict("renumbered", f"{elsewhere}，最接近的是{best}{also}。", f"核对后改引{best}。", best)
    if _nothing_of(cited, now.articles[number], [now.articles.get(number_of(each), "") for each in cited.beside]):
        return Verdict("unrelated", f"{elsewhere}，没有一处对得上。", f"核对{number}要不要留；引错的改正，多余的去掉。")
    return None


def _nothing_of(cited: Cited, text: str, beside: Sequence[str] = ()) -> bool:
    """Tell whether a text says nothing of the deed, and no article cited with it leads to it or from it.

    A text that sets no rule at all (不得、应当、处罚) may share a little more by chance.
    """
    here = fits(cited.deed, text)
    if len(telling(cited.deed)) < LONG_DEED or here > (NOTHING_IN_COMMON if NORM.search(text) else BY_CHANCE):
        return False
    own = {number_of(found[0]) for found in ARTICLE.finditer(text)}
    theirs = {number_of(found[0]) for found in ARTICLE.finditer(" ".join(beside))}
    return not own & set(cited.linked) and cited.number not in theirs


def _version(cited: Cited, now: LawText) -> Verdict | None:
    if cited.year is not None and now.version[:4].isdecimal() and cited.year < int(now.version[:4]):
        sentence = f"引的是《{cited.law}》{cited.year}年的版本，现行文本是{dated(now.version)}。"
        return Verdict("older-version", sentence, f"对照现行{cited.number}核对。")
    return _doubt(cited, f"现行文本（{dated(now.version)}）里有这一条")


def _doubt(cited: Cited, found: str) -> Verdict | None:
    if not cited.doubted:
        return None
    sentence = f"原表注明《{cited.law}》{cited.number}是旧版条号或者须复核；{found}。"
    return Verdict("doubted", sentence, "对照现行文本核对条号。")


def _successor(number: str, now: LawText, known: Sequence[LawText]) -> str:
    """Return where the article of an earlier version stands now, when its own number has another content."""
    for earlier in reversed([text for text in known if text.valid_from < now.valid_from]):
        old = earlier.articles.get(number)
        if old is None:
            continue
        same = alike(old, now.articles.get(number, ""))
        best = max(now.articles, key=lambda each: alike(old, now.articles[each]), default="")
        if best and best != number and alike(old, now.articles[best]) >= ALIKE > same:
            return best
    return ""
