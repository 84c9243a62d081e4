"""程序 Procedures as tables: which act is lawful now, what stands in its way, and what runs out when.

`fold` the record into a `CaseState`, `judge` a `Proposal` under its `Circumstances`, list the `offers` and the running `limits`.
"""

from yizhi.rules.procedure.dictionary import Dictionary, Fact
from yizhi.rules.procedure.judge import Offer, blocks, judge, offers, stops
from yizhi.rules.procedure.judging import Circumstances, Proposal, complete
from yizhi.rules.procedure.limits import Limit, limits
from yizhi.rules.procedure.ordinary import ORDINARY
from yizhi.rules.procedure.served import served_day
from yizhi.rules.procedure.state import CaseState, Entry, fold
from yizhi.rules.procedure.summary import SUMMARY
from yizhi.rules.procedure.table import Act, Field, PaperIf, Procedure, Stage
from yizhi.rules.procedure.tables import TABLES, current, procedure_of

__all__ = [
    "ORDINARY",
    "SUMMARY",
    "TABLES",
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
    "Procedure",
    "Proposal",
    "Stage",
    "blocks",
    "complete",
    "current",
    "fold",
    "judge",
    "limits",
    "offers",
    "procedure_of",
    "served_day",
    "stops",
]
