"""市场监管处罚信息的公示期：从公示那天起，满三年或者满三个月。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.law import read_csv, read_rules
from yizhi.rules.calendar import Calendar
from yizhi.rules.disclosure import Doing, PublicRecord, against
from yizhi.rules.disclosure.market import shown_until, warning_only
from yizhi.rules.disclosure.redacting import Known
from yizhi.rules.table import RuleTable

TABLE, CALENDAR = RuleTable.of(read_rules()), Calendar.of(read_csv("calendar"))


@pytest.mark.parametrize(
    ("kinds", "domain", "lower", "on", "until"),
    [
        pytest.param(["fine"], "market", False, "2026-06-29", "2029-06-29", id="一般罚款三年"),
        pytest.param(["fine"], "market", True, "2026-06-29", "2026-09-29", id="较低数额罚款三个月"),
        pytest.param(["criticism"], "market", False, "2026-11-30", "2027-02-28", id="通报批评三个月_月末"),
        pytest.param(["criticism", "fine"], "market", False, "2026-06-29", "2029-06-29", id="通报批评并处较高罚款"),
        pytest.param(["fine", "confiscation"], "market", True, "2026-06-29", "2029-06-29", id="并处没收的三年"),
        pytest.param(["stop_business"], "market", True, "2028-02-29", "2031-02-28", id="闰日公示"),
        pytest.param(["fine"], "general", True, "2026-06-29", None, id="别的领域没有写"),
    ],
)
def test_公示到哪一天(kinds, domain, lower, on, until):
    found = shown_until(kinds, domain, date.fromisoformat(on), lower_fine=lower, table=TABLE, calendar=CALENDAR)
    assert (found and found.isoformat()) == until


@pytest.mark.parametrize(
    ("on", "over"),
    [
        pytest.param("2026-09-29", False, id="最后一天还公示"),
        pytest.param("2026-09-30", True, id="第二天停止"),
    ],
)
def test_届满停止公示(on, over):
    assert PublicRecord(shown_until=date(2026, 9, 29)).stopped(date.fromisoformat(on)) is over


@pytest.mark.parametrize(
    ("kinds", "domain", "facts", "codes"),
    [
        pytest.param(["warning"], "market", {}, ["warning-only"], id="只受警告的不公示"),
        pytest.param(["warning"], "market", {"warning_ground": "示例法第九条"}, [], id="另有规定的写明"),
        pytest.param(["warning"], "general", {}, [], id="别的领域的警告"),
        pytest.param(["warning", "fine"], "market", {"lower_fine": False}, [], id="警告并处罚款"),
        pytest.param(["fine"], "market", {}, ["lower-fine-unsaid"], id="没有认定是不是较低数额"),
        pytest.param(["fine"], "general", {}, [], id="别的领域不问"),
    ],
)
def test_审查时问什么(kinds, domain, facts, codes):
    state = PublicRecord(columns={"title": "甲"}, drafted_by="jia")
    doing = Doing(on=date(2026, 6, 29), actor="bing", known=Known(), domain=domain, kinds=kinds)
    answers = {"endangers": False, "third_party": False, **facts}
    assert [reason.code for reason in against(state, "publish_disclosure", answers, doing)] == codes
    assert warning_only(kinds, domain) is (codes == ["warning-only"] or "warning_ground" in facts)


def test_拟稿的人不能自己审查():
    state = PublicRecord(columns={"title": "甲"}, drafted_by="jia")
    doing = Doing(on=date(2026, 6, 29), actor="jia", known=Known())
    answers = {"endangers": False, "third_party": False}
    assert [reason.code for reason in against(state, "publish_disclosure", answers, doing)] == ["own-draft"]
