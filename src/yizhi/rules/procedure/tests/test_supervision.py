"""监督不办案 Nobody who supervises may do any act of any procedure of a case, and the justice office of a town only registers and gathers."""

import pytest

from yizhi.rules.procedure import TABLES
from yizhi.rules.procedure.ordinary import ORDINARY
from yizhi.rules.procedure.oversight_plan import uncovered
from yizhi.rules.procedure.summary import SUMMARY
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.table import GOVERNMENT, JUSTICE, JUSTICE_OFFICE, SUPERVISED, SUPERVISOR

OF_SUPERVISION = frozenset([SUPERVISOR, JUSTICE, JUSTICE_OFFICE, GOVERNMENT, SUPERVISED])
OF_CASES = [pytest.param(act, id=f"{table.name}：{act.name}") for table in (ORDINARY, SUMMARY) for act in table.acts]
BOTH = frozenset({"capacity", "penalties"})


@pytest.mark.parametrize("act", OF_CASES)
def test_no_act_of_a_case_is_open_to_who_supervises(act):
    assert not act.by & OF_SUPERVISION


def test_no_act_of_supervision_is_an_act_of_a_case():
    of_cases = {act.kind for table in (ORDINARY, SUMMARY) for act in table.acts}
    assert not of_cases & {act.kind for act in SUPERVISION.acts}
    assert SUPERVISION in TABLES


def test_the_justice_office_of_a_town_only_registers_and_gathers():
    assert {act.kind for act in SUPERVISION.acts if JUSTICE_OFFICE in act.by} == {"register_matter", "gather_material"}
    assert not any(act.papers for act in SUPERVISION.acts if JUSTICE_OFFICE in act.by)


def test_who_issues_which_paper():
    issued = {paper: act.by for act in SUPERVISION.acts for paper in act.papers}
    assert issued["supervision-order"] == issued["supervision-opinion"] == frozenset([JUSTICE])
    assert issued["supervision-decision"] == frozenset([GOVERNMENT])


@pytest.mark.parametrize(
    ("planned", "lacking"),
    [
        pytest.param([], {"甲镇": ("capacity", "penalties"), "乙镇": ("capacity", "penalties")}, id="什么都没有安排"),
        pytest.param([("甲镇", BOTH), ("乙镇", BOTH)], {}, id="都安排了"),
        pytest.param([("甲镇", frozenset({"capacity"})), ("乙镇", BOTH)], {"甲镇": ("penalties",)}, id="只看了一方面"),
        pytest.param(
            [("甲镇", frozenset({"capacity"})), ("甲镇", frozenset({"penalties"})), ("乙镇", BOTH)], {}, id="分两次看"
        ),
        pytest.param(
            [("丙局", BOTH)],
            {"甲镇": ("capacity", "penalties"), "乙镇": ("capacity", "penalties")},
            id="安排的是别的机关",
        ),
    ],
)
def test_a_town_that_took_powers_is_not_left_out(planned, lacking):
    assert uncovered(["甲镇", "乙镇"], planned) == lacking
