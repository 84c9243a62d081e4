"""头几行 The first rows of a list in its order, at the same cost however many rows there are.

A list is put together from the heads of its lanes, one body in one town, each of which an index gives in order. A search on SQLite follows
an index that is kept in the order of the list (`record/finding_in_order.py`). PostgreSQL has none such: there the search index leads to
words that few rows have, and for words that many have the lanes are looked through until the list is full.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import F, Func, Q, QuerySet

from yizhi.desk.people.sight import ENTRUSTED, NOTHING, Sight
from yizhi.desk.record.finding import Match, expected_rows, held_as, match_of
from yizhi.desk.record.finding_in_order import number_of, turn_of
from yizhi.desk.record.prepared import Slot
from yizhi.rules.bigrams import query_terms

from .models import Case

FREQUENT = 2000
TABLE = Case._meta.db_table
FINDER = f"{TABLE}_find"
ASIDE = {"at_body": "body_id", "at_town": "town_id", "in_mode": "mode"}
Narrow = Callable[[QuerySet[Case]], QuerySet[Case]]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is searched for: what the search index is asked, or the words that are looked for in the rows."""

    match: Match | Slot | None = None
    words: tuple[str, ...] = ()


class Unindexed(Func):
    """A column that SQLite does not look for an index of."""

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Return the column with a sign that changes nothing but this."""
        return self.as_sql(compiler, connection, template="+%(expressions)s", **more)


def sought(q: str) -> Sought | None:
    """Return how a query in plain words is searched for; `None` when it has no readable term."""
    match = match_of(q)
    if match is None:
        return None
    if connection.vendor == "postgresql" and expected_rows(TABLE, match) >= FREQUENT:
        return Sought(words=tuple(map(held_as, query_terms(q))))
    return Sought(match)


def first_rows(
    sight: Sight, narrow: Narrow, most: int, *, words: Sought | None = None, after: str = ""
) -> QuerySet[Case]:
    """Return the first `most` rows of what is seen and wanted, after the dossier number `after`.

    `narrow` says what else is wanted, and the order.
    """
    if words and words.match:
        return _found_in_order(sight, narrow, words.match, after)[:most]
    lanes = sight.lanes("body_id", "town_id", "mode")
    heads = [narrow(_holding(Case.objects.filter(lane), words)).values("pk")[:most] for lane in lanes]
    return Case.objects.filter(_one_of(heads, most)).order_by("-dossier")[:most]


def matching(sight: Sight, match: Match | Slot) -> QuerySet[Case]:
    """Return the rows that are seen and found by the search index, in no order."""
    if connection.vendor != "sqlite":
        return Case.objects.filter(sight.q(mode="mode"), search__bigrams=match)
    there = Case.objects.alias(**{name: Unindexed(F(column)) for name, column in ASIDE.items()})
    held = _places_of(sight)
    asked = {"search": match, **({"held": held} if held else {})}
    return there.filter(sight.q(*ASIDE)).extra(
        tables=[FINDER],
        where=[
            f"{TABLE}.dossier_id = {number_of(f'{FINDER}.rowid')}",
            *(f"{FINDER}.{name} MATCH %s" for name in asked),
        ],
        params=list(asked.values()),
    )


def _found_in_order(sight: Sight, narrow: Narrow, match: Match | Slot, after: str) -> QuerySet[Case]:
    rows = narrow(matching(sight, match))
    if connection.vendor != "sqlite":
        return rows
    if after:
        beyond = f"{FINDER}.rowid < (SELECT {turn_of('given')} FROM (SELECT %s AS given))"
        rows = rows.extra(where=[beyond], params=[after])
    return rows.extra(order_by=[f"-{FINDER}.rowid"])


def _holding(rows: QuerySet[Case], words: Sought | None) -> QuerySet[Case]:
    return rows.filter(*(Q(search__holds_word=word) for word in words.words)) if words else rows


def _one_of(heads: Sequence[QuerySet[Case, Any]], most: int) -> Q:
    """Return the condition that a row is in one of the heads; each database has a form of it that it answers head by head."""
    if connection.vendor == "sqlite" or len(heads) < 2:
        return reduce(or_, (Q(pk__in=head) for head in heads), NOTHING)
    return Q(pk__in=heads[0].union(*heads[1:], all=True).order_by("-pk")[:most])


def _places_of(sight: Sight) -> str:
    """Return what the index is asked for the places of a sight; empty when one of its grants has no bound."""
    places = {f"{ENTRUSTED}{town}" for town in sight.entrusted}
    for grant in sight.grants:
        if grant.bodies is None and grant.towns is None:
            return ""
        bodies, towns = (("",) if bound is None else bound for bound in (grant.bodies, grant.towns))
        places |= {f"{body}{town}" for body in bodies for town in towns}
    return " OR ".join(f'"{place}"' for place in sorted(places))
