"""法规文本 Texts of laws as imported: every version of the laws asked for, what ended them, and one article as it read on a day."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from django.db.models import Q

from yizhi.desk.record.marks import remembered
from yizhi.law import read_toml
from yizhi.rules.citing import LawText, Repeal, number_of, same_law

from . import models
from .models import Article, StatuteVersion

TITLE = "中华人民共和国"
Texts = Sequence[LawText]
CITED = re.compile(r"《?([^\s《》、；;]+?)》?\s*(第[^\s条款项]+条(?:之[一二三四五六七八九十]+)?)")


def texts_of(laws: Collection[str]) -> Texts:
    """Return every version known of the named laws, with or without 中华人民共和国 before the name."""
    versions = list(StatuteVersion.objects.filter(law__in=both_names(laws)))
    articles: dict[int, dict[str, str]] = {}
    rows = Article.objects.filter(statute__in=versions).order_by("id").values_list("statute_id", "number", "text")
    for statute, number, text in rows:
        articles.setdefault(statute, {})[number] = text
    return [
        LawText(row.law, row.version, row.valid_from, row.valid_to, articles.get(row.pk, {}), row.whole)
        for row in versions
    ]


def repeals_of(laws: Collection[str]) -> list[Repeal]:
    """Return what is known of the end of the named laws; a mark without a day only where no other law tells the day."""
    rows = list(models.Repeal.objects.filter(law__in=both_names(laws)).order_by("law", "by"))
    dated = {row.law.removeprefix(TITLE) for row in rows if row.by}
    return [
        Repeal(row.law, row.day, row.by, row.article)
        for row in rows
        if row.by or row.law.removeprefix(TITLE) not in dated
    ]


def with_replacing(laws: Collection[str], repeals: Iterable[Repeal]) -> set[str]:
    """Return the named laws and those that replaced them."""
    return set(laws) | {repeal.by for repeal in repeals if repeal.by}


def article_text(law: str, article: str, on: date) -> str | None:
    """Return how an article read on a day; None when the text is not there."""
    found = articles_on([(law, article)], on)
    return next((row.text for row in found.values()), None)


def articles_on(cited: Iterable[tuple[str, str]], on: date) -> dict[tuple[str, str], Article]:
    """Return how the cited articles (law, 第几条) read on a day, keyed (law without 中华人民共和国, number); the missing are left out."""
    wanted = {(law.removeprefix(TITLE), number_of(article)) for law, article in cited}
    rows = Article.objects.filter(
        statute__law__in=both_names(law for law, _ in wanted), number__in={number for _, number in wanted}
    ).filter(Q(statute__valid_to=None) | Q(statute__valid_to__gt=on), statute__valid_from__lte=on)
    held = sorted(rows.select_related("statute"), key=lambda row: row.statute.valid_from)
    found = {(row.statute.law.removeprefix(TITLE), row.number): row for row in held}
    return {key: row for key, row in found.items() if key in wanted}


def in_force_since(law: str, texts: Texts, on: date | None) -> str | None:
    """Return the first day (ISO) of the versions known of a law, of those that hold on `on` when it is given; None without any."""
    days = [text.valid_from for text in texts if same_law(text.law, law) and (on is None or text.holds(on))]
    return min(days).isoformat() if days else None


def both_names(laws: Iterable[str]) -> set[str]:
    """Return the names with and without 中华人民共和国."""
    short = {law.removeprefix(TITLE) for law in laws}
    return short | {f"{TITLE}{law}" for law in short}


def article_href(words: str, on: str = "") -> str:
    """Return where the first article that `words` cite is read, as on a day (ISO); empty where its law has no text.

    `words`: 行政处罚法 第57条第2款, 《种子法》第七十五条 and the like.
    """
    where = _article_href(words)
    return f"{where}?on={on}" if where and on else where


@remembered("statutes", most=4096)
def _article_href(words: str) -> str:
    cited = CITED.search(words)
    number = number_of(cited[2]) if cited else ""
    law = full_name(cited[1]).removeprefix(TITLE) if cited else ""
    return f"/statutes/{quote(law, safe='')}/{quote(number, safe='')}/" if number and law in _laws_known() else ""


def full_name(law: str) -> str:
    """Return the name of a law that the product knows under a short one; others as they are."""
    return _full_names().get(law, law)


@remembered("statutes", most=2)
def _laws_known() -> frozenset[str]:
    """Return the laws that have a text, without 中华人民共和国."""
    names = StatuteVersion.objects.values_list("law", flat=True).distinct()
    return frozenset(name.removeprefix(TITLE) for name in names)


@lru_cache(maxsize=1)
def _full_names() -> dict[str, str]:
    return {row["short"]: row["name"] for row in read_toml("laws")["laws"]}
