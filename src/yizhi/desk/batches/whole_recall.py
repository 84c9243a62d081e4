"""一次收回 One person takes an item back on one screen: draft, letters of both sides, check, decision, cases, publication, in one transaction."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from yizhi.desk.papers.telling import Told
from yizhi.desk.people.identity import Identity

from .actions import Done, begin, perform
from .models import Batch


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeRecall:
    """Everything that taking powers back needs. `letters` by body: the number of the letter in which it agrees; `choices` by dossier."""

    draft: Mapping[str, Any]
    letters: Mapping[str, str]
    check_letter: str
    instrument: str
    decided_on: str
    choices: Mapping[str, str]
    reason: str
    channel: str


@transaction.atomic
def recall_at_once(identity: Identity, whole: WholeRecall, *, id: uuid.UUID, now: datetime) -> Batch:
    """收回 Do every step of a recall, or none. Raises `Refusal` with what stands in the way of the first step that may not be done.

    The steps are those of any batch, told by the same functions; their ids follow from `id`, so that telling twice writes once.
    """
    batch = begin(identity, Told(id=id, kind="draft_batch", facts=whole.draft, done_at=now), now=now).batch
    for number, (kind, facts) in enumerate(_steps(batch, whole)):
        told = Told(id=uuid.uuid5(id, str(number)), kind=kind, facts=facts, done_at=now)
        done: Done = perform(identity, batch.dossier_id, told, now=now)
        batch = done.batch
    return batch


def _steps(batch: Batch, whole: WholeRecall) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for side in batch.sides.order_by("id").values_list("body_id", flat=True):
        yield "give_opinion", {"body": side, "agrees": True, "letter": whole.letters.get(side, "")}
    yield "check_batch", {"outcome": "pass", "letter": whole.check_letter}
    for dossier, choice in whole.choices.items():
        yield "settle_case", {"case": dossier, "choice": choice, "reason": whole.reason}
    starts_on = batch.starts_on.isoformat()
    yield "decide_batch", {"instrument": whole.instrument, "decided_on": whole.decided_on, "starts_on": starts_on}
    yield "publish_batch", {"channel": whole.channel}
