"""案卷自检 A whole dossier keeps everything; each veto fails on a record from which its act was taken away."""

from dataclasses import replace
from typing import Any

import pytest

from yizhi.rules.procedure import Entry, Proposal, fold
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.self_check import FORM, POINTS, SUBSTANCE, VETOES, score, self_check
from yizhi.rules.procedure.tests.case_file import POINTS as SOUND
from yizhi.rules.procedure.tests.case_file import SERVED, CaseFile, notified
from yizhi.rules.procedure.tests.hearing_file import reported


def closed(case: CaseFile) -> CaseFile:
    case = notified(case).do("hear_defence", "2026-03-24T09:00", defence_text="已清运", evidence=["a"])
    case.do("review_defence", "2026-03-25T09:00", defence_accepted="partly", defence_opinion="酌情")
    case.do("decide_penalty", "2026-03-31T09:00", fine_yuan="600.00")
    case.do("serve_decision", "2026-04-01T10:00", served_on="2026-04-01", **SERVED)
    case.do("review_disclosure", "2026-04-02T09:00", disclosed=True, redaction="姓名隐去")
    case.do("record_payment", "2026-04-10T09:00", paid_yuan="600.00", paid_on="2026-04-10")
    return case.do("close_case", "2026-04-13T09:00", closing_way="fulfilled")


def looked_at(case: CaseFile, entries: list[Entry] | None = None, **changes: Any) -> dict[str, bool | None]:
    return {one.point.id: one.held for one in checked(case, entries, **changes)}


def checked(case: CaseFile, entries: list[Entry] | None = None, **changes: Any):
    state = fold(case.procedure, case.entries if entries is None else entries)
    act = case.procedure.act("archive_case")
    assert act
    now = max(entry.done_at for entry in state.entries)
    world = replace(case.circumstances, now=now, **changes)
    return self_check(Judging(case.procedure, act, state, Proposal("archive_case", now), world, {}))


def without(case: CaseFile, *kinds: str) -> list[Entry]:
    return [entry for entry in case.entries if entry.kind not in kinds]


def changed(case: CaseFile, kind: str, **change: Any) -> list[Entry]:
    return [replace(entry, **change) if entry.kind == kind else entry for entry in case.entries]


def test_nine_vetoes_and_a_hundred_points():
    assert len(VETOES) == 9
    assert {part: sum(one.points for one in POINTS if one.part == part) for part in (FORM, SUBSTANCE)} == {
        FORM: 20,
        SUBSTANCE: 80,
    }


def test_a_whole_dossier_keeps_every_point(ordinary: CaseFile):
    found = checked(closed(ordinary))
    assert [one.point.id for one in found if one.held is False] == []
    assert score(found, FORM) == (20, 20) and score(found, SUBSTANCE) == (80, 80)


@pytest.mark.parametrize(
    ("gone", "veto"),
    [
        pytest.param(("inquire",), "evidence", id="没有证据"),
        pytest.param(("serve_notice",), "told-first", id="告知书没有送达"),
        pytest.param(("review_case",), "review", id="没有审核"),
        pytest.param(("open_case",), "opened-first", id="没有立案"),
    ],
)
def test_an_act_that_is_missing_spoils_the_dossier(ordinary: CaseFile, gone: tuple[str, ...], veto: str):
    case = closed(ordinary)
    assert looked_at(case, without(case, *gone))[veto] is False


@pytest.mark.parametrize(
    ("kind", "change", "veto"),
    [
        pytest.param("inquire", {"officers": ("甲",)}, "two-officers", id="一个人询问"),
        pytest.param("review_case", {"actor": "甲"}, "review", id="承办人审核"),
        pytest.param("decide_penalty", {"body": "别的机关"}, "one-body", id="换了机关"),
    ],
)
def test_an_act_done_by_the_wrong_people_spoils_it(ordinary: CaseFile, kind: str, change: dict[str, Any], veto: str):
    case = closed(ordinary)
    entries = [replace(entry, body="本机关") for entry in case.entries]
    case.entries = entries
    assert looked_at(case, changed(case, kind, **change))[veto] is False


def test_heavier_than_notified_spoils_it(ordinary: CaseFile):
    case = closed(ordinary)
    facts = dict(next(entry.facts for entry in case.entries if entry.kind == "decide_penalty")) | {
        "fine_yuan": "900.00"
    }
    assert looked_at(case, changed(case, "decide_penalty", facts=facts))["not-heavier"] is False


def test_major_case_without_discussion(ordinary: CaseFile):
    case = closed(ordinary)
    facts = dict(next(entry.facts for entry in case.entries if entry.kind == "conclude_investigation"))
    entries = changed(case, "conclude_investigation", facts=facts | {"gravity": "major"})
    assert looked_at(case, entries)["discussion"] is False


def test_hearing_asked_for_and_never_held(ordinary: CaseFile):
    case = reported(ordinary).do(
        "review_after_hearing", "2026-04-23T09:00", outcome="agree", reviewer_opinion="同意", **SOUND
    )
    case.do("decide_penalty", "2026-04-24T09:00", hearing_taken_up="不予采纳")
    assert looked_at(case)["hearing"] is True
    assert looked_at(case, without(case, "report_hearing", "hold_hearing"))["hearing"] is False


@pytest.mark.parametrize(
    ("gone", "point"),
    [
        pytest.param("review_defence", "defence", id="申辩没有复核"),
        pytest.param("order_correction", "correction", id="没有责令改正"),
        pytest.param("record_payment", "performance", id="没有缴款"),
        pytest.param("serve_decision", "service-returns", id="决定书没有送达"),
    ],
)
def test_points_are_lost(ordinary: CaseFile, gone: str, point: str):
    case = closed(ordinary)
    assert looked_at(case, without(case, gone))[point] is False


def test_what_a_dossier_has_no_use_for_costs_nothing(ordinary: CaseFile):
    found = looked_at(closed(ordinary))
    assert found["hearing"] is None and found["discussion"] is None and found["benchmark"] is None


def test_archive_asks_about_each_veto(ordinary: CaseFile):
    case = closed(ordinary)
    assert case.try_("archive_case", "2026-04-14T09:00") == []
    case.entries = changed(case, "inquire", officers=("甲",))
    assert case.try_("archive_case", "2026-04-14T09:00") == ["self-check-two-officers"]
    case.do("archive_case", "2026-04-14T09:00", answers={"self-check-two-officers": "另一名执法人员漏签，已经说明"})
