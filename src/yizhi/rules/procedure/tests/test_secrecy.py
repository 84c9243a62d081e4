"""保密 What is marked as secret, until it is no longer; publishing says how it stays out."""

from yizhi.rules.procedure.secrecy import secret_pieces
from yizhi.rules.procedure.tests.case_file import CaseFile, served

PUBLISH = {"disclosed": True, "redaction": "隐去姓名"}


def test_the_latest_word_on_a_piece_holds(ordinary: CaseFile):
    case = served(ordinary).do("mark_secret", "2026-03-26T09:00", secret_pieces=["a", "b"], secret_kind="trade_secret")
    case.do("mark_secret", "2026-03-26T10:00", secret_pieces=["b"], secret_kind="privacy")
    assert secret_pieces(case.entries) == {"a": "trade_secret", "b": "privacy"}
    case.do("mark_secret", "2026-03-27T09:00", secret_pieces=["a"], secret_kind="trade_secret", secret_ended=True)
    assert secret_pieces(case.entries) == {"b": "privacy"}


def test_publishing_with_secrets_in_the_file_is_asked_about(ordinary: CaseFile):
    case = served(ordinary)
    assert case.try_("review_disclosure", "2026-03-27T09:00", **PUBLISH) == []
    case.do("mark_secret", "2026-03-26T09:00", secret_pieces=["a"], secret_kind="trade_secret")
    assert case.try_("review_disclosure", "2026-03-27T09:00", **PUBLISH) == ["secrets-in-the-file"]
    assert case.try_("review_disclosure", "2026-03-27T09:00", disclosed=False, reason="涉及商业秘密") == []
