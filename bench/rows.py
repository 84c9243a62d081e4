"""The rows of a busy county: cases of the demo county's early stages, told again in every town under new numbers.

The facts of the county and a few dozen cases are the demo's own, played through the product's actions; they are the patterns.
The rest is loaded straight into the tables, which only a benchmark may do. Every chain of digests is valid; papers are not copied.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Final, NamedTuple

from django.db import connection, models, transaction
from uuid_utils.compat import UUID, uuid7

from bench.bulk import Row, bare, put
from yizhi.demo.facts import build
from yizhi.demo.playing import play
from yizhi.demo.stories import stories
from yizhi.desk.bodies.models import Body
from yizhi.desk.cases.actions import search_words
from yizhi.desk.cases.models import Case
from yizhi.desk.parties.models import Party, PartyPlace
from yizhi.desk.record.actions import ALPHABET, content
from yizhi.desk.record.canonical import CHAINED, canonical, sm3
from yizhi.desk.record.models import Dossier, Entry
from yizhi.rules.bigrams import bigrams

PLAYED_EVERY: Final = 6
ENTRIES: Final = range(2, 5)
CASES_A_PARTY: Final = 4
BATCH: Final = 5_000
MADE_BY: Final = "示意"
CHANGING: Final = ("id", "dossier", "body", "town")
GAP: Final = re.compile("@({})@".format("|".join(CHANGING)))
DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class Pattern:
    """A played case with its record."""

    case: Case
    entries: tuple[Entry, ...]


class Called(NamedTuple):
    """A party: its code, its name, its search words."""

    code: str
    name: str
    search: str


class Mould:
    """A row as the database keeps it, cast again and again with other values in the columns named."""

    def __init__(self, row: models.Model, *changing: str) -> None:
        fields = [field for field in row._meta.concrete_fields if not isinstance(field, models.AutoField)]
        names = [field.attname for field in fields]
        self._values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        self._places = [names.index(name) for name in changing]

    def cast(self, *changed: Any) -> Row:
        """Return the row with these values in the columns that change, in their order."""
        values = self._values.copy()
        for place, value in zip(self._places, changed, strict=True):
            values[place] = value
        return values


class EntryMould:
    """One entry of a played record: its row, and what its digest covers with gaps for what changes."""

    def __init__(self, of: Entry) -> None:
        of.facts = {key: value for key, value in of.facts.items() if key != "papers"}
        told = {**content(of), **{name: f"@{name}@" for name in CHANGING}}
        self._parts = GAP.split(canonical({key: told[key] for key in CHAINED}).decode())
        assert len(self._parts) == 2 * len(CHANGING) + 1
        self._row = Mould(of, "id", "dossier_id", "body", "town", "prev", "digest")

    def cast(self, dossier: str, body: str, town: str, prev: str) -> tuple[Row, str]:
        """Return the row in another dossier, chained to `prev`, and its digest."""
        id = uuid7()
        changed = {"id": str(id), "dossier": dossier, "body": body, "town": town}
        told = "".join(changed[part] if place % 2 else part for place, part in enumerate(self._parts))
        digest = sm3((prev + told).encode())
        return self._row.cast(_id(id), dossier, body, town, prev, digest), digest


@dataclass(frozen=True, slots=True)
class CaseMould:
    """A played case with its record, to be told again elsewhere; the papers it issued stay where they are."""

    of_town: bool
    body: str
    case: Mould
    dossier: Mould
    entries: tuple[EntryMould, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, pattern: Pattern) -> "CaseMould":
        """Return the mould of a pattern."""
        case, entries = pattern.case, pattern.entries
        case.village_id, case.party, case.number = None, None, ""
        row = Mould(case, "dossier_id", "body_id", "town_id", "party_id", "number", "search")
        dossier = Dossier(number=case.dossier_id, opened_at=entries[0].recorded_at, head_seq=len(entries))
        words = search_words(case).split()
        return cls(
            case.body.kind == Body.Kind.TOWN,
            case.body_id,
            row,
            Mould(dossier, "number", "head_digest"),
            tuple(map(EntryMould, entries)),
            tuple(word for word in words if word not in case.dossier_id.lower()),
        )

    def cast(self, day: str, number: int, town: Body, party: Called) -> tuple[Row, list[Row], Row]:
        """Return dossier, entries and case told again in a town, about a party, under the running number of a day."""
        name, body, where = numbered(day, number), town.code if self.of_town else self.body, str(town.town_id)
        digest, entries = "", []
        for mould in self.entries:
            entry, digest = mould.cast(name, body, where, digest)
            entries.append(entry)
        told = f"示意立〔{day[:4]}〕{number}号"
        search = " ".join(dict.fromkeys((*bigrams(name, told).split(), *self.words, *party.search.split())))
        return self.dossier.cast(name, digest), entries, self.case.cast(name, body, where, party.code, told, search)


class Where(NamedTuple):
    """The towns, and the parties known in them: the n-th in the n-th town, round and round."""

    towns: list[Body]
    parties: list[Called]


def load(rows: int, now: datetime, seed: int = 1) -> list[Pattern]:
    """Fill an empty database with the demo's facts and `rows` cases, with their dossiers, records and parties; return the patterns.

    Their numbers are spread evenly over a year, oldest first, as the years would have brought them: each word is found early and late.
    """
    with transaction.atomic():
        build(now)
        play(now, stories()[::PLAYED_EVERY])
    dice, found = random.Random(seed), patterns()
    moulds = [CaseMould.of(pattern) for pattern in patterns()]
    towns = list(Body.objects.filter(kind=Body.Kind.TOWN).order_by("code"))
    days = sorted(f"{now - timedelta(days=1 + dice.randrange(DAYS)):%Y%m%d}" for _ in range(rows))
    with bare(Party, PartyPlace, Dossier, Entry, Case):
        where = Where(towns, _parties(max(rows // CASES_A_PARTY, len(towns)), towns, now))
        made = (_told_again(day, number, moulds, where, dice) for number, day in enumerate(days))
        while batch := list(islice(made, BATCH)):
            with transaction.atomic():
                put(Dossier, (dossier for dossier, _, _ in batch))
                put(Entry, (entry for _, entries, _ in batch for entry in entries))
                put(Case, (case for _, _, case in batch))
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


def _parties(count: int, towns: Sequence[Body], now: datetime) -> list[Called]:
    made = [_called(number) for number in range(count)]
    moulds = [Mould(PartyPlace(body=town, town_id=town.town_id), "party_id") for town in towns]
    alike = Party(kind=Party.Kind.SELF_EMPLOYED, demo=True, entered_at=now, entered_by=MADE_BY)
    row = Mould(alike, "code", "name", "search")
    for start in range(0, count, BATCH):
        batch = made[start : start + BATCH]
        with transaction.atomic():
            put(Party, (row.cast(*party) for party in batch))
            put(PartyPlace, (moulds[n % len(towns)].cast(party.code) for n, party in enumerate(batch, start)))
    return made


def _called(number: int) -> Called:
    name = f"示意{number}号商行"
    return Called(f"bench{number}", name, bigrams(name))


def _told_again(
    day: str, number: int, moulds: Sequence[CaseMould], where: Where, dice: random.Random
) -> tuple[Row, list[Row], Row]:
    mould, place, towns = dice.choice(moulds), dice.randrange(len(where.towns)), len(where.towns)
    party = where.parties[place + towns * dice.randrange(len(where.parties) // towns)]
    return mould.cast(day, number, where.towns[place], party)


def _id(id: UUID) -> Any:
    return id if connection.features.has_native_uuid_field else id.hex


def some(identity_sees: Any, count: int) -> Iterator[str]:
    """Yield dossier numbers spread over the cases in the query `identity_sees`."""
    numbers = list(identity_sees.values_list("dossier", flat=True)[: count * 20])
    yield from random.Random(3).sample(numbers, min(count, len(numbers)))
