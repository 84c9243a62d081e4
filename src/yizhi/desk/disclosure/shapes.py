"""步骤要填什么 The shape of what each step says: every field read or refused by name, nothing of the law."""

from collections.abc import Callable, Mapping
from typing import Any

from yizhi.rules.authority.cells import Cells
from yizhi.rules.disclosure.applications import OUTCOMES
from yizhi.rules.disclosure.guards import GROUNDS
from yizhi.rules.disclosure.table import TEXTS, WITHDRAWAL_REASONS
from yizhi.rules.procedure.dictionary import YEARS
from yizhi.rules.refusal import BadInput, Reason, bad_input

Shapes = Mapping[str, Callable[[Cells], dict[str, Any]]]
LONGEST = {"facts": 4000, "content": 2000, "basis": 2000, "title": 200, "party": 128}
WORDS = 500
MOST_CLEARED = 50
MOST_NUMBER = 9999


def read(kind: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a step of a disclosure says as plain values. Raises `BadInput` with every field that cannot be read."""
    return _read(_OF_DISCLOSURE, kind, facts)


def read_own(kind: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a step of yearly figures or of an application says. Raises `BadInput` with every field that cannot be read."""
    return _read(_OF_OWN, kind, facts)


def _read(shapes: Shapes, kind: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    shape = shapes.get(kind)
    if shape is None:
        raise bad_input("kind", f"没有“{kind}”这一步。", "核对步骤的名称。", "unknown-step")
    faults: list[Reason] = []
    values = shape(Cells(facts, "", faults))
    if faults:
        raise BadInput(faults)
    return {name: value for name, value in values.items() if value not in ("", None)}


def _text(row: Cells, name: str, longest: int = WORDS, *, needed: bool = False) -> str:
    value = row.row.get(name)
    if value is not None and not isinstance(value, str):
        row.fault(name, "要写成文字。", "改成文字。", "bad-text")
        return ""
    text = (value or "").strip()
    if len(text) > longest or "\x00" in text:
        row.fault(name, f"不能超过 {longest} 字，不能有看不见的字符。", "改短。", "too-long")
    if needed and not text:
        row.fault(name, "还没有填。", "填上再存。", "required")
    return text


def _flag(row: Cells, name: str) -> bool | None:
    value = row.row.get(name)
    if value is not None and not isinstance(value, bool):
        row.fault(name, "要写“是”或者“否”。", "选一个。", "bad-flag")
        return None
    return value


def _choice(row: Cells, name: str, choices: Mapping[str, str]) -> str:
    value = _text(row, name)
    if value and value not in choices:
        row.fault(name, "没有这一项。", f"从下列各项中选：{'、'.join(choices.values())}。", "bad-choice")
    return value


def _cleared(row: Cells) -> dict[str, str]:
    told = row.row.get("cleared") or {}
    plain = isinstance(told, Mapping) and all(isinstance(part, str) for pair in told.items() for part in pair)
    if not plain or len(told) > MOST_CLEARED or any(len(part) > WORDS for pair in told.items() for part in pair):
        row.fault("cleared", "一行一个：词，冒号，为什么不是个人信息。", "按这个样子写。", "bad-cleared")
        return {}
    return {str(word).strip(): str(why).strip() for word, why in told.items()}


def _texts(row: Cells) -> dict[str, Any]:
    told = {name: _text(row, name, LONGEST[name], needed=True) for name in TEXTS}
    return {**told, "cleared": _cleared(row) or None}


def _review(row: Cells) -> dict[str, Any]:
    return {
        "endangers": _flag(row, "endangers"),
        "third_party": _flag(row, "third_party"),
        "third_party_ground": _choice(row, "third_party_ground", GROUNDS),
        "third_party_words": _text(row, "third_party_words"),
        "warning_ground": _text(row, "warning_ground"),
        "lower_fine": _flag(row, "lower_fine"),
        "words": _text(row, "words"),
        "cleared": _cleared(row) or None,
    }


def _correction(row: Cells) -> dict[str, Any]:
    return {**_texts(row), "reason": _text(row, "reason", needed=True)}


def _withdrawal(row: Cells) -> dict[str, Any]:
    why = _choice(row, "why", WITHDRAWAL_REASONS)
    if not why:
        row.fault("why", "还没有选。", "选一个。", "required")
    return {"why": why, "words": _text(row, "words")}


def _number(row: Cells, name: str) -> int | None:
    value = row.row.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MOST_NUMBER:
        row.fault(name, "要写一个整数。", "写成 12 这样的数。", "bad-number")
        return None
    return value


def _needed(row: Cells, **longest: int) -> dict[str, Any]:
    return {name: _text(row, name, most, needed=True) for name, most in longest.items()}


def _day(row: Cells, name: str) -> str:
    day = row.day(name)
    if day.year not in YEARS and row.row.get(name) not in (None, ""):
        row.fault(name, "年份看不懂。", "写成 2026-06-01。", "bad-date")
    return day.isoformat()


def _answer(row: Cells) -> dict[str, Any]:
    outcome = _choice(row, "outcome", OUTCOMES)
    if not outcome:
        row.fault("outcome", "还没有选。", "选一个。", "required")
    review = {name: told for name, told in _review(row).items() if name.startswith("third_party")}
    return {**review, "outcome": outcome, "words": _text(row, "words")}


_OF_DISCLOSURE: Shapes = {
    "draft_disclosure": _texts,
    "amend_disclosure": _texts,
    "publish_disclosure": _review,
    "correct_disclosure": _correction,
    "withdraw_disclosure": _withdrawal,
}
_OF_OWN: Shapes = {
    "compute_figures": lambda row: {"year": _number(row, "year")},
    "publish_figures": lambda row: _needed(row, words=4000),
    "correct_figures": lambda row: _needed(row, words=4000, reason=WORDS),
    "report_figures": lambda row: {**_needed(row, to=128), "reported_on": _day(row, "reported_on")},
    "receive_application": lambda row: {
        **_needed(row, applicant=64, asked=WORDS),
        "received_on": _day(row, "received_on"),
    },
    "extend_application": lambda row: {
        "workdays": _number(row, "workdays"),
        **_needed(row, agreed_by=64, reason=WORDS),
    },
    "answer_application": _answer,
}
