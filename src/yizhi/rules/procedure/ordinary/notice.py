"""告知、陈述申辩 The notice, its service, the defence and its examination."""

from yizhi.rules.procedure.guards import (
    competence,
    decision,
    discretion,
    evidence,
    gains,
    hearing_right,
    notice,
    party,
    review,
    serving,
)
from yizhi.rules.procedure.settling import GAINS_FIELDS, GROUND_FIELDS, SERVICE_FIELDS
from yizhi.rules.procedure.table import APPROVER, OFFICER, Act, carries, may, may_carry, needs

BY_OFFICER = frozenset([OFFICER])

PRIOR_NOTICE = Act(
    kind="prior_notice",
    name="处罚前告知",
    does="写明拟处罚的内容、事实、理由、依据，告诉当事人可以陈述、申辩，符合条件的可以要求听证。",
    articles=("行政处罚法 第44条",),
    from_stages=("approved", "defence", "heard", "discussion"),
    to_stage="notified",
    by=frozenset([OFFICER, APPROVER]),
    fields=carries("proposed_penalty_kinds")
    + may_carry("proposed_fine_yuan", "proposed_confiscation_yuan")
    + needs("proposed_penalty")
    + GROUND_FIELDS
    + carries("discretion_reason")
    + may_carry(
        "discretion_tier", "goods_value_yuan", "turnover_yuan", "mitigation", "discretion_outside", "deviation_approval"
    )
    + GAINS_FIELDS
    + needs("hearing_told")
    + may("hearing_reason", "defence_until")
    + carries("contact_phone"),
    papers=("prior-notice",),
    guards=(
        competence.liberty_police_only,
        review.review_passed,
        decision.penalty_consistent,
        hearing_right.hearing_right_told,
        party.not_fined_twice,
        discretion.tier_chosen,
        discretion.range_known,
        discretion.outside_with_reasons,
        discretion.mitigation_applied,
        gains.gains_confiscated,
        evidence.founded_on_the_rest,
    ),
    authority="penalty_decision",
    repeatable=True,
    likely=True,
)

SERVE_NOTICE = Act(
    kind="serve_notice",
    name="送达告知书",
    does="把告知书送达当事人，陈述、申辩的期限从送达的次日起算。",
    articles=("行政处罚法 第44条", "行政处罚法 第61条"),
    from_stages=("notified",),
    to_stage="defence",
    by=BY_OFFICER,
    fields=SERVICE_FIELDS,
    papers=("service-return",),
    guards=serving.WAYS,
    authority="inspect",
    on_file=("prior_notice",),
    serves="prior_notice",
    repeatable=True,
    present=True,
    likely=True,
)

HEAR_DEFENCE = Act(
    kind="hear_defence",
    name="听取陈述申辩",
    does="听取并记录当事人提出的事实、理由和证据。",
    articles=("行政处罚法 第45条",),
    from_stages=("defence", "hearing", "heard"),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("defence_text") + may("evidence"),
    papers=("defence-record",),
    authority="inspect",
    on_file=("serve_notice",),
    sets=(("defence_waived", False),),
    repeatable=True,
    present=True,
    likely=True,
)

WAIVE_DEFENCE = Act(
    kind="waive_defence",
    name="当事人放弃陈述申辩",
    does="当事人明确表示放弃陈述、申辩，记录在案并由其签名。",
    articles=("行政处罚法 第62条",),
    from_stages=("defence",),
    to_stage=None,
    by=BY_OFFICER,
    fields=may("hearing_waived", "evidence"),
    papers=("defence-record",),
    authority="inspect",
    on_file=("serve_notice",),
    sets=(("defence_waived", True), ("defence_text", "当事人明确表示放弃陈述、申辩。")),
    repeatable=True,
    present=True,
)

REVIEW_DEFENCE = Act(
    kind="review_defence",
    name="复核陈述申辩",
    does="复核当事人的意见，成立的应当采纳，写明是否采纳及理由。",
    articles=("行政处罚法 第45条",),
    from_stages=("defence", "hearing", "heard"),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("defence_accepted", "defence_opinion"),
    papers=("defence-review",),
    on_file=("hear_defence",),
    repeatable=True,
    likely=True,
)

DISCUSS = Act(
    kind="discuss",
    name="集体讨论",
    does="情节复杂或者重大违法行为，由机关负责人集体讨论决定。",
    articles=("行政处罚法 第57条第2款",),
    from_stages=("defence", "heard"),
    to_stage="discussion",
    by=frozenset([APPROVER]),
    fields=needs("attendees", "chair", "discussion", "conclusion"),
    papers=("collective-discussion-record",),
    guards=(
        notice.notice_served,
        notice.defence_settled,
        hearing_right.hearing_settled,
        hearing_right.reviewed_after_hearing,
        review.review_passed,
        review.more_than_one_attends,
    ),
    repeatable=True,
)

ACTS = (PRIOR_NOTICE, SERVE_NOTICE, HEAR_DEFENCE, REVIEW_DEFENCE, WAIVE_DEFENCE, DISCUSS)
