"""问执法主体 The one door for the question of authority, and who could go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import combinations, islice
from typing import Any

from django.conf import settings

from yizhi.desk.people.called import officer_names
from yizhi.desk.people.models import Certificate
from yizhi.desk.rulings.queries import readings
from yizhi.rules.authority import Answer, Question, World, decide
from yizhi.rules.authority.standing import concentration_findings, subject_findings, with_findings
from yizhi.rules.authority.world import Known
from yizhi.rules.refusal import Reason

from ..facts import Book, book


def ask(question: Mapping[str, Any] | Question, *, known_at: datetime | None = None) -> Answer:
    """问执法主体 Answer whose power it is and who counts, from the installation's own facts.

    `town` is the code of a town or of its body; bodies, items, officers are their codes. `known_at` (Beijing time)
    takes the place of the question's own. Raises `BadInput` for what cannot be read or is not known.
    """
    asked = question if isinstance(question, Question) else Question.of(question)
    known = book(known_at or asked.known_at)
    asked = replace(asked, town=known.towns.get(asked.town, asked.town), known_at=known_at or asked.known_at)
    if asked.action == "coercive_measure":
        asked = replace(asked, coercion_follows=readings(asked.on)["coercion-under-conferral"] == "together")
    return _registered(decide(asked, known.world(asked.on)), known)


def _registered(answer: Answer, known: Book) -> Answer:
    """Add what the register of bodies says of the one that would decide: its standing, and power that is another department's."""
    deciding, question = answer.deciding_body, answer.question
    if deciding is None:
        return answer
    body = known.register.of(deciding, question.on)
    item = known.world(question.on).known().items[question.item]
    findings = [
        *subject_findings(body, deciding, question.on),
        *concentration_findings(body, deciding, item.domain),
    ]
    return with_findings(answer, findings)


@dataclass(frozen=True, slots=True)
class Person:
    """An officer who might go. `until`: the last day of the certificate, None when open or missing; `reasons` why not counted."""

    code: str
    name: str
    body: str
    body_name: str
    until: date | None
    posted: bool
    reasons: tuple[Reason, ...]
    demo: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether the officer counts towards the two that an act needs."""
        return not self.reasons

    @property
    def note(self) -> str:
        """Return whose officer it is and until when the certificate runs, or why the officer does not count."""
        whose = f"{self.body_name}{'派驻' if self.posted else ''}"
        if self.reasons:
            return "；".join([whose, *(reason.sentence for reason in self.reasons)])
        return f"{whose}，执法证有效至{_written(self.until)}" if self.until else f"{whose}，执法证有效"


def people_for(
    item: str, town: str, on: date, action: str, *, party: str = "", act_day: date | None = None
) -> tuple[Person, ...]:
    """谁能去 Return the officers of the town, of the deciding body and of the area: those who count first, the deciding body's own
    before those posted, so that two of one body stand together; the others with why not.

    Raises `BadInput` as `ask` does.
    """
    known = book()
    world = known.world(on)
    asked = Question.of({"item": item, "town": known.towns.get(town, town), "on": on.isoformat(), "action": action})
    asked = replace(asked, party=party or None, act_day=act_day)
    names = _candidates(world, asked.town, decide(asked, world).deciding_body, on)
    return _persons(world, names, decide(replace(asked, officers=tuple(names)), world), on)


def pairs_of(persons: Iterable[Person], most: int = 12) -> tuple[tuple[Person, Person], ...]:
    """Return pairs of those who count, each enough for an act, in the order given."""
    return tuple(islice(combinations([person for person in persons if person.counts], 2), most))


def _candidates(world: World, town: str, deciding: str | None, on: date) -> list[str]:
    """Return who may be thought of: of the town, of the deciding body, and posted to an area that holds the town."""
    known = world.known()
    bodies = {town, deciding}
    names = {officer.id for officer in known.officers.values() if officer.body in bodies and officer.covers(on)}
    areas = {area for area, member in known.memberships if member == town and _member(known, area, town, on)}
    for officer, postings in known.postings.items():
        if any(posting.area in areas and posting.covers(on) for posting in postings):
            names.add(officer)
    return sorted(names)


def _member(known: Known, area: str, town: str, on: date) -> bool:
    return any(member.covers(on) for member in known.memberships[(area, town)])


def _persons(world: World, names: list[str], tried: Answer, on: date) -> tuple[Person, ...]:
    known = world.known()
    failings: dict[str, list[Reason]] = {}
    for finding in tried.reasons:
        failings.setdefault(finding.about, []).append(finding.as_reason())
    called = officer_names()
    until = _certificates(names, on)
    persons = []
    for name in names:
        officer = known.officers.get(name)
        body = known.bodies.get(officer.body) if officer else None
        posted = any(posting.covers(on) for posting in known.postings.get(name, ()))
        why = failings.get(name, [])
        if tried.deciding_body is None:
            why = [reason for reason in tried.explained if reason.severity == "stop"]
        place = (body.id, body.name) if body else ("", "")
        persons.append(Person(name, called.get(name, name), *place, until.get(name), posted, tuple(why), settings.DEMO))
    return tuple(
        sorted(persons, key=lambda person: (not person.counts, person.body != tried.deciding_body, person.code))
    )


def _certificates(names: list[str], on: date) -> dict[str, date]:
    """Return the last day of each officer's certificate in force, or of the one that ended last; open ones have none."""
    rows = Certificate.objects.known().filter(officer__in=names, valid_from__lte=on).order_by("valid_from")
    return {row.officer_id: row.valid_to - timedelta(days=1) for row in rows if row.valid_to is not None}


def _written(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
