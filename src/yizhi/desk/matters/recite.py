"""改引 What a person does about a finding: cite another article from a day on, or keep the citation and say why."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yizhi.rules.citing import Basis, read_bases
from yizhi.rules.refusal import Absent, bad_input

from .actions import enter_item
from .models import CitationFinding, ItemVersion
from .texts import in_force_since, texts_of


@transaction.atomic
def replace_basis(
    number: int, *, cited: str, effective: date | None, starts: date, by: str, now: datetime
) -> ItemVersion:
    """改引 Enter a new version of the item from `starts` on, in which `cited` (《名称》第几条) stands for what was found wrong.

    Raises `BadInput` for words that are no citation, and for a law whose day of force nobody knows.
    """
    found = _standing(number)
    version = _version(found, timezone.localdate(now))
    new = _basis(cited, effective)
    bases = [new if _same(kept, found) else kept for kept in version.bases]
    row = {
        "code": version.item_id,
        "name": version.name,
        "kind": version.kind,
        "domain": version.domain,
        "owner": version.owner_id,
        "bases": [kept for at, kept in enumerate(bases) if kept not in bases[:at]],
        "deed": version.deed,
        "penalty_range": version.penalty_range,
        "note": version.note,
        "from": starts.isoformat(),
    }
    return enter_item(row, by=by, now=now)


@transaction.atomic
def keep_basis(number: int, *, why: str, by: str, now: datetime) -> CitationFinding:
    """仍引这一条 Settle a finding: a person looked at it and says why the citation stays."""
    found = _standing(number)
    found.settled_at, found.settled_by, found.settled_note = now, by, why[:500]
    found.save(update_fields=["settled_at", "settled_by", "settled_note"])
    return found


def _standing(number: int) -> CitationFinding:
    found = CitationFinding.objects.select_for_update().filter(pk=number, gone_at=None).first()
    if found is None:
        raise Absent("这条引注问题")
    return found


def _version(found: CitationFinding, on: date) -> ItemVersion:
    version = ItemVersion.objects.known().holding(on).filter(item=found.item_id).first()
    if version is None or not any(_same(kept, found) for kept in version.bases):
        raise Absent("这条引注问题")
    return version


def _same(kept: dict[str, Any], found: CitationFinding) -> bool:
    return (kept["law"][:128], kept["article"][:64]) == (found.law, found.article)


def _basis(cited: str, effective: date | None) -> dict[str, Any]:
    read = read_bases(cited)
    if read.unread or len(read.bases) != 1:
        raise bad_input("cited", "这里要写一处引注。", "写成《名称》第几条第几款第（几）项。", "basis-unread")
    basis: Basis = read.bases[0]
    since = effective.isoformat() if effective else in_force_since(basis.law, texts_of({basis.law}), None)
    if since is None:
        raise bad_input("effective", f"不知道《{basis.law}》的施行日期。", "填上施行日期。", "basis-without-date")
    return {"law": basis.law, "article": basis.article, "effective": since, "expiry": None, "note": ""}
