"""查对文书与证据 Issued papers and kept evidence against the record that names them."""

from collections.abc import Iterable, Iterator
from typing import Any

from yizhi.desk.record.canonical import canonical, sm3
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import Fault

from .models import Evidence, Paper
from .queries import verify_evidence


def verify(*, dossier: str = "") -> Iterator[Fault]:
    """Yield every paper that was changed, removed or added, and every piece of evidence that is missing or changed."""
    yield from _verify_papers(dossier)
    yield from _verify_evidence_rows(dossier)
    yield from verify_evidence(dossier=dossier)


def _verify_papers(dossier: str) -> Iterator[Fault]:
    told = {(str(entry), row["kind"]): row for entry, row in _told(dossier)}
    for paper in _of(Paper.objects.order_by("dossier", "position"), dossier).iterator(chunk_size=200):
        where = f"案卷 {paper.dossier_id} 的《{paper.name}》{paper.number}"
        row = told.pop((str(paper.entry), paper.kind), None)
        if row is None:
            yield Fault(where, "记录里没有签发它的行为")
        elif (row["number"], row["digest"]) != (paper.number, sm3(canonical(paper.data))):
            yield Fault(where, "内容或者文号与签发时的记录不符")
    for (entry, kind), row in told.items():
        yield Fault(f"记录 {entry} 签发的文书 {kind} {row['number']}".rstrip(), "文书已经不在")


def _told(dossier: str) -> Iterator[tuple[Any, dict[str, str]]]:
    rows = _of(Entry.objects.filter(facts__has_key="papers").order_by("dossier", "seq"), dossier)
    for id, facts in rows.values_list("id", "facts").iterator(chunk_size=500):
        yield from ((id, row) for row in facts["papers"])


def _verify_evidence_rows(dossier: str) -> Iterator[Fault]:
    kept = set(_of(Evidence.objects.all(), dossier).values_list("dossier_id", "digest"))
    told = _of(Entry.objects.filter(kind="keep_evidence"), dossier).values_list("dossier_id", "evidence")
    named: Iterable[tuple[str, str]] = ((number, digest) for number, digests in told.iterator() for digest in digests)
    for number, digest in named:
        if (number, digest) not in kept:
            yield Fault(f"案卷 {number} 的证据 {digest}", "记录里有，证据目录里没有")


def _of(rows: Any, dossier: str) -> Any:
    return rows.filter(dossier=dossier) if dossier else rows
