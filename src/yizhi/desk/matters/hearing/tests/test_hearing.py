"""听懂：随产品带的目录、说法和权重。权重跟着说法走；典型的话第一个就对；不是执法的不列。"""
# ruff: noqa: N802

import numpy as np
import pytest

from yizhi.demo.tables import rows
from yizhi.desk.matters.hearing import finder_of, intents, stamp
from yizhi.desk.matters.hearing.known import WEIGHTS, sayings
from yizhi.law import read_csv, read_sayings_tables
from yizhi.rules.finding import Candidate, topic_of

SAID = [
    ("工地上的渣土堆了好久没清运", {"59"}),
    ("有人私自设了个场子收建筑垃圾", {"60"}),
    ("网吧让小学生进去上网", {"105"}),
    ("网吧通宵营业", {"106"}),
    ("馆子没有食品许可证就开张了", {"137"}),
    ("超市卖过期食品", {"138"}),
    ("卖过期化妆品", {"140"}),
    ("古树被砍了", {"53"}),
    ("没办执照就开店", {"136"}),
    ("大货车超载上公路", {"26"}),
    ("河堤上埋坟", {"93"}),
    ("面包车拉客，没有证", {"29"}),
    ("歌厅点歌系统连到国外", {"116"}),
    ("隔壁修房子渣子倒河头去了", {"84"}),
]


@pytest.fixture(scope="module")
def finder():
    return finder_of(Candidate(row["code"], row["name"], row["deed"]) for row in rows("items"))


def test_权重是按现在的说法学的():
    with np.load(WEIGHTS, allow_pickle=False) as kept:
        assert str(kept["stamp"]) == stamp(), "说法改了：运行 yizhi find --learn"


@pytest.mark.parametrize(("said", "numbers"), SAID, ids=[said for said, _ in SAID])
def test_第一个就是(finder, said, numbers):
    number = {row["code"]: row["source_number"] for row in rows("items")}
    found = finder.find(said)
    first = next(number[match.code] for match in found.matches if number[match.code])
    assert found.answer == "item" and first in numbers
    assert found.matches[0].words


@pytest.mark.parametrize(
    "said", ["补办身份证", "邻居打麻将太吵", "老板欠工资", "小区停水了", "手机被偷了", "想问下医保怎么报"]
)
def test_不是执法事项说得出归哪里(finder, said):
    found = finder.find(said)
    assert (found.answer, found.matches) == ("not-an-item", ())
    assert intents()[found.intent]["sentence"]


def test_每个事项都有说法():
    said = {topic for saying in sayings() for topic in saying.topics}
    assert [row["name"] for row in rows("items") if topic_of(row["name"]) not in said] == []


def test_说法不重复归处都有名():
    texts = [saying.text for saying in sayings()]
    assert len(texts) == len(set(texts))
    assert {table["intent"] for table in read_sayings_tables() if "intent" in table} <= set(intents())
    words = [row["said"].lower() for row in read_csv("everyday_words")]
    assert len(words) == len(set(words))
