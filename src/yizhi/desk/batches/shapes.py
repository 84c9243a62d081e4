"""步骤要填什么 The shape of what each step says: every field read or refused by name, nothing of the law."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from yizhi.rules.authority.cells import Cells
from yizhi.rules.batches.draft import CHOICES
from yizhi.rules.refusal import BadInput, Reason, bad_input

LONGEST = 500
SHORT = 128


def read(kind: str, facts: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """Return what a step says as plain values. Raises `BadInput` with every field that cannot be read."""
    shape = _SHAPES.get(kind)
    if shape is None:
        raise bad_input("kind", f"没有“{kind}”这一步。", "核对步骤的名称。", "unknown-step")
    faults: list[Reason] = []
    values = shape(Cells(facts, "", faults), today)
    for name, value in values.items():
        longest = LONGEST if name in {"words", "reason"} else SHORT
        if isinstance(value, str) and (len(value) > longest or "\x00" in value):
            faults.append(Reason("too-long", f"不能超过 {longest} 字，不能有看不见的字符。", cure="改短。", about=name))
    if faults:
        raise BadInput(faults)
    return {name: value for name, value in values.items() if value not in ("", None)}


def _opinion(row: Cells, today: date) -> dict[str, Any]:
    agrees = row.row.get("agrees")
    if not isinstance(agrees, bool):
        row.fault("agrees", "要写明同意还是不同意。", "选一个。", "opinion-missing")
    return {
        "body": row.text("body"),
        "agrees": agrees,
        "words": _words(row, "words"),
        "equipment": _words(row, "equipment"),
        "staff": _words(row, "staff"),
        "letter": _words(row, "letter"),
    }


def _minute(row: Cells, today: date) -> dict[str, Any]:
    held_on = _past(row, "held_on", today)
    file = row.row.get("file")
    return {
        "number": row.text("number").strip(),
        "held_on": held_on,
        "signed_by": list(row.texts("signed_by")),
        "words": row.text("words").strip(),
        "file": file if isinstance(file, Mapping) else None,
    }


def _training(row: Cells, today: date) -> dict[str, Any]:
    people = row.row.get("people")
    if not isinstance(people, int) or isinstance(people, bool) or not 1 <= people <= 10_000:
        row.fault("people", "写明培训了多少人。", "写 1 到 10000。")
    return {
        "body": row.text("body"),
        "town": row.text("town"),
        "held_on": _past(row, "held_on", today),
        "people": people,
        "words": _words(row, "words"),
        "letter": _words(row, "letter"),
    }


def _check(row: Cells, today: date) -> dict[str, Any]:
    return {
        "outcome": row.choice("outcome", ("pass", "return")),
        "words": _words(row, "words"),
        "letter": _words(row, "letter"),
    }


def _decision(row: Cells, today: date) -> dict[str, Any]:
    return {
        "instrument": row.text("instrument").strip(),
        "decided_on": _past(row, "decided_on", today),
        "starts_on": row.day("starts_on").isoformat(),
        "words": _words(row, "words"),
    }


def _settle(row: Cells, today: date) -> dict[str, Any]:
    return {
        "case": row.text("case"),
        "choice": row.choice("choice", CHOICES),
        "reason": row.text("reason").strip(),
    }


def _publish(row: Cells, today: date) -> dict[str, Any]:
    return {"published_on": today.isoformat(), "channel": row.text("channel").strip()}


def _take_over(row: Cells, today: date) -> dict[str, Any]:
    return {"body": row.text("body"), "words": _words(row, "words"), "letter": _words(row, "letter")}


def _review(row: Cells, today: date) -> dict[str, Any]:
    return {"outcome": row.choice("outcome", ("keep", "change", "recall")), "words": row.text("words").strip()}


def _file(row: Cells, today: date) -> dict[str, Any]:
    return {
        "filed_on": _past(row, "filed_on", today),
        "number": row.text("number").strip(),
        "receiver": row.text("receiver").strip(),
    }


def _withdraw(row: Cells, today: date) -> dict[str, Any]:
    return {"words": row.text("words").strip()}


def _words(row: Cells, name: str) -> str:
    return row.text(name, optional=True).strip()


def _past(row: Cells, name: str, today: date) -> str:
    day = row.day(name)
    if day > today:
        row.fault(name, "还没有到这一天。", "写实际的日期。", "in-future")
    return day.isoformat()


_SHAPES = {
    "give_opinion": _opinion,
    "attach_minute": _minute,
    "record_training": _training,
    "check_batch": _check,
    "decide_batch": _decision,
    "settle_case": _settle,
    "publish_batch": _publish,
    "take_over": _take_over,
    "review_batch": _review,
    "file_list": _file,
    "withdraw_batch": _withdraw,
}
