"""Makes small crowded worlds, so that rare meetings (two conferrals, a recall in transition) are common."""

import itertools
import random

DAYS = [f"2026-{month:02d}-{day:02d}" for month in (1, 2, 3) for day in (1, 2, 10)]
MOMENTS = [None, None, None, "2026-01-02", "2026-02-02T09:00:00", "2026-03-01"]


def span(dice, open_chance=0.4):
    first, last = sorted(dice.sample(DAYS, 2))
    return {"from": first if dice.random() < 0.6 else "2025-01-01", "to": None if dice.random() < open_chance else last}


def bodies():
    return [
        {"id": "gov", "kind": "government", "name": "示意县人民政府", "county": "510681", "parent": None},
        {"id": "city", "kind": "government", "name": "示意市人民政府", "county": "510600", "parent": None},
        {"id": "east", "kind": "town", "name": "东示镇人民政府", "county": "510681", "parent": "gov"},
        {"id": "west", "kind": "town", "name": "西示镇人民政府", "county": "510681", "parent": "gov"},
        {"id": "urban", "kind": "department", "name": "示意城管部门", "county": "510681", "parent": "gov"},
        {"id": "farm", "kind": "department", "name": "示意农业部门", "county": "510681", "parent": "gov"},
        {"id": "above", "kind": "department", "name": "示意市级部门", "county": "510600", "parent": "city"},
    ]


def item(dice, name):
    bases = [
        {
            "law": "示例条例",
            "article": f"第{number}条",
            "effective": "2025-01-01" if dice.random() < 0.7 else dice.choice(DAYS),
            "expiry": dice.choice([None, None, "2026-12-31", *DAYS[3:]]),
        }
        for number in range(dice.choice([1, 1, 2]))
    ]
    if dice.random() < 0.1:
        bases[0] |= {"law": "城乡规划法", "article": "第65条"}
    for basis in bases:
        if basis["expiry"] and basis["expiry"] < basis["effective"]:
            basis["expiry"] = None
    kind = dice.choice(["penalty", "penalty", "coercion", "inspection", "other"])
    owner = dice.choice(["urban", "urban", "farm", "above", "gov"])
    return {
        "id": name,
        "name": f"示例：{name}",
        "kind": kind,
        "domain": dice.choice("甲乙"),
        "owner": owner,
        "bases": bases,
    }


def allocation(dice, name):
    row = {
        "id": name,
        "item": dice.choice(["one", "two"]),
        "town": dice.choice(["east", "east", "west"]),
        "mode": dice.choice(["statutory", "conferral", "conferral", "conferral", "entrustment", "entrustment"]),
        **span(dice, 0.3),
        "published_on": dice.choice(["2024-12-01", "2024-12-01", "2024-12-01", None, dice.choice(DAYS)]),
        "decision": dice.choice(["省决定", "省决定", "省决定", None]),
        "basis": dice.choice(["示例规章", "示例规章", "示例规章", None]),
        "letter": dice.choice(["委托书", "委托书", "委托书", ""]),
        "on_recall": dice.choice(["continue", "transfer", None]),
        "coercion": dice.choice([True, False]),
    }
    if dice.random() < 0.4:
        row["transition_until"] = dice.choice(DAYS)
        row["transition_body"] = dice.choice(["department", "department", "town", None])
    return row


def certificate(dice, name, officer):
    periods, edges = [], ["2025-01-01", *sorted(dice.sample(DAYS, dice.choice([0, 0, 1, 2]))), None]
    for first, last in itertools.pairwise(edges):
        if dice.random() < 0.92:
            status = dice.choice(["valid"] * 10 + ["suspended", "revoked"])
            periods.append({"status": status, "from": first, "to": last})
    dates = {"from": "2025-01-01", "to": None} if dice.random() < 0.7 else span(dice)
    domains = dice.choice([[], [], [], [], ["甲"], ["乙"], ["甲", "乙"]])
    return {"id": name, "officer": officer, **dates, "domains": domains, "status_periods": periods}


OFFICERS = {"a": "east", "b": "east", "c": "west", "d": "urban", "e": "urban", "f": "farm", "g": "above"}


def posting(dice, name):
    officer = dice.choice(list(OFFICERS))
    named = dice.sample(["east", "west", "urban", "farm"], dice.choice([1, 2, 3]))
    if OFFICERS[officer] in ("east", "west"):
        named = [body for body in named if body in ("east", "west")] or ["east"]
    return {
        "id": name,
        "officer": officer,
        "area": dice.choice(["north", "south"]),
        **span(dice, 0.7),
        "acts_for": named,
    }


def corrections(dice, table, make):
    """Some rows of a table again, otherwise filled, with a later `recorded_at`."""
    again = []
    for row in table:
        if dice.random() < 0.2:
            again.append({**make(row), "recorded_at": dice.choice(["2026-01-02", "2026-02-02T08:00:00", "2026-02-10"])})
    return table + again


def world(seed):
    dice = random.Random(seed)
    areas = [
        {"id": name, "name": name, "centre_town": "east", "member_towns": [
            {"town": town, **span(dice, 0.8)} for town in ("east", "west") if dice.random() < 0.8]}
        for name in ("north", "south")
    ]  # fmt: skip
    allocations = [allocation(dice, f"k{number}") for number in range(dice.choice([1, 2, 3, 4, 5]))]
    officers = [
        {"id": name, "body": body, "employer": body, "from": dice.choice(["2025-01-01"] * 8 + DAYS[:2]),
         "to": dice.choice([None] * 8 + DAYS[4:])}
        for name, body in OFFICERS.items()
    ]  # fmt: skip
    certificates = [certificate(dice, f"c-{name}", name) for name in OFFICERS if dice.random() < 0.97]
    certificates += [certificate(dice, f"d-{name}", name) for name in [*OFFICERS, "ghost"] if dice.random() < 0.3]
    return {
        "bodies": bodies(),
        "areas": areas,
        "items": corrections(dice, [item(dice, "one"), item(dice, "two")], lambda row: item(dice, row["id"])),
        "allocations": corrections(dice, allocations, lambda row: allocation(dice, row["id"])),
        "officers": officers,
        "certificates": corrections(dice, certificates, lambda row: certificate(dice, row["id"], row["officer"])),
        "postings": [posting(dice, f"p{number}") for number in range(dice.choice([2, 4, 6]))],
        "recusals": [{"id": "r", "officer": dice.choice(list(OFFICERS)), "party": "丁"}],
    }


def question(seed):
    dice = random.Random(seed)
    actions = ["inspect", "open_case", "on_spot_penalty", "penalty_decision", "coercive_measure", "coercive_measure"]
    asked = {
        "item": dice.choice(["one", "two"]),
        "town": dice.choice(["east", "east", "west"]),
        "on": dice.choice(DAYS),
        "action": dice.choice(actions),
        "officers": [dice.choice([*OFFICERS, "ghost"]) for _ in range(dice.choice([0, 2, 3, 4, 5]))],
    }
    if dice.random() < 0.5:
        asked["act_day"] = dice.choice(DAYS)
    if dice.random() < 0.3:
        asked["party"] = dice.choice(["丁", "戊"])
    if dice.random() < 0.3:
        asked["known_at"] = dice.choice(MOMENTS)
    if dice.random() < 0.6:
        asked["opened_on"] = dice.choice([day for day in DAYS if day <= asked["on"]] + DAYS[-1:])
        asked["opened_body"] = dice.choice(["east", "east", "urban", "urban", "farm", "west", "above", "gov"])
    return asked
