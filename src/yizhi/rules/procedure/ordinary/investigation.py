"""调查取证 The acts of investigation, each done by two officers who show their certificates."""

from yizhi.rules.procedure.guards import evidence, investigation, people, recording, recusal
from yizhi.rules.procedure.ordinary.ending import (
    CONCLUDE_INVESTIGATION,
    SUPPLEMENT_INVESTIGATION,
    TERMINATE_INVESTIGATION,
)
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION
from yizhi.rules.procedure.table import APPROVER, OFFICER, Act, PaperIf, carries, may, needs

OPEN = ("opened", "investigation")
BY_OFFICER = frozenset([OFFICER])
BY_APPROVER = frozenset([APPROVER])
RECORDING = may("recorded", "not_recorded_why")

TELL_RIGHTS = Act(
    kind="tell_rights",
    name="告知权利、确认送达地址",
    does="首次向当事人取证时，告知陈述、申辩和申请回避的权利，并请当事人确认送达地址。",
    articles=("行政处罚法 第43条", "行政处罚法 第61条"),
    from_stages=OPEN,
    to_stage="investigation",
    by=BY_OFFICER,
    fields=needs("rights_told", "service_address") + may("e_service_consent", "e_service_account", "contact_phone"),
    papers=("service-address",),
    papers_if=(PaperIf("e-service-consent", "e_service_consent"),),
    guards=(investigation.rights_told,),
    authority="inspect",
    repeatable=True,
    present=True,
    likely=True,
)

INQUIRE = Act(
    kind="inquire",
    name="询问",
    does="个别询问当事人或者有关人员，制作笔录，经核对后逐页确认。",
    articles=("行政处罚法 第55条",),
    from_stages=OPEN,
    to_stage="investigation",
    by=BY_OFFICER,
    fields=needs(
        "person_asked", "place_text", "started_at", "ended_at", "credentials_shown", "rights_told", "questions"
    )
    + may("asked_is_party", "asked_alone", "record_confirmed", "evidence")
    + RECORDING,
    papers=("inquiry-record",),
    guards=(
        investigation.credentials_shown,
        investigation.rights_told,
        investigation.times_in_order,
        investigation.not_suspended,
        recording.recorded_or_why_not,
        evidence.asked_alone,
    ),
    authority="inspect",
    repeatable=True,
    present=True,
    likely=True,
)

RECORD_SCENE = Act(
    kind="record_scene",
    name="现场检查",
    does="检查现场，制作现场笔录。",
    articles=("行政处罚法 第55条",),
    from_stages=OPEN,
    to_stage="investigation",
    by=BY_OFFICER,
    fields=needs("started_at", "ended_at", "credentials_shown", "findings")
    + carries("place_text")
    + may("present_people", "evidence")
    + RECORDING,
    papers=("scene-record",),
    guards=(
        investigation.credentials_shown,
        investigation.times_in_order,
        investigation.not_suspended,
        recording.recorded_or_why_not,
    ),
    authority="inspect",
    repeatable=True,
    present=True,
    likely=True,
)

SURVEY = Act(
    kind="survey",
    name="勘验",
    does="对场所、物品进行勘验，制作勘验笔录。",
    articles=("行政处罚法 第46条",),
    from_stages=OPEN,
    to_stage="investigation",
    by=BY_OFFICER,
    fields=needs("started_at", "ended_at", "survey_method", "findings")
    + carries("place_text")
    + may("present_people", "evidence")
    + RECORDING,
    papers=("survey-record",),
    guards=(investigation.times_in_order, investigation.not_suspended, recording.recorded_or_why_not),
    authority="inspect",
    repeatable=True,
    present=True,
)

SAMPLE = Act(
    kind="sample",
    name="抽样取证",
    does="通知当事人到场，抽取样品，制作记录和清单，由双方签名。",
    articles=("行政处罚法 第56条",),
    from_stages=OPEN,
    to_stage="investigation",
    by=BY_OFFICER,
    fields=needs("samples", "evidence") + carries("place_text") + may("present_people") + RECORDING,
    papers=("sampling-record",),
    guards=(investigation.not_suspended, recording.recorded_or_why_not),
    authority="inspect",
    repeatable=True,
    present=True,
)

COLLECT_EVIDENCE = Act(
    kind="collect_evidence",
    name="提取证据",
    does="收集书证、物证、视听资料、电子数据等，注明出处、日期和提供人。",
    articles=("行政处罚法 第46条", "行政处罚法 第54条"),
    from_stages=OPEN,
    to_stage="investigation",
    by=BY_OFFICER,
    fields=needs("evidence", "evidence_kind", "description")
    + may("evidence_copy", "copy_confirmed", "evidence_source", "evidence_dated", "made_how", "made_at", "made_by")
    + may("from_device")
    + RECORDING,
    papers=("evidence-list",),
    guards=(
        investigation.not_suspended,
        recording.recorded_or_why_not,
        evidence.copies_marked,
        evidence.electronic_data_marked,
    ),
    authority="inspect",
    repeatable=True,
    present=True,
)

