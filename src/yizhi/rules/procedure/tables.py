"""程序目录 Every procedure in every version: a running case keeps its own, a new one takes the version in force on its day."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.ordinary import ORDINARY
from yizhi.rules.procedure.summary import SUMMARY
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.table import Procedure

TABLES: tuple[Procedure, ...] = (ORDINARY, SUMMARY, INSPECTION, SUPERVISION)


def procedure_of(kind: str, version: int) -> Procedure:
    """Return one version of a procedure; an unknown one is a programmer's fault."""
    found = next((table for table in TABLES if (table.kind, table.version) == (kind, version)), None)
    assert found is not None, f"no procedure {kind} version {version}"
    return found


def current(kind: str, on: date) -> Procedure:
    """Return the version of a procedure in force on the day `on`; before the first one, the first."""
    versions = sorted((table for table in TABLES if table.kind == kind), key=lambda table: table.in_force_from)
    return (
        [table for table in versions if table.in_force_from <= on][-1]
        if versions[0].in_force_from <= on
        else versions[0]
    )


@cache
def act_names() -> Mapping[str, str]:
    """Return kind → name of every act of every procedure, in the words of the statute."""
    return {act.kind: act.name for table in TABLES for act in table.acts}
