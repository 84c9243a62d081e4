"""The rows of a busy county: cases of the demo county's early stages, told again in every town under new numbers.

The facts of the county and a few dozen cases are the demo's own, played through the product's actions; they are the patterns.
The rest is loaded straight into the tables, which only a benchmark may do. Every chain of digests is valid; papers are not copied.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

from django.db import connection, transaction
from uuid_utils.compat import uuid7

from yizhi.demo.facts import build
from yizhi.demo.playing import play
from yizhi.demo.stories import stories
from yizhi.desk.bodies.models import Body
from yizhi.desk.cases.actions import search_words
from yizhi.desk.cases.models import Case
from yizhi.desk.parties.models import Party, PartyPlace
from yizhi.desk.record.actions import ALPHABET, content
from yizhi.desk.record.canonical import entry_digest
from yizhi.desk.record.models import Dossier, Entry
from yizhi.rules.bigrams import bigrams

PLAYED_EVERY: Final = 6
ENTRIES: Final = range(2, 5)
CASES_A_PARTY: Final = 4
BATCH: Final = 2_000
MADE_BY: Final = "示意"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A played case with its record."""

    case: Case
    entries: tuple[Entry, ...]


def load(rows: int, now: datetime, seed: int = 1) -> list[Pattern]:
    """Fill an empty database with the demo's facts and `rows` cases, with their dossiers, records and parties; return the patterns."""
    with transaction.atomic():
        build(now)
        play(now, stories()[::PLAYED_EVERY])
    dice = random.Random(seed)
    found, towns = patterns(), list(Body.objects.filter(kind=Body.Kind.TOWN).order_by("code"))
    parties = _parties(max(rows // CASES_A_PARTY, len(towns)), towns, now)
    made = (_told_again(number, found, towns, parties, dice) for number in range(rows))
    while batch := list(islice(made, BATCH)):
        _write(batch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return found


def patterns() -> list[Pattern]:
    """Return the played cases whose record is short."""
    found = []
    for case in Case.objects.select_related("item", "town", "body").order_by("dossier"):
        entries = tuple(Entry.objects.filter(dossier=case.dossier_id).order_by("seq"))
        if len(entries) in ENTRIES:
            found.append(Pattern(case, entries))
    return found


def numbered(day: str, number: int) -> str:
    """Return the dossier number of a day for a running number."""
    signs = ""
    for _ in range(6):
        number, sign = divmod(number, len(ALPHABET))
        signs = ALPHABET[sign] + signs
    return f"{day}-{signs}"


def _parties(count: int, towns: list[Body], now: datetime) -> list[Party]:
    """Write the parties, the n-th known in the n-th town, round and round."""
    made = [_party(number, now) for number in range(count)]
    Party.objects.bulk_create(made, BATCH)
    places = (
        PartyPlace(party=party, body=towns[number % len(towns)], town_id=str(towns[number % len(towns)].town_id))
        for number, party in enumerate(made)
    )
    while batch := list(islice(places, BATCH)):
        PartyPlace.objects.bulk_create(batch)
    return made


def _party(number: int, now: datetime) -> Party:
    name = f"示意{number}号商行"
    kind = Party.Kind.SELF_EMPLOYED
    return Party(
        code=f"bench{number}", kind=kind, name=name, demo=True, entered_at=now, entered_by=MADE_BY, search=bigrams(name)
    )


def _told_again(
    number: int, found: list[Pattern], towns: list[Body], parties: list[Party], dice: random.Random
) -> tuple[Dossier, Case, list[Entry]]:
    pattern, place = dice.choice(found), dice.randrange(len(towns))
    town, party = towns[place], parties[place + len(towns) * dice.randrange(len(parties) // len(towns))]
    body = town if pattern.case.body.kind == Body.Kind.TOWN else pattern.case.body
    name = numbered(pattern.case.dossier_id[:8], number)
    entries = _entries(pattern, name, body.code, str(town.town_id))
    last = entries[-1]
    dossier = Dossier(number=name, opened_at=entries[0].recorded_at, head_seq=last.seq, head_digest=last.digest)
    return dossier, _case(pattern.case, dossier, body, town, party, number), entries


def _case(of: Case, dossier: Dossier, body: Body, town: Body, party: Party, number: int) -> Case:
    same = {field.attname: getattr(of, field.attname) for field in Case._meta.concrete_fields}
    changed: dict[str, Any] = {
        "dossier_id": dossier.number,
        "body_id": body.code,
        "town_id": town.town_id,
        "village_id": None,
        "party_id": party.code,
        "number": f"示意立〔{dossier.number[:4]}〕{number}号",
    }
    case = Case(**{**same, **changed})
    case.item, case.party = of.item, party
    case.search = search_words(case)
    return case


def _entries(pattern: Pattern, dossier: str, body: str, town: str) -> list[Entry]:
    """Return the record in another dossier, chained anew; the papers it issued stay where they are."""
    prev, told = "", []
    for of in pattern.entries:
        values = {field.attname: getattr(of, field.attname) for field in Entry._meta.concrete_fields}
        values["facts"] = {key: value for key, value in of.facts.items() if key != "papers"}
        entry = Entry(**{**values, "id": uuid7(), "dossier_id": dossier, "body": body, "town": town, "prev": prev})
        prev = entry.digest = entry_digest(prev, content(entry))
        told.append(entry)
    return told


def _write(batch: list[tuple[Dossier, Case, list[Entry]]]) -> None:
    with transaction.atomic():
        Dossier.objects.bulk_create(dossier for dossier, _, _ in batch)
        Entry.objects.bulk_create(entry for _, _, entries in batch for entry in entries)
        Case.objects.bulk_create(case for _, case, _ in batch)


def some(identity_sees: Any, count: int) -> Iterator[str]:
    """Yield dossier numbers spread over the cases in the query `identity_sees`."""
    numbers = list(identity_sees.values_list("dossier", flat=True)[: count * 20])
    yield from random.Random(3).sample(numbers, min(count, len(numbers)))
