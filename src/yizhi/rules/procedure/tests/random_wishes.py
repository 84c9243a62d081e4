"""What random cases say beyond what they must, so that the longer ways are gone too, and who does the acts of supervision."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from yizhi.rules.procedure import Procedure
from yizhi.rules.procedure.clocks_oversight import PAPERS
from yizhi.rules.procedure.table import ROLE_NAMES
from yizhi.rules.procedure.tests.driver import Driver, Step
from yizhi.rules.procedure.tests.lawful_facts import at_eleven, at_ten

OFTEN: Mapping[str, Mapping[str, Any]] = {
    "conclude_investigation": {"gravity": "complex"},
    "prior_notice": {"hearing_told": True},
    "waive_defence": {"hearing_waived": True},
    "hold_evidence": {"hold_urgent": True},
    "seal_property": {"seal_urgent": True},
    "contest_result": {"contest_outcome": "redo"},
    "plan_inspection": {"inspection_kind": "case"},
    "confirm_correction": {"corrected": False},
    "conclude_check": {"problem_kind": "unlawful"},
    "answer_supervision": {"is_corrected": False},
    "report_to_government": {"escalate_ground": "not_corrected"},
    "answer_objection": {"objection_outcome": "rejected"},
}
"""What three cases in ten say."""


def wished(kind: str, case: Driver, supervisors: Sequence[str], dice: random.Random) -> dict[str, Any]:
    """What a case says in an act of its own accord: a day some days ahead for a visit, two of the supervisors who hold a certificate."""
    more = dict(OFTEN.get(kind, {})) if dice.random() < 0.3 else {}
    if kind == "plan_inspection":
        on = case.now + timedelta(days=dice.choice((0, 1, 2, 3, 5)))
        more |= {"inspect_from": at_ten(0)(case.state, on), "inspect_until": at_eleven(case.state, on)}
    if kind in PAPERS and dice.random() < 0.2:
        more |= {"answer_by": (case.now + timedelta(days=45)).date().isoformat()}
    if kind == "send_supervisors" and len(supervisors) > 1:
        more |= {"supervisors": dice.sample(list(supervisors), 2)}
    return more


def in_one_role(step: Step, procedure: Procedure, dice: random.Random) -> Step:
    """Somebody in one role, mostly one that may; what follows the sending of supervisors is mostly done by one of those sent."""
    act = procedure.act(step.proposal.kind)
    assert act is not None
    role = dice.choice(sorted(act.by if dice.random() > 0.04 else ROLE_NAMES))
    sent = step.state.known("supervisors")
    actor = dice.choice(sent) if sent and dice.random() > 0.05 else step.entry.actor
    around = replace(step.circumstances, roles=frozenset([role]), actor=actor)
    return replace(step, circumstances=around, entry=replace(step.entry, actor=actor))


def let_days_pass(kind: str, case: Driver, dice: random.Random) -> None:
    """A visit mostly waits for the day that was planned, an objection sometimes comes late."""
    if kind == "begin_inspection" and dice.random() < 0.8:
        planned = str(case.state.known("inspect_from") or "")
        case.now = max(case.now, datetime.fromisoformat(planned)) if planned else case.now
    if kind == "object_to_supervision" and dice.random() < 0.2:
        case.wait(20)
