"""Reasoned authority answers a second, beside cedarpy and casbin asked the same questions of the same county.

    python -m bench.authority [--seconds 5]

One process, one thread. Every engine's answers are first compared with ours: an engine that disagrees is not timed.
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from bench.authority_peers import Ask, casbin_keyed, casbin_whole, cedar_sliced, cedar_whole
from bench.authority_world import county, questions
from yizhi.rules.authority import Question, World, decide, matrix

ASKED = 20_000
COMPARED = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the table: what was asked, how many a second, and the seconds its set-up took."""

    what: str
    per_second: float
    set_up: float


def measure(seconds: float = 5.0) -> list[Reading]:
    """Return the readings, each taken over `seconds`; ours first."""
    tables = county()
    asked = questions(tables, ASKED)
    started = time.perf_counter()
    world = World.of(tables)
    world.known()
    set_up = time.perf_counter() - started
    posed = [Question.of(each) for each in asked]
    ours = [
        Reading("decide, reasons found", _rate(lambda each: decide(each, world), posed, seconds), set_up),
        Reading("decide, sentences written", _rate(lambda each: decide(each, world).explained, posed, seconds), set_up),
        Reading(
            "decide, whole answer as JSON values",
            _rate(lambda each: decide(each, world).as_dict(), posed, seconds),
            set_up,
        ),
        Reading("matrix, one item in one town", _matrix_rate(world, tables), set_up),
    ]
    return ours + [_peer(name, make, tables, asked, world, seconds) for name, make in PEERS]


PEERS: tuple[tuple[str, Callable[[Any], Ask]], ...] = (
    ("cedarpy, a policy set for each item and town", cedar_sliced),
    ("cedarpy, one policy set", cedar_whole),
    ("casbin FastEnforcer, keyed on item", casbin_keyed),
    ("casbin Enforcer", casbin_whole),
)


def _peer(
    name: str, make: Callable[[Any], Ask], tables: Any, asked: list[dict[str, Any]], world: World, seconds: float
) -> Reading:
    started = time.perf_counter()
    ask = make(tables)
    set_up = time.perf_counter() - started
    for each in asked[:COMPARED]:
        answer = decide(Question.of(each), world)
        expected = tuple(
            answer.deciding_body == each["town"] and officer in answer.officers_counted for officer in each["officers"]
        )
        assert ask(each) == expected, f"{name} answers otherwise: {each}"
    return Reading(name, _rate(ask, asked, seconds), set_up)


def _rate(ask: Callable[[Any], object], asked: Iterable[Any], seconds: float) -> float:
    """Return how many of `asked`, again and again, are answered a second over `seconds`."""
    gc.collect()
    count, started = 0, time.perf_counter()
    deadline = started + seconds
    for each in cycle(asked):
        ask(each)
        count += 1
        if not count % 16 and time.perf_counter() >= deadline:
            break
    return count / (time.perf_counter() - started)


def _matrix_rate(world: World, tables: Any) -> float:
    items, towns = (
        [row["id"] for row in tables["items"]],
        [row["id"] for row in tables["bodies"] if row["kind"] == "town"],
    )
    started = time.perf_counter()
    cells = matrix(world, items, towns, Question.of(questions(tables, 1)[0]).on)
    return len(cells) / (time.perf_counter() - started)


def table(readings: list[Reading]) -> Iterator[str]:
    """Yield the lines of the table; a ratio is the first reading against this one."""
    first = readings[0].per_second
    yield f"{'asked':46} {'answers/s':>10} {'ours is':>9} {'set-up s':>9}"
    for reading in readings:
        ratio = f"{first / reading.per_second:,.1f}×"
        yield f"{reading.what:46} {reading.per_second:>10,.0f} {ratio:>9} {reading.set_up:>9.2f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0, help="for each reading, 15 at most")
    for line in table(measure(min(parser.parse_args().seconds, 15.0))):
        print(line)


if __name__ == "__main__":
    main()
