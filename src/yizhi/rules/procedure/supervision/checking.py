"""登记核查 What comes before a letter: registered, two supervisors sent, material gathered, what was found."""

from yizhi.rules.procedure.guards import supervising, supervision_answers
from yizhi.rules.procedure.table import JUSTICE, JUSTICE_OFFICE, SUPERVISOR, Act, may, needs

REGULATION = "行政执法监督条例"
SICHUAN = "四川省行政执法监督条例"
OPEN = ("registered", "checking", "found", "correcting", "reported", "decided", "answered")

REGISTER_MATTER = Act(
    kind="register_matter",
    name="登记监督事项",
    does="写明从哪里来、反映什么；可以连着一个案件。已进入复议、诉讼的不登记。",
    articles=(f"{REGULATION} 第33条第3款", f"{REGULATION} 第6条第2款"),
    from_stages=("noticed",),
    to_stage="registered",
    by=frozenset([SUPERVISOR, JUSTICE, JUSTICE_OFFICE]),
    fields=needs("matter_source", "matter_words"),
    guards=(supervising.not_in_review, supervising.not_doubled),
    likely=True,
)

GATHER_MATERIAL = Act(
    kind="gather_material",
    name="收集情况",
    does="记下看到、听到、调来的材料。司法所可以协助收集，不作结论。",
    articles=(f"{REGULATION} 第6条第2款",),
    from_stages=OPEN,
    to_stage=None,
    by=frozenset([SUPERVISOR, JUSTICE, JUSTICE_OFFICE]),
    fields=needs("gathered") + may("evidence"),
    repeatable=True,
)

SEND_SUPERVISORS = Act(
    kind="send_supervisors",
    name="派监督人员核查",
    does="派两名以上持有行政执法监督检查证件的人员，核查时出示证件。",
    articles=(f"{SICHUAN} 第29条第1款",),
    from_stages=("registered", "checking"),
    to_stage="checking",
    by=frozenset([SUPERVISOR, JUSTICE]),
    fields=needs("supervisors"),
    guards=(supervising.not_in_review, supervising.two_supervisors),
    likely=True,
    repeatable=True,
)

CONCLUDE_CHECK = Act(
    kind="conclude_check",
    name="写核查结论",
    does="写明查明的问题属于哪一种、依据是什么；没有问题的，直接办结。",
    articles=(f"{REGULATION} 第26条第1款", f"{SICHUAN} 第29条第1款"),
    from_stages=("checking", "found"),
    to_stage="found",
    by=frozenset([SUPERVISOR, JUSTICE]),
    fields=needs("problem_kind", "problem_found", "supervision_basis", "supervision_certificates_shown")
    + may("supervision_proposal", "evidence"),
    guards=(
        supervising.not_in_review,
        supervising.certificates_shown,
        supervising.by_one_of_those_sent,
        supervising.sent_still_count,
    ),
    on_file=("send_supervisors",),
    likely=True,
    repeatable=True,
)

CLOSE_MATTER = Act(
    kind="close_matter",
    name="办结",
    does="写明为什么办结；有异议的先书面处理。",
    articles=(f"{REGULATION} 第26条第1款", f"{REGULATION} 第30条"),
    from_stages=OPEN,
    to_stage="archived",
    by=frozenset([JUSTICE]),
    fields=needs("supervision_close_ground", "supervision_close_reason"),
    guards=(supervision_answers.objection_answered, supervision_answers.closed_for_a_reason),
    likely=True,
)

ACTS = (REGISTER_MATTER, SEND_SUPERVISORS, GATHER_MATERIAL, CONCLUDE_CHECK)
