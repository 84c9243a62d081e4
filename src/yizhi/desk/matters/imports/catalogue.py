"""导入指导目录 A provincial guidance catalogue as it was published: the decision's number stands above the table, one batch a sheet or a file."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from ..guidance import SAID, changed, enter_catalogue, likely
from ..models import CatalogueEntry
from .dates import read_date
from .findings import CellFinding
from .table import Column, Row, Table

DECISION = re.compile(r"([\u4e00-\u9fff]{1,10})\s*[〔\[(【]\s*(\d{4})\s*[〕\])】]\s*(?:第\s*)?(\d+)\s*号")
BATCH = re.compile(r"第[一二三四五六七八九十\d]+批")
FORCE = re.compile(r"自?\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日起")


class CatalogueReader:
    """Reads the lines of a catalogue; items of the same name are linked when it is written, alike ones are proposed."""

    kind = "catalogue"
    title = "导入省级赋权指导目录"
    columns: tuple[Column, ...] = (
        Column("number", ("省序号", "序号", "编号"), required=True, numeric=True, note="目录里的序号"),
        Column(
            "name",
            ("权力名称", "事项名称", "行政权力名称", "权力事项名称", "行政权力事项", "事项"),
            required=True,
            note="目录里的名称",
        ),
        Column("kind", ("权力类型", "职权类型", "事项类型", "类型"), note="行政处罚、其他行政权力等", shared=True),
        Column("domain", ("领域", "所属领域", "行业领域", "主管部门"), shared=True),
        Column("bases", ("主要设立依据", "设立依据", "设定依据", "实施依据", "依据"), shared=True),
        Column("decision", ("省级决定", "文号", "发文字号"), note="没有这一列的，从表头上面的标题取", shared=True),
        Column("batch", ("批次",), note="没有这一列的，从标题取", shared=True),
        Column("from", ("施行日期", "生效日期"), note="没有的，从标题取；都没有，从导入当日起", shared=True),
        Column("note", ("备注", "说明")),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return the lines; a line without the decision's number is a bad cell."""
        reading = _Reading(table)
        rows = [reading.line(row, position) for position, row in enumerate(table.rows, 1)]
        _propose(table, rows)
        _name_those_left_out(table, rows)
        return rows

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many lines are new, changed and the same."""
        known = {(row.decision, row.number): row for row in CatalogueEntry.objects.known().filter(valid_to=None)}
        pairs = [(row, known.get((row["decision"], row["number"]))) for row in rows]
        same = sum(before is not None and not changed(row, before) for row, before in pairs)
        new = sum(before is None for _, before in pairs)
        return new, len(rows) - new - same, same

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Write the lines, end those left out, link the items of the same name."""
        written, ended, linked = enter_catalogue(rows, by=by, now=now)
        ends = f"，{ended} 项不再有" if ended else ""
        return f"写入了 {written} 项目录{ends}，按名称挂接了 {linked} 个事项。"


class _Reading:
    """One file while it is read: what the titles above each sheet's table say, and the numbers seen."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.seen: dict[tuple[str, str], int] = {}
        self.told: set[str] = set()

    def line(self, row: Row, position: int) -> dict[str, Any]:
        """Return one line as `guidance.enter_catalogue` takes it."""
        title = unicodedata.normalize("NFKC", " ".join([*self.table.titles.get(row.sheet, ()), row.sheet]))
        decision, number = self._decision(row, title), row.get("number").strip()[:16]
        if (decision, number) in self.seen:
            row.bad("number-twice", "number", f"与第 {self.seen[decision, number]} 行重复。", "一项只留一行。")
        self.seen.setdefault((decision, number), row.number)
        batch = BATCH.search(unicodedata.normalize("NFKC", row.get("batch")) or title)
        said = {
            "batch": (batch[0] if batch else row.get("batch").strip())[:64],
            "position": position,
            "name": row.get("name").strip()[:255],
            "kind": row.get("kind").strip()[:32],
            "domain": row.get("domain").strip()[:32],
            "bases": row.get("bases").strip(),
            "note": row.get("note").strip(),
        }
        assert set(said) == set(SAID), "what a line says is what the model keeps"
        return {"decision": decision, "number": number, **said, "from": self._from(row, title)}

    def _decision(self, row: Row, title: str) -> str:
        found = DECISION.search(unicodedata.normalize("NFKC", row.get("decision"))) or DECISION.search(title)
        if found:
            return f"{found[1]}〔{found[2]}〕{found[3]}号"[-64:]
        if row.sheet not in self.told:
            self.told.add(row.sheet)
            key = "decision" if "decision" in row.letters else "number"
            cure = "在表头上面一行写明省级决定的文号，如 川府发〔2021〕42号，或者加一列“文号”。"
            row.bad("decision-missing", key, "不知道这是哪一个省级决定的目录。", cure)
        return ""

    def _from(self, row: Row, title: str) -> str:
        given, named = read_date(row, "from"), FORCE.search(title)
        if given:
            return given
        if named:
            try:
                return date(*map(int, named.groups())).isoformat()
            except ValueError:
                pass
        if f"from {row.sheet}" not in self.told:
            self.told.add(f"from {row.sheet}")
            sentence = f"没有写从哪天起施行，从导入当日（{self.table.on}）起算。"
            row.find("ask", "catalogue-without-date", "number", sentence, "加一列“施行日期”，或者写在标题里。")
        return self.table.on.isoformat()


def _propose(table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Say which items are alike and not the same: a person links them."""
    found = likely(rows)
    for row, line in zip(table.rows, rows, strict=True):
        code, name, sure = found.get((line["decision"], line["number"]), ("", "", True))
        if not sure:
            sentence = f"可能是事项“{name}”（{code}），名称不完全一样，没有自动挂接。"
            row.find("ask", "catalogue-near", "name", sentence, "核对以后在事项页挂接。")


def _name_those_left_out(table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    given = {(row["decision"], row["number"]) for row in rows}
    decisions = {decision for decision, _ in given}
    standing = CatalogueEntry.objects.known().filter(decision__in=decisions, valid_to=None).order_by("position")
    for row in standing:
        if (row.decision, row.number) not in given:
            sentence = f"{row.decision}原来的第 {row.number} 项“{row.name}”这次没有，写入以后不再有效。"
            cure = "分几个文件公布的，合在一起导入。"
            table.findings.append(CellFinding("ask", "catalogue-left-out", 0, "", row.number, sentence, cure))
