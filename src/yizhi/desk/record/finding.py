"""检索列 The bigram column as both databases index it: FTS5 on SQLite, GIN on PostgreSQL. Used as `search__bigrams="河边"`."""

from collections.abc import Callable
from typing import Any

from django.db import connection, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Lookup

from yizhi.rules.bigrams import query_terms

from .prepared import Slot

WORDS = "array_to_tsvector(string_to_array(search, ' '))"


class Match(str):
    """What the search index of a database is asked."""

    __slots__ = ()


@models.TextField.register_lookup
class Bigrams(Lookup):
    """Rows whose search column has every term of the query. A query without a readable term matches nothing."""

    lookup_name = "bigrams"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        match = self._match()
        if match is None:
            return "0 = 1", []
        table, alias = self.lhs.target.model._meta.db_table, self.lhs.alias
        return f'"{alias}".rowid IN (SELECT rowid FROM {table}_find WHERE {table}_find MATCH %s)', [match]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        match = self._match()
        if match is None:
            return "FALSE", ()
        lhs, params = self.process_lhs(compiler, connection)
        return f"array_to_tsvector(string_to_array({lhs}, ' ')) @@ %s::tsquery", (*params, match)

    def _match(self) -> str | None:
        return self.rhs if isinstance(self.rhs, (Slot, Match)) else match_of(str(self.rhs))


@models.TextField.register_lookup
class HoldsWord(Lookup):
    """Rows whose search column holds a word, on PostgreSQL, looked for in the rows themselves; `held_as` writes the word."""

    lookup_name = "holds_word"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        lhs, params = self.process_lhs(compiler, connection)
        return f"strpos(' ' || {lhs} || ' ', %s) > 0", (*params, self.rhs)


def held_as(term: str) -> str:
    """Return a term of `query_terms` as `HoldsWord` looks for it.

    >>> held_as("河边"), held_as("倒*")
    (' 河边 ', ' 倒')
    """
    return f" {term[:-1]}" if term.endswith("*") else f" {term} "


def expected_rows(table: str, match: str) -> int:
    """Return how many rows of a table the planner of PostgreSQL expects for what its index is asked; nothing is looked at."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {table} WHERE {WORDS} @@ %s::tsquery", [match])
        return int(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])


def match_of(query: str) -> Match | None:
    """Return what the index of this database is asked for a query in plain words; `None` when it has no readable term."""
    terms = query_terms(query)
    if not terms:
        return None
    if connection.vendor == "sqlite":
        return Match(" AND ".join(f'"{term[:-1]}"*' if term.endswith("*") else f'"{term}"' for term in terms))
    return Match(" & ".join(f"'{term[:-1]}':*" if term.endswith("*") else f"'{term}'" for term in terms))


SQLITE = """
CREATE VIRTUAL TABLE {t}_find USING fts5(search, content='{t}', content_rowid='rowid', tokenize="unicode61 remove_diacritics 0", prefix='1');
CREATE TRIGGER {t}_find_i AFTER INSERT ON {t} BEGIN INSERT INTO {t}_find(rowid, search) VALUES (new.rowid, new.search); END;
CREATE TRIGGER {t}_find_d AFTER DELETE ON {t} BEGIN INSERT INTO {t}_find({t}_find, rowid, search) VALUES ('delete', old.rowid, old.search); END;
CREATE TRIGGER {t}_find_u AFTER UPDATE OF search ON {t} WHEN old.search IS NOT new.search BEGIN
INSERT INTO {t}_find({t}_find, rowid, search) VALUES ('delete', old.rowid, old.search);
INSERT INTO {t}_find(rowid, search) VALUES (new.rowid, new.search); END;
INSERT INTO {t}_find({t}_find) VALUES ('rebuild')
"""
POSTGRES = f"CREATE INDEX {{t}}_find ON {{t}} USING gin ({WORDS})"


def index_search(table: str) -> Callable[[Any, BaseDatabaseSchemaEditor], None]:
    """Return the migration step that indexes the `search` column of `table`."""

    def step(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "sqlite":
            for statement in _statements(SQLITE.format(t=table)):
                editor.execute(statement)
        else:
            editor.execute(POSTGRES.format(t=table))

    return step


def drop_search(table: str) -> Callable[[Any, BaseDatabaseSchemaEditor], None]:
    """Return the migration step that takes the index away."""

    def step(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "sqlite":
            for name in ("i", "d", "u"):
                editor.execute(f"DROP TRIGGER {table}_find_{name}")
            editor.execute(f"DROP TABLE {table}_find")
        else:
            editor.execute(f"DROP INDEX {table}_find")

    return step


def _statements(script: str) -> list[str]:
    """Split a script at line ends; a trigger's body stays whole."""
    statements: list[str] = []
    for line in script.strip().splitlines():
        if statements and statements[-1].startswith("CREATE TRIGGER") and not statements[-1].endswith("END;"):
            statements[-1] += " " + line
        else:
            statements.append(line)
    return [statement.removesuffix(";") if not statement.endswith("END;") else statement for statement in statements]
