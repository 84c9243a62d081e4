"""简易程序 The summary procedure: a penalty decided on the spot. 行政处罚法 第51条 to 第52条."""

from dataclasses import replace
from datetime import date

from yizhi.rules.procedure import contesting, performing, serving, settling
from yizhi.rules.procedure.guards import closing, competence, decision, investigation, on_the_spot, party, recording
from yizhi.rules.procedure.secret_marks import MARK_SECRET
from yizhi.rules.procedure.settling import at
from yizhi.rules.procedure.table import (
    APPROVER,
    OFFICER,
    Act,
    PaperIf,
    Procedure,
    Stage,
    carries,
    follows,
    may,
    needs,
)

BY_OFFICER = frozenset([OFFICER])

STAGES = (
    Stage("scene", "发现违法"),
    Stage("identified", "已出示证件"),
    Stage("established", "事实已查明"),
    Stage("told", "已告知"),
    Stage("heard", "已听取申辩"),
    Stage("delivered", "已决定并交付"),
    Stage("filed", "已备案"),
    Stage("demanded", "已催告"),
    Stage("court", "已申请人民法院强制执行"),
    Stage("to_ordinary", "转普通程序", ended=True),
    Stage("archived", "已归档", ended=True),
)

SHOW_CREDENTIALS = Act(
    kind="show_credentials",
    name="出示执法证件",
    does="两名执法人员向当事人出示执法证件，表明身份。",
    articles=("行政处罚法 第52条第1款", "行政处罚法 第55条第1款"),
    from_stages=("scene",),
    to_stage="identified",
    by=BY_OFFICER,
    fields=needs("found_on", "place_text", "description", "credentials_shown") + may("act_day", "evidence"),
    guards=(investigation.credentials_shown,),
    authority="on_spot_penalty",
    present=True,
    likely=True,
)

ESTABLISH_FACTS = Act(
    kind="establish_facts",
    name="当场查明事实",
    does="查明违法事实，收集必要的证据；事实不确凿的转普通程序。",
    articles=("行政处罚法 第51条",),
    from_stages=("identified",),
    to_stage="established",
    by=BY_OFFICER,
    fields=needs("facts_found", "violated", "basis", "evidence")
    + may("started_at", "ended_at", "recorded", "not_recorded_why"),
    guards=(investigation.times_in_order, recording.recorded_or_why_not),
    authority="inspect",
    present=True,
    likely=True,
)

TELL_ON_SPOT = Act(
    kind="tell_on_spot",
    name="当场告知",
    does="告知拟给予的处罚内容及事实、理由、依据，告知有权陈述、申辩。",
    articles=("行政处罚法 第44条",),
    from_stages=("established", "heard"),
    to_stage="told",
    by=BY_OFFICER,
    fields=needs("proposed_penalty_kinds", "rights_told", "discretion_reason")
    + may("proposed_fine_yuan", "proposed_penalty")
    + carries("facts_found", "violated", "basis"),
    guards=(
        competence.liberty_police_only,
        investigation.rights_told,
        decision.penalty_consistent,
        on_the_spot.within_threshold,
    ),
    authority="on_spot_penalty",
    present=True,
    repeatable=True,
    likely=True,
)

HEAR_ON_SPOT = Act(
    kind="hear_on_spot",
    name="听取陈述申辩",
    does="听取当事人的陈述、申辩并复核；成立的应当采纳，不得因此加重。",
    articles=("行政处罚法 第45条",),
    from_stages=("told",),
    to_stage="heard",
    by=BY_OFFICER,
    fields=needs("defence_waived") + may("defence_text", "defence_accepted", "defence_opinion"),
    guards=(on_the_spot.defence_examined,),
    on_file=("tell_on_spot",),
    authority="on_spot_penalty",
    present=True,
    likely=True,
)

