"""事项 What is done to items, allocations and answers. Nothing recorded is overwritten: a correction is a further row."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Length
from django.utils import timezone

from yizhi.desk.people.identity import Identity
from yizhi.rules.authority import Answer

from .models import KeptAnswer


def keep_answer(
    identity: Identity, *, question: Mapping[str, Any], answer: Answer, words: str = "", now: datetime
) -> KeptAnswer:
    """留存答复 Keep a question and its answer as they were, under a number of the day such as 20261124-0138.

    Numbers run without gaps through the day; two who ask at once get two numbers.
    """
    day = f"{timezone.localtime(now):%Y%m%d}"
    kept = KeptAnswer(
        asked_at=now,
        asked_by=identity.account,
        body=identity.body,
        town=str(question.get("town", ""))[:9],
        words=words[:500],
        question=dict(question),
        answer=answer.as_dict(),
    )
    while True:
        kept.number = f"{day}-{_last(day) + 1:04d}"
        try:
            with transaction.atomic():
                kept.save(force_insert=True)
        except IntegrityError:
            continue
        return kept


def _last(day: str) -> int:
    numbers = KeptAnswer.objects.filter(number__startswith=f"{day}-").order_by(Length("number").desc(), "-number")
    last = numbers.values_list("number", flat=True).first()
    return int(last.rsplit("-", 1)[1]) if last else 0
