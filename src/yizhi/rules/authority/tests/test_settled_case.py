"""收回时逐件定的，先于权属上统一写的：续办的由原机关办，移送的停下；没有逐件定的，仍按权属。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.rules.authority import Question, World, decide
from yizhi.rules.refusal import BadInput

RECALLED = date(2026, 7, 1)
BASES = [{"law": "示例条例", "article": "第一条", "effective": "2020-01-01"}]


def world(on_recall):
    return World.of(
        {
            "bodies": [
                {"id": "gov", "kind": "government", "name": "县政府"},
                {"id": "town", "kind": "town", "name": "镇政府", "county": "c", "parent": "gov"},
                {"id": "dept", "kind": "department", "name": "部门", "county": "c", "parent": "gov"},
            ],
            "items": [{"id": "i", "name": "事项", "kind": "penalty", "domain": "d", "owner": "dept", "bases": BASES}],
            "allocations": [
                {
                    "id": "a",
                    "item": "i",
                    "town": "town",
                    "mode": "conferral",
                    "from": "2024-01-01",
                    "to": RECALLED.isoformat(),
                    "published_on": "2024-01-01",
                    "decision": "省决定",
                    "on_recall": on_recall,
                }
            ],
        }
    )


def asked(settled, opened_on, on=date(2026, 8, 1)):
    return Question("i", "town", on, "penalty_decision", opened_on=opened_on, opened_body="town", on_recall=settled)


BEFORE, SAME_DAY = date(2026, 6, 1), RECALLED
ROWS = [
    ("统一续办_逐件移送", "continue", "transfer", BEFORE, "must-transfer", None),
    ("统一移送_逐件续办", "transfer", "continue", BEFORE, "continues-after-recall", "town"),
    ("统一没写_逐件续办", "", "continue", BEFORE, "continues-after-recall", "town"),
    ("没有逐件定_按统一的", "transfer", None, BEFORE, "must-transfer", None),
    ("收回当天上午立的案_逐件移送", "continue", "transfer", SAME_DAY, "must-transfer", None),
    ("收回当天上午立的案_逐件续办", "transfer", "continue", SAME_DAY, "continues-after-recall", "town"),
]


@pytest.mark.parametrize(
    ("on_recall", "settled", "opened_on", "code", "body"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_逐件定的先于统一写的(on_recall, settled, opened_on, code, body):
    answer = decide(asked(settled, opened_on), world(on_recall))
    assert code in answer.codes
    assert answer.deciding_body == body


def test_收回以前定了移送_收回那天以前照办():
    answer = decide(asked("transfer", BEFORE, on=date(2026, 6, 30)), world("continue"))
    assert answer.deciding_body == "town"
    assert "must-transfer" not in answer.codes


def test_只能写续办或者移送():
    with pytest.raises(BadInput):
        Question.of({"item": "i", "town": "town", "on": "2026-08-01", "action": "inspect", "on_recall": "drop"})
