"""计时表 The table of clocks: which time limit runs between which acts, and by which rule in which domain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from yizhi.rules.deadlines import domain_of


@dataclass(frozen=True, slots=True)
class Clock:
    """A row of the table of clocks: which rule by domain, which act starts it, which ends it, which act it presses for.

    `rules` maps a domain's identifier to a rule id, "" to the one of every other domain; no row = no limit there.
    `known` are facts that the record must hold for it to run. `each`: it runs for every start by itself; shown is the oldest that runs.
    `start_fact` names the date fact it runs from; empty = the day of the act; `served` = the day on which a paper counts as served;
    `remedies` = the day on which review and suit have run out. `extended_to` is the date fact with the new last day.
    """

    id: str
    name: str
    act: str
    rules: Mapping[str, str]
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    start_fact: str = ""
    served: bool = False
    extended_by: str = ""
    extended_to: str = ""
    remedies: bool = False
    suspends: bool = False
    when: Mapping[str, Any] = field(default_factory=dict)
    known: Mapping[str, Any] = field(default_factory=dict)
    each: bool = False

    def rule(self, domain: str) -> str | None:
        """Return the rule id for the item's domain as written, or None where no limit is set."""
        return self.rules.get(domain_of(domain)) or self.rules.get("")


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
        "hearing_request",
        "要求听证的期限",
        "request_hearing",
        {"": "hearing-request-5d"},
        ("serve_notice",),
        ("request_hearing", "decide_penalty", "decide_no_penalty", "prior_notice", "supplement_investigation"),
        served=True,
        known={"hearing_told": True},
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
    Clock("service", "送达期限", "serve_decision", {"": "serve-7d"}, ("decide_penalty",), ("serve_decision",)),
    Clock(
        "no_penalty_service",
        "送达期限",
        "serve_no_penalty",
        {"": "serve-7d"},
        ("decide_no_penalty",),
        ("serve_no_penalty",),
    ),
    Clock(
        "disclosure",
        "公示期限",
        "review_disclosure",
        {"": "publish-7d"},
        ("decide_penalty", "decide_on_spot"),
        ("review_disclosure",),
    ),
    Clock(
        "market_disclosure",
        "企业信用信息公示期限",
        "review_disclosure",
        {"market": "publish-market-20wd"},
        ("decide_penalty", "decide_on_spot"),
        ("review_disclosure",),
    ),
    Clock(
        "payment",
        "缴款期限",
        "record_payment",
        {"": "pay-15d"},
        ("serve_decision", "decide_on_spot"),
        ("close_case", "collect_on_spot", "archive_case"),
        served=True,
        extended_by="defer_payment",
        extended_to="pay_until",
    ),
    Clock(
        "court",
        "申请人民法院强制执行期限",
        "apply_court",
        {"": "court-3-months"},
        ("serve_decision", "decide_on_spot"),
        ("apply_court", "close_case", "archive_case"),
        remedies=True,
    ),
    Clock(
        "court_accepts",
        "人民法院受理期限",
        "court_answer",
        {"": "court-accept-5d"},
        ("apply_court",),
        ("court_answer",),
    ),
    Clock(
        "court_rules",
        "人民法院裁定期限",
        "court_answer",
        {"": "court-ruling-7d"},
        ("court_answer",),
        ("court_answer", "close_case"),
        start_fact="result_on",
        when={"court_result": "accepted"},
    ),
    Clock(
        "enforcement_suspended",
        "中止执行满三年",
        "end_enforcement",
        {"": "enforce-suspend-3y"},
        ("suspend_enforcement",),
        ("resume_enforcement", "end_enforcement", "close_case"),
    ),
    Clock(
        "closing",
        "结案期限",
        "close_case",
        {"market": "close-15d-market", "housing_urban": "close-15d-housing"},
        ("record_payment", "serve_no_penalty", "terminate_investigation", "transfer_case", "transfer_to_police"),
        ("close_case",),
    ),
    Clock(
        "filing",
        "备案（交存）期限",
        "file_on_spot",
        {
            "market": "simple-archive-market",
            "housing_urban": "simple-file-housing",
            "agriculture": "simple-archive-agri",
            "transport": "simple-file-transport",
        },
        ("decide_on_spot",),
        ("file_on_spot",),
    ),
    Clock(
        "handing_over",
        "交款期限",
        "hand_over_fine",
        {"": "pay-onspot-handover-2d"},
        ("collect_on_spot",),
        ("hand_over_fine",),
    ),
    Clock(
        "remitting", "缴付银行期限", "remit_fine", {"": "pay-onspot-handover-2d"}, ("hand_over_fine",), ("remit_fine",)
    ),
)


def clock(clock_id: str) -> Clock:
    """Return a row of the table of clocks; an unknown id is a programmer's fault."""
    return next(row for row in CLOCKS if row.id == clock_id)
