"""跟踪问效：复议、诉讼改变了决定的，按意见书纠正的，按事项、镇、季度列出；维持的不列，别的季度不列，不排名次。"""
# ruff: noqa: N802

import pytest
from tests import story
from tests.cast import at, fresh
from tests.doors import plain, signed_in

from yizhi.desk.batches.outcomes import outcomes
from yizhi.desk.batches.tests import people
from yizhi.desk.batches.tests.people import LIANSHAN
from yizhi.desk.record.actions import Act, append, lock
from yizhi.rules.batches.watching import quarter_of

pytestmark = pytest.mark.django_db
SUMMER = quarter_of(at("2026-09-01").date())
CELL = ("cg-1", LIANSHAN)


@pytest.fixture
def world(db):
    return people.build()


@pytest.fixture
def case(world):
    return story.case(world.cast)


def happened(dossier: str, kind: str, day: str, **facts: str) -> None:
    """案件记录上的一行，当天入记录。"""
    told = Act(
        id=fresh(), kind=kind, done_at=at(day), actor="ji", body="town-lianshan", town=LIANSHAN, facts=facts, said=facts
    )
    append(lock(dossier), told, now=at(f"{day} 18:00"))


def result(dossier: str, outcome: str, on: str, recorded: str) -> None:
    happened(dossier, "contest_result", recorded, contest_outcome=outcome, result_on=on, reason="示意")


RESULTS = [
    ("撤销", "revoked", "2026-08-20", 1),
    ("变更", "changed", "2026-08-20", 1),
    ("责令重新作出", "redo", "2026-08-20", 1),
    ("确认违法", "unlawful", "2026-08-20", 1),
    ("确认无效", "void", "2026-08-20", 1),
    ("季度第一天", "revoked", "2026-07-01", 1),
    ("季度最后一天", "revoked", "2026-09-30", 1),
    ("季度前一天", "revoked", "2026-06-30", 0),
    ("季度后一天", "revoked", "2026-10-01", 0),
    ("维持", "upheld", "2026-08-20", 0),
    ("撤回", "ended", "2026-08-20", 0),
]


@pytest.mark.parametrize(("outcome", "on", "count"), [row[1:] for row in RESULTS], ids=[row[0] for row in RESULTS])
def test_改变了决定的按结果那天算在季度里(case, outcome, on, count):
    result(case, outcome, on, "2026-10-09")
    found = outcomes(*SUMMER)
    assert (found.overturned[CELL], found.corrected[CELL]) == (count, 0)


def test_补正的按意见书纠正的按办的那天算(case):
    happened(case, "report_correction", "2026-09-30", corrected_how="示意")
    happened(case, "report_correction", "2026-10-08", corrected_how="示意")
    happened(case, "correct_decision", "2026-07-01", error_kind="示意")
    assert outcomes(*SUMMER).corrected == {CELL: 2}


def test_页面上列出来能去收回_没有名次(world, case):
    result(case, "revoked", "2026-08-20", "2026-08-21")
    happened(case, "report_correction", "2026-09-30", corrected_how="示意")
    page = signed_in(world.keeper).get("/batches/watch/?quarter=2026-08-01").content.decode()
    words = plain(page)
    assert "这一季度复议、诉讼改变了决定的" in words and "这一季度补正、纠正了决定的" in words
    assert f"/batches/recall/?item=cg-1&amp;town={LIANSHAN}" in page
    assert "排名" not in words and "罚款" not in words
    assert "改变了决定" not in plain(signed_in(world.keeper).get("/batches/watch/?quarter=2026-06-01").content.decode())
