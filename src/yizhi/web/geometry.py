"""图上的位置 Where things stand on the clock bar 期限 and on the affiliation bars 归属, in per cent of the width.

Pure arithmetic on days that a page already has; no day is computed here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

NEAR = 13.0  # labels closer than this lie on each other even on a wide bar
CLOSE = 32.0  # and these on a narrow one

Kind = Literal["used", "paused", "left", "late"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the bar from `at`, `wide` per cent long."""

    kind: Kind
    at: float
    wide: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at `at`; `anchor` is the SVG text-anchor, `above` puts it over the bar, `quiet` hides it on a narrow bar."""

    at: float
    strong: str
    text: str
    anchor: str = "middle"
    above: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """The drawn time limit: stretches, today's line, the old due date's dashed line, labels, and the words for a reader."""

    pieces: tuple[Piece, ...]
    now: float
    old: float | None
    marks: tuple[Mark, ...]
    words: str


def clock(
    start: date,
    due: date,
    today: date,
    pauses: Sequence[tuple[date, date, str]] = (),
    original: date | None = None,
    started_by: str = "起算",
) -> Clock:
    """Draw a time limit from `start` to `due`, both dates; `pauses` are (from, to, words); `original` the due date before pauses.

    >>> drawn = clock(date(2026, 9, 9), date(2026, 12, 8), date(2026, 10, 24))
    >>> [(piece.kind, piece.at, piece.wide) for piece in drawn.pieces], drawn.now
    ([('used', 0.0, 50.0), ('left', 50.0, 50.0)], 50.0)
    >>> drawn.words
    '9月9日起算，今天10月24日，期限到12月8日'
    """
    end = max(due, today, start + timedelta(days=1))
    whole = (end - start).days

    def at(moment: date) -> float:
        return round(min(100.0, max(0.0, (moment - start).days * 100 / whole)), 2)

    now = at(today)
    pieces = [Piece("used", 0.0, min(now, at(due)))]
    if today < due:
        pieces.append(Piece("left", now, round(100 - now, 2)))
    elif today > due:
        pieces.append(Piece("late", at(due), round(100 - at(due), 2)))
    pieces += [Piece("paused", at(first), round(at(last) - at(first), 2)) for first, last, _ in pauses]
    moved = original if original and original != due else None
    old = at(moved) if moved else None
    marks = tuple(_marks(start, due, today, pauses, moved, at, started_by))
    return Clock(
        tuple(piece for piece in pieces if piece.wide > 0),
        now,
        old,
        marks,
        _words(start, due, today, pauses, moved, started_by),
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """One affiliation over time: `kind` past | now | gap."""

    at: float
    wide: float
    kind: str
    text: str


def bars(
    spans: Iterable[tuple[date, date | None, str]], first: date, last: date, today: date, gap: bool = False
) -> tuple[Bar, ...]:
    """Draw (from, to, words) spans between `first` and `last`; an open end runs on; `gap` marks them as holes.

    >>> [(bar.at, bar.wide, bar.kind) for bar in bars([(date(2024, 1, 1), date(2025, 1, 1), "市水利局")],
    ...     date(2024, 1, 1), date(2028, 1, 1), date(2026, 11, 23))]
    [(0.0, 25.05, 'past')]
    """
    whole = (last - first).days
    drawn = []
    for begins, ends, words in spans:
        stop = min(ends or last, last)
        at = max(0.0, (begins - first).days * 100 / whole)
        wide = (stop - first).days * 100 / whole - at
        if wide > 0:
            kind = "gap" if gap else "past" if stop <= today else "now"
            drawn.append(Bar(round(at, 2), round(wide, 2), kind, words))
    return tuple(drawn)


def axis(first: date, last: date, today: date) -> tuple[tuple[tuple[float, str], ...], float]:
    """Return the years' places with their names, and today's place.

    >>> axis(date(2025, 1, 1), date(2027, 1, 1), date(2026, 1, 1))
    (((0.0, '2025年'), (50.0, '2026年')), 50.0)
    """
    whole = (last - first).days
    years = tuple(
        (round(max(0, (date(year, 1, 1) - first).days) * 100 / whole, 2), f"{year}年")
        for year in range(first.year, last.year + 1)
        if date(year, 1, 1) < last
    )
    return years, round((today - first).days * 100 / whole, 2)


def _marks(
    start: date,
    due: date,
    today: date,
    pauses: Sequence[tuple[date, date, str]],
    moved: date | None,
    at: Callable[[date], float],
    started_by: str,
) -> Iterator[Mark]:
    yield Mark(0.0, _short(start), started_by, "start")
    now = at(today)
    anchor = "start" if now < 4 else "end" if now > 96 else "middle"
    yield Mark(now, "今天", "", anchor, above=True)
    for first, last, words in pauses:
        middle = (at(first) + at(last)) / 2
        if abs(middle - now) > NEAR:
            yield Mark(
                middle,
                "",
                f"{words} {(last - first).days} 天",
                above=True,
                quiet=abs(middle - now) < CLOSE or middle < NEAR,
            )
        if NEAR < middle < 100 - NEAR and (moved is None or abs(middle - at(moved)) > NEAR):
            yield Mark(middle, "", f"{_short(first)}至{_short(last)}", quiet=True)
    place = at(due)
    if moved and place - at(moved) > NEAR and at(moved) > NEAR:
        yield Mark(at(moved), "", f"{_short(moved)} 原来的期限", quiet=True)
    yield Mark(place, _short(due), "现在的期限" if moved else "最后一天", "end" if place > 50 else "middle")


def _words(
    start: date, due: date, today: date, pauses: Sequence[tuple[date, date, str]], moved: date | None, started_by: str
) -> str:
    parts = [f"{_short(start)}{started_by}"]
    parts += [f"{_short(first)}至{_short(last)}{words}{(last - first).days}天" for first, last, words in pauses]
    parts.append(f"今天{_short(today)}")
    parts.append(f"期限由{_short(moved)}顺延到{_short(due)}" if moved else f"期限到{_short(due)}")
    return "，".join(parts)


def _short(value: date) -> str:
    return f"{value.month}月{value.day}日"
