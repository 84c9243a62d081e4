"""引注的写法随机组合：读出来的与写的一样；什么文字都不出错，写了的条款不会没有声响地丢掉。"""
# ruff: noqa: N802

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from yizhi.rules.citing import read_bases, write_number

LAWS = ("中华人民共和国示意法", "示意管理条例", "示意省实施〈示意法〉办法", "示意规定（试行）")
NUMBERS = st.integers(1, 320)
SMALL = st.integers(1, 12)


def numeral(draw, value):
    written = draw(st.sampled_from((write_number(value), str(value))))
    return written if draw(st.booleans()) else written.translate(str.maketrans("0123456789", "０１２３４５６７８９"))


@st.composite
def articles(draw):
    """一条、一款、一项，各种写法；返回（写的，应当读出的）。"""
    number = draw(NUMBERS)
    paragraph, item = draw(st.none() | SMALL), draw(st.none() | SMALL)
    said, meant = f"第{numeral(draw, number)}条", f"第{write_number(number)}条"
    if paragraph:
        said, meant = f"{said}第{numeral(draw, paragraph)}款", f"{meant}第{write_number(paragraph)}款"
    if item:
        form = draw(st.sampled_from(("第（{}）项", "第({})项", "第{}项")))
        said, meant = said + form.format(numeral(draw, item)), f"{meant}第（{write_number(item)}）项"
    return said, meant


@st.composite
def cells(draw):
    """一格里几部法、几条，隔开的符号、版本的说法、编号各不相同。"""
    said, meant = [], []
    for number, law in enumerate(draw(st.lists(st.sampled_from(LAWS), min_size=1, max_size=3, unique=True)), 1):
        listed = draw(st.lists(articles(), min_size=1, max_size=3, unique_by=lambda each: each[1]))
        version = draw(
            st.sampled_from(
                ("", "（2021年修订）", "(2019年修正)", "（国务院令第593号）", "（2017年11月4日第五次修正）")
            )
        )
        head = draw(st.sampled_from(("", f"{number}.", "【法律】", "依据：", f"（{number}）")))
        said.append(f"{head}《{law}》{version}" + draw(st.sampled_from("、,，")).join(each for each, _ in listed))
        name = law.replace("（", "(").replace("）", ")")
        meant += [f"《{name}》{each}" for _, each in listed]
    return draw(st.sampled_from(("；", ";", "\n", "。"))).join(said), meant


@settings(max_examples=150, deadline=None)
@given(cells())
def test_怎样写都读成一样的(cell):
    said, meant = cell
    read = read_bases(said)
    assert [str(basis) for basis in read.bases] == meant, said
    assert read.unread == (), said


PIECES = st.sampled_from(
    [
        "《",
        "》",
        "示意法",
        "条例",
        "第",
        "十",
        "3",
        "条",
        "款",
        "项",
        "（",
        "）",
        "、",
        "；",
        "：",
        "至",
        "之一",
        "\n",
        " ",
        "据说",
        "本法",
        "2021",
        "年修订",
        "||",
        "①",
        "𠮷",
        "\x00",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_什么文字都读得完写了的条不丢(text):
    read, text = read_bases(text), unicodedata.normalize("NFKC", text)
    kept = " ".join([*map(str, read.bases), *read.unread])
    before = text.split(":")[0]
    for number in re.findall(r"第(十)条", before):
        assert f"第{number}条" in kept or "至" in text, (text, read)
    for name in re.findall(r"《([^《》]+)》", before):
        assert "".join(name.split())[:2] in "".join(kept.split()), (text, read)
