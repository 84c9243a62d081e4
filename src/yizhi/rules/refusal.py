"""拒绝 A refusal is a named thing: stable code, Chinese sentence, article, cure.

    Refusal                 what may not be done, by the law or by the record
    ├── Absent              the thing is not there for this person: absent and forbidden look the same
    └── BadInput            a value that cannot be read (which field, why, how to write it)

A programmer's fault is an assertion, never a refusal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["stop", "ask", "note"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of an answer. `code` is stable kebab-case; `sentence` Chinese; `article` as 行政处罚法 第42条; `cure` what would help."""

    code: str
    sentence: str
    article: str = ""
    severity: Severity = "stop"
    cure: str = ""
    about: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return the reason as plain values, in the order a reader wants them."""
        return {
            "code": self.code,
            "severity": self.severity,
            "sentence": self.sentence,
            "article": self.article,
            "cure": self.cure,
            "about": self.about,
        }


class Refusal(Exception):  # noqa: N818
    """Something that may not be done, with every reason found. `status` is the HTTP status an API answers with."""

    status = 409

    def __init__(self, reasons: Iterable[Reason]) -> None:
        self.reasons = tuple(reasons)
        assert self.reasons, "a refusal without a reason is a programmer's fault"
        super().__init__("；".join(reason.sentence for reason in self.reasons))

    @property
    def first(self) -> Reason:
        """Return the reason shown first: a stop when there is one."""
        return next((reason for reason in self.reasons if reason.severity == "stop"), self.reasons[0])

    def as_problem(self) -> dict[str, Any]:
        """Return the refusal as an RFC 9457 problem document."""
        first = self.first
        return {
            "type": f"urn:yizhi:refusal:{first.code}",
            "title": first.sentence,
            "status": self.status,
            "code": first.code,
            "article": first.article,
            "cure": first.cure,
            "reasons": [reason.as_dict() for reason in self.reasons],
        }


class Absent(Refusal):
    """There is no such thing for this person. The same answer whether it does not exist or is not theirs to see."""

    status = 404

    def __init__(self, what: str) -> None:
        super().__init__(
            [
                Reason(
                    "not-found",
                    f"没有找到{what}，或者不在您的职责范围内。",
                    cure="核对编号；需要查看的，请找承办机关。",
                )
            ]
        )


class BadInput(Refusal):
    """A value that cannot be read. Each reason's `about` names the field."""

    status = 422


def refuse(code: str, sentence: str, article: str = "", cure: str = "", about: str = "") -> Refusal:
    """Build a refusal with one stopping reason."""
    return Refusal([Reason(code, sentence, article, "stop", cure, about)])


def bad_input(about: str, sentence: str, cure: str = "", code: str = "bad-input") -> BadInput:
    """Build the refusal of one unreadable field; `about` is the field's name."""
    return BadInput([Reason(code, sentence, "", "stop", cure, about)])


def refuse_when(reasons: Iterable[Reason]) -> None:
    """Raise the refusal of these reasons, when there is any."""
    found = tuple(reasons)
    if found:
        raise Refusal(found)
