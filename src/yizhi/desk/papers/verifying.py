"""查对文书与证据 Issued papers and kept evidence against the record that names them."""

import uuid
from collections.abc import Iterator
from typing import Any

from yizhi.desk.matters.models import IssuedList
from yizhi.desk.record.canonical import canonical, sm3
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import Fault

from .evidence import kept_facts
from .issuing import on_record
from .issuing_lists import ISSUE, list_on_record
from .models import Evidence, Paper
from .numbering import written_number
from .queries import verify_evidence


def verify(*, dossier: str = "") -> Iterator[Fault]:
    """Yield every paper that was changed, removed or added, and every piece of evidence that is missing or changed."""
    yield from _verify_papers(dossier)
    yield from _verify_lists(dossier)
    yield from _verify_evidence_rows(dossier)
    yield from verify_evidence(dossier=dossier)


def _verify_papers(dossier: str) -> Iterator[Fault]:
    told: dict[tuple[str, str], dict[str, str]] = {}
    entries: dict[uuid.UUID, tuple[Any, ...]] = {}
    for entry, *about, facts in _told(dossier):
        entries[entry] = tuple(about)
        told |= {(str(entry), row["kind"]): row for row in facts["papers"]}
    for paper in _of(Paper.objects.order_by("dossier", "position"), dossier).iterator(chunk_size=200):
        where = f"案卷 {paper.dossier_id} 的《{paper.name}》{paper.number}"
        row = told.pop((str(paper.entry), paper.kind), None)
        if row is None:
            yield Fault(where, "记录里没有签发它的行为")
        elif not _as_issued(paper, row, entries[paper.entry]):
            yield Fault(where, "内容或者文号与签发时的记录不符")
    for (entry, kind), row in told.items():
        yield Fault(f"记录 {entry} 签发的文书 {kind} {row['number']}".rstrip(), "文书已经不在")


def _as_issued(paper: Paper, row: dict[str, str], entry: tuple[Any, ...]) -> bool:
    """Tell whether every column of a paper is what its act made: number and digest on record, the rest by data and act."""
    head = paper.data["paper"]
    serial = paper.serial
    number = written_number(paper.data["body"].get("prefix", ""), paper.word, paper.year or 0, serial) if serial else ""
    return (
        row == on_record(paper)
        and paper.number == head["number"] == number
        and paper.digest == sm3(canonical(paper.data))
        and paper.name == head["name"]
        and (paper.dossier_id, paper.body_id, paper.town_id or "", paper.issued_at) == entry
        and paper.id == uuid.uuid5(paper.entry, f"{paper.position}")
    )


def _verify_lists(dossier: str) -> Iterator[Fault]:
    told = {entry.dossier_id: entry for entry in _of(Entry.objects.filter(kind=ISSUE), dossier)}
    for row in _of(IssuedList.objects.select_related("body").order_by("dossier"), dossier).iterator(chunk_size=20):
        where = f"已发布的清单 {row.number}（{row.dossier_id}）"
        entry = told.pop(row.dossier_id, None)
        if entry is None:
            yield Fault(where, "记录里没有发布它的行为")
        elif not _list_as_issued(row, entry):
            yield Fault(where, "内容或者文号与发布时的记录不符")
    for number, entry in told.items():
        yield Fault(f"记录 {entry.id} 发布的清单 {entry.facts['number']}（{number}）", "清单已经不在")


def _list_as_issued(row: IssuedList, entry: Entry) -> bool:
    return (
        entry.facts == list_on_record(row)
        and row.digest == sm3(canonical(row.data))
        and row.data["number"] == row.number
        and (row.body_id, row.issued_at) == (entry.body, entry.done_at)
    )


def _told(dossier: str) -> Iterator[tuple[Any, ...]]:
    rows = _of(Entry.objects.filter(facts__has_key="papers").order_by("dossier", "seq"), dossier)
    yield from rows.values_list("id", "dossier_id", "body", "town", "done_at", "facts").iterator(chunk_size=500)


def _verify_evidence_rows(dossier: str) -> Iterator[Fault]:
    kept = {one.id: one for one in _of(Evidence.objects.all(), dossier).iterator()}
    for entry in _of(Entry.objects.filter(kind="keep_evidence"), dossier).iterator(chunk_size=500):
        found = kept.pop(entry.id, None)
        where = f"案卷 {entry.dossier_id} 的证据 {'、'.join(entry.evidence)}"
        if found is None:
            yield Fault(where, "记录里有，证据目录里没有")
        elif not _as_kept(found, entry):
            yield Fault(where, "证据目录与存入时的记录不符")
    for one in kept.values():
        yield Fault(f"案卷 {one.dossier_id} 的证据 {one.digest}", "记录里没有存入它的行为")


def _as_kept(evidence: Evidence, entry: Entry) -> bool:
    place = (evidence.dossier_id, evidence.body_id, evidence.town_id or "", evidence.kept_at, evidence.kept_by)
    told = (entry.dossier_id, entry.body, entry.town, entry.done_at, entry.actor)
    return entry.facts == kept_facts(evidence) and entry.evidence == [evidence.digest] and place == told


def _of(rows: Any, dossier: str) -> Any:
    return rows.filter(dossier=dossier) if dossier else rows
