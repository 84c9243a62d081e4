"""程序表逐行 Every row of every procedure is done in some case, every stage is reached and left, every way out ends in the archive.

The cases are not written by hand: `driver` finds each by doing what the refusals say. A row that cannot be reached names itself.
"""

import re

import pytest

from yizhi.law import read_toml
from yizhi.rules.procedure import TABLES, Act, Entry, Procedure, Stage, fold
from yizhi.rules.procedure.tests.driver import WORLD, Driver, Stuck, way_to

ROWS = [pytest.param(table, act, id=f"{table.name}：{act.name}") for table in TABLES for act in table.acts]
STAGES = [pytest.param(table, stage, id=f"{table.name}：{stage.name}") for table in TABLES for stage in table.stages]
PAPERS = frozenset(row["id"] for row in read_toml("papers")["paper"])
WAYS_OUT = {
    "不予立案",
    "撤销立案",
    "移送其他机关",
    "作出不予行政处罚决定",
    "移送公安机关",
    "终止调查",
    "转普通程序",
    "撤销检查",
    "移送监督事项",
}
WAYS_BACK = {"中止调查", "恢复调查", "接回继续办理", "中止强制执行", "恢复强制执行"}


@pytest.mark.parametrize(("procedure", "act"), ROWS)
def test_the_row_is_done_in_some_case(procedure: Procedure, act: Act):
    try:
        case = way_to(procedure, act.kind)
    except Stuck as stuck:
        pytest.fail(
            f"{procedure.name}的“{act.name}”没有找到办成的经过：{stuck}\n"
            "在 lawful_facts.py 给它的字段一个合法的值；前面的环节要写明什么的，写进 WISHES。"
        )
    done = case.entries[-1]
    assert done.kind == act.kind and set(act.papers_due(done.facts)) <= PAPERS
    for _, reasons in case.refused:
        for reason in reasons:
            assert re.fullmatch("[a-z0-9-]+", reason.code) and reason.sentence.endswith("。"), reason
            assert reason.severity == "note" or reason.article, reason


@pytest.mark.parametrize(("procedure", "stage"), STAGES)
def test_the_stage_is_reached_and_has_an_end(procedure: Procedure, stage: Stage):
    """From the stage the case goes on to the archive by acts that are lawful."""
    try:
        case = Driver(procedure, WORLD).lead_to(stage.id)
        assert case.state.stage == stage.id
        case.lead_to(procedure.stages[-1].id)
    except Stuck as stuck:
        pytest.fail(f"{procedure.name}的阶段“{stage.name}”到不了或者走不完：{stuck}")


def test_every_way_out_is_a_row_marked_as_one():
    """What ends a case otherwise than by a penalty is known by name here: a new one is added, and has its own case above."""
    assert {act.name for table in TABLES for act in table.acts if act.exit} == WAYS_OUT
    assert {act.name for table in TABLES for act in table.acts} >= WAYS_BACK


def test_a_suspended_investigation_goes_on_where_it_stopped():
    case = way_to(TABLES[0], "suspend_investigation")
    assert case.state.suspended is not None
    case.wait(30).do("resume_investigation").lead_to("decided")
    assert case.state.suspended is None


def test_what_comes_back_from_the_police_is_decided_here():
    case = way_to(TABLES[0], "take_back").lead_to("archived")
    assert [entry.kind for entry in case.entries if entry.kind.startswith("decide_")] == [
        "decide_crime_transfer",
        "decide_penalty",
    ]


def test_the_same_record_folds_to_the_same_state():
    for table in TABLES:
        entries: list[Entry] = Driver(table, WORLD).lead_to(table.stages[-1].id).entries
        assert fold(table, entries) == fold(table, list(entries))
