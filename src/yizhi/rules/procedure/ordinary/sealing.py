"""查封、扣押 Approved, done by two officers on the spot, thirty days and once more, tests not counted, then lifted or dealt with."""

from yizhi.rules.procedure.guards import investigation, reporting, sealing
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION, UNPERFORMED
from yizhi.rules.procedure.serving import service_of
from yizhi.rules.procedure.table import APPROVER, OFFICER, Act, PaperIf, carries, may, may_carry, needs

OPEN = ("opened", "investigation")
WHILE_SEALED = (
    *BEFORE_DECISION,
    "decided",
    *UNPERFORMED,
    "no_penalty",
    "terminated",
    "withdrawn",
    "transferred",
    "criminal",
)
BY_OFFICER, BY_APPROVER = frozenset([OFFICER]), frozenset([APPROVER])
WHAT = ("seal_kind", "seal_items", "seal_basis", "seal_reason")

APPROVE_SEALING = Act(
    kind="approve_sealing",
    name="批准查封、扣押",
    does="实施以前向负责人报告并经批准；只限涉案的场所、设施、财物。",
    articles=("行政强制法 第18条", "行政强制法 第23条"),
    from_stages=OPEN,
    to_stage=None,
    by=BY_APPROVER,
    fields=needs(*WHAT, "seal_scope", "sealed_elsewhere") + may("opinion"),
    papers=("coercion-approval",),
    guards=(sealing.scope_kept, investigation.not_suspended),
    authority="coercive_measure",
    repeatable=True,
)

SEAL_PROPERTY = Act(
    kind="seal_property",
    name="实施查封、扣押",
    does="两名执法人员亮证、告知、听取申辩、制作现场笔录，当场交付决定书和一式二份的清单。",
    articles=("行政强制法 第18条", "行政强制法 第24条"),
    from_stages=OPEN,
    to_stage="investigation",
    by=BY_OFFICER,
    fields=carries(*WHAT)
    + needs("seal_place", "seal_urgent", "seal_scope", "sealed_elsewhere", "seal_until")
    + needs("started_at", "ended_at", "credentials_shown", "party_presence", "seal_told", "seal_recorded")
    + needs("seal_defence", "findings")
    + may("seal_effect", "witness", "seal_keeper", "present_people", "evidence"),
    papers=("sealing-decision", "sealing-list", "scene-record"),
    guards=(
        sealing.sealing_approved,
        reporting.major_coercion_told,
        sealing.scope_kept,
        sealing.steps_kept,
        sealing.recorded_throughout,
        sealing.within_thirty_days,
        investigation.credentials_shown,
        investigation.times_in_order,
        investigation.not_suspended,
    ),
    authority="coercive_measure",
    repeatable=True,
    present=True,
)

RATIFY_SEALING = Act(
    kind="ratify_sealing",
    name="补办查封、扣押批准手续",
    does="紧急情况当场实施的，二十四小时内向负责人报告并补办批准；不同意的，立即解除。",
    articles=("行政强制法 第19条",),
    from_stages=WHILE_SEALED,
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("seal_ratified") + may_carry(*WHAT) + may("opinion"),
    papers=("coercion-approval",),
    guards=(sealing.urgent_sealing_waits, sealing.ratified_in_time),
    on_file=("seal_property",),
    repeatable=True,
)

TEST_SEALED = Act(
    kind="test_sealed",
    name="查封、扣押物品送检",
    does="需要检测、检验、检疫或者技术鉴定的，明确期间并书面告知当事人；这段时间不计入查封、扣押期限。",
    articles=("行政强制法 第25条第3款",),
    from_stages=BEFORE_DECISION,
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("sealed_test_ground", "test_body", "sealed_test_until") + may("evidence"),
    papers=("sealed-test-notice",),
    guards=(sealing.something_sealed,),
    on_file=("seal_property",),
    repeatable=True,
)

RECEIVE_SEALED_TEST = Act(
    kind="receive_sealed_test",
    name="收到送检结果",
    does="收到结果，查封、扣押的期限恢复计算。",
    articles=("行政强制法 第25条第3款",),
    from_stages=BEFORE_DECISION,
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("test_result") + may("evidence"),
    on_file=("test_sealed",),
    repeatable=True,
)

EXTEND_SEALING = Act(
    kind="extend_sealing",
    name="延长查封、扣押期限",
    does="情况复杂的，经负责人批准可以延长，不超过三十日；书面告知当事人并说明理由。",
    articles=("行政强制法 第25条",),
    from_stages=(*BEFORE_DECISION, "decided"),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("extension_days", "extension_reason", "extension_by") + may_carry("seal_items"),
    papers=("sealing-extension-notice",),
    guards=(sealing.something_sealed, investigation.extension_allowed),
    on_file=("seal_property",),
    repeatable=True,
)

SERVE_SEALING_EXTENSION = service_of(
    "extend_sealing",
    kind="serve_sealing_extension",
    name="送达延长期限通知书",
    does="把延长查封、扣押期限的决定书面告知当事人。",
    articles=("行政强制法 第25条第2款",),
)

SELL_PERISHABLE = Act(
    kind="sell_perishable",
    name="拍卖、变卖不易保管的财物",
    does="鲜活物品或者其他不易保管的财物，可以依法拍卖、变卖，所得款项保存。",
    articles=("行政强制法 第28条",),
    from_stages=(*BEFORE_DECISION, "decided"),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("sale_items", "sale_reason", "sale_yuan") + may("evidence"),
    guards=(sealing.something_sealed,),
    on_file=("seal_property",),
    repeatable=True,
)

LIFT_SEALING = Act(
    kind="lift_sealing",
    name="解除查封、扣押",
    does="出现应当解除的情形或者期限届满的，及时解除，立即退还财物。",
    articles=("行政强制法 第28条",),
    from_stages=WHILE_SEALED,
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("lift_ground", "returned") + may_carry("seal_items"),
    papers=("sealing-lift-decision",),
    guards=(sealing.something_sealed,),
    on_file=("seal_property",),
    repeatable=True,
)

HANDLE_SEALED = Act(
    kind="handle_sealed",
    name="处理查封、扣押的财物",
    does="在期限内作出处理：依法没收、销毁，或者涉嫌犯罪的一并移送。",
    articles=("行政强制法 第27条", "行政强制法 第21条"),
    from_stages=WHILE_SEALED,
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("seal_handling", "seal_outcome") + may("transfer_told") + may_carry("seal_items"),
    papers_if=(PaperIf("sealed-transfer-notice", "transfer_told"),),
    guards=(sealing.something_sealed, sealing.handled_as_recorded, sealing.not_expired),
    on_file=("seal_property",),
    repeatable=True,
)

ACTS = (
    APPROVE_SEALING,
    SEAL_PROPERTY,
    RATIFY_SEALING,
    TEST_SEALED,
    RECEIVE_SEALED_TEST,
    EXTEND_SEALING,
    SELL_PERISHABLE,
    LIFT_SEALING,
    HANDLE_SEALED,
)
