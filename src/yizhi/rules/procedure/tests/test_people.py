"""人员 Two officers, handlers, recusal, roles, and the authority answer passed on."""

import pytest

from yizhi.rules.procedure.tests.case_file import (
    INQUIRY,
    LEAD,
    CaseFile,
    only,
    opened,
)
from yizhi.rules.refusal import Reason


@pytest.mark.parametrize("officers", [(), ("甲",), ("甲", "甲")], ids=["无人", "一人", "同一人两次"])
def test_two_officers_ask(ordinary: CaseFile, officers: tuple[str, ...]):
    assert opened(ordinary).try_("inquire", "2026-03-05T10:05", officers, **INQUIRY) == ["officers-too-few"]


def test_two_accounts_of_one_officer_are_one(ordinary: CaseFile):
    case = opened(ordinary).with_(officer_of={"甲的账号": "甲"})
    assert case.try_("inquire", "2026-03-05T10:05", ("甲", "甲的账号"), **INQUIRY) == ["officers-too-few"]


def test_one_handler_is_not_enough(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    found = ordinary.try_("open_case", "2026-03-04T09:00", handlers=["甲"], grounds="有证据")
    assert found == ["officers-too-few"]


def test_authority_answer_is_passed_on(ordinary: CaseFile):
    said = Reason("conferral-not-published", "没有公布。", "行政处罚法 第24条", cure="公布。")
    case = opened(ordinary).with_(authority=(said,))
    assert case.judge("inquire", "2026-03-05T10:05", **INQUIRY) == (said,)


def test_recused_officer_takes_no_part(ordinary: CaseFile):
    case = opened(ordinary).do(
        "decide_recusal", "2026-03-05T09:00", recusal_of=["乙"], recusal_granted=True, reason="亲属"
    )
    assert only(case, "inquire", "2026-03-05T10:05", "officer-recused", **INQUIRY).about == "乙"
    case.do("change_handlers", "2026-03-05T11:00", handlers=["甲", "庚"], reason="回避")
    case.do("inquire", "2026-03-05T12:00", ("甲", "庚"), **INQUIRY)
    assert case.state.handlers == ("甲", "庚")


def test_recusal_not_granted_stops_nothing(ordinary: CaseFile):
    case = opened(ordinary).do(
        "decide_recusal", "2026-03-05T09:00", recusal_of=["乙"], recusal_granted=False, reason="无利害关系"
    )
    case.do("inquire", "2026-03-05T10:05", **INQUIRY)


def test_role(ordinary: CaseFile):
    case = opened(ordinary).with_(roles=frozenset(["approver"]))
    assert case.try_("inquire", "2026-03-05T10:05", **INQUIRY) == ["role-not-allowed"]
