"""批次列表 What the list of batches shows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from yizhi.desk.people.identity import Identity
from yizhi.rules.deadlines.wording import chinese

from .around import around
from .models import Batch
from .permitting import keeps, watches
from .queries import PAGE, Wanted, batches
from .view import head
from .work import step_for

TABS = (("在办", ""), ("已办完", "over"), ("全部", "all"))


def list_context(identity: Identity, asked: Mapping[str, str], *, now: datetime) -> dict[str, Any]:
    """Return the batches by page. `asked`: show, after."""
    show, after = asked.get("show", ""), asked.get("after", "").replace("\x00", "")[:32]
    wanted = Wanted(show={"": "open", "over": "over"}.get(show, ""), after=after)
    rows = list(batches(identity, wanted)[: PAGE + 1])
    kept = f"show={show}&" if show else ""
    return {
        "tabs": [
            {"label": label, "href": f"/batches/?show={key}" if key else "/batches/", "current": key == show}
            for label, key in TABS
        ],
        "batches": [_line(identity, row, now) for row in rows[:PAGE]],
        "older": f"?{kept}after={rows[PAGE - 1].dossier_id}" if len(rows) > PAGE else "",
        "keeps": keeps(identity),
        "watches": watches(identity),
    }


def _line(identity: Identity, row: Any, now: datetime) -> dict[str, Any]:
    batch: Batch = row
    scene = around(batch.dossier_id, today=timezone.localdate(now))
    return {
        **head(batch, scene),
        "starts_on": batch.starts_on,
        "lines": row.line_count,
        "mine": step_for(identity, scene) is not None,
        "instrument": batch.instrument,
        "filing": f"{chinese(batch.filed_on)}备案" if batch.filed_on else "待备案" if batch.to_file else "",
    }
