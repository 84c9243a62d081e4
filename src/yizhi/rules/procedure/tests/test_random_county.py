"""Random acts in all procedures together reach nothing unlawful: every accepted one is read by every invariant.

Longer, with the figures printed: `python -m bench.procedures --acts 100000`.
"""

import random
import sys
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from yizhi.rules.procedure import TABLES, judge
from yizhi.rules.procedure.guards import order
from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.tests import random_county
from yizhi.rules.procedure.tests.invariants import INVARIANTS, OF_INSPECTION, OF_SUPERVISION
from yizhi.rules.procedure.tests.plain_record import Shop
from yizhi.rules.procedure.tests.random_around import Ground
from yizhi.rules.procedure.tests.random_county import RandomCase, RandomCounty
from yizhi.rules.procedure.tests.random_play import play
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


def test_visits_and_supervision_go_all_their_ways():
    """One shop with several visits, one case with several matters: every row of both procedures, every invariant of theirs."""
    tally = play(3000, random.Random(11), watched=1)
    print(tally)
    done = {kind for _, kind in tally.accepted}
    rows = {act.kind for table in (INSPECTION, SUPERVISION) for act in table.acts}
    assert not rows - done
    assert tally.share > 0.25
    assert not {one.__name__ for one in (*OF_INSPECTION, *OF_SUPERVISION)} - set(tally.held)


POOR = Shop(announced_on=None, published_on=None, by_justice=False, outside=True, cap=1)


def test_without_the_guards_every_invariant_of_theirs_finds_a_fault(monkeypatch):
    """Otherwise an invariant might look away: the same random acts, with nothing asked but the stage, what is on file and the fields."""
    faults: Counter[str] = Counter()

    def gather(case, step):
        before, about = case.case.entries, case.county.known_of(case, step)
        faults.update(one.__name__ for one in (*OF_INSPECTION, *OF_SUPERVISION) if one(step.entry, before, about))

    def unguarded(table):
        return replace(table, acts=tuple(replace(act, guards=(), authority=None) for act in table.acts))

    monkeypatch.setattr(sys.modules[judge.__module__], "ALWAYS", (order.in_stage, order.on_file, order.fields_given))
    monkeypatch.setattr(random_county, "MOST_TRIES", 40)
    monkeypatch.setattr(random_county, "some_ground", lambda dice, begins: Ground(POOR, {"丙": None, "丁": begins}))
    monkeypatch.setattr(RandomCase, "_check", gather)
    opened = RandomCounty.open
    monkeypatch.setattr(RandomCounty, "open", lambda county, table, start: opened(county, unguarded(table), start))
    play(4000, random.Random(8), watched=1)
    assert not {one.__name__ for one in (*OF_INSPECTION, *OF_SUPERVISION)} - set(faults)
