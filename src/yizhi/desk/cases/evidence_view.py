"""证据样子 The evidence of a dossier as its page and its forms show it: each piece, of which kind, and whether it counts."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.models import Evidence, Paper
from yizhi.desk.papers.words import act_name
from yizhi.rules.procedure.evidence import Piece, passed, pieces
from yizhi.rules.procedure.secrecy import secret_pieces
from yizhi.rules.procedure.state import CaseState

UNTOLD = "还没有写明种类"
OPEN_TO_BOTH = "当事人的陈述或者证人证言"


def evidence_rows(
    dossier: str, state: CaseState, papers: Iterable[Paper], closed: frozenset[str] = frozenset()
) -> list[dict[str, Any]]:
    """Return every piece of a dossier that was found for somebody: name, kind, how it stands, where it is opened. `papers` are its own.

    Of what is `closed` to the reader only that it is there, and of which kind.
    """
    found = pieces(state)
    kept = Evidence.objects.filter(dossier=dossier) if any(not piece.paper for piece in found) else ()
    files, issued = {one.digest: one for one in kept}, {one.digest: one for one in papers}
    marked = secret_pieces(state.entries)
    rows = [(piece, _row(piece, files.get(piece.digest), issued.get(piece.digest))) for piece in found]
    return [_guarded(row, marked.get(piece.digest, ""), closed=piece.digest in closed) for piece, row in rows]


def _guarded(row: dict[str, Any], secret: str, *, closed: bool) -> dict[str, Any]:
    if not secret:
        return row
    words = standing().dictionary.words("secret_kind", secret)
    chip = {} if row["words"] else {"state": "wait", "words": words}
    return {**row, **chip} | ({"name": f"{words}，不能打开", "href": "", "why": ""} if closed else {})


def _row(piece: Piece, file: Evidence | None, paper: Paper | None) -> dict[str, Any]:
    chip, words = _standing(piece)
    return {
        "digest": piece.digest,
        "name": paper.name if paper else file.filename if file else piece.digest[:12],
        "href": f"/papers/{paper.id}/" if paper else f"/evidence/{file.id}" if file else "",
        "size": f"{file.size / 1024:,.0f} KB" if file else "",
        "kind": kind_words(piece),
        "act": act_name(piece.entry.kind),
        "on": timezone.localdate(piece.entry.done_at),
        "state": chip,
        "words": words,
        "why": str(piece.excluded.facts.get("exclusion_ground") or "") if piece.excluded else "",
    }


def kind_words(piece: Piece) -> str:
    """Return which of the eight kinds a piece is, in words."""
    if piece.kind:
        return standing().dictionary.words("evidence_kind", piece.kind)
    return OPEN_TO_BOTH if piece.paper else UNTOLD


def _standing(piece: Piece) -> tuple[str, str]:
    if piece.excluded:
        return "stop", "已排除"
    if piece.device and piece.audited is None:
        return "soon", "监控记录，未审核"
    if piece.device and not passed(piece.audited):
        return "stop", "监控记录，审核不通过"
    return ("", "") if piece.kind or piece.paper else ("soon", "种类未写明")
