"""选人 Whom an act may name: who acts, who is to stay out of the case, who may hold a hearing; each with why not."""

from datetime import date
from typing import Any

from yizhi.desk.matters.queries import Person, people_for
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.words import officer_choice, worth_showing
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.staff import staff_of
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.procedure.table import Act

HEARING_STAFF = frozenset({"hearing_chair", "hearing_members", "hearing_recorder"})
STAY_OUT = "recusal_of"
MOST = 40


def people_choices(
    identity: Identity, ground: Ground, state: CaseState, row: Act, key: str, on: date
) -> list[dict[str, Any]]:
    """Return the officers that the fact `key` of an act may name, as the form's choice shows them."""
    people = people_for(ground.item, ground.town, on, row.authority or "open_case")
    if key in HEARING_STAFF:
        return [_staff(person, identity, investigators(state), ground.body) for person in people[:MOST]]
    if key == STAY_OUT:
        inside = investigators(state) | {*(state.known("hearing_chair") or ())}
        first = sorted(people[:MOST], key=lambda person: person.code not in inside)
        return [_anyone(person, identity, "办理本案" if person.code in inside else "") for person in first]
    return [officer_choice(person, identity.officer) for person in worth_showing(people, 6)]


def staff_choices(body: str, on: date) -> list[dict[str, Any]]:
    """Return the reviewers and heads of a body who are no officers, by account: they too may have to stay out of a case."""
    return [
        {
            "id": one.username,
            "name": one.name,
            "note": one.role_words,
            "words": "",
            "state": "info",
            "you": False,
            "demo": one.demo,
            "blocked": False,
        }
        for one in staff_of(body, on)
    ]


def investigators(state: CaseState) -> frozenset[str]:
    """Return everybody who was in charge of the case or did an act of it on the spot."""
    return frozenset(state.handlers) | {officer for entry in state.entries for officer in entry.officers}


def _staff(person: Person, identity: Identity, inside: frozenset[str], body: str) -> dict[str, Any]:
    """A hearing needs nobody's certificate; whoever investigated may not hold it."""
    barred = person.code in inside
    words = "办过本案，不能选" if barred else "" if person.body == body else "不是本机关的"
    return {**_anyone(person, identity, words), "blocked": barred, "state": "stop" if barred else "wait"}


def _anyone(person: Person, identity: Identity, words: str) -> dict[str, Any]:
    choice = officer_choice(person, identity.officer)
    return {**choice, "note": person.body_name, "words": words, "state": "info", "blocked": False}
