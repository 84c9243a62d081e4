"""日常用语 Everyday words and the statutory words they stand for, found in what somebody says, the longest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["object", "deed", "place", "actor", "none"]
WEIGHTS: Final[Mapping[str, float]] = {"object": 2.0, "deed": 1.4, "place": 0.7, "actor": 0.4, "none": 0.0}


@dataclass(frozen=True, slots=True)
class Everyday:
    """One everyday word `said`, the `statutory` words it may stand for, and its role. Role `none`: no matter of enforcement."""

    said: str
    statutory: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of a text: the everyday words in it, and what is left when they are taken out."""

    words: tuple[Everyday, ...]
    rest: str


def read_words(rows: Iterable[Mapping[str, str]]) -> dict[str, Everyday]:
    """Return the table by its everyday words; rows {said, statutory, role}, statutory words parted by |."""
    table: dict[str, Everyday] = {}
    for row in rows:
        role: Role = _role(row["role"])
        statutory = tuple(word for word in row["statutory"].split("|") if word)
        said = row["said"].lower()
        assert said not in table, f"{said} stands twice in the table of everyday words"
        table[said] = Everyday(said, statutory, role)
    return table


def hear(text: str, table: Mapping[str, Everyday], longest: int) -> Heard:
    """Return the everyday words in `text`, at every place the longest, each once; and the rest with gaps in their place."""
    words: dict[str, Everyday] = {}
    rest: list[str] = []
    at = 0
    while at < len(text):
        found = next((text[at : at + size] for size in range(longest, 0, -1) if text[at : at + size] in table), "")
        if found:
            words.setdefault(found, table[found])
            rest.append(" ")
            at += len(found)
        else:
            rest.append(text[at])
            at += 1
    return Heard(tuple(words.values()), "".join(rest))


def _role(word: str) -> Role:
    match word:
        case "object" | "deed" | "place" | "actor" | "none":
            return word
        case _:
            raise AssertionError(f"unknown role of an everyday word: {word}")
