"""证据 As its page shows it: files and records, their kinds, what was excluded and stays in the file."""

from typing import Any

import pytest
from tests import story
from tests.cast import Cast, at, build, fresh

from yizhi.desk.cases.acting import form_of, open_act
from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.case_view import case_context
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.tests.test_ordinary_case import WAY
from yizhi.desk.papers.binding import excluded
from yizhi.desk.papers.telling import Told
from yizhi.rules.refusal import Refusal

NOW = at("2026-06-08")


@pytest.fixture
def cast(db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path
    return build()


@pytest.fixture
def dossier(cast: Cast) -> str:
    """A case with a record of the scene, a record of an inquiry and a file nobody has classified."""
    dossier = story.case(cast)
    story.evidence(cast, dossier)
    for who, kind, day, facts in (step for step in WAY if step[1] in ("record_scene", "inquire")):
        told = Told(id=fresh(), kind=kind, done_at=at(day), facts=facts, officers=("o-jia", "o-yi"))
        perform(getattr(cast, who), dossier, told, now=NOW)
    return dossier


def shown(cast: Cast, dossier: str) -> dict[str, tuple[str, str]]:
    rows = case_context(cast.jia, Case.objects.get(dossier=dossier), now=NOW)["evidence"]
    return {row["name"]: (row["kind"], row["words"]) for row in rows}


def examine(cast: Cast, dossier: str, name: str, **facts: Any) -> None:
    rows = case_context(cast.jia, Case.objects.get(dossier=dossier), now=NOW)["evidence"]
    facts["examined"] = [row["digest"] for row in rows if row["name"] == name] or [name]
    perform(cast.jia, dossier, Told(id=fresh(), kind="examine_evidence", done_at=NOW, facts=facts), now=NOW)


def test_every_piece_with_its_kind(cast: Cast, dossier: str) -> None:
    assert shown(cast, dossier) == {
        "现场记录.txt": ("还没有写明种类", "种类未写明"),
        "现场笔录": ("勘验笔录、现场笔录", ""),
        "询问笔录": ("当事人的陈述", ""),
    }
    examine(cast, dossier, "现场记录.txt", evidence_kind="documentary")
    assert shown(cast, dossier)["现场记录.txt"] == ("书证", "")


def test_a_record_got_unlawfully_is_excluded_and_stays(cast: Cast, dossier: str) -> None:
    examine(cast, dossier, "询问笔录", evidence_excluded=True, exclusion_ground="连续询问二十小时")
    assert shown(cast, dossier)["询问笔录"] == ("当事人的陈述", "已排除")
    assert len(excluded(dossier)) == 1


def test_what_is_not_in_the_file_is_not_examined(cast: Cast, dossier: str) -> None:
    with pytest.raises(Refusal) as refused:
        examine(cast, dossier, "00" * 32, evidence_kind="physical")
    assert {one.code for one in refused.value.reasons} == {"evidence-unknown", "examined-not-evidence"}


def test_the_form_offers_what_is_there_and_chooses_nothing(cast: Cast, dossier: str) -> None:
    form = form_of(open_act(cast.jia, dossier, "examine_evidence"), {}, (), checked=False, now=NOW)
    field = next(one for one in form["fields"] if one["name"] == "examined")
    assert [one["name"] for one in field["draft"]] and field["chosen"] == []
    assert len(field["draft"]) == 3
