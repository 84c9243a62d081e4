"""相对人 Pages: find, register once, look, correct."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.pages import shown
from yizhi.desk.record.entering import drawn, posted, tried
from yizhi.rules.refusal import Reason

from . import actions, queries
from .forms import GROUPS, CorrectionForm, PartyForm, RegistrationForm
from .from_above import sheets_from_above
from .models import Party, PartyCorrection

SHOWN = (
    ("legal_representative", "法定代表人（负责人、经营者）"),
    ("gender", "性别"),
    ("address", "住址（住所）"),
    ("phone", "电话"),
)
LABELS = {name: str(field.label) for name, field in PartyForm.base_fields.items()}
ASKS = frozenset({"maybe-same", "party-other-name"})


@require_GET
def parties(request: HttpRequest) -> HttpResponse:
    """当事人 The list of parties this identity sees; with `?for=` a page that asked for one is answered."""
    identity, q, back = _identity(request), request.GET.get("q", "")[:200].strip(), _safe(request, "for")
    page = queries.page_of(queries.parties(identity, q), request.GET.get("after", ""))
    towns = queries.towns_by_party(identity, page.rows)
    older = {"q": q, "for": back, "after": page.older}
    context = {
        "q": q,
        "parties": [_row(one, towns.get(one.pk, [])) for one in page.rows],
        "register_href": _register_href(back) if identity.role in actions.WRITERS else "",
        "choose": {"action": back, "back": back} if back else None,
        "older": "?" + urlencode({name: value for name, value in older.items() if value}) if page.older else "",
    }
    return shown(request, "parties/list.html", context)


def new_party(request: HttpRequest) -> HttpResponse:
    """登记当事人"""
    identity = _identity(request)
    asked = bool(request.POST.get("confirmed") or request.POST.get("asked"))
    form = RegistrationForm(identity, posted(request), ask=asked, initial=_brought(request))
    answer, reasons, status = tried(request, form, lambda values: _registered(request, form, values))
    if answer is not None:
        return answer
    if not asked and any(reason.code in ASKS for reason in reasons):
        form = RegistrationForm(identity, request.POST, ask=True)
    context = {"title": "登记当事人", "action": "", "back": _safe(request, "next"), "next": _safe(request, "next")}
    return shown(request, "parties/form.html", {**context, **_form(form, reasons)}, status)


@require_GET
def party(request: HttpRequest, code: str) -> HttpResponse:
    """一个当事人 Its values with personal numbers masked, where it is known, what was corrected."""
    identity = _identity(request)
    found = queries.party(identity, code)
    writes = identity.role in actions.WRITERS
    context = {
        "party": {
            "name": found.name,
            "kind": found.get_kind_display(),
            "demo": found.demo,
            "facts": _facts(found),
            "edit_href": f"/parties/{code}/correct/" if writes else "",
        },
        "premises": [
            {"town": place.town.name, "name": place.body.short_name} for place in queries.places_of(identity, found)
        ],
        "cases_href": f"/cases/?party={code}",
        "sheets": sheets_from_above(identity, found, request.now),  # type: ignore[attr-defined]
        "history": [_correction(one) for one in queries.corrections_of(found)],
    }
    return shown(request, "parties/party.html", context)


def correct_party(request: HttpRequest, code: str) -> HttpResponse:
    """更正当事人"""
    found = queries.party(_identity(request), code)
    initial = {name: getattr(found, name) or "" for name in PartyForm.base_fields}
    form = CorrectionForm(posted(request), initial=initial)
    for name in actions.FIXED:
        if initial[name]:
            del form.fields[name]
    answer, reasons, status = tried(request, form, lambda values: _corrected(request, code, values))
    if answer is not None:
        return answer
    context = {"title": f"更正{found.name}", "action": "", "back": f"/parties/{code}/", "save_label": "更正"}
    return shown(request, "parties/form.html", {**context, **_form(form, reasons)}, status)


def _identity(request: HttpRequest) -> Identity:
    identity: Identity = request.identity  # type: ignore[attr-defined]
    return identity


def _safe(request: HttpRequest, name: str) -> str:
    """Return the local path a page wants to be led back to; nothing when it leads elsewhere."""
    path = request.POST.get(name) or request.GET.get(name) or ""
    return path if path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None) else ""


def _brought(request: HttpRequest) -> dict[str, str]:
    """Return what the page that leads here already knows: a name that was looked for, the town of the lead."""
    return {"name": request.GET.get("name", "")[:128], "town": request.GET.get("town", "")[:9]}


def _register_href(back: str) -> str:
    return "/parties/new/?" + urlencode({"next": back}) if back else "/parties/new/"


def _registered(request: HttpRequest, form: RegistrationForm, values: dict[str, Any]) -> str:
    confirmed, town = bool(values.pop("confirmed", [])), values.pop("town", "") or form.only_town
    told = actions.Particulars(**values)
    now = request.now  # type: ignore[attr-defined]
    done = actions.register_party(identity=_identity(request), told=told, town=town, now=now, confirmed=confirmed)
    back = _safe(request, "next")
    return f"{back}{'&' if '?' in back else '?'}party={done.party.pk}" if back else f"/parties/{done.party.pk}/"


def _corrected(request: HttpRequest, code: str, values: dict[str, Any]) -> str:
    reason, now = values.pop("reason"), request.now  # type: ignore[attr-defined]
    actions.correct_party(identity=_identity(request), code=code, changes=values, reason=reason, now=now)
    return f"/parties/{code}/"


def _form(form: PartyForm, reasons: tuple[Reason, ...]) -> dict[str, Any]:
    drawing = drawn(form, reasons)
    fields = {one["name"]: one for one in drawing["fields"]}
    groups = [
        {"title": title, "note": note, "fields": [fields[name] for name in names if name in fields]}
        for title, note, names in GROUPS
    ]
    alike = [reason for reason in reasons if reason.code in ASKS and reason.about]
    return {
        "groups": [group for group in groups if group["fields"]],
        "reasons": [reason for reason in drawing["reasons"] if reason not in alike],
        "same": [{"name": one.sentence, "code": "", "href": f"/parties/{one.about}/"} for one in alike],
        "asked": any(reason.code in ASKS for reason in reasons),
    }


def _row(one: Party, towns: list[str]) -> dict[str, Any]:
    return {
        "id": one.pk,
        "name": one.name,
        "kind": one.get_kind_display(),
        "code": queries.shown_number(one),
        "href": f"/parties/{one.pk}/",
        "town": "、".join(towns),
        "address": one.address,
        "demo": one.demo,
    }


def _facts(found: Party) -> list[dict[str, str]]:
    number = {
        "label": "公民身份号码" if found.citizen_id else "统一社会信用代码",
        "value": queries.shown_number(found) or "没有登记",
        "source": "列表和页面遮住中间，文书写全" if found.citizen_id else "",
    }
    entered = {
        "label": "登记",
        "value": f"{timezone.localtime(found.entered_at):%Y年%m月%d日}",
        "source": found.entered_by,
    }
    rest = [
        {"label": label, "value": getattr(found, name), "source": ""} for name, label in SHOWN if getattr(found, name)
    ]
    return [number, *rest, entered]


def _correction(one: PartyCorrection) -> dict[str, str]:
    changed = "；".join(
        f"{LABELS.get(name, name)}：{before or '（空）'} → {after}"
        for name, (before, after) in one.changes.items()
        if name != "citizen_id"
    )
    hidden = "公民身份号码：补充；" if "citizen_id" in one.changes else ""
    at = timezone.localtime(one.at)
    return {"at": f"{at.month}月{at.day}日", "title": one.reason, "who": one.by, "note": hidden + changed}
