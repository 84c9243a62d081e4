"""只追加 The database itself refuses to change or take away an entry or a seal."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = ("record_entry", "record_dailyseal")
POSTGRES_FUNCTION = """
CREATE FUNCTION record_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$
"""


def guard(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers."""
    if editor.connection.vendor == "sqlite":
        for table in TABLES:
            for verb in ("UPDATE", "DELETE"):
                editor.execute(
                    f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;"
                )
        return
    editor.execute(POSTGRES_FUNCTION)
    for table in TABLES:
        editor.execute(
            f"CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION record_refuse_change()"
        )


def unguard(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away, for undoing the migration on an empty installation."""
    for table in TABLES:
        if editor.connection.vendor == "sqlite":
            editor.execute(f"DROP TRIGGER {table}_update")
            editor.execute(f"DROP TRIGGER {table}_delete")
        else:
            editor.execute(f"DROP TRIGGER {table}_guard ON {table}")
    if editor.connection.vendor != "sqlite":
        editor.execute("DROP FUNCTION record_refuse_change()")
