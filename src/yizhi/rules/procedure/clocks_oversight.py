"""计时表：监督 The clocks of supervision. The provincial regulation names days; it holds as far as the national one does not say otherwise.

The national regulation leaves the term to answer to the paper (`letter_term`). What the provincial one calls 监督通知书 and 复查 is taken to
be the national 督办函, 意见书, 决定书 and 异议; registering is taken to be 立案, the stricter reading (both unconfirmed).
"""

from yizhi.rules.procedure.timing import Clock

PAPERS = ("issue_supervision_order", "issue_supervision_opinion", "issue_supervision_decision")
OVER = ("transfer_matter", "close_matter")

OVERSIGHT: tuple[Clock, ...] = (
    Clock(
        "supervision_notice",
        "通知被监督机关期限",
        "notify_body",
        {"": "sc-supervise-notify-5d"},
        ("register_matter",),
        ("notify_body", *PAPERS, *OVER),
    ),
    Clock(
        "supervision_statement",
        "提交书面说明期限",
        "explain_to_supervisor",
        {"": "sc-supervise-notify-5d"},
        ("receive_notice",),
        ("explain_to_supervisor", *PAPERS, *OVER),
        start_fact="received_on",
        figure="agency_reply_days",
    ),
    Clock(
        "supervision_transfer",
        "移送监督事项期限",
        "transfer_matter",
        {"": "sc-supervise-transfer-10d"},
        ("find_other_competence",),
        OVER,
    ),
    Clock(
        "supervision_correction",
        "纠正并报告期限",
        "answer_supervision",
        {"": "sc-supervise-correct-30d"},
        ("receive_letter",),
        ("answer_supervision", "answer_objection", "report_to_government", *OVER),
        start_fact="received_on",
        stops_if={"answer_objection": ("objection_outcome", "upheld")},
    ),
    Clock(
        "supervision_objection",
        "提出异议（申请复查）期限",
        "object_to_supervision",
        {"": "sc-supervise-review-15d"},
        ("receive_letter",),
        ("object_to_supervision", "report_to_government", *OVER),
        start_fact="received_on",
        others=True,
    ),
    Clock(
        "supervision_objection_answer",
        "答复异议（复查）期限",
        "answer_objection",
        {"": "sc-supervise-review-15d"},
        ("object_to_supervision",),
        ("answer_objection",),
        missed="条文没有直接写明",
    ),
)
