"""草案 What a batch would do, as it stands on the record: plain values in, one frozen draft out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from yizhi.rules.authority.cells import Cells
from yizhi.rules.refusal import BadInput, Reason

BatchKind = Literal["allocation", "recall"]
KINDS: Final = ("allocation", "recall")
MODES: Final = ("conferral", "entrustment")
CHOICES: Final = ("continue", "transfer")
TECHNICAL: Final = ("not_needed", "able")
MOST_LINES: Final = 2000
LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Line:
    """一行 One item in one town. `basis` is the article that allows an entrustment."""

    item: str
    town: str
    mode: str
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a batch says. `starts_on` is the first day on which it holds; `transition_until` the first day after the transition.

    `sides` are the bodies that say what they think: the departments that hold the powers and the towns. `exception` tells why
    the batch may take force before the department has trained the town. `public_body`, `technical` (not_needed, able): what an
    entrustment asks of the body that is entrusted. `on_recall` holds for cases opened after publication.
    """

    kind: BatchKind
    title: str
    lines: tuple[Line, ...]
    sides: tuple[str, ...]
    starts_on: date
    ends_on: date | None = None
    decision: str = ""
    transition_until: date | None = None
    transition_body: str = ""
    on_recall: str = "continue"
    coercion: bool = False
    exception: str = ""
    reason: str = ""
    public_body: bool = False
    technical: str = ""

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> "Draft":
        """Read a draft from plain values. Raises `BadInput` with every field that cannot be read."""
        faults: list[Reason] = []
        row = Cells(facts, "", faults)
        read = {
            "kind": row.choice("kind", KINDS),
            "title": row.text("title"),
            "lines": tuple(_line(cells) for cells in row.nested("lines")),
            "sides": row.texts("sides"),
            "starts_on": row.day("starts_on"),
            "ends_on": row.maybe_day("ends_on"),
            "decision": row.text("decision", optional=True),
            "transition_until": row.maybe_day("transition_until"),
            "transition_body": row.choice("transition_body", ("department", "town"), optional=True) or "",
            "on_recall": row.choice("on_recall", CHOICES, optional=True) or "continue",
            "coercion": row.flag("coercion"),
            "exception": row.text("exception", optional=True),
            "reason": row.text("reason", optional=True),
            "public_body": row.flag("public_body"),
            "technical": row.choice("technical", TECHNICAL, optional=True) or "",
        }
        faults += _faults(read)
        if faults:
            raise BadInput(faults)
        return cls(**read)

    def as_facts(self) -> dict[str, Any]:
        """Return the plain values that the record keeps and `of` reads."""
        return {
            "kind": self.kind,
            "title": self.title,
            "lines": [
                {"item": line.item, "town": line.town, "mode": line.mode, "basis": line.basis} for line in self.lines
            ],
            "sides": list(self.sides),
            "starts_on": self.starts_on.isoformat(),
            "ends_on": _iso(self.ends_on),
            "decision": self.decision,
            "transition_until": _iso(self.transition_until),
            "transition_body": self.transition_body,
            "on_recall": self.on_recall,
            "coercion": self.coercion,
            "exception": self.exception,
            "reason": self.reason,
            "public_body": self.public_body,
            "technical": self.technical,
        }


def _line(cells: Cells) -> Line:
    return Line(cells.text("item"), cells.text("town"), cells.choice("mode", MODES), cells.text("basis", optional=True))


def _faults(read: Mapping[str, Any]) -> list[Reason]:
    """Return what is wrong with a draft as a whole, whatever the law says about its lines."""
    faults = []
    lines = read["lines"]
    if not lines:
        faults.append(
            Reason("lines-missing", "批次里还没有事项。", cure="至少选一个事项、一个镇（街道）。", about="lines")
        )
    if len(lines) > MOST_LINES:
        sentence = f"一个批次最多 {MOST_LINES} 格，这里有 {len(lines)} 格。"
        faults.append(Reason("lines-too-many", sentence, cure="分成几个批次。", about="lines"))
    for name in ("title", "decision", "exception", "reason"):
        if len(read[name]) > LONGEST:
            faults.append(Reason("too-long", f"不能超过 {LONGEST} 字。", cure="写短一些。", about=name))
    if read["ends_on"] is not None and read["ends_on"] <= read["starts_on"]:
        faults.append(
            Reason("bad-interval", "止日不晚于起日。", cure="核对起止日期；止日是失效的第一天。", about="ends_on")
        )
    return faults


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
