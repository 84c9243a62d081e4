"""裁量基准 Benchmarks of items by version: a table published from a day on takes the place of the one before; a deed keeps that of its day.

A benchmark from above the county and the county's own refinement of it stand side by side; where the county has one, it is applied.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from yizhi.desk.bodies.models import Body
from yizhi.desk.record.facts import correct
from yizhi.rules.procedure.benchmark import Tier, range_words

from .models import BenchmarkTier

COLUMNS = ("name", "factors", "range_text", "issuer", "document", "refines", "times_of")
Level = BenchmarkTier.Level


def level_of(issuer: str) -> str:
    """Return whether an issuer is one of the county's own bodies, by its full name, or stands above."""
    return Level.COUNTY if Body.objects.filter(name=issuer).exists() else Level.UPPER


@transaction.atomic
def enter_benchmark(item: str, tiers: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> int:
    """录入一个事项的裁量基准 Keep the tiers of one item from their first day on; what held before on the same level ends there.

    Each of `tiers`: name, factors, low, high (yuan, or times of the value `times_of`; may be missing), range_text, refines, issuer,
    document, published_on, starts (ISO days).
    """
    starts, level = date.fromisoformat(tiers[0]["starts"]), level_of(tiers[0]["issuer"])
    same = BenchmarkTier.objects.known().filter(item=item, level=level)
    for row in same.filter(valid_to=None, valid_from__lt=starts):
        correct(BenchmarkTier, row.fact, what="这个裁量阶次", by=by, now=now, valid_to=starts)
    same.filter(valid_from=starts).update(superseded_at=now)
    rows = [_row(item, level, position, tier, starts, by, now) for position, tier in enumerate(tiers)]
    return len(BenchmarkTier.objects.bulk_create(rows))


def _row(
    item: str, level: str, position: int, tier: Mapping[str, Any], starts: date, by: str, now: datetime
) -> BenchmarkTier:
    low, high = (Decimal(tier[key]) if tier.get(key) else None for key in ("low", "high"))
    mark = "c" if level == Level.COUNTY else ""
    return BenchmarkTier(
        fact=f"{item}@{starts.isoformat()}#{mark}{position}"[:64],
        item_id=item,
        level=level,
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
    """Return the tiers of an item in force on a day, lightest first: the county's where it has some, else those from above.

    Before their publication they hold for nobody.
    """
    rows = list(_held(item, on))
    own = [row for row in rows if row.level == Level.COUNTY]
    return own or rows


def upper_on(item: str, on: date) -> list[BenchmarkTier]:
    """Return the tiers from above the county in force on a day, lightest first."""
    return list(_held(item, on).filter(level=Level.UPPER))


def _held(item: str, on: date) -> Any:
    rows = BenchmarkTier.objects.known().holding(on).filter(item=item, published_on__lte=on)
    return rows.order_by("position")


def words_of(row: BenchmarkTier) -> str:
    """Return the range of a tier in words: its own where it has some, else the amounts or the times."""
    return row.range_text or range_words(row.low, row.high, row.times_of)


def tier_of(row: BenchmarkTier, body: str = "") -> Tier:
    """Return a kept tier as the rules see it; `body` is the deciding body's name."""
    return Tier(
        name=row.name,
        factors=row.factors,
        words=words_of(row),
        issuer=row.issuer,
        own=row.issuer == body,
        document=row.document,
        low=row.low,
        high=row.high,
        times_of=row.times_of,
    )


def benchmark(item: str, on: date, body: str) -> tuple[Tier, ...]:
    """Return the tiers as the rules see them; `body` is the deciding body's name: a benchmark of its own may be left more easily."""
    return tuple(tier_of(row, body) for row in tiers_on(item, on))


def versions(item: str) -> list[list[BenchmarkTier]]:
    """Return every version of an item's benchmark that is known now, the newest first, each with its tiers, lightest first."""
    found: dict[tuple[date, str], list[BenchmarkTier]] = {}
    for row in BenchmarkTier.objects.known().filter(item=item).order_by("-valid_from", "level", "position"):
        found.setdefault((row.valid_from, row.level), []).append(row)
    return list(found.values())
