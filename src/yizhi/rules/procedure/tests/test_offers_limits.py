"""现在可以做 What is offered, what is shown ahead of time, and which limits run."""

from datetime import date, datetime

from yizhi.rules.procedure import limits, offers
from yizhi.rules.procedure.limits import Limit
from yizhi.rules.procedure.tests.case_file import (
    INQUIRY,
    LEAD,
    POINTS,
    SERVED,
    CaseFile,
    approved,
    concluded,
    notified,
    opened,
)


def offered(case: CaseFile, now: str):
    return offers(case.procedure, case.state, case.with_(now=datetime.fromisoformat(now)).circumstances)


def running(case: CaseFile, now: str) -> dict[str, Limit]:
    found = limits(case.state, case.with_(now=datetime.fromisoformat(now)).circumstances)
    return {limit.id: limit for limit in found}


def test_empty_dossier_offers_the_registration(ordinary: CaseFile):
    first = offered(ordinary, "2026-03-02T09:00")[0]
    assert first.act.kind == "register_lead" and first.allowed and not first.ahead


def test_empty_summary_dossier_offers_the_certificates(summary: CaseFile):
    found = offered(summary, "2026-03-02T09:00")
    assert found[0].act.kind == "show_credentials" and found[0].allowed
    assert [offer.act.kind for offer in found if offer.ahead] == ["decide_on_spot"]


def test_next_act_comes_first_and_names_its_last_day(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    assert offered(ordinary, "2026-03-03T09:00")[0].act.kind == "assess_lead"
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    first = offered(ordinary, "2026-03-03T10:00")[0]
    assert first.act.kind == "open_case" and first.limit and first.limit.due.due == date(2026, 3, 23)


def test_approved_case_offers_the_notice_and_shows_the_decision_ahead(ordinary: CaseFile):
    case = approved(ordinary)
    found = offered(case, "2026-03-23T09:00")
    assert found[0].act.kind == "prior_notice" and found[0].allowed
    ahead = {offer.act.kind: [reason.code for reason in offer.reasons] for offer in found if offer.ahead}
    assert ahead["decide_penalty"][:1] == ["act-missing"] and "notice-missing" in ahead["decide_penalty"]
    assert "act-out-of-order" not in ahead["decide_penalty"]


def test_a_notice_that_was_given_is_not_the_likely_next_act_again(ordinary: CaseFile):
    found = offered(notified(ordinary), "2026-03-24T09:00")
    likely = [offer.act.kind for offer in found if offer.likely]
    assert "prior_notice" in {offer.act.kind for offer in found}
    assert likely[0] == "hear_defence" and "prior_notice" not in likely


def test_what_was_done_is_not_offered_again(ordinary: CaseFile):
    kinds = {offer.act.kind for offer in offered(opened(ordinary), "2026-03-05T09:00")}
    assert "open_case" not in kinds and "tell_rights" in kinds


def test_decision_waits_for_the_defence(ordinary: CaseFile):
    case = notified(ordinary)
    decide = next(offer for offer in offered(case, "2026-03-24T09:00") if offer.act.kind == "decide_penalty")
    assert not decide.allowed and [reason.code for reason in decide.reasons] == ["defence-period-running"]
    assert next(offer for offer in offered(case, "2026-03-31T09:00") if offer.act.kind == "decide_penalty").allowed


def test_archived_offers_nothing(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD).do(
        "assess_lead", "2026-03-03T09:00", finding="无", proposal="不"
    )
    ordinary.do("reject_lead", "2026-03-04T09:00", reason="没有违法事实").do("archive_case", "2026-03-05T09:00")
    assert offered(ordinary, "2026-03-06T09:00") == ()


def test_clock_of_the_case_with_a_test(ordinary: CaseFile):
    """Opened on 4 March; tested from 6 to 27 March: 21 days not counted, so the ninety end 21 days later."""
    case = opened(ordinary)
    assert running(case, "2026-03-05T09:00")["decision"].due.due == date(2026, 6, 2)
    test = {"test_ground": "检测", "test_body": "演示机构", "test_subject": "含不含石棉", "evidence": ["a"]}
    case.do("entrust_test", "2026-03-06T09:00", **test)
    assert running(case, "2026-03-07T09:00")["decision"].due.error == "still-suspended"
    case.do("receive_test", "2026-03-27T09:00", test_result="不含", evidence=["b"])
    limit = running(case, "2026-03-28T09:00")["decision"]
    assert limit.due.due == date(2026, 6, 23) and [claim.accepted for claim in limit.due.suspended] == [True]
    extension = {"extension_days": 30, "extension_reason": "复杂", "extension_by": "负责人"}
    case.do("extend_case", "2026-03-30T09:00", **extension)
    assert running(case, "2026-03-30T10:00")["decision"].due.due == date(2026, 7, 23)


def test_transport_shows_the_suspension_and_does_not_count_it(ordinary: CaseFile):
    case = opened(ordinary.with_(domain="交通"))
    case.do("suspend_investigation", "2026-03-06T09:00", suspend_ground="force_majeure", reason="洪水")
    limit = running(case, "2026-03-07T09:00")["decision"]
    assert limit.due.due == date(2026, 6, 2) and limit.due.codes == ("suspension-not-allowed",)


def test_limits_are_met_and_the_next_begins(ordinary: CaseFile):
    case = concluded(ordinary.with_(domain="农业")).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    found = running(case, "2026-03-18T09:00")
    assert found["assessment"].met_on == date(2026, 3, 4) and found["review"].due.due == date(2026, 3, 24)
    assert "case_review" not in found
    case.do("review_legality", "2026-03-20T09:00", outcome="agree", reviewer_opinion="同意", **POINTS)
    assert running(case, "2026-03-20T10:00")["review"].met_on == date(2026, 3, 20)


def test_limits_after_the_decision(ordinary: CaseFile):
    case = notified(ordinary.with_(domain="市场监管")).do("waive_defence", "2026-03-24T09:00")
    case.do("decide_penalty", "2026-03-25T09:00")
    found = running(case, "2026-03-26T09:00")
    assert found["decision"].met_on == date(2026, 3, 25)
    assert found["service"].due.due == date(2026, 4, 3)
    assert found["disclosure"].due.due == date(2026, 4, 3)
    assert found["market_disclosure"].due.due == date(2026, 4, 23)
    case.do("serve_decision", "2026-04-01T10:00", served_on="2026-04-01", **SERVED)
    found = running(case, "2026-04-02T09:00")
    assert found["payment"].due.due == date(2026, 4, 16) and "closing" not in found
    case.do("record_payment", "2026-04-10T09:00", paid_yuan="800.00", paid_on="2026-04-10")
    assert running(case, "2026-04-10T10:00")["closing"].due.due == date(2026, 5, 6)


def test_fold_is_the_same_every_time_and_keeps_foreign_entries(ordinary: CaseFile):
    case = opened(ordinary).do("inquire", "2026-03-05T10:05", **INQUIRY)
    foreign = case.entries[0].__class__(
        "x", "attach_evidence", datetime.fromisoformat("2026-03-05T11:00"), facts={"a": 1}
    )
    case.entries.append(foreign)
    assert case.state == case.state
    assert case.state.stage == "investigation" and case.state.has("attach_evidence")


def test_what_the_acts_own_page_asks_is_no_reason_not_to_offer_it(ordinary: CaseFile):
    case = opened(ordinary).with_(domain="市场监管")
    found = {offer.act.kind: offer for offer in offered(case, "2026-03-05T09:00")}
    assert found["inquire"].allowed and found["examine_evidence"].allowed
    assert {reason.code for reason in found["seal_property"].reasons} <= {"report-due"}
