"""案卷接口 The record and the papers of one dossier in JSON; what is marked as secret stays closed to those who do not handle it."""

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Router

from yizhi.desk.papers.queries import papers_of, pdf_of
from yizhi.desk.papers.secrecy import closed_entries, hidden
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.actions import content
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import record_of
from yizhi.rules.refusal import Absent

from . import queries

router = Router(tags=["cases"])


@router.get("cases/{dossier}/record", response=list[dict[str, Any]], summary="执法记录")
def record(request: SignedIn, dossier: str) -> list[dict[str, Any]]:
    """Return the dossier's record with its digests, oldest first."""
    ground = queries.open_ground(request.identity, dossier)
    entries = record_of(dossier)
    closed = closed_entries(entries, hidden(request.identity, dossier, ground.body))
    return [told(entry, closed=str(entry.id) in closed) for entry in entries]


def told(entry: Entry, *, closed: bool) -> dict[str, Any]:
    """Return one entry of the record; of one whose file or paper is a secret not open to the reader, only that it was done."""
    shown = {**content(entry), "prev": entry.prev, "digest": entry.digest}
    return {**shown, "facts": {}, "answer": None, "evidence": [], "secret": True} if closed else shown


@router.get("cases/{dossier}/papers", response=list[dict[str, Any]], summary="文书")
def papers(request: SignedIn, dossier: str) -> list[dict[str, Any]]:
    """Return the issued papers of the dossier, in its order."""
    queries.open_ground(request.identity, dossier)
    return [
        {
            "no": paper.position,
            "kind": paper.kind,
            "name": paper.name,
            "number": paper.number,
            "body": paper.body_id,
            "issued_at": paper.issued_at,
            "digest": paper.digest,
        }
        for paper in papers_of(dossier)
    ]


@router.get("cases/{dossier}/papers/{no}.pdf", summary="文书 PDF")
def paper_pdf(request: SignedIn, dossier: str, no: Annotated[int, Field(ge=1, le=100000)]) -> HttpResponse:
    """Return one issued paper as PDF/A."""
    queries.open_ground(request.identity, dossier)
    found = next((paper for paper in papers_of(dossier) if paper.position == no), None)
    if found is None or found.digest in hidden(request.identity, dossier, found.body_id):
        raise Absent("这份文书")
    return HttpResponse(pdf_of(found), content_type="application/pdf")
