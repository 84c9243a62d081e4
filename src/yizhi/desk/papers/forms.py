"""表单 The shape of what a person sends: text becomes facts by the kinds of the field dictionary. No law is decided here."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from yizhi.desk.record.moments import local_moment
from yizhi.rules.procedure.dictionary import Dictionary
from yizhi.rules.procedure.table import Field
from yizhi.rules.refusal import Reason, bad_input

YES_NO = {"yes": True, "no": False}


def read_facts(sent: QueryDict, fields: Iterable[Field], dictionary: Dictionary) -> dict[str, Any]:
    """Return what a form says, by fact key; a field left empty is absent. What cannot be read stays text, for the rules to name."""
    facts: dict[str, Any] = {}
    for field in fields:
        value = _read(sent, field.key, dictionary.facts[field.key].kind)
        if value not in (None, "", []):
            facts[field.key] = value
    return facts


def _read(sent: QueryDict, key: str, kind: str) -> Any:
    if kind in {"officers", "accounts", "choices"}:
        return [value for value in sent.getlist(key) if value]
    if kind == "evidence":
        return [value for value in sent.getlist(f"{key}_kept") if value]
    if kind == "people":
        return [line.strip() for line in sent.get(key, "").splitlines() if line.strip()]
    text = (sent.get(key) or "").strip().replace("\r\n", "\n")
    return _scalar(text, kind)


def _scalar(text: str, kind: str) -> Any:
    if kind == "yesno":
        return YES_NO.get(text, text or None)
    if kind == "integer":
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text
    if kind == "money":
        return text.replace(",", "").replace("，", "")
    return text


def read_answers(sent: QueryDict) -> dict[str, str]:
    """Return why a person goes on where the rules ask, by the reason's code."""
    told = {key.removeprefix("answers."): str(sent.get(key, "")).strip() for key in sent if key.startswith("answers.")}
    return {code: why for code, why in told.items() if why}


def read_id(text: str) -> uuid.UUID:
    """Return the act's own id as whoever acts made it. Raises `BadInput`."""
    try:
        return uuid.UUID(text)
    except ValueError:
        raise bad_input("id", "这次提交没有编号，无法判断是不是重复提交。", "刷新页面后再提交。") from None


def read_moment(text: str) -> datetime | None:
    """Return the moment an act was done, local time as the form writes it, or `None` when none is written. Raises `BadInput`."""
    return local_moment(text) if text.strip() else None


def answer_fields(reasons: tuple[Reason, ...], facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one field for each question that a person must answer before the act can be done."""
    given = facts.get("answers") or {}
    return [
        {
            "name": f"answers.{reason.code}",
            "label": "为什么可以继续办",
            "kind": "longtext",
            "value": given.get(reason.code, ""),
            "hint": reason.sentence,
            "articles": reason.article,
            "required": True,
            "missing": not given.get(reason.code),
        }
        for reason in reasons
        if reason.severity == "ask"
    ]


class IssueListForm(forms.Form):
    on = forms.DateField(label="哪一天的清单", help_text="今天或者以前的一天")
