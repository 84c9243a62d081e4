"""登记核查 What comes before a letter: registered, two supervisors sent, material gathered, what was found."""

from yizhi.rules.procedure.guards import supervising, supervision_answers, supervision_terms
from yizhi.rules.procedure.table import JUSTICE, JUSTICE_OFFICE, SUPERVISED, SUPERVISOR, Act, carries, may, needs

REGULATION = "行政执法监督条例"
SICHUAN = "四川省行政执法监督条例"
BEFORE_PAPERS = ("registered", "checking", "found", "reported")
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

NOTIFY_BODY = Act(
    kind="notify_body",
    name="书面通知被监督机关",
    does="登记之日起五日内书面通知，写明要它说明什么；从严，登记那天就算立案。",
    articles=(f"{SICHUAN} 第32条",),
    from_stages=BEFORE_PAPERS,
    to_stage=None,
    by=frozenset([JUSTICE]),
    fields=needs("explain_what"),
    papers=("supervision-notice",),
    guards=(supervising.not_in_review,),
)

RECEIVE_NOTICE = Act(
    kind="receive_notice",
    name="签收监督通知",
    does="记下收到通知的日期，提交书面说明的十日从这天起算。",
    articles=(f"{SICHUAN} 第32条",),
    from_stages=BEFORE_PAPERS,
    to_stage=None,
    by=frozenset([SUPERVISED, JUSTICE]),
    fields=needs("received_on"),
    guards=(supervision_terms.received_after_issue,),
    on_file=("notify_body",),
)

EXPLAIN = Act(
    kind="explain_to_supervisor",
    name="提交书面说明",
    does="接到通知十日内，说明情况，交出作出行为的证据、依据和材料。",
    articles=(f"{SICHUAN} 第32条",),
    from_stages=BEFORE_PAPERS,
    to_stage=None,
    by=frozenset([SUPERVISED]),
    fields=needs("explanation") + may("evidence"),
    on_file=("notify_body",),
    repeatable=True,
)

FIND_OTHER_COMPETENCE = Act(
    kind="find_other_competence",
    name="认定不归本机关监督",
    does="写明归哪个监督机关、为什么；十日内移送。",
    articles=(f"{SICHUAN} 第31条第1款",),
    from_stages=("registered", "checking", "found"),
    to_stage=None,
    by=frozenset([SUPERVISOR, JUSTICE]),
    fields=needs("competent_supervisor", "not_ours_reason"),
)

TRANSFER_MATTER = Act(
    kind="transfer_matter",
    name="移送监督事项",
    does="移送有管辖权的监督机关，写明移送文书的文号；移送以后这里办结。",
    articles=(f"{SICHUAN} 第31条第1款",),
    from_stages=("registered", "checking", "found"),
    to_stage="archived",
    by=frozenset([JUSTICE]),
    fields=carries("competent_supervisor") + needs("matter_transfer_letter"),
    on_file=("find_other_competence",),
    exit=True,
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

ACTS = (
    REGISTER_MATTER,
    NOTIFY_BODY,
    RECEIVE_NOTICE,
    EXPLAIN,
    SEND_SUPERVISORS,
    GATHER_MATERIAL,
    CONCLUDE_CHECK,
    FIND_OTHER_COMPETENCE,
    TRANSFER_MATTER,
)
