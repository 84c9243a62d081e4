"""十六人同时写 Sixteen who write at once: no error, no gap or double in the numbers, every chain holds, the copies are what the record gives.

    python -m tests.writers --seconds 60        on the database of YIZHI_DATABASE_URL (empty: a new SQLite file)

Parts of it: `build` makes the cast and prints a token, `check FILE` looks for every act that was acknowledged.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yizhi.web.settings")
django.setup()

from django.utils import timezone  # noqa: E402

from tests.cast import Cast, at, build, fresh  # noqa: E402
from tests.doors import token  # noqa: E402
from yizhi.desk.cases.actions import perform  # noqa: E402
from yizhi.desk.cases.replay import differences  # noqa: E402
from yizhi.desk.leads.actions import Sighting, register_lead, settle  # noqa: E402
from yizhi.desk.papers.models import Paper, Series  # noqa: E402
from yizhi.desk.papers.telling import Told  # noqa: E402
from yizhi.desk.papers.verifying import verify as verify_papers  # noqa: E402
from yizhi.desk.people.identity import Identity, identities  # noqa: E402
from yizhi.desk.people.models import Account  # noqa: E402
from yizhi.desk.record.models import Entry  # noqa: E402
from yizhi.desk.record.queries import verify  # noqa: E402
from yizhi.web.database import prepare  # noqa: E402

WRITERS, PROCESSES = 16, 4
DAY = "2026-06-01"
NOW = at(f"{DAY} 18:00")
SHARED = uuid.UUID("01900000-0000-7000-8000-000000000000")
RIGHTS = {"rights_told": True, "service_address": "连山镇示意村 1 组", "contact_phone": "0838-5000000"}
OPENED = {"handlers": ["o-jia", "o-yi"], "grounds": "有初步证据。", "opinion": "同意"}
WAY: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("jia", "assess_lead", {"finding": "属实。", "proposal": "建议立案。"}),
    ("ji", "open_case", OPENED),
    ("jia", "tell_rights", RIGHTS),
    ("jia", "order_correction", {"demand": "三日内清运。", "correct_by": "2026-06-04"}),
)


def who(username: str) -> Identity:
    """Return the first identity of an account."""
    return identities(Account.objects.get(username=username), on=NOW.date())[0]


def sighting(words: str, number: int, turn: int) -> Sighting:
    """Return what a writer saw: each time the deed of another day, since one deed has one case."""
    seen_on = NOW.date()
    act_day = seen_on - timedelta(days=turn * WRITERS + number)
    return Sighting(words=words, town="510681109", body="town-lianshan", item="cg-1", found_on=seen_on, act_day=act_day)


def write(number: int, until: float) -> list[str]:
    """Register, settle, assess, open and go on, again and again; return the ids of the acts that were acknowledged."""
    people = {name: who(name) for name in ("jia", "ji")}
    acknowledged: list[str] = []
    turn = 0
    while time.time() < until:
        turn += 1
        told_by_all = uuid.uuid5(SHARED, str(turn))
        register_lead(
            people["jia"], sighting(f"大家都看到的第 {turn} 次", 0, turn), id=told_by_all, done_at=at(DAY), now=NOW
        )
        own = fresh()
        lead = register_lead(
            people["jia"], sighting(f"{number} 号看到的第 {turn} 次", number, turn), id=own, done_at=at(DAY), now=NOW
        )
        acknowledged += [str(told_by_all), str(own)]
        dossier = lead.dossier_id
        settle(people["jia"], dossier, id=fresh(), done_at=at(DAY), now=NOW, party="p-ding")
        for step, (name, kind, facts) in enumerate(WAY):
            officers = ("o-jia", "o-yi") if kind in {"tell_rights", "order_correction"} else ()
            told = Told(id=fresh(), kind=kind, done_at=at(f"{DAY} 1{step}:00"), facts=facts, officers=officers)
            perform(people[name], dossier, told, now=NOW)
            acknowledged.append(str(told.id))
    return acknowledged


def work(first: int, count: int) -> int:
    """Be `count` writers in this process, until the moment told on a line; print as JSON what was acknowledged and what went wrong."""
    print("ready", flush=True)
    until = float(sys.stdin.readline())
    errors: list[str] = []
    acknowledged: list[str] = []
    with ThreadPoolExecutor(count) as pool:
        for future in [pool.submit(write, first + number, until) for number in range(count)]:
            try:
                acknowledged += future.result()
            except Exception as error:
                errors.append(f"{type(error).__name__}: {error}")
    print(json.dumps({"acknowledged": acknowledged, "errors": errors}))
    return 0


def faults(acknowledged: list[str]) -> list[str]:
    """Return everything that is wrong in the database after the writers have gone."""
    kept = {str(id) for id in Entry.objects.values_list("id", flat=True)}
    found = [f"lost: {id}" for id in acknowledged if id not in kept]
    found += [f"{fault.where}：{fault.what}" for fault in (*verify(), *verify_papers())]
    found += [str(one) for one in differences(now=timezone.now())]
    return found + _numbers()


def _numbers() -> list[str]:
    """A series runs from one to its last number, each once."""
    rows = Paper.objects.exclude(serial=None).values_list("body_id", "word", "year", "serial")
    counted: dict[tuple[str, str, int | None], Counter[int | None]] = {}
    for body, word, year, serial in rows:
        counted.setdefault((body, word, year), Counter())[serial] += 1
    last = {(one.body_id, one.word, one.year): one.last for one in Series.objects.all()}
    return [
        f"numbers of {key}: {len(serials)} papers, last {last.get(key)}"
        for key, serials in counted.items()
        if sorted(serials.elements()) != list(range(1, (last.get(key) or 0) + 1))
    ]


def run(seconds: float) -> int:
    """Let sixteen write for some seconds, look at what they left, print it; 0 when nothing is wrong."""
    prepared()
    each = WRITERS // PROCESSES
    words = [[sys.executable, "-m", "tests.writers", "work", str(n * each), str(each)] for n in range(PROCESSES)]
    running = [subprocess.Popen(one, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for one in words]
    for one in running:
        assert one.stdout and one.stdout.readline() == "ready\n"
    until = f"{time.time() + seconds}\n"
    for one in running:
        assert one.stdin
        one.stdin.write(until)
        one.stdin.flush()
    told = [json.loads(one.communicate()[0]) for one in running]
    acknowledged = [id for one in told for id in one["acknowledged"]]
    wrong = [error for one in told for error in one["errors"]] + faults(acknowledged)
    for line in wrong[:20]:
        print(line)
    print(
        f"{WRITERS} writers, {seconds:g} s: {Entry.objects.count()} entries, {Paper.objects.count()} papers, "
        f"{len(wrong)} faults"
    )
    return 1 if wrong or not acknowledged else 0


def prepared() -> Cast:
    """Make the database and the cast in it."""
    prepare()
    return build()


def main() -> int:
    """Read the command line."""
    words = argparse.ArgumentParser()
    words.add_argument("part", nargs="*", default=[])
    words.add_argument("--seconds", type=float, default=60)
    args = words.parse_args()
    match args.part:
        case []:
            return run(args.seconds)
        case ["work", first, count]:
            return work(int(first), int(count))
        case ["build"]:
            print(token(prepared().jia))
            return 0
        case ["check", file]:
            wrong = faults(Path(file).read_text().split())
            print("\n".join(wrong) or "nothing lost")
            return 1 if wrong else 0
    raise SystemExit(words.format_usage())


if __name__ == "__main__":
    if "YIZHI_HOME" not in os.environ:
        os.environ["YIZHI_HOME"] = tempfile.mkdtemp(prefix="yizhi-writers-")
        os.execv(sys.executable, [sys.executable, "-m", "tests.writers", *sys.argv[1:]])
    raise SystemExit(main())
