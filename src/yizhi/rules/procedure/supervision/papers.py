"""监督文书 The three papers: 督办函 and 意见书 by the supervising body, 决定书 by the government that it reports to."""

from yizhi.rules.procedure.guards import supervising, supervision_answers, supervision_terms
from yizhi.rules.procedure.table import GOVERNMENT, JUSTICE, Act, carries, may, needs

REGULATION = "行政执法监督条例"
FOUND = ("problem_kind", "problem_found", "supervision_basis")
LETTER = (
    supervising.not_in_review,
    supervising.as_the_check_found,
    supervising.letter_fits,
    supervising.term_ahead,
    supervision_terms.term_within_thirty_days,
)

ISSUE_ORDER = Act(
    kind="issue_supervision_order",
    name="制发督办函",
    does="不履行、怠于履行执法职责的，督促履行，写明哪一天以前报送纠正情况。",
    articles=(f"{REGULATION} 第26条第1款", f"{REGULATION} 第27条第2款"),
    from_stages=("found",),
    to_stage="correcting",
    by=frozenset([JUSTICE]),
    fields=carries(*FOUND) + needs("supervision_demand", "answer_by"),
    papers=("supervision-order",),
    guards=LETTER,
    on_file=("conclude_check",),
    likely=True,
)

ISSUE_OPINION = Act(
    kind="issue_supervision_opinion",
    name="制发意见书",
    does="执法行为违法或者明显不当的，要求纠正，写明哪一天以前报送纠正情况。",
    articles=(f"{REGULATION} 第26条第1款", f"{REGULATION} 第28条第2款"),
    from_stages=("found",),
    to_stage="correcting",
    by=frozenset([JUSTICE]),
    fields=carries(*FOUND) + needs("supervision_demand", "answer_by"),
    papers=("supervision-opinion",),
    guards=LETTER,
    on_file=("conclude_check",),
    likely=True,
)

REPORT_TO_GOVERNMENT = Act(
    kind="report_to_government",
    name="报请本级政府",
    does="问题重大，或者过了期限没有纠正的，报请本级人民政府制发监督决定书。",
    articles=(f"{REGULATION} 第26条第1款", f"{REGULATION} 第29条"),
    from_stages=("found", "correcting", "answered"),
    to_stage="reported",
    by=frozenset([JUSTICE]),
    fields=needs("escalate_ground", "escalate_reason"),
    guards=(supervising.not_in_review, supervision_answers.objection_answered, supervising.serious_or_not_corrected),
    on_file=("conclude_check",),
)

ISSUE_DECISION = Act(
    kind="issue_supervision_decision",
    name="制发监督决定书",
    does="由本级人民政府作出，写明纠正什么、哪一天以前报送。",
    articles=(f"{REGULATION} 第26条第1款", f"{REGULATION} 第29条"),
    from_stages=("reported",),
    to_stage="decided",
    by=frozenset([GOVERNMENT]),
    fields=carries(*FOUND) + carries("supervision_demand") + needs("answer_by") + may("opinion"),
    papers=("supervision-decision",),
    guards=(
        supervising.not_in_review,
        supervising.as_the_check_found,
        supervising.term_ahead,
        supervision_terms.term_within_thirty_days,
    ),
    on_file=("report_to_government",),
    likely=True,
)

SEND_BACK = Act(
    kind="send_back_report",
    name="退回重新核查",
    does="本级人民政府认为还要查的，退回司法行政部门，写明查什么。",
    articles=(f"{REGULATION} 第26条第1款",),
    from_stages=("reported",),
    to_stage="checking",
    by=frozenset([GOVERNMENT]),
    fields=needs("reason"),
    on_file=("report_to_government",),
)

ACTS = (ISSUE_ORDER, ISSUE_OPINION, REPORT_TO_GOVERNMENT, ISSUE_DECISION, SEND_BACK)
