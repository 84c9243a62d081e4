"""按次序检索 The search index of a table of dossiers on SQLite, kept in the order of their numbers and told where each is held.

FTS5 gives what it finds in the order of its row numbers. Here that number is the dossier's own, read as a whole number: the newest are
found first and the search ends when the list is full, however many rows have the word. Beside the words stands where a dossier is held:
town, body, both in one word, mode and town in one word, so that what lies outside a sight is passed over in the index. The index only
leads to rows; the sight itself decides.
"""

from collections.abc import Callable
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from .finding import POSTGRES, drop_search

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PLACES = [len(SIGNS) ** power for power in reversed(range(6))]
DAY = len(SIGNS) ** 6
HELD = ("town_id", "body_id", "mode")
Step = Callable[[Any, BaseDatabaseSchemaEditor], None]


def turn_of(number: str) -> str:
    """Return the SQL that reads a dossier number, itself SQL, as a whole number: day, then six signs."""
    signs = (f"(instr('{SIGNS}', substr({number}, {10 + at}, 1)) - 1) * {worth}" for at, worth in enumerate(PLACES))
    return f"(CAST(substr({number}, 1, 8) AS INTEGER) * {DAY} + {' + '.join(signs)})"


def number_of(turn: str) -> str:
    """Return the SQL that writes that whole number, itself SQL, as the dossier number again."""
    rests = (f"{turn} / {worth} - {turn} / {worth * len(SIGNS)} * {len(SIGNS)}" for worth in PLACES)
    signs = (f"substr('{SIGNS}', {rest} + 1, 1)" for rest in rests)
    return f"(({turn} / {DAY}) || '-' || {' || '.join(signs)})"


def index_in_order(table: str) -> Step:
    """Return the migration step that indexes the `search` column of `table`; on PostgreSQL as any other."""

    def step(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor != "sqlite":
            editor.execute(POSTGRES.format(t=table))
            return
        editor.execute(
            f"CREATE VIRTUAL TABLE {table}_find USING fts5(search, held, content='', tokenize=\"unicode61 remove_diacritics 0\", prefix='1')"
        )
        for statement in (*_triggers(table), filled(table)):
            editor.execute(statement)

    return step


def drop_in_order(table: str) -> Step:
    """Return the migration step that takes the index away."""
    return drop_search(table)


def filled(table: str) -> str:
    """Return the statement that indexes every row of a table whose index is empty."""
    return f"INSERT INTO {table}_find(rowid, search, held) SELECT {_indexed('r')} FROM {table} r ORDER BY r.dossier_id"


def _indexed(row: str) -> str:
    town, body, mode = (f"{row}.{name}" for name in HELD)
    held = f"{town} || ' ' || {body} || ' ' || {body} || {town} || ' ' || {mode} || {town}"
    return f"{turn_of(f'{row}.dossier_id')}, {row}.search, {held}"


def _triggers(table: str) -> list[str]:
    put = f"INSERT INTO {table}_find(rowid, search, held) SELECT {_indexed('new')}"
    take = f"INSERT INTO {table}_find({table}_find, rowid, search, held) SELECT 'delete', {_indexed('old')}"
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in ("search", *HELD))
    return [
        f"CREATE TRIGGER {table}_find_i AFTER INSERT ON {table} BEGIN {put}; END",
        f"CREATE TRIGGER {table}_find_d AFTER DELETE ON {table} BEGIN {take}; END",
        f"CREATE TRIGGER {table}_find_u AFTER UPDATE ON {table} WHEN {changed} BEGIN {take}; {put}; END",
    ]
