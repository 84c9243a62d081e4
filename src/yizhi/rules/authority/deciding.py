"""判定 The eight steps. Every step is run even when an earlier one has stopped: the answer lists everything wrong."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial

from yizhi.rules.authority.alternatives import alternatives
from yizhi.rules.authority.answer import Answer
from yizhi.rules.authority.facts import Fact
from yizhi.rules.authority.people import Task, failings
from yizhi.rules.authority.power import Holding, towns_own, whose_power
from yizhi.rules.authority.question import ACTION_NAMES, Question
from yizhi.rules.authority.reasons import (
    ACTION_NOT_COVERED,
    BASIS_CHANGED,
    BASIS_NOT_IN_FORCE,
    COERCION_CANNOT_BE_ENTRUSTED,
    COERCION_NOT_CONFERRED,
    OFFICERS_TOO_FEW,
    VILLAGE_BUILD_TOWNS_OWN,
    Finding,
)
from yizhi.rules.authority.running import keep_body
from yizhi.rules.authority.world import Known, Place, World
from yizhi.rules.cite import cite

FEWEST_OFFICERS = 2


def decide(question: Question, world: World) -> Answer:
    """Answer one question from the facts as known at `question.known_at`. The same question gives the same answer.

    Raises `BadInput` for an unknown item, town or opening body and for a town that is none.
    """
    known = world.known(question.known_at)
    place = known.place(question.item, question.town)
    town_acts = _town_acts(known, place, question)
    now = whose_power(place, question.on, town_acts)
    holding = keep_body(known, place, now, question, town_acts)
    findings = [*basis_findings(place, question), *holding.findings, *mode_findings(place, holding, question)]
    facts: list[Fact] = [place.item, place.town, place.owner, *place.allocations]
    counted = _count(known, place, holding, question, findings, facts)
    review_first = question.action == "on_spot_penalty"
    return Answer(
        question,
        not [finding for finding in findings if finding.wording.severity == "stop"],
        holding.body.id if holding.body else None,
        holding.mode,
        holding.body.parent if holding.body else None,
        review_first,
        counted,
        tuple(findings),
        tuple(facts),
        partial(alternatives, known, place, question, now, holding, findings),
    )


def decide_many(questions: Iterable[Question], world: World) -> Iterator[Answer]:
    """Answer many questions, one by one, from the same facts."""
    return (decide(question, world) for question in questions)


def matrix(
    world: World, items: Sequence[str], towns: Sequence[str], on: date, known_at: datetime | None = None
) -> dict[tuple[str, str], Holding]:
    """权属矩阵 Return who holds each item in each town on a day, keyed (item, town).

    `state` of each is statutory, conferral, entrustment, posted, conflict or unsettled. No people are named, so a
    counting entrustment shows as entrustment. Raises `BadInput` for unknown ids.
    """
    return holdings(world, ((item, town) for item in items for town in towns), on, known_at)


def holdings(
    world: World, places: Iterable[tuple[str, str]], on: date, known_at: datetime | None = None
) -> dict[tuple[str, str], Holding]:
    """Return who holds each of `places`, pairs of item and town, on a day; as `matrix` does."""
    known = world.known(known_at)
    return {(item, town): whose_power(known.place(item, town), on, True) for item, town in places}


@cite("行政处罚法", "第37条", "适用新的规定")
def basis_findings(place: Place, question: Question) -> list[Finding]:
    """依据 The basis must be in force on the day of the violation; one that has lapsed since is for a person to weigh."""
    on, act_day = question.on, question.act_day or question.on
    item = place.item
    held = [basis for basis in item.bases if basis.covers(act_day)]
    if not held:
        return [Finding(BASIS_NOT_IN_FORCE, item.id, (item.name, act_day))]
    lapsed = [basis for basis in held if not basis.covers(on)] if act_day != on else None
    if not lapsed:
        return []
    names = "、".join(f"{basis.law}{basis.article}" for basis in lapsed)
    return [Finding(BASIS_CHANGED, item.id, (item.name, act_day, on, names))]


@cite("行政强制法", "第17条第1款", "行政强制措施权不得委托")
def mode_findings(place: Place, holding: Holding, question: Question) -> list[Finding]:
    """权属允许什么 No coercion by entrustment, by conferral only where it says so; an inspection item covers inspecting."""
    findings = []
    item, action = place.item, question.action
    if action == "coercive_measure":
        if holding.mode == "entrustment":
            findings.append(Finding(COERCION_CANNOT_BE_ENTRUSTED, item.id, (item.name, place.owner.name)))
        given = question.coercion_follows or (holding.allocation and holding.allocation.coercion)
        if holding.mode == "conferral" and not given:
            words = (item.name, place.town.name, place.owner.name)
            findings.append(Finding(COERCION_NOT_CONFERRED, item.id, words))
    if holding.body is not None and holding.body.id != place.town.id and towns_own(place, question.on):
        words = (item.name, place.town.name, holding.body.name)
        findings.append(Finding(VILLAGE_BUILD_TOWNS_OWN, item.id, words))
    if item.kind == "inspection" and action != "inspect":
        findings.append(Finding(ACTION_NOT_COVERED, item.id, (item.name, ACTION_NAMES[action])))
    return findings


@cite("行政处罚法", "第42条第1款", "执法人员不得少于两人")
def _count(
    known: Known, place: Place, holding: Holding, question: Question, findings: list[Finding], facts: list[Fact]
) -> tuple[str, ...]:
    """Return who counts, adding failings and facts. Without a deciding body nobody is counted and nothing is found."""
    if holding.body is None:
        return ()
    task = Task(place, question.on, holding.body, holding.mode, question.party)
    counted = []
    for name in dict.fromkeys(question.officers):
        failed = failings(known, task, name, facts)
        if failed:
            findings += failed
        else:
            counted.append(name)
    if len(counted) < FEWEST_OFFICERS:
        findings.append(Finding(OFFICERS_TOO_FEW, holding.body.id, (len(counted), holding.body.name)))
    return tuple(counted)


def _town_acts(known: Known, place: Place, question: Question) -> bool:
    """Return whether an entrustment could matter and one of the people named is in service and belongs to the town."""
    if not place.entrusted:
        return False
    town, on = place.town.id, question.on
    for name in question.officers:
        officer = known.officers.get(name)
        if officer is not None and officer.body == town and officer.covers(on):
            return True
    return False
