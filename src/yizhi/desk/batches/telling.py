"""批次的记录 Each entry of a batch's record as a line of the timeline: which step, whose, what was said."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yizhi.desk.papers.view import entry_line, today_line
from yizhi.desk.people.models import Account
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import entries_of
from yizhi.rules.batches import STEPS

from .around import body_names

OUTCOMES = {"pass": "通过", "return": "退回", "keep": "保留", "change": "调整", "recall": "收回"}
CHOICES = {"continue": "原机关继续办", "transfer": "移送"}


def record_lines(dossier: str, *, waiting: str, today: date) -> list[dict[str, Any]]:
    """Return the record newest first, with what the batch waits for on top."""
    entries = list(entries_of(dossier))
    actors = Account.objects.filter(username__in={entry.actor for entry in entries}).values_list("username", "name")
    names = body_names(str(entry.facts.get("body", "")) for entry in entries)
    lines = [_line(entry, dict(actors), names) for entry in reversed(entries)]
    return [*today_line(waiting, today), *lines]


def _line(entry: Entry, people: Mapping[str, str], names: Mapping[str, str]) -> dict[str, Any]:
    body = names.get(str(entry.facts.get("body", "")), "")
    line = entry_line(entry, people.get(entry.actor, entry.actor))
    return {
        **line,
        "title": STEPS[entry.kind].name,
        "note": "　".join([part for part in (body, *_said(entry)) if part]),
    }


def _said(entry: Entry) -> Iterator[str]:
    facts = entry.facts
    if entry.kind == "give_opinion":
        yield "同意" if facts["agrees"] else "不同意"
    if entry.kind == "settle_case":
        yield f"{facts['case']} {CHOICES[facts['choice']]}"
    if entry.kind == "publish_batch":
        yield f"{facts['channel']}，{len(facts['allocations'])} 条权属"
    yield OUTCOMES.get(str(facts.get("outcome", "")), "")
    for name in ("instrument", "number", "receiver", "words", "reason"):
        yield str(facts.get(name, ""))
    if facts.get("letter"):
        yield f"来文 {facts['letter']}"
