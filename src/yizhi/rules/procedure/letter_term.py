"""文书写明的期限 The term that a paper of supervision names: the national regulation sets no number of days."""

from yizhi.rules.deadlines import Due
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.limits import Limit
from yizhi.rules.procedure.oversight import ANSWER, standing_letter
from yizhi.rules.procedure.state import CaseState, day_of

RULES = {"issue_supervision_order": "supervise-duban", "issue_supervision_opinion": "supervise-yijian"}


def letter_limit(state: CaseState, circumstances: Circumstances) -> Limit | None:
    """Return the term of the paper that stands, or None. Source: rules `supervise-duban`, `supervise-yijian`; the decision's like the latter's."""
    letter = standing_letter(state)
    last = day_of(letter.facts.get("answer_by")) if letter else None
    if letter is None or last is None:
        return None
    answer = state.after(letter, ANSWER)
    over = answer or state.after(letter, "close_matter", "report_to_government")
    rule = circumstances.table[RULES.get(letter.kind, "supervise-yijian")]
    told = f"{chinese(letter.day)}制发的文书写明，最后一天是{chinese(last)}；条例没有定天数。依据是{rule.citation}。"
    due = Due(rule, letter.day, last, None, (), told)
    met = over.day if over else None
    return Limit("supervision_letter", "报送纠正情况期限（文书写明）", ANSWER, due, letter.day, letter.id, met)
