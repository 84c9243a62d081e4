"""线索、核查、立案 The first stages: a lead is registered, looked into, and a case opened or not."""

from yizhi.rules.procedure.guards import competence, holding, investigation, opening, party, people, sealing
from yizhi.rules.procedure.table import APPROVER, CLERK, OFFICER, Act, carries, may, may_carry, needs

BEFORE_DECISION = (
    "opened",
    "investigation",
    "concluded",
    "review",
    "approved",
    "notified",
    "defence",
    "hearing",
    "heard",
    "discussion",
)

UNPERFORMED = ("served", "demanded", "enforcing", "court")

REGISTER_LEAD = Act(
    kind="register_lead",
    name="登记案源",
    does="记下从哪里知道的、什么时候、在什么地方、是什么情况。",
    articles=("行政处罚法 第54条",),
    from_stages=("lead",),
    to_stage="assessment",
    by=frozenset([OFFICER, CLERK]),
    fields=needs("source", "found_on", "place_text", "description") + may("informant", "act_day", "evidence"),
    papers=("lead-registration",),
    likely=True,
)

ASSESS_LEAD = Act(
    kind="assess_lead",
    name="核查",
    does="核实有没有违法事实、归不归本机关管、过没过时效，提出是否立案的意见。",
    articles=("行政处罚法 第54条",),
    from_stages=("assessment",),
    to_stage=None,
    by=frozenset([OFFICER]),
    fields=needs("finding", "proposal") + may("filing_standard", "evidence") + may_carry("act_day"),
    repeatable=True,
    likely=True,
)

EXTEND_ASSESSMENT = Act(
    kind="extend_assessment",
    name="延长核查期限",
    does="在期满前报负责人批准，延长决定是否立案的期限。",
    articles=("行政处罚法 第54条第2款",),
    from_stages=("assessment",),
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("extension_days", "extension_reason", "extension_by"),
    papers=("extension-approval",),
    guards=(investigation.extension_allowed,),
    repeatable=True,
)

OPEN_CASE = Act(
    kind="open_case",
    name="立案",
    does="有初步证据、应受处罚、有管辖权、没有超过时效的，由负责人批准立案，指定两名以上承办人。",
    articles=("行政处罚法 第54条第2款",),
    from_stages=("assessment",),
    to_stage="opened",
    by=frozenset([APPROVER]),
    fields=needs("handlers", "grounds")
    + carries("found_on", "act_day", "place_text")
    + may_carry("case_cause", "grave_harm")
    + may("act_place_elsewhere", "opinion"),
    papers=("case-opening-approval",),
    guards=(
        competence.place_of_act,
        people.two_handlers,
        opening.within_limitation,
        opening.opened_in_time,
        party.not_opened_elsewhere,
    ),
    authority="open_case",
    on_file=("register_lead", "assess_lead"),
    likely=True,
)

REJECT_LEAD = Act(
    kind="reject_lead",
    name="不予立案",
    does="不符合立案条件的，由负责人决定不予立案，写明理由。",
    articles=("行政处罚法 第54条", "行政处罚法 第33条"),
    from_stages=("assessment",),
    to_stage="not_opened",
    by=frozenset([APPROVER]),
    fields=needs("reason") + may("opinion"),
    papers=("case-not-opened-approval",),
    guards=(opening.opened_in_time,),
    on_file=("assess_lead",),
    exit=True,
)

TRANSFER_CASE = Act(
    kind="transfer_case",
    name="移送其他机关",
    does="不归本机关管辖的，移送有管辖权的机关。",
    articles=("行政处罚法 第25条",),
    from_stages=("assessment", *BEFORE_DECISION),
    to_stage="transferred",
    by=frozenset([APPROVER]),
    fields=needs("transfer_to", "reason"),
    papers=("case-transfer-letter",),
    guards=(opening.not_passed_on_again, holding.holds_handled),
    exit=True,
)

WITHDRAW_CASE = Act(
    kind="withdraw_case",
    name="撤销立案",
    does="立案后发现不符合立案条件的，经负责人批准撤销立案。",
    articles=("行政处罚法 第54条", "农业行政处罚程序规定 第31条"),
    from_stages=BEFORE_DECISION,
    to_stage="withdrawn",
    by=frozenset([APPROVER]),
    fields=needs("withdraw_reason"),
    papers=("withdrawal-approval",),
    guards=(holding.holds_handled, sealing.sealing_settled),
    exit=True,
)

ACTS = (REGISTER_LEAD, ASSESS_LEAD, OPEN_CASE, REJECT_LEAD, EXTEND_ASSESSMENT)
EXITS = (WITHDRAW_CASE, TRANSFER_CASE)
