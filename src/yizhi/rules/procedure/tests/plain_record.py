"""A record read plainly, for the invariants: entries, days counted one by one, sums. No guard, clock or limit of the product is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from yizhi.law import read_csv
from yizhi.rules.procedure import Entry
from yizhi.rules.tests.plain_counter import UnknownYearError, plain_workday

KNOWN_WORKDAY = plain_workday(read_csv("calendar"))
QUALIFIED = frozenset(["甲", "乙", "庚"])
DEFENCE_DAYS: Mapping[str, int] = {"住建/城管": 5, "市场监管": 5, "农业": 3}
COERCIVE = frozenset(
    [
        "approve_sealing",
        "seal_property",
        "announce_demolition",
        "decide_enforcement",
        "decide_substitute",
        "carry_out_enforcement",
    ]
)
STANDING_STILL = frozenset(["suspend_investigation", "entrust_test", "test_sealed", "request_hearing"])
ENDINGS = frozenset(["decide_no_penalty", "close_case", "withdraw_case", "terminate_investigation"])
INVESTIGATING = frozenset(["inquire", "record_scene", "survey", "sample", "collect_evidence", "conclude_investigation"])
CONTESTS = ("receive_review", "receive_suit")
PENALTIES = ("decide_penalty", "decide_on_spot")
FELL = ("revoked", "redo", "void")


def is_workday(day: date) -> bool:
    """Of a year whose days off are not known yet, only the weekend is known."""
    try:
        return bool(KNOWN_WORKDAY(day))
    except UnknownYearError:
        return day.weekday() < 5


@dataclass(frozen=True)
class Shop:
    """What is true of a shop and of the body that inspects it. `cap`: visits a year, None = nobody knows; `sure`: read in the publication itself."""

    announced_on: date | None = date(2020, 1, 1)
    by_justice: bool = True
    published_on: date | None = date(2020, 1, 1)
    outside: bool = False
    cap: int | None = 2
    sure: bool = True


@dataclass(frozen=True)
class About:
    """What is known of a case besides its record. `elsewhere`: the records of other cases of the same party and deed.

    `roles`: what the actor is. `certificates`: who holds a supervision certificate, until which day (None = for good). `case`: the record of the
    case that is supervised. `beside`: the records of the other matters about that case. `visits`: those of other inspections of the shop.
    """

    domain: str
    mode: str
    party_kind: str
    elsewhere: tuple[Sequence[Entry], ...] = ()
    roles: frozenset[str] = frozenset()
    certificates: Mapping[str, date | None] = field(default_factory=dict)
    case: Sequence[Entry] = ()
    beside: tuple[Sequence[Entry], ...] = ()
    shop: Shop = Shop()
    visits: tuple[Sequence[Entry], ...] = ()

    def certified(self, person: str, on: date) -> bool:
        """Whether somebody holds a supervision certificate that day; it no longer counts on the day it ends."""
        until = self.certificates.get(person, date.min)
        return until is None or on < until


def of(entries: Sequence[Entry], *kinds: str) -> list[Entry]:
    return [entry for entry in entries if entry.kind in kinds]


def since(entries: Sequence[Entry], entry: Entry) -> Sequence[Entry]:
    return entries[entries.index(entry) + 1 :]


def workdays(start: date, end: date) -> int:
    """Workdays after `start` and before `end`."""
    return sum(is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days))


def rolled(day: date) -> date:
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def answered(entry: Entry, code: str) -> bool:
    return bool((entry.facts.get("answers") or {}).get(code))


def amount(entry: Entry, key: str) -> Decimal:
    return Decimal(str(entry.facts.get(key) or 0))


def day(text: object) -> date:
    return date.fromisoformat(str(text)[:10])


def served_on(service: Entry, domain: str) -> date:
    """The day on which a paper counts as served; public notice runs sixty days where the domain's rules say so."""
    longer = {"public_notice": 60 if domain in ("农业", "交通") else 30}
    return day(service.facts["served_on"]) + timedelta(days=longer.get(str(service.facts["service_method"]), 0))


def open_ones(before: Sequence[Entry], opening: str, *closing: str) -> list[Entry]:
    waiting: list[Entry] = []
    for entry in before:
        if entry.kind == opening:
            waiting.append(entry)
        elif entry.kind in closing and waiting:
            waiting.pop(0)
    return waiting


def contested(before: Sequence[Entry]) -> bool:
    decided = of(before, *PENALTIES)
    later = since(before, decided[-1]) if decided else before
    asked = of(later, *CONTESTS)
    return bool(asked) and not of(since(later, asked[-1]), "contest_result")


def standing_fine(record: Sequence[Entry]) -> Decimal:
    decided = of(record, *PENALTIES)
    if not decided:
        return Decimal(0)
    results = of(since(record, decided[-1]), "contest_result")
    fell = bool(results) and results[-1].facts["contest_outcome"] in FELL
    changed = [one for one in results if one.facts["contest_outcome"] == "changed"]
    return (
        Decimal(0)
        if fell
        else amount(changed[-1], "changed_fine_yuan")
        if changed
        else amount(decided[-1], "fine_yuan")
    )
