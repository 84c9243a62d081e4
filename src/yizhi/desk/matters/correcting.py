"""更正权属 What speaks against saying an allocation anew: it needs its reason, and it may neither give a power nor take one."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from yizhi.rules.batches.correcting import power_moved
from yizhi.rules.refusal import Reason

from .as_facts import allocation_fact
from .facts import book
from .granting import Grant, allocation_row


def correction_faults(given: Sequence[tuple[str, Grant]], now: datetime) -> list[list[Reason]]:
    """Return for each grant every reason against it as a correction; none for a new one (`fact` empty) or an unknown fact."""
    known, today = book(), timezone.localdate(now)
    places = known.world(today).known()
    found: list[list[Reason]] = []
    for fact, grant in given:
        before = known.by_id.get(fact)
        if before is None or grant.town not in known.towns or grant.item not in known.items:
            found.append([])
            continue
        row = allocation_fact(allocation_row(grant, fact, by="", now=now), known.towns[grant.town])
        same_place = (row.item, row.town) == (before.item, before.town)
        moved = power_moved(places.place(row.item, row.town), row, today) if same_place else []
        found.append([*_without_reason(grant), *moved])
    return found


def _without_reason(grant: Grant) -> list[Reason]:
    if grant.why.strip():
        return []
    return [Reason("correction-without-reason", "更正没有写理由。", cure="写明哪里录错了、凭什么更正。", about="why")]
