"""违法所得 Gains are confiscated whole, returned to whom they belong, or the decision says why not."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import CaseFile, approved, notified, only

NOTICE = {
    "hearing_told": False,
    "hearing_reason": "数额不大",
    "contact_phone": "0838-0000000",
    "proposed_penalty": "罚款800元",
}


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        pytest.param({}, True, id="有违法所得，没有没收"),
        pytest.param({"proposed_penalty_kinds": ["fine", "confiscation"]}, True, id="选了没收，没有写数额"),
        pytest.param(
            {"proposed_penalty_kinds": ["fine", "confiscation"], "proposed_confiscation_yuan": "2999.99"},
            True,
            id="少一分",
        ),
        pytest.param(
            {"proposed_penalty_kinds": ["fine", "confiscation"], "proposed_confiscation_yuan": "3000.00"},
            False,
            id="全部没收",
        ),
        pytest.param(
            {"proposed_penalty_kinds": ["fine", "confiscation"], "proposed_confiscation_yuan": "5000.00"},
            False,
            id="连同非法财物",
        ),
        pytest.param({"gains_returned": "已退还买受人3000元，收条在卷"}, False, id="已经退赔"),
        pytest.param({"gains_kept_reason": "依规定不计入违法所得"}, False, id="写明不没收的理由"),
    ],
)
def test_notice(ordinary: CaseFile, facts: dict[str, Any], refused: bool):
    case = approved(ordinary, illegal_gains_yuan="3000.00")
    assert ("gains-not-confiscated" in case.try_("prior_notice", "2026-03-20T11:00", **NOTICE | facts)) == refused


def test_no_gains_nothing_to_confiscate(ordinary: CaseFile):
    assert approved(ordinary.with_()).try_("prior_notice", "2026-03-20T11:00", **NOTICE) == []
    assert (
        approved(ordinary.with_(), illegal_gains_yuan="0.00").try_("prior_notice", "2026-03-20T11:00", **NOTICE) == []
    )


def test_what_the_notice_returned_the_decision_knows(ordinary: CaseFile):
    case = notified(ordinary.with_()).do("waive_defence", "2026-03-24T09:00")
    reason = only(case, "decide_penalty", "2026-03-25T09:00", "gains-not-confiscated", illegal_gains_yuan="100.00")
    assert reason.article == "行政处罚法 第28条第2款"
    told = notified(ordinary.with_(), illegal_gains_yuan="100.00", gains_returned="已退还").do(
        "waive_defence", "2026-03-24T09:00"
    )
    told.do("decide_penalty", "2026-03-25T09:00")
    assert told.state.known("gains_returned") == "已退还"
