"""写法 The record of a matter in words, as far as each side may read it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.view import entry_line, today_line
from yizhi.desk.papers.words import fact_words
from yizhi.desk.people.called import account_names
from yizhi.desk.record.models import Entry
from yizhi.rules.procedure.oversight import DECISION, LETTERS
from yizhi.rules.procedure.table import JUSTICE_OFFICE, SUPERVISED

OF_THE_BODY = frozenset(
    {
        "notify_body",
        "receive_notice",
        "explain_to_supervisor",
        *LETTERS,
        DECISION,
        "receive_letter",
        "answer_supervision",
        "object_to_supervision",
        "answer_objection",
        "close_matter",
    }
)
OF_THE_OFFICE = frozenset({"register_matter", "gather_material", "send_supervisors"})
READ_BY: Mapping[str, frozenset[str]] = {SUPERVISED: OF_THE_BODY, JUSTICE_OFFICE: OF_THE_OFFICE}
NOT_SAID = frozenset(
    {"papers", "supervised", "answers", "supervision_certificates_shown"} | {"media_type", "size", "mode"}
)
LONGEST = 160


def read_by(roles: Iterable[str], entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that somebody in these roles may read, oldest first; those who supervise and the government read all."""
    kinds = [READ_BY[role] for role in roles if role in READ_BY]
    return [entry for entry in entries if not kinds or any(entry.kind in some for some in kinds)]


def record_lines(entries: Iterable[Entry], *, waiting: str, today: date) -> list[dict[str, Any]]:
    """Return the record newest first, with what the matter waits for on top."""
    people = account_names()
    told = [
        {**entry_line(entry, people.get(entry.actor, entry.actor)), "note": "　".join(_said(entry))}
        for entry in reversed(list(entries))
    ]
    return [*today_line(waiting, today), *told]


def _said(entry: Entry) -> Iterator[str]:
    for key, value in entry.facts.items():
        if key not in NOT_SAID and value not in (None, "", []):
            words = f"附件 {len(value)} 件" if key == "evidence" else words_of(key, value)
            words = f"{standing().dictionary.label(key)}：{words}" if isinstance(value, bool) else words
            yield words[:LONGEST] + ("…" if len(words) > LONGEST else "")
    for paper in entry.facts.get("papers", ()):
        yield str(paper["number"])


def words_of(key: str, value: Any) -> str:
    """Return one fact as a reader reads it; supervisors by the names of their accounts."""
    if key == "supervisors":
        names = account_names()
        return "、".join(names.get(name, name) for name in value)
    return fact_words(key, value)
