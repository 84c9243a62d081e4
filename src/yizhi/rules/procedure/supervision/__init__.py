"""执法监督 A matter of supervision from its registering to its end. 行政执法监督条例 第26条 to 第33条.

The justice office of a town registers and gathers, nothing more; the supervising body issues letters; the government decides.
"""

from datetime import date

from yizhi.rules.procedure.supervision import answering, checking, officers, papers
from yizhi.rules.procedure.table import Procedure, Stage

STAGES = (
    Stage("noticed", "发现线索"),
    Stage("registered", "已登记"),
    Stage("checking", "核查中"),
    Stage("found", "已查明"),
    Stage("correcting", "等报送纠正情况"),
    Stage("reported", "已报请本级政府"),
    Stage("decided", "已作出监督决定"),
    Stage("answered", "已报送纠正情况"),
    Stage("archived", "已办结归档", ended=True),
)

SUPERVISION = Procedure(
    kind="supervision",
    name="执法监督",
    version=1,
    in_force_from=date(2026, 2, 1),
    stages=STAGES,
    acts=(*checking.ACTS, *papers.ACTS, *answering.ACTS, *officers.ACTS, checking.CLOSE_MATTER),
    thing="监督事项",
)
