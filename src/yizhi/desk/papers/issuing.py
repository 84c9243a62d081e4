"""签发 Issue the papers of one act: complete or not at all, numbered in the body's own series, never changed afterwards."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from yizhi.desk.record.canonical import canonical, sm3
from yizhi.rules.deadlines import domain_of
from yizhi.rules.refusal import Reason, Refusal

from .data import PaperData
from .filling import SPOKEN_OF
from .ground import Ground
from .kinds import PaperKind, paper_kind, template_version
from .models import Paper
from .numbering import take_numbers, written_number
from .rendering import missing
from .sealing import refuse_without_seal


def issue(ground: Ground, kinds: Sequence[str], data: PaperData, *, entry: uuid.UUID, at: datetime) -> list[Paper]:
    """Issue papers of `kinds` for the act `entry`. Refuses them all for a missing field, each gap by its name, and without a seal."""
    domain = domain_of(data["case"].get("domain"))
    rows = [paper_kind(kind) for kind in kinds]
    refuse_gaps(rows, data, domain)
    day = timezone.localdate(at)
    refuse_without_seal(rows, ground.body, day, domain)
    numbers = take_numbers(body=ground.body, words=[row.number_word for row in rows if row.numbered], year=day.year)
    position = Paper.objects.filter(dossier=ground.dossier).aggregate(last=Max("position"))["last"] or 0
    papers = []
    for row in rows:
        position += 1
        papers.append(_paper(ground, row, data, domain, numbers, position, entry, at))
        if row.id in SPOKEN_OF:
            data = {**data, "concerns": [{"title": papers[-1].name, "number": papers[-1].number}]}
    Paper.objects.bulk_create(papers)
    return papers


def on_record(paper: Paper) -> dict[str, str]:
    """Return what the act that issues a paper tells the record of it: enough to name any later change of any column."""
    return {
        "kind": paper.kind,
        "number": paper.number,
        "digest": paper.digest,
        "version": paper.version,
        "mode": paper.mode,
    }


def refuse_gaps(rows: Iterable[PaperKind], data: PaperData, domain: str) -> None:
    """Refuse when a mandatory field of any paper is not filled, with one reason for every field."""
    gaps: dict[str, Reason] = {}
    for row in rows:
        name = row.name_for(domain)
        for gap in missing(row.id, _with_number(data), domain):
            sentence = f"《{name}》还缺“{gap.label}”，不能签发。"
            gaps.setdefault(
                gap.key,
                Reason("fields-missing", sentence, row.article_for(domain), "stop", f"填写“{gap.label}”。", gap.key),
            )
    if gaps:
        raise Refusal(gaps.values())


def _with_number(data: PaperData) -> PaperData:
    return {**data, "paper": {**data["paper"], "number": "签发时编号"}}


def _paper(
    ground: Ground,
    row: PaperKind,
    data: PaperData,
    domain: str,
    numbers: Mapping[str, int],
    position: int,
    entry: uuid.UUID,
    at: datetime,
) -> Paper:
    day, prefix, name = timezone.localdate(at), data["body"].get("prefix", ""), row.name_for(domain)
    serial = numbers.get(row.number_word) if row.numbered else None
    number = written_number(prefix, row.number_word, day.year, serial) if serial else ""
    filled: PaperData = {**data, "paper": {**data["paper"], "name": name, "number": number, "sealed": row.sealed}}
    return Paper(
        id=uuid.uuid5(entry, f"{position}"),
        dossier_id=ground.dossier,
        position=position,
        kind=row.id,
        name=name,
        number=number,
        word=row.number_word if serial else "",
        year=day.year if serial else None,
        serial=serial,
        body_id=ground.body,
        town_id=ground.town or None,
        mode=ground.mode,
        issued_at=at,
        entry=entry,
        version=template_version(),
        data=filled,
        digest=sm3(canonical(filled)),
    )
