"""凭据 Pages of what a line of the list stands on: an allocation with its versions, departments' letters to an area; entering and ending a letter."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from yizhi.desk.bodies.queries import body as found_body
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.pages import shown
from yizhi.desk.record.entering import drawn, entered, posted, tried
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.refusal import Absent

from . import actions, queries
from .forms import DutyLetterForm, EndLetterForm
from .list_page import address
from .models import Allocation, DutyLetter

FACTS = (
    ("decision", "省级决定"),
    ("basis", "委托依据"),
    ("letter", "文书"),
    ("valid_from", "起"),
    ("valid_to", "止（不含）"),
    ("published_on", "公布日"),
    ("transition_until", "过渡期止（不含）"),
)


@require_GET
def instrument(request: HttpRequest, fact: str) -> HttpResponse:
    """权属凭据 One allocation: what it says, and every version of it that was known before."""
    identity = _identity(request)
    found = queries.instrument(identity, fact)
    row = found.current
    context = {
        "title": f"{row.town.name}　{row.get_mode_display()}",
        "second": row.item.name,
        "crumb": {"label": row.item.name, "href": f"/items/{quote(row.item_id, safe='')}/"},
        "facts": list(_facts(row)),
        "versions": [_version(each) for each in found.versions],
        "edit_href": f"/allocations/{quote(fact, safe='')}/" if identity.may_maintain else "",
    }
    return shown(request, "matters/instrument.html", context)


@require_GET
def letters(request: HttpRequest, area: str) -> HttpResponse:
    """明确函 The letters of departments to an area; for those who keep them, whose letter may be entered."""
    identity, today = _identity(request), timezone.localdate(request.now)  # type: ignore[attr-defined]
    place = _area(identity, area)
    departments = queries.departments_posting_to(area, today) if identity.may_maintain else []
    context = {
        "crumb": {"label": place.name, "href": address(area)},
        "letters": [_letter(row, today) for row in queries.duty_letters(identity, area)],
        "departments": [
            {"label": found_body(code).name, "href": address(area, "letters/new/", {"body": code})}
            for code in departments
        ],
        "keeps": identity.may_maintain,
    }
    return shown(request, "matters/letters.html", context)


def new_letter(request: HttpRequest, area: str) -> HttpResponse:
    """录入明确函 The department is named in the address; its items in force are chosen from."""
    identity, today = _keeper(request), timezone.localdate(request.now)  # type: ignore[attr-defined]
    place, department = _area(identity, area), found_body(request.GET.get("body", "")[:64])
    form = DutyLetterForm(posted(request), initial={"starts": today})
    form.fields["items"].choices = queries.items_owned_by(department.code, today)  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        given = {"area": area, "body": department.code, **values}
        actions.enter_duty_letter(**given, by=identity.account, now=request.now)  # type: ignore[attr-defined]
        return address(area, "letters/")

    page = {
        "title": "录入明确函",
        "second": "只选函里写明的事项；没有函的，不在片区队职责里",
        "crumb": {"label": "明确函", "href": address(area, "letters/")},
        "known": [{"label": "部门", "value": department.name}, {"label": "片区", "value": place.name}],
    }
    return entered(request, form, deed, page)


def letter(request: HttpRequest, fact: str) -> HttpResponse:
    """一份明确函 Which items it names; for those who keep it, the form that ends it."""
    identity, today = _identity(request), timezone.localdate(request.now)  # type: ignore[attr-defined]
    row = queries.duty_letter(identity, fact)
    form = EndLetterForm(posted(request) if identity.may_maintain else None, initial={"ends": today})

    def deed(values: dict[str, Any]) -> str:
        actions.end_duty_letter(fact, ends=values["ends"], by=identity.account, now=request.now)  # type: ignore[attr-defined]
        return f"/letters/{quote(fact, safe='')}/"

    answer, reasons, status = tried(request, form, deed) if identity.may_maintain else (None, (), 200)
    if answer is not None:
        return answer
    context = {
        "letter": _letter(row, today),
        "crumb": {"label": "明确函", "href": address(row.area_id, "letters/")},
        "area_name": row.area.name,
        "items": [
            {"name": each.name, "domain": each.domain, "href": f"/items/{quote(each.item_id, safe='')}/"}
            for each in queries.items_of(row, max(row.valid_from, today))
        ],
        "end": drawn(form, reasons) if identity.may_maintain and row.valid_to is None else None,
    }
    return shown(request, "matters/letter.html", context, status)


def _facts(row: Allocation) -> Iterator[dict[str, Any]]:
    yield {"label": "方式", "value": row.get_mode_display()}
    for name, label in FACTS:
        value = getattr(row, name)
        if value:
            yield {"label": label, "value": value}
    if row.mode == Allocation.Mode.CONFERRAL:
        yield {"label": "强制措施", "value": "一并赋予" if row.coercion else "没有赋予"}


def _version(row: Allocation) -> dict[str, Any]:
    until = f"至{chinese(row.valid_to)}前一日" if row.valid_to else "至今"
    published = f"，{chinese(row.published_on)}公布" if row.published_on else ""
    return {
        "at": timezone.localtime(row.recorded_at).date().isoformat(),
        "title": f"{chinese(row.valid_from)}起{until}有效{published}",
        "note": "、".join(words for words in (row.decision, row.basis, row.letter, row.why) if words),
    }


def _letter(row: DutyLetter, today: Any) -> dict[str, Any]:
    holds = row.valid_from <= today and (row.valid_to is None or today < row.valid_to)
    return {
        "number": row.number,
        "body": row.body.name,
        "href": f"/letters/{quote(row.fact, safe='')}/",
        "count": len(row.items),
        "from": row.valid_from,
        "to": row.valid_to,
        "state": "ok" if holds else "wait",
        "words": "有效" if holds else "还没有生效" if today < row.valid_from else "已经结束",
    }


def _area(identity: Identity, code: str) -> Any:
    found = next((each for each in queries.areas(identity) if each.code == code), None)
    if found is None:
        raise Absent("这个片区")
    return found


def _identity(request: HttpRequest) -> Identity:
    identity: Identity = request.identity  # type: ignore[attr-defined]
    return identity


def _keeper(request: HttpRequest) -> Identity:
    identity = _identity(request)
    if not identity.may_maintain:
        raise Absent("这项维护")
    return identity
