"""调查终结、终止 How an investigation ends: with a report, not yet, or without a decision."""

from yizhi.rules.procedure.guards import competence, devices, evidence, holding, investigation, sealing
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION
from yizhi.rules.procedure.table import APPROVER, OFFICER, Act, may, needs

BY_OFFICER, BY_APPROVER = frozenset([OFFICER]), frozenset([APPROVER])

CONCLUDE_INVESTIGATION = Act(
    kind="conclude_investigation",
    name="调查终结",
    does="事实查清后写出调查终结报告，提出处理意见。",
    articles=("行政处罚法 第57条第1款",),
    from_stages=("investigation",),
    to_stage="concluded",
    by=BY_OFFICER,
    fields=needs("facts_found", "evidence_summary", "violated", "basis", "gravity", "proposal")
    + may("proposed_penalty_kinds", "proposed_fine_yuan", "proposed_penalty", "discretion_reason")
    + may(
        "discretion_tier",
        "goods_value_yuan",
        "turnover_yuan",
        "mitigation",
        "illegal_gains_yuan",
        "gains_rule",
        "gains_returned",
        "evidence_disputed",
    ),
    papers=("investigation-report",),
    guards=(
        competence.liberty_police_only,
        investigation.not_suspended,
        investigation.evidence_on_file,
        evidence.kinds_told,
        evidence.founded_on_the_rest,
        devices.record_audited,
        investigation.no_test_outstanding,
        holding.no_hold_overdue,
        sealing.not_expired,
    ),
    likely=True,
)

SUPPLEMENT_INVESTIGATION = Act(
    kind="supplement_investigation",
    name="补充调查",
    does="发现事实还不清楚的，退回调查；补完要重新送审。",
    articles=("行政处罚法 第54条",),
    from_stages=("concluded", "review", "approved", "notified", "defence", "hearing", "heard", "discussion"),
    to_stage="investigation",
    by=frozenset([OFFICER, APPROVER]),
    fields=needs("reason"),
)

TERMINATE_INVESTIGATION = Act(
    kind="terminate_investigation",
    name="终止调查",
    does="出现规定的情形、案件没有必要继续调查的，经负责人批准终止调查。",
    articles=("行政处罚法 第54条", "市场监督管理行政处罚程序规定 第47条"),
    from_stages=BEFORE_DECISION,
    to_stage="terminated",
    by=BY_APPROVER,
    fields=needs("terminate_ground", "reason") + may("opinion"),
    papers=("termination-approval",),
    guards=(holding.holds_handled, sealing.sealing_settled),
    exit=True,
)
