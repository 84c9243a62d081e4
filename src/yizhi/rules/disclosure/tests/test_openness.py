"""年度数据怎样数、案卷公开怎样答、事前公示差什么：每一行是一种情形。"""
# ruff: noqa: N802

from datetime import date
from decimal import Decimal

import pytest

from yizhi.law import read_toml
from yizhi.rules.disclosure.applications import answer_reasons, extension_reasons, told_to_applicant
from yizhi.rules.disclosure.beforehand import Posted, lacking
from yizhi.rules.disclosure.figures import (
    Penalty,
    penalties_counted,
    publish_reasons,
    report_reasons,
    year_reasons,
)

TABLE = read_toml("disclosure")["yearly"]["tables"][0]["columns"]


def codes(reasons):
    return [reason.code for reason in reasons]


def test_一个决定算一宗_并处的计入最重的一类_数额以决定书为准():
    penalties = [
        Penalty(("warning", "fine"), Decimal("500"), None),
        Penalty(("fine", "confiscation"), Decimal("1000"), Decimal("200")),
        Penalty(("other", "warning"), None, None),
        Penalty((), None, None),
    ]
    told = dict(penalties_counted(TABLE, penalties))
    shown = {label: value for label, value in told.items() if value not in ("0", "0.0000")}
    assert shown == {
        "罚款": "1",
        "没收违法所得、没收非法财物": "1",
        "警告、通报批评": "1",
        "其他行政处罚": "1",
        "合计（宗）": "4",
        "罚没金额（万元）": "0.1700",
    }


@pytest.mark.parametrize(
    ("year", "on", "found"),
    [
        pytest.param(2025, "2025-12-31", ["year-not-over"], id="年底那天还没有过完"),
        pytest.param(2025, "2026-01-01", [], id="元旦起可以统计"),
        pytest.param(1999, "2026-01-01", ["year-not-over"], id="年度写错"),
    ],
)
def test_过完的年度才能统计(year, on, found):
    assert codes(year_reasons(year, date.fromisoformat(on))) == found


@pytest.mark.parametrize(
    ("stage", "fresh", "found"),
    [
        pytest.param("computed", ["甲"], [], id="和现在的记录一样"),
        pytest.param("computed", ["乙"], ["figures-stale"], id="统计以后记录变了"),
        pytest.param("published", ["甲"], ["already-published"], id="已经公开"),
    ],
)
def test_公开的是现在的记录(stage, fresh, found):
    assert codes(publish_reasons(stage, ["甲"], fresh)) == found


@pytest.mark.parametrize(
    ("stage", "domain", "reported", "found"),
    [
        pytest.param("published", "agriculture", False, [], id="农业机关公开以后报送"),
        pytest.param("published", "market", False, ["report-not-asked"], id="别的领域不按这一条"),
        pytest.param("computed", "agriculture", False, ["publish-first"], id="还没有公开"),
        pytest.param("published", "agriculture", True, ["already-reported"], id="已经报送"),
    ],
)
def test_农业机关报送(stage, domain, reported, found):
    assert codes(report_reasons(stage, domain, reported)) == found


@pytest.mark.parametrize(
    ("stage", "facts", "found"),
    [
        pytest.param("received", {"outcome": "withheld"}, [], id="案卷可以不予公开"),
        pytest.param(
            "received", {"outcome": "given"}, ["given-without-words", "question-unanswered"], id="公开没有说明"
        ),
        pytest.param(
            "received",
            {"outcome": "part", "words": "决定书", "third_party": True},
            ["third-party-harmed"],
            id="损害第三方",
        ),
        pytest.param("received", {"outcome": "part", "words": "决定书", "third_party": False}, [], id="写明了可以公开"),
        pytest.param("answered", {"outcome": "withheld"}, ["already-answered"], id="已经答复"),
    ],
)
def test_答复案卷公开申请(stage, facts, found):
    assert codes(answer_reasons(stage, facts)) == found


def test_不予公开的答复写明条文():
    assert "第十六条第二款" in told_to_applicant("withheld", "")
    assert told_to_applicant("part", "公开决定书") == "您申请的信息部分公开：公开决定书"


@pytest.mark.parametrize(
    ("stage", "extended", "days", "found"),
    [
        pytest.param("received", False, 20, [], id="二十个工作日"),
        pytest.param("received", False, 21, ["extension-too-long"], id="二十一个工作日太长"),
        pytest.param("received", False, 0, ["extension-too-long"], id="零天"),
        pytest.param("received", True, 5, ["not-extended-again"], id="只能一次"),
        pytest.param("answered", False, 5, ["not-extended-again"], id="已经答复"),
    ],
)
def test_延长答复期限(stage, extended, days, found):
    assert codes(extension_reasons(stage, extended, {"workdays": days})) == found


@pytest.mark.parametrize(
    ("more", "about"),
    [
        pytest.param({}, [], id="齐"),
        pytest.param({"phone": ""}, ["phone"], id="没有电话"),
        pytest.param({"review_body": ""}, ["parent"], id="没有复议机关"),
        pytest.param({"review_body": "", "government": True, "items": False}, [], id="人民政府自己不用写"),
        pytest.param({"court": "", "items": False}, ["court", "items"], id="没有法院和事项"),
    ],
)
def test_事前公示差什么(more, about):
    told = {"name": "甲", "phone": "1", "address": "2", "review_body": "3", "court": "4", "items": True}
    assert [reason.about for reason in lacking(Posted(**{**told, **more}))] == about
