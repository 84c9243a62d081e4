"""裁量基准 Benchmarks of items by version: a table published from a day on takes the place of the one before; a deed keeps that of its day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from yizhi.desk.record.facts import correct
from yizhi.rules.procedure.benchmark import Tier, range_words

from .models import BenchmarkTier

COLUMNS = ("name", "factors", "range_text", "issuer", "document")


@transaction.atomic
def enter_benchmark(item: str, tiers: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> int:
    """录入一个事项的裁量基准 Keep the tiers of one item from their first day on; what held before ends there.

    Each of `tiers`: name, factors, low, high (yuan, may be missing), range_text, issuer, document, published_on, starts (ISO days).
    """
    starts = date.fromisoformat(tiers[0]["starts"])
    for row in BenchmarkTier.objects.known().filter(item=item, valid_to=None, valid_from__lt=starts):
        correct(BenchmarkTier, row.fact, what="这个裁量阶次", by=by, now=now, valid_to=starts)
    BenchmarkTier.objects.known().filter(item=item, valid_from=starts).update(superseded_at=now)
    rows = [_row(item, position, tier, starts, by, now) for position, tier in enumerate(tiers)]
    return len(BenchmarkTier.objects.bulk_create(rows))


def _row(item: str, position: int, tier: Mapping[str, Any], starts: date, by: str, now: datetime) -> BenchmarkTier:
    low, high = (Decimal(tier[key]) if tier.get(key) else None for key in ("low", "high"))
    return BenchmarkTier(
        fact=f"{item}@{starts.isoformat()}#{position}"[:64],
        item_id=item,
        position=position,
        low=low,
        high=high,
        published_on=date.fromisoformat(tier["published_on"]),
        valid_from=starts,
        recorded_at=now,
        recorded_by=by,
        **{key: tier.get(key, "") for key in COLUMNS},
    )


def tiers_on(item: str, on: date) -> list[BenchmarkTier]:
    """Return the tiers of an item in force on a day, lightest first; before their publication they hold for nobody."""
    rows = BenchmarkTier.objects.known().holding(on).filter(item=item, published_on__lte=on)
    return list(rows.order_by("position"))


def words_of(row: BenchmarkTier) -> str:
    """Return the range of a tier in words: its own where it has some, else the amounts."""
    return row.range_text or range_words(row.low, row.high)


def benchmark(item: str, on: date, body: str) -> tuple[Tier, ...]:
    """Return the tiers as the rules see them; `body` is the deciding body's name: a benchmark of its own may be left more easily."""
    return tuple(
        Tier(
            name=row.name,
            factors=row.factors,
            words=words_of(row),
            issuer=row.issuer,
            own=row.issuer == body,
            document=row.document,
            low=row.low,
            high=row.high,
        )
        for row in tiers_on(item, on)
    )
