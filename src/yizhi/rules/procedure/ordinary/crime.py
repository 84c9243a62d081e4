"""行刑衔接 A deed that may be a crime goes to the police: report, the head's decision, transfer, and what comes back."""

from yizhi.rules.procedure.guards import crime, opening
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION, UNPERFORMED
from yizhi.rules.procedure.table import APPROVER, CLERK, OFFICER, Act, carries, may, may_carry, needs

BY_APPROVER = frozenset([APPROVER])
BY_EITHER = frozenset([OFFICER, APPROVER])
DECIDED = ("decided", *UNPERFORMED)
"""Found to be a crime only after the decision: what was decided before the transfer is not stopped by it."""

REPORT_CRIME = Act(
    kind="report_crime",
    name="报告涉嫌犯罪",
    does="由两名以上执法人员组成专案组核实情况，提出书面报告，建议移送。",
    articles=("行政执法机关移送涉嫌犯罪案件的规定 第5条", "行政处罚法 第27条"),
    from_stages=(*BEFORE_DECISION, *DECIDED),
    to_stage=None,
    by=BY_EITHER,
    fields=needs("task_force", "crime_reason", "exhibits") + may_carry("facts_found", "description") + may("evidence"),
    papers=("crime-report",),
    guards=(crime.task_force_of_two,),
    repeatable=True,
)

DECIDE_CRIME_TRANSFER = Act(
    kind="decide_crime_transfer",
    name="决定是否移送公安",
    does="正职负责人或者主持工作的负责人三日内决定；不批准的，理由记录在案。",
    articles=("行政执法机关移送涉嫌犯罪案件的规定 第5条",),
    from_stages=(*BEFORE_DECISION, *DECIDED),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("transfer_approved", "head_approved", "reason"),
    guards=(opening.head_approved, crime.report_waits, crime.decided_in_three_days),
    on_file=("report_crime",),
    repeatable=True,
)

TRANSFER_TO_POLICE = Act(
    kind="transfer_to_police",
    name="移送公安机关",
    does="批准以后二十四小时内，连同调查报告、涉案物品清单等移送同级公安机关，不得以罚代移；已经作出的处罚决定附上。",
    articles=("行政处罚法 第27条", "行政处罚法 第57条", "行政执法机关移送涉嫌犯罪案件的规定 第5条"),
    from_stages=(*BEFORE_DECISION, *DECIDED),
    to_stage="criminal",
    by=BY_EITHER,
    fields=needs("transfer_to")
    + carries("exhibits", "crime_reason")
    + may_carry("facts_found", "finding", "description")
    + may("prior_penalties", "evidence"),
    papers=("criminal-transfer-letter", "exhibit-list"),
    guards=(crime.transfer_was_approved, crime.sent_in_a_day, crime.earlier_penalties_go_on),
    on_file=("report_crime", "decide_crime_transfer"),
    sets=(("decision_kind", "criminal"),),
    stays_in=DECIDED,
    exit=True,
)

POLICE_ANSWER = Act(
    kind="police_answer",
    name="记录公安机关的答复",
    does="签收、转送、立案、不予立案、撤销案件，收到哪一样记哪一样。",
    articles=("行政执法机关移送涉嫌犯罪案件的规定 第7条", "行政执法机关移送涉嫌犯罪案件的规定 第8条"),
    from_stages=("criminal", *DECIDED),
    to_stage=None,
    by=frozenset([OFFICER, APPROVER, CLERK]),
    fields=needs("police_result", "result_on") + may("reason", "evidence"),
    on_file=("transfer_to_police",),
    repeatable=True,
    likely=True,
)

HAND_OVER_EXHIBITS = Act(
    kind="hand_over_exhibits",
    name="移交涉案物品",
    does="接到立案通知书三日内，把涉案物品和有关材料移交公安机关，办结交接手续。",
    articles=("行政执法机关移送涉嫌犯罪案件的规定 第12条",),
    from_stages=("criminal", *DECIDED),
    to_stage=None,
    by=BY_EITHER,
    fields=carries("exhibits", "transfer_to") + needs("recipient") + may("evidence"),
    papers=("exhibit-list",),
    guards=(crime.police_filed,),
    on_file=("police_answer",),
    repeatable=True,
)

ASK_RECONSIDERATION = Act(
    kind="ask_reconsideration",
    name="提请复议、建议立案监督",
    does="对不予立案有异议的，三日内提请公安机关复议，也可以建议人民检察院立案监督。",
    articles=("行政执法机关移送涉嫌犯罪案件的规定 第9条",),
    from_stages=("criminal", *DECIDED),
    to_stage=None,
    by=BY_EITHER,
    fields=needs("reconsider_to", "reason") + may("evidence"),
    guards=(crime.police_refused, crime.asked_in_three_days),
    on_file=("police_answer",),
    repeatable=True,
)

TAKE_BACK = Act(
    kind="take_back",
    name="接回继续办理",
    does="不需要追究刑事责任或者免予刑事处罚，但应当给予行政处罚的，接回继续办理。",
    articles=("行政处罚法 第27条第1款",),
    from_stages=("criminal",),
    to_stage="investigation",
    by=BY_APPROVER,
    fields=needs("returned_by", "result_on", "reason", "court_fined"),
    guards=(crime.came_back,),
    on_file=("transfer_to_police",),
    repeatable=True,
)

ACTS = (
    REPORT_CRIME,
    DECIDE_CRIME_TRANSFER,
    TRANSFER_TO_POLICE,
    POLICE_ANSWER,
    HAND_OVER_EXHIBITS,
    ASK_RECONSIDERATION,
    TAKE_BACK,
)
