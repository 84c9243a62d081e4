"""备份的内容 The tables of the rooms as lines of JSON: the same lines whichever database wrote them, read back by either."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

ROWS_AT_ONCE = 500


def kept_models() -> list[type[models.Model]]:
    """Return the models of every room, lowest room first. Sessions are left out: everybody signs in again after a restore."""
    rooms = [room for room in apps.get_app_configs() if room.name.startswith("yizhi.desk.")]
    return [model for room in rooms for model in room.get_models(include_auto_created=True) if model._meta.managed]


@contextmanager
def snapshot() -> Iterator[None]:
    """See one state of the whole database until the end, while others go on writing."""
    if connection.vendor == "sqlite":
        # Not `atomic`: that would take the write lock (transaction_mode) and keep everybody waiting.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def columns(model: type[models.Model]) -> list[str]:
    """Return the names of the columns that are kept, in the order of the model."""
    return [field.attname for field in model._meta.concrete_fields]


def lines(model: type[models.Model]) -> Iterator[bytes]:
    """Yield each row of a table as one line: the values in the order of `columns`, by primary key."""
    rows = model._default_manager.order_by("pk").values_list(*columns(model))
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=plain).encode() + b"\n"


def plain(value: Any) -> str:
    """Return a moment, day, amount or identifier as text that nothing is lost in; moments in UTC with microseconds.

    >>> plain(datetime(2026, 11, 24, 8, 0, 0, 5, tzinfo=UTC))
    '2026-11-24T08:00:00.000005+00:00'
    """
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def load(model: type[models.Model], told: Iterable[bytes]) -> int:
    """Write the rows in `told`, lines as `lines` made them; return how many there were."""
    fields = model._meta.concrete_fields
    read, count = iter(told), 0
    while batch := list(islice(read, ROWS_AT_ONCE)):
        rows = [_row(model, fields, json.loads(line)) for line in batch]
        model._base_manager.bulk_create(rows)
        count += len(rows)
    return count


def _row(model: type[models.Model], fields: Iterable[Any], values: list[Any]) -> models.Model:
    read = {
        field.attname: value if isinstance(field, models.JSONField) else field.to_python(value)
        for field, value in zip(fields, values, strict=True)
    }
    return model(**read)


def reset_sequences() -> None:
    """Let new rows be numbered after the restored ones."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kept_models()):
            cursor.execute(statement)
