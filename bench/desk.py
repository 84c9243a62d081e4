"""The product as its users meet it: list, detail, page, create and search, asked of the running server.

    python -m bench.desk --rows 20000 [--seconds 6]

Uses an empty database: `YIZHI_DATABASE_URL`, else SQLite in a temporary folder. The server is `yizhi serve` with two workers.
"""

import argparse
import atexit
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final
from urllib.parse import quote

HOME = Path(tempfile.mkdtemp(prefix="yizhi-bench-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ.update(YIZHI_HOME=str(HOME), YIZHI_DEMO="1", DJANGO_SETTINGS_MODULE="yizhi.web.settings")

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402
from uuid_utils.compat import uuid7  # noqa: E402

from bench.load import Asked, Reading, measure  # noqa: E402
from bench.rows import MADE_BY, Pattern, load, some  # noqa: E402
from yizhi.desk.cases.models import Case  # noqa: E402
from yizhi.desk.cases.queries import visible  # noqa: E402
from yizhi.desk.people.identity import Identity, identities  # noqa: E402
from yizhi.desk.people.models import Account  # noqa: E402
from yizhi.desk.people.tokens import issue_token  # noqa: E402
from yizhi.desk.record.models import Entry  # noqa: E402
from yizhi.web.database import prepare  # noqa: E402

OFFICER: Final = "duiyuan"
MOST_MADE: Final = 10_000
WARMERS: Final = 100
WARMING: Final = 1
AIMS: Final = {"list": 800, "detail": 1200, "page": 300, "create": 500, "search": 500}
WHAT: Final = {
    "list": "list of 20, area officer (GET /api/v1/cases)",
    "detail": "case detail with limits (GET /api/v1/cases/…)",
    "page": "case page, HTML (GET /cases/…/)",
    "create": "begin a case on the spot (POST /api/v1/cases)",
    "search": "two-character search (GET /api/v1/cases?q=…)",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port, and the seconds until it first answered."""

    port: int
    started_in: float
    pid: int


def main() -> None:
    """Load, serve, measure, print; the last line is the readings as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=6)
    args = parser.parse_args()
    begun = time.perf_counter()
    prepare()
    found = load(args.rows, timezone.now())
    print(f"{connection.vendor}, {args.rows:,} cases, loaded in {time.perf_counter() - begun:.0f} s", flush=True)
    asked, headers = requests(found)
    connection.close()
    with served() as server:
        readings = {}
        for name in WHAT:
            who = headers["page" if name == "page" else "api"]
            measure(server.port, asked[name][:WARMERS], who, WARMING)
            begun = cpu(server.pid)
            reading = measure(server.port, asked[name][WARMERS:] or asked[name], who, args.seconds)
            spent = cpu(server.pid) - begun
            readings[name] = replace(reading, cpu=1000 * spent / max(reading.per_second * args.seconds, 1))
        for line in table(readings):
            print(line, flush=True)
        print(f"start-up {server.started_in:.2f} s; memory {memory(server.pid):.0f} MB for all processes of the server")
    print(json.dumps({name: round(reading.per_second, 1) for name, reading in readings.items()}))


def table(readings: dict[str, Reading]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'asked':52} {'req/s':>8} {'p50 ms':>8} {'p99 ms':>8} {'cpu ms':>8} {'aim':>6}  met"
    for name, reading in readings.items():
        aim = AIMS[name]
        met = "yes" if reading.per_second >= aim else "no"
        wrong = f"  {reading.refused} refused or later than 2 s" if reading.refused else ""
        yield f"{WHAT[name]:52} {reading.per_second:>8,.0f} {reading.p50:>8.1f} {reading.p99:>8.1f} {reading.cpu:>8.1f} {aim:>6,}  {met}{wrong}"


def requests(found: list[Pattern]) -> tuple[dict[str, list[Asked]], dict[str, dict[str, str]]]:
    """Return what is asked by name, and the headers of the interface and of a signed-in browser."""
    now = timezone.now()
    account = Account.objects.get(username=OFFICER)
    identity = identities(account, on=timezone.localdate(now))[0]
    token = issue_token(
        account=account, identity=identity, name="bench", scope="write", expires_at=now + timedelta(days=1), now=now
    )
    browser = Client()
    browser.force_login(account)
    browser.get("/")
    numbers = list(some(visible(identity).order_by("-dossier"), 200))
    asked = {
        "list": [Asked("/api/v1/cases")],
        "detail": [Asked(f"/api/v1/cases/{number}") for number in numbers],
        "page": [Asked(f"/cases/{number}/") for number in numbers],
        "create": on_the_spot(identity),
        "search": [Asked(f"/api/v1/cases?q={quote(word)}") for word in words(found)],
    }
    api = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in browser.cookies.items())
    return asked, {"api": api, "page": {"Cookie": cookies}}


def on_the_spot(identity: Identity) -> list[Asked]:
    """Return beginnings of cases of the summary procedure: whose power it is and who counts is asked, a dossier is numbered, an entry chained.

    They repeat the first act of a played case of the officer's body today, each under an id of its own, more than a measurement uses up.
    """
    played = Case.objects.filter(procedure="summary", body=identity.body).exclude(party__entered_by=MADE_BY)
    case = played.order_by("-dossier")[0]
    first = Entry.objects.get(dossier=case.dossier_id, seq=1)
    now = timezone.localtime()
    same = {key: value for key, value in first.facts.items() if key not in {"found_on", "act_day"}}
    told = {
        "item": case.item_id,
        "town": case.town_id,
        "party": case.party_id,
        "act_day": now.date().isoformat(),
        "officers": first.officers,
        "done_at": now.isoformat(),
        "facts": {**same, "found_on": now.date().isoformat()},
    }
    return [Asked("/api/v1/cases", "POST", json.dumps({**told, "id": str(uuid7())})) for _ in range(MOST_MADE)]


def words(found: list[Pattern]) -> list[str]:
    """Return forty words of two characters that stand in some case, rare ones and frequent ones."""
    held = {word for each in found for word in each.case.search.split() if len(word) == 2 and not word.isascii()}
    return random.Random(4).sample(sorted(held), 40)


@contextmanager
def served() -> Iterator[Server]:
    """Start the product's own server and stop it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "yizhi.web.command", "serve", "--port", str(port), "--workers", "2"],
        stdout=subprocess.DEVNULL,
    ) as process:
        try:
            yield Server(port, _first_answer(port, begun), process.pid)
        finally:
            process.terminate()


def _first_answer(port: int, begun: float) -> float:
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60):
                return time.perf_counter() - begun
        except OSError:
            assert time.perf_counter() - begun < 120, "the server does not answer"
            time.sleep(0.02)


def memory(pid: int) -> float:
    """Return the megabytes a process and its children take, shared pages counted once."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return own + sum(memory(int(child)) for child in children)


def cpu(pid: int) -> float:
    """Return the seconds of processor time a process and its children have used."""
    values = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    ticks = int(values[11]) + int(values[12])
    return ticks / os.sysconf("SC_CLK_TCK") + sum(cpu(int(child)) for child in children)


if __name__ == "__main__":
    main()
