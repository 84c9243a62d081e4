"""回避 Who decides it, and that a reviewer without an officer's number can be kept out too."""

import pytest

from yizhi.rules.procedure.tests.case_file import POINTS, CaseFile, concluded, only, opened

GRANTED = {"recusal_granted": True, "reason": "与当事人是近亲属"}


@pytest.mark.parametrize(
    ("rank", "by", "found"),
    [
        pytest.param("head", "together", [], id="主要负责人由集体讨论"),
        pytest.param("head", "deputy", ["recusal-decider-wrong"], id="主要负责人不由一名负责人"),
        pytest.param("deputy", "head", [], id="其他负责人由主要负责人"),
        pytest.param("deputy", "together", ["recusal-decider-wrong"], id="其他负责人不由集体讨论"),
        pytest.param("other", "deputy", [], id="其他人员由负责人"),
        pytest.param("other", None, ["recusal-decider-missing"], id="没有写由谁决定"),
        pytest.param(None, "deputy", ["recusal-decider-missing"], id="没有写是谁"),
    ],
)
def test_decider_in_market_cases(ordinary: CaseFile, rank: str | None, by: str | None, found: list[str]):
    case = opened(ordinary.with_(domain="市场监管"))
    told = {key: value for key, value in {"recusal_rank": rank, "recusal_by": by}.items() if value}
    assert case.try_("decide_recusal", "2026-03-05T09:00", recusal_of=["甲"], **GRANTED, **told) == found


def test_other_domains_do_not_ask_for_the_decider(ordinary: CaseFile):
    assert opened(ordinary).try_("decide_recusal", "2026-03-05T09:00", recusal_of=["甲"], **GRANTED) == []


def test_a_recusal_names_somebody(ordinary: CaseFile):
    assert opened(ordinary).try_("decide_recusal", "2026-03-05T09:00", **GRANTED) == ["recusal-of-nobody"]


def test_reviewer_without_an_officers_number_stays_out(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    case.do("decide_recusal", "2026-03-17T10:00", recusal_of_staff=["丙"], **GRANTED)
    facts = {**POINTS, "outcome": "agree", "reviewer_opinion": "同意"}
    assert only(case, "review_legality", "2026-03-18T09:00", "officer-recused", **facts).about == "丙"
    case.do("decide_recusal", "2026-03-18T10:00", recusal_of_staff=["丙"], recusal_granted=False, reason="查明不是")
    assert case.try_("review_legality", "2026-03-19T09:00", **facts) == []
