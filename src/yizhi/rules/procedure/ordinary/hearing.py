"""听证 The hearing: asked for, its chair named, its day made known, held or ended, reported, and the legal review after it."""

from yizhi.rules.procedure.guards import hearing, hearing_request, investigation, people, recording, review, serving
from yizhi.rules.procedure.ordinary.review import POINTS
from yizhi.rules.procedure.settling import SERVICE_FIELDS
from yizhi.rules.procedure.table import (
    APPROVER,
    CLERK,
    LEGAL_REVIEWER,
    OFFICER,
    REVIEWER,
    Act,
    Branch,
    PaperIf,
    carries,
    may,
    needs,
)

CHAIRING = frozenset([CLERK, REVIEWER, LEGAL_REVIEWER])
"""Who writes down what the chair does; that the chair did not investigate is a guard's business."""

REQUEST_HEARING = Act(
    kind="request_hearing",
    name="受理听证申请",
    does="记下当事人哪天、用什么方式要求听证；从这一天起依法组织听证。",
    articles=("行政处罚法 第64条", "行政处罚法 第63条"),
    from_stages=("defence",),
    to_stage="hearing",
    by=frozenset([OFFICER, CLERK]),
    fields=needs("hearing_requested_on", "hearing_request_way") + may("hearing_request_note", "evidence"),
    papers_if=(PaperIf("hearing-request-record", "hearing_request_note"),),
    guards=(
        hearing_request.hearing_offered,
        hearing_request.requested_in_time,
        hearing_request.oral_request_written_down,
        hearing_request.not_given_up,
    ),
    on_file=("serve_notice",),
    sets=(("hearing_requested", True),),
)

APPOINT_HEARING = Act(
    kind="appoint_hearing",
    name="指定听证主持人",
    does="由负责人指定没有参加本案调查的人员主持听证，可以另设听证员、记录员。",
    articles=("行政处罚法 第64条第4项", "市场监督管理行政处罚听证办法 第11条"),
    from_stages=("hearing",),
    to_stage=None,
    by=frozenset([APPROVER]),
    fields=needs("hearing_chair") + may("hearing_members", "hearing_recorder"),
    papers=("hearing-chair-appointment",),
    guards=(hearing.chair_did_not_investigate, hearing.staff_numbers, hearing.chair_appointed_in_time),
    on_file=("request_hearing",),
    repeatable=True,
    likely=True,
)

HAND_OVER_HEARING_FILE = Act(
    kind="hand_over_hearing_file",
    name="移交听证材料",
    does="承办人员把案件材料移交听证主持人。",
    articles=("行政处罚法 第64条", "市场监督管理行政处罚听证办法 第19条"),
    from_stages=("hearing",),
    to_stage=None,
    by=frozenset([OFFICER, CLERK]),
    on_file=("appoint_hearing",),
    repeatable=True,
    likely=True,
)

NOTIFY_HEARING = Act(
    kind="notify_hearing",
    name="听证通知",
    does="定下听证的时间、地点，制作听证通知书；公开举行的，同时公告。",
    articles=("行政处罚法 第64条第2项", "行政处罚法 第64条第3项"),
    from_stages=("hearing",),
    to_stage=None,
    by=CHAIRING,
    fields=needs("hearing_at", "hearing_place", "hearing_open") + may("hearing_closed_reason"),
    papers=("hearing-notice",),
    papers_if=(PaperIf("hearing-announcement", "hearing_open"),),
    guards=(hearing.chair_fit, hearing.days_enough, hearing.announced_in_time, hearing.open_or_reason),
    on_file=("appoint_hearing",),
    repeatable=True,
    likely=True,
)

SERVE_HEARING_NOTICE = Act(
    kind="serve_hearing_notice",
    name="送达听证通知书",
    does="在举行听证的七个工作日前，把听证通知书送达当事人。",
    articles=("行政处罚法 第64条第2项", "行政处罚法 第61条"),
    from_stages=("hearing",),
    to_stage=None,
    by=frozenset([OFFICER]),
    fields=SERVICE_FIELDS,
    papers=("service-return",),
    guards=(*serving.WAYS, hearing.served_days_before),
    authority="inspect",
    on_file=("notify_hearing",),
    serves="notify_hearing",
    repeatable=True,
    present=True,
    likely=True,
)

