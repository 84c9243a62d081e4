"""计时表 The table of clocks: which time limit runs between which acts, and by which rule in which domain."""

from yizhi.rules.procedure.clocks_after import AFTER_DECISION
from yizhi.rules.procedure.clocks_oversight import OVERSIGHT
from yizhi.rules.procedure.timing import Clock

CLOCKS: tuple[Clock, ...] = (
    Clock(
        "assessment",
        "核查期限",
        "open_case",
        {"market": "file-market", "housing_urban": "file-housing", "agriculture": "file-agri"},
        ("register_lead",),
        ("open_case", "reject_lead", "transfer_case"),
        start_fact="found_on",
        extended_by="extend_assessment",
        suspends=True,
    ),
    Clock(
        "decision",
        "办案期限",
        "decide_penalty",
        {"": "decision-90d"},
        ("open_case",),
        (
            "decide_penalty",
            "decide_no_penalty",
            "withdraw_case",
            "terminate_investigation",
            "transfer_case",
            "transfer_to_police",
        ),
        extended_by="extend_case",
        suspends=True,
    ),
    Clock(
        "review",
        "审核期限",
        "review_legality",
        {
            "market": "legal-review-10d-market",
            "housing_urban": "legal-review-10d-housing",
            "agriculture": "legal-review-5d-agri",
        },
        ("submit_review",),
        ("review_case", "review_legality", "supplement_investigation"),
        extended_by="extend_review",
        when={"review_kind": "legal_review"},
    ),
    Clock(
        "case_review",
        "审核期限",
        "review_case",
        {"market": "legal-review-10d-market"},
        ("submit_review",),
        ("review_case", "review_legality", "supplement_investigation"),
        extended_by="extend_review",
        when={"review_kind": "case_review"},
    ),
    Clock(
        "defence",
        "陈述、申辩期限",
        "hear_defence",
        {"market": "defense-5d-market", "housing_urban": "defense-5d-housing", "agriculture": "defense-3d-agri"},
        ("serve_notice",),
        ("waive_defence", "decide_penalty", "prior_notice", "supplement_investigation"),
        served=True,
        others=True,
    ),
    Clock(
        "hold",
        "登记保存处理期限",
        "handle_hold",
        {"": "preserve-7d"},
        ("hold_evidence",),
        ("handle_hold",),
        each=True,
    ),
    Clock(
        "hold_ratifying",
        "登记保存补批期限",
        "ratify_hold",
        {"market": "preserve-urgent-24h", "agriculture": "preserve-urgent-agri"},
        ("hold_evidence",),
        ("ratify_hold",),
        when={"hold_urgent": True},
    ),
    Clock(
        "sealing",
        "查封、扣押期限",
        "lift_sealing",
        {"": "seize-30d"},
        ("seal_property",),
        ("lift_sealing", "handle_sealed"),
        extended_by="extend_sealing",
        suspends=True,
        each=True,
        until_fact="seal_until",
    ),
    Clock(
        "sealing_ratifying",
        "查封、扣押补批期限",
        "ratify_sealing",
        {"": "coercion-urgent-24h"},
        ("seal_property",),
        ("ratify_sealing",),
        when={"seal_urgent": True},
    ),
    Clock(
        "hearing_request",
        "要求听证的期限",
        "request_hearing",
        {"": "hearing-request-5d"},
        ("serve_notice",),
        ("request_hearing", "decide_penalty", "decide_no_penalty", "prior_notice", "supplement_investigation"),
        served=True,
        known={"hearing_told": True},
        others=True,
    ),
    Clock(
        "hearing_chair",
        "确定听证主持人期限",
        "appoint_hearing",
        {"market": "hearing-host-appoint-3d-market"},
        ("request_hearing",),
        ("appoint_hearing", "end_hearing"),
        start_fact="hearing_requested_on",
    ),
    Clock(
        "hearing_handover",
        "移交听证材料期限",
        "hand_over_hearing_file",
        {"market": "hearing-handover-3d-market"},
        ("appoint_hearing",),
        ("hand_over_hearing_file", "end_hearing"),
    ),
    Clock(
        "hearing_date",
        "确定听证时间期限",
        "notify_hearing",
        {"market": "hearing-fix-date-5d-market"},
        ("hand_over_hearing_file",),
        ("notify_hearing", "end_hearing"),
    ),
    Clock(
        "hearing_notice",
        "听证通知送达期限",
        "serve_hearing_notice",
        {"": "hearing-notice-7d"},
        ("notify_hearing",),
        ("serve_hearing_notice", "postpone_hearing", "end_hearing"),
        start_fact="hearing_at",
    ),
    Clock(
        "hearing_supplement",
        "听证后补交证据期限",
        "report_hearing",
        {"agriculture": "hearing-supplement-3d-agri"},
        ("hold_hearing",),
        ("report_hearing", "end_hearing"),
        others=True,
    ),
    Clock(
        "hearing_report",
        "听证报告期限",
        "report_hearing",
        {"market": "hearing-report-5d-market"},
        ("hold_hearing",),
        ("report_hearing", "end_hearing"),
    ),
    Clock(
        "review_after_hearing",
        "听证后审核期限",
        "review_after_hearing",
        {
            "market": "legal-review-10d-market",
            "housing_urban": "legal-review-10d-housing",
            "agriculture": "legal-review-5d-agri",
        },
        ("report_hearing",),
        ("review_after_hearing", "prior_notice", "supplement_investigation"),
    ),
    Clock(
        "crime_decision",
        "决定是否移送公安期限",
        "decide_crime_transfer",
        {"": "crime-approve-3d"},
        ("report_crime",),
        ("decide_crime_transfer", "transfer_to_police"),
    ),
    Clock(
        "crime_transfer",
        "移送公安期限",
        "transfer_to_police",
        {"": "crime-transfer-24h"},
        ("decide_crime_transfer",),
        ("transfer_to_police", "report_crime"),
        when={"transfer_approved": True},
    ),
    Clock(
        "dispute",
        "管辖争议协商期限",
        "consult_jurisdiction",
        {
            "market": "jurisdiction-dispute-market",
            "housing_urban": "jurisdiction-dispute-housing",
            "agriculture": "jurisdiction-dispute-agri",
        },
        ("raise_dispute",),
        ("consult_jurisdiction", "request_designation", "record_designation"),
        start_fact="disputed_on",
    ),
    Clock(
        "designation",
        "指定管辖期限",
        "record_designation",
        {"market": "jurisdiction-designate-market"},
        ("request_designation",),
        ("record_designation",),
    ),
    *AFTER_DECISION,
    *OVERSIGHT,
)


def clock(clock_id: str) -> Clock:
    """Return a row of the table of clocks; an unknown id is a programmer's fault."""
    return next(row for row in CLOCKS if row.id == clock_id)


def others_time(rule: str) -> bool:
    """Say whether a limit by this rule is the time of the party, the court or the police 他人的期限; by it nobody here is late."""
    return rule in OTHERS_RULES


OTHERS_RULES = frozenset(rule for row in CLOCKS if row.others for rule in row.rules.values()) - frozenset(
    rule for row in CLOCKS if not row.others for rule in row.rules.values()
)
"""A rule that also sets a limit of the authority's own is not among them: of it the clock knows whose time it is."""
