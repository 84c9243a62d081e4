"""Random counties played one after another, each with a few cases at once."""

import random

from yizhi.rules.procedure import Procedure
from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.summary import SUMMARY
from yizhi.rules.procedure.supervision import SUPERVISION
from yizhi.rules.procedure.tests.random_county import RandomCounty, some_procedure
from yizhi.rules.procedure.tests.tally import Tally


def play(acts: int, dice: random.Random, at_once: int = 4, watched: float = 0.3) -> Tally:
    """Try this many acts, county after county, several cases at once in each; `watched` the share of counties with visits and supervision."""
    tally = Tally()
    while tally.acts < acts:
        county = RandomCounty(dice, tally)
        for procedure in (
            _watched(county) if dice.random() < watched else [some_procedure(dice) for _ in range(at_once)]
        ):
            county.open(procedure, dice.randrange(20))
        while county.running and tally.acts < acts:
            county.try_one()
    return tally


def _watched(county: RandomCounty) -> list[Procedure]:
    """Let a case go some way, mostly towards a review, and return what is opened beside it: matters about it, inspections of one shop."""
    case = county.open(SUMMARY, 0)
    case.want(county.dice.choice(("receive_review", "contest_result", "archive_case")))
    for _ in range(county.dice.choice((0, 20, 40))):
        case.try_one()
    return [SUPERVISION] * 3 + [INSPECTION] * 3
