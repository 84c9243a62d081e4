"""法规文本页 The laws that have a text; one law; one article alone, as it read on a day, with its number in every version."""

from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from yizhi.desk.people.pages import day_asked, shown
from yizhi.rules.deadlines.wording import dated

from . import queries
from .models import StatuteVersion
from .queries import ArticlePage, LawPage
from .texts import TITLE


@require_GET
def statutes(request: HttpRequest) -> HttpResponse:
    """法规文本 Every text that was imported."""
    identity = request.identity  # type: ignore[attr-defined]
    rows = [
        {**_version(row), "law": row.law, "href": _href(row.law, "", row.valid_from)}
        for row in queries.statutes(identity)
    ]
    import_href = "/imports/statutes/" if identity.may_maintain else ""
    return shown(request, "matters/statutes.html", {"rows": rows, "import_href": import_href})


@require_GET
def statute(request: HttpRequest, law: str) -> HttpResponse:
    """一部法律法规 Its articles as on a day."""
    on = day_asked(request)
    found = queries.statute(request.identity, law, on)  # type: ignore[attr-defined]
    articles = [
        {"number": each.number, "lines": each.text.split("\n"), "href": _href(law, each.number, on)}
        for each in found.articles
    ]
    return shown(request, "matters/statute.html", {**_law(found, law, on), "articles": articles})


@require_GET
def article(request: HttpRequest, law: str, number: str) -> HttpResponse:
    """一条 One article's text alone."""
    on = day_asked(request)
    found = queries.article(request.identity, law, number, on)  # type: ignore[attr-defined]
    return shown(request, "matters/article.html", {**_law(found.law, law, on), **_article(found, law, on)})


def _article(found: ArticlePage, law: str, on: date) -> dict[str, Any]:
    return {
        "number": found.number,
        "lines": found.article.text.split("\n") if found.article else [],
        "before": _href(law, found.before, on) if found.before else "",
        "after": _href(law, found.after, on) if found.after else "",
        "history": [
            {
                **_version(version),
                "lines": kept.text.split("\n") if kept else [],
                "current": version.pk == found.law.version.pk,
                "same": bool(kept and found.article and kept.text == found.article.text),
                "href": _href(law, found.number, version.valid_from),
            }
            for version, kept in found.history
        ],
        "moved": [{"words": row.sentence, "href": f"/citations/{row.pk}/"} for row in found.moved],
        "items": [
            {"name": row.name, "code": row.item_id, "href": f"/items/{quote(row.item_id, safe='')}/?on={on}"}
            for row in found.items
        ],
        "rules": [{"id": each, "title": title, "words": words} for each, title, words in found.rules],
    }


def _law(found: LawPage, law: str, on: date) -> dict[str, Any]:
    return {
        "law": found.law.removeprefix(TITLE),
        "name": found.law,
        "law_href": _href(law, "", on),
        "on": on.isoformat(),
        "version": _version(found.version),
        "versions": [{**_version(row), "href": _href(law, "", row.valid_from)} for row in found.versions],
        "repeals": [
            {"by": row.by, "article": row.article, "day": row.day, "href": _href(row.by, row.article) if row.by else ""}
            for row in found.repeals
        ],
    }


def _version(row: StatuteVersion) -> dict[str, Any]:
    return {
        "version": dated(row.version),
        "from": row.valid_from,
        "to": row.valid_to,
        "source": row.source,
        "whole": row.whole,
    }


def _href(law: str, number: str, on: date | None = None) -> str:
    path = f"/statutes/{quote(law.removeprefix(TITLE), safe='')}/" + (f"{quote(number, safe='')}/" if number else "")
    return path + ("?" + urlencode({"on": on.isoformat()}) if on else "")
