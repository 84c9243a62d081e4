"""操作词核对 Whether a rule's operative words still stand in the article it names, as the text reads on a day."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from yizhi.rules.cite import Citation
from yizhi.rules.citing.check import Cited, Verdict, check
from yizhi.rules.citing.texts import LawText, Repeal, same_law

BLANK = re.compile(r"\s+")
NO_NUMBER = "条文没有“第几条”的编号，不能自动核对。"


def check_words(citation: Citation, on: date, texts: Sequence[LawText], repeals: Sequence[Repeal] = ()) -> Verdict:
    """Check a rule's citation and its operative words on a day; `renumbered` when the words now stand in another article.

    >>> law = LawText("示意法", "2020-01-01", date(2020, 1, 1), None, {"第二条": "应当在七日内送达。", "第三条": "应当公开。"})
    >>> check_words(Citation("示意法", "第2条", "在七日内"), date(2026, 1, 1), [law]).state
    'right'
    >>> check_words(Citation("示意法", "第3条第1款", "在七日内"), date(2026, 1, 1), [law]).instead
    '第二条'
    >>> check_words(Citation("示意法", "第2条", "在五日内"), date(2026, 1, 1), [law]).state
    'unrelated'
    """
    cited = Cited(citation.law, citation.article)
    verdict = check(cited, on, texts, repeals)
    if not verdict.right:
        return verdict
    if not cited.number:
        return Verdict("no-text", NO_NUMBER, "由人对照原文核对。")
    now = [text for text in texts if same_law(text.law, citation.law) and text.holds(on)]
    latest = max(now, key=lambda text: text.valid_from)
    words = plain(citation.words)
    if words in plain(latest.articles[cited.number]):
        return verdict
    elsewhere = next((number for number, text in latest.articles.items() if words in plain(text)), "")
    sentence = f"《{citation.law}》{cited.number}（{latest.version}）里没有“{citation.words}”"
    if elsewhere:
        return Verdict(
            "renumbered", f"{sentence}，这句话现在在{elsewhere}。", f"核对后把规则改引{elsewhere}。", elsewhere
        )
    return Verdict("unrelated", f"{sentence}，别的条里也没有。", "条文可能改了：对照现行文本核对规则的数值和条文。")


def plain(text: str) -> str:
    """Return a text without blanks and with its full-width digits made plain, as words are compared."""
    return BLANK.sub("", unicodedata.normalize("NFKC", text))
