"""执法证 What a certificate is worth on a day, read exactly as the authority answer reads it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from yizhi.rules.authority.facts import Certificate as CertificateFact
from yizhi.rules.authority.facts import StatusPeriod
from yizhi.rules.authority.people import status_on
from yizhi.rules.cite import cite

from .models import Certificate

STATUSES = {"valid": "有效", "suspended": "暂扣", "revoked": "吊销、注销"}
UNCONFIRMED = "执法证还没有经司法行政部门确认"
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Worth:
    """Whether an officer has a certificate that counts on a day: `why` in Chinese when not; `until` the first day it no longer does."""

    counts: bool
    why: str
    until: date | None = None
    row: Certificate | None = None

    def ends_soon(self, on: date) -> bool:
        """Return whether it counts on `on` but no longer thirty days later."""
        return self.counts and self.until is not None and self.until <= on + SOON


def as_fact(row: Certificate) -> CertificateFact:
    """Return a kept certificate as the rules take it."""
    return CertificateFact(
        id=row.fact,
        officer=row.officer_id,
        starts_on=row.valid_from,
        ends_on=row.valid_to,
        domains=tuple(row.domains),
        status_periods=tuple(_period(each) for each in row.status_periods),
    )


@cite("行政处罚法", "第42条第1款", "具有行政执法资格的执法人员")
def worth(rows: Iterable[Certificate], on: date, domain: str = "") -> Worth:
    """Return what the certificates of one officer are worth on the day `on`, for one domain when given. One good one is enough."""
    held = sorted(rows, key=lambda row: (row.valid_from, row.pk))
    if not held:
        return Worth(False, "没有行政执法证")
    good = [row for row in held if _good(row, on, domain)]
    if good:
        row = max(good, key=lambda each: _until(each, on) or date.max)
        return Worth(True, "", _until(row, on), row)
    return Worth(False, _why(held, on, domain), None, held[-1])


def status_of(row: Certificate, on: date) -> tuple[str, str]:
    """Return the state (ok, soon, stop, wait) and the words for one certificate on the day `on`."""
    fact = as_fact(row)
    if on < row.valid_from:
        return "wait", "还没有生效"
    if not fact.covers(on):
        return "stop", "已到期"
    status = status_on(fact, on)
    if status != "valid":
        return "stop", STATUSES.get(status, "这一天没有状态") if row.status_periods else "等司法行政部门确认"
    until = _until(row, on)
    return ("soon", f"{(until - on).days} 天后到期") if until and until <= on + SOON else ("ok", "有效")


def with_status(
    periods: Sequence[Mapping[str, str | None]], status: str, starts: date, ends: date | None
) -> list[dict[str, str | None]]:
    """Return the status periods with `status` laid over [starts, ends); what stood there is cut, so that one holds on each day.

    >>> with_status([{"status": "valid", "from": "2026-01-01", "to": None}], "suspended", date(2026, 5, 1), date(2026, 6, 1))
    [{'status': 'valid', 'from': '2026-01-01', 'to': '2026-05-01'}, {'status': 'suspended', 'from': '2026-05-01', 'to': '2026-06-01'}, {'status': 'valid', 'from': '2026-06-01', 'to': None}]
    """
    first, last = starts.isoformat(), ends.isoformat() if ends else None
    laid: list[dict[str, str | None]] = [{"status": status, "from": first, "to": last}]
    for period in periods:
        begin, end = str(period["from"]), period["to"]
        if begin < first:
            laid.append({"status": period["status"], "from": begin, "to": first if end is None or end > first else end})
        if last is not None and (end is None or end > last):
            laid.append({"status": period["status"], "from": max(begin, last), "to": end})
    return _joined(sorted(laid, key=lambda period: str(period["from"])))


def _joined(periods: list[dict[str, str | None]]) -> list[dict[str, str | None]]:
    joined: list[dict[str, str | None]] = []
    for period in periods:
        if joined and joined[-1]["status"] == period["status"] and joined[-1]["to"] == period["from"]:
            joined[-1] = {**joined[-1], "to": period["to"]}
        else:
            joined.append(period)
    return joined


def _good(row: Certificate, on: date, domain: str) -> bool:
    fact = as_fact(row)
    return (
        fact.covers(on) and status_on(fact, on) == "valid" and (not domain or not row.domains or domain in row.domains)
    )


def _until(row: Certificate, on: date) -> date | None:
    """Return the first day after `on` on which a certificate that is good on `on` no longer is."""
    stops = [row.valid_to] if row.valid_to else []
    for period in as_fact(row).status_periods:
        if period.status != "valid" and period.starts_on > on:
            stops.append(period.starts_on)
        if period.status == "valid" and period.covers(on) and period.ends_on:
            stops.append(period.ends_on)
    return min(stops, default=None)


def _why(held: Sequence[Certificate], on: date, domain: str) -> str:
    current = [row for row in held if as_fact(row).covers(on)]
    if not current:
        ended = [row.valid_to for row in held if row.valid_to and row.valid_to <= on]
        last = max(ended) - timedelta(days=1) if ended else None
        return f"执法证 {last.year}年{last.month}月{last.day}日到期" if last else "执法证还没有生效"
    statuses = {status_on(as_fact(row), on) for row in current}
    for status in ("suspended", "revoked"):
        if status in statuses:
            return f"执法证已{STATUSES[status]}"
    if "valid" in statuses and domain:
        return f"执法证的领域没有{domain}"
    return "执法证这一天没有有效状态" if any(row.status_periods for row in current) else UNCONFIRMED


def _period(each: Mapping[str, Any]) -> StatusPeriod:
    ends = each.get("to")
    return StatusPeriod(each["status"], date.fromisoformat(each["from"]), date.fromisoformat(ends) if ends else None)
