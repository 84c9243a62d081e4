"""涉企行政检查 Inspection of enterprises and the self-employed: planned, approved, notified, on the spot, its result. One body's part of a visit.

Sources: `procedure.md` 1; 国办发〔2024〕54号 and 川办发〔2025〕18号, both known from reprints only (paragraphs unconfirmed).
"""

from dataclasses import replace
from datetime import date

from yizhi.rules.procedure.guards import inspecting, inspection_plan, inspection_steps, investigation
from yizhi.rules.procedure.table import (
    APPROVER,
    OFFICER,
    Act,
    Branch,
    Procedure,
    Stage,
    carries,
    may,
    may_carry,
    needs,
)
from yizhi.rules.procedure.visiting import STATE

BY_OFFICER, BY_HEAD = frozenset([OFFICER]), frozenset([APPROVER])
PLAN = (
    needs("inspection_kind", "inspection_reason", "inspect_from", "inspect_until", "handlers", "place_text")
    + carries("inspection_items")
    + may("joint_bodies")
)
PLANNED = carries(*inspection_steps.AS_PLANNED, "times_this_year") + may_carry("joint_bodies")
STANDING = (
    inspecting.body_confirmed,
    inspecting.town_confirmed_by_justice,
    inspecting.items_are_named,
    inspecting.items_published,
    inspecting.inside_territory,
    inspecting.everyone_certified,
    inspecting.power_held,
)

STAGES = (
    Stage("planned", "已安排，等批准"),
    Stage("approved", "已批准"),
    Stage("notified", "已通知"),
    Stage("on_site", "检查中"),
    Stage("recorded", "已作笔录"),
    Stage("correcting", "责令改正，等改正"),
    Stage("finished", "已完成", ended=True),
    Stage("withdrawn", "已撤销", ended=True),
    Stage("archived", "已归档", ended=True),
)

PLAN_INSPECTION = Act(
    kind="plan_inspection",
    name="安排检查",
    does="写明查谁、查什么、哪天、谁去，报负责人批准；同一家已有安排的并入一次。",
    articles=(STATE, "川办发〔2025〕18号 一(二)"),
    from_stages=("planned", "approved"),
    to_stage="planned",
    by=BY_OFFICER,
    fields=(*PLAN, *needs("times_this_year")),
    guards=(
        *STANDING,
        inspecting.within_annual_cap,
        inspection_plan.in_the_years_plan,
        inspecting.not_apart,
        inspecting.times_planned,
    ),
    repeatable=True,
)

APPROVE_INSPECTION = Act(
    kind="approve_inspection",
    name="批准检查",
    does="负责人核对主体、事项、人员和频次以后批准；投诉举报、转办交办和企业申请的检查也要批准。",
    articles=(STATE,),
    from_stages=("planned",),
    to_stage="approved",
    by=BY_HEAD,
    fields=needs("opinion") + PLANNED,
    papers=("inspection-approval",),
    guards=(*STANDING, inspection_steps.as_planned, inspecting.within_annual_cap, inspection_plan.in_the_years_plan),
    on_file=("plan_inspection",),
    likely=True,
)

NOTIFY_INSPECTION = Act(
    kind="notify_inspection",
    name="通知检查",
    does="把检查通知书交给对方，写明谁来、以谁的名义、查什么，印有核验用的检查码。",
    articles=(STATE,),
    from_stages=("approved",),
    to_stage="notified",
    by=BY_OFFICER,
    fields=needs("recipient", "visit_code") + may("refused_signature") + PLANNED,
    papers=("inspection-notice",),
    guards=(inspection_steps.as_planned,),
    on_file=("approve_inspection",),
    likely=True,
)

BEGIN_INSPECTION = Act(
    kind="begin_inspection",
    name="到场检查",
    does="两名以上执法人员到场，主动出示执法证件，告知对方的权利，再开始检查。",
    articles=("行政处罚法 第55条第1款", STATE),
    from_stages=("notified",),
    to_stage="on_site",
    by=BY_OFFICER,
    fields=needs("credentials_shown", "rights_told"),
    guards=(
        *(guard for guard in STANDING if guard is not inspecting.items_are_named),
        inspecting.on_the_approved_day,
        inspecting.cap_still_free,
        inspecting.certificates_shown,
        investigation.rights_told,
    ),
    authority="inspect",
    on_file=("approve_inspection", "notify_inspection"),
    present=True,
    likely=True,
)

INSPECT_URGENTLY = Act(
    kind="inspect_urgently",
    name="紧急当场检查",
    does="情况紧急来不及报批的，先通知、出示证件当场检查，同时报告负责人，回来补办审批。",
    articles=(STATE,),
    from_stages=("planned", "approved"),
    to_stage="on_site",
    by=BY_OFFICER,
    fields=needs("inspection_urgent_reason", "urgency_told_to", "credentials_shown", "rights_told")
    + needs("visit_code")
    + tuple(replace(field, carried=True) for field in (*PLAN, *needs("times_this_year")))
    + may("recipient", "refused_signature"),
    papers=("inspection-notice",),
    guards=(*STANDING, inspecting.certificates_shown, investigation.rights_told),
    authority="inspect",
    present=True,
)

