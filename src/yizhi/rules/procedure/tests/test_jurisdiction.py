"""管辖 While two bodies differ nobody decides; agreed or designated, the case goes on or over."""

from datetime import date

import pytest

from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.limits import limit_of
from yizhi.rules.procedure.tests.case_file import LEAD, CaseFile, notified, opened

DISPUTE = {"other_body": "相邻镇人民政府", "disputed_on": "2026-03-24", "dispute_detail": "河岸归谁管"}
TALKED = {"present_people": ["甲", "对方"]}
ASKED = {"superior_kind": "superior", "superior": "示意市人民政府", "reason": "协商不成"}


def disputed(case: CaseFile) -> CaseFile:
    return notified(case).do("waive_defence", "2026-03-24T09:00").do("raise_dispute", "2026-03-24T10:00", **DISPUTE)


def test_no_decision_while_it_is_open(ordinary: CaseFile):
    case = disputed(ordinary)
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["dispute-open"]
    assert case.try_("raise_dispute", "2026-03-25T09:00", **DISPUTE) == ["dispute-open"]


@pytest.mark.parametrize(
    ("result", "found"),
    [
        pytest.param("ours", [], id="协商归本机关"),
        pytest.param("theirs", ["case-is-theirs"], id="协商归对方"),
        pytest.param("failed", ["dispute-open"], id="协商不成"),
    ],
)
def test_what_was_agreed(ordinary: CaseFile, result: str, found: list[str]):
    case = disputed(ordinary).do("consult_jurisdiction", "2026-03-25T09:00", consult_result=result, **TALKED)
    assert case.try_("decide_penalty", "2026-03-25T10:00") == found


@pytest.mark.parametrize(
    ("to", "found"), [("ours", []), ("theirs", ["case-is-theirs"])], ids=["指定本机关", "指定其他"]
)
def test_what_was_designated(ordinary: CaseFile, to: str, found: list[str]):
    case = disputed(ordinary).do("consult_jurisdiction", "2026-03-25T09:00", consult_result="failed", **TALKED)
    case.do("request_designation", "2026-03-26T09:00", **ASKED)
    told = {"designated_to": to, "designation_number": "示意〔2026〕1号", "result_on": "2026-03-30"}
    case.do("record_designation", "2026-03-30T09:00", **told)
    assert case.try_("decide_penalty", "2026-03-30T10:00") == found
    assert case.try_("consult_jurisdiction", "2026-03-30T11:00", consult_result="ours", **TALKED) == ["dispute-settled"]


def test_nothing_is_laid_before_the_superior_without_a_dispute(ordinary: CaseFile):
    assert opened(ordinary).try_("request_designation", "2026-03-05T09:00", **ASKED) == ["act-missing"]


def test_a_received_case_that_is_designated_away_may_be_passed_on(ordinary: CaseFile):
    case = ordinary.with_(domain="市场监管").do("register_lead", "2026-03-02T09:00", **LEAD | {"source": "transferred"})
    away = {"transfer_to": "演示机关", "reason": "指定管辖"}
    assert case.try_("transfer_case", "2026-03-03T09:00", **away) == ["no-second-transfer"]
    case.do("raise_dispute", "2026-03-03T09:00", **DISPUTE | {"disputed_on": "2026-03-03"})
    case.do("request_designation", "2026-03-04T09:00", **ASKED)
    told = {"designated_to": "theirs", "designation_number": "示意〔2026〕1号", "result_on": "2026-03-05"}
    case.do("record_designation", "2026-03-05T09:00", **told)
    case.do("transfer_case", "2026-03-05T10:00", **away)


@pytest.mark.parametrize(
    ("domain", "due"),
    [
        pytest.param("市场监管", date(2026, 4, 2), id="市场监管七个工作日"),
        pytest.param("住建/城管", date(2026, 4, 2), id="住建七日也是工作日"),
        pytest.param("交通", None, id="交通没有规定天数"),
    ],
)
def test_time_to_agree(ordinary: CaseFile, domain: str, due: date | None):
    case = opened(ordinary.with_(domain=domain)).do("raise_dispute", "2026-03-24T10:00", **DISPUTE)
    limit = limit_of(clock("dispute"), case.state, case.circumstances)
    assert (limit.due.due if limit else None) == due


def test_help_is_asked_for_and_received(ordinary: CaseFile):
    case = opened(ordinary)
    assert case.try_("receive_assistance", "2026-03-05T09:00", assist_result="是耕地", result_on="2026-03-05") == [
        "act-missing"
    ]
    case.do("ask_assistance", "2026-03-05T10:00", assist_body="自然资源局", assist_what="确认土地性质")
    case.do("receive_assistance", "2026-03-10T09:00", assist_result="是耕地", result_on="2026-03-10")
