"""找对人的排序：学过的说法、没学过的事项、本县自己加的说法、不是执法的话。用一张小表和一个只数字的假编码。"""
# ruff: noqa: N802

import numpy as np
import pytest

from yizhi.rules.finding import Candidate, Ear, Example, Finder, Phrases, learn, read_sayings, rows_of

SYLLABLES = [
    {"syllable": "ba", "characters": "吧巴把"},
    {"syllable": "zheng", "characters": "证正"},
    {"syllable": "kan", "characters": "砍坎"},
    {"syllable": "shu", "characters": "树竖"},
]
EVERYDAY = [
    {"said": "网咖", "statutory": "互联网上网服务营业场所", "role": "place"},
    {"said": "娃娃", "statutory": "未成年人", "role": "actor"},
]
TABLES = [
    {"items": ["擅自砍伐城市树木"], "said": "有人砍树\n锯了路边的树\n树被放倒了"},
    {"items": ["砍伐古树名木", "擅自砍伐城市树木"], "said": "古树被砍\n百年老树遭锯了"},
    {"items": ["网吧接纳未成年人的处罚"], "said": "网吧让小孩进去\n网吧收学生"},
    {"intent": "fire", "said": "着火了\n房子烧起来了"},
    {"intent": "labour", "said": "老板欠工资\n工钱没结"},
]
ITEMS = [
    Candidate("1", "擅自砍伐城市树木"),
    Candidate("2", "砍伐古树名木"),
    Candidate("3", "对网吧接纳未成年人行为的行政处罚"),
    Candidate("4", "河道内挖砂", "没有许可就在河里挖砂"),
]


def encode(texts):
    """每个字落在一格里：没有意义，只够试排序。"""
    rows = np.zeros((len(texts), 64), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for char in text:
            row[ord(char) % 64] += 1
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)


@pytest.fixture(scope="module")
def make():
    ear, sayings = Ear.of(SYLLABLES, EVERYDAY), read_sayings(TABLES)
    texts = [each.text for each in sayings]
    model = learn(rows_of([ear.features(text) for text in texts], encode(texts)), sayings)
    return lambda examples=(), items=ITEMS: Finder(items, model, ear, encode, Phrases.of(sayings), examples)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        pytest.param("路边的树被人锯了", "1", id="换个说法"),
        pytest.param("百年古树被砍", "2", id="近邻中更合的"),
        pytest.param("网巴让小孩进去", "3", id="错字同音"),
        pytest.param("河里挖砂", "4", id="没学过的事项按名称和情形"),
    ],
)
def test_第一个就是(make, said, code):
    found = make().find(said)
    assert (found.answer, found.matches[0].code) == ("item", code)


def test_说出对上的词(make):
    assert "古树" in "".join(make().find("村口古树被砍了").matches[0].words)


def test_不是执法事项不列事项说出归哪里(make):
    found = make().find("老板欠工资")
    assert (found.answer, found.matches, found.intent) == ("not-an-item", (), "labour")


@pytest.mark.parametrize("said", ["", "嗯", "🙂🙂", "　，。"])
def test_没有说什么就说不准(make, said):
    assert make().find(said).answer == "unsure"


def test_本县加的说法马上有用(make):
    assert make().find("甩泡泡糖").answer != "item"
    found = make([Example("甩泡泡糖", code="4")]).find("甩泡泡糖")
    assert (found.answer, found.matches[0].code) == ("item", "4")


def test_本县说了不是执法的就不是(make):
    found = make([Example("树被放倒了挡路请来清", intent="fire")]).find("树被放倒了挡路请来清")
    assert (found.answer, found.intent) == ("not-an-item", "fire")


def test_名称只差几个字的事项用学过的说法(make):
    found = make(items=[Candidate("9", "擅自砍伐城市的树木的行政处罚")]).find("路边的树被人锯了")
    assert found.matches[0].code == "9"


def test_没有事项时不出错(make):
    assert make(items=[]).find("有人砍树").answer in {"unsure", "not-an-item"}


def test_很长的话不拖慢也不出错(make):
    assert make().find("河" * 5_000_000).answer in {"unsure", "not-an-item", "item"}
