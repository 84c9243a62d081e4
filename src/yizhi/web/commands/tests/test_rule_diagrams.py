"""程序图 Drawn from the tables by a command: what lies in the manual is what the tables say."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from yizhi.rules.procedure import TABLES, Procedure
from yizhi.rules.procedure.drawing import drawing

KEPT = Path(__file__).resolve().parents[5] / "docs" / "使用" / "程序图"
BY_NAME = [pytest.param(table, id=table.name) for table in TABLES]


@pytest.mark.parametrize("procedure", BY_NAME)
def test_the_kept_diagram_is_current(procedure: Procedure):
    kept = (KEPT / f"{procedure.name}.svg").read_text(encoding="utf-8")
    assert kept == drawing(procedure), "程序表变了：运行 yizhi rules diagrams"


@pytest.mark.parametrize("procedure", BY_NAME)
def test_every_stage_and_every_act_is_drawn(procedure: Procedure):
    root = ET.fromstring(drawing(procedure))
    words = "".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert all(stage.name in words for stage in procedure.stages)
    assert all(act.name in words for act in procedure.acts)
