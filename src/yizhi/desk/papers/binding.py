"""整卷 Bind a dossier that an identity sees into one PDF: what was issued, then the photographs."""

import io
from dataclasses import replace
from typing import cast

from django.utils import timezone
from pypdf import PdfReader

from yizhi.desk.people.identity import Identity
from yizhi.desk.record.queries import record_of
from yizhi.rules.deadlines import domain_of
from yizhi.rules.procedure.evidence import pieces
from yizhi.rules.procedure.state import CaseState
from yizhi.rules.refusal import Absent, refuse

from . import queries
from .archiving import Place, classes, in_order, place
from .data import PaperData
from .dossier import Enclosure, Photograph, bind
from .evidence import SHOWN, path_of
from .models import Evidence, Paper
from .proceeding import seen as as_seen
from .secrecy import hidden

WRAPPING = {"dossier-cover", "dossier-index", "filing-note"}
LARGEST_PHOTOGRAPH = 30 * 1024 * 1024


def dossier_pdf(identity: Identity, dossier: str) -> bytes:
    """Return the whole dossier of a case or of a body's part of a visit as one PDF with cover, index and running page numbers. The same record gives the same bytes.

    Raises `Absent` when this identity sees no paper of the dossier, and a refusal when there is no paper yet.
    """
    seen = queries.papers(identity).filter(dossier=dossier).order_by("position")
    closed = hidden(identity, dossier, seen[0].body_id) if seen else frozenset()
    listed = [paper for paper in seen if paper.kind not in WRAPPING and paper.digest not in closed]
    if not listed:
        raise (
            Absent("这个案卷的文书")
            if not seen
            else refuse("dossier-empty", "案卷里还没有文书。", cure="先办理，有了文书再装订。")
        )
    data = _cover(listed)
    out, domain = excluded(dossier), _domain(listed[-1])
    photographs = [kept for kept in _photographs(identity, dossier) if kept.digest not in closed]
    things: list[tuple[Place, Enclosure | Photograph]] = [
        *((place(domain, paper.kind, paper.issued_at), _enclosure(paper, out)) for paper in listed),
        *((place(domain, "", kept.kept_at), _photograph(kept, out)) for kept in photographs),
    ]
    bound = in_order(things, domain)
    items = [replace(one, note="；".join(filter(None, (where.name, one.note)))) for where, one in bound]
    return bind(data, items, domain=domain, font_paths=queries.font_paths())


def page_numbers(identity: Identity, dossier: str) -> dict[str, tuple[str, str, str]]:
    """Return kind of paper → (name, pages of the whole dossier, address) for the papers of a dossier that this identity sees.

    Of several papers of one kind the latest counts. The numbers are those that `dossier_pdf` prints.
    """
    seen = queries.papers(identity).filter(dossier=dossier).exclude(kind__in=WRAPPING).order_by("position")
    closed = hidden(identity, dossier, seen[0].body_id) if seen else frozenset()
    listed = [paper for paper in seen if paper.digest not in closed]
    domain = _domain(listed[-1]) if listed else ""
    photographs = _photographs(identity, dossier) if classes(domain) else []
    bound: list[tuple[Place, Paper | None]] = [
        *((place(domain, paper.kind, paper.issued_at), paper) for paper in listed),
        *((place(domain, "", kept.kept_at), None) for kept in photographs if kept.digest not in closed),
    ]
    places: dict[str, tuple[str, str, str]] = {}
    first = 1
    for _, paper in in_order(bound, domain):
        last = first + (len(PdfReader(io.BytesIO(queries.pdf_of(paper))).pages) if paper else 1) - 1
        if paper is not None:
            pages = str(first) if first == last else f"{first}-{last}"
            places[paper.kind] = (paper.name, pages, f"/papers/{paper.id}/")
        first = last + 1
    return places


def _cover(listed: list[Paper]) -> PaperData:
    """The cover is made from everything the papers know, the last word of each fact."""
    data = cast(PaperData, dict(listed[-1].data))
    facts = {key: value for paper in listed for key, value in paper.data["facts"].items()}
    plain = {key: value for key, value in data["paper"].items() if key not in {"name", "number", "sealed"}}
    return {**data, "facts": facts, "paper": plain}  # type: ignore[typeddict-item]


def _domain(paper: Paper) -> str:
    """Return the domain whose rules say how a dossier is bound. They speak of penalties: an inspection is bound as it came about."""
    case = paper.data["case"]
    return domain_of("" if case.get("procedure") == "inspection" else case.get("domain"))


def excluded(dossier: str) -> frozenset[str]:
    """Return the digests of the evidence that was excluded: it stays in the file, and the index says so."""
    state = CaseState("", "", tuple(map(as_seen, record_of(dossier))))
    return frozenset(piece.digest for piece in pieces(state) if piece.excluded)


def _enclosure(paper: Paper, out: frozenset[str]) -> Enclosure:
    dated = timezone.localdate(paper.issued_at).isoformat()
    return Enclosure(
        title=paper.name, content=queries.pdf_of(paper), number=paper.number, dated=dated, note=_note(paper.digest, out)
    )


def _photographs(identity: Identity, dossier: str) -> list[Evidence]:
    kept = Evidence.objects.filter(identity.sight.q(mode="mode")).filter(
        dossier=dossier, media_type__in=SHOWN, size__lte=LARGEST_PHOTOGRAPH
    )
    return list(kept.order_by("kept_at", "id"))


def _note(digest: str, out: frozenset[str]) -> str:
    return "已排除" if digest in out else ""


def _photograph(kept: Evidence, out: frozenset[str]) -> Photograph:
    taken = timezone.localtime(kept.kept_at)
    caption = f"存入时间 {taken:%Y年%-m月%-d日 %H:%M}　摘要（SM3）{kept.digest}"
    return Photograph(
        title=f"照片 {kept.filename}",
        content=path_of(kept.digest).read_bytes(),
        caption=caption,
        dated=taken.date().isoformat(),
        note=_note(kept.digest, out),
    )
