"""版本 How a dated fact makes room for the one that follows it: nothing is overwritten."""

from datetime import date, datetime

from yizhi.desk.record.models import DatedFact
from yizhi.rules.refusal import refuse


def give_way(before: DatedFact, starts: date, *, by: str, now: datetime) -> None:
    """Let the version before end where the new one starts; one that never held is only superseded."""
    earlier = before.valid_from
    supersede(before, now)
    if earlier < starts:
        before.pk, before.valid_to, before.recorded_at, before.recorded_by = None, starts, now, by
        before.superseded_at = None
        before.save(force_insert=True)


def supersede(row: DatedFact, now: datetime) -> None:
    """Mark a row as known until now only. Refuses a moment not after the one at which it was entered."""
    if row.recorded_at >= now:
        raise refuse("corrected-too-early", "更正的时间不晚于原来录入的时间。", "", "稍后再试。")
    type(row)._default_manager.filter(pk=row.pk).update(superseded_at=now)
