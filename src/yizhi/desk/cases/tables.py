"""案件表格 The list of cases as a workbook: the same rows that the page lists, seen by the same eyes."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone

from yizhi.desk.people.identity import Identity
from yizhi.desk.record.sheets import Cell, Table, workbook
from yizhi.rules.deadlines.wording import chinese

from . import queries
from .lists import case_row, read_wanted
from .models import Case

MOST = 5_000
HEADINGS = (
    ("案号", 24),
    ("案由", 40),
    ("程序", 10),
    ("当事人", 24),
    ("办案机关", 20),
    ("镇（街道）", 14),
    ("阶段", 14),
    ("立案日", 12),
    ("到期日", 12),
)


def case_workbook(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> bytes:
    """Return the cases that are asked for and seen, the newest `MOST` of them."""
    wanted, _ = read_wanted({**asked, "after": ""})
    today = timezone.localdate(now)
    rows = [_row(case, today) for case in queries.cases(identity, wanted, MOST)]
    note = f"{chinese(today)}，{identity.body_name}职责范围内的案件 {len(rows)} 件；一次最多 {MOST:,} 件。"
    return workbook([Table(name="案件", title="案件", headings=HEADINGS, rows=rows, notes=(note,))], made_at=now)


def _row(case: Case, today: date) -> list[Cell]:
    shown = case_row(case, today)
    named = [shown[name] for name in ("number", "title", "procedure", "party", "body", "town", "stage")]
    return [*named, case.opened_on, case.due_on]
