"""导入说法 How people here speak, as a table: one saying a row."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from yizhi.rules.finding import clean
from yizhi.rules.refusal import BadInput

from ..hearing import intents
from ..models import Saying
from ..sayings import ONE_OF, add_saying, item_named
from .table import Column, Row, Table


class SayingReader:
    """Reads sayings; one that names no item, no class and no other word is a bad cell."""

    kind = "sayings"
    title = "导入说法"
    columns: tuple[Column, ...] = (
        Column("text", ("说法", "怎么说", "词", "text"), required=True, note="人们怎么说"),
        Column("item", ("事项", "事项编码", "序号", "item"), note="事项的编码、序号或者名称"),
        Column("intent", ("归类", "不归这里的", "intent"), note="不是执法事项的：写类名，如 治安和户籍"),
        Column("stands_for", ("等于", "同义词", "stands_for"), note="是另一个词的"),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return one row a saying, each once."""
        titles = {row["title"]: key for key, row in intents().items()}
        rows: dict[tuple[str, ...], dict[str, Any]] = {}
        for row in table.rows:
            read = {name: row.get(name).strip() for name in ("text", "item", "intent", "stands_for")}
            read["intent"] = titles.get(read["intent"], read["intent"])
            if _good(row, read):
                rows[tuple(read.values())] = read
        return list(rows.values())

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many sayings are new, changed (never) and the same."""
        known = {
            (text, item or "", intent, stands_for)
            for text, item, intent, stands_for in Saying.objects.filter(withdrawn_at=None).values_list(
                "text", "item_id", "intent", "stands_for"
            )
        }
        same = sum((clean(row["text"]), row["item"], row["intent"], row["stands_for"]) in known for row in rows)
        return len(rows) - same, 0, same

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Add the sayings; those that stand already stay as they are."""
        for row in rows:
            add_saying(row, by=by, now=now)
        return f"写入了 {len(rows)} 句说法。"


def _good(row: Row, read: dict[str, str]) -> bool:
    """Tell whether the row means one thing; put the item's code in the place of what names it."""
    if sum(bool(read[name]) for name in ("item", "intent", "stands_for")) != 1:
        row.bad("saying-means-one-thing", "item", "没有写清这句话指什么，或者写了不止一样。", ONE_OF)
        return False
    if read["intent"] and read["intent"] not in intents():
        row.bad("unknown-intent", "intent", f"没有“{read['intent']}”这一类。", f"可以写：{'、'.join(intents())}。")
        return False
    try:
        read["item"] = item_named(read["item"]).code if read["item"] else ""
    except BadInput as refusal:
        row.bad(refusal.first.code, "item", refusal.first.sentence, refusal.first.cure)
        return False
    return len(clean(read["text"])) >= 2
