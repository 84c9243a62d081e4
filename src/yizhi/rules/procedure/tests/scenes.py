"""Scenes in which a guard refuses for something that lies further back in the case than one wrong fact: one row each, in the order of a case.

A new guard that no generated mistake reaches gets its row here: what was done before, which act is tried, with which facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from yizhi.rules.procedure import ORDINARY, SUMMARY, Procedure
from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.oversight import Oversight
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.tests.driver import WORLD, Driver, Step
from yizhi.rules.procedure.tests.wrong_facts import OWN_TIER, TIER

BY_VALUE = replace(TIER, words="货值金额的1倍至2倍", low=Decimal(1), high=Decimal(2), times_of="goods")
PUNISHED = Elsewhere(
    "市场监管局", "占道经营", False, date(2025, 5, 1), date(2025, 5, 6), False, date(2025, 6, 1), Decimal(200)
)


@dataclass(frozen=True)
class Scene:
    """Before the act is tried: acts by their kinds, stages written with @, days as numbers. `seen` holds for the act alone."""

    guard: str
    before: tuple[str | int, ...]
    act: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    wishes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    around: Mapping[str, Any] = field(default_factory=dict)
    procedure: Procedure = ORDINARY
    seen: Mapping[str, Any] = field(default_factory=dict)

    def played(self) -> Step:
        case = Driver(self.procedure, replace(WORLD, **self.around), self.wishes)
        for step in self.before:
            if isinstance(step, int):
                case.wait(step)
            elif step.startswith("@"):
                case.lead_to(step[1:])
            else:
                case.do(step)
        step = case.attempt(self.act, self.facts, {})
        return replace(step, circumstances=replace(step.circumstances, **self.seen))


URGENT = {"hold_evidence": {"hold_urgent": True}, "ratify_hold": {"hold_ratified": False}}
DEVICE = {"collect_evidence": {"from_device": True}}
OFFERED = {"prior_notice": {"hearing_told": True}}

MARKET = {"domain": "市场监管"}

TAKEN = {
    "conclude_investigation": {"proposed_penalty_kinds": ["fine", "confiscation"]},
    "decide_penalty": {"confiscation": "扣下的工具一件"},
}

SCENES = (
    Scene("disposed_of", ("@served", "record_payment"), "close_case", wishes=TAKEN),
    Scene(
        "sent_still_count",
        ("send_supervisors",),
        "conclude_check",
        procedure=SUPERVISION,
        seen={"oversight": Oversight(certified=frozenset(["丙"]))},
    ),
    Scene("objection_answered", ("object_to_supervision",), "report_to_government", procedure=SUPERVISION),
    Scene(
        "government_lifts_its_own",
        ("issue_supervision_decision", "object_to_supervision"),
        "answer_objection",
        {"objection_outcome": "upheld"},
        procedure=SUPERVISION,
        seen={"roles": frozenset(["justice"])},
    ),
    Scene(
        "two_texts_on_certificates",
        ("advise_on_officer",),
        "record_handling",
        {"handling_outcome": "suspend"},
        procedure=SUPERVISION,
    ),
    Scene("asked_alone", ("@opened",), "inquire", {"asked_alone": False}, around=MARKET),
    Scene("copies_marked", ("@opened",), "collect_evidence", {"evidence_copy": True}, around=MARKET),
    Scene("electronic_data_marked", ("@opened",), "collect_evidence", {"evidence_kind": "electronic"}, around=MARKET),
    Scene("kinds_told", ("inquire",), "conclude_investigation", wishes={"register_lead": {"evidence": ["b"]}}),
    Scene(
        "founded_on_the_rest",
        ("inquire", "examine_evidence"),
        "conclude_investigation",
        wishes={"examine_evidence": {"evidence_excluded": True, "exclusion_ground": "没有亮证"}},
    ),
    Scene("record_audited", ("collect_evidence",), "conclude_investigation", wishes=DEVICE),
    Scene("counts_or_not", ("collect_evidence",), "audit_device_record", {"device_legal_review": False}, DEVICE),
    Scene("major_penalty_told", ("@defence",), "decide_penalty", {"fine_yuan": "900000.00"}),
    Scene("major_coercion_told", ("serve_demand",), "decide_enforcement", {"enforce_way": "demolish"}),
    Scene("enforcement_decided", ("end_enforcement",), "carry_out_enforcement"),
    Scene("decided_by_whom", ("@opened",), "decide_recusal", {"recusal_rank": "head"}, around={"domain": "市场监管"}),
    Scene("something_put_right", ("@decided",), "correct_decision", {"error_text": "甲", "corrected_text": "甲"}),
    Scene(
        "earlier_penalties_go_on",
        ("@decided", "decide_crime_transfer"),
        "transfer_to_police",
        wishes={"conclude_investigation": {"proposed_penalty_kinds": ["warning", "fine"]}},
    ),
    Scene("closed_first", ("@decided",), "archive_case"),
    Scene("late_for_thirty_days", ("serve_demand",), "decide_enforcement", {"enforce_way": "transfer"}),
    Scene("not_archived", ("@archived",), "inquire"),
    Scene("not_suspended", ("suspend_investigation",), "inquire"),
    Scene("no_test_outstanding", ("entrust_test", "inquire"), "conclude_investigation"),
    Scene("no_hold_overdue", ("hold_evidence", 20), "conclude_investigation"),
    Scene("holds_handled", ("hold_evidence",), "terminate_investigation"),
    Scene("sealing_settled", ("seal_property",), "terminate_investigation"),
    Scene("something_sealed", ("lift_sealing",), "test_sealed"),
    Scene("ours_to_decide", ("raise_dispute", "@defence"), "decide_penalty"),
    Scene("no_penalty_for_crime", ("report_crime", "@defence"), "decide_penalty"),
    Scene("hearing_settled", ("request_hearing",), "decide_penalty"),
    Scene("hearing_over", ("hold_hearing", "postpone_hearing"), "report_hearing", wishes=OFFERED),
    Scene("nothing_contested", ("receive_review",), "close_case"),
    Scene("not_paused", ("suspend_enforcement",), "carry_out_enforcement"),
    Scene("not_contested", ("serve_enforcement", "receive_review"), "carry_out_enforcement"),
    Scene("nobody_recused", ("decide_recusal",), "inquire", wishes={"decide_recusal": {"recusal_of": ["甲"]}}),
    Scene(
        "discussion_held", ("@defence",), "decide_penalty", wishes={"conclude_investigation": {"gravity": "complex"}}
    ),
    Scene(
        "no_fine_after_court", ("take_back", "@defence"), "decide_penalty", wishes={"take_back": {"court_fined": True}}
    ),
    Scene(
        "transfer_was_approved",
        ("decide_crime_transfer",),
        "transfer_to_police",
        wishes={"decide_crime_transfer": {"transfer_approved": False}},
    ),
    Scene(
        "not_passed_on_again", ("@assessment",), "transfer_case", wishes={"register_lead": {"source": "transferred"}}
    ),
    Scene("refused_hold_released", ("ratify_hold",), "handle_hold", wishes=URGENT, around={"domain": "市场监管"}),
    Scene(
        "submitted_for_this",
        ("submit_review",),
        "review_case",
        wishes={"submit_review": {"review_kind": "legal_review"}},
    ),
    Scene(
        "outside_with_reasons",
        ("@approved",),
        "prior_notice",
        {"discretion_tier": TIER.label},
        around={"benchmark": (TIER,)},
        wishes={"conclude_investigation": {"proposed_fine_yuan": "800.00"}},
    ),
    Scene(
        "range_known",
        ("@approved",),
        "prior_notice",
        {"discretion_tier": BY_VALUE.label},
        around={"benchmark": (BY_VALUE,)},
        wishes={"conclude_investigation": {"proposed_fine_yuan": "800.00"}},
    ),
    Scene(
        "mitigation_applied",
        ("@approved",),
        "prior_notice",
        {"discretion_tier": TIER.label, "mitigation": ["remedied"], "proposed_fine_yuan": "300.00"},
        around={"benchmark": (TIER,)},
    ),
    Scene(
        "deviation_decided",
        ("@defence",),
        "decide_penalty",
        around={"benchmark": (OWN_TIER,)},
        wishes={"prior_notice": {"discretion_tier": OWN_TIER.label, "discretion_outside": "数量特别大"}},
    ),
    Scene(
        "oral_request_written_down",
        ("@defence",),
        "request_hearing",
        {"hearing_request_way": "oral", "hearing_request_note": ""},
        OFFERED,
    ),
    Scene(
        "chair_fit",
        ("appoint_hearing", "decide_recusal"),
        "notify_hearing",
        wishes={"decide_recusal": {"recusal_of": ["庚"]}},
    ),
    Scene("end_reason_written", ("@hearing",), "end_hearing", {"hearing_end_ground": "other", "reason": ""}),
    Scene(
        "not_given_up",
        ("serve_hearing_notice", "end_hearing"),
        "request_hearing",
        wishes={"end_hearing": {"hearing_end_ground": "absent"}, **OFFERED},
    ),
    Scene("reviewed_after_hearing", ("report_hearing",), "decide_penalty", wishes=OFFERED),
    Scene("on_the_hearing_record", ("review_after_hearing",), "decide_penalty", {"hearing_taken_up": ""}, OFFERED),
    Scene(
        "first_offence",
        ("@approved",),
        "decide_no_penalty",
        {"decision_kind": "first_offence"},
        around={"elsewhere": (PUNISHED,)},
    ),
    Scene("no_penalty_served", ("decide_no_penalty",), "close_case"),
    Scene("deferral_asked_in_time", ("@served", 40), "defer_payment", around={"domain": "农业"}),
    Scene("late_fine_settled", ("@served", 40, "record_payment"), "close_case"),
    Scene("money_handed_over", ("collect_on_spot", "close_case", "review_disclosure"), "archive_case"),
    Scene("clock_runs_on", ("@investigation",), "suspend_investigation", around={"domain": "交通"}),
    Scene(
        "defence_examined",
        ("@told",),
        "hear_on_spot",
        {"defence_waived": False, "defence_text": ""},
        procedure=SUMMARY,
    ),
    Scene("review_comes_first", ("@heard",), "decide_on_spot", procedure=SUMMARY),
    Scene("review_before_suit", ("@delivered",), "receive_suit", procedure=SUMMARY),
)
