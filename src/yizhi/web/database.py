"""数据库 Making the database when it is missing and bringing it up to date, for every command that needs one."""

import sys

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from yizhi.rules.refusal import Refusal, refuse

MAINTENANCE = "postgres"
NO_SUCH_DATABASE = "3D000"


def prepare() -> None:
    """Make the database when it is missing; bring it up to date when it is behind. Raises `Refusal` when it cannot be reached."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        if connection.vendor != "postgresql" or not _missing(error):
            raise unreachable(error) from error
        _make()
    behind = unapplied()
    if behind:
        print(f"数据库正在更新（{len(behind)} 步）……", file=sys.stderr)
        call_command("migrate", interactive=False, verbosity=0, skip_checks=True)


def unapplied() -> list[str]:
    """Return the steps that the database has not taken yet, as room.step."""
    executor = MigrationExecutor(connection)
    return [f"{step.app_label}.{step.name}" for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def unreachable(error: Exception) -> Refusal:
    """Return the refusal for a database that does not answer, with the server's own words."""
    words = " ".join(str(error).split())
    return refuse(
        "database-unreachable",
        f"连不上数据库：{words}",
        cure="核对 YIZHI_DATABASE_URL、网络和数据库服务；SQLite 的，核对文件夹能否写入。",
    )


def _missing(error: Exception) -> bool:
    cause = error.__cause__
    return getattr(cause, "sqlstate", None) == NO_SUCH_DATABASE or "does not exist" in str(error)


def _make() -> None:
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = MAINTENANCE
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE DATABASE {connection.ops.quote_name(name)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
            )
    except Exception as error:
        raise unreachable(error) from error
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
