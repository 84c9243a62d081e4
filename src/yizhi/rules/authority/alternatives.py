"""另行办法 Who could do it instead: another body, or other people who would count."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yizhi.rules.authority.facts import Body, Mode
from yizhi.rules.authority.people import Task, failings
from yizhi.rules.authority.power import Holding
from yizhi.rules.authority.question import Question
from yizhi.rules.authority.reasons import Finding
from yizhi.rules.authority.world import Known, Place


@dataclass(frozen=True, slots=True)
class Alternative:
    """A body that could act, under which mode, and everyone who would count for it on that day."""

    body: str
    mode: Mode
    officers: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return {"body": self.body, "mode": self.mode, "officers": list(self.officers)}


def alternatives(
    known: Known, place: Place, question: Question, now: Holding, decided: Holding, findings: Iterable[Finding]
) -> tuple[Alternative, ...]:
    """Return who could do it instead of those asked about. `now` is the holding before the running case was looked at."""
    codes = {finding.code for finding in findings if finding.severity == "stop"}
    found: list[Alternative] = []
    if "must-transfer" in codes and now.body is not None and now.mode is not None:
        found.append(_by(known, place, question, now.body, now.mode))
    if codes & {"basis-not-in-force", "action-not-covered"}:
        return tuple(found)
    if codes & {"coercion-cannot-be-entrusted", "coercion-not-conferred"}:
        found.append(_by(known, place, question, place.owner, "posted"))
    elif "officers-too-few" in codes and decided.body is not None and decided.mode is not None:
        found.append(_by(known, place, question, decided.body, decided.mode))
    return tuple(found)


def _by(known: Known, place: Place, question: Question, body: Body, mode: Mode) -> Alternative:
    names = dict.fromkeys(known.people_of.get(body.id, ()))
    if mode == "entrustment":
        names |= dict.fromkeys(known.people_of.get(place.town.id, ()))
    task = Task(place, question.on, body, mode, question.party)
    return Alternative(body.id, mode, tuple(name for name in names if not failings(known, task, name, [])))
