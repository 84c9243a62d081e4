"""选什么 What the page of a plan offers: the shop, what is planned there already, each body's published items here, who may go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import Item
from yizhi.desk.matters.queries import people_for
from yizhi.desk.papers.words import officer_choice, worth_showing
from yizhi.desk.parties.models import Party
from yizhi.desk.parties.queries import for_choice, places_of
from yizhi.desk.parties.queries import party as party_seen
from yizhi.desk.people.identity import Identity, towns_seen
from yizhi.rules.refusal import BadInput

from . import queries
from .folding import RESULT_WORDS
from .knowing import answer_of, coming, published_on, standing_of, visit_words
from .models import Inspection, PublishedItem, Visit

MOST_PEOPLE = 12


@dataclass(frozen=True, slots=True)
class BodyChoice:
    """One body with the published items that are its own here, and the officers who may go."""

    body: Body
    items: Sequence[Item]
    content: Mapping[str, str]
    people: Sequence[dict[str, Any]]
    standing: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything the page of a plan offers on a day; `party` `None` while no shop is chosen."""

    q: str
    found: Sequence[Any]
    party: Party | None
    towns: Sequence[tuple[str, str]]
    town: str
    day: date
    planned: Sequence[Visit] = ()
    history: Sequence[dict[str, Any]] = ()
    bodies: Sequence[BodyChoice] = ()
    join: Visit | None = None
    recheck: Inspection | None = None
    urgent: bool = False
    address: str = field(default="")

    def shown(self, ticked: Sequence[str], people: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """Return the choices as the page draws them; `ticked` items and `people` by field as they were typed."""
        chosen = set(ticked) or ({item.pk for item in self.recheck.items.all()} if self.recheck else set())
        return {
            "q": self.q,
            "found": [
                {"href": f"?{urlencode({'party': one.code})}", "name": one.name, "note": one.note} for one in self.found
            ],
            "party": {"name": self.party.name, "address": self.address, "demo": self.party.demo}
            if self.party
            else None,
            "towns": self.towns,
            "town": self.town,
            "day": self.day,
            "urgent": self.urgent,
            "recheck": self.recheck.pk if self.recheck else "",
            "join": {"code": self.join.pk, "words": visit_words(self.join)} if self.join else None,
            "planned": [{"code": one.pk, "words": visit_words(one)} for one in self.planned],
            "history": self.history,
            "bodies": [self._body(one, chosen, people) for one in self.bodies],
        }

    def _body(self, one: BodyChoice, chosen: set[str], people: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        name = f"officers_{one.body.pk}"
        held = self.recheck.handlers if self.recheck else []
        return {
            "name": one.body.name,
            "standing": one.standing,
            "items": [
                {"code": item.pk, "name": item.name, "content": one.content[item.pk], "ticked": item.pk in chosen}
                for item in one.items
            ],
            "officers": {
                "name": name,
                "label": "谁去（两人以上）",
                "people": one.people,
                "value": people.get(name, held),
            },
        }


def choices_for(identity: Identity, asked: Mapping[str, str], *, today: date) -> Choices:
    """Return what can be chosen with what was asked so far. Raises `Absent` for a shop, a visit or a part this identity does not see."""
    recheck = queries.part(identity, asked["recheck"]) if asked.get("recheck") else None
    code = recheck.visit.party_id if recheck else asked.get("party", "")
    party = party_seen(identity, code) if code else None
    towns = [(town.pk, town.name) for town in towns_seen(identity)]
    q, urgent = asked.get("q", "").strip()[:60], asked.get("urgent") == "yes"
    if party is None:
        return Choices(q, for_choice(identity, q), None, towns, "", today)
    joined = _joinable(asked.get("join", ""), party)
    known = [place.town_id for place in places_of(identity, party)]
    offered = [town for town, _ in towns]
    town = asked.get("town", "") or (recheck.town_id if recheck else "") or next(iter(known), "")
    town = joined.town_id if joined else town if town in offered else next(iter(offered), "")
    day = timezone.localdate(joined.starts_at) if joined else today if urgent else _day(asked.get("day", ""), today)
    return Choices(
        q,
        (),
        party,
        towns,
        town,
        day,
        planned=[] if joined else coming(party.pk, day),
        history=history_of(party, day.year),
        bodies=_bodies(identity, party, town, day, joined, recheck) if town else [],
        join=joined,
        recheck=recheck,
        urgent=urgent,
        address=party.address.removeprefix(next((name for code, name in towns if code == town), "")),
    )


def history_of(party: Party, year: int) -> list[dict[str, Any]]:
    """Return the visits that a shop had in a year, the latest first: the day, in whose names, what came of it."""
    parts = Inspection.objects.filter(visit__party=party, arrived_on__year=year).select_related("body", "visit")
    visits: dict[str, list[Inspection]] = {}
    for part in parts.order_by("-arrived_on", "dossier"):
        visits.setdefault(part.visit_id, []).append(part)
    return [
        {
            "on": held[0].arrived_on,
            "words": "、".join(part.body.short_name for part in held),
            "result": "；".join(dict.fromkeys(RESULT_WORDS.get(part.result, "还没有结果") for part in held)),
        }
        for held in visits.values()
    ]


def _joinable(code: str, party: Party) -> Visit | None:
    return Visit.objects.select_related("town", "village").filter(pk=code, party=party).first() if code else None


def _day(text: str, today: date) -> date:
    try:
        return max(date.fromisoformat(text), today)
    except ValueError:
        return today + timedelta(days=1)


def _bodies(
    identity: Identity, party: Party, town: str, day: date, joined: Visit | None, recheck: Inspection | None
) -> list[BodyChoice]:
    inside = set(joined.parts.values_list("body", flat=True)) if joined else set()
    mine: dict[str, list[PublishedItem]] = {}
    for row in published_on(day).values():
        body = _holder(identity, row.item_id, town, day)
        if body and body not in inside and (recheck is None or body == recheck.body_id):
            mine.setdefault(body, []).append(row)
    bodies = Body.objects.in_bulk(list(mine))
    return [_choice(identity, bodies[code], rows, party, town, day) for code, rows in mine.items()]


def _holder(identity: Identity, item: str, town: str, day: date) -> str:
    """Return the body in whose name an item is inspected here when this identity may plan in that name; nothing otherwise."""
    answer = answer_of(item, town, (identity.officer,) if identity.officer else (), "", day)
    body = answer.deciding_body or ""
    return body if body and identity.sight.sees(body, town, answer.mode or "") else ""


def _choice(
    identity: Identity, body: Body, rows: Sequence[PublishedItem], party: Party, town: str, day: date
) -> BodyChoice:
    try:
        people = people_for(rows[0].item_id, town, day, "inspect", party=party.pk)
    except BadInput:
        people = ()
    shown = worth_showing(people, MOST_PEOPLE, identity.officer)[:MOST_PEOPLE]
    standing = standing_of(body.pk, day)
    return BodyChoice(
        body,
        [row.item for row in rows],
        {row.item_id: row.content for row in rows},
        [officer_choice(person, identity.officer) for person in shown],
        "" if standing else f"{body.name}还不在已公告的检查主体里，现在不能检查。",
    )


def people_field(part: Inspection, day: date, chosen: Sequence[str]) -> dict[str, Any]:
    """Return the field that chooses who goes for one part of a visit that is planned already."""
    items = list(part.items.all())
    people = people_for(items[0].pk, part.town_id, day, "inspect", party=part.visit.party_id)
    shown = worth_showing(people, MOST_PEOPLE)[:MOST_PEOPLE]
    return {
        "name": f"officers_{part.pk}",
        "label": f"{part.body.short_name}谁去",
        "kind": "officers",
        "people": [officer_choice(person, "") for person in shown],
        "value": chosen or part.handlers,
    }
