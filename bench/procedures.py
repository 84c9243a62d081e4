"""Random acts in all procedures together, each accepted one read by every invariant; the figures are printed.

    python -m bench.procedures [--acts 100000] [--seed 2026]

An invariant that does not hold ends the run with the record that broke it.
"""

import argparse
import random
import time

from yizhi.rules.procedure.tests.random_play import play


def main() -> None:
    """Play and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--acts", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=2026)
    told = asked.parse_args()
    started = time.process_time()
    tally = play(told.acts, random.Random(told.seed))
    print(tally)
    print(f"seed {told.seed}, {time.process_time() - started:.0f} s of processor time; every invariant held")


if __name__ == "__main__":
    main()
