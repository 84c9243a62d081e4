"""案卷自检页 The nine vetoes and the points of one dossier, as a page and as JSON."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET
from ninja import Router, Schema

from yizhi.desk.people.pages import shown
from yizhi.desk.people.request import SignedIn
from yizhi.rules.procedure.self_check import FORM, SUBSTANCE, score

from . import queries
from .case_view import case_head
from .self_check import Found, checked_dossier

router = Router(tags=["cases"])
STATES = {True: ("ok", "符合"), False: ("stop", "不符合"), None: ("wait", "不涉及")}


class PointOut(Schema):
    """One point; `held` is null where the dossier has no use for it, `points` 0 for a veto, `pages` those of the whole dossier."""

    id: str
    words: str
    article: str
    veto: bool
    points: int
    held: bool | None
    paper: str
    pages: str


@require_GET
def self_check(request: SignedIn, dossier: str) -> HttpResponse:
    """自检 What is missing, where, and by which article."""
    case = queries.case(request.identity, dossier)
    found = checked_dossier(request.identity, case, now=request.now)
    checked = [one.checked for one in found]
    vetoes = [one for one in found if one.checked.point.veto]
    failed = sum(one.checked.held is False for one in vetoes)
    context = {
        "case": case_head(case),
        "vetoes": [_row(one) for one in vetoes],
        "failed": failed,
        "parts": [
            {
                "title": title,
                "kept": score(checked, part)[0],
                "most": score(checked, part)[1],
                "rows": [_row(one) for one in found if one.checked.point.part == part and not one.checked.point.veto],
            }
            for part, title in ((FORM, "卷面"), (SUBSTANCE, "实体和程序"))
        ],
        "dossier_href": f"/cases/{dossier}/dossier.pdf",
    }
    return shown(request, "cases/self_check.html", context)


@router.get("cases/{dossier}/self-check", response=list[PointOut], summary="案卷自检")
def check(request: SignedIn, dossier: str) -> list[PointOut]:
    """Return every point of the check, the vetoes first. The weights are unconfirmed and describe a dossier, never a person."""
    case = queries.case(request.identity, dossier)
    return [_plain(one) for one in checked_dossier(request.identity, case, now=request.now)]


def _plain(one: Found) -> PointOut:
    point = one.checked.point
    return PointOut(
        id=point.id,
        words=point.words,
        article=point.article,
        veto=point.veto,
        points=point.points,
        held=one.checked.held,
        paper=one.paper,
        pages=one.pages,
    )


def _row(one: Found) -> dict[str, Any]:
    state, words = STATES[one.checked.held]
    point = one.checked.point
    return {
        "words": point.words,
        "article": point.article,
        "state": state,
        "said": words,
        "points": point.points,
        "cure": point.cure if one.checked.held is False else "",
        "paper": one.paper,
        "pages": one.pages,
        "href": one.href,
    }
