"""原样 Whether rows are stored as they were written.

SQLite keeps values as text and reads many texts as one value: a row may be altered and still say the same. PostgreSQL
keeps values, so there is nothing to compare.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection, models


def stored(model: type[models.Model], *, where: str, value: str, order: str) -> Iterator[tuple[str | None, ...]]:
    """Yield the rows of a table whose column `where` is `value`, by `order`, each column as the text that stands in the file."""
    names = ", ".join(f'CAST("{field.column}" AS TEXT)' for field in model._meta.concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {names} FROM "{model._meta.db_table}" WHERE "{where}" = %s ORDER BY "{order}"', [value])
        yield from cursor


def written(row: models.Model) -> tuple[str | None, ...]:
    """Return the columns of a row as the texts that this product writes."""
    return tuple(_text(field, getattr(row, field.attname)) for field in row._meta.concrete_fields)


def keeps_texts() -> bool:
    """Tell whether this database keeps values as texts."""
    return connection.vendor == "sqlite"


def _text(field: Any, value: Any) -> str | None:
    kept = field.get_db_prep_save(value, connection)
    return None if kept is None else str(kept)
