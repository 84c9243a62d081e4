"""大写金额、条款、日期 Amounts in capitals, articles, dates."""

import datetime
from decimal import Decimal

import pytest

from yizhi.desk.papers.chinese_numbers import amount_in_capitals, article_in_chinese, chinese_number, date_in_chinese
from yizhi.desk.papers.wording import written_fact
from yizhi.rules.refusal import BadInput


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("1.05", "壹元零伍分"),
        ("10", "壹拾元整"),
        ("100", "壹佰元整"),
        ("101", "壹佰零壹元整"),
        ("200.00", "贰佰元整"),
        ("800", "捌佰元整"),
        ("1001", "壹仟零壹元整"),
        ("3000", "叁仟元整"),
        ("10001", "壹万零壹元整"),
        ("10100", "壹万零壹佰元整"),
        ("100000", "壹拾万元整"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("10000000", "壹仟万元整"),
        ("100000001", "壹亿零壹元整"),
        ("100010000", "壹亿零壹万元整"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_amounts_in_capitals(amount, words):
    assert amount_in_capitals(amount) == words
    assert amount_in_capitals(Decimal(amount)) == words


@pytest.mark.parametrize(
    "amount",
    ["-1", "0.001", "八百", "", "NaN", "Infinity", "1000000000000"],
    ids=["负数", "三位小数", "汉字", "空", "非数", "无穷", "过大"],
)
def test_amounts_that_cannot_be_written(amount):
    with pytest.raises(BadInput):
        amount_in_capitals(amount)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (12, "十二"), (101, "一百零一"), (1169, "一千一百六十九"), (10010, "一万零一十")],
)
def test_ordinary_numerals(number, words):
    assert chinese_number(number) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("第42条", "第四十二条"),
        ("第52条第1款第3项", "第五十二条第一款第三项"),
        ("第17条之一", "第十七条之一"),
        ("罚款800元", "罚款800元"),
    ],
)
def test_articles(written, words):
    assert article_in_chinese(written) == words


def test_dates_without_leading_zeros_and_moments_to_the_minute():
    assert date_in_chinese(datetime.date(2026, 9, 5)) == "2026年9月5日"
    assert date_in_chinese(datetime.datetime(2026, 9, 5, 14, 5)) == "2026年9月5日14时05分"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("fine_yuan", "800.00", "800"),
        ("fine_yuan", "800.5", "800.50"),
        ("disclosed", False, "否"),
        ("service_method", "left", "留置送达"),
        ("review_triggers", ["complex", "public_interest"], "案件情况疑难复杂、涉及多个法律关系；涉及重大公共利益"),
        ("attendees", ["甲例", "乙例"], "甲例、乙例"),
        ("correct_by", "2026-09-20", "2026年9月20日"),
    ],
    ids=["整元", "带角", "否", "选项", "多选", "人员", "日期"],
)
def test_facts_are_written_by_their_kind(key, value, words):
    assert written_fact(key, value) == words