POSTPONE_HEARING = Act(
    kind="postpone_hearing",
    name="听证延期、中止",
    does="有正当理由不能如期举行或者不能继续的，延期或者中止；原因消除后重新通知时间、地点。",
    articles=("行政处罚法 第64条",),
    from_stages=("hearing",),
    to_stage=None,
    by=CHAIRING | {APPROVER},
    fields=needs("hearing_change", "reason"),
    on_file=("notify_hearing",),
    repeatable=True,
)

HOLD_HEARING = Act(
    kind="hold_hearing",
    name="举行听证",
    does="调查人员提出违法事实、证据和处罚建议，当事人申辩、质证，制作笔录，核对后签名。",
    articles=("行政处罚法 第64条第7项", "行政处罚法 第64条第8项"),
    from_stages=("hearing",),
    to_stage=None,
    by=CHAIRING,
    fields=needs("started_at", "ended_at", "hearing_attendees", "hearing_minutes")
    + carries("hearing_place")
    + may("hearing_agents", "recorded", "not_recorded_why", "evidence"),
    papers=("hearing-record",),
    guards=(
        hearing.chair_fit,
        hearing.notified_for_this_day,
        hearing.two_agents_at_most,
        investigation.times_in_order,
        recording.recorded_or_why_not,
    ),
    on_file=("serve_hearing_notice",),
    repeatable=True,
    likely=True,
)

END_HEARING = Act(
    kind="end_hearing",
    name="听证终止",
    does="当事人无正当理由不出席、擅自退出或者撤回要求的，视为放弃，终止听证。",
    articles=("行政处罚法 第64条第6项",),
    from_stages=("hearing",),
    to_stage="heard",
    by=CHAIRING | {APPROVER},
    fields=needs("hearing_end_ground") + may("reason", "evidence"),
    papers=("hearing-end-record",),
    guards=(hearing.absent_after_notice, hearing.end_reason_written),
    on_file=("request_hearing",),
)

REPORT_HEARING = Act(
    kind="report_hearing",
    name="听证报告",
    does="听证结束后，主持人写出听证报告，提出处理意见。",
    articles=("行政处罚法 第65条", "市场监督管理行政处罚听证办法 第29条"),
    from_stages=("hearing",),
    to_stage="heard",
    by=CHAIRING,
    fields=needs("hearing_opinion"),
    papers=("hearing-report",),
    guards=(hearing.hearing_over, hearing.supplement_time_over, hearing.reported_in_time),
    on_file=("hold_hearing",),
    likely=True,
)

REVIEW_AFTER_HEARING = Act(
    kind="review_after_hearing",
    name="听证后法制审核",
    does="经过听证的案件，在听证结束后由法制审核人员审核，提出意见。",
    articles=("行政处罚法 第58条第1款第2项", "市场监督管理行政处罚程序规定 第50条第2款"),
    from_stages=("heard",),
    to_stage=None,
    by=frozenset([LEGAL_REVIEWER]),
    fields=POINTS + needs("outcome", "reviewer_opinion"),
    papers=("legal-review-opinion",),
    guards=(people.reviewer_not_handler, people.reviewer_qualified, review.points_agree),
    on_file=("report_hearing",),
    branches=(Branch("outcome", "supplement", "investigation"), Branch("outcome", "correct", "concluded")),
    repeatable=True,
    likely=True,
)

ACTS = (
    REQUEST_HEARING,
    APPOINT_HEARING,
    HAND_OVER_HEARING_FILE,
    NOTIFY_HEARING,
    SERVE_HEARING_NOTICE,
    HOLD_HEARING,
    REPORT_HEARING,
    REVIEW_AFTER_HEARING,
    POSTPONE_HEARING,
    END_HEARING,
)
