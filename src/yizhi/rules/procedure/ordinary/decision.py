"""决定与送达 The decision, one of four kinds: penalty, no penalty for a minor deed, deed not established, transfer to the police."""

from yizhi.rules.procedure.guards import (
    closing,
    competence,
    confiscated,
    contesting,
    crime,
    decision,
    devices,
    discretion,
    evidence,
    gains,
    hearing_right,
    holding,
    investigation,
    jurisdiction,
    notice,
    party,
    performing,
    reporting,
    review,
    sealing,
    serving,
)
from yizhi.rules.procedure.settling import GAINS_FIELDS, GROUND_FIELDS, SERVICE_FIELDS
from yizhi.rules.procedure.table import APPROVER, OFFICER, Act, PaperIf, carries, follows, may, may_carry, needs

SERVING = (*serving.WAYS, serving.served_in_time)

DECIDE_PENALTY = Act(
    kind="decide_penalty",
    name="作出行政处罚决定",
    does="由机关负责人审查后决定给予处罚，制作盖有本机关印章的决定书。",
    articles=("行政处罚法 第57条", "行政处罚法 第59条"),
    from_stages=("defence", "heard", "discussion"),
    to_stage="decided",
    by=frozenset([APPROVER]),
    fields=follows("penalty_kinds", "proposed_penalty_kinds")
    + follows("fine_yuan", "proposed_fine_yuan", required=False)
    + follows("confiscation_yuan", "proposed_confiscation_yuan", required=False)
    + may("stop_business_days", "confiscation", "other_penalty", "hearing_taken_up", "reason", "correction", "opinion")
    + GROUND_FIELDS
    + carries("discretion_reason")
    + may_carry(
        "discretion_tier", "goods_value_yuan", "turnover_yuan", "mitigation", "discretion_outside", "deviation_approval"
    )
    + GAINS_FIELDS,
    papers=("decision-approval", "penalty-decision"),
    papers_if=(PaperIf("payment-slip", "fine_yuan"),),
    guards=(
        competence.liberty_police_only,
        reporting.major_penalty_told,
        crime.no_penalty_for_crime,
        crime.no_fine_after_court,
        jurisdiction.ours_to_decide,
        contesting.not_the_same_again,
        notice.notice_served,
        notice.defence_settled,
        hearing_right.hearing_settled,
        hearing_right.reviewed_after_hearing,
        hearing_right.on_the_hearing_record,
        review.review_passed,
        review.discussion_held,
        decision.not_heavier,
        party.not_fined_twice,
        discretion.tier_chosen,
        discretion.range_known,
        discretion.outside_with_reasons,
        discretion.deviation_decided,
        discretion.mitigation_applied,
        gains.gains_confiscated,
        evidence.kinds_told,
        evidence.founded_on_the_rest,
        devices.party_told,
        party.age_allows,
        decision.same_grounds,
        decision.penalty_consistent,
        decision.decided_in_time,
        investigation.not_suspended,
        closing.correction_ordered,
        holding.no_hold_overdue,
        sealing.not_expired,
    ),
    authority="penalty_decision",
    on_file=("open_case", "conclude_investigation", "prior_notice", "serve_notice"),
    sets=(("decision_kind", "penalty"),),
    likely=True,
    milestone=True,
)

DECIDE_NO_PENALTY = Act(
    kind="decide_no_penalty",
    name="作出不予行政处罚决定",
    does="违法行为轻微、没有主观过错或者违法事实不能成立等，由机关负责人决定不予处罚。",
    articles=("行政处罚法 第57条", "行政处罚法 第33条"),
    from_stages=("approved", "defence", "heard", "discussion"),
    to_stage="no_penalty",
    by=frozenset([APPROVER]),
    fields=needs("decision_kind", "reason")
    + carries("facts_found")
    + may_carry("evidence_summary")
    + may("hearing_taken_up", "correction"),
    papers=("decision-approval", "no-penalty-decision"),
    guards=(
        crime.no_penalty_for_crime,
        jurisdiction.ours_to_decide,
        review.review_passed,
        hearing_right.reviewed_after_hearing,
        hearing_right.on_the_hearing_record,
        decision.no_penalty_kind,
        party.first_offence,
        decision.decided_in_time,
        investigation.not_suspended,
        holding.holds_handled,
        sealing.sealing_settled,
    ),
    authority="penalty_decision",
    on_file=("open_case", "conclude_investigation"),
    exit=True,
)

SERVE_DECISION = Act(
    kind="serve_decision",
    name="送达决定书",
    does="宣告后当场交付；当事人不在场的，七个工作日内送达。",
    articles=("行政处罚法 第61条",),
    from_stages=("decided",),
    to_stage="served",
    by=frozenset([OFFICER]),
    fields=SERVICE_FIELDS,
    papers=("service-return",),
    guards=SERVING,
    authority="inspect",
    on_file=("decide_penalty",),
    serves="decide_penalty",
    present=True,
    likely=True,
)

SERVE_NO_PENALTY = Act(
    kind="serve_no_penalty",
    name="送达不予处罚决定书",
    does="把不予行政处罚决定书送达当事人，并对当事人进行教育。",
    articles=("行政处罚法 第61条", "行政处罚法 第33条第3款"),
    from_stages=("no_penalty",),
    to_stage=None,
    by=frozenset([OFFICER]),
    fields=SERVICE_FIELDS,
    papers=("service-return",),
    guards=SERVING,
    authority="inspect",
    on_file=("decide_no_penalty",),
    serves="decide_no_penalty",
    present=True,
    likely=True,
)

CLOSE_CASE = Act(
    kind="close_case",
    name="结案",
    does="处罚决定执行完毕，或者案件以其他方式终结的，经负责人批准结案。",
    articles=("行政处罚法 第66条", "市场监督管理行政处罚程序规定 第77条"),
    from_stages=(
        "served",
        "demanded",
        "enforcing",
        "court",
        "no_penalty",
        "terminated",
        "transferred",
        "criminal",
        "withdrawn",
    ),
    to_stage="closed",
    by=frozenset([APPROVER]),
    fields=needs("closing_way") + may("opinion"),
    papers=("closing-approval",),
    guards=(
        holding.holds_handled,
        sealing.sealing_settled,
        closing.closing_way_fits,
        closing.ended_on_file,
        closing.nothing_contested,
        closing.payment_settled,
        confiscated.disposed_of,
        performing.late_fine_settled,
        closing.no_penalty_served,
    ),
    on_file=("open_case",),
    likely=True,
    milestone=True,
)

ACTS = (DECIDE_PENALTY, DECIDE_NO_PENALTY, SERVE_DECISION, SERVE_NO_PENALTY, CLOSE_CASE)
