"""分页 One page of a list that an API sends: so many rows, and where the next page begins."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from yizhi.rules.refusal import bad_input

MOST = 100
Row = TypeVar("Row", bound=Model)


def page_of(rows: QuerySet[Row], limit: int) -> tuple[list[Row], str]:
    """Return the first `limit` rows and the key after which the next page begins, empty when there is none. Raises `BadInput` beyond 1 to 100."""
    if not 1 <= limit <= MOST:
        raise bad_input("limit", f"每页 1 到 {MOST} 个。", "改小 limit。")
    found = list(rows[: limit + 1])
    return found[:limit], str(found[limit - 1].pk) if len(found) > limit else ""
