"""引注核对页 What the citation check found, by kind of fault; one finding with the articles beside each other; what to do about it."""

from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yizhi.desk.people.pages import shown
from yizhi.desk.record.entering import entered, posted
from yizhi.rules.citing import STATE_WORDS, number_of

from . import queries, recite
from .citations import recheck
from .forms import KeepBasisForm, ReplaceBasisForm
from .keeper import keeper
from .models import CitationFinding
from .texts import article_text

SERIOUS = frozenset({"replaced", "repealed", "missing-article"})


@require_http_methods(["GET", "POST"])
def findings(request: HttpRequest) -> HttpResponse:
    """引注核对 The findings that stand; on POST every citation is checked anew."""
    identity = request.identity  # type: ignore[attr-defined]
    if request.method == "POST":
        keeper(request)
        recheck(now=request.now)  # type: ignore[attr-defined]
        return HttpResponseRedirect("/citations/")
    state, settled = request.GET.get("state", "")[:24], request.GET.get("settled") == "yes"
    page = queries.findings(identity, state=state, settled=settled, after=request.GET.get("after", "")[:20])
    total = sum(page.counts.values())
    tabs = [("全部", "", total), *((STATE_WORDS[each], each, count) for each, count in page.counts.items())]  # type: ignore[index]
    kept = {"state": state, "settled": "yes" if settled else ""}
    context = {
        "total": total,
        "tabs": [
            *(
                {"label": label, "href": f"?state={key}", "count": count, "current": key == state and not settled}
                for label, key, count in tabs
            ),
            {"label": "核对过仍引的", "href": "?settled=yes", "count": page.settled, "current": settled},
        ],
        "rows": [_line(row) for row in page.rows],
        "without_text": [{"law": law, "times": times} for law, times in page.without_text],
        "may_keep": identity.may_maintain,
        "older": "?" + urlencode({**kept, "after": page.after}) if page.after else "",
    }
    return shown(request, "matters/citations.html", context)


@require_GET
def finding(request: HttpRequest, number: int) -> HttpResponse:
    """一条引注问题 The article as cited and the one that seems meant, beside each other, as they read today."""
    row = queries.finding(request.identity, number)  # type: ignore[attr-defined]
    today = timezone.localdate(request.now)  # type: ignore[attr-defined]
    texts = [_text("现在引的", row.law, row.article, today)]
    if row.instead:
        texts.append(_text("可能要改引的", row.instead_law or row.law, row.instead, today))
    keeps = request.identity.may_maintain  # type: ignore[attr-defined]
    context = {"one": _line(row), "texts": texts, "may_keep": keeps, "at": timezone.localtime(row.found_at)}
    return shown(request, "matters/citation.html", context)


def replace(request: HttpRequest, number: int) -> HttpResponse:
    """改引 A new version of the item that cites another article."""
    account = keeper(request)
    row = queries.finding(request.identity, number)  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        version = recite.replace_basis(number, **values, by=account, now=request.now)  # type: ignore[attr-defined]
        return f"/items/{quote(version.item_id, safe='')}/?on={max(version.valid_from, _today(request))}"

    cited = f"《{row.instead_law or row.law}》{row.instead}" if row.instead else f"《{row.law}》{row.article}"
    form = ReplaceBasisForm(posted(request), initial={"cited": cited, "starts": _today(request)})
    return entered(request, form, deed, _page(row, "改引", "以前的版本不动，从写明的这一天起改引"))


def keep(request: HttpRequest, number: int) -> HttpResponse:
    """仍引这一条 The citation stays, with the reason."""
    account = keeper(request)
    row = queries.finding(request.identity, number)  # type: ignore[attr-defined]

    def deed(values: dict[str, Any]) -> str:
        recite.keep_basis(number, why=values["why"], by=account, now=request.now)  # type: ignore[attr-defined]
        return "/citations/"

    page = _page(row, "核对过，仍引这一条", "写明理由；法规文本变了，会重新核对")
    return entered(request, KeepBasisForm(posted(request)), deed, page)


def _line(row: CitationFinding) -> dict[str, Any]:
    state: Any = row.state
    href = f"/citations/{row.pk}/"
    return {
        "item": row.item.name,
        "code": row.item_id,
        "item_href": f"/items/{quote(row.item_id, safe='')}/",
        "cited": f"《{row.law}》{row.article}",
        "state": "stop" if row.state in SERIOUS else "soon",
        "words": STATE_WORDS[state],
        "sentence": row.sentence,
        "cure": row.cure,
        "instead": f"《{row.instead_law or row.law}》{row.instead}" if row.instead else "",
        "settled": row.settled_note,
        "settled_by": row.settled_by,
        "href": href,
        "replace_href": f"{href}replace/",
        "keep_href": f"{href}keep/",
    }


def _text(label: str, law: str, article: str, on: date) -> dict[str, str]:
    words = article_text(law, article, on) or ""
    return {"label": label, "article": f"《{law}》{number_of(article) or article}", "words": words}


def _page(row: CitationFinding, title: str, second: str) -> dict[str, Any]:
    known = [{"label": "现在引的", "value": f"《{row.law}》{row.article}"}, {"label": "问题", "value": row.sentence}]
    crumb = {"label": row.item.name, "href": f"/citations/{row.pk}/"}
    return {"title": title, "second": second, "crumb": crumb, "known": known}


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]
