"""报送和异议 What the supervised body does: answers within the term, objects with reasons; what is answered to an objection."""

from yizhi.rules.procedure.guards import supervision_answers, supervision_terms
from yizhi.rules.procedure.table import GOVERNMENT, JUSTICE, SUPERVISED, Act, Branch, may, needs

REGULATION = "行政执法监督条例"
SICHUAN = "四川省行政执法监督条例"

RECEIVE_LETTER = Act(
    kind="receive_letter",
    name="签收监督文书",
    does="记下收到文书的日期，三十日内纠正、十五日内提出异议从这天起算。",
    articles=(f"{SICHUAN} 第34条第1款", f"{SICHUAN} 第34条第2款"),
    from_stages=("correcting", "decided"),
    to_stage=None,
    by=frozenset([SUPERVISED, JUSTICE]),
    fields=needs("received_on"),
    guards=(supervision_terms.received_after_issue,),
    repeatable=True,
)

ANSWER = Act(
    kind="answer_supervision",
    name="报送纠正情况",
    does="在文书写明的期限内，报送做了什么、纠正了没有。",
    articles=(f"{REGULATION} 第27条第2款", f"{REGULATION} 第28条第2款"),
    from_stages=("correcting", "decided"),
    to_stage="answered",
    by=frozenset([SUPERVISED]),
    fields=needs("is_corrected", "correction_report") + may("evidence"),
    likely=True,
)

OBJECT = Act(
    kind="object_to_supervision",
    name="提出异议",
    does="对处理结果有异议的，说明理由。提异议不停止期限。",
    articles=(f"{REGULATION} 第30条",),
    from_stages=("correcting", "decided", "answered"),
    to_stage=None,
    by=frozenset([SUPERVISED]),
    fields=needs("objection_reason") + may("evidence"),
    guards=(supervision_answers.something_to_object_to, supervision_terms.objection_in_time),
    repeatable=True,
)

ANSWER_OBJECTION = Act(
    kind="answer_objection",
    name="处理异议",
    does="书面答复：采纳的，撤下文书，重新核查；不采纳的，说明理由。",
    articles=(f"{REGULATION} 第30条",),
    from_stages=("correcting", "decided", "answered"),
    to_stage=None,
    by=frozenset([JUSTICE, GOVERNMENT]),
    fields=needs("objection_outcome", "objection_answer"),
    papers=("supervision-objection-answer",),
    guards=(supervision_answers.objection_there, supervision_answers.government_lifts_its_own),
    on_file=("object_to_supervision",),
    branches=(Branch("objection_outcome", "upheld", "checking"),),
    repeatable=True,
)

ACTS = (RECEIVE_LETTER, ANSWER, OBJECT, ANSWER_OBJECTION)
