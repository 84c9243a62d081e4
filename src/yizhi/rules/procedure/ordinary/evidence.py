"""审查证据 What is in the file is examined: its kind, whether it was got lawfully, whether a device's record counts."""

from yizhi.rules.procedure.guards import devices, evidence
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION
from yizhi.rules.procedure.table import APPROVER, LEGAL_REVIEWER, OFFICER, REVIEWER, Act, may, needs

OPEN = ("opened", "investigation")
WHOEVER_LOOKS = frozenset([OFFICER, APPROVER, REVIEWER, LEGAL_REVIEWER])

EXAMINE_EVIDENCE = Act(
    kind="examine_evidence",
    name="审查证据",
    does="写明证据属于哪一种；以非法手段取得的排除，说明理由，仍然留在案卷里。",
    articles=("行政处罚法 第46条",),
    from_stages=BEFORE_DECISION,
    to_stage=None,
    by=WHOEVER_LOOKS,
    fields=needs("examined") + may("evidence_kind", "evidence_excluded", "exclusion_ground"),
    guards=(evidence.examined_in_file, evidence.exclusion_reasoned),
    repeatable=True,
)

AUDIT_DEVICE_RECORD = Act(
    kind="audit_device_record",
    name="审核电子技术监控记录",
    does="核对设备经过法制和技术审核、设置地点已经公布、设置有法律或者行政法规的依据，记录真实、清晰、完整、准确。",
    articles=("行政处罚法 第41条",),
    from_stages=BEFORE_DECISION,
    to_stage=None,
    by=WHOEVER_LOOKS,
    fields=needs(
        "examined",
        "device",
        "device_basis",
        "device_published",
        "device_legal_review",
        "device_technical_review",
        "record_audited",
    )
    + may("audit_note"),
    guards=(evidence.examined_in_file, devices.counts_or_not),
    repeatable=True,
)

TELL_DEVICE_RECORD = Act(
    kind="tell_device_record",
    name="告知电子技术监控记录",
    does="把记录的违法事实及时告知当事人，告诉怎样查询、陈述和申辩。",
    articles=("行政处罚法 第41条第3款",),
    from_stages=BEFORE_DECISION,
    to_stage=None,
    by=frozenset([OFFICER]),
    fields=needs("told_how", "access_way") + may("evidence"),
    guards=(devices.something_to_tell,),
    on_file=("audit_device_record",),
    repeatable=True,
)

ACTS = (EXAMINE_EVIDENCE, AUDIT_DEVICE_RECORD, TELL_DEVICE_RECORD)
