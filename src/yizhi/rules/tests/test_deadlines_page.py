"""The worked table of the page on time limits is what the engine answers."""

import json
from pathlib import Path

from yizhi.law import read_csv, read_rules
from yizhi.rules.calendar import Calendar
from yizhi.rules.deadlines import answer_row
from yizhi.rules.table import RuleTable

PAGE = Path(__file__).resolve().parents[4] / "docs" / "algorithms" / "deadlines.md"


def test_every_worked_line_is_true():
    table, calendar = RuleTable.of(read_rules()), Calendar.of(read_csv("calendar"))
    page = PAGE.read_text(encoding="utf-8")
    questions = PAGE.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    for line in questions:
        answer = answer_row(json.loads(line), table, calendar)
        outcome = answer["error"] or ", ".join(answer["codes"]) or "—"
        cells = (answer["id"], answer["rule"], f"{answer['value']} {answer['unit']}", answer["due"] or "—", outcome)
        assert f"| {' | '.join(cells)} |" in page
