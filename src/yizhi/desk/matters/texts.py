"""法规文本 Texts of laws as imported: every version of the laws asked for, what ended them, and one article as it read on a day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from yizhi.rules.citing import LawText, Repeal, number_of, same_law

from . import models
from .models import Article, StatuteVersion

TITLE = "中华人民共和国"
Texts = Sequence[LawText]


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
    number = number_of(article)
    held = [text for text in texts_of({law}) if text.holds(on)]
    return held[-1].articles.get(number) if held else None


def in_force_since(law: str, texts: Texts, on: date | None) -> str | None:
    """Return the first day (ISO) of the versions known of a law, of those that hold on `on` when it is given; None without any."""
    days = [text.valid_from for text in texts if same_law(text.law, law) and (on is None or text.holds(on))]
    return min(days).isoformat() if days else None


def both_names(laws: Iterable[str]) -> set[str]:
    """Return the names with and without 中华人民共和国."""
    short = {law.removeprefix(TITLE) for law in laws}
    return short | {f"{TITLE}{law}" for law in short}
