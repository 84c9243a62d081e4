"""线索表格 The list of leads as a workbook: the same rows that the page lists, seen by the same eyes."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone

from yizhi.desk.papers.words import stage_words
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.sheets import Cell, Table, workbook
from yizhi.rules.deadlines.wording import chinese
from yizhi.rules.procedure.tables import current

from .models import Lead
from .view import lead_row, leads_wanted

MOST = 5_000
HEADINGS = (
    ("案卷主号", 20),
    ("线索", 48),
    ("镇（街道）", 14),
    ("地点", 30),
    ("来源", 14),
    ("发现日", 12),
    ("阶段", 14),
    ("到期日", 12),
)


def lead_workbook(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> bytes:
    """Return the leads that are asked for and seen, the newest `MOST` of them."""
    today = timezone.localdate(now)
    procedure = current("ordinary", today)
    found = leads_wanted(identity, {**asked, "after": ""})[:MOST]
    rows = [_row(lead, stage_words(procedure, lead.stage), today) for lead in found]
    note = f"{chinese(today)}，{identity.body_name}职责范围内的线索 {len(rows)} 条；一次最多 {MOST:,} 条。"
    return workbook([Table(name="线索", title="线索", headings=HEADINGS, rows=rows, notes=(note,))], made_at=now)


def _row(lead: Lead, stage: str, today: date) -> list[Cell]:
    shown = lead_row(lead, stage, today)
    named = [shown[name] for name in ("number", "title", "town", "place", "source")]
    return [*named, lead.found_on, stage, lead.due_on]
