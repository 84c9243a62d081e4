"""引注 Every rule names the article it stands on and the article's operative words.

>>> @cite("行政处罚法", "第51条", "当场作出行政处罚决定")
... def rule() -> int:
...     return 200
>>> str(citations(rule)[0])
'行政处罚法 第51条'
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Citation:
    """One article: `law` is the short or full name, `article` is written 第51条 or 第42条第1款, `words` its operative words."""

    law: str
    article: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.law} {self.article}".strip()


def cite(law: str, article: str, words: str) -> Callable[[F], F]:
    """Attach a citation to a rule. A test finds `words` in the article's text and fails when the text no longer has them."""

    def mark(rule: F) -> F:
        known: tuple[Citation, ...] = getattr(rule, "__citations__", ())
        rule.__citations__ = (Citation(law, article, words), *known)  # type: ignore[attr-defined]
        return rule

    return mark


def citations(rule: Callable[..., Any]) -> tuple[Citation, ...]:
    """Return the citations attached to `rule`, outermost first; empty when there is none."""
    found: tuple[Citation, ...] = getattr(rule, "__citations__", ())
    return found
