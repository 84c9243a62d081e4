"""问一问：说出看到的，找到最像的事项；说不准的说不准，不是执法的说不是。"""
# ruff: noqa: N802

import csv
from pathlib import Path

import pytest

from yizhi.law import read_csv
from yizhi.rules.finding import Candidate, Finder

CATALOGUE = Path(__file__).resolve().parents[5] / ".." / "shared" / "data" / "enforcement_items_catalogue.csv"
SAID = [
    ("工地上的渣土堆了好久没清运", {"59"}),
    ("有人私自设了个场子收建筑垃圾", {"60"}),
    ("网吧让小学生进去上网", {"105", "110"}),
    ("网吧通宵营业", {"106", "110"}),
    ("馆子没有食品许可证就开张了", {"137"}),
    ("超市卖过期食品", {"138"}),
    ("卖过期化妆品", {"140"}),
    ("有人在路边砍树", {"52", "53"}),
    ("古树被砍了", {"53"}),
    ("有人卖假种子", {"62", "67"}),
    ("没办执照就开店", {"136"}),
    ("村民占耕地盖房子", {"117", "118", "120", "126"}),
    ("大货车超载上公路", {"26", "27"}),
    ("有人偷偷抽地下水，没批", {"70", "94", "78"}),
    ("河堤上埋坟", {"93"}),
    ("面包车拉客，没有证", {"29", "42", "45"}),
    ("KTV 歌厅点歌系统连到国外", {"116", "113"}),
    ("厂里没有搞安全培训", {"9", "10", "11", "12"}),
]


@pytest.fixture(scope="module")
def finder():
    if not CATALOGUE.exists():
        pytest.skip("参考数据不在旁边")
    with CATALOGUE.open(encoding="utf-8") as file:
        items = [Candidate(row["序号"], row["事项名称"]) for row in csv.DictReader(file)]
    return Finder.of(items, read_csv("everyday_words"))


@pytest.mark.shared
@pytest.mark.parametrize(("said", "meant"), SAID, ids=[said for said, _ in SAID])
def test_第一个就是(finder, said, meant):
    found = finder.find(said)
    assert found.matches[0].code in meant, found.matches
    assert found.answer == "item"
    assert found.matches[0].words


@pytest.mark.shared
@pytest.mark.parametrize("said", ["补办身份证", "邻居打麻将太吵", "老板欠工资", "小区停水了", "", "嗯", "🙂🙂"])
def test_不是执法事项或者说不准(finder, said):
    found = finder.find(said)
    assert found.answer != "item"


def test_河边倒建筑垃圾先想到建筑垃圾():
    names = {
        "a": "个人擅自倾倒、堆放建筑垃圾",
        "b": "在江河、湖泊、水库、运河、渠道内弃置、堆放阻碍行洪的物体",
        "c": "施工单位未及时清运建筑垃圾",
    }
    finder = Finder.of([Candidate(code, name) for code, name in names.items()], read_csv("everyday_words"))
    found = finder.find("有人在河边倒建筑垃圾")
    assert found.matches[0].code == "a"
    assert set(found.matches[0].words) >= {"倒", "建筑垃圾"}


def test_很长的话不拖慢也不出错(finder):
    assert finder.find("河" * 5_000_000).answer in {"unsure", "item"}


def test_用语表没有重复():
    words = [row["said"].lower() for row in read_csv("everyday_words")]
    assert len(words) == len(set(words))
