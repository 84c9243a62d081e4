"""管辖与协助 Whose case it is when two bodies differ, and what another body is asked to help with."""

from yizhi.rules.procedure.guards import jurisdiction
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION
from yizhi.rules.procedure.table import APPROVER, CLERK, OFFICER, Act, carries, may, needs

STAGES = ("assessment", *BEFORE_DECISION)
BY_EITHER = frozenset([OFFICER, APPROVER])

RAISE_DISPUTE = Act(
    kind="raise_dispute",
    name="提出管辖争议",
    does="记下和哪个机关、对什么争议管辖；两个以上机关都有管辖权的，由最先立案的管辖。",
    articles=("行政处罚法 第25条",),
    from_stages=STAGES,
    to_stage=None,
    by=BY_EITHER,
    fields=needs("other_body", "disputed_on", "dispute_detail") + may("evidence"),
    guards=(jurisdiction.no_open_dispute,),
    repeatable=True,
)

CONSULT_JURISDICTION = Act(
    kind="consult_jurisdiction",
    name="协商管辖",
    does="和对方机关协商，记下结果；协商不成的，报请共同的上一级行政机关指定。",
    articles=("行政处罚法 第25条第2款",),
    from_stages=STAGES,
    to_stage=None,
    by=BY_EITHER,
    fields=carries("other_body", "dispute_detail") + needs("consult_result", "present_people") + may("reason"),
    papers=("consultation-record",),
    guards=(jurisdiction.open_dispute,),
    on_file=("raise_dispute",),
    repeatable=True,
)

REQUEST_DESIGNATION = Act(
    kind="request_designation",
    name="报请指定管辖",
    does="协商不成的报请共同的上一级行政机关指定；部门和镇（街道）之间的，也可以请司法行政机关协调。",
    articles=("行政处罚法 第25条第2款", "行政执法监督条例 第13条"),
    from_stages=STAGES,
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("superior_kind", "superior", "reason") + may("evidence"),
    guards=(jurisdiction.open_dispute,),
    on_file=("raise_dispute",),
    repeatable=True,
)

RECORD_DESIGNATION = Act(
    kind="record_designation",
    name="记录指定管辖",
    does="记下指定由谁管辖；指定其他机关的，移送。",
    articles=("行政处罚法 第25条第2款",),
    from_stages=STAGES,
    to_stage=None,
    by=frozenset([OFFICER, APPROVER, CLERK]),
    fields=needs("designated_to", "designation_number", "result_on") + may("evidence"),
    on_file=("request_designation",),
    repeatable=True,
)

ASK_ASSISTANCE = Act(
    kind="ask_assistance",
    name="请求协助",
    does="因办案需要向有关机关提出协助请求；属于其职权范围的，应当依法协助。",
    articles=("行政处罚法 第26条",),
    from_stages=STAGES,
    to_stage=None,
    by=BY_EITHER,
    fields=needs("assist_body", "assist_what") + may("contact_phone"),
    papers=("assistance-letter",),
    repeatable=True,
)

RECEIVE_ASSISTANCE = Act(
    kind="receive_assistance",
    name="收到协助的结果",
    does="把协助的结果和材料存入案卷。",
    articles=("行政处罚法 第26条",),
    from_stages=STAGES,
    to_stage=None,
    by=frozenset([OFFICER, CLERK]),
    fields=needs("assist_result", "result_on") + may("evidence"),
    on_file=("ask_assistance",),
    repeatable=True,
)

ACTS = (
    RAISE_DISPUTE,
    CONSULT_JURISDICTION,
    REQUEST_DESIGNATION,
    RECORD_DESIGNATION,
    ASK_ASSISTANCE,
    RECEIVE_ASSISTANCE,
)
