"""A made-up county for the authority benchmark: 4,754 items, 9,710 dated grants, 12 towns in 4 areas, 300 officers.

The same seed gives the same county. Everything in it is invented.
"""

import random
from typing import Any, Final

TOWNS: Final = tuple(f"town-{number:02d}" for number in range(1, 13))
DEPARTMENTS: Final = tuple(f"dept-{number:02d}" for number in range(1, 21))
DOMAINS: Final = tuple(f"领域{number:02d}" for number in range(1, 21))
ITEMS: Final = 4754
TOWN_ITEMS: Final = 413
GRANTS: Final = 9710
OFFICERS: Final = 300
SPELLS: Final = (("2024-01-01", "2025-07-01"), ("2025-07-01", None))


def county(seed: int = 1) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of the county as `World.of` reads them."""
    dice = random.Random(seed)
    items = [_item(number) for number in range(ITEMS)]
    officers = [_officer(number) for number in range(OFFICERS)]
    return {
        "bodies": _bodies(),
        "areas": [
            {
                "id": f"area-{number}",
                "name": f"示意片区{number}",
                "centre_town": TOWNS[number * 3],
                "member_towns": [{"town": town, "from": "2023-06-28"} for town in TOWNS[number * 3 : number * 3 + 3]],
            }
            for number in range(4)
        ],
        "items": items,
        "allocations": _grants(dice, items),
        "officers": officers,
        "certificates": [_certificate(dice, officer) for officer in officers],
        "postings": [_posting(dice, officer) for officer in officers if officer["body"].startswith("dept")],
        "recusals": [],
    }


def questions(tables: dict[str, list[dict[str, Any]]], count: int, seed: int = 2) -> list[dict[str, Any]]:
    """Return questions about granted items, each with two officers; about half the people asked about belong to the town."""
    dice = random.Random(seed)
    of_town: dict[str, list[str]] = {}
    for officer in tables["officers"]:
        of_town.setdefault(officer["body"], []).append(officer["id"])
    everybody = [officer["id"] for officer in tables["officers"]]
    asked = []
    for _ in range(count):
        grant = dice.choice(tables["allocations"])
        near = of_town[grant["town"]]
        people = dice.sample(near, 2) if dice.random() < 0.5 else dice.sample(everybody, 2)
        day = f"202{dice.choice('456')}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
        asked.append(
            {"item": grant["item"], "town": grant["town"], "on": day, "action": "penalty_decision", "officers": people}
        )
    return asked


def _bodies() -> list[dict[str, Any]]:
    government = {"id": "gov", "kind": "government", "name": "示意县人民政府", "county": "510681", "parent": None}
    named = [(name, "town", f"示意{name[-2:]}镇人民政府") for name in TOWNS]
    named += [(name, "department", f"示意{name[-2:]}部门") for name in DEPARTMENTS]
    return [government] + [
        {"id": name, "kind": kind, "name": title, "county": "510681", "parent": "gov"} for name, kind, title in named
    ]


def _item(number: int) -> dict[str, Any]:
    place = number % len(DEPARTMENTS)
    return {
        "id": f"item-{number:04d}",
        "name": f"示例事项{number:04d}",
        "kind": "penalty",
        "domain": DOMAINS[place],
        "owner": DEPARTMENTS[place],
        "bases": [{"law": "示例条例", "article": f"第{number + 1}条", "effective": "2020-01-01", "expiry": None}],
    }


def _grants(dice: random.Random, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return conferrals of the town items to every town, one or two spells after each other, `GRANTS` in all."""
    pairs = [(item["id"], town) for item in items[:TOWN_ITEMS] for town in TOWNS]
    single = set(dice.sample(range(len(pairs)), 2 * len(pairs) - GRANTS))
    spells = [
        (*pair, *spell) for number, pair in enumerate(pairs) for spell in (SPELLS[:1] if number in single else SPELLS)
    ]
    return [_grant(dice, number, *spell) for number, spell in enumerate(spells)]


def _grant(dice: random.Random, number: int, item: str, town: str, first: str, last: str | None) -> dict[str, Any]:
    grant = {
        "id": f"grant-{number:05d}",
        "item": item,
        "town": town,
        "mode": "conferral",
        "from": first,
        "to": last,
        "published_on": "2023-12-20",
        "decision": "示意省决定",
        "on_recall": "transfer",
    }
    if dice.random() < 0.2:
        grant |= {"transition_until": f"{first[:4]}-12-01", "transition_body": "department"}
    return grant


def _officer(number: int) -> dict[str, Any]:
    body = TOWNS[number % 12] if number < 180 else DEPARTMENTS[number % 20]
    return {"id": f"officer-{number:03d}", "body": body, "employer": body, "from": "2020-01-01", "to": None}


def _certificate(dice: random.Random, officer: dict[str, Any]) -> dict[str, Any]:
    ends = f"202{dice.choice('5678')}-{dice.randint(1, 12):02d}-01"
    return {
        "id": f"certificate-{officer['id']}",
        "officer": officer["id"],
        "from": "2022-01-01",
        "to": ends,
        "domains": [] if dice.random() < 0.5 else sorted(dice.sample(DOMAINS, 12)),
        "status_periods": [{"status": "valid", "from": "2022-01-01", "to": None}],
    }


def _posting(dice: random.Random, officer: dict[str, Any]) -> dict[str, Any]:
    area = dice.randrange(4)
    return {
        "id": f"posting-{officer['id']}",
        "officer": officer["id"],
        "area": f"area-{area}",
        "from": "2023-07-01",
        "to": None,
        "acts_for": [officer["body"], TOWNS[area * 3]],
    }
