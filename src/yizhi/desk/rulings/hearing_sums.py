"""听证数额标准 From which sum on a hearing is offered: entered and confirmed by the justice office, dated, never guessed."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django.db import transaction
from django.utils import timezone

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.facts import correct, enter, fact_code
from yizhi.desk.record.marks import remembered
from yizhi.law import read_rules
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.hearing_sum import HearingSum as Standard
from yizhi.rules.procedure.hearing_sum import written_sum
from yizhi.rules.refusal import Absent, bad_input, refuse
from yizhi.rules.table import RuleTable

from .models import HearingSum

DOMAINS = {
    "general": "其他领域",
    "market": "市场监管",
    "housing_urban": "住建、城管",
    "agriculture": "农业",
    "transport": "交通",
}


@transaction.atomic
def enter_hearing_sum(
    identity: Identity,
    domain: str,
    *,
    individual: Decimal,
    organisation: Decimal,
    inclusive: bool,
    basis: str,
    starts: date,
    now: datetime,
) -> HearingSum:
    """录入标准 Let a standard hold in a domain from the day `starts` on, unconfirmed; the one before holds for the days before.

    Raises `Absent` for an unknown domain, `hearing-sum-not-yours`, `hearing-sum-empty` and `hearing-sum-doubled`.
    """
    if domain not in DOMAINS:
        raise Absent("这个领域")
    _permit(identity)
    if min(individual, organisation) <= 0:
        raise bad_input("individual", "数额要大于零。", "按文件填写。", "hearing-sum-empty")
    if HearingSum.objects.known().filter(domain=domain, valid_from=starts).exists():
        raise bad_input("starts", "从这一天起已经有一个标准。", "换一个执行日期。", "hearing-sum-doubled")
    row = HearingSum(
        fact=fact_code(f"hs-{domain}"),
        valid_from=starts,
        domain=domain,
        individual=individual,
        organisation=organisation,
        inclusive=inclusive,
        basis=basis,
    )
    return enter(row, by=identity.account, now=now)


def confirm_hearing_sum(
    identity: Identity, fact: str, *, confirmed_by: str, confirmed_on: date, now: datetime
) -> HearingSum:
    """确认标准 Note who confirmed a standard against its text, and when. Raises `Absent`, `hearing-sum-not-yours`, `confirmed-in-future`."""
    _permit(identity)
    if confirmed_on > timezone.localdate(now):
        raise bad_input("confirmed_on", "确认日期还没有到。", "填实际确认的日期。", "confirmed-in-future")
    told = {"confirmed_by": confirmed_by, "confirmed_on": confirmed_on}
    return correct(HearingSum, fact, what="这个标准", by=identity.account, now=now, **told)


def hearing_sums(domain: str = "") -> list[HearingSum]:
    """Return what has been entered as it is known now, by domain, the latest first."""
    rows = HearingSum.objects.known().order_by("domain", "-valid_from")
    return list(rows.filter(domain=domain) if domain else rows)


@remembered("rulings", most=200)
def hearing_sum(domain: str, on: date) -> Standard | None:
    """Return the standard in force on the day for a domain as written on the item; the one of the other domains where it has none of its own."""
    asked = domain_of(domain)
    rows = HearingSum.objects.known().holding(on).filter(domain__in=(asked, "general")).order_by("-valid_from")
    found = sorted(rows, key=lambda row: row.domain != asked)
    # A domain whose own rules name a sum keeps it until the county enters another for that very domain.
    if not found or (found[0].domain != asked and asked == "market"):
        return None
    return standard_of(found[0])


@lru_cache(maxsize=1)
def written() -> Standard | None:
    """Return the sum that the rules of 市场监管 name themselves; the other domains leave it to the province."""
    return written_sum(RuleTable.of(read_rules()), DOMAINS["market"])


def standard_of(row: HearingSum) -> Standard:
    """Return a row as the rules see it."""
    return Standard(row.individual, row.organisation, row.inclusive, row.basis, bool(row.confirmed_by))


def _permit(identity: Identity) -> None:
    if identity.role != Role.JUSTICE:
        raise refuse(
            "hearing-sum-not-yours",
            "听证数额标准由司法行政机关录入和确认。",
            "行政处罚法 第63条",
            "请司法行政机关办理。",
        )
