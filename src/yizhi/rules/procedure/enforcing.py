"""行政强制执行 Own enforcement by a body that a law gives the power, substitute performance, agreement, pause and end."""

from yizhi.rules.procedure.guards import competence, enforcing, pausing, performing, reporting
from yizhi.rules.procedure.table import APPROVER, OFFICER, Act, carries, may, may_carry, needs

BY_APPROVER = frozenset([APPROVER])
BY_OFFICER = frozenset([OFFICER])

ANNOUNCE_DEMOLITION = Act(
    kind="announce_demolition",
    name="公告限期自行拆除",
    does="对违法的建筑物、构筑物、设施需要强制拆除的，予以公告，限期当事人自行拆除。",
    articles=("行政强制法 第44条",),
    from_stages=("served", "demanded"),
    to_stage=None,
    by=frozenset([OFFICER, APPROVER]),
    fields=needs("demolish_what", "demolish_until", "published_where") + may("evidence"),
    papers=("enforcement-announcement",),
    authority="coercive_measure",
    repeatable=True,
)

DECIDE_ENFORCEMENT = Act(
    kind="decide_enforcement",
    name="决定强制执行",
    does="法律授予行政强制执行权的机关，经催告期满仍不履行的，由负责人决定强制执行。",
    articles=("行政强制法 第34条", "行政强制法 第37条"),
    from_stages=("demanded",),
    to_stage="enforcing",
    by=BY_APPROVER,
    fields=needs("enforce_way", "own_power_basis", "enforce_reason", "enforce_at")
    + may("planning_area", "government_order", "enforce_plan", "urgent_reason", "opinion"),
    papers=("enforcement-decision",),
    guards=(
        enforcing.demand_ran_out,
        enforcing.remedies_over,
        enforcing.late_for_thirty_days,
        enforcing.demolition_announced,
        competence.demolition_by_whom,
        reporting.major_coercion_told,
        enforcing.not_at_night,
        enforcing.no_utilities,
    ),
    authority="coercive_measure",
    on_file=("demand", "serve_demand"),
)

DECIDE_SUBSTITUTE = Act(
    kind="decide_substitute",
    name="决定代履行",
    does="不履行排除妨碍、恢复原状义务，后果已经或者将危害交通安全、污染环境、破坏自然资源的，可以代履行。",
    articles=("行政强制法 第50条", "行政强制法 第51条"),
    from_stages=("served", "demanded"),
    to_stage="enforcing",
    by=BY_APPROVER,
    fields=needs(
        "substitute_ground",
        "substitute_what",
        "substitute_way",
        "substitute_at",
        "substitute_by",
        "substitute_cost_yuan",
        "enforce_reason",
    )
    + may("substitute_at_once", "urgent_reason", "opinion"),
    papers=("substitute-decision",),
    guards=(enforcing.substitute_demanded, enforcing.not_at_night, enforcing.no_utilities),
    authority="coercive_measure",
)

CARRY_OUT = Act(
    kind="carry_out_enforcement",
    name="实施强制执行、代履行",
    does="由执法人员到场实施或者监督，制作执行文书，由到场的人签名。",
    articles=("行政强制法 第51条第1款", "行政强制法 第43条"),
    from_stages=("enforcing",),
    to_stage=None,
    by=BY_OFFICER,
    fields=needs("started_at", "ended_at", "enforce_result")
    + may("present_people", "urgent_reason", "evidence")
    + carries("place_text"),
    papers=("enforcement-record",),
    guards=(
        enforcing.not_at_night,
        enforcing.served_before_force,
        enforcing.not_contested,
        pausing.enforcement_decided,
        pausing.not_paused,
    ),
    authority="coercive_measure",
    repeatable=True,
    present=True,
    likely=True,
)

MAKE_AGREEMENT = Act(
    kind="make_agreement",
    name="达成执行协议",
    does="不损害公共利益和他人权益的，可以约定分阶段履行；采取补救措施的，可以减免加处的罚款。",
    articles=("行政强制法 第42条",),
    from_stages=("demanded", "enforcing"),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("agreement_terms", "perform_by") + may("remedied", "late_fine_waived_yuan", "evidence"),
    papers=("enforcement-agreement",),
    guards=(performing.waiver_fits, enforcing.no_utilities),
    repeatable=True,
)

SUSPEND_ENFORCEMENT = Act(
    kind="suspend_enforcement",
    name="中止强制执行",
    does="当事人暂无履行能力、第三人主张权利等情形出现的，中止执行。",
    articles=("行政强制法 第39条第1款",),
    from_stages=("enforcing",),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("enforce_suspend_ground", "reason"),
    papers=("enforcement-suspension",),
    guards=(pausing.enforcement_decided, pausing.not_paused),
    repeatable=True,
)

RESUME_ENFORCEMENT = Act(
    kind="resume_enforcement",
    name="恢复强制执行",
    does="中止的情形消失，或者当事人不履行执行协议的，恢复执行。",
    articles=("行政强制法 第39条第2款", "行政强制法 第42条第2款"),
    from_stages=("enforcing",),
    to_stage=None,
    by=BY_APPROVER,
    fields=needs("reason"),
    papers=("enforcement-resumption",),
    guards=(pausing.enforcement_decided, pausing.is_paused),
    repeatable=True,
)

END_ENFORCEMENT = Act(
    kind="end_enforcement",
    name="终结强制执行",
    does="没有可以执行的，或者据以执行的决定被撤销的，终结执行。",
    articles=("行政强制法 第40条", "行政强制法 第39条第2款"),
    from_stages=("demanded", "enforcing"),
    to_stage="enforcing",
    by=BY_APPROVER,
    fields=needs("enforce_end_ground", "reason") + may_carry("own_power_basis"),
    papers=("enforcement-end",),
    guards=(pausing.three_years_passed,),
)

ACTS = (
    ANNOUNCE_DEMOLITION,
    DECIDE_ENFORCEMENT,
    DECIDE_SUBSTITUTE,
    CARRY_OUT,
    MAKE_AGREEMENT,
    SUSPEND_ENFORCEMENT,
    RESUME_ENFORCEMENT,
    END_ENFORCEMENT,
)
