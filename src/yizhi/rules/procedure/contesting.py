"""复议应诉 A review or a suit against the decision: received, answered in time, its result written back. Each procedure names the stages."""

from yizhi.rules.procedure.guards import contesting
from yizhi.rules.procedure.table import APPROVER, CLERK, LEGAL_REVIEWER, OFFICER, Act, Branch, may, needs

ANYBODY = frozenset([OFFICER, APPROVER, CLERK, LEGAL_REVIEWER])
BY_EITHER = frozenset([APPROVER, LEGAL_REVIEWER])

RECEIVE_REVIEW = Act(
    kind="receive_review",
    name="收到行政复议申请",
    does="记下行政复议申请书副本哪天收到；十个工作日内答复，简易程序五个工作日。",
    articles=("行政复议法 第48条", "行政复议法 第54条"),
    from_stages=(),
    to_stage=None,
    by=ANYBODY,
    fields=needs("contest_number", "contest_body", "received_on", "contest_from", "simple_review") + may("evidence"),
    guards=(contesting.nothing_pending,),
    repeatable=True,
)

RECEIVE_SUIT = Act(
    kind="receive_suit",
    name="收到起诉状",
    does="记下起诉状副本哪天收到；十五日内提交证据、依据和答辩状。",
    articles=("行政诉讼法 第67条",),
    from_stages=(),
    to_stage=None,
    by=ANYBODY,
    fields=needs("contest_number", "court", "received_on", "contest_from") + may("evidence"),
    guards=(contesting.nothing_pending, contesting.review_before_suit),
    repeatable=True,
)

ANSWER_REVIEW = Act(
    kind="answer_review",
    name="提交行政复议答复",
    does="提出书面答复，提交作出决定的证据、依据和其他材料；逾期视为没有证据、依据。",
    articles=("行政复议法 第48条", "行政复议法 第70条"),
    from_stages=(),
    to_stage=None,
    by=BY_EITHER,
    fields=needs("answer_text", "evidence"),
    papers=("review-answer", "evidence-catalogue"),
    guards=(contesting.pending, contesting.answered_in_time, contesting.nothing_collected_since),
    on_file=("receive_review",),
    repeatable=True,
)

ANSWER_SUIT = Act(
    kind="answer_suit",
    name="提交答辩状",
    does="提交作出决定的证据和所依据的规范性文件，提出答辩状；逾期视为没有证据。",
    articles=("行政诉讼法 第67条", "行政诉讼法 第34条"),
    from_stages=(),
    to_stage=None,
    by=BY_EITHER,
    fields=needs("answer_text", "evidence"),
    papers=("suit-answer", "evidence-catalogue"),
    guards=(contesting.pending, contesting.answered_in_time, contesting.nothing_collected_since),
    on_file=("receive_suit",),
    repeatable=True,
)

CONTEST_RESULT = Act(
    kind="contest_result",
    name="记录复议、诉讼结果",
    does="维持的照常执行；变更的按变更后的；撤销的不再执行；责令重新作出的，重新调查、告知、决定。",
    articles=("行政复议法 第63条", "行政复议法 第64条", "行政复议法 第68条", "行政诉讼法 第70条"),
    from_stages=(),
    to_stage=None,
    by=ANYBODY,
    fields=needs("contest_outcome", "result_on", "reason") + may("changed_fine_yuan", "evidence"),
    guards=(contesting.pending, contesting.change_named),
    repeatable=True,
)

REDO = (Branch("contest_outcome", "redo", "investigation"),)
"""Where the procedure can begin anew, a decision to be made again leads back to the investigation."""

RECEIVE_REVIEW_OPINION = Act(
    kind="receive_review_opinion",
    name="收到行政复议意见书",
    does="记下意见书哪天收到、说了什么；六十日内报送纠正情况。",
    articles=("行政复议法 第76条",),
    from_stages=(),
    to_stage=None,
    by=ANYBODY,
    fields=needs("received_on", "opinion_text") + may("evidence"),
    repeatable=True,
)

REPORT_CORRECTION = Act(
    kind="report_correction",
    name="报送纠正情况",
    does="把纠正违法、不当行为的情况报送行政复议机关。",
    articles=("行政复议法 第76条",),
    from_stages=(),
    to_stage=None,
    by=BY_EITHER,
    fields=needs("corrected_how") + may("evidence"),
    on_file=("receive_review_opinion",),
    repeatable=True,
)

ACTS = (
    RECEIVE_REVIEW,
    ANSWER_REVIEW,
    RECEIVE_SUIT,
    ANSWER_SUIT,
    CONTEST_RESULT,
    RECEIVE_REVIEW_OPINION,
    REPORT_CORRECTION,
)
