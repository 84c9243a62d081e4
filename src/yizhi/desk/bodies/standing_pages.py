"""主体资格 Pages on which the justice office confirms bodies, and what a body's own page says of it."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from yizhi.desk.record.entering import entered, posted
from yizhi.desk.record.keeping import JUSTICE_KEEPERS, permit
from yizhi.rules.deadlines.wording import chinese

from . import queries
from . import standing as deeds
from .forms import ConcentrationForm, StandingForm
from .models import Body, ConcentratedPower, SubjectStanding


def standing(request: HttpRequest, code: str) -> HttpResponse:
    """确认执法主体资格"""
    permit(request.identity, JUSTICE_KEEPERS)  # type: ignore[attr-defined]
    found = queries.body(code)
    held = SubjectStanding.objects.known().filter(body=found).first()
    initial = {name: getattr(held, name) for name in StandingForm.base_fields} if held and held.document else {}
    page = {"title": "确认执法主体资格", "second": "确认以后才能以它的名义执法；确认了的要公示", "crumb": crumb(found)}

    def deed(values: dict[str, Any]) -> str:
        deeds.confirm_subject(by=request.identity, body=code, now=request.now, **values)  # type: ignore[attr-defined]
        return f"/bodies/{code}/"

    return entered(request, StandingForm(posted(request), initial=initial), deed, page)


def concentration(request: HttpRequest, code: str) -> HttpResponse:
    """登记相对集中处罚权的决定"""
    permit(request.identity, JUSTICE_KEEPERS)  # type: ignore[attr-defined]
    found = queries.body(code)
    second = "只有国务院或者省级人民政府可以决定一个机关行使别的部门的处罚权"
    page = {"title": "登记相对集中处罚权的决定", "second": second, "crumb": crumb(found)}

    def deed(values: dict[str, Any]) -> str:
        deeds.record_concentration(by=request.identity, body=code, now=request.now, **values)  # type: ignore[attr-defined]
        return f"/bodies/{code}/"

    return entered(request, ConcentrationForm(posted(request)), deed, page)


def crumb(found: Body) -> dict[str, str]:
    """Return the way back to a body's page."""
    return {"label": found.name, "href": f"/bodies/{found.pk}/"}


def ways(role: str, code: str) -> list[dict[str, str]]:
    """Return the forms that a role has on a body's page."""
    if role not in JUSTICE_KEEPERS:
        return []
    return [
        {"label": "确认主体资格", "href": f"/bodies/{code}/standing/"},
        {"label": "登记集中处罚权的决定", "href": f"/bodies/{code}/concentration/"},
    ]


def shown(found: Body, on: date) -> dict[str, Any]:
    """Return what a body's page says of its standing, and of decisions that give it the power of other departments."""
    row = SubjectStanding.objects.known().filter(body=found).first()
    powers = ConcentratedPower.objects.known().filter(body=found).order_by("valid_from", "pk")
    return {
        "standing": _standing(row, queries.read_register().of(found.pk, on).confirmed),
        "powers": [
            {
                "domains": "、".join(one.domains),
                "words": f"{one.get_decided_by_display()}：{one.instrument}",
                "from": one.valid_from,
                "to": one.valid_to,
            }
            for one in powers
        ],
    }


def _standing(row: SubjectStanding | None, confirmed: bool) -> dict[str, Any]:
    if row is None:
        return {"state": "wait", "words": "未核实", "note": "登记本系统以前就有的机关，确认文件还没有补登。"}
    if not row.document:
        return {"state": "stop", "words": "没有确认", "note": "司法行政部门确认以前，不能以它的名义执法。"}
    announced = f"{chinese(row.announced_on)}公示于{row.announced_where}" if row.announced_on else "还没有公示"
    state, words = ("ok", "已确认") if confirmed else ("stop", "今天不具有")
    return {"state": state, "words": words, "document": row.document, "note": announced, "from": row.valid_from}
