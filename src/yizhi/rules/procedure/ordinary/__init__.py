"""普通程序 The ordinary procedure, from a lead to the archive. 行政处罚法 第54条 to 第62条.

The stages follow one dossier: lead, assessment, case, investigation, review, notice, defence, hearing, discussion, decision, service,
closing, archive, and the six exits. Sealing and enforcement have their places and are not offered.
"""

from datetime import date

from yizhi.rules.procedure import settling
from yizhi.rules.procedure.ordinary import decision, hearing, hold, investigation, notice, opening, review, serving
from yizhi.rules.procedure.settling import at
from yizhi.rules.procedure.table import Place, Procedure, Stage

STAGES = (
    Stage("lead", "线索"),
    Stage("assessment", "核查"),
    Stage("opened", "已立案"),
    Stage("investigation", "调查取证"),
    Stage("concluded", "调查终结，待送审"),
    Stage("review", "审核中"),
    Stage("approved", "审核已通过，待告知"),
    Stage("notified", "已制作告知书，待送达"),
    Stage("defence", "陈述申辩"),
    Stage("hearing", "听证中"),
    Stage("heard", "听证已结束，待决定"),
    Stage("discussion", "已集体讨论，待决定"),
    Stage("decided", "已决定，待送达"),
    Stage("served", "已送达，待履行"),
    Stage("not_opened", "不予立案", ended=True),
    Stage("withdrawn", "撤销立案", ended=True),
    Stage("terminated", "终止调查", ended=True),
    Stage("no_penalty", "不予处罚", ended=True),
    Stage("transferred", "移送其他机关", ended=True),
    Stage("criminal", "移送公安", ended=True),
    Stage("closed", "已结案", ended=True),
    Stage("archived", "已归档", ended=True),
)

PLACES = (
    Place("sealing", "查封、扣押", "opened", "concluded", ("行政强制法 第22条", "行政强制法 第25条")),
    Place("defer_payment", "暂缓、分期缴纳罚款", "served", "closed", ("行政处罚法 第66条",)),
    Place(
        "enforce", "催告与强制执行", "served", "closed", ("行政处罚法 第72条", "行政强制法 第35条", "行政强制法 第53条")
    ),
)

ORDINARY = Procedure(
    kind="ordinary",
    name="普通程序",
    version=1,
    in_force_from=date(2021, 7, 15),
    stages=STAGES,
    acts=(
        *opening.ACTS,
        *investigation.ACTS,
        *hold.ACTS,
        *review.ACTS,
        *notice.ACTS,
        *hearing.ACTS,
        *decision.ACTS,
        *serving.ACTS,
        at(settling.RECORD_PAYMENT, "served"),
        at(settling.COLLECT_FAR_OFF, "served"),
        at(settling.HAND_OVER_FINE, "served"),
        at(settling.REMIT_FINE, "served"),
        at(settling.REVIEW_DISCLOSURE, "decided", "served", "closed"),
        at(settling.ARCHIVE_CASE, "closed", "not_opened", "transferred", "criminal", to="archived"),
        *opening.EXITS,
    ),
    places=PLACES,
)
