"""公示内容 What a public record says, taken from the facts of a decision; everything that people wrote is redacted first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yizhi.rules.disclosure.redacting import WORDS, Known, leaks, redacted, short_name

NATURAL = "individual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as the case has it. `party_kind` as the parties' room has it; `kinds` penalty kinds by code, `kind_words` in words; yuan."""

    title: str
    number: str
    party: str
    party_kind: str
    credit_code: str
    facts: str
    basis: str
    kinds: Sequence[str]
    kind_words: str
    fine: Decimal
    confiscation: str
    confiscation_yuan: Decimal | None
    other: str
    body: str
    decided_on: date


def columns(decided: Decided, known: Known) -> dict[str, str]:
    """Return the columns of the public record by their keys, redacted; amounts in yuan, days as 2026-06-24."""
    return {
        "title": redacted(decided.title, known),
        "number": decided.number,
        "party": short_name(decided.party) if decided.party_kind == NATURAL else redacted(decided.party, known),
        "credit_code": "" if decided.party_kind == NATURAL else decided.credit_code,
        "facts": redacted(decided.facts, known),
        "basis": redacted(decided.basis, known),
        "kinds": decided.kind_words,
        "content": redacted(_content(decided), known),
        "fine_yuan": f"{decided.fine:.2f}" if decided.fine else "",
        "confiscation_yuan": f"{decided.confiscation_yuan:.2f}" if decided.confiscation_yuan else "",
        "body": decided.body,
        "decided_on": decided.decided_on.isoformat(),
    }


def _content(decided: Decided) -> str:
    fine = f"罚款{decided.fine:.2f}元" if decided.fine else ""
    taken = f"没收{decided.confiscation}" if decided.confiscation else ""
    parts = [part for part in (fine, taken, decided.other) if part]
    return "；".join(parts) or decided.kind_words


@dataclass(frozen=True, slots=True)
class PutRight:
    """补正、更正 What a decision paper said and what it says since its correcting paper."""

    before: str
    after: str


def put_right(text: str, corrections: Iterable[PutRight]) -> str:
    """Return a text with each correction made that stands in it exactly once; what stands there otherwise is for a person.

    >>> put_right("在锦花材3组倾倒3立方米。", [PutRight("锦花材", "锦花村"), PutRight("3", "8")])
    '在锦花村3组倾倒3立方米。'
    """
    for one in corrections:
        if one.before and text.count(one.before) == 1:
            text = text.replace(one.before, one.after)
    return text


def hidden_words(texts: Mapping[str, str], known: Known) -> str:
    """Return in words what was hidden in texts: 姓名2处、住址1处已隐去; what 公示审查表 says under 脱敏处理.

    >>> hidden_words({"facts": "王建国倾倒。"}, Known(names=("王建国",)))
    '姓名1处已隐去。'
    """
    counted: dict[str, int] = {}
    for text in texts.values():
        for found in leaks(text, known):
            counted[found.kind] = counted.get(found.kind, 0) + 1
    listed = "、".join(f"{WORDS[kind]}{count}处" for kind, count in sorted(counted.items()))
    return f"{listed}已隐去。" if listed else "没有需要隐去的内容。"


def changed_texts(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return the keys whose values differ."""
    return [key for key in after if before.get(key) != after[key]]
