"""超期 Whether a limit of the case has passed, for the guards that answer for it."""

from datetime import datetime

from yizhi.rules.procedure.clocks import clock
from yizhi.rules.procedure.judging import Judging
from yizhi.rules.procedure.limits import Limit, limit_of
from yizhi.rules.procedure.state import local


def run_out(judging: Judging, clock_id: str) -> Limit | None:
    """Return the limit of a clock that still runs and whose last day has passed when the act is done, else None."""
    limit = limit_of(clock(clock_id), judging.state, judging.circumstances)
    return limit if limit is not None and limit.met_on is None and limit.overdue(judging.day) else None


def late_by_the_hour(judging: Judging, limit: Limit | None) -> datetime | None:
    """Return the moment by which a limit in hours was to be kept when the act comes after it, else None."""
    last = limit.due.due if limit else None
    if not isinstance(last, datetime):
        return None
    return last if local(judging.proposal.done_at) > local(last) else None