DECIDE_ON_SPOT = Act(
    kind="decide_on_spot",
    name="当场决定并交付",
    does="填写预定格式、编有号码的决定书，签名后当场交付当事人；拒绝签收的注明。",
    articles=("行政处罚法 第51条", "行政处罚法 第52条"),
    from_stages=("heard",),
    to_stage="delivered",
    by=BY_OFFICER,
    fields=follows("penalty_kinds", "proposed_penalty_kinds")
    + follows("fine_yuan", "proposed_fine_yuan", required=False)
    + needs("recipient")
    + may("other_penalty", "refused_signature", "evidence")
    + carries("facts_found", "violated", "basis", "discretion_reason", "place_text"),
    papers=("on-spot-decision",),
    papers_if=(PaperIf("payment-slip", "fine_yuan"),),
    guards=(
        competence.liberty_police_only,
        on_the_spot.within_threshold,
        decision.penalty_consistent,
        decision.not_heavier,
        decision.same_grounds,
        on_the_spot.review_comes_first,
        party.not_fined_twice,
        party.age_allows,
    ),
    authority="on_spot_penalty",
    on_file=("tell_on_spot", "hear_on_spot"),
    present=True,
    likely=True,
    milestone=True,
)

FILE_ON_SPOT = Act(
    kind="file_on_spot",
    name="备案",
    does="把当场作出的处罚决定报所属行政机关备案，案件材料交存。",
    articles=("行政处罚法 第52条第3款",),
    from_stages=("delivered",),
    to_stage="filed",
    by=BY_OFFICER,
    fields=needs("filed_on") + settling.TALLY_FIELDS,
    papers=("on-spot-filing",),
    on_file=("decide_on_spot",),
    likely=True,
)

TURN_TO_ORDINARY = Act(
    kind="turn_to_ordinary",
    name="转普通程序",
    does="不符合当场处罚条件的，转为普通程序立案办理。",
    articles=("行政处罚法 第54条",),
    from_stages=("scene", "identified", "established", "told", "heard"),
    to_stage="to_ordinary",
    by=frozenset([OFFICER, APPROVER]),
    fields=needs("reason"),
    exit=True,
)

SUMMARY = Procedure(
    kind="summary",
    name="简易程序",
    version=1,
    in_force_from=date(2021, 7, 15),
    stages=STAGES,
    acts=(
        SHOW_CREDENTIALS,
        ESTABLISH_FACTS,
        TELL_ON_SPOT,
        HEAR_ON_SPOT,
        DECIDE_ON_SPOT,
        at(settling.COLLECT_ON_SPOT, "delivered", "filed"),
        at(performing.DEFER_PAYMENT, "delivered", "filed", "demanded"),
        at(serving.SERVE_DEFERRAL, "delivered", "filed", "demanded"),
        at(performing.DEMAND, "filed", "demanded", to="demanded"),
        at(serving.SERVE_DEMAND, "demanded"),
        at(performing.HEAR_DEMAND, "demanded", "court"),
        at(performing.APPLY_COURT, "demanded", to="court"),
        at(performing.COURT_ANSWER, "court"),
        at(serving.ATTEMPT_SERVICE, "delivered", "filed", "demanded", "court"),
        at(settling.HAND_OVER_FINE, "delivered", "filed"),
        at(settling.REMIT_FINE, "delivered", "filed"),
        at(settling.RECORD_PAYMENT, "delivered", "filed", "demanded", "court"),
        FILE_ON_SPOT,
        *(at(act, "delivered", "filed", "demanded", "court") for act in contesting.ACTS),
        at(MARK_SECRET, "established", "told", "heard", "delivered", "filed", "demanded", "court"),
        at(settling.REVIEW_DISCLOSURE, "delivered", "filed", "demanded", "court"),
        TURN_TO_ORDINARY,
        replace(
            settling.ARCHIVE_CASE,
            from_stages=("filed", "demanded", "court", "to_ordinary"),
            guards=(closing.payment_settled, *settling.ARCHIVE_CASE.guards),
        ),
    ),
)
