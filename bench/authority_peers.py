"""The authority question put to cedarpy and casbin: one grant, one policy; asked once for each officer.

They are asked the smaller part of the question that a policy can say in a line: is there a grant in force of this item to
this town, does the officer act for the town, and does the officer's certificate cover the day and the domain. They name
the policy that matched; they give no reason for a refusal, no mode, no body and no alternatives.
"""

import json
from collections.abc import Callable
from typing import Any

import casbin
import cedarpy

Tables = dict[str, list[dict[str, Any]]]
Asked = dict[str, Any]
Ask = Callable[[Asked], tuple[bool, ...]]
OPEN = 99991231

CASBIN_MODEL = """
[request_definition]
r = org, item, d, certified
[policy_definition]
p = org, item, f, t
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.item == p.item && r.org == p.org && p.f <= r.d && r.d < p.t && r.certified == "yes"
"""


def number(day: str | None) -> int:
    """Return an ISO day as a number that compares as the day; an open end is after every day."""
    return int(day.replace("-", "")) if day else OPEN


def spans(tables: Tables) -> list[tuple[str, str, str, int, int]]:
    """Return id, item, town and the days in which the town itself decides, after the transition, for each grant."""
    rows = []
    for grant in tables["allocations"]:
        first = max(number(grant["from"]), number(grant.get("transition_until") or grant["from"]))
        rows.append((grant["id"], grant["item"], grant["town"], first, number(grant["to"])))
    return rows


def acts_for(tables: Tables) -> dict[str, set[str]]:
    """Return the bodies each officer may act for."""
    bodies = {officer["id"]: {officer["body"]} for officer in tables["officers"]}
    for posting in tables["postings"]:
        bodies[posting["officer"]] |= set(posting["acts_for"])
    return bodies


def cedar_whole(tables: Tables) -> Ask:
    """Every grant in one policy set, every officer in one set of entities."""
    policies = cedarpy.PolicySet.from_str("\n".join(_cedar_policy(*row) for row in spans(tables)))
    entities = cedarpy.Entities.from_json_str(_json(_cedar_entities(tables)))
    return _cedar_ask(tables, lambda _: policies, lambda _: entities)


def cedar_sliced(tables: Tables) -> Ask:
    """One policy set for each item and town, the officer alone as entity: the slice is chosen by the caller."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for row in spans(tables):
        by_place.setdefault((row[1], row[2]), []).append(_cedar_policy(*row))
    sets = {place: cedarpy.PolicySet.from_str("\n".join(rows)) for place, rows in by_place.items()}
    entities = {
        entity["uid"]["id"]: cedarpy.Entities.from_json_str(_json([entity])) for entity in _cedar_entities(tables)
    }
    return _cedar_ask(tables, lambda asked: sets[asked["item"], asked["town"]], lambda officer: entities[officer])


def casbin_whole(tables: Tables) -> Ask:
    """Every grant as a policy line; the enforcer walks them."""
    return _casbin_ask(tables, casbin.Model(), casbin.Enforcer)


def casbin_keyed(tables: Tables) -> Ask:
    """The enforcer that keeps policies by item."""
    return _casbin_ask(tables, casbin.FastModel([1]), lambda model: casbin.FastEnforcer(model, cache_key_order=[1]))


def _casbin_ask(tables: Tables, model: Any, make: Callable[[Any], Any]) -> Ask:
    model.load_model_from_text(CASBIN_MODEL)
    enforcer = make(model)
    enforcer.add_policies([[town, item, str(first), str(last)] for _, item, town, first, last in spans(tables)])
    bodies = acts_for(tables)
    domains = {item["id"]: item["domain"] for item in tables["items"]}
    certificates = {row["officer"]: row for row in tables["certificates"]}

    def ask(asked: Asked) -> tuple[bool, ...]:
        day, answers = str(number(asked["on"])), []
        for officer in asked["officers"]:
            held = certificates[officer]
            fits = not held["domains"] or domains[asked["item"]] in held["domains"]
            certified = "yes" if fits and held["from"] <= asked["on"] < held["to"] else "no"
            org = asked["town"] if asked["town"] in bodies[officer] else "other"
            answers.append(enforcer.enforce(org, asked["item"], day, certified))
        return tuple(answers)

    return ask


def _cedar_policy(name: str, item: str, town: str, first: int, last: int) -> str:
    return (
        f'@id("{name}") permit(principal in Org::"{town}", action == Action::"enforce", resource == Item::"{item}") '
        f'when {{ context.town == "{town}" && context.d >= {first} && context.d < {last} && principal.since <= context.d && '
        f"context.d < principal.until && (principal.every || principal.domains.contains(context.domain)) }};"
    )


def _cedar_entities(tables: Tables) -> list[dict[str, Any]]:
    bodies = acts_for(tables)
    return [
        {
            "uid": {"type": "Officer", "id": row["officer"]},
            "attrs": {
                "since": number(row["from"]),
                "until": number(row["to"]),
                "every": not row["domains"],
                "domains": row["domains"],
            },
            "parents": [{"type": "Org", "id": body} for body in sorted(bodies[row["officer"]])],
        }
        for row in tables["certificates"]
    ]


def _cedar_ask(tables: Tables, policies: Callable[[Asked], Any], entities: Callable[[str], Any]) -> Ask:
    domains = {item["id"]: item["domain"] for item in tables["items"]}

    def ask(asked: Asked) -> tuple[bool, ...]:
        chosen = policies(asked)
        context = {"town": asked["town"], "d": number(asked["on"]), "domain": domains[asked["item"]]}
        return tuple(
            cedarpy.is_authorized(
                {
                    "principal": f'Officer::"{officer}"',
                    "action": 'Action::"enforce"',
                    "resource": f'Item::"{asked["item"]}"',
                    "context": context,
                },
                chosen,
                entities(officer),
            ).allowed
            for officer in asked["officers"]
        )

    return ask


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
