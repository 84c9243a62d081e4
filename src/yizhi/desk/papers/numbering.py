"""文号 Numbers by body, word and year, without gaps or doubles: a number is taken in the transaction that issues the paper."""

from collections.abc import Iterable

from django.db import connection, transaction

from .models import Series


def take_numbers(*, body: str, words: Iterable[str], year: int) -> dict[str, int]:
    """Take the next number of each word, in one order for every writer so that two of them never wait for each other in a circle."""
    assert connection.in_atomic_block, "a number is taken in the transaction that uses it"
    return {word: _next(body, word, year) for word in sorted(set(words))}


def _next(body: str, word: str, year: int) -> int:
    series = Series.objects.select_for_update().filter(body_id=body, word=word, year=year).first()
    if series is None:
        with transaction.atomic():
            Series.objects.bulk_create([Series(body_id=body, word=word, year=year)], ignore_conflicts=True)
        series = Series.objects.select_for_update().get(body_id=body, word=word, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def written_number(prefix: str, word: str, year: int, serial: int) -> str:
    """Return a number as a paper carries it.

    >>> written_number("广连府", "罚决", 2026, 17)
    '广连府罚决〔2026〕17号'
    """
    return f"{prefix}{word}〔{year}〕{serial}号"
