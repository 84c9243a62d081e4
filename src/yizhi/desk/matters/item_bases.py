"""事项的依据 What the page of an item shows of its bases: each citation with what the check found, one article's text beside them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from django.utils import timezone
from django.utils.dateparse import parse_date

from yizhi.rules.citing import STATE_WORDS, number_of

from .models import Article, CitationFinding, ItemVersion
from .queries import findings_of
from .texts import TITLE, article_href, articles_on


def bases_context(version: ItemVersion, on: date, chosen: int) -> dict[str, Any]:
    """Return `bases`, and `reading`: the text of the chosen one (from 0), else of the first that has one; none without texts."""
    texts = articles_on([(basis["law"], basis["article"]) for basis in version.bases], on)
    with_text = [at for at, basis in enumerate(version.bases) if _key(basis) in texts]
    at = chosen if chosen in with_text else with_text[0] if with_text else -1
    bases = list(_bases(version, on, texts))
    for place, basis in enumerate(bases):
        basis["current"] = place == at
        basis["href"] = f"?on={on}&basis={place + 1}#bases" if place in with_text and len(with_text) > 1 else ""
    return {"bases": bases, "reading": _reading(version.bases[at], texts, on) if at >= 0 else None}


def _bases(version: ItemVersion, on: date, texts: Mapping[tuple[str, str], Article]) -> Iterator[dict[str, Any]]:
    found = {(row.law, row.article): row for row in findings_of([version.item_id])}
    for basis in version.bases:
        finding = found.get((basis["law"], basis["article"]))
        yield {
            "article": f"《{basis['law']}》{basis['article']}",
            "words": _since(basis, _key(basis) in texts),
            "stale": finding is not None or not basis.get("effective"),
            "note": basis.get("note") or "",
            "finding": _finding(finding) if finding else None,
        }


def _reading(basis: Mapping[str, Any], texts: Mapping[tuple[str, str], Article], on: date) -> dict[str, Any]:
    article = texts[_key(basis)]
    law = article.statute.law.removeprefix(TITLE)
    return {
        "title": f"{law} {article.number}",
        "version": article.statute.version,
        "lines": article.text.split("\n"),
        "href": article_href(f"{law} {article.number}", on.isoformat())
        or f"/statutes/{quote(law, safe='')}/{quote(article.number, safe='')}/?on={on}",
    }


def _finding(row: CitationFinding) -> dict[str, Any]:
    state: Any = row.state
    return {
        "words": STATE_WORDS[state],
        "sentence": row.sentence + row.cure,
        "at": timezone.localtime(row.found_at),
        "href": f"/citations/{row.pk}/",
        "settled": row.settled_note,
    }


def _since(basis: Mapping[str, Any], has_text: bool) -> str:
    """Return since when and until when the basis is in force, and whether its text was not imported."""
    since, until = parse_date(basis.get("effective") or ""), parse_date(basis.get("expiry") or "")
    if since is None:
        return "施行日期没有登记，补上之前不能据以处理。"
    ends = f"，{_written(until)}起失效" if until else ""
    return f"{_written(since)}起施行{ends}。" + ("" if has_text else "条文没有导入。")


def _key(basis: Mapping[str, Any]) -> tuple[str, str]:
    return basis["law"].removeprefix(TITLE), number_of(basis["article"])


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
