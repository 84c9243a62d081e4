"""证据 What lies in the file as evidence, of which of the eight kinds each piece is, and which pieces were excluded. Read from the record alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yizhi.rules.procedure.state import CaseState, Entry

KEPT = "keep_evidence"
KIND_OF_ACT: Mapping[str, str] = {
    "record_scene": "scene_record",
    "survey": "scene_record",
    "sample": "scene_record",
    "hold_evidence": "scene_record",
    "seal_property": "scene_record",
    "establish_facts": "scene_record",
    "receive_test": "expert_opinion",
    "hear_defence": "party_statement",
}
"""What a file is that was kept with an act of this kind, unless somebody said otherwise: it goes with the record or the opinion."""

WITHOUT_KIND_OF_ITS_OWN = ("register_lead", "assess_lead", "inquire", "collect_evidence")
PAPERS: Mapping[str, str] = {
    "inquiry-record": "",
    "scene-record": "scene_record",
    "survey-record": "scene_record",
    "sampling-record": "scene_record",
}
"""Papers that are evidence themselves; of an inquiry it depends on whom was asked."""

COUNTING = ("device_legal_review", "device_technical_review", "record_audited")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence. `digest` of the file or paper; `kind` one of the eight, empty = nobody has said; `entry` brought it in.

    `paper` is the kind of paper it is, empty for a file. `excluded` is the entry that took it out, None while it counts.
    `device`: made by an electronic device; `audited` the entry that examined that record.
    """

    digest: str
    kind: str
    entry: Entry
    paper: str = ""
    excluded: Entry | None = None
    device: bool = False
    audited: Entry | None = None

    @property
    def counts(self) -> bool:
        """Say whether facts may be founded on it: not excluded, and a device's record only when it passed."""
        return self.excluded is None and (not self.device or passed(self.audited))


def passed(audited: Entry | None) -> bool:
    """Say whether a device's record counts: legal and technical review, published place and basis, the record itself examined and sound."""
    return audited is not None and all(audited.facts.get(key) is True for key in COUNTING)


def pieces(state: CaseState) -> tuple[Piece, ...]:
    """Return every piece in the file, each once, in the order in which it came in. What only serves a procedure is no evidence."""
    named = [entry for entry in state.entries if entry.kind in KIND_OF_ACT or entry.kind in WITHOUT_KIND_OF_ITS_OWN]
    elsewhere = {digest for entry in state.entries if entry.kind != KEPT for digest in _files(entry)}
    loose = [entry for entry in state.all(KEPT) if not elsewhere & set(entry.evidence)]
    brought: dict[str, Piece] = {}
    for entry in sorted((*named, *loose), key=state.position):
        for piece in _brought(entry):
            brought.setdefault(piece.digest, piece)
    return tuple(_examined(piece, state) for piece in brought.values())


def _files(entry: Entry) -> tuple[str, ...]:
    told = entry.facts.get("evidence")
    return (*entry.evidence, *(told if isinstance(told, list | tuple) else ()))


def _brought(entry: Entry) -> Iterator[Piece]:
    kind = str(entry.facts.get("evidence_kind") or KIND_OF_ACT.get(entry.kind, ""))
    for digest in _files(entry):
        yield Piece(digest, kind, entry, device=entry.facts.get("from_device") is True)
    for paper in entry.facts.get("papers") or ():
        if paper.get("kind") in PAPERS:
            yield Piece(str(paper.get("digest")), PAPERS[paper["kind"]] or _asked(entry), entry, paper=paper["kind"])


def _asked(entry: Entry) -> str:
    whom = entry.facts.get("asked_is_party")
    return "" if whom is None else "party_statement" if whom is True else "testimony"


def _examined(piece: Piece, state: CaseState) -> Piece:
    """Return the piece as the later examinations leave it: the latest word on its kind, on its exclusion, on its device."""
    kind, excluded, device, audited = piece.kind, piece.excluded, piece.device, piece.audited
    for entry in state.all("examine_evidence", "audit_device_record"):
        if piece.digest not in (entry.facts.get("examined") or ()):
            continue
        kind = str(entry.facts.get("evidence_kind") or kind)
        verdict = entry.facts.get("evidence_excluded")
        excluded = entry if verdict is True else None if verdict is False else excluded
        device = device or entry.kind == "audit_device_record"
        audited = entry if entry.kind == "audit_device_record" else audited
    return Piece(piece.digest, kind, piece.entry, piece.paper, excluded, device, audited)


def stands(entry: Entry, found: tuple[Piece, ...]) -> bool:
    """Say whether what an act of investigation brought in still counts: it brought nothing by digest, or some piece of it counts."""
    own = [piece for piece in found if piece.entry.id == entry.id]
    return not own or any(piece.counts for piece in own)
