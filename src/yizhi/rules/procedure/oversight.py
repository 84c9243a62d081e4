"""监督的情形 What a matter of supervision is judged by besides its own record, and what its record says of letters and terms."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from yizhi.rules.cite import cite
from yizhi.rules.procedure.state import CaseState, Entry, day_of

LETTERS = ("issue_supervision_order", "issue_supervision_opinion")
DECISION = "issue_supervision_decision"
ANSWER = "answer_supervision"
Contested = Literal["", "pending", "over"]
STATUS_AFTER = {
    "off_post": "suspended",
    "suspend": "suspended",
    "transfer_post": "revoked",
    "disqualify": "revoked",
    "revoke": "revoked",
}


@dataclass(frozen=True, slots=True)
class Oversight:
    """`contested`: whether review or litigation about the case is pending or over. `same`: the dossier of an open matter on the same case.

    `likewise`: that of one against the same body without a case. `certified`: accounts with a supervision certificate in force that day.
    """

    contested: Contested = ""
    same: str = ""
    likewise: str = ""
    certified: frozenset[str] = frozenset()


def standing_letter(state: CaseState) -> Entry | None:
    """Return the letter or decision that stands: the latest one that no objection has lifted."""
    letter = state.last(*LETTERS, DECISION)
    lifted = state.after(letter, "answer_objection") if letter else None
    return None if lifted and lifted.facts.get("objection_outcome") == "upheld" else letter


@cite("行政执法监督条例", "第27条第2款", "在规定时限内向行政执法监督机构报送纠正情况")
@cite("行政执法监督条例", "第28条第2款", "在规定时限内向行政执法监督机构报送纠正情况")
def answer_due(state: CaseState) -> date | None:
    """Return the last day on which the body answers the letter that stands; None when none stands or it is answered.

    The regulation sets no number of days: the term is the one written in the letter. Source: rules `supervise-duban`, `supervise-yijian`.
    """
    letter = standing_letter(state)
    if letter is None or state.stage == "archived" or state.after(letter, ANSWER):
        return None
    return day_of(letter.facts.get("answer_by"))


def answered_late(state: CaseState) -> bool:
    """Tell whether the letter that stands was answered after its last day."""
    letter = standing_letter(state)
    answer = state.after(letter, ANSWER) if letter else None
    last = day_of(letter.facts.get("answer_by")) if letter else None
    return answer is not None and last is not None and answer.day > last


def objection_open(state: CaseState) -> Entry | None:
    """Return the objection 异议 that has not been answered, or None."""
    raised = state.last("object_to_supervision")
    return raised if raised and not state.after(raised, "answer_objection") else None


@cite("行政执法监督条例", "第32条", "离岗教育、调离执法岗位、取消执法资格")
@cite("四川省行政执法监督条例", "第45条", "暂扣行政执法证、吊销行政执法证")
def certificate_status(outcome: str) -> str:
    """Return the status that an officer's certificate has after such a handling; empty when the officer may go on.

    Off the post or held: suspended, until a day where one is named. Moved away, disqualified, revoked: revoked. Source: rules
    `officer-sanction`, `sc-cert-suspend`.

    >>> certificate_status("off_post"), certificate_status("revoke"), certificate_status("criticise")
    ('suspended', 'revoked', '')
    """
    return STATUS_AFTER.get(outcome, "")
