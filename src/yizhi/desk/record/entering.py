"""录入 One form, one deed: what was typed is read for its shape, handed to an action, and kept on the page when it is refused."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from yizhi.rules.refusal import Absent, Reason, Refusal

KINDS: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.MultipleChoiceField, "choices"),
    (forms.ChoiceField, "choice"),
    (forms.DateTimeField, "datetime"),
    (forms.DateField, "date"),
    (forms.IntegerField, "integer"),
)
WORDS = {
    "required": "{label}还没有填。",
    "invalid": "{label}的写法不对，请重新填。",
    "invalid_choice": "{label}里没有这一项，请重新选。",
    "invalid_list": "{label}里没有这一项，请重新选。",
    "max_length": "{label}太长，请写短一些。",
    "null_characters_not_allowed": "{label}里有看不见的字符，请重新填。",
}


def entered(
    request: HttpRequest,
    form: forms.Form,
    deed: Callable[[dict[str, Any]], str],
    page: Mapping[str, Any],
    template: str = "upkeep.html",
) -> HttpResponse:
    """Show `form`, or on POST do `deed` with its clean values and go to the address the deed returns.

    A refusal keeps the page and what was typed; `page` is the template's own context. What is absent stays absent.
    """
    answer, reasons, status = tried(request, form, deed)
    return answer or render(request, template, {**page, **drawn(form, reasons)}, status=status)


def tried(
    request: HttpRequest, form: forms.Form, deed: Callable[[dict[str, Any]], str]
) -> tuple[HttpResponse | None, tuple[Reason, ...], int]:
    """On POST do `deed`: return the answer that leads on; or without an answer the reasons it was refused for and the status."""
    if request.method != "POST":
        return None, (), 200
    if not form.is_valid():
        return None, (), 422
    try:
        return HttpResponseRedirect(deed(form.cleaned_data)), (), 302
    except Absent:
        raise
    except Refusal as refusal:
        return None, refusal.reasons, refusal.status


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was typed, also when nothing was; none for a page only asked for."""
    return request.POST if request.method == "POST" else None


def drawn(form: forms.Form, reasons: tuple[Reason, ...] = ()) -> dict[str, Any]:
    """Return `fields` as the field macros draw them, and `reasons` that belong to no field of the form."""
    about = {reason.about: reason for reason in reasons if reason.about in form.fields}
    fields = [_field(form, name, about.get(name)) for name in form.fields]
    return {"fields": fields, "reasons": [reason for reason in reasons if reason.about not in form.fields]}


def _field(form: forms.Form, name: str, reason: Reason | None) -> dict[str, Any]:
    field = form.fields[name]
    secret = isinstance(field.widget, forms.PasswordInput)
    value = "" if secret else form[name].value()
    return {
        "name": name,
        "label": field.label,
        "kind": _kind(field),
        "value": value.isoformat() if hasattr(value, "isoformat") else "" if value is None else value,
        "hint": field.help_text,
        "choices": list(getattr(field, "choices", ())),
        "required": field.required,
        "error": f"{reason.sentence}{reason.cure}" if reason else _mistake(form, name),
        "type": "password" if secret else "text",
    }


def _kind(field: forms.Field) -> str:
    if isinstance(field.widget, forms.Textarea):
        return "longtext"
    return next((kind for cls, kind in KINDS if isinstance(field, cls)), "text")


def _mistake(form: forms.Form, name: str) -> str:
    label = str(form.fields[name].label)
    faults = form.errors.as_data().get(name, []) if form.is_bound else []
    return "".join(WORDS.get(fault.code or "", "{label}看不懂，请重新填。").format(label=label) for fault in faults)
