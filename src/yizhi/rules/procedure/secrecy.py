"""保密 Which pieces of a dossier are marked as a secret of state or trade or as private. Read from the record alone."""

from collections.abc import Iterable, Mapping

from yizhi.rules.procedure.state import Entry

MARK = "mark_secret"


def secret_pieces(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return digest → what it concerns, of the pieces that are marked now; the latest word on a piece holds."""
    marked: dict[str, str] = {}
    for entry in entries:
        if entry.kind != MARK:
            continue
        for digest in entry.facts.get("secret_pieces") or ():
            marked.pop(digest, None)
            if entry.facts.get("secret_ended") is not True:
                marked[digest] = str(entry.facts.get("secret_kind"))
    return marked
