"""浏览器里走过的程序 Every procedure, and every way out of one, is gone through by somebody at a browser; the table of the document names where."""

import ast
import re
from pathlib import Path

import pytest

from yizhi.rules.procedure import Act
from yizhi.rules.procedure.tables import TABLES

ROOT = Path(__file__).parent.parent
JOURNEYS = ROOT / "tests" / "journeys"
TOLD = (ROOT / "docs" / "algorithms" / "procedure.md").read_text().split("## Journeys")[1].split("\n## ")[0]
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| .+? \| `(\w+\.py)::(\w+)` \|$", TOLD, re.MULTILINE)
EXITS = [pytest.param(act, id=f"{table.name}：{act.name}") for table in TABLES for act in table.acts if act.exit]


def words_of(file: Path) -> set[str]:
    """Every text that a journey's source holds."""
    return {
        node.value
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def functions_of(file: Path) -> set[str]:
    return {node.name for node in ast.parse(file.read_text()).body if isinstance(node, ast.FunctionDef)}


def test_twelve_procedures_have_a_journey_that_is_there() -> None:
    assert {int(number) for number, *_ in ROWS} == set(range(1, 13))
    assert [row for row in ROWS if row[3] not in functions_of(JOURNEYS / row[2])] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_gone_through(table: object) -> None:
    assert getattr(table, "name", "") in {name for _, name, *_ in ROWS}


@pytest.mark.parametrize("act", EXITS)
def test_every_exit_is_clicked(act: Act) -> None:
    told = set[str]().union(*(words_of(JOURNEYS / file) for _, _, file, _ in ROWS))
    assert {act.kind, act.name} & told
