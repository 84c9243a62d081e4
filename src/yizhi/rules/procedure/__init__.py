"""程序 Procedures as tables: which act is lawful now, what stands in its way, and what runs out when.

`fold` the record into a `CaseState`, `judge` a `Proposal` under its `Circumstances`, list the `offers` and the running `limits`.
"""

from collections.abc import Mapping
from datetime import date

from yizhi.rules.procedure.dictionary import Dictionary, Fact
from yizhi.rules.procedure.judge import Offer, blocks, judge, offers, stops
from yizhi.rules.procedure.judging import Circumstances, Proposal, complete
from yizhi.rules.procedure.limits import Limit, limits
from yizhi.rules.procedure.ordinary import ORDINARY
from yizhi.rules.procedure.served import served_day
from yizhi.rules.procedure.state import CaseState, Entry, fold
from yizhi.rules.procedure.summary import SUMMARY
from yizhi.rules.procedure.table import Act, Field, PaperIf, Place, Procedure, Stage

VERSIONS: tuple[Procedure, ...] = (ORDINARY, SUMMARY)


def in_force(kind: str, on: date) -> Procedure:
    """Return the version of a procedure in force on a day; a kind or a day without one is a programmer's fault."""
    found = [version for version in VERSIONS if version.kind == kind and version.in_force_from <= on]
    assert found, f"no procedure {kind} in force on {on}"
    return max(found, key=lambda version: version.in_force_from)


def version_of(kind: str, version: int) -> Procedure:
    """Return one version of a procedure: a running case keeps its own."""
    found: Mapping[tuple[str, int], Procedure] = {(known.kind, known.version): known for known in VERSIONS}
    return found[kind, version]


__all__ = [
    "ORDINARY",
    "SUMMARY",
    "VERSIONS",
    "Act",
    "CaseState",
    "Circumstances",
    "Dictionary",
    "Entry",
    "Fact",
    "Field",
    "Limit",
    "Offer",
    "PaperIf",
    "Place",
    "Procedure",
    "Proposal",
    "Stage",
    "blocks",
    "complete",
    "fold",
    "in_force",
    "judge",
    "limits",
    "offers",
    "served_day",
    "stops",
    "version_of",
]
