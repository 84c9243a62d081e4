"""市场监管的公示 What 市场监督管理行政处罚信息公示规定 adds: who is not shown in the credit system, and when disclosure stops."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from yizhi.rules.calendar import Calendar
from yizhi.rules.cite import cite
from yizhi.rules.deadlines import due
from yizhi.rules.deadlines.counting import last_of_months
from yizhi.rules.refusal import Reason
from yizhi.rules.table import RuleTable

MARKET = "market"
REGULATION = "市场监督管理行政处罚信息公示规定"
SHORT_MONTHS = 3


@cite("市场监督管理行政处罚信息公示规定", "第2条第2款", "仅受到警告行政处罚的不予公示")
def warning_only(kinds: Sequence[str], domain: str) -> bool:
    """Tell whether a penalty of the market domain is a warning alone: it is not shown in the credit system. Source: rule `publish-market-warning-exempt`."""
    return domain == MARKET and list(kinds) == ["warning"]


def asks_whether_lower(kinds: Sequence[str], domain: str) -> bool:
    """Tell whether the length of disclosure turns on a fine being of 较低数额; what that is, is not set in the text, a person says it."""
    return domain == MARKET and "fine" in kinds and set(kinds) <= {"warning", "criticism", "fine"}


@cite("市场监督管理行政处罚信息公示规定", "第13条", "届满三个月的，停止公示")
def shown_until(
    kinds: Sequence[str],
    domain: str,
    published_on: date,
    *,
    lower_fine: bool,
    table: RuleTable,
    calendar: Calendar,
) -> date | None:
    """Return the last day of disclosure: three months for criticism or a lower fine alone, else three years; none outside the market domain.

    Source: rule `publish-market-stop`; its length may have changed with the rules of credit repair, the rule says so.
    """
    if domain != MARKET:
        return None
    short = bool(kinds) and set(kinds) <= {"warning", "criticism", "fine"} and ("fine" not in kinds or lower_fine)
    if short:
        return last_of_months(published_on, SHORT_MONTHS)
    return due("publish-market-stop", table=table, calendar=calendar, start=published_on).due


@cite("市场监督管理行政处罚信息公示规定", "第2条第2款", "仅受到警告行政处罚的不予公示")
def market_reasons(kinds: Sequence[str], domain: str, facts: Mapping[str, Any]) -> Iterator[Reason]:
    """A warning alone is published only on a ground that a person names; whether a fine is a lower one is said. Source: rules `publish-market-warning-exempt`, `publish-market-stop`."""
    if warning_only(kinds, domain) and not facts.get("warning_ground"):
        yield Reason(
            "warning-only",
            "市场监管领域只受警告的，不公示；法律、行政法规另有规定的除外。",
            f"{REGULATION} 第2条第2款",
            cure="在案卷里办“公示审查”，选不公示；另有规定的，写明是哪一条。",
            about="warning_ground",
        )
    if asks_whether_lower(kinds, domain) and not isinstance(facts.get("lower_fine"), bool):
        yield Reason(
            "lower-fine-unsaid",
            "公示三个月还是三年，要看罚款是不是较低数额；较低数额的标准没有核实，由审查的人认定。",
            f"{REGULATION} 第13条",
            cure="选“是”或者“否”。",
            about="lower_fine",
        )
