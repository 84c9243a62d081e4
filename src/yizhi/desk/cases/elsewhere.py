"""别处的案件 Other cases of the same party in the county, for the acts that must not do a thing twice.

Looked for beyond what the identity sees: the law asks for it across bodies. What is told is which body, when, and for which item;
the dossier itself stays as hidden as before.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.benchmarks import benchmark
from yizhi.desk.papers.ground import Ground
from yizhi.desk.papers.proceeding import seen
from yizhi.desk.parties.models import Party
from yizhi.desk.places.models import Town
from yizhi.desk.record.models import Entry
from yizhi.rules.procedure.elsewhere import Elsewhere
from yizhi.rules.procedure.state import CaseState

from .models import Case

ASKING = frozenset(
    {"open_case", "prior_notice", "decide_penalty", "decide_no_penalty", "decide_on_spot", "transfer_to_police"}
)
DECIDING_HOW_MUCH = frozenset({"conclude_investigation", "prior_notice", "decide_penalty"})
BY_WHOM = DECIDING_HOW_MUCH | {"open_case", "tell_on_spot", "decide_on_spot", "decide_enforcement"}
PENALTIES = ("decide_penalty", "decide_on_spot")
CONTESTED = "contest_result"
ENDED_OTHERWISE = frozenset({"withdrawn", "terminated", "transferred", "criminal", "not_opened"})


def aware(ground: Ground, kind: str) -> Ground:
    """Return the ground with what the act `kind` needs to know: the body, the item's benchmark, other dossiers of the party."""
    if kind in BY_WHOM:
        body = Body.objects.get(code=ground.body)
        ground = replace(
            ground, body_kind=body.kind, body_domain=body.domain, in_territory=_in_territory(body, ground.town)
        )
        if kind in DECIDING_HOW_MUCH:
            ground = replace(ground, benchmark=benchmark(ground.item, ground.act_day, body.name))
    if not ground.party or kind not in ASKING:
        return ground
    others = Case.objects.filter(party=ground.party).exclude(dossier=ground.dossier).select_related("body", "item")
    rows = list(others.order_by("opened_on", "dossier"))
    decided = _decided([row.dossier_id for row in rows])
    elsewhere = tuple(_other(row, ground, decided[row.dossier_id]) for row in rows)
    return replace(ground, elsewhere=elsewhere, born=_born(ground.party))


def _in_territory(body: Body, town: str) -> bool:
    """Tell whether a town lies where a body has authority: a town's own, or all of its county."""
    if body.town_id:
        return body.town_id == town
    return Town.objects.filter(code=town, county=body.county_id).exists()


def _born(party: str) -> date | None:
    """Return the day of birth that the citizen id of a natural person holds."""
    number = Party.objects.filter(code=party).values_list("citizen_id", flat=True).first() or ""
    return date.fromisoformat(number[6:14]) if len(number) == 18 else None


def _decided(dossiers: list[str]) -> dict[str, CaseState]:
    """Return what penalties and what reviews and suits against them are on record, by dossier; nothing else is looked at."""
    found = defaultdict(list)
    rows = Entry.objects.filter(dossier__in=dossiers, kind__in=(*PENALTIES, CONTESTED)).order_by("seq")
    for row in rows if dossiers else ():
        found[row.dossier_id].append(seen(row))
    return {dossier: CaseState("", "", tuple(found[dossier])) for dossier in dossiers}


def _other(case: Case, ground: Ground, decided: CaseState) -> Elsewhere:
    penalty, contested = decided.standing_penalty, decided.last(CONTESTED)
    begun_anew = contested is not None and contested.facts.get("contest_outcome") == "redo"
    undecided = not decided.has(*PENALTIES) or (penalty is None and begun_anew)
    return Elsewhere(
        body=case.body.name,
        item=case.item.name,
        same_item=case.item_id == ground.item,
        act_day=case.act_day,
        opened_on=case.opened_on,
        running=undecided and case.stage not in ENDED_OTHERWISE and case.stage != "no_penalty",
        decided_on=penalty.day if penalty else None,
        fined=decided.fine if penalty else None,
        kinds=frozenset(penalty.facts.get("penalty_kinds") or ()) if penalty else frozenset(),
    )
