"""读行 Reads the cells of one row and names every fault by row and field; nothing is guessed and nothing is skipped."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

from yizhi.rules.refusal import Reason

BEIJING: Final = timezone(timedelta(hours=8))


def read_day(value: object) -> date | None:
    """Return a day from a `date` or an ISO text 2026-06-01; None when it cannot be read as one."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def read_moment(value: object) -> datetime | None:
    """Return a moment in Beijing time without zone. A day alone stands for its beginning; None when unreadable."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value.astimezone(BEIJING).replace(tzinfo=None) if value.tzinfo else value
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else None  # noqa: DTZ001


def write_moment(moment: datetime | None) -> str | None:
    """Return the ISO text of a moment as `read_moment` reads it: a beginning of a day as the day alone."""
    if moment is None:
        return None
    return moment.isoformat() if moment.time() != datetime.min.time() else moment.date().isoformat()


class Cells:
    """One row (or nested row) while it is read. A fault is added to `faults`; the value returned then is a placeholder."""

    def __init__(self, row: Mapping[str, Any], place: str, faults: list[Reason]) -> None:
        self.row, self.place, self.faults = row, place, faults

    def fault(self, field: str, sentence: str, cure: str = "", code: str = "bad-input") -> None:
        """Add a fault of one field."""
        about = f"{self.place}.{field}" if self.place else field
        self.faults.append(Reason(code, f"{about}：{sentence}", cure=cure, about=about))

    def text(self, field: str, *, optional: bool = False) -> str:
        """Return a text; an empty one is a fault unless `optional`."""
        value = self.row.get(field)
        if value is None and optional:
            return ""
        if not isinstance(value, str) or not (value.strip() or optional):
            self.fault(field, "应当是文字，不能空着。" if not optional else "应当是文字。")
            return ""
        return value

    def choice(self, field: str, choices: Sequence[str], *, optional: bool = False) -> Any:
        """Return one of `choices`; None for an empty optional field."""
        value = self.row.get(field)
        if value in (None, "") and optional:
            return None
        if value not in choices:
            self.fault(field, f"“{value}”不在可选的值里。", f"可以写：{'、'.join(choices)}。", f"unknown-{field}")
        return value

    def day(self, field: str) -> date:
        """Return a required day."""
        day = self.maybe_day(field)
        if day is None and self.row.get(field) in (None, ""):
            self.fault(field, "缺少日期。", "写成 2026-06-01。", "bad-date")
        return day or date.min

    def maybe_day(self, field: str) -> date | None:
        """Return a day, or None for an empty field."""
        value = self.row.get(field)
        if value in (None, ""):
            return None
        day = read_day(value)
        if day is None:
            self.fault(field, f"“{value}”不是日期。", "写成 2026-06-01。", "bad-date")
        return day

    def span(self, first: str = "from", last: str = "to") -> tuple[date, date | None]:
        """Return a half-open interval; an end before its start is a fault."""
        starts_on, ends_on = self.day(first), self.maybe_day(last)
        if ends_on is not None and ends_on < starts_on:
            self.fault(last, "结束早于开始。", "核对起止日期；结束日是失效的第一天。", "bad-interval")
        return starts_on, ends_on

    def moment(self) -> datetime | None:
        """Return `recorded_at`, None for a row that was always known."""
        return self.maybe_moment("recorded_at")

    def maybe_moment(self, field: str) -> datetime | None:
        """Return a moment in Beijing time without zone, or None for an empty field."""
        value = self.row.get(field)
        moment = read_moment(value)
        if moment is None and value not in (None, ""):
            self.fault(field, f"“{value}”不是时间。", "写成 2026-06-01 或 2026-06-01T09:00:00。", "bad-date")
        return moment

    def flag(self, field: str) -> bool:
        """Return true or false; an absent field is false."""
        value = self.row.get(field)
        if value not in (None, True, False) or (isinstance(value, int) and not isinstance(value, bool)):
            self.fault(field, "只能写 true 或 false。")
        return value is True

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts; an absent field is an empty list."""
        value = self.row.get(field)
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) and one for one in value):
            self.fault(field, "应当是文字的列表。")
            return ()
        return tuple(value)

    def nested(self, field: str) -> "Iterator[Cells]":
        """Yield the rows nested in `field`."""
        value = self.row.get(field)
        if value is not None and not isinstance(value, (list, tuple)):
            self.fault(field, "应当是列表。")
            return
        for number, row in enumerate(value or (), start=1):
            if isinstance(row, Mapping):
                yield Cells(row, f"{self.place}.{field}[{number}]", self.faults)
            else:
                self.fault(field, f"第 {number} 行应当是一组字段。")
