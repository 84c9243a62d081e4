"""裁定 Deciding which reading of a disputed point holds. What was decided before stays as it was for the days before."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Role
from yizhi.desk.record.facts import enter, fact_code
from yizhi.rules.disputes import dispute
from yizhi.rules.refusal import bad_input, refuse

from . import queries
from .models import Ruling


@transaction.atomic
def decide(
    identity: Identity,
    id: str,
    *,
    reading: str,
    decided_by: str,
    decided_on: date,
    instrument: str,
    starts: date,
    now: datetime,
) -> Ruling:
    """裁定 Let the reading `reading` of the dispute `id` hold from the day `starts` on.

    Only the justice office enters it. Raises `Absent` for an unknown dispute, `ruling-not-yours`, `reading-unknown`, `ruling-in-future`
    (decided after today), `ruling-backdated` (holding before it was decided) and `ruling-doubled` (another one from the same day).
    """
    found = dispute(queries.disputes(), id)
    if identity.role != Role.JUSTICE:
        raise refuse(
            "ruling-not-yours",
            "争议事项的裁定由司法行政机关录入。",
            "行政执法监督条例 第13条",
            "请司法行政机关办理。",
        )
    if found.reading(reading) is None:
        raise bad_input("reading", "没有这种读法。", "从列出的读法中选。", "reading-unknown")
    if decided_on > timezone.localdate(now):
        raise bad_input("decided_on", "决定日期还没有到。", "填实际作出决定的日期。", "ruling-in-future")
    if starts < decided_on:
        raise bad_input("starts", "不能从作出决定以前起执行。", "从决定当天或者以后的一天起执行。", "ruling-backdated")
    if Ruling.objects.known().filter(dispute=found.id, valid_from=starts).exists():
        raise bad_input("starts", "从这一天起已经有一个裁定。", "换一个执行日期。", "ruling-doubled")
    row = Ruling(
        fact=fact_code(f"d-{found.id}"[:40]),
        valid_from=starts,
        dispute=found.id,
        reading=reading,
        decided_by=decided_by,
        decided_on=decided_on,
        instrument=instrument,
    )
    return enter(row, by=identity.account, now=now)
