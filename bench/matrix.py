"""The whole matrix of a county, and the pages that show it: 4,754 items × 12 towns, some held by every town, some by a few.

    python -m bench.matrix [--items 4754] [--rounds 20]

Uses an empty database: `YIZHI_DATABASE_URL`, else SQLite in a temporary folder. One process, one thread. The number of items is that of
the longest provincial catalogue known to us; the items beyond those of the demo county are its own under new numbers.
"""

import argparse
import atexit
import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

HOME = Path(tempfile.mkdtemp(prefix="yizhi-bench-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ.update(YIZHI_HOME=str(HOME), YIZHI_DEMO="1", DJANGO_SETTINGS_MODULE="yizhi.web.settings")

import django  # noqa: E402

django.setup()

from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from yizhi.demo.facts import build  # noqa: E402
from yizhi.desk.bodies.models import Body  # noqa: E402
from yizhi.desk.matters.facts import book  # noqa: E402
from yizhi.desk.matters.models import Allocation, Item, ItemVersion  # noqa: E402
from yizhi.desk.people.models import Account  # noqa: E402
from yizhi.rules.authority import matrix  # noqa: E402
from yizhi.rules.bigrams import bigrams  # noqa: E402
from yizhi.web.database import prepare  # noqa: E402

Seconds = tuple[float, float]
AIM_MATRIX: Final = 2.0
AIM_PAGE: Final = 0.150
SPREAD: Final = (0, 0, 0, 3, 3, 6, 12)
PAGES: Final = {
    "list of an area": "/lists/area-nongye/",
    "list of every area": "/lists/",
    "list of a field": "/lists/area-nongye/?domain=城市管理",
    "list by two characters": "/lists/area-nongye/?q=垃圾",
    "list of an earlier day": "/lists/area-nongye/?on={early}&with={earlier}",
}


def main() -> None:
    """Make the county, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=4_754)
    parser.add_argument("--rounds", type=int, default=20)
    args = parser.parse_args()
    prepare()
    made = make(args.items)
    print(f"{args.items:,} items, {made:,} allocations")
    print(
        "\n| what | aim s | first s | median s | worst s | first cpu s | median cpu s |\n|---|---|---|---|---|---|---|"
    )
    for line in readings(args.rounds):
        print(line)


def make(items: int, seed: int = 1) -> int:
    """Fill the empty database with the demo's facts and items up to `items`; return how many allocations there are."""
    dice = random.Random(seed)
    with transaction.atomic():
        build(timezone.now())
        patterns = list(ItemVersion.objects.order_by("item_id"))
        wanted = items - len(patterns)
        versions = [_again(patterns[number % len(patterns)], number) for number in range(wanted)]
        Item.objects.bulk_create([_copy(row) for row in versions], batch_size=500)
        ItemVersion.objects.bulk_create(versions, batch_size=500)
        pattern = Allocation.objects.filter(mode="conferral", transition_until=None).order_by("pk")[0]
        towns = list(Body.objects.exclude(town=None).order_by("code").values_list("town", flat=True))
        rows = [_granted(pattern, row, town) for row in versions for town in dice.sample(towns, dice.choice(SPREAD))]
        Allocation.objects.bulk_create(rows, batch_size=500)
    return Allocation.objects.count()


def readings(rounds: int) -> Iterator[str]:
    """Yield a line for the matrix of a day and for each page."""
    today = timezone.localdate()
    days = [today - timedelta(days=30 * number) for number in range(rounds)]
    yield _line(
        "facts read and matrix of today", AIM_MATRIX, [_timed(_changing(lambda: whole(today))) for _ in range(3)]
    )
    yield _line("matrix of any day, with sentences", AIM_MATRIX, [_timed(lambda on=day: whole(on)) for day in days])
    client = Client()
    client.force_login(Account.objects.get(username="duizhang"))
    for name, address in PAGES.items():
        path = address.format(early=days[9], earlier=days[12])
        yield _line(name, AIM_PAGE, [_timed(lambda path=path: _opened(client, path)) for _ in range(rounds)])


def whole(on: date) -> int:
    """Answer for every item in every town with every sentence written; return how many answers."""
    known = book()
    held = matrix(known.world(on), list(known.items), list(known.towns.values()), on)
    return sum(bool(holding.state) and all(each.as_reason() for each in holding.findings) for holding in held.values())


def _opened(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)


def _changing(work: Callable[[], Any]) -> Callable[[], Any]:
    """Return the work as it is after something was recorded: every fact is read anew."""
    Allocation.objects.filter(fact=Allocation.objects.values_list("fact", flat=True)[0]).update(letter="示意")
    return work


def _timed(work: Callable[[], Any]) -> Seconds:
    begun = (time.perf_counter(), time.process_time())
    work()
    return time.perf_counter() - begun[0], time.process_time() - begun[1]


def _line(name: str, aim: float, seconds: Sequence[Seconds]) -> str:
    whole, own = ([each[number] for each in seconds] for number in (0, 1))
    figures = (aim, whole[0], statistics.median(whole[1:]), max(whole[1:]), own[0], statistics.median(own[1:]))
    return f"| {name} | " + " | ".join(f"{each:.3f}" for each in figures) + " |"


def _again(row: ItemVersion, number: int) -> ItemVersion:
    values = {field.attname: getattr(row, field.attname) for field in ItemVersion._meta.concrete_fields}
    code = f"B-{number:05d}"
    return ItemVersion(**{**values, "id": None, "fact": code, "item_id": code, "name": f"{row.name}（{number}）"[:255]})


def _copy(row: ItemVersion) -> Item:
    named = {name: getattr(row, name) for name in ("name", "kind", "domain", "owner_id")}
    return Item(code=row.item_id, search=bigrams(row.name, row.deed, row.item_id), **named)


def _granted(pattern: Allocation, row: ItemVersion, town: str) -> Allocation:
    values = {field.attname: getattr(pattern, field.attname) for field in Allocation._meta.concrete_fields}
    fact = f"{row.item_id}@{town}#1"
    return Allocation(**{**values, "id": None, "fact": fact, "item_id": row.item_id, "town_id": town})


if __name__ == "__main__":
    main()
