"""What must be true of every record, read from the record alone.

Each function looks at one entry that was accepted, the entries before it and what is known about the case, and returns the fault in words,
"" when there is none, None when the entry is none of its business.
"""

from collections.abc import Callable, Sequence

from yizhi.rules.procedure import Entry
from yizhi.rules.procedure.tests.deciding_invariants import (
    dated_last,
    discussed_when_grave,
    fined_once,
    hearing_held_when_asked,
    ninety_days,
    no_heavier_than_noticed,
    no_penalty_for_a_crime,
    nothing_while_suspended,
    noticed_and_heard,
    reviewed_by_another,
    small_on_the_spot,
    two_qualified_officers,
)
from yizhi.rules.procedure.tests.forcing_invariants import (
    force_after_review_and_suit,
    force_by_day_and_served,
    held_seven_workdays,
    no_coercion_under_entrustment,
    nothing_after_archive,
    nothing_left_sealed,
    paid_no_more_than_owed,
    recused_stay_out,
)
from yizhi.rules.procedure.tests.plain_record import About

Invariant = Callable[[Entry, Sequence[Entry], About], str | None]

INVARIANTS: tuple[Invariant, ...] = (
    two_qualified_officers,
    noticed_and_heard,
    no_heavier_than_noticed,
    reviewed_by_another,
    discussed_when_grave,
    hearing_held_when_asked,
    ninety_days,
    no_coercion_under_entrustment,
    held_seven_workdays,
    nothing_left_sealed,
    force_after_review_and_suit,
    force_by_day_and_served,
    fined_once,
    small_on_the_spot,
    nothing_after_archive,
    nothing_while_suspended,
    no_penalty_for_a_crime,
    recused_stay_out,
    paid_no_more_than_owed,
    dated_last,
)
