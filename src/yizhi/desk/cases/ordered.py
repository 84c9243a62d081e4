"""头几行 The first rows of a list in its order, at the same cost however many rows there are.

PostgreSQL chooses the way itself, from what it knows of the values. SQLite does not know how soon a list is full, and one with
several bodies and towns would be gathered whole and sorted. There the list is put together from the heads of its lanes, one body in
one town, each of which an index gives in order. A search follows the search index where the words are rare; where they are frequent
the rows are looked through in order until the list is full.
"""

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import F, Func, Q, QuerySet

from yizhi.desk.people.sight import NOTHING, Sight
from yizhi.desk.record.finding import is_frequent, match_of

from .models import Case

FREQUENT = 500
Narrow = Callable[[QuerySet[Case]], QuerySet[Case]]


class Unindexed(Func):
    """A column that SQLite does not look for an index of."""

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Return the column with a sign that changes nothing but this."""
        return self.as_sql(compiler, connection, template="+%(expressions)s", **more)


def first_rows(sight: Sight, narrow: Narrow, most: int, *, by_index: bool) -> QuerySet[Case]:
    """Return the first `most` rows of what is seen and wanted; `by_index`: the search index leads to them.

    `narrow` says what is wanted, and the order.
    """
    if connection.vendor != "sqlite":
        return narrow(Case.objects.filter(sight.q(mode="mode")))[:most]
    if by_index:
        there = Case.objects.alias(**{name: Unindexed(F(column)) for name, column in ASIDE.items()})
        return narrow(there.filter(sight.q(*ASIDE)))[:most]
    heads = [
        narrow(Case.objects.filter(lane)).values("pk")[:most] for lane in sight.lanes("body_id", "town_id", "mode")
    ]
    return Case.objects.filter(reduce(or_, (Q(pk__in=head) for head in heads), NOTHING)).order_by("-dossier")[:most]


ASIDE = {"at_body": "body_id", "at_town": "town_id", "in_mode": "mode"}


def looks_through(q: str) -> bool:
    """Tell whether a search looks through the rows in their order: on SQLite, for words that many rows have."""
    match = match_of(q) if connection.vendor == "sqlite" else None
    return match is not None and is_frequent(Case._meta.db_table, match, FREQUENT)
