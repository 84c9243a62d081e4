"""Rows by the hundred thousand: written by the database's fastest way in, their indexes made afterwards. Only a benchmark may do this."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models

from yizhi.desk.record.finding_in_order import filled

Row = list[Any]
INDEXES = (
    "SELECT 'DROP INDEX ' || i.indexname, i.indexdef FROM pg_indexes i WHERE i.tablename = %s "
    "AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)"
)
POINTERS = (
    "SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname), "
    "format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid)) "
    "FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass"
)
HANGING = "SELECT 'DROP ' || type || ' ' || name, sql FROM sqlite_master WHERE tbl_name = %s AND type IN ('index', 'trigger') AND sql NOT NULL"
FINDER = "SELECT sql FROM sqlite_master WHERE name = %s"
SQLITE_BEFORE = ("PRAGMA synchronous=OFF", "PRAGMA cache_size=-400000")
SQLITE_AFTER = ("PRAGMA synchronous=NORMAL", "PRAGMA cache_size=-65536", "PRAGMA wal_checkpoint(TRUNCATE)")
POSTGRES_BEFORE = ("SET synchronous_commit = off", "SET maintenance_work_mem = '512MB'")
POSTGRES_AFTER = ("RESET synchronous_commit", "RESET maintenance_work_mem", "VACUUM (ANALYZE)", "CHECKPOINT")


@contextmanager
def bare(*tables: type[models.Model]) -> Iterator[None]:
    """Take indexes, triggers and foreign keys off these tables and put them on again at the end; what was written meanwhile is indexed then."""
    names = [table._meta.db_table for table in tables]
    before, after, taken = (
        (SQLITE_BEFORE, SQLITE_AFTER, _hanging)
        if connection.vendor == "sqlite"
        else (POSTGRES_BEFORE, POSTGRES_AFTER, _indexes)
    )
    with connection.cursor() as cursor:
        _each(cursor.execute, before)
        steps = [step for name in names for step in taken(cursor, name)]
        _each(cursor.execute, [drop for drop, _ in steps])
    yield
    with connection.cursor() as cursor:
        _each(cursor.execute, [make for _, make in steps])
        _each(cursor.execute, after)


def put(model: type[models.Model], rows: Iterable[Row]) -> None:
    """Write rows as the database keeps them."""
    names = [field.column for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    table, columns = model._meta.db_table, ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join(["%s"] * len(names))})', rows)
            return
        with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)


def _each(execute: Callable[[str], Any], statements: Iterable[str]) -> None:
    for statement in statements:
        execute(statement)


def _hanging(cursor: Any, table: str) -> list[tuple[str, str]]:
    """Return how to drop and make each index and trigger of a table on SQLite; its search index is built anew."""
    cursor.execute(HANGING, [table])
    steps: list[tuple[str, str]] = cursor.fetchall()
    cursor.execute(FINDER, [f"{table}_find"])
    for (made,) in cursor.fetchall():
        anew = filled(table) if "content=''" in made else f"INSERT INTO {table}_find({table}_find) VALUES ('rebuild')"
        steps += [(f"INSERT INTO {table}_find({table}_find) VALUES ('delete-all')", anew)]
    return steps


def _indexes(cursor: Any, table: str) -> list[tuple[str, str]]:
    """Return how to drop and make each foreign key and index of a table on PostgreSQL."""
    cursor.execute(INDEXES, [table])
    steps: list[tuple[str, str]] = cursor.fetchall()
    cursor.execute(POINTERS, [table])
    return [*steps, *cursor.fetchall()]
