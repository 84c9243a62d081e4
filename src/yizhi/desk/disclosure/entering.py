"""填写 What the forms of the steps show at first, and what is told from what was typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from yizhi.rules.disclosure.market import asks_whether_lower, warning_only
from yizhi.rules.disclosure.table import TEXTS

from .around import Decision
from .forms import CorrectionForm, DraftForm, PublishForm, WithdrawForm

FLAGS = ("endangers", "third_party", "lower_fine")


def draft_form(decision: Decision, data: QueryDict | None) -> forms.Form:
    """Return the form of a new draft with what the product proposes, redacted."""
    return DraftForm(data, initial=decision.columns())


def step_form(decision: Decision, columns: Mapping[str, Any], kind: str, data: QueryDict | None) -> forms.Form:
    """Return the form of a step on a disclosure that stands, with the texts as they are now and what the decision paper was put right in since."""
    if kind == "publish_disclosure":
        return PublishForm(
            data,
            asks_lower=asks_whether_lower(decision.kinds, decision.domain),
            asks_warning=warning_only(decision.kinds, decision.domain),
        )
    if kind == "withdraw_disclosure":
        return WithdrawForm(data, initial={"why": decision.fell})
    cls = CorrectionForm if kind == "correct_disclosure" else DraftForm
    return cls(data, initial=decision.renewed(texts_of(columns)))


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a step says, from the clean values of its form."""
    facts = {name: value for name, value in values.items() if name not in (*FLAGS, "cleared") and value != ""}
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}
    facts |= {name: values[name] == "yes" for name in FLAGS if values.get(name)}
    cleared = _cleared(values.get("cleared", ""))
    return {**facts, "cleared": cleared} if cleared else facts


def texts_of(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Return of the columns those that people write."""
    return {name: columns[name] for name in TEXTS}


def _cleared(text: str) -> dict[str, str]:
    """Read one word and its reason a line; a line without a reason has an empty one, which clears nothing."""
    lines = [line.strip().replace(":", "：").partition("：") for line in text.splitlines() if line.strip()]
    return {word.strip(): why.strip() for word, _, why in lines}
