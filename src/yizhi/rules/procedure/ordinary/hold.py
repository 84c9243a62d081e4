"""先行登记保存 Evidence that may be lost is registered and held; within seven workdays it is dealt with in one of five ways."""

from yizhi.rules.procedure.guards import holding, investigation
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION, UNPERFORMED
from yizhi.rules.procedure.table import APPROVER, OFFICER, Act, carries, may, may_carry, needs

OPEN = ("opened", "investigation")
AFTERWARDS = (*BEFORE_DECISION, "decided", *UNPERFORMED)

APPROVE_HOLD = Act(
    kind="approve_hold",
    name="批准先行登记保存",
    does="证据可能灭失或者以后难以取得的，经负责人批准，可以先行登记保存。",
    articles=("行政处罚法 第56条",),
    from_stages=OPEN,
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("hold_reason", "hold_items") + may("opinion"),
    papers=("hold-approval",),
    guards=(investigation.not_suspended,),
    repeatable=True,
)

HOLD_EVIDENCE = Act(
    kind="hold_evidence",
    name="先行登记保存",
    does="当场清点，开具清单，由当事人和执法人员签名，交付通知书；七个工作日内作出处理。",
    articles=("行政处罚法 第56条", "市场监督管理行政处罚程序规定 第34条"),
    from_stages=OPEN,
    to_stage="investigation",
    by=frozenset([OFFICER]),
    fields=carries("hold_reason", "hold_items")
    + needs("hold_place", "hold_keeper", "hold_urgent")
    + may("hold_consent", "present_people", "evidence"),
    papers=("hold-notice", "hold-list"),
    guards=(holding.hold_approved, investigation.not_suspended),
    authority="inspect",
    repeatable=True,
    present=True,
)

RATIFY_HOLD = Act(
    kind="ratify_hold",
    name="补办登记保存批准手续",
    does="紧急情况当场登记保存的，二十四小时内报负责人补办批准；不同意的，立即解除。",
    articles=("市场监督管理行政处罚程序规定 第33条第2款", "农业行政处罚程序规定 第42条第2款"),
    from_stages=AFTERWARDS,
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("hold_ratified") + may_carry("hold_reason", "hold_items") + may("opinion"),
    papers=("hold-approval",),
    guards=(holding.urgent_hold_waits, holding.ratified_in_time),
    on_file=("hold_evidence",),
    repeatable=True,
)

HANDLE_HOLD = Act(
    kind="handle_hold",
    name="处理先行登记保存的证据",
    does="七个工作日内采取证据保全措施、送检、转为查封扣押、没收或者解除。",
    articles=("行政处罚法 第56条", "市场监督管理行政处罚程序规定 第35条"),
    from_stages=AFTERWARDS,
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("hold_handling", "hold_outcome") + may_carry("hold_items"),
    papers=("hold-handling",),
    guards=(
        holding.hold_open,
        holding.released_by_law,
        holding.handled_late,
        holding.handled_as_recorded,
        holding.refused_hold_released,
    ),
    on_file=("hold_evidence",),
    repeatable=True,
)

ACTS = (APPROVE_HOLD, HOLD_EVIDENCE, RATIFY_HOLD, HANDLE_HOLD)
