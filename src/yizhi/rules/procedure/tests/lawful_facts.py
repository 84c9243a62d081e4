"""What an act is filled in with when all is well: one value for each fact, a few for single acts, none for anything that can be guessed.

A value is a constant or is worked out from the state of the case and the moment. A fact without a row takes the first of its choices, or
something that can be read; a new act is mostly covered without a new row here.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from yizhi.rules.procedure import Act, CaseState, Dictionary
from yizhi.rules.procedure.tests.case_file import DEMAND, GROUNDS, PROPOSED

Value = Any | Callable[[CaseState, datetime], Any]

WAY_TO_CLOSE = {
    "no_penalty": "no_penalty",
    "terminated": "terminated",
    "transferred": "transferred",
    "criminal": "criminal",
    "withdrawn": "withdrawn",
}


def owed(state: CaseState, now: datetime) -> str:
    return str(state.owed)


def earlier(minutes: int) -> Callable[[CaseState, datetime], str]:
    return lambda state, now: (now - timedelta(minutes=minutes)).isoformat(timespec="minutes")


def later(days: int) -> Callable[[CaseState, datetime], str]:
    return lambda state, now: (now + timedelta(days=days)).date().isoformat()


def at_ten(days: int) -> Callable[[CaseState, datetime], str]:
    return lambda state, now: (now + timedelta(days=days)).replace(hour=10, minute=0).isoformat(timespec="minutes")


def at_eleven(state: CaseState, now: datetime) -> str:
    return now.replace(hour=11, minute=0).isoformat(timespec="minutes")


def hearing(minutes: int) -> Callable[[CaseState, datetime], str]:
    def told(state: CaseState, now: datetime) -> str:
        begins = datetime.fromisoformat(str(state.known("hearing_at") or now.isoformat()))
        return (begins + timedelta(minutes=minutes)).isoformat(timespec="minutes")

    return told


def unpaid(state: CaseState, now: datetime) -> str:
    return str(state.owed or "100.00")


def way_to_close(state: CaseState, now: datetime) -> str:
    return WAY_TO_CLOSE.get(state.stage, "fulfilled")


def close_supervision(state: CaseState, now: datetime) -> str:
    letters = ("issue_supervision_order", "issue_supervision_opinion", "issue_supervision_decision")
    return "corrected" if state.has(*letters) else "no_problem"


def fine(state: CaseState, now: datetime) -> str:
    return "100.00" if state.procedure == "summary" else "800.00"


FACTS: Mapping[str, Value] = {
    **GROUNDS,
    **PROPOSED,
    **DEMAND,
    "proposed_fine_yuan": fine,
    "handlers": ["甲", "乙"],
    "recusal_of": ["壬"],
    "recusal_rank": "other",
    "recusal_by": "deputy",
    "task_force": ["甲", "乙"],
    "hearing_chair": ["庚"],
    "hearing_recorder": ["辛"],
    "attendees": ["己", "癸"],
    "act_day": later(-1),
    "started_at": earlier(30),
    "ended_at": earlier(5),
    "seal_until": later(20),
    "sealed_test_until": later(10),
    "sealed_elsewhere": False,
    "seal_urgent": False,
    "hold_urgent": False,
    "hearing_told": False,
    "court_fined": False,
    "simple_review": False,
    "hearing_at": at_ten(21),
    "enforce_at": at_ten(7),
    "substitute_at": at_ten(7),
    "perform_by": later(15),
    "pay_until": later(90),
    "supervisors": ["丙", "丁"],
    "problem_kind": "not_acting",
    "answer_by": later(15),
    "escalate_ground": "serious",
    "handling_from": later(1),
    "handling_until": later(30),
    "supervision_close_ground": close_supervision,
    "correct_by": later(10),
    "inspect_from": at_ten(0),
    "inspect_until": at_eleven,
    "demolish_until": later(5),
    "demand_yuan": owed,
    "paid_yuan": unpaid,
    "substitute_cost_yuan": "300.00",
    "service_method": "direct",
    "recipient_relation": "agent",
    "defence_until": later(7),
    "closing_way": way_to_close,
    "decision_kind": "minor",
    "penalty_kinds": ["fine"],
    "collection_reason": "remote",
    "returned_by": "prosecutor",
    "extension_days": 10,
    "enforce_way": "restore",
    "lift_ground": "other",
    "seal_handling": "destroyed",
    "hold_handling": "preserved",
    "hearing_end_ground": "withdrawn",
}
"""One lawful value for each fact."""

OF_ACT: Mapping[str, Mapping[str, Value]] = {
    "hold_hearing": {"started_at": hearing(0), "ended_at": hearing(60)},
    "extend_assessment": {"extension_by": "负责人"},
    "record_scene": {"place_text": "锦花村河岸"},
}
"""Values of single acts that differ from those of the fact."""

ALSO: Mapping[str, tuple[str, ...]] = {
    "register_lead": ("act_day",),
    "conclude_investigation": ("proposed_penalty_kinds", "proposed_fine_yuan", "discretion_reason"),
    "tell_on_spot": ("proposed_fine_yuan",),
    "prior_notice": ("hearing_reason", "defence_until"),
    "decide_penalty": ("correction", "hearing_taken_up"),
    "decide_no_penalty": ("correction", "hearing_taken_up"),
    "collect_on_spot": ("collection_detail",),
    "review_disclosure": ("redaction",),
    "demand": ("demand_yuan",),
    "request_hearing": ("hearing_request_note",),
    "hear_on_spot": ("defence_text", "defence_accepted", "defence_opinion"),
    "end_hearing": ("reason",),
    "dispose_confiscated": ("proceeds_yuan", "treasury_on", "treasury_receipt"),
    "inquire": ("asked_is_party", "asked_alone", "record_confirmed"),
    "collect_evidence": ("evidence_kind", "evidence_source", "evidence_dated"),
    "examine_evidence": ("evidence_kind",),
    "decide_recusal": ("recusal_of", "recusal_rank", "recusal_by"),
}
"""Facts that a row leaves open and a careful officer fills in; every act that serves a paper says who signed for it."""

WISHES: Mapping[str, Mapping[str, Mapping[str, Value]]] = {
    "ratify_hold": {"hold_evidence": {"hold_urgent": True}},
    "ratify_sealing": {"seal_property": {"seal_urgent": True}},
    "review_legality": {"submit_review": {"review_kind": "legal_review"}},
    "extend_review": {"submit_review": {"review_kind": "legal_review"}},
    "hand_over_exhibits": {"police_answer": {"police_result": "filed"}},
    "issue_supervision_opinion": {"conclude_check": {"problem_kind": "unlawful"}},
    "dispose_confiscated": {
        "conclude_investigation": {"proposed_penalty_kinds": ["fine", "confiscation"]},
        "decide_penalty": {"confiscation": "扣下的工具一件"},
    },
    "audit_device_record": {"collect_evidence": {"from_device": True}},
    "tell_device_record": {"collect_evidence": {"from_device": True}},
    "ask_reconsideration": {"police_answer": {"police_result": "not_filed"}},
}
"""What an act needs other acts before it to say, where no refusal can tell it."""

FIRST: Mapping[str, tuple[str, ...]] = {
    "examine_evidence": ("collect_evidence",),
    "audit_device_record": ("collect_evidence",),
}
"""Acts that come before, where neither the row nor a cure names them."""

DOMAIN: Mapping[str, str] = {"extend_review": "市场监管"}
"""The domain of an item in which an act has its rule; every other act is done in 住建/城管."""


def value(key: str, act: Act, state: CaseState, now: datetime, dictionary: Dictionary) -> Any:
    """A lawful value of one fact in one act."""
    told = OF_ACT.get(act.kind, {}).get(key, FACTS.get(key))
    if told is not None:
        return told(state, now) if callable(told) else told
    fact = dictionary.facts[key]
    plain: Mapping[str, Any] = {
        "choices": list(fact.choices)[:1],
        "yesno": True,
        "date": now.date().isoformat(),
        "datetime": now.isoformat(timespec="minutes"),
        "money": "100.00",
        "integer": 10,
        "officers": ["甲", "乙"],
        "people": ["己", "癸"],
        "evidence": ["a"],
        "answers": {},
    }
    return next(iter(fact.choices)) if fact.kind == "choice" else plain.get(fact.kind, fact.label)


def facts_for(act: Act, state: CaseState, now: datetime, dictionary: Dictionary) -> dict[str, Any]:
    """What a careful officer fills in: every required fact that the record does not carry, and what `ALSO` names."""
    also = (*ALSO.get(act.kind, ()), *(("recipient_relation",) if act.serves else ()))
    return {
        field.key: value(field.key, act, state, now, dictionary)
        for field in act.fields
        if field.key in also
        or (field.required and (not field.carried or state.known(field.source or field.key) is None))
    }
