"""守卫逐个 Every guard named in any row refuses at least once, with code, sentence, article and cure.

The mistakes are made from the rows: the way to every act with one thing wrong, the same after any other act of its stage, and a few scenes.
A guard that nothing reaches names itself.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from yizhi.rules.procedure import TABLES, Act, Procedure
from yizhi.rules.procedure import guards as guard_rooms
from yizhi.rules.procedure.table import Guard
from yizhi.rules.procedure.tests.driver import Step, Stuck, way_to
from yizhi.rules.procedure.tests.scenes import SCENES
from yizhi.rules.procedure.tests.wrong_facts import guards_of, judging_of, later, wrongly
from yizhi.rules.refusal import Reason

ONLY_NOTES = frozenset(
    [
        "clock_runs_on",
        "review_comes_first",
        "review_before_suit",
        "earlier_penalties_go_on",
        "major_penalty_told",
        "major_coercion_told",
        "counts_or_not",
        "two_texts_on_certificates",
    ]
)
"""Guards that tell something and stop nothing."""

ROOMS = sorted(Path(guard_rooms.__path__[0]).glob("*.py"))


class Search:
    """Which guards have refused so far, and how; only those that have not are asked again."""

    def __init__(self) -> None:
        self.refused: dict[Guard, list[Reason]] = {}

    def missing(self, act: Act) -> tuple[Guard, ...]:
        return tuple(guard for guard in guards_of(act) if guard not in self.refused)

    def see(self, procedure: Procedure, steps: Iterator[Step]) -> None:
        for step in steps:
            act = procedure.act(step.proposal.kind)
            wanted = self.missing(act) if act else ()
            if not wanted:
                return
            judging = judging_of(procedure, step)
            for guard in wanted:
                found = [one for one in guard(judging) if one.severity != "note" or name(guard) in ONLY_NOTES]
                if found:
                    self.refused[guard] = found


def name(guard: Guard) -> str:
    return guard.__name__


def after_another_act(procedure: Procedure, act: Act) -> Iterator[Step]:
    """The act, tried after each other act that could be done just before it, on that day and later."""
    whole = way_to(procedure, act.kind)
    for cut in (1, 0):
        before = whole.copy()
        before.steps = whole.steps[: len(whole.steps) - cut]
        for other in sorted(procedure.acts_from(before.state.stage), key=lambda other: other is not act):
            try:
                case = before.copy().do(other.kind, patience=0)
            except Stuck:
                continue
            yield from later(case.attempt(act.kind, case.wishes.get(act.kind, {}), {}))


def test_every_guard_of_every_row_refuses_something():
    search = Search()
    for scene in SCENES:
        search.see(scene.procedure, iter([scene.played()]))
        assert scene.guard in map(name, search.refused), f"“{scene.act}”的一幕没有引起 {scene.guard} 拒绝"
    rows = [(table, act) for table in TABLES for act in table.acts]
    for table, act in rows:
        if search.missing(act):
            case = way_to(table, act.kind)
            search.see(table, (step for step, _ in case.refused))
            search.see(table, wrongly(table, case.steps[-1]))
    for table, act in rows:
        if search.missing(act):
            search.see(table, after_another_act(table, act))
    silent = {name(guard): f"{table.name}：{act.name}" for table, act in rows for guard in search.missing(act)}
    assert not silent, f"这些守卫没有一次拒绝，在 scenes.py 给它一幕：{silent}"
    bare = [(name(guard), one.code) for guard, reasons in search.refused.items() for one in reasons if not whole(one)]
    assert not bare, f"拒绝要有代码、一句话、条文、办法：{bare}"


def whole(reason: Reason) -> bool:
    return bool(reason.code and reason.sentence.endswith("。") and reason.article) and bool(
        reason.cure or reason.severity == "note"
    )


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.stem)
def test_every_refusal_is_written_with_its_article_and_cure(room: Path):
    """Read from the source, so that a sentence which no test reaches has them too."""
    for call in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Reason":
            note = len(call.args) > 3 and isinstance(call.args[3], ast.Constant) and call.args[3].value == "note"
            assert len(call.args) >= 3, f"{room.name}:{call.lineno} 没有条文"
            cured = len(call.args) > 4 or any(word.arg == "cure" for word in call.keywords)
            assert note or cured, f"{room.name}:{call.lineno} 没有办法"
