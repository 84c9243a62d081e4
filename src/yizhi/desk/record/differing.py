"""重算差异 What a copy says and what the record gives, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Difference:
    """One column of a copy that is not what the record gives: `where` the row, `column`, the value kept, the value computed."""

    where: str
    column: str
    kept: Any
    computed: Any

    def __str__(self) -> str:
        return f"{self.where} 的 {self.column}：列表里是 {self.kept!r}，按记录应当是 {self.computed!r}"


def renewed(row: Model, computed: Mapping[str, Any], columns: Sequence[str]) -> bool:
    """Write the computed `columns` into a copy when they differ; tell whether they did."""
    wrong = [column for column in columns if getattr(row, column) != computed[column]]
    for column in wrong:
        setattr(row, column, computed[column])
    if wrong:
        row.save(update_fields=wrong)
    return bool(wrong)


def differing(where: str, row: object, computed: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield the columns of `row` that are not as `computed`.

    >>> from types import SimpleNamespace
    >>> [str(one) for one in differing("案件 甲", SimpleNamespace(stage="open", due_on=None), {"stage": "closed", "due_on": None})]
    ["案件 甲 的 stage：列表里是 'open'，按记录应当是 'closed'"]
    """
    for column, value in computed.items():
        kept = getattr(row, column)
        if kept != value:
            yield Difference(where, column, kept, value)
