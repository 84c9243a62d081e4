"""案卷自检 What an examiner would look for in a dossier, each point with its article and the page where one reads it."""

from dataclasses import dataclass
from datetime import datetime

from yizhi.desk.papers.binding import page_numbers
from yizhi.desk.papers.proceeding import state_of
from yizhi.desk.papers.world import circumstances
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.judging import Judging, Proposal
from yizhi.rules.procedure.self_check import Checked, self_check
from yizhi.rules.procedure.tables import procedure_of

from .elsewhere import aware
from .ground import ground_of
from .models import Case

ARCHIVE = "archive_case"


@dataclass(frozen=True, slots=True)
class Found:
    """One point of the check with the pages of the dossier where one reads it; empty when the paper is not there."""

    checked: Checked
    pages: str
    paper: str
    href: str


def checked_dossier(identity: Identity, case: Case, *, now: datetime) -> list[Found]:
    """Return every point of the check for a case that was found for this identity."""
    ground = aware(ground_of(case), "decide_penalty")
    procedure = procedure_of(ground.procedure, ground.procedure_version)
    row = procedure.act(ARCHIVE)
    assert row is not None, "every procedure ends in the archive"
    state = state_of(case.dossier_id, procedure)
    world = circumstances(identity, ground, state, now=now)
    judging = Judging(procedure, row, state, Proposal(ARCHIVE, now), world, {})
    places = page_numbers(identity, case.dossier_id)
    return [_found(one, places) for one in self_check(judging)]


def _found(one: Checked, places: dict[str, tuple[str, str, str]]) -> Found:
    kind = next((kind for kind in one.point.papers if kind in places), "")
    name, pages, href = places.get(kind, ("", "", ""))
    return Found(one, pages, name, href)
