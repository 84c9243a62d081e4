"""期限提问 A question about a limit as plain values, and its answer as plain values: one line in, one line out.

    {"id", "rule", "from", "domain"?, "suspend"?: [{"from", "to", "ground"}], "extend"?: [{"value", "by"}]}

A `suspend` whose `to` is absent or null is still running.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yizhi.rules.calendar import Calendar
from yizhi.rules.deadlines.answer import Due
from yizhi.rules.deadlines.claims import Extension, Suspension
from yizhi.rules.deadlines.engine import due
from yizhi.rules.refusal import Refusal, bad_input
from yizhi.rules.table import RuleTable

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?")


@dataclass(frozen=True, slots=True)
class Question:
    """One question about a limit, read and checked."""

    rule: str
    start: date
    domain: str | None = None
    suspend: tuple[Suspension, ...] = ()
    extend: tuple[Extension, ...] = ()

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Question":
        """Read a question; a value that cannot be read is refused with the field's name."""
        return cls(
            _word(row, "rule"),
            read_moment(row.get("from"), "from"),
            None if row.get("domain") is None else _word(row, "domain"),
            tuple(_suspension(claim) for claim in _rows(row, "suspend")),
            tuple(_extension(claim) for claim in _rows(row, "extend")),
        )

    def answer(self, table: RuleTable, calendar: Calendar, counted: bool = False) -> Due:
        """Answer the question by this rule table and this calendar."""
        return due(
            self.rule,
            table=table,
            calendar=calendar,
            start=self.start,
            domain=self.domain,
            suspend=self.suspend,
            extend=self.extend,
            counted=counted,
        )


def answer_row(row: Any, table: RuleTable, calendar: Calendar, counted: bool = False) -> dict[str, Any]:
    """Answer one line; what cannot be read or asked is itself an answer, with the refusal's code as `error`."""
    if not isinstance(row, dict):
        return _refused({}, bad_input("line", "这一行不是一个问题。", "写成一行一个 JSON 对象。"))
    try:
        return {"id": row.get("id"), **Question.of(row).answer(table, calendar, counted).as_dict()}
    except Refusal as refusal:
        return _refused(row, refusal)


def read_moment(written: Any, field: str) -> date:
    """Read 2026-02-12 as a date, 2026-05-01T16:40 as a local date and time. Anything else is refused.

    >>> read_moment("2026-05-01T16:40", "from")
    datetime.datetime(2026, 5, 1, 16, 40)
    """
    text = written if isinstance(written, str) else ""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise bad_input(field, f"“{written}”不是日期。", "请写成 2026-02-12，以小时计算的写成 2026-05-01T16:40。")


def _refused(row: Mapping[str, Any], refusal: Refusal) -> dict[str, Any]:
    first = refusal.first
    return {
        "id": row.get("id"),
        "rule": row.get("rule"),
        "due": None,
        "error": first.code,
        "codes": [],
        "about": first.about,
        "message": first.sentence,
        "cure": first.cure,
    }


def _day(written: Any, field: str) -> date:
    moment = read_moment(written, field)
    return moment.date() if isinstance(moment, datetime) else moment


def _word(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value:
        raise bad_input(field, f"缺少 {field}，或者它不是文字。", "补写这一项。")
    return value


def _rows(row: Mapping[str, Any], field: str) -> Sequence[Mapping[str, Any]]:
    value = row.get(field) or []
    if not isinstance(value, list) or not all(isinstance(claim, dict) for claim in value):
        raise bad_input(field, f"{field} 应当是一个列表，每项写明各自的内容。", "对照示例改写。")
    return value


def _suspension(claim: Mapping[str, Any]) -> Suspension:
    stop = claim.get("to")
    return Suspension(
        _day(claim.get("from"), "suspend.from"),
        None if stop is None else _day(stop, "suspend.to"),
        _word(claim, "ground"),
    )


def _extension(claim: Mapping[str, Any]) -> Extension:
    value = claim.get("value")
    if isinstance(value, bool) or not isinstance(value, int):
        raise bad_input("extend.value", "延长多少应当写成整数。", "例如 30。")
    return Extension(value, _word(claim, "by"))
