"""归档次序 In which order the papers and photographs of a dossier are bound: by the classes of the domain's rules, within each by time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from yizhi.law import read_toml

Bound = TypeVar("Bound")


@dataclass(frozen=True, slots=True)
class Class:
    """One class of the order 类别: its name, the kinds of papers in it, and whether photographs and recordings belong there."""

    name: str
    papers: frozenset[str]
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where one thing is bound: the position of its class, the class's name, its moment."""

    number: int
    name: str
    at: datetime


@lru_cache(maxsize=8)
def classes(domain: str) -> tuple[Class, ...]:
    """Return the classes of a domain in their order; none where the domain's rules name no order. Source: rule `archive-order-housing`."""
    rows = read_toml("archiving").get(domain, {}).get("classes", ())
    return tuple(Class(row["name"], frozenset(row["papers"]), row.get("evidence", False)) for row in rows)


def place(domain: str, kind: str, at: datetime) -> Place:
    """Return where a paper of this kind (empty: a photograph) of this moment is bound; the last class takes what no class names."""
    known: Sequence[Class] = classes(domain)
    for number, one in enumerate(known):
        if kind in one.papers or (not kind and one.evidence):
            return Place(number, one.name, at)
    return Place(len(known), known[-1].name if known else "", at)


def in_order(bound: Iterable[tuple[Place, Bound]], domain: str) -> list[tuple[Place, Bound]]:
    """Return what is bound, in order; as it came where the domain names no order."""
    return sorted(bound, key=lambda one: (one[0].number, one[0].at)) if classes(domain) else list(bound)
