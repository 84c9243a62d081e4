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
from yizhi.rules.procedure.tests.inspecting_invariants import (
    approved_for_the_day,
    body_may_inspect,
    corrected_by_a_day_and_looked_at,
    everybody_certified,
    joined_or_said_why,
    nothing_after_withdrawing,
    only_published_items,
    shown_told_and_recorded,
    urgent_made_up,
    within_the_cap,
)
from yizhi.rules.procedure.tests.plain_record import About
from yizhi.rules.procedure.tests.supervising_invariants import (
    closed_on_what_the_record_bears,
    decided_after_time_to_answer,
    each_by_whom_it_is_for,
    in_the_order_of_days,
    not_beside_review_or_suit,
    objected_within_fifteen_days,
    objections_are_answered,
    officers_handled_ahead,
    one_matter_of_a_case,
    paper_fits_what_was_found,
    signed_for_after_issue,
    term_lies_ahead,
    two_supervisors_with_certificates,
)

Invariant = Callable[[Entry, Sequence[Entry], About], str | None]

OF_INSPECTION: tuple[Invariant, ...] = (
    approved_for_the_day,
    urgent_made_up,
    everybody_certified,
    body_may_inspect,
    only_published_items,
    within_the_cap,
    joined_or_said_why,
    shown_told_and_recorded,
    corrected_by_a_day_and_looked_at,
    nothing_after_withdrawing,
)
OF_SUPERVISION: tuple[Invariant, ...] = (
    two_supervisors_with_certificates,
    not_beside_review_or_suit,
    one_matter_of_a_case,
    paper_fits_what_was_found,
    term_lies_ahead,
    signed_for_after_issue,
    objected_within_fifteen_days,
    decided_after_time_to_answer,
    objections_are_answered,
    each_by_whom_it_is_for,
    closed_on_what_the_record_bears,
    officers_handled_ahead,
    in_the_order_of_days,
)
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
    *OF_INSPECTION,
    *OF_SUPERVISION,
)
