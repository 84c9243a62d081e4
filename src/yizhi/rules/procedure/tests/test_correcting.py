"""补正、更正 A slip in a decision paper is put right by a paper of its own, not by a second decision."""

from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, notified, only, served

SLIP = {"error_kind": "slip", "error_text": "锦花材", "corrected_text": "锦花村"}


def test_slip_is_put_right_and_served(ordinary: CaseFile):
    case = served(ordinary).do("correct_decision", "2026-03-27T09:00", **SLIP)
    case.do("serve_corrected", "2026-03-27T15:00", served_on="2026-03-27", **SERVED)
    assert case.state.stage == "served" and case.state.fine == 800


def test_before_a_decision_there_is_nothing_to_put_right(ordinary: CaseFile):
    found = notified(ordinary).try_("correct_decision", "2026-03-24T09:00", **SLIP)
    assert "decision-missing" in found


def test_same_words_put_nothing_right(ordinary: CaseFile):
    facts = SLIP | {"corrected_text": "锦花材 "}
    only(served(ordinary), "correct_decision", "2026-03-27T09:00", "nothing-put-right", **facts)


def test_other_domains_say_on_what_it_stands(ordinary: CaseFile):
    case = served(ordinary).with_(domain="农业")
    assert case.try_("correct_decision", "2026-03-27T09:00", **SLIP) == ["correction-of-other-domain"]
    assert (
        case.try_("correct_decision", "2026-03-27T09:00", answers={"correction-of-other-domain": "参照"}, **SLIP) == []
    )


def test_a_revoked_decision_is_not_put_right(ordinary: CaseFile):
    review = {
        "contest_number": "1",
        "contest_body": "市政府",
        "received_on": "2026-04-20",
        "contest_from": "2026-04-15",
    }
    case = served(ordinary).do("receive_review", "2026-04-20T09:00", simple_review=False, **review)
    case.do("contest_result", "2026-05-20T09:00", contest_outcome="revoked", result_on="2026-05-20", reason="程序违法")
    assert case.try_("correct_decision", "2026-05-21T09:00", **SLIP) == ["decision-missing"]
