"""事实的样子 Rows of the database as the rules see them: plain, frozen, times in Beijing time without zone."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.desk.people.models import Certificate, Posting, Service
from yizhi.desk.places.models import Membership
from yizhi.rules import authority
from yizhi.rules.authority.cells import BEIJING
from yizhi.rules.authority.entry import posting_not_allowed

from .models import Allocation, DutyLetter, ItemVersion


def beijing(moment: datetime) -> datetime:
    """Return a moment in Beijing time without zone, as the rules want it."""
    return moment.astimezone(BEIJING).replace(tzinfo=None)


def body_facts(rows: Iterable[Any]) -> tuple[authority.Body, ...]:
    """Return the bodies; a parent that is no government is left out."""
    governments = {code for code, kind, *_ in rows if kind == Body.Kind.GOVERNMENT}
    return tuple(
        authority.Body(code, kind, name, county, parent if parent in governments else None)
        for code, kind, name, county, parent, _ in rows
    )


def area_facts(
    rows: Iterable[Any], towns: Mapping[str, str], members: Iterable[Membership]
) -> tuple[authority.Area, ...]:
    """Return the areas with the towns' bodies that belong to them."""
    held: dict[str, list[authority.Membership]] = {}
    for row in members:
        if row.town_id in towns:
            member = authority.Membership(towns[row.town_id], row.valid_from, row.valid_to)
            held.setdefault(row.area_id, []).append(member)
    return tuple(
        authority.Area(code, name, towns.get(centre), tuple(held.get(code, ()))) for code, name, centre in rows
    )


def item_fact(row: ItemVersion) -> authority.Item:
    """Return an item as one version has it; a basis without its first day is left out."""
    kind: Any = row.kind
    bases = tuple(
        authority.Basis(
            each.get("law", ""), each.get("article", ""), date.fromisoformat(each["effective"]), _day(each, "expiry")
        )
        for each in row.bases
        if each.get("effective")
    )
    return authority.Item(row.item_id, row.name, kind, row.domain, row.owner_id, bases, beijing(row.recorded_at))


def allocation_fact(row: Allocation, town: str) -> authority.Allocation:
    """Return an allocation as the rules see it; `town` is the code of the town's body."""
    mode: Any = row.mode
    transition_body: Any = row.transition_body or None
    on_recall: Any = row.on_recall or None
    return authority.Allocation(
        id=row.fact,
        item=row.item_id,
        town=town,
        mode=mode,
        starts_on=row.valid_from,
        ends_on=row.valid_to,
        published_on=row.published_on,
        decision=row.decision.strip(),
        basis=row.basis.strip(),
        letter=row.letter.strip(),
        transition_until=row.transition_until,
        transition_body=transition_body,
        on_recall=on_recall,
        coercion=row.coercion,
        recorded_at=beijing(row.recorded_at),
    )


def letter_fact(row: DutyLetter) -> authority.Letter:
    """Return a department's letter."""
    items = tuple(row.items)
    return authority.Letter(row.fact, row.area_id, row.body_id, row.number, items, row.valid_from, row.valid_to)


def officer_fact(row: Service, names: Mapping[str, str]) -> authority.Officer:
    """Return an officer in one service, by name where one is known."""
    return authority.Officer(
        row.officer_id,
        row.body_id,
        row.valid_from,
        row.valid_to,
        row.employer_id,
        names.get(row.officer_id, ""),
        beijing(row.recorded_at),
    )


def certificate_fact(row: Certificate) -> authority.Certificate:
    """Return a certificate with its periods."""
    periods = tuple(
        authority.StatusPeriod(each["status"], date.fromisoformat(each["from"]), _day(each, "to"))
        for each in row.status_periods
    )
    return authority.Certificate(
        row.fact,
        row.officer_id,
        row.valid_from,
        row.valid_to,
        tuple(row.domains),
        periods,
        beijing(row.recorded_at),
    )


def posting_fact(row: Posting) -> authority.Posting:
    """Return a posting."""
    acts_for = tuple(row.acts_for)
    return authority.Posting(
        row.fact, row.officer_id, row.area_id, row.valid_from, row.valid_to, acts_for, beijing(row.recorded_at)
    )


def allowed_postings(
    postings: Iterable[authority.Posting],
    officers: Iterable[authority.Officer],
    bodies: Iterable[authority.Body],
) -> tuple[authority.Posting, ...]:
    """Return the postings without those that have become an entrustment in disguise when the officer changed bodies."""
    known = {body.id: [body] for body in bodies}
    services = {officer.id: [officer] for officer in officers}
    return tuple(row for row in postings if not posting_not_allowed(row, services.get(row.officer, ()), known))


def _day(row: Mapping[str, Any], key: str) -> date | None:
    value = row.get(key)
    return date.fromisoformat(value) if value else None
