"""在办案件 A running case keeps its body, unless the allocation by which it was opened has ended and says otherwise."""

from dataclasses import dataclass
from datetime import date

from yizhi.rules.authority.facts import Allocation, Body, Mode
from yizhi.rules.authority.power import (
    Holding,
    body_by_transition,
    counting_allocations,
    owners_power,
    whose_power,
)
from yizhi.rules.authority.question import Question
from yizhi.rules.authority.reasons import (
    CONTINUES_AFTER_RECALL,
    CONTINUES_AS_OPENED,
    MUST_TRANSFER,
    OPENED_BY_ANOTHER,
    RECALL_RULE_MISSING,
    Finding,
)
from yizhi.rules.authority.world import Known, Place
from yizhi.rules.cite import cite


@dataclass(frozen=True, slots=True)
class Opening:
    """立案时 By what a body opened a case. `allocation` is None where it acted on no allocation."""

    mode: Mode | None
    allocation: Allocation | None
    held: bool


@cite("行政处罚法", "第25条第1款", "由最先立案的行政机关管辖")
def keep_body(known: Known, place: Place, now: Holding, question: Question, town_acts: bool) -> Holding:
    """Return who decides, given who holds the power `now`, on the day of the act. Without a running case, `now`.

    An unsettled holding stays unsettled; a case that must be transferred or lacks its recall rule leaves no body.
    What was settled for the case itself (`question.on_recall`) goes before what the ended allocation says for all.
    """
    if question.opened_on is None or question.opened_body is None:
        return now
    opened_by = known.body(question.opened_body, "opened_body")
    if now.body is None or now.body.id == opened_by.id:
        return now
    opening = opening_of(place, opened_by, question.opened_on, town_acts)
    ended = opening.allocation
    if question.on_recall is not None:
        ended = _taken_back(place, question) or ended
    if ended is None or ended.ends_on is None or ended.ends_on > question.on:
        wording = CONTINUES_AS_OPENED if opening.held else OPENED_BY_ANOTHER
        note = Finding(wording, opened_by.id, (opened_by.name, question.opened_on, now.body.name))
        return Holding(opened_by, opening.mode, ended, (*now.findings, note))
    words = (opened_by.name, ended.ends_on, now.body.name)
    settled = question.on_recall or ended.on_recall
    if settled == "continue":
        note = Finding(CONTINUES_AFTER_RECALL, ended.id, words)
        return Holding(opened_by, ended.mode, ended, (*now.findings, note))
    stop = Finding(MUST_TRANSFER if settled == "transfer" else RECALL_RULE_MISSING, ended.id, words)
    return Holding(None, None, ended, (*now.findings, stop))


def _taken_back(place: Place, question: Question) -> Allocation | None:
    """Return the town's allocation that ended last by the day of the act, on or after the day on which the case was opened."""
    ended = [
        row
        for row in place.allocations
        if row.mode == "conferral"
        and row.ends_on is not None
        and question.opened_on is not None
        and row.starts_on <= question.opened_on <= row.ends_on <= question.on
    ]
    return max(ended, key=lambda row: row.ends_on or row.starts_on, default=None)


def opening_of(place: Place, opened_by: Body, opened_on: date, town_acts: bool) -> Opening:
    """Return by what `opened_by` opened the case on `opened_on`.

    A town can only have opened by a statutory power or a conferral; the owner by its own power, carried out by
    entrustment or by its own people; any other body by its own people. `held` tells whether the power was that body's on the day.
    """
    then = whose_power(place, opened_on, town_acts)
    held = then.body is not None and then.body.id == opened_by.id
    if held:
        return Opening(then.mode, then.allocation, True)
    counting = counting_allocations(place, opened_on)
    if opened_by.id == place.town.id:
        own = [*counting.conferral, *counting.statutory]
        giving = [
            row for row in own if row.mode == "statutory" or body_by_transition(row, place, opened_on) == opened_by
        ]
        if own:
            allocation = (giving or own)[-1]
            return Opening(allocation.mode, allocation, bool(giving))
    if opened_by.id == place.owner.id:
        owners = owners_power(counting, place, town_acts)
        return Opening(owners.mode, owners.allocation, False)
    return Opening("posted", None, False)
