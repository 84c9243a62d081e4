"""同一事项 The same item under the slightly different names that lists give it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from yizhi.rules.bigrams import bigrams

FRAME: Final = re.compile(r"^对(?=.+处罚$)|(?:的?行为)?(?:等(?:违法)?行为)?的?(?:行政)?处罚$|的$|[\W_]+")


def topic_of(name: str) -> str:
    """Return the name without the words that only say that it is a penalty, and without signs.

    >>> topic_of("对未经批准擅自取水、未依照批准的取水许可规定条件取水的行政处罚")
    '未经批准擅自取水未依照批准的取水许可规定条件取水'
    >>> topic_of("对将公路作为试车场地行为的行政处罚"), topic_of("擅自设立弃置场受纳建筑垃圾的")
    ('将公路作为试车场地', '擅自设立弃置场受纳建筑垃圾')
    """
    return FRAME.sub("", unicodedata.normalize("NFKC", name).strip())


def clauses_of(name: str) -> list[str]:
    """Return the single deeds that a long name lists, each long enough to mean something.

    >>> clauses_of("取得许可的;以欺骗手段招揽旅客的;换车的")
    ['以欺骗手段招揽旅客']
    """
    return [part.removesuffix("的") for part in re.split(r"[;；]", name) if len(part) > 6]


def nearest(topic: str, known: Iterable[str]) -> str:
    """Return the known topic that says nearly the same as `topic`, or nothing.

    Nearly the same: four fifths of the pairs of the shorter are in the longer, and half of all are in both.

    >>> nearest("擅自倾倒建筑垃圾", ["个人擅自倾倒堆放建筑垃圾", "擅自设立弃置场受纳建筑垃圾"])
    '个人擅自倾倒堆放建筑垃圾'
    >>> nearest("占道经营", ["擅自占用公路"])
    ''
    """
    mine = set(bigrams(topic).split())
    best, found = 0.5, ""
    for other in known:
        theirs = set(bigrams(other).split())
        both = len(mine & theirs)
        if both >= 0.8 * min(len(mine), len(theirs)) and both / len(mine | theirs) >= best:
            best, found = both / len(mine | theirs), other
    return found