ENTRUST_TEST = Act(
    kind="entrust_test",
    name="委托检测检验鉴定",
    does="委托有关机构检测、检验、检疫、鉴定，委托书和期间告知附入案卷。",
    articles=("行政处罚法 第46条",),
    from_stages=("assessment", *OPEN),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("test_ground", "test_body", "test_subject", "evidence"),
    guards=(investigation.clock_runs_on,),
    repeatable=True,
)

RECEIVE_TEST = Act(
    kind="receive_test",
    name="收到检测检验鉴定结果",
    does="收到结果，告知当事人，期限恢复计算。",
    articles=("行政处罚法 第46条",),
    from_stages=("assessment", *OPEN),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("test_result", "evidence"),
    on_file=("entrust_test",),
    repeatable=True,
)

ORDER_CORRECTION = Act(
    kind="order_correction",
    name="责令改正",
    does="责令当事人改正或者限期改正违法行为。",
    articles=("行政处罚法 第28条第1款",),
    from_stages=(*BEFORE_DECISION, "decided", "served"),
    to_stage=None,
    by=frozenset([OFFICER, APPROVER]),
    fields=needs("demand") + may("correct_by"),
    papers=("correction-order",),
    authority="inspect",
    repeatable=True,
)

SUSPEND_INVESTIGATION = Act(
    kind="suspend_investigation",
    name="中止调查",
    does="出现规定的事由，经负责人批准中止调查；能否停止计算期限看领域的规定。",
    articles=("行政处罚法 第54条", "市场监督管理行政处罚程序规定 第46条"),
    from_stages=OPEN,
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("suspend_ground", "reason"),
    papers=("suspension-approval",),
    guards=(investigation.not_suspended, investigation.clock_runs_on),
    repeatable=True,
)

RESUME_INVESTIGATION = Act(
    kind="resume_investigation",
    name="恢复调查",
    does="中止的原因消除，恢复调查，期限继续计算。",
    articles=("行政处罚法 第54条", "市场监督管理行政处罚程序规定 第46条"),
    from_stages=OPEN,
    to_stage=None,
    by=frozenset([OFFICER, APPROVER]),
    fields=needs("resume_on"),
    papers=("resumption-decision",),
    guards=(investigation.is_suspended,),
    on_file=("suspend_investigation",),
    repeatable=True,
)

EXTEND_CASE = Act(
    kind="extend_case",
    name="延长办案期限",
    does="案情复杂等原因不能按期作出决定的，在期满前报批延长。",
    articles=("行政处罚法 第60条",),
    from_stages=BEFORE_DECISION,
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("extension_days", "extension_reason", "extension_by"),
    papers=("extension-approval",),
    guards=(investigation.extension_allowed,),
    repeatable=True,
)

DECIDE_RECUSAL = Act(
    kind="decide_recusal",
    name="回避决定",
    does="当事人申请回避或者人员自行申请的，由负责人决定；决定以前不停止调查。",
    articles=("行政处罚法 第43条",),
    from_stages=("assessment", *BEFORE_DECISION),
    to_stage=None,
    by=BY_APPROVER,
    fields=may("recusal_of", "recusal_of_staff")
    + needs("recusal_granted", "reason")
    + may("recusal_rank", "recusal_by"),
    guards=(recusal.somebody_named, recusal.decided_by_whom),
    repeatable=True,
)

CHANGE_HANDLERS = Act(
    kind="change_handlers",
    name="变更承办人",
    does="因回避、调动等原因变更承办人，仍不少于两人。",
    articles=("行政处罚法 第42条第1款",),
    from_stages=(*BEFORE_DECISION, "decided", "served"),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("handlers", "reason"),
    guards=(people.two_handlers,),
    authority="inspect",
    repeatable=True,
)

ACTS = (
    TELL_RIGHTS,
    RECORD_SCENE,
    INQUIRE,
    SURVEY,
    SAMPLE,
    COLLECT_EVIDENCE,
    ENTRUST_TEST,
    RECEIVE_TEST,
    CONCLUDE_INVESTIGATION,
    ORDER_CORRECTION,
    SUPPLEMENT_INVESTIGATION,
    SUSPEND_INVESTIGATION,
    RESUME_INVESTIGATION,
    EXTEND_CASE,
    DECIDE_RECUSAL,
    CHANGE_HANDLERS,
    TERMINATE_INVESTIGATION,
)
