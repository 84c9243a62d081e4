"""时间 Moments and days as people tell them: with a zone, and of a year that can be meant."""

from datetime import date, datetime

from django.utils import timezone

from yizhi.rules.procedure.dictionary import YEARS
from yizhi.rules.refusal import bad_input


def local_moment(text: str, about: str = "done_at") -> datetime:
    """Read a moment as a form or a command writes it, local time where no zone is written. Raises `BadInput`."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise unreadable_moment(about) from None
    return within_reach(found if found.tzinfo else timezone.make_aware(found), about)


def within_reach(moment: datetime, about: str = "done_at") -> datetime:
    """Return a moment of a year that can be meant. Raises `BadInput` for any other."""
    if moment.year not in YEARS:
        raise unreadable_moment(about)
    return moment


def aware(moment: datetime | None) -> datetime | None:
    """Return a moment with its zone. One without a zone is refused: the record must not guess."""
    if moment is not None and moment.tzinfo is None:
        cure = "写作 2026-09-05T10:30:00+08:00。"
        raise bad_input("done_at", "时间没有写时区，无法记入。", cure, "time-zone-missing")
    return moment if moment is None else within_reach(moment)


def day_within_reach(day: date, about: str, label: str) -> date:
    """Return a day of a year that can be meant. Raises `BadInput` for any other."""
    if day.year not in YEARS:
        raise bad_input(about, f"{label}看不懂。", "写作 2026-09-05。")
    return day


def unreadable_moment(about: str) -> Exception:
    """Return the refusal of a moment that cannot be read."""
    return bad_input(about, "办理时间看不懂。", "写作 2026-09-05T10:30。")
