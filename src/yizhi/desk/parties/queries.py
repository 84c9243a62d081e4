"""相对人 Finding parties. A party is seen where it is known: in a town and by a body that the identity sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.sight import Sight
from yizhi.desk.record.prepared import Prepared, Slot
from yizhi.rules.identifiers import masked
from yizhi.rules.refusal import Absent

from .models import Party, PartyCorrection, PartyPlace

PAGE = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """A party as a form offers it: its code, its name, and what tells it from others of the same name."""

    code: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class PartyPage:
    """One page of parties, newest first, with the mark from which the next one goes on; no mark on the last."""

    rows: tuple[Party, ...]
    older: str


def visible(identity: Identity) -> QuerySet[Party]:
    """Return the parties an identity sees: the one condition every other query starts from."""
    return _visible(identity.sight)


def _visible(sight: Sight) -> QuerySet[Party]:
    known = PartyPlace.objects.filter(sight.q("body_id", "town_id"), party=OuterRef("pk"))
    return Party.objects.filter(Exists(known))


def seen_party(identity: Identity, code: str) -> Party | None:
    """Return one party this identity sees, or `None`."""
    return _one(identity.sight).first(code=code)


@lru_cache(maxsize=500)
def _one(sight: Sight) -> Prepared[Party]:
    return Prepared(_visible(sight).filter(code=Slot("code")))


def parties(identity: Identity, q: str = "") -> QuerySet[Party]:
    """Return the parties an identity sees, newest first; with `q` those found by two characters of name or address, or a whole number."""
    rows = visible(identity).order_by("-entered_at", "-code")
    if not q.strip():
        return rows
    number = "".join(q.split()).upper()
    if len(number) == 18 and number.isascii() and number.isalnum():
        return rows.filter(Q(credit_code=number) | Q(citizen_id=number))
    return rows.filter(search__bigrams=q)


def page_of(rows: QuerySet[Party], after: str = "", most: int = PAGE) -> PartyPage:
    """Return the page of `rows` that follows the mark `after`; a mark that cannot be read starts at the newest."""
    at, _, code = after.partition("~")
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo is not None:
        rows = rows.filter(Q(entered_at__lt=moment) | Q(entered_at=moment, code__lt=code))
    found = list(rows[: most + 1])
    last = found[most - 1] if len(found) > most else None
    return PartyPage(tuple(found[:most]), f"{last.entered_at.isoformat()}~{last.code}" if last else "")


def party(identity: Identity, code: str) -> Party:
    """Return one party. Raises `Absent`, the same whether there is none or it is not this identity's to see."""
    found = seen_party(identity, code)
    if found is None:
        raise Absent("这个当事人")
    return found


def for_choice(identity: Identity, q: str, most: int = 8) -> list[Choice]:
    """Return the parties a form offers for what was typed; nothing before anything is typed."""
    return [Choice(one.code, one.name, note_of(one)) for one in parties(identity, q)[:most]] if q.strip() else []


def note_of(party: Party) -> str:
    """Return what tells a party from another of the same name: kind, code (a personal one masked), address."""
    return "，".join(part for part in (party.get_kind_display(), shown_number(party), party.address) if part)


def shown_number(party: Party) -> str:
    """Return the number a list shows: a credit code whole, a citizen id with its middle hidden."""
    return party.credit_code or masked(party.citizen_id or "")


def places_of(identity: Identity, party: Party) -> QuerySet[PartyPlace]:
    """Return where a party is known, as far as the identity sees."""
    seen = identity.sight.q("body_id", "town_id")
    return PartyPlace.objects.filter(seen, party=party).select_related("town", "body").order_by("town_id", "body_id")


def towns_by_party(identity: Identity, rows: Iterable[Party]) -> dict[str, list[str]]:
    """Return for each of `rows` the names of the towns where it is known, as far as the identity sees."""
    seen = identity.sight.q("body_id", "town_id")
    known = PartyPlace.objects.filter(seen, party__in=[row.pk for row in rows]).order_by("town_id")
    found: dict[str, list[str]] = {}
    for code, name in known.values_list("party_id", "town__name").distinct():
        found.setdefault(code, []).append(name)
    return found


def corrections_of(party: Party) -> QuerySet[PartyCorrection]:
    """Return what was corrected of a party the caller was given by `party`, newest first."""
    return PartyCorrection.objects.filter(party=party).order_by("-at", "-pk")
