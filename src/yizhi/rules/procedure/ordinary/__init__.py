"""普通程序 The ordinary procedure, from a lead to the archive. 行政处罚法 第54条 to 第62条.

The stages follow one dossier: lead, assessment, case, investigation, review, notice, defence, hearing, discussion, decision, service,
performance, demand, own enforcement or the court, closing, archive, and the six exits.
"""

from dataclasses import replace
from datetime import date

from yizhi.rules.procedure import contesting, correcting, enforcing, performing, reporting, serving, settling
from yizhi.rules.procedure.ordinary import (
    crime,
    decision,
    evidence,
    hearing,
    hold,
    investigation,
    jurisdiction,
    notice,
    opening,
    review,
    sealing,
)
from yizhi.rules.procedure.ordinary.opening import BEFORE_DECISION, UNPERFORMED
from yizhi.rules.procedure.secret_marks import MARK_SECRET
from yizhi.rules.procedure.settling import at
from yizhi.rules.procedure.table import Procedure, Stage

AFTER_DECISION = ("decided", *UNPERFORMED, "no_penalty", "closed")

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
    Stage("demanded", "已催告"),
    Stage("enforcing", "强制执行中"),
    Stage("court", "已申请人民法院强制执行"),
    Stage("not_opened", "不予立案", ended=True),
    Stage("withdrawn", "撤销立案", ended=True),
    Stage("terminated", "终止调查", ended=True),
    Stage("no_penalty", "不予处罚", ended=True),
    Stage("transferred", "移送其他机关", ended=True),
    Stage("criminal", "移送公安", ended=True),
    Stage("closed", "已结案", ended=True),
    Stage("archived", "已归档", ended=True),
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
        *evidence.ACTS,
        *hold.ACTS,
        *sealing.ACTS,
        *review.ACTS,
        *notice.ACTS,
        *hearing.ACTS,
        *decision.ACTS,
        at(settling.RECORD_PAYMENT, *UNPERFORMED),
        at(settling.COLLECT_FAR_OFF, "served"),
        at(settling.HAND_OVER_FINE, "served"),
        at(settling.REMIT_FINE, "served"),
        at(performing.DEMAND, "served", "demanded", to="demanded"),
        at(serving.SERVE_DEMAND, "demanded"),
        at(performing.APPLY_COURT, "demanded", to="court"),
        at(performing.COURT_ANSWER, "court"),
        at(performing.HEAR_DEMAND, "demanded", "enforcing", "court"),
        *enforcing.ACTS,
        at(serving.SERVE_ENFORCEMENT, "enforcing"),
        at(serving.SERVE_SUBSTITUTE, "enforcing"),
        at(performing.DEFER_PAYMENT, "served", "demanded"),
        at(serving.SERVE_DEFERRAL, "served", "demanded"),
        at(sealing.SERVE_SEALING_EXTENSION, *BEFORE_DECISION, "decided"),
        at(serving.SERVE_CORRECTION, *BEFORE_DECISION, "decided", *UNPERFORMED),
        at(serving.ATTEMPT_SERVICE, "notified", "hearing", "decided", "no_penalty", *UNPERFORMED),
        at(settling.DISPOSE_CONFISCATED, *UNPERFORMED, "closed"),
        at(settling.REVIEW_DISCLOSURE, "decided", *UNPERFORMED, "closed"),
        at(reporting.REPORT_PENALTY, "decided", *UNPERFORMED, "closed"),
        at(reporting.REPORT_COERCION, *BEFORE_DECISION, "decided", *UNPERFORMED, "no_penalty", "closed"),
        at(settling.ARCHIVE_CASE, "closed", "not_opened", "transferred", "criminal", to="archived"),
        at(correcting.CORRECT_DECISION, *AFTER_DECISION),
        at(correcting.SERVE_CORRECTED, *AFTER_DECISION),
        at(MARK_SECRET, *BEFORE_DECISION, *AFTER_DECISION),
        *jurisdiction.ACTS,
        *opening.EXITS,
        *crime.ACTS,
        *(at(act, *AFTER_DECISION) for act in contesting.ACTS if act is not contesting.CONTEST_RESULT),
        replace(contesting.CONTEST_RESULT, from_stages=AFTER_DECISION, branches=contesting.REDO),
    ),
)
