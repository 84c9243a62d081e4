"""字段字典 The dictionary of facts: label, kind, choices. Built from `law/facts.toml` by the caller; reads no file itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from yizhi.rules.procedure.state import yuan
from yizhi.rules.refusal import Reason

KINDS = frozenset(
    [
        "text",
        "longtext",
        "date",
        "datetime",
        "money",
        "integer",
        "choice",
        "choices",
        "yesno",
        "officers",
        "accounts",
        "people",
        "evidence",
        "party",
        "answers",
    ]
)
YEARS = range(1900, 2200)
LONGEST = {"text": 500, "longtext": 20_000}


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the dictionary 字段. `choices` maps a code to its label, in the order shown."""

    key: str
    label: str
    kind: str
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    hint: str = ""
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All facts by their keys."""

    facts: Mapping[str, Fact]

    @classmethod
    def of(cls, rows: Mapping[str, Mapping[str, Any]]) -> "Dictionary":
        """Build the dictionary from the table's rows; a row of an unknown kind is a programmer's fault."""
        facts = {key: Fact(key, **row) for key, row in rows.items()}
        assert all(fact.kind in KINDS for fact in facts.values()), "unknown kind of fact"
        return cls(facts)

    def label(self, key: str) -> str:
        """Return the Chinese label of a fact."""
        return self.facts[key].label if key in self.facts else key

    def words(self, key: str, value: Any) -> str:
        """Return a value as a reader reads it: the label of a choice, 是/否, names joined by 、."""
        fact = self.facts.get(key)
        if isinstance(value, bool):
            return "是" if value else "否"
        if fact and fact.choices and isinstance(value, list | tuple):
            return "、".join(fact.choices.get(code, str(code)) for code in value)
        if fact and fact.choices:
            return fact.choices.get(value, str(value))
        return "、".join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)

    def unreadable(self, facts: Mapping[str, Any]) -> Iterator[Reason]:
        """Yield one reason for each fact that has no row or whose value is not of its kind; `about` names the key."""
        for key, value in facts.items():
            fact = self.facts.get(key)
            if fact is None:
                yield Reason("fact-unknown", f"没有名为“{key}”的字段。", cure="核对字段名。", about=key)
            elif not self.reads(key, value):
                yield Reason("fact-unreadable", f"“{fact.label}”的内容看不懂。", cure=_how_to_write(fact), about=key)

    def reads(self, key: str, value: Any) -> bool:
        """Tell whether a fact has a row and the value is of its kind; nothing at all is of every kind."""
        fact = self.facts.get(key)
        return fact is not None and (value is None or value == "" or _readable(fact, value))


def _readable(fact: Fact, value: Any) -> bool:
    if fact.kind == "choice":
        return isinstance(value, str) and value in fact.choices
    if fact.kind == "choices":
        return isinstance(value, list | tuple) and all(isinstance(code, str) and code in fact.choices for code in value)
    return _READERS[fact.kind](value)


def _is_text(longest: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and len(value) <= longest and "\x00" not in value


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _is_date(value: Any) -> bool:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else value
        return isinstance(day, date) and day.year in YEARS
    except ValueError:
        return False


def _is_moment(value: Any) -> bool:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) and "T" in value else value
        return isinstance(moment, datetime) and moment.year in YEARS
    except ValueError:
        return False


def _is_money(value: Any) -> bool:
    amount = yuan(value) if not isinstance(value, bool | float) else None
    return amount is not None and 0 <= amount < 10**12 and amount == round(amount, 2)


def _is_answers(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(why, str) for why in value.values())


_READERS: Mapping[str, Callable[[Any], bool]] = {
    "text": _is_text(LONGEST["text"]),
    "longtext": _is_text(LONGEST["longtext"]),
    "date": _is_date,
    "datetime": _is_moment,
    "money": _is_money,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**6,
    "yesno": lambda value: isinstance(value, bool),
    "officers": _is_list,
    "accounts": _is_list,
    "people": _is_list,
    "evidence": _is_list,
    "party": _is_text(LONGEST["text"]),
    "answers": _is_answers,
}

_WAYS = {
    "date": "日期写作 2026-09-05。",
    "datetime": "时间写作 2026-09-05T10:30。",
    "money": "金额以元为单位，不为负，最多两位小数，写作 800.00。",
    "integer": "填不小于零的整数。",
    "yesno": "选“是”或者“否”。",
    "text": f"不超过{LONGEST['text']}字。",
    "longtext": f"不超过{LONGEST['longtext']}字。",
}


def _how_to_write(fact: Fact) -> str:
    if fact.choices:
        return "从下列各项中选：" + "、".join(fact.choices.values()) + "。"
    return _WAYS.get(fact.kind, "逐项列出。")
