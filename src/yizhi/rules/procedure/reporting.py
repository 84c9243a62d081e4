"""报送备案 Major decisions are reported to whoever supervises enforcement; recorded are the day, the receiver and what was sent."""

from yizhi.rules.procedure.guards import reporting
from yizhi.rules.procedure.table import APPROVER, CLERK, LEGAL_REVIEWER, OFFICER, Act, may, needs

ANYBODY = frozenset([OFFICER, APPROVER, CLERK, LEGAL_REVIEWER])
FIELDS = needs("reported_on", "reported_to", "reported_what") + may("evidence")

REPORT_PENALTY = Act(
    kind="report_penalty",
    name="报送重大行政处罚备案",
    does="把决定书和必要的说明材料报行政执法监督机关备案，记下哪天报、报给谁。",
    articles=("四川省行政执法监督条例 第36条第1款", "四川省重大行政处罚行政强制备案规定 第2条"),
    from_stages=(),
    to_stage=None,
    by=ANYBODY,
    fields=FIELDS,
    guards=(reporting.penalty_reported,),
    on_file=("decide_penalty",),
)

REPORT_COERCION = Act(
    kind="report_coercion",
    name="报送重大行政强制备案",
    does="把决定书和必要的说明材料报行政执法监督机关备案，记下哪天报、报给谁。",
    articles=("四川省行政执法监督条例 第36条第1款", "四川省重大行政处罚行政强制备案规定 第3条"),
    from_stages=(),
    to_stage=None,
    by=ANYBODY,
    fields=FIELDS,
    guards=(reporting.coercion_reported,),
    repeatable=True,
)
