"""引注核对 Citations against the imported texts: what is there on the day, what was moved, what is no longer in force."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from yizhi.rules.citing import Basis, LawText, Verdict, check, number_of, same_law

from .models import Article, ItemVersion, StatuteVersion

Texts = Sequence[LawText]
FOREVER = date.max


@dataclass(frozen=True, slots=True)
class CitationFinding:
    """One citation of one item that a person should look at."""

    item: str
    name: str
    citation: str
    verdict: Verdict


def texts_of(laws: Collection[str]) -> Texts:
    """Return every version known of the named laws, with or without 中华人民共和国 before the name."""
    short = {law.removeprefix("中华人民共和国") for law in laws}
    names = short | {f"中华人民共和国{law}" for law in short}
    versions = list(StatuteVersion.objects.filter(law__in=names))
    articles: dict[int, dict[str, str]] = {}
    for statute, number, text in Article.objects.filter(statute__in=versions).values_list(
        "statute_id", "number", "text"
    ):
        articles.setdefault(statute, {})[number] = text
    return [LawText(row.law, row.version, row.valid_from, row.valid_to, articles.get(row.pk, {})) for row in versions]


def check_citation(law: str, article: str, on: date, *, deed: str = "") -> Verdict:
    """Check one citation on a day; see `yizhi.rules.citing.check`."""
    return check(law, article, on, texts_of({law}), deed=deed)


def check_bases(bases: Sequence[Basis], texts: Texts, *, deed: str = "", on: date | None = None) -> list[Verdict]:
    """Check what one cell cites, each with the articles cited beside it; without `on`, against the latest texts."""
    return [
        check(
            basis.law,
            basis.article,
            on or _latest(basis.law, texts),
            texts,
            deed=deed,
            year=basis.year,
            doubted=basis.doubted,
            beside=[other.article for other in bases if other.law == basis.law],
        )
        for basis in bases
    ]


def check_items(on: date) -> list[CitationFinding]:
    """Check the citations of every item in force on `on`; those with nothing against them are left out."""
    versions = list(ItemVersion.objects.known().holding(on).order_by("item_id"))
    texts = texts_of({basis["law"] for version in versions for basis in version.bases})
    return [
        CitationFinding(version.item_id, version.name, f"《{basis['law']}》{basis['article']}", verdict)
        for version in versions
        for basis, verdict in zip(version.bases, _checked(version, texts, on), strict=True)
        if not verdict.right
    ]


def article_text(law: str, article: str, on: date) -> str | None:
    """Return how an article read on a day; None when the text is not there."""
    number = number_of(article)
    held = [text for text in texts_of({law}) if text.holds(on)]
    return held[-1].articles.get(number) if held else None


def in_force_since(law: str, texts: Texts, on: date | None) -> str | None:
    """Return the first day (ISO) of the versions known of a law, of those that hold on `on` when it is given; None without any."""
    days = [text.valid_from for text in texts if same_law(text.law, law) and (on is None or text.holds(on))]
    return min(days).isoformat() if days else None


def _checked(version: ItemVersion, texts: Texts, on: date) -> list[Verdict]:
    bases = [Basis(basis["law"], basis["article"]) for basis in version.bases]
    return check_bases(bases, texts, deed=version.name, on=on)


def _latest(law: str, texts: Texts) -> date:
    known = [basis for basis in texts if law.removeprefix("中华人民共和国") == basis.law.removeprefix("中华人民共和国")]
    return max((text.valid_from for text in known), default=FOREVER)
