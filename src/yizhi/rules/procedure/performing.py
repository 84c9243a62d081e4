"""履行 What follows a penalty that was served: paying later or in parts, the demand, the court. Each procedure names the stages."""

from yizhi.rules.procedure.guards import crime, enforcing, performing
from yizhi.rules.procedure.table import APPROVER, CLERK, OFFICER, Act, Branch, carries, may, may_carry, needs

BY_APPROVER = frozenset([APPROVER])

DEFER_PAYMENT = Act(
    kind="defer_payment",
    name="批准延期、分期缴纳",
    does="当事人确有经济困难并申请的，经批准可以暂缓或者分期缴纳罚款。",
    articles=("行政处罚法 第66条第2款",),
    from_stages=(),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("applied_on", "defer_kind", "pay_until", "reason") + may("instalments", "opinion", "evidence"),
    papers=("deferral-notice",),
    guards=(performing.deferral_fits, performing.deferral_asked_in_time),
    repeatable=True,
)

DEMAND = Act(
    kind="demand",
    name="催告",
    does="逾期不履行的，书面催告：履行的期限、方式、金额，当事人可以陈述、申辩。",
    articles=("行政强制法 第35条", "行政强制法 第54条"),
    from_stages=(),
    to_stage="demanded",
    by=frozenset([OFFICER, APPROVER]),
    fields=needs("demand_for", "perform_by", "perform_way")
    + may("demand_yuan", "late_fine_yuan", "duties_left")
    + carries("contact_phone"),
    papers=("demand",),
    guards=(performing.overdue_and_undone, performing.demand_exact, crime.fine_after_transfer),
    authority="inspect",
    repeatable=True,
    likely=True,
)

HEAR_DEMAND = Act(
    kind="hear_demand",
    name="听取催告后的陈述申辩",
    does="记录当事人对催告提出的事实、理由和证据，复核；成立的应当采纳。",
    articles=("行政强制法 第36条",),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER]),
    fields=needs("defence_text", "defence_accepted", "defence_opinion") + may("evidence"),
    on_file=("serve_demand",),
    repeatable=True,
    authority="inspect",
    present=True,
)

APPLY_COURT = Act(
    kind="apply_court",
    name="申请人民法院强制执行",
    does="复议、起诉期限届满，催告送达满十个工作日仍不履行的，三个月内申请。",
    articles=("行政强制法 第53条", "行政强制法 第55条"),
    from_stages=(),
    to_stage="court",
    by=BY_APPROVER,
    fields=needs("court", "apply_target", "party_opinion")
    + may_carry("demand_yuan", "late_fine_yuan", "duties_left", "perform_by")
    + may("evidence"),
    papers=("court-application",),
    guards=(
        enforcing.remedies_over_for_court,
        enforcing.ten_days_after_demand,
        enforcing.asked_within_three_months,
    ),
    authority="penalty_decision",
    on_file=("demand", "serve_demand"),
    likely=True,
)

COURT_ANSWER = Act(
    kind="court_answer",
    name="记录人民法院的处理",
    does="五日内受理，受理后七日内裁定；对不予受理、不予执行有异议的，十五日内向上一级人民法院申请复议。",
    articles=("行政强制法 第56条", "行政强制法 第57条", "行政强制法 第58条"),
    from_stages=(),
    to_stage=None,
    by=frozenset([OFFICER, APPROVER, CLERK]),
    fields=needs("court_result", "result_on") + may("reason", "evidence"),
    branches=(Branch("court_result", "not_accepted", "demanded"),),
    on_file=("apply_court",),
    repeatable=True,
    likely=True,
)
