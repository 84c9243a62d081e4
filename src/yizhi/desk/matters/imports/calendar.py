"""导入放假安排 The State Council's yearly notice as a table of days."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from yizhi.rules.yearly_notice import read_notice

from ..models import CalendarDay
from .dates import day_of
from .findings import CellFinding
from .table import Column, Table


class CalendarReader:
    """Reads the days off and the make-up workdays of one year."""

    kind = "calendar"
    title = "导入放假安排"
    columns: tuple[Column, ...] = (
        Column("date", ("日期", "date"), required=True, numeric=True, note="如 2027-01-01"),
        Column("kind", ("性质", "安排", "类型", "kind"), required=True, note="放假或者上班", shared=True),
        Column("name", ("节日", "名称", "name"), note="如 春节", shared=True),
        Column("notice", ("通知", "文号", "notice"), note="国务院办公厅通知的文号", shared=True),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return the days; every fault of the notice is a bad cell."""
        rows = [{key: row.get(key) for key in ("date", "kind", "name", "notice")} for row in table.rows]
        for row in rows:
            day = day_of(row["date"])
            row["date"] = day.isoformat() if day else row["date"]
        notice = read_notice(rows)
        for fault in notice.faults:
            if fault.row:
                table.rows[fault.row - 1].bad(
                    "calendar-fault", fault.field, fault.sentence, "对照国务院办公厅当年通知改正。"
                )
            else:
                cure = "对照国务院办公厅当年通知补齐。"
                table.findings.append(CellFinding("stop", "calendar-fault", 0, "", "", fault.sentence, cure))
        return list(notice.rows)

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many days are new, changed and the same."""
        known = {day.isoformat(): kind for day, kind in CalendarDay.objects.values_list("day", "kind")}
        new = sum(row["date"] not in known for row in rows)
        same = sum(known.get(row["date"]) == row["kind"] for row in rows)
        return new, len(rows) - new - same, same

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Write the days of the year; an amending notice replaces the days it names."""
        for row in rows:
            values = {"kind": row["kind"], "name": row["name"][:32], "notice": row["notice"][:128]}
            CalendarDay.objects.update_or_create(day=date.fromisoformat(row["date"]), defaults=values)
        return f"写入了 {len(rows)} 天的安排。"
