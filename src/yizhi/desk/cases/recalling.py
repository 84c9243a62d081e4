"""收回权力时的在办案件 Which cases still run, and the deed that says on a case's own record what becomes of it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from yizhi.desk.papers.models import Paper
from yizhi.desk.people.identity import Identity
from yizhi.desk.record.actions import Act, append, lock
from yizhi.desk.record.models import Entry

from .models import Case

SETTLE_ON_RECALL = "settle_on_recall"
CHOICES = {"continue": "原机关继续办", "transfer": "移送"}


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled for one case. `instrument` is the number of the decision that takes the power back, `to` the body that holds it then."""

    dossier: str
    choice: str
    reason: str
    instrument: str
    to: str
    starts_on: date


@dataclass(frozen=True, slots=True)
class RunningCase:
    """A case that is not over, by number and place alone: whoever arranges powers sees no more of it. `town` is the town's code."""

    dossier: str
    number: str
    item: str
    town: str
    body: str
    mode: str
    opened_on: date
    papers: int


def running_cases(items: Iterable[str], towns: Iterable[str]) -> list[RunningCase]:
    """Return the cases of these items in these towns that are not over, by dossier; for rooms above, which permit first."""
    rows = Case.objects.filter(item__in=set(items), town__in=set(towns), ended=False).order_by("dossier")
    found = list(rows.values_list("dossier", "number", "item", "town", "body", "mode", "opened_on"))
    issued: dict[str, int] = {}
    for dossier in Paper.objects.filter(dossier__in=[row[0] for row in found]).values_list("dossier", flat=True):
        issued[dossier] = issued.get(dossier, 0) + 1
    return [RunningCase(*row, issued.get(row[0], 0)) for row in found]


def settle_on_recall(identity: Identity, settled: Settled, *, id: uuid.UUID, now: datetime) -> Entry:
    """安排在办案件 Write on the case's own record whether its body goes on or the case is transferred, inside the caller's transaction.

    Called by the room of batches, which has permitted the deed: who arranges powers need not see the case. Papers issued
    before stay as they are.
    """
    assert connection.in_atomic_block, "a case is settled in the transaction that publishes the recall"
    held = lock(settled.dossier)
    case = Case.objects.select_for_update().get(dossier=settled.dossier)
    facts = {
        "choice": settled.choice,
        "reason": f"{CHOICES[settled.choice]}。{settled.reason}",
        "instrument": settled.instrument,
        "to": settled.to,
        "starts_on": settled.starts_on.isoformat(),
    }
    act = Act(
        id=id,
        kind=SETTLE_ON_RECALL,
        done_at=now,
        actor=identity.account,
        body=case.body_id,
        town=case.town_id,
        facts=facts,
    )
    entry = append(held, act, now=now)
    case.on_recall = settled.choice
    case.save(update_fields=["on_recall"])
    return entry
