"""备好的查询 A query whose SQL is made once in each thread and then asked again and again with other texts.

For the few queries of every request: making the SQL costs the object mapper several times what the database needs to answer it. The
query is written as any other, with a `Slot` where a text comes later, and gives what it would give: rows, or the same objects.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models.query import get_related_populators

Row = TypeVar("Row")
Shape = Callable[[Iterable[Any]], Iterator[Any]]


class Slot(str):
    """The place of a text that is given when the query is asked; its value is the name by which it is given."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Made:
    sql: str
    params: tuple[Any, ...]
    converters: tuple[tuple[int, tuple[Any, ...], Any], ...]
    shape: Shape


class Prepared(Generic[Row]):
    """One query, made when it is first asked."""

    def __init__(self, query: "models.QuerySet[Any, Row]") -> None:
        self._query = query
        self._here = threading.local()

    def all(self, **texts: str) -> list[Row]:
        """Return the rows for these texts, one for every slot."""
        made = self._made()
        if made is None:
            return []
        with connection.cursor() as cursor:
            cursor.execute(made.sql, [texts[each] if type(each) is Slot else each for each in made.params])
            found = cursor.fetchall()
        return list(made.shape(_converted(found, made.converters)))

    def first(self, **texts: str) -> Row | None:
        """Return the first row, or `None`."""
        return next(iter(self.all(**texts)), None)

    def _made(self) -> _Made | None:
        if not hasattr(self._here, "made"):
            self._here.made = _make(self._query)
        made: _Made | None = self._here.made
        return made


def _make(query: "models.QuerySet[Any, Any]") -> _Made | None:
    compiler = query.query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    compiler.col_count = len(compiler.select)
    converters = compiler.get_converters([column[0] for column in compiler.select])
    wanted = tuple((place, tuple(each), column) for place, (each, column) in converters.items())
    rows_only = not issubclass(query._iterable_class, models.query.ModelIterable)
    return _Made(sql, tuple(params), wanted, iter if rows_only else _objects(compiler))


def _converted(rows: Iterable[Any], converters: tuple[tuple[int, tuple[Any, ...], Any], ...]) -> Iterator[Any]:
    if not converters:
        yield from rows
        return
    for row in rows:
        values = list(row)
        for place, each, column in converters:
            for convert in each:
                values[place] = convert(values[place], column, connection)
        yield tuple(values)


def _objects(compiler: Any) -> Shape:
    """Return what makes the objects of a query from its rows, with those they point to where the query selects them."""
    chosen = compiler.klass_info["select_fields"]
    start, end = chosen[0], chosen[-1] + 1
    names = [column[0].target.attname for column in compiler.select[start:end]]
    pointed = get_related_populators(compiler.klass_info, compiler.select, connection.alias)  # type: ignore[call-arg]  # the stubs are of a later Django
    model = compiler.klass_info["model"]

    def objects(rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            made = model.from_db(connection.alias, names, row[start:end])
            for other in pointed:
                other.populate(row, made)
            yield made

    return objects
