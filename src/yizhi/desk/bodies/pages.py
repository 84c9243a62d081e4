"""机关 Pages: the list, one body, and for their keeper the forms that enter and correct them."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.record.entering import drawn, entered, posted, tried
from yizhi.desk.record.keeping import BODY_KEEPERS, permit

from . import actions, queries
from .forms import BodyForm, CorrectionForm, OfficeForm, SealForm
from .models import Body, Seal
from .standing_pages import shown as standing_shown
from .standing_pages import ways

CRUMB = {"label": "机关", "href": "/bodies/"}
FACTS = (
    ("short_name", "简称"),
    ("domain", "领域"),
    ("paper_prefix", "文号代字"),
    ("address", "地址"),
    ("phone", "电话"),
    ("court", "受理起诉的法院"),
)


@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    """机关 The list, found by name."""
    q, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
    context = {
        "bodies": [_row(one) for one in queries.bodies(q, kind)],
        "tabs": _tabs(kind),
        "add_href": "/bodies/new/" if _keeps(request) else "",
        "q": q,
    }
    return render(request, "bodies/bodies.html", context)


def body(request: HttpRequest, code: str) -> HttpResponse:
    """一个机关 What it is, and for its keeper the form that corrects it."""
    found = queries.body(code)
    if not _keeps(request):
        context = _shown(found, timezone.localdate(request.now))  # type: ignore[attr-defined]
        confirming = ways(request.identity.role, code)  # type: ignore[attr-defined]
        return render(request, "bodies/body.html", {**context, "confirming": confirming})
    form = CorrectionForm(posted(request), initial={name: getattr(found, name) for name in CorrectionForm.base_fields})
    form.initial["parent"] = found.parent_id or ""
    answer, reasons, status = tried(request, form, lambda values: _corrected(request, code, values))
    if answer is not None:
        return answer
    groups = [{"title": "更正", "note": "", "fields": drawn(form, reasons)["fields"]}]
    context = _shown(found, timezone.localdate(request.now))  # type: ignore[attr-defined]
    more = [
        {"label": "登记内设机构", "href": f"/bodies/{code}/offices/new/"},
        {"label": "登记印章", "href": f"/bodies/{code}/seals/new/"},
    ]
    return render(
        request,
        "bodies/body.html",
        {**context, "groups": groups, "action": f"/bodies/{code}/", "more": more},
        status=status,
    )


def new_body(request: HttpRequest) -> HttpResponse:
    """登记机关"""
    permit(request.identity, BODY_KEEPERS)  # type: ignore[attr-defined]
    page = {"title": "登记机关", "second": "能以自己名义作决定的行政主体；片区队和内设机构不在此列", "crumb": CRUMB}
    return entered(request, BodyForm(posted(request)), lambda values: _entered(request, values), page)


def new_office(request: HttpRequest, code: str) -> HttpResponse:
    """登记内设机构"""
    permit(request.identity, BODY_KEEPERS)  # type: ignore[attr-defined]
    page = {"title": "登记内设机构", "second": "内设机构不署名、不用章", "crumb": _crumb(queries.body(code))}
    return entered(request, OfficeForm(posted(request)), lambda values: _office(request, code, values), page)


def new_seal(request: HttpRequest, code: str) -> HttpResponse:
    """登记印章"""
    permit(request.identity, BODY_KEEPERS)  # type: ignore[attr-defined]
    page = {
        "title": "登记印章",
        "second": "这里只登记名称和启用日期，不存印模；预览和演示一律盖“测试”章",
        "crumb": _crumb(queries.body(code)),
    }
    return entered(request, SealForm(posted(request)), lambda values: _seal(request, code, values), page)


def _keeps(request: HttpRequest) -> bool:
    return request.identity.role in BODY_KEEPERS  # type: ignore[attr-defined]


def _crumb(found: Body) -> dict[str, str]:
    return {"label": found.name, "href": f"/bodies/{found.pk}/"}


def _tabs(kind: str) -> list[dict[str, Any]]:
    kinds = [("", "全部"), *Body.Kind.choices]
    return [{"label": words, "href": f"/bodies/?kind={code}", "current": code == kind} for code, words in kinds]


def _row(one: Body) -> dict[str, Any]:
    return {
        "name": one.name,
        "href": f"/bodies/{one.pk}/",
        "kind": one.get_kind_display(),
        "prefix": one.paper_prefix,
        "review_body": one.parent.name if one.parent else "",
    }


def _shown(found: Body, on: date) -> dict[str, Any]:
    facts = [{"label": label, "value": getattr(found, name)} for name, label in FACTS if getattr(found, name)]
    if found.parent:
        facts.append({"label": "复议机关", "value": found.parent.name})
    return {
        **standing_shown(found, on),
        "body": {"name": found.name, "kind": found.get_kind_display(), "facts": facts},
        "offices": [{"name": office.name, "note": ""} for office in found.offices.order_by("pk")],
        "seals": [_seal_line(seal, on) for seal in found.seals.order_by("valid_from")],
        "accounts": [{"name": "罚款代收机构", "number": found.payee, "use": found.payee_address}]
        if found.payee
        else [],
        "people_href": f"/officers/?body={found.pk}",
    }


def _seal_line(seal: Seal, on: date) -> dict[str, Any]:
    used = seal.valid_from <= on and (seal.valid_to is None or on < seal.valid_to)
    return {
        "name": seal.name,
        "state": "ok" if used else "wait",
        "words": "在用" if used else "没有启用" if on < seal.valid_from else "停用",
        "from": seal.valid_from,
        "to": seal.valid_to,
    }


def _corrected(request: HttpRequest, code: str, values: dict[str, Any]) -> str:
    actions.correct_body(by=request.identity, code=code, changes=values)  # type: ignore[attr-defined]
    return f"/bodies/{code}/"


def _entered(request: HttpRequest, values: dict[str, Any]) -> str:
    return f"/bodies/{actions.enter_body(by=request.identity, now=request.now, **values).pk}/"  # type: ignore[attr-defined]


def _office(request: HttpRequest, code: str, values: dict[str, Any]) -> str:
    actions.enter_office(by=request.identity, body=code, **values)  # type: ignore[attr-defined]
    return f"/bodies/{code}/"


def _seal(request: HttpRequest, code: str, values: dict[str, Any]) -> str:
    actions.enter_seal(by=request.identity, body=code, **values)  # type: ignore[attr-defined]
    return f"/bodies/{code}/"
