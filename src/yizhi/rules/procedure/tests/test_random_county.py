"""Random acts in all procedures together reach nothing unlawful: every accepted one is read by every invariant.

Longer, with the figures printed: `python -m bench.procedures --acts 100000`.
"""

import random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from yizhi.rules.procedure import TABLES
from yizhi.rules.procedure.tests.invariants import INVARIANTS
from yizhi.rules.procedure.tests.random_county import RandomCounty, play
from yizhi.rules.procedure.tests.tally import Tally

KINDS = sorted({act.kind for table in TABLES for act in table.acts})


class AllProcedures(RuleBasedStateMachine):
    """Several cases of one party at once; what is done next, and what is wanted, is drawn."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        self.county = RandomCounty(random.Random(seed), Tally())

    @rule(tries=st.integers(1, 12))
    def try_some(self, tries: int) -> None:
        for _ in range(tries):
            self.county.try_one()

    @rule(kind=st.sampled_from(KINDS), tries=st.integers(1, 12))
    def want(self, kind: str, tries: int) -> None:
        """A case wants this act next and does what comes before it."""
        for case in self.county.running[:1]:
            case.want(kind)
        self.try_some(tries)

    @rule(days=st.sampled_from([1, 5, 7, 8, 15, 30, 90, 180]))
    def let_time_pass(self, days: int) -> None:
        for case in self.county.running:
            case.case.wait(days)


TestAllProcedures = AllProcedures.TestCase
TestAllProcedures.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_the_random_acts_go_deep():
    """Otherwise the machine would prove nothing: a fixed seed, counted here and printed."""
    tally = play(2000, random.Random(4))
    print(tally)
    assert tally.share > 0.4, "most of what is tried must be lawful"
    assert tally.rows[0] > 0.8 * tally.rows[1] and tally.reached_stages[0] > 0.8 * tally.reached_stages[1]
    unasked = {one.__name__ for one in INVARIANTS} - set(tally.held)
    assert len(unasked) <= 3, f"these had nothing to look at: {unasked}"
