"""改动印记 A mark for each kind of facts. The database itself changes it, in the same transaction, with every change of a marked table.

What was worked out from such facts is kept in the process under their marks and worked out anew as soon as one of them differs: one
small query instead of many, and what ends now ends now, in every process. A mark is drawn by chance and never comes twice, so that
a transaction undone leaves nothing behind.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import Any, Protocol, TypeVar

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

Worked = TypeVar("Worked", covariant=True)
VERBS = ("INSERT", "UPDATE", "DELETE")
TABLE = "CREATE TABLE record_mark (name varchar(16) NOT NULL PRIMARY KEY, value varchar(64) NOT NULL)"
FIRST = "INSERT INTO record_mark (name, value) VALUES (%s, %s) ON CONFLICT DO NOTHING"
POSTGRES_FUNCTION = """
CREATE FUNCTION record_new_mark() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN UPDATE record_mark SET value = gen_random_uuid()::text WHERE name = TG_ARGV[0]; RETURN NULL; END $$
"""
LOOK: ContextVar[dict[str, str] | None] = ContextVar("look", default=None)
Step = Callable[[Any, BaseDatabaseSchemaEditor], None]


class Remembered(Protocol[Worked]):
    """A function whose answers are kept under marks."""

    def __call__(self, *args: Any) -> Worked: ...


def marks(*kinds: str) -> tuple[str, ...]:
    """Return the marks of these kinds of facts as they stand now, or within `one_look` as they stood at its first question."""
    found = LOOK.get()
    if not found:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, value FROM record_mark")
            read = dict(cursor.fetchall())
        if found is not None:
            found.update(read)
        found = read
    return tuple(found[kind] for kind in kinds)


@contextmanager
def one_look() -> Iterator[None]:
    """Read the marks once until the end: around what only reads the marked facts, so that all of it stands on the same ones.

    Within another look it is that one.
    """
    if LOOK.get() is not None:
        yield
        return
    token = LOOK.set({})
    try:
        yield
    finally:
        LOOK.reset(token)


def remembered(*kinds: str, most: int) -> Callable[[Callable[..., Worked]], Remembered[Worked]]:
    """Keep the last `most` answers of a function that reads nothing but its arguments and facts of these kinds."""

    def keeping(work: Callable[..., Worked]) -> Remembered[Worked]:
        @lru_cache(maxsize=most)
        def kept(_: tuple[str, ...], *args: Any) -> Worked:
            return work(*args)

        @wraps(work)
        def answer(*args: Any) -> Worked:
            return kept(marks(*kinds), *args)

        return answer

    return keeping


def make_table(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the table of marks. It is no model: nothing but the triggers writes it, and no backup keeps it."""
    editor.execute(TABLE)
    if editor.connection.vendor != "sqlite":
        editor.execute(POSTGRES_FUNCTION)


def drop_table(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the table away."""
    editor.execute("DROP TABLE record_mark")
    if editor.connection.vendor != "sqlite":
        editor.execute("DROP FUNCTION record_new_mark")


def mark(kind: str, *tables: str, of: Iterable[str] = ()) -> Step:
    """Return the migration step that changes the mark `kind` with every change of these tables; of their columns `of` only, if named.

    A migration that makes a table anew on SQLite loses its triggers and takes this step again.
    """
    columns = f" OF {', '.join(of)}" if of else ""

    def step(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        editor.execute(FIRST, (kind, uuid.uuid4().hex))
        for table in tables:
            for statement in _triggers(editor.connection.vendor, kind, table, columns):
                editor.execute(statement)

    return step


def unmark(*tables: str) -> Step:
    """Return the migration step that takes the triggers away."""

    def step(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            if editor.connection.vendor == "sqlite":
                for verb in VERBS:
                    editor.execute(f"DROP TRIGGER IF EXISTS {table}_mark_{verb.lower()}")
            else:
                editor.execute(f"DROP TRIGGER IF EXISTS {table}_mark ON {table}")

    return step


def _triggers(vendor: str, kind: str, table: str, columns: str) -> list[str]:
    if vendor == "sqlite":
        new = f"UPDATE record_mark SET value = hex(randomblob(16)) WHERE name = '{kind}'"
        return [
            f"CREATE TRIGGER {table}_mark_{verb.lower()} AFTER {verb}{columns if verb == 'UPDATE' else ''} ON {table} BEGIN {new}; END"
            for verb in VERBS
        ]
    return [
        f"CREATE TRIGGER {table}_mark AFTER INSERT OR UPDATE{columns} OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION record_new_mark('{kind}')"
    ]
