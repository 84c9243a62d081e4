"""较大数额 The sum from which on a hearing is offered, by the standard that the county entered."""

from dataclasses import replace
from decimal import Decimal

import pytest

from yizhi.rules.procedure.hearing_sum import HearingSum
from yizhi.rules.procedure.tests.case_file import CaseFile, approved, only

PROVINCE = HearingSum(Decimal(2000), Decimal(20000), True, "演示标准")


@pytest.mark.parametrize(
    ("standard", "party", "fine", "found"),
    [
        pytest.param(PROVINCE, "individual", "1999.99", [], id="个人不到标准"),
        pytest.param(PROVINCE, "individual", "2000.00", ["hearing-right-missing"], id="个人正好，以上含本数"),
        pytest.param(replace(PROVINCE, inclusive=False), "individual", "2000.00", [], id="个人正好，超过不含本数"),
        pytest.param(
            replace(PROVINCE, inclusive=False), "individual", "2000.01", ["hearing-right-missing"], id="超过一分"
        ),
        pytest.param(PROVINCE, "self_employed", "2000.00", ["hearing-right-missing"], id="个体工商户按个人从严"),
        pytest.param(PROVINCE, "organisation", "19999.99", [], id="单位不到标准"),
        pytest.param(
            replace(PROVINCE, confirmed=False), "individual", "2000.00", ["hearing-right-missing"], id="未确认从严"
        ),
        pytest.param(None, "individual", "2000.00", [], id="没有录入标准，写明理由"),
    ],
)
def test_large_sum_by_the_standard_of_the_county(
    ordinary: CaseFile, standard: HearingSum | None, party: str, fine: str, found: list[str]
):
    case = approved(ordinary.with_(party_kind=party, hearing_sum=standard))
    facts = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "1", "proposed_fine_yuan": fine}
    assert case.try_("prior_notice", "2026-03-20T11:00", **facts) == found


def test_unconfirmed_standard_says_so(ordinary: CaseFile):
    case = approved(ordinary.with_(hearing_sum=replace(PROVINCE, confirmed=False)))
    reason = only(case, "prior_notice", "2026-03-20T11:00", "hearing-sum-in-use", hearing_told=True)
    assert "未确认" in reason.sentence and "2000元以上" in reason.sentence and reason.severity == "note"
