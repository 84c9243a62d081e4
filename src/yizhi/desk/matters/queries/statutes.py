"""法规文本 The texts of laws as they are seen: which are there, one law on a day, one article with its history. Public facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yizhi.desk.people.identity import Identity
from yizhi.rules.citing import number_of
from yizhi.rules.refusal import Absent

from .. import models
from ..models import Article, CitationFinding, ItemVersion, StatuteVersion
from ..texts import both_names, full_name
from .standing import standing

MOST = 50


@dataclass(frozen=True, slots=True)
class LawPage:
    """One law on a day: the version that holds (else the newest), its articles, every version, and what ended it."""

    law: str
    version: StatuteVersion
    articles: tuple[Article, ...]
    versions: tuple[StatuteVersion, ...]
    repeals: tuple[models.Repeal, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article on a day. `article` None when that version has none of this number; `history`: the number in every version."""

    law: LawPage
    number: str
    article: Article | None
    before: str
    after: str
    history: tuple[tuple[StatuteVersion, Article | None], ...]
    items: tuple[ItemVersion, ...]
    moved: tuple[CitationFinding, ...]
    rules: tuple[tuple[str, str, str], ...]


def statutes(identity: Identity) -> list[StatuteVersion]:
    """Return every version of every text, by law, the newest first."""
    _signed_in(identity)
    return sorted(StatuteVersion.objects.all(), key=lambda row: (row.law, -row.valid_from.toordinal()))


def statute(identity: Identity, law: str, on: date) -> LawPage:
    """Return one law, named in full or in short, as on a day. Raises `Absent` when no text of it was imported."""
    _signed_in(identity)
    versions = sorted(_versions(law), key=lambda row: row.valid_from, reverse=True)
    if not versions:
        raise Absent("这部法律法规的文本")
    held = next((row for row in versions if _holds(row, on)), versions[0])
    repeals = models.Repeal.objects.filter(law__in=both_names([full_name(law)])).order_by("by")
    articles = tuple(Article.objects.filter(statute=held).order_by("id"))
    return LawPage(held.law, held, articles, tuple(versions), tuple(repeals))


def article(identity: Identity, law: str, number: str, on: date) -> ArticlePage:
    """Return one article as on a day, with its number in every version and who cites it. Raises `Absent`."""
    page, number = statute(identity, law, on), number_of(number)
    numbers = [each.number for each in page.articles]
    kept = {each.statute_id: each for each in Article.objects.filter(statute__in=page.versions, number=number)}
    if not kept:
        raise Absent("这一条的文本")
    at = numbers.index(number) if number in numbers else -1
    return ArticlePage(
        law=page,
        number=number,
        article=kept.get(page.version.pk),
        before=numbers[at - 1] if at > 0 else "",
        after=numbers[at + 1] if 0 <= at < len(numbers) - 1 else "",
        history=tuple((version, kept.get(version.pk)) for version in page.versions),
        items=tuple(_citing(page.law, number, on)),
        moved=tuple(_moved(page.law, number)),
        rules=tuple(_rules(page.law, number)),
    )


def _versions(law: str) -> Sequence[StatuteVersion]:
    return list(StatuteVersion.objects.filter(law__in=both_names([full_name(law)])))


def _holds(row: StatuteVersion, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or on < row.valid_to)


def _citing(law: str, number: str, on: date) -> list[ItemVersion]:
    """Return the items in force on the day that cite the article."""
    names = both_names([law])
    rows = ItemVersion.objects.known().holding(on).order_by("item_id")
    return [
        row
        for row in rows
        if any(basis["law"] in names and number_of(basis["article"]) == number for basis in row.bases)
    ][:MOST]


def _moved(law: str, number: str) -> list[CitationFinding]:
    rows = CitationFinding.objects.filter(law__in=both_names([law]), gone_at=None).exclude(instead="")
    return [row for row in rows.order_by("pk") if number_of(row.article) == number][:1]


def _rules(law: str, number: str) -> list[tuple[str, str, str]]:
    names = both_names([law])
    return [
        (rule.id, rule.title, rule.words)
        for rule in standing().rules
        if rule.law in names and number_of(rule.article) == number
    ]


def _signed_in(identity: Identity) -> None:
    if not identity.account:
        raise Absent("法规文本")
