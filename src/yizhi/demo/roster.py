"""花名册 Everybody who acts in the demo county: the cast and, by one rule, the rest. Every name is visibly invented.

Per department and area two officers are posted; every town has three officers; every body that decides has one who
approves and one who reviews. The same `today` gives the same roster.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import Any

from .tables import rows, table

SURNAMES = "赵钱孙李吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
MARKS = ("例", "样", "示", "拟", "演", "设", "试", "范")
TOWN_OFFICERS = 3
POSTED_EACH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An officer of the demo. `body` holds the qualification; `area` where a department's officer is posted; days count from today.

    `named`: the account is one of those a visitor signs in with.
    """

    code: str
    name: str
    body: str
    area: str = ""
    account: str = ""
    named: bool = False
    domains: tuple[str, ...] = ()
    days_left: int | None = None
    suspended_days: int | None = None
    was_posted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An account without an officer: somebody who approves, reviews, supervises or maintains."""

    username: str
    name: str
    role: str
    body: str
    named: bool = False
    area: str = ""


@cache
def officers() -> tuple[Person, ...]:
    """Return every officer: the cast first, then those the rule adds."""
    cast = [_cast(row) for row in table("cast")["officer"]]
    names = _names({person.name for person in cast})
    return (*cast, *_town_officers(cast, names), *_posted(cast, names))


@cache
def seats() -> tuple[Seat, ...]:
    """Return every account without an officer, the named ones first."""
    named = [Seat(**row, named=True) for row in table("cast")["account"]]
    held = {(seat.role, seat.body) for seat in named}
    names = _names(
        {seat.name for seat in named} | {person.name for person in officers()}, marks=("拟定", "示范", "演示")
    )
    rest = [
        Seat(username=f"{body}-{role}", name=next(names), role=role, body=body)
        for body in deciding_bodies()
        for role in ("approver", "reviewer")
        if (role, body) not in held
    ]
    return (*named, *rest)


def deciding_bodies() -> list[str]:
    """Return the codes of the bodies that decide cases: twelve towns and the eight departments of a domain."""
    return [row["body"] for row in rows("towns")] + [row["code"] for row in rows("departments") if row["domain"]]


def certificate_until(person: Person, today: date) -> date:
    """Return the first day on which a certificate no longer holds."""
    return date(today.year + 2, 3, 1) if person.days_left is None else today + timedelta(days=person.days_left)


def _cast(row: dict[str, Any]) -> Person:
    return Person(**{**row, "domains": tuple(row.get("domains", ())), "named": "account" in row})


def _town_officers(cast: list[Person], names: Iterator[str]) -> Iterator[Person]:
    for row in rows("towns"):
        have = sum(person.body == row["body"] for person in cast)
        for number in range(have + 1, TOWN_OFFICERS + 1):
            account = f"{row['body']}-officer" if number == have + 1 else ""
            yield Person(code=f"{row['body']}-{number}", name=next(names), body=row["body"], account=account)


def _posted(cast: list[Person], names: Iterator[str]) -> Iterator[Person]:
    for department in rows("departments"):
        for area in rows("areas") if department["domain"] else ():
            have = sum((person.body, person.area) == (department["code"], area["code"]) for person in cast)
            for number in range(have + 1, POSTED_EACH + 1):
                place = area["code"].removeprefix("area-")
                code = f"{department['code']}-{place}-{number}"
                account = code if number == have + 1 else ""
                yield Person(
                    code=code,
                    name=next(names),
                    body=department["code"],
                    area=area["code"],
                    account=account,
                    domains=(department["domain"],),
                )


def _names(taken: set[str], marks: tuple[str, ...] = MARKS) -> Iterator[str]:
    for turn in count():
        for number, surname in enumerate(SURNAMES):
            name = surname + marks[(number + turn) % len(marks)] + ("" if turn < len(marks) else "甲")
            if name not in taken:
                taken.add(name)
                yield name
