"""Everything that is measured: the authority question, the finder, then the matrix and the desk on both databases at 20,000 rows and at
`BENCH_ROWS`.

    BENCH_ROWS=1000000 python -m bench
    BENCH_ROWS=1000000 python -m bench postgresql    one part alone: authority, finder, papers, sqlite, postgresql
"""

import argparse
import json
import os
import subprocess
import sys
from typing import Final

from bench import authority, finder, papers

USUAL: Final = 20_000
LEAST: Final = 0.7
ON: Final = {"sqlite": [sys.executable], "postgresql": [sys.executable, "tests/postgres.py", sys.executable]}
PARTS: Final = ("authority", "finder", "papers", *ON)


def main() -> None:
    """Print the tables of the parts asked for, of all when none is named."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument(
        "parts", nargs="*", metavar="part", help=f"one or more of {', '.join(PARTS)}; all when left out"
    )
    parts = parser.parse_args().parts or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    print("The load generator and the database server share the machine with the product.\n")
    if "authority" in parts:
        for line in authority.table(authority.measure()):
            print(line)
        print()
    if "finder" in parts:
        finder.main()
    if "papers" in parts:
        papers.main()
    for name in ON:
        if name in parts:
            on_database(name, int(os.environ.get("BENCH_ROWS", USUAL)))


def on_database(name: str, rows: int) -> None:
    """Print the matrix and the desk on one database, and beside a larger number of rows its ratio to the usual one."""
    print(f"\n{name}: ", end="", flush=True)
    subprocess.run([*ON[name], "-m", "bench.matrix"], check=True)
    usual = desk(ON[name], USUAL)
    if rows != USUAL:
        compare(name, rows, usual, desk(ON[name], rows))


def desk(begin: list[str], rows: int) -> dict[str, float]:
    """Measure the desk on one database and return the requests a second by name."""
    print(flush=True)
    kept = {key: value for key, value in os.environ.items() if key != "YIZHI_DATABASE_URL"}
    with subprocess.Popen(
        [*begin, "-m", "bench.desk", "--rows", str(rows)], stdout=subprocess.PIPE, text=True, env=kept
    ) as process:
        assert process.stdout
        last = ""
        for line in process.stdout:
            print(last, end="", flush=True)
            last = line
    if process.returncode:
        raise SystemExit(process.returncode)
    readings: dict[str, float] = json.loads(last)
    return readings


def compare(name: str, rows: int, usual: dict[str, float], many: dict[str, float]) -> None:
    """Print each figure at `rows` as a part of the figure at the usual number of rows."""
    for what, per_second in many.items():
        part = per_second / usual[what]
        print(f"{name}, {what}: {part:.2f} of itself at {rows:,} rows{'' if part >= LEAST else f' — below {LEAST}'}")


if __name__ == "__main__":
    main()
