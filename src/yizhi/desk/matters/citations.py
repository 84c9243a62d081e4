"""引注核对 Citations against the imported texts: what is there on the day, what was moved, what is no longer in force.

The result is kept: a finding stands from the day it was found until the citation, or the text, is another one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.rules.citing import Basis, Cited, Verdict, check_together, cited_together, number_of

from .models import CitationFinding, ItemVersion
from .texts import TITLE, repeals_of, texts_of, with_replacing

NOT_KEPT = frozenset({"right", "no-text"})


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """One citation of one item, and what the check says of it."""

    item: str
    name: str
    basis: Basis
    verdict: Verdict


def basis_of(kept: Mapping[str, Any]) -> Basis:
    """Return a basis as an item version keeps it."""
    return Basis(kept["law"], kept["article"], kept.get("year"), bool(kept.get("doubted")), kept.get("quoted", ""))


def check_deeds(deeds: Iterable[tuple[Sequence[Basis], str]], on: date) -> list[list[Verdict]]:
    """Check what each of several items cites, beside each other: (bases, the item's words) → a verdict for each basis."""
    given = list(deeds)
    cited = [cited_together(bases, deed) for bases, deed in given]
    flat = [each for group in cited for each in group]
    verdicts = iter(_verdicts(flat, on, known=_moves_known()))
    return [[next(verdicts) for _ in group] for group in cited]


def check_items(on: date, codes: Collection[str] | None = None) -> list[CheckedCitation]:
    """Check every citation of every item in force on `on`, or of the items named."""
    rows = ItemVersion.objects.known().holding(on).order_by("item_id")
    versions = list(rows if codes is None else rows.filter(item__in=codes))
    bases = [[basis_of(kept) for kept in version.bases] for version in versions]
    cited = [each for version, held in zip(versions, bases, strict=True) for each in cited_together(held, version.name)]
    known = {} if codes is None else _moves_known()
    verdicts = iter(_verdicts(cited, on, known))
    return [
        CheckedCitation(version.item_id, version.name, basis, next(verdicts))
        for version, held in zip(versions, bases, strict=True)
        for basis in held
    ]


@transaction.atomic
def recheck(*, now: datetime, codes: Collection[str] | None = None) -> int:
    """核对引注 Check all items, or those named, and keep what was found; return how many findings stand.

    A finding that is found again stays as it was, with what a person said of it; one that is not found any more ends now.
    """
    checked = check_items(timezone.localdate(now), codes)
    rows = CitationFinding.objects.select_for_update().filter(gone_at=None)
    standing = {_key(row): row for row in (rows if codes is None else rows.filter(item__in=codes))}
    found = {_key(row): row for row in (_row(each, now) for each in checked if each.verdict.state not in NOT_KEPT)}
    gone = [row.pk for key, row in standing.items() if key not in found]
    CitationFinding.objects.filter(pk__in=gone).update(gone_at=now)
    CitationFinding.objects.bulk_create(row for key, row in found.items() if key not in standing)
    return len(found)


def _verdicts(cited: Sequence[Cited], on: date, known: Mapping[tuple[str, str], str]) -> list[Verdict]:
    laws = {each.law for each in cited}
    repeals = repeals_of(laws)
    return check_together(cited, on, texts_of(with_replacing(laws, repeals)), repeals, known)


def _moves_known() -> dict[tuple[str, str], str]:
    rows = CitationFinding.objects.filter(gone_at=None, state__in=("renumbered", "missing-article"), instead_law="")
    return {
        (law.removeprefix(TITLE), number_of(article)): instead
        for law, article, instead in rows.exclude(instead="").values_list("law", "article", "instead")
    }


def _row(checked: CheckedCitation, now: datetime) -> CitationFinding:
    verdict, basis = checked.verdict, checked.basis
    return CitationFinding(
        item_id=checked.item,
        law=basis.law[:128],
        article=basis.article[:64],
        state=verdict.state,
        sentence=verdict.sentence,
        cure=verdict.cure,
        instead=verdict.instead,
        instead_law=verdict.instead_law,
        found_at=now,
    )


def _key(row: CitationFinding) -> tuple[str, ...]:
    return row.item_id, row.law, row.article, row.state, row.sentence, row.instead
