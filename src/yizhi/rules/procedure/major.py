"""重大行政处罚、重大行政强制 Which decisions must be reported for the record 备案: recognised from the facts of the act that decided."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.state import yuan
from yizhi.rules.table import Rule

PENALTY, COERCION = "sc-major-penalty-threshold", "sc-major-coercion-types"
PERMIT_WORDS = ("许可证", "执照")
SHORTEST_MONTH = 28


def major_penalty(facts: Mapping[str, Any], here: Circumstances) -> tuple[str, ...]:
    """Return in words why a penalty is a major one, nothing when it is none. Sums in yuan, bounds included (以上).

    A self-employed person counts as a citizen, a closure of 28 days and more or without a number as a month: the stricter readings.
    Source: rule `sc-major-penalty-threshold`.
    """
    kinds = facts.get("penalty_kinds") or ()
    figures = here.table[PENALTY].figures
    organisation = here.party_kind == "organisation"
    least = Decimal(figures["org_min" if organisation else "citizen_min"])
    who = "法人、其他组织" if organisation else "公民"
    grounds = [
        f"对{who}{word}{amount}元，达到{least}元"
        for key, word in (("fine_yuan", "罚款"), ("confiscation_yuan", "没收"))
        if (amount := yuan(facts.get(key))) is not None and amount >= least
    ]
    if "stop_business" in kinds and _a_month(facts.get("stop_business_days"), int(figures["suspend_months_min"])):
        grounds.append("责令停产停业一个月以上")
    if "revoke" in kinds:
        grounds.append("吊销许可证件")
    return tuple(grounds)


def _a_month(days: Any, months: int) -> bool:
    return not isinstance(days, int) or days >= SHORTEST_MONTH * months


def major_coercion(facts: Mapping[str, Any], here: Circumstances) -> tuple[str, ...]:
    """Return in words why a coercive measure or its execution is a major one, nothing when it is none. Source: rule `sc-major-coercion-types`."""
    effects = facts.get("seal_effect") or ()
    grounds = []
    if "premises" in effects:
        grounds.append("查封经营场所，使生产经营活动难以正常进行")
    if "permit" in effects or _permit_seized(facts):
        grounds.append("扣押许可证或者执照")
    way = facts.get("enforce_way")
    if way in ("demolish", "ban"):
        grounds.append({"demolish": "强制拆除", "ban": "取缔、关闭"}[str(way)])
    return tuple(grounds)


def _permit_seized(facts: Mapping[str, Any]) -> bool:
    return facts.get("seal_kind") == "seizure" and any(
        word in str(facts.get("seal_items", "")) for word in PERMIT_WORDS
    )


def how_sure(rule: Rule) -> str:
    """Return how far the source of a threshold is confirmed, with the day it was checked, for whoever reads the reason."""
    return f"（{rule.doubt}，{chinese(rule.checked_on)}核对，未核实）" if rule.doubt else ""
