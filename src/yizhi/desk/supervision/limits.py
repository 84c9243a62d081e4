"""监督期限 The limits that run in a matter: from the record and the rules, for its page, for 待办 and for the page 期限."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from yizhi.desk.cases.work import LIMITS, Due
from yizhi.desk.matters.queries import standing
from yizhi.desk.papers.proceeding import running_limit
from yizhi.desk.papers.words import limit_row
from yizhi.desk.people.identity import Identity
from yizhi.rules.procedure.judging import Circumstances
from yizhi.rules.procedure.letter_term import letter_limit
from yizhi.rules.procedure.limits import Limit, limits
from yizhi.rules.procedure.state import CaseState, day_of
from yizhi.rules.procedure.table import SUPERVISED

from .around import title_of
from .models import SupervisionMatter
from .permitting import roles_in, visible
from .telling import OF_THE_BODY

MOST = 300
OBJECTION = "object_to_supervision"
OF_THE_AUTHORITY = frozenset({"notify_body", "transfer_matter"})


def running_in(state: CaseState) -> list[Limit]:
    """Return the limits that run in a matter, the first to end first; none when it is over."""
    law = standing()
    # Limits follow from the record alone, so the clock may stand where the record ends.
    now = state.entries[-1].done_at
    here = Circumstances(now=now, calendar=law.calendar, table=law.rules, dictionary=law.dictionary)
    found = [*limits(state, here), letter_limit(state, here)] if state.stage != "archived" else []
    running = [one for one in found if one is not None and one.met_on is None and one.due.safe is not None]
    return sorted(running, key=_last)


def copies_of(state: CaseState) -> dict[str, Any]:
    """Return what lists keep: the limits that run, and the first last day among those that are not only the body's own right."""
    running = running_in(state)
    pressing = [_last(one) for one in running if not one.others]
    return {"running": [running_limit(one) for one in running], "due_on": min(pressing, default=None)}


def shown(matter: SupervisionMatter, state: CaseState, roles: frozenset[str], today: date) -> list[dict[str, Any]]:
    """Return the limits of a matter as its page draws them; the body supervised reads only those of what was sent to it."""
    began = {entry.id: entry.kind for entry in state.entries}
    rows = running_in(state)
    if SUPERVISED in roles:
        rows = [one for one in rows if began[one.started_by] in OF_THE_BODY]
    return [limit_row(one, today) for one in rows]


def supervision_limits(identity: Identity, until: date, town: str) -> Iterator[Due]:
    """Yield the limits of the matters within sight that end on or before a day; a matter lies in the town whose body it is about."""
    rows = visible(identity).filter(ended=False, due_on__lte=until).select_related("body__town", "case")
    for row in (rows.filter(body__town=town) if town else rows).order_by("due_on", "dossier")[:MOST]:
        outside = SUPERVISED in roles_in(identity, row)
        for told in row.running:
            last = date.fromisoformat(told["due"])
            if last <= until and not (outside and told["act"] in OF_THE_AUTHORITY):
                yield Due(
                    dossier=row.dossier_id,
                    number=f"监督 {row.dossier_id}",
                    title=title_of(row),
                    body=row.body.short_name,
                    town=row.body.town.name if row.body.town else "",
                    name=told["name"],
                    rule=told["rule"],
                    act=told["act"],
                    on=last,
                    href=f"/supervision/{row.dossier_id}/",
                    others=told["act"] == OBJECTION,
                )


def _last(one: Limit) -> date:
    last = day_of(one.due.safe)
    assert last is not None
    return last


LIMITS["supervision"] = supervision_limits
