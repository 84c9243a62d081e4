"""提问 Who may do this act, on this item, in this town, on this day, with these people?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, get_args

from yizhi.rules.authority.cells import Cells
from yizhi.rules.authority.facts import OnRecall
from yizhi.rules.refusal import BadInput, Reason

Action = Literal["inspect", "open_case", "on_spot_penalty", "penalty_decision", "coercive_measure"]
ACTIONS: Final[tuple[str, ...]] = get_args(Action)
ACTION_NAMES: Final[Mapping[str, str]] = {
    "inspect": "检查",
    "open_case": "立案",
    "on_spot_penalty": "当场处罚",
    "penalty_decision": "作出处罚决定",
    "coercive_measure": "采取行政强制措施",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `on` is the day of the act, `act_day` the day of the violation (None = `on`), `known_at` a Beijing
    moment (None = all that is known). A running case names both `opened_on` and `opened_body`; `on_recall` is what was
    settled for that case when the power was taken back, and goes before what the allocation says for all.
    `coercion_follows`: the county has decided that coercive measures go with a conferred penalty power (dispute `coercion-under-conferral`).
    """

    item: str
    town: str
    on: date
    action: Action
    officers: tuple[str, ...] = ()
    act_day: date | None = None
    party: str | None = None
    known_at: datetime | None = None
    opened_on: date | None = None
    opened_body: str | None = None
    on_recall: OnRecall | None = None
    coercion_follows: bool = False

    def __post_init__(self) -> None:
        faults = _running_case_faults(self)
        if faults:
            raise BadInput(faults)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Question":
        """Read a question from plain values. Raises `BadInput` naming each field that cannot be read; `id` is not read."""
        if not isinstance(values, Mapping):
            raise BadInput([Reason("bad-input", "一个问题应当是一组字段。", about="question")])
        faults: list[Reason] = []
        row = Cells(values, "", faults)
        read = {
            "item": row.text("item"),
            "town": row.text("town"),
            "on": row.day("on"),
            "action": row.choice("action", ACTIONS),
            "officers": row.texts("officers"),
            "act_day": row.maybe_day("act_day"),
            "party": row.text("party", optional=True) or None,
            "known_at": row.maybe_moment("known_at"),
            "opened_on": row.maybe_day("opened_on"),
            "opened_body": row.text("opened_body", optional=True) or None,
            "on_recall": row.choice("on_recall", ("continue", "transfer"), optional=True),
        }
        if faults:
            raise BadInput(faults)
        return cls(**read)


def _running_case_faults(question: Question) -> list[Reason]:
    """Return what is wrong with the running case that a question names."""
    opened_on, opened_body = question.opened_on, question.opened_body
    if opened_on is not None and opened_body is None:
        return [
            Reason("opened-body-missing", "写了立案日期，没有写立案机关。", cure="写明立案机关。", about="opened_body")
        ]
    if opened_on is None and opened_body is not None:
        return [Reason("opened-on-missing", "写了立案机关，没有写立案日期。", cure="写明立案日期。", about="opened_on")]
    if opened_on is not None and opened_on > question.on:
        return [Reason("opened-after-act", "立案日期晚于办理日期。", cure="核对两个日期。", about="opened_on")]
    return []
