"""备好的查询 A query whose SQL is made once in each thread and then asked again and again with other texts.

For the few queries of every request: making the SQL costs the object mapper several times what the database needs to answer it. The
query is written as any other, with a `Slot` where a text comes later, and gives what it would give: rows, or the same objects. PostgreSQL
keeps the plan as well (`prepare_threshold` in the settings), which often costs it more than the answer.
"""

import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models.base import ModelState
from django.db.models.query import get_related_populators
from psycopg import Cursor

Row = TypeVar("Row")
Model = TypeVar("Model", bound=models.Model)
Shape = Callable[[Iterable[Any]], Iterator[Any]]


class Slot(str):
    """The place of a text that is given when the query is asked; its value is the name by which it is given."""

    __slots__ = ()


class IdSlot(uuid.UUID):
    """The place of an id; a database that keeps ids as text gets the text."""

    def __init__(self, name: str) -> None:
        super().__init__(int=0)
        object.__setattr__(self, "name", Slot(name))

    @property
    def hex(self) -> str:
        """Return the slot in place of the text."""
        name: Slot = self.__dict__["name"]
        return name


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

    def all(self, **given: str | uuid.UUID) -> list[Row]:
        """Return the rows for these texts and ids, one for every slot."""
        made = self._made()
        if made is None:
            return []
        with _cursor() as cursor:
            cursor.execute(made.sql, [_kept(given[each]) if type(each) is Slot else each for each in made.params])
            found = cursor.fetchall()
        return list(made.shape(_converted(found, made.converters)))

    def first(self, **given: str | uuid.UUID) -> Row | None:
        """Return the first row, or `None`."""
        return next(iter(self.all(**given)), None)

    def _made(self) -> _Made | None:
        if not hasattr(self._here, "made"):
            self._here.made = _make(self._query)
        made: _Made | None = self._here.made
        return made


def found(model: type[Model], key: str) -> Model | None:
    """Return the row of a table with this primary key, a text, or `None`."""
    return _one(model).first(key=key)


@lru_cache
def _one(model: type[Model]) -> Prepared[Model]:
    return Prepared(model._default_manager.filter(pk=Slot("key")))


def write(row: models.Model, *, unless_there: bool = False) -> bool:
    """Write a new row whose primary key is set, as `save(force_insert=True)` does; tell whether it was written.

    A key that is there already is an `IntegrityError`, or with `unless_there` nothing is written.
    """
    fields = row._meta.concrete_fields
    with connection.cursor() as cursor:
        values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        cursor.execute(_insertion(type(row)) + (" ON CONFLICT DO NOTHING" if unless_there else ""), values)
        written = bool(cursor.rowcount)
    row._state.adding, row._state.db = not written, connection.alias
    return written


@lru_cache
def _insertion(model: type[models.Model]) -> str:
    quote = connection.ops.quote_name
    columns = [quote(str(field.column)) for field in model._meta.concrete_fields]
    places = ", ".join("%s" for _ in columns)
    return f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(columns)}) VALUES ({places})"


def _cursor() -> Any:
    """Return a cursor that on PostgreSQL leaves the values to the server, which then keeps the statement and its plan."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.ensure_connection()
    return connection._prepare_cursor(Cursor(connection.connection))  # type: ignore[attr-defined]  # as connection.cursor() does


def _kept(value: str | uuid.UUID) -> str | uuid.UUID:
    return value.hex if isinstance(value, uuid.UUID) and not connection.features.has_native_uuid_field else value


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
    params = tuple(each.hex if isinstance(each, IdSlot) else each for each in params)
    return _Made(sql, params, wanted, iter if rows_only else _objects(compiler))


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
            made = _object(model, names, row[start:end])
            for other in pointed:
                _point(other, row, made)
            yield made

    return objects


def _point(other: Any, row: Any, made: models.Model) -> None:
    """Let an object point to the one that its row also holds: what `other`, a populator of Django, does, and those beyond it."""
    values = other.reorder_for_init(row) if other.reorder_for_init else row[other.cols_start : other.cols_end]
    there = None
    if values[other.pk_idx] is not None:
        there = _object(other.model_cls, other.init_list, values)
        for further in other.related_populators:
            _point(further, row, there)
        other.remote_setter(there, made)
    other.local_setter(made, there)


def _object(model: type[Model], names: Iterable[str], values: Iterable[Any]) -> Model:
    """Return the object that `from_db` makes of all columns of a row, without asking for defaults, other arguments or listeners."""
    made = model.__new__(model)
    made.__dict__.update(zip(names, values, strict=True))
    made._state = ModelState()
    made._state.adding, made._state.db = False, connection.alias
    return made
