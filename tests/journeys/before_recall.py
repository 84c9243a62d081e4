"""收回之前 A month ago forty items were given to three towns; since then twelve cases were opened under five of them.

Run by the journey in its installation; prints as JSON the items, those to be taken back and the dossiers of the cases.
"""

import json
import sys
from datetime import datetime, timedelta

from django.utils import timezone
from uuid_utils.compat import uuid7

from yizhi.demo.parties import Fiction
from yizhi.desk.batches.actions import begin, perform
from yizhi.desk.cases.actions import perform as act
from yizhi.desk.leads.actions import Sighting, register_lead
from yizhi.desk.matters.models import Allocation, Item
from yizhi.desk.matters.queries import county_on, in_catalogue
from yizhi.desk.papers.telling import Told
from yizhi.desk.parties.actions import register_party
from yizhi.desk.people.identity import Identity, identities
from yizhi.desk.people.models import Account, Service
from yizhi.desk.places.models import Village

TOWNS = {"510681101": "sanshui", "510681102": "lianshan", "510681114": "jinyu"}
GIVEN, RECALLED, CASES = 40, 5, 12


def who(username: str) -> Identity:
    return identities(Account.objects.get(username=username), on=timezone.localdate())[0]


def free_items(most: int) -> list[str]:
    """Return items of departments in the catalogue that nobody holds in the three towns."""
    held = set(Allocation.objects.filter(town__in=TOWNS).values_list("item", flat=True))
    rows = Item.objects.filter(kind="penalty", owner__kind="department").order_by("code").values_list("code", flat=True)
    today = timezone.localdate()
    known, named = county_on(today - timedelta(days=60))[0], in_catalogue(today)
    based = {code for code in rows if any(basis.covers(today) for basis in known.items[code].bases)}
    return [code for code in rows if code not in held and code in named and code in based][:most]


def give(items: list[str], at: datetime) -> None:
    """Play every step of the batch of a month ago; what others signed comes by letter."""
    keeper, day = who("bianban"), timezone.localdate(at).isoformat()
    lines = [{"item": item, "town": town, "mode": "conferral", "basis": ""} for item in items for town in TOWNS]
    facts = {"kind": "allocation", "title": "上个月的一批", "lines": lines, "starts_on": day, "exception": "示意"}
    told = Told(id=uuid7(), kind="draft_batch", facts={**facts, "decision": "川府发〔2021〕42号"}, done_at=at)
    batch = begin(keeper, told, now=at).batch
    steps = [
        ("give_opinion", {"body": side, "agrees": True, "letter": "示意函〔2026〕1号"})
        for side in batch.sides.values_list("body_id", flat=True)
    ]
    steps += [
        ("check_batch", {"outcome": "pass", "letter": "示意函〔2026〕2号"}),
        ("decide_batch", {"instrument": "广府发〔2026〕11号（示意）", "decided_on": day, "starts_on": day}),
        ("publish_batch", {"channel": "市人民政府网站"}),
    ]
    for kind, said in steps:
        perform(keeper, batch.dossier_id, Told(id=uuid7(), kind=kind, facts=said, done_at=at), now=at)


def open_case(number: int, item: str, town: str, body: str, at: datetime) -> str:
    """Register a lead, assess it and open the case in the town's name."""
    officer = who("duiyuan" if body == "lianshan" else f"{body}-officer")
    approver = who("fuzeren" if body == "lianshan" else f"{body}-approver")
    village = Village.objects.filter(town=town).order_by("code").first()
    assert village is not None
    told = Fiction("individual", 900 + number).told(village.name)
    party = register_party(identity=officer, told=told, town=town, now=at, confirmed=True, demo=True).party
    day = timezone.localdate(at)
    seen = Sighting(
        words=f"示意线索{number}",
        town=town,
        body=body,
        found_on=day,
        village=village.code,
        item=item,
        party=party.code,
        act_day=day,
        source="patrol",
        demo=True,
    )
    dossier = str(register_lead(officer, seen, id=uuid7(), done_at=at, now=at).dossier_id)
    pair = [officer.officer, able(body, officer.officer)]
    opened = {"handlers": pair, "grounds": "有初步证据。", "opinion": "同意"}
    later = at + timedelta(hours=1)
    assessed = {"finding": "情况属实。", "proposal": "建议立案。"}
    act(officer, dossier, Told(id=uuid7(), kind="assess_lead", done_at=at, facts=assessed), now=at)
    act(approver, dossier, Told(id=uuid7(), kind="open_case", done_at=later, facts=opened), now=later)
    return dossier


def able(body: str, besides: str) -> str:
    """Return another officer of the town whose certificate covers everything; the cast of 连山镇 has one who is limited."""
    rows = Service.objects.known().filter(body=body).exclude(officer__in=[besides, "fang-she"]).order_by("officer")
    return str(rows.values_list("officer", flat=True).first())


def main() -> None:
    at = timezone.now() - timedelta(days=30)
    items = free_items(2 * GIVEN)
    assert len(items) == 2 * GIVEN, len(items)
    give(items[:GIVEN], at)
    taken = items[:RECALLED]
    places = list(TOWNS.items())
    dossiers = [
        open_case(number, taken[number % RECALLED], *places[number % len(places)], at + timedelta(days=10))
        for number in range(CASES)
    ]
    json.dump({"given": items[GIVEN:], "recalled": taken, "cases": dossiers}, sys.stdout)
