"""填写 What the forms of drafts and steps show at first, and what is told from what was typed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from yizhi.desk.matters.models import Allocation
from yizhi.desk.papers.evidence import store
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.entering import posted

from . import forms as shapes
from .around import around, body_names, state_of
from .models import Batch
from .naming import items_named

PLAIN = {
    "check_batch": shapes.CheckForm,
    "publish_batch": shapes.PublishForm,
    "review_batch": shapes.ReviewForm,
    "file_list": shapes.FilingForm,
    "withdraw_batch": shapes.WithdrawForm,
}
SIDED: dict[str, Any] = {
    "give_opinion": shapes.OpinionForm,
    "attach_minute": shapes.MinuteForm,
    "record_training": shapes.TrainingForm,
    "take_over": shapes.TakeOverForm,
}


def draft_initial(asked: QueryDict, *, today: date) -> dict[str, Any]:
    """Return what a new draft shows: the items and towns that a link names."""
    return {
        "items": "\n".join(asked.getlist("item")),
        "towns": asked.getlist("town"),
        "mode": asked.get("mode", "conferral"),
        "starts_on": today if asked.get("kind") == "recall" else "",
    }


def draft_form(request: SignedIn, recall: bool, table: bool) -> forms.Form:
    """Return the form of a new draft; without items and towns where a table names them."""
    cls = shapes.DraftForm if recall else shapes.AllocationForm
    form = cls(posted(request), initial=draft_initial(request.GET, today=timezone.localdate(request.now)))
    for name in ("items", "towns", "mode", "basis") if table else ():
        form.fields.pop(name, None)
    return form


def draft_facts(
    values: Mapping[str, Any], kind: str, read: Sequence[Mapping[str, str]] | None = None
) -> dict[str, Any]:
    """Return a draft as an action takes it from the clean values of its form, and the lines read from a table where there is one.

    Raises `BadInput` for items not found.
    """
    lines = _typed_lines(values) if read is None else [dict(line) for line in read]
    modes = {line["mode"] for line in lines}
    return {
        "kind": kind,
        "title": values["title"],
        "lines": _held(lines) if kind == "recall" and read is None else lines,
        "starts_on": values["starts_on"].isoformat(),
        "ends_on": _iso(values.get("ends_on")),
        "decision": values.get("decision", "") if "conferral" in modes else "",
        "transition_until": _iso(values.get("transition_until")),
        "transition_body": values.get("transition_body", ""),
        "coercion": values.get("coercion") == "yes",
        "exception": values.get("exception", ""),
        "reason": values.get("reason", ""),
        "public_body": values.get("public_body") == "yes" and "entrustment" in modes,
        "technical": values.get("technical", "") if "entrustment" in modes else "",
    }


def _typed_lines(values: Mapping[str, Any]) -> list[dict[str, str]]:
    codes, mode = items_named(values["items"]), values["mode"]
    basis = values.get("basis", "") if mode == "entrustment" else ""
    return [{"item": code, "town": town, "mode": mode, "basis": basis} for code in codes for town in values["towns"]]


def _held(lines: list[dict[str, str]]) -> list[dict[str, str]]:
    """Leave out, of many items × towns to take back, what the towns do not hold; keep all when they hold none of it."""
    rows = Allocation.objects.known().filter(mode=lines[0]["mode"] if lines else "", valid_to=None)
    held = set(rows.filter(item__in={line["item"] for line in lines}).values_list("item", "town"))
    return [line for line in lines if (line["item"], line["town"]) in held] or lines


def step_form(request: SignedIn, batch: Batch, kind: str) -> forms.Form:
    """Return the form of a step, with the bodies of this batch to choose from and the person's own body chosen."""
    data, files = posted(request), request.FILES or None
    if kind == "amend_batch":
        return _amending(batch, data)
    if kind == "decide_batch":
        initial = {"starts_on": batch.starts_on, "decided_on": timezone.localdate(request.now)}
        return shapes.DecisionForm(data, initial=initial)
    if kind in PLAIN:
        return PLAIN[kind](data)
    scene = around(batch.dossier_id, today=timezone.localdate(request.now))
    codes = {"record_training": scene.owners, "take_over": scene.takers}.get(kind, scene.state.draft.sides)
    if kind == "attach_minute":
        codes = scene.state.objecting
    own = request.identity.body if request.identity.body in codes else ""
    names = body_names(codes)
    form: forms.Form = SIDED[kind](
        [(code, names.get(code, code)) for code in codes], data, files, initial={"body": own}
    )
    return form


def _amending(batch: Batch, data: QueryDict | None) -> forms.Form:
    draft = state_of(batch.dossier_id).draft
    initial = {
        **draft.as_facts(),
        "items": "\n".join(dict.fromkeys(line.item for line in draft.lines)),
        "towns": list(dict.fromkeys(line.town for line in draft.lines)),
        "mode": draft.lines[0].mode,
        "basis": draft.lines[0].basis,
        "coercion": "yes" if draft.coercion else "",
        "public_body": "yes" if draft.public_body else "",
    }
    cls = shapes.DraftForm if batch.kind == Batch.Kind.RECALL else shapes.AllocationForm
    return cls(data, initial=initial)


def step_facts(batch: Batch, kind: str, values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what a step says, and the digests of the files it keeps, from the clean values of its form."""
    if kind == "amend_batch":
        return draft_facts(values, batch.kind), ()
    facts = {name: _plain(value) for name, value in values.items() if name != "file"}
    if kind == "give_opinion":
        facts["agrees"] = values["agrees"] == "yes"
    if kind != "attach_minute":
        return facts, ()
    digest, media_type, size = store(values["file"])
    name = str(values["file"].name or "")[-128:]
    return {**facts, "file": {"name": name, "media_type": media_type, "size": size, "digest": digest}}, (digest,)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def choices_of(data: Mapping[str, str]) -> dict[str, str]:
    """Return dossier → choice as the radio buttons send it."""
    return {name.removeprefix("case-"): data[name] for name in data if name.startswith("case-") and data[name]}
