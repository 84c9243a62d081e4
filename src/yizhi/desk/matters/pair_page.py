"""谁能搭档 Who may go for one item in one town on a day, who with whom, and why the others do not count."""

from datetime import date
from typing import Any
from urllib.parse import quote

from yizhi.desk.people.identity import Identity
from yizhi.rules.refusal import Refusal

from . import queries
from .queries import Person, pairs_of, people_for

ACTION = "open_case"
PAIRS = 6


def pair_context(identity: Identity, code: str, town: str, on: date) -> dict[str, Any]:
    """Return what the page shows of item `code` in the town of that code; the first town stands in for none. Raises `Absent`."""
    found = queries.item(identity, code, on)
    towns = queries.towns()
    here = next((each for each in towns if each[0] == town), towns[0] if towns else ("", ""))
    people, reasons = _people(code, here[0], on)
    return {
        "item": {"name": found.version.name, "href": f"/items/{quote(code, safe='')}/?on={on}"},
        "on": on.isoformat(),
        "town": {"code": here[0], "name": here[1]},
        "towns": towns,
        "people": [_line(one) for one in people],
        "pairs": [f"{one.name}、{two.name}" for one, two in pairs_of(people, PAIRS)],
        "reasons": reasons,
    }


def _people(code: str, town: str, on: date) -> tuple[tuple[Person, ...], list[dict[str, Any]]]:
    try:
        return people_for(code, town, on, ACTION), []
    except Refusal as refusal:
        return (), [reason.as_dict() for reason in refusal.reasons]


def _line(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "href": f"/officers/{quote(person.code, safe='')}/",
        "demo": person.demo,
        "body": person.body_name,
        "posted": person.posted,
        "until": person.until,
        "why": [
            {"sentence": reason.sentence, "article": reason.article, "cure": reason.cure} for reason in person.reasons
        ],
        "state": "ok" if person.counts else "stop",
        "words": "算 1 人" if person.counts else "不算",
    }
