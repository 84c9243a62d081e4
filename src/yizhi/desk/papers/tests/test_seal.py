"""印章 Only an authority body has a seal, and a test seal says 测试."""

import subprocess
from xml.etree import ElementTree

import pytest

from yizhi.desk.papers.rendering import preview, render
from yizhi.desk.papers.seal import draw_test_seal
from yizhi.rules.refusal import Refusal

from .paper_samples import town_case


def letters(svg: str) -> str:
    return "".join(node.text or "" for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text"))


@pytest.mark.parametrize(
    "name",
    [
        "广汉市连山镇人民政府",
        "广汉市综合行政执法局",
        "广汉市人民政府雒城街道办事处",
        "四川省广汉市三星堆国家文物保护利用示范区管理委员会",
    ],
    ids=["镇", "局", "街道", "很长的名称"],
)
def test_the_seal_bears_the_full_name_and_the_word_test(name):
    svg = draw_test_seal(name)
    assert letters(svg) == f"{name}测试"
    assert draw_test_seal(name) == svg


def test_angle_brackets_in_a_name_make_no_tag():
    assert letters(draw_test_seal("甲<b>机关")) == "甲<b>机关测试"


@pytest.mark.parametrize(
    "name",
    ["三星堆片区综合行政执法队", "天府旌城南片区综合行政执法队", "连山镇综合行政执法队"],
    ids=["片区队", "另一片区队", "镇执法队"],
)
@pytest.mark.parametrize("make", ["章", "签发", "草稿"])
def test_a_team_neither_signs_nor_seals(name, make):
    data = town_case()
    data["body"] = {**data["body"], "name": name}
    ways = {
        "章": lambda: draw_test_seal(name),
        "签发": lambda: render("penalty-decision", data),
        "草稿": lambda: preview("penalty-decision", data),
    }
    with pytest.raises(Refusal) as refused:
        ways[make]()
    assert refused.value.first.code == "team-cannot-sign"
    assert refused.value.first.cure


def test_an_issued_paper_shows_the_test_mark():
    text = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=render("penalty-decision", town_case()), capture_output=True, check=True
    ).stdout.decode()
    assert "测试" in text.replace(" ", "").replace("\n", "")


def test_a_paper_without_seal_has_none():
    text = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=render("inquiry-record", town_case()), capture_output=True, check=True
    ).stdout.decode()
    assert "测" not in text
