"""已发布的清单 What differs between two lists as they were issued: read from what each said, not from what is known today."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Row = Mapping[str, Any]


class IssuedChange(NamedTuple):
    """One line that differs. `kind` added, ended or changed; `item` its code; before and after in the signs and words of the lists."""

    kind: str
    item: str
    name: str
    before: str
    after: str


def issued_changes(before: Sequence[Row], after: Sequence[Row]) -> list[IssuedChange]:
    """Return what the later list has, has no longer, and has otherwise; rows {code, name, towns: [[name, sign]], remark}.

    >>> old = [{"code": "a", "name": "甲事项", "towns": [["东镇", "赋"]], "remark": "赋权东镇"}]
    >>> new = [{"code": "a", "name": "甲事项", "towns": [["东镇", "派"]], "remark": ""}, {**old[0], "code": "b"}]
    >>> [(one.kind, one.item, one.before, one.after) for one in issued_changes(old, new)]
    [('added', 'b', '', '东镇 赋　赋权东镇'), ('changed', 'a', '东镇 赋　赋权东镇', '东镇 派')]
    """
    was, now = {row["code"]: row for row in before}, {row["code"]: row for row in after}
    return sorted(_differing(was, now))


def same_list(before: Sequence[Row], after: Sequence[Row]) -> bool:
    """Tell whether two lists say the same of every item."""
    return not issued_changes(before, after)


def _differing(was: Mapping[str, Row], now: Mapping[str, Row]) -> Iterator[IssuedChange]:
    for code in was.keys() | now.keys():
        old, new = was.get(code), now.get(code)
        if old is None and new is not None:
            yield IssuedChange("added", code, new["name"], "", _words(new))
        elif new is None and old is not None:
            yield IssuedChange("ended", code, old["name"], _words(old), "")
        elif old is not None and new is not None and (_words(old), old["name"]) != (_words(new), new["name"]):
            yield IssuedChange("changed", code, new["name"], _words(old), _words(new))


def _words(row: Row) -> str:
    towns = "、".join(f"{name} {sign}" for name, sign in row["towns"])
    return "　".join(part for part in (towns, row["remark"]) if part)
