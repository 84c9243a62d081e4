"""保密 Who may open what is marked as secret in a dossier: its handlers, and those who review or decide for its body. Nobody else, whatever they see."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.models import Entry
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.secrecy import MARK, secret_pieces
from yizhi.rules.procedure.state import CaseState

from .proceeding import seen

REVIEWING = frozenset({Role.REVIEWER, Role.APPROVER})


def secrets_of(dossier: str) -> Mapping[str, str]:
    """Return digest → what it concerns, of what is marked in a dossier."""
    return secret_pieces(map(seen, Entry.objects.filter(dossier=dossier, kind=MARK).order_by("seq")))


def opens(identity: Identity, dossier: str, body: str) -> bool:
    """Tell whether an identity may open what is marked in a dossier that stands in the name of `body`."""
    if identity.role in REVIEWING:
        return identity.body == body
    return bool(identity.officer) and any(
        identity.officer in (*entry.officers, *(entry.facts.get("handlers") or ())) for entry in record_of(dossier)
    )


def hidden(identity: Identity, dossier: str, body: str) -> frozenset[str]:
    """Return the digests in a dossier that this identity may not open."""
    marked = secrets_of(dossier)
    return frozenset() if not marked or opens(identity, dossier, body) else frozenset(marked)


def closed_entries(entries: Iterable[Entry], closed: frozenset[str]) -> frozenset[str]:
    """Return the ids of the entries whose file or paper is closed: what they tell is closed as well."""
    return frozenset(str(entry.id) for entry in entries if closed & _brought(entry.facts, entry.evidence))


def without(state: CaseState, closed: frozenset[str]) -> CaseState:
    """Return the state with nothing told by the entries whose file or paper is closed: for what a page tells, never for what is judged."""
    if not closed:
        return state
    told = (
        replace(entry, facts={}) if closed & _brought(entry.facts, entry.evidence) else entry for entry in state.entries
    )
    return replace(state, entries=tuple(told))


def _brought(facts: Mapping[str, Any], evidence: Iterable[str]) -> set[str]:
    return {*evidence, *(str(paper.get("digest")) for paper in facts.get("papers") or ())}