MAKE_UP_APPROVAL = Act(
    kind="make_up_approval",
    name="补办审批",
    does="紧急当场检查以后，由负责人补办审批手续；文件没有写小时数，尽快办。",
    articles=(STATE,),
    from_stages=("on_site", "recorded", "correcting", "finished"),
    to_stage=None,
    by=BY_HEAD,
    fields=needs("opinion") + PLANNED + carries("inspection_urgent_reason", "urgency_told_to"),
    papers=("inspection-approval",),
    guards=(inspection_steps.as_planned,),
    on_file=("inspect_urgently",),
)

RECORD_INSPECTION = Act(
    kind="record_inspection",
    name="作现场检查笔录",
    does="写下看到的情况和对方的意见，核对以后各方签名。",
    articles=("行政处罚法 第55条第2款", STATE),
    from_stages=("on_site",),
    to_stage="recorded",
    by=BY_OFFICER,
    fields=needs("started_at", "ended_at", "findings")
    + may("present_people", "party_opinion", "evidence")
    + carries("place_text", "inspection_items"),
    papers=("inspection-record",),
    guards=(investigation.times_in_order, inspecting.everyone_certified),
    authority="inspect",
    present=True,
    likely=True,
)

FIND_NOTHING = Act(
    kind="find_nothing",
    name="未发现问题",
    does="记下没有发现问题，这次检查办结。",
    articles=(STATE,),
    from_stages=("recorded",),
    to_stage="finished",
    by=BY_OFFICER,
    fields=may("result_words"),
    guards=(inspecting.approval_made_up,),
    on_file=("record_inspection",),
    likely=True,
)

ORDER_INSPECTED = Act(
    kind="order_inspected",
    name="责令限期改正",
    does="写明改什么、哪天以前改好；到期复查，复查也算一次检查。",
    articles=("行政处罚法 第28条第1款",),
    from_stages=("recorded",),
    to_stage="correcting",
    by=BY_OFFICER,
    fields=needs("demand", "correct_by") + carries("findings"),
    papers=("correction-order",),
    guards=(inspection_steps.time_to_correct,),
    on_file=("record_inspection",),
)

CONFIRM_CORRECTION = Act(
    kind="confirm_correction",
    name="核实改正",
    does="看材料或者到现场复查，记下改了没有；没有改的，转为线索。",
    articles=("行政处罚法 第28条第1款",),
    from_stages=("correcting",),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("corrected", "corrected_by_way", "corrected_how") + may("recheck_dossier", "evidence"),
    branches=(Branch("corrected", True, "finished"),),
    guards=(inspecting.approval_made_up, inspection_steps.recheck_is_a_visit),
    on_file=("order_inspected",),
    likely=True,
    repeatable=True,
)

HAND_OVER_LEAD = Act(
    kind="hand_over_lead",
    name="转为线索",
    does="发现涉嫌违法的，登记为线索，检查记下的情况一并带过去，不用再填。",
    articles=("行政处罚法 第54条第1款",),
    from_stages=("recorded", "correcting"),
    to_stage="finished",
    by=BY_OFFICER,
    fields=needs("lead_dossier") + carries("findings"),
    on_file=("record_inspection",),
)

WITHDRAW_INSPECTION = Act(
    kind="withdraw_inspection",
    name="撤销检查",
    does="不去检查了，写明理由。",
    articles=(STATE,),
    from_stages=("planned", "approved", "notified"),
    to_stage="withdrawn",
    by=frozenset([OFFICER, APPROVER]),
    fields=needs("reason"),
    on_file=("plan_inspection",),
    exit=True,
)

ARCHIVE_INSPECTION = Act(
    kind="archive_inspection",
    name="检查归档",
    does="材料齐了，归入检查档案，不再改动。",
    articles=("行政处罚法 第47条",),
    from_stages=("finished", "withdrawn"),
    to_stage="archived",
    by=BY_OFFICER,
    guards=(inspecting.approval_made_up,),
    likely=True,
)

INSPECTION = Procedure(
    kind="inspection",
    name="行政检查",
    version=1,
    in_force_from=date(2025, 1, 3),
    stages=STAGES,
    acts=(
        PLAN_INSPECTION,
        APPROVE_INSPECTION,
        NOTIFY_INSPECTION,
        BEGIN_INSPECTION,
        INSPECT_URGENTLY,
        RECORD_INSPECTION,
        FIND_NOTHING,
        ORDER_INSPECTED,
        CONFIRM_CORRECTION,
        HAND_OVER_LEAD,
        MAKE_UP_APPROVAL,
        WITHDRAW_INSPECTION,
        ARCHIVE_INSPECTION,
    ),
)
