"""裁量以外的一切 What stands in the way of an act, and which acts the law allows now. Every reason is given at once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from yizhi.rules.procedure.guards import order, people
from yizhi.rules.procedure.judging import Circumstances, Judging, Proposal, complete
from yizhi.rules.procedure.limits import Limit, limits
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.table import Act, Guard, Procedure
from yizhi.rules.refusal import Reason

ALWAYS: tuple[Guard, ...] = (
    order.not_archived,
    order.not_doubled,
    order.in_stage,
    order.on_file,
    people.role_allowed,
    order.not_in_future,
    order.not_backdated,
    people.nobody_recused,
    order.fields_given,
)
UNFILLED = tuple(guard for guard in ALWAYS if guard is not order.fields_given)
"""What is asked of an act whose page nobody has filled in yet."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An act offered to a person: what stands in its way, and the limit that presses for it.

    `ahead` = shown before its stage; `likely` = the statute's likely next act, not yet done since the case last went back.
    """

    act: Act
    reasons: tuple[Reason, ...]
    limit: Limit | None = None
    ahead: bool = False
    likely: bool = False

    @property
    def allowed(self) -> bool:
        """Say whether nothing stops the act; questions for a person may be left."""
        return not stops(self.reasons)


def stops(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return the reasons that stop an act."""
    return tuple(reason for reason in reasons if reason.severity == "stop")


def blocks(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return what keeps an act from being done: stops, and questions that nobody has answered."""
    return tuple(reason for reason in reasons if reason.severity != "note")


def judge(
    procedure: Procedure, state: CaseState, proposal: Proposal, circumstances: Circumstances
) -> tuple[Reason, ...]:
    """Return every reason for or against the proposal; it may be done when `blocks` of them is empty.

    `stop` = may not be done. `ask` = a person decides and says why, in the fact `answers` under the reason's code; answered, it becomes a
    note. `note` = to be known. No exception is raised for what the law or the record has against it.
    """
    act = procedure.act(proposal.kind)
    if act is None:
        return (act_unknown(procedure, proposal.kind),)
    facts = complete(act, state, proposal, circumstances.dictionary)
    return _judged(Judging(procedure, act, state, proposal, circumstances, facts), ALWAYS)


def act_unknown(procedure: Procedure, kind: str) -> Reason:
    """Return the reason that a procedure has no such act."""
    return Reason("act-unknown", f"{procedure.name}没有“{kind}”这个环节。", cure="核对环节名称。", about="kind")


def _judged(judging: Judging, first: tuple[Guard, ...]) -> tuple[Reason, ...]:
    return tuple(_answered(judging, _reasons(judging, (*first, *_guards(judging.act)))))


def _reasons(judging: Judging, guards: tuple[Guard, ...]) -> Iterator[Reason]:
    """Yield what each guard and the authority answer say, each thing once."""
    seen: set[tuple[str, str]] = set()
    found = [reason for guard in guards for reason in guard(judging)]
    for reason in (*found, *judging.circumstances.authority):
        key = (reason.code, reason.about or reason.sentence)
        if key not in seen:
            seen.add(key)
            yield reason


def _guards(act: Act) -> tuple[Guard, ...]:
    pair = (people.two_officers, people.one_bodys_pair) if act.present or act.authority else ()
    return (*pair, *act.guards)


def _answered(judging: Judging, reasons: Iterator[Reason]) -> Iterator[Reason]:
    """Turn each question that a person has answered into a note that shows the answer."""
    given = judging.facts.get("answers")
    answers = given if isinstance(given, dict) else {}
    for reason in reasons:
        why = str(answers.get(reason.code, "")).strip()
        if reason.severity == "ask" and why:
            yield replace(reason, severity="note", cure=f"已说明：{why}")
        else:
            yield reason


def offers(
    procedure: Procedure, state: CaseState, circumstances: Circumstances, begun: tuple[Limit, ...] | None = None
) -> tuple[Offer, ...]:
    """Return the acts of the present stage and, ahead of time, the milestones, each with what stands in its way.

    Allowed ones first; of them the statute's likely next act, then those that a running limit presses for. Fields not yet filled in are
    no reason here: they are asked on the act's own page. `circumstances.authority` should be empty or hold what the authority answer says of the stage's acts in common.
    `begun`: the limits that have begun, from whoever has worked them out already.
    """
    counted = limits(state, circumstances) if begun is None else begun
    running = {limit.act: limit for limit in counted if limit.met_on is None}
    here = [
        _offer(procedure, act, state, circumstances, running) for act in procedure.acts_from(state.stage, state.done)
    ]
    done = [offer for offer in here if not any(reason.code == "act-doubled" for reason in offer.reasons)]
    return tuple(sorted(done, key=_urgency)) + _ahead(procedure, state, circumstances, running)


def _urgency(offer: Offer) -> tuple[bool, bool, bool]:
    return not offer.allowed, not offer.likely, offer.limit is None


def _offer(
    procedure: Procedure, act: Act, state: CaseState, circumstances: Circumstances, running: dict[str, Limit]
) -> Offer:
    officers = state.handlers if act.present else ()
    proposal = Proposal(act.kind, circumstances.now, {}, officers)
    facts = complete(act, state, proposal, circumstances.dictionary)
    reasons = _judged(Judging(procedure, act, state, proposal, circumstances, facts), UNFILLED)
    empty = frozenset(field.key for field in act.fields if facts.get(field.key) in (None, "", []))
    told = tuple(reason for reason in reasons if not _asked_later(reason, state, empty))
    return Offer(act, told, running.get(act.kind), likely=act.likely and act.kind not in state.done)


def _asked_later(reason: Reason, state: CaseState, empty: frozenset[str]) -> bool:
    """Say whether a reason only means that the act's own page, with its `empty` fields, has not been filled in yet."""
    unnamed = reason.code == "officers-too-few" and reason.about == "officers" and not state.handlers
    return unnamed or reason.about in empty


def _ahead(
    procedure: Procedure, state: CaseState, circumstances: Circumstances, running: dict[str, Limit]
) -> tuple[Offer, ...]:
    """Return the milestones that still lie ahead, with what the law asks for before them."""
    if procedure.stage(state.stage).ended:
        return ()
    coming = [
        act
        for act in procedure.acts
        if act.milestone
        and not state.has(act.kind)
        and state.stage not in act.from_stages
        and _is_later(procedure, act, state)
    ]
    found = (_offer(procedure, act, state, circumstances, running) for act in coming)
    return tuple(replace(offer, reasons=_without_order(offer.reasons), ahead=True, likely=False) for offer in found)


def _is_later(procedure: Procedure, act: Act, state: CaseState) -> bool:
    return max(procedure.order(stage) for stage in act.from_stages) > procedure.order(state.stage)


def _without_order(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Drop the bare word that it is not the time yet when something says what is missing."""
    telling = tuple(reason for reason in reasons if reason.code not in ("act-out-of-order", "role-not-allowed"))
    return telling if stops(telling) else reasons
