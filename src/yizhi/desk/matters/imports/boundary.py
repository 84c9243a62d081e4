"""导入边界卡 Who does which step of an item, as departments and towns agree it in a table."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.rules.authority import STEPS, Charge, boundary_faults
from yizhi.rules.authority.boundary import BODY, OF_THE_LIST

from ..actions import enter_boundary_card
from ..models import BoundaryCard
from .allocations import Known
from .dates import read_date
from .table import Column, Row, Table

WRITTEN: Mapping[str, str] = {
    "清单上的实施机关": "holder",
    "实施机关": "holder",
    "有权机关": "holder",
    "属地镇(街道)": "town",
    "属地镇": "town",
    "镇(街道)": "town",
    "镇街": "town",
    "原实施部门": "owner",
    "主管部门": "owner",
    "市级部门": "owner",
    "部门": "owner",
    "片区综合行政执法队": "team",
    "片区队": "team",
}


class BoundaryReader:
    """Reads boundary cards; a step without anybody, and whoever has no power there, are bad cells."""

    kind = "boundary-cards"
    title = "导入边界卡"
    columns: tuple[Column, ...] = (
        Column("number", ("省序号", "序号", "事项序号"), numeric=True, note="目录里的序号；与编码、名称有一样就行"),
        Column("code", ("事项编码", "编码", "权力编码")),
        Column("name", ("权力名称", "事项名称")),
        *(
            Column(
                step,
                (words, f"谁{words}", f"{words}主体"),
                required=step not in OF_THE_LIST,
                note="空着就是清单上的实施机关"
                if step in OF_THE_LIST
                else "属地镇（街道）、原实施部门，或者机关的全称",
                shared=True,
            )
            for step, words in STEPS.items()
        ),
        Column("source", ("依据", "依据文件", "文件"), required=True, note="写明各步由谁负责的文件和文号", shared=True),
        Column("starts", ("起始日期", "生效日期", "起"), required=True, note="生效的第一天", shared=True),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return one row an item, naming items and bodies that are not known and what a card may not say."""
        found, bodies, seen = Known(), _bodies(), dict[str, int]()
        rows = []
        for row in table.rows:
            item, starts = found.item(row), read_date(row, "starts")
            charges = {step: Charge(_who(row, step, bodies), row.get("source").strip()[:128]) for step in STEPS}
            for fault in boundary_faults(row.get("name") or item, charges):
                row.bad(fault.code, fault.about, f"{fault.sentence}（{fault.article}）", fault.cure)
            if item and seen.setdefault(item, row.number) != row.number:
                row.bad("boundary-twice", "name", f"与第 {seen[item]} 行是同一事项。", "只留一行。")
            elif item and starts:
                kept = {step: charge._asdict() for step, charge in charges.items()}
                rows.append({"item": item, "starts": starts, "charges": kept})
        return rows

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many cards are new, changed and the same as what is known."""
        known = _known(rows)
        new = sum(row["item"] not in known for row in rows)
        same = sum(_same(row, known) for row in rows)
        return new, len(rows) - new - same, same

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Write the cards that say something new."""
        known = _known(rows)
        fresh = [row for row in rows if not _same(row, known)]
        for row in fresh:
            charges = {step: Charge(**charge) for step, charge in row["charges"].items()}
            enter_boundary_card(row["item"], charges, starts=date.fromisoformat(row["starts"]), by=by, now=now)
        return f"写入了 {len(fresh)} 张边界卡，{len(rows) - len(fresh)} 张没有变化。"


def _who(row: Row, step: str, bodies: Mapping[str, str]) -> str:
    text = unicodedata.normalize("NFKC", row.get(step)).strip()
    if not text and step in OF_THE_LIST:
        return "holder"
    return WRITTEN.get(text) or bodies.get(text) or text


def _bodies() -> dict[str, str]:
    rows = Body.objects.values_list("code", "name", "short_name")
    return {unicodedata.normalize("NFKC", name): BODY + code for code, *names in rows for name in reversed(names)}


def _known(rows: Sequence[Mapping[str, Any]]) -> dict[str, BoundaryCard]:
    known = BoundaryCard.objects.known().filter(item__in=[row["item"] for row in rows], valid_to=None)
    return {card.item_id: card for card in known}


def _same(row: Mapping[str, Any], known: Mapping[str, BoundaryCard]) -> bool:
    card = known.get(row["item"])
    return card is not None and card.charges == row["charges"]
