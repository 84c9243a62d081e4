"""填文书 The data of a paper from facts already known: nothing here is asked again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yizhi.desk.bodies.models import Body
from yizhi.desk.matters.models import ItemVersion
from yizhi.desk.parties.models import Party
from yizhi.desk.people.models import Certificate, Officer
from yizhi.desk.places.models import Town

from .data import (
    OF_ONE_ACT,
    BasisData,
    BodyData,
    CaseData,
    ConcernedPaper,
    EvidenceRow,
    OfficerData,
    PaperData,
    PartyData,
)
from .ground import Ground
from .kinds import paper_kind
from .models import Evidence, Paper

PROCEDURES = ("summary", "inspection")
SPOKEN_OF = ("prior-notice", "hearing-notice", "penalty-decision", "no-penalty-decision", "on-spot-decision")


def fill(
    ground: Ground,
    *,
    known: Mapping[str, Any],
    facts: Mapping[str, Any],
    officers: Sequence[str],
    on: date,
    served: str = "",
) -> PaperData:
    """Return the data every paper of one act is made from, as it stands on the day `on`; `paper` still lacks its name and number.

    `facts` are the act's own, `known` those of earlier acts: what belongs to one act only is taken from this act alone.
    `served` is the entry whose papers the act serves on the party.
    """
    facts = {**{key: value for key, value in known.items() if key not in OF_ONE_ACT}, **facts}
    body = Body.objects.select_related("parent").get(code=ground.body)
    version = ItemVersion.objects.known().filter(item=ground.item).order_by("-valid_from").first()
    named = {officer.code: officer.name for officer in Officer.objects.filter(code__in=_named(officers, facts))}
    return {
        "body": body_data(body),
        "paper": {"issued_on": on.isoformat(), "demo": ground.demo},
        "case": _case(ground, version),
        "party": party_data(Party.objects.filter(code=ground.party).first()),
        "officers": officer_data(officers, named, on),
        "bases": [_basis(row) for row in version.bases] if version else [],
        "facts": {key: _readable(value, named) for key, value in facts.items()},
        "evidence": _evidence(ground, facts),
        "concerns": of_entry(served) if served else concerned(ground),
    }


def of_entry(entry: str) -> list[ConcernedPaper]:
    """Return the papers of one entry that are addressed to the party: what is served together."""
    made = Paper.objects.filter(entry=entry).order_by("position")
    return [
        {"title": paper.name, "number": paper.number} for paper in made if paper_kind(paper.kind).audience == "party"
    ]


def concerned(ground: Ground) -> list[ConcernedPaper]:
    """Return the paper of this dossier that a payment or a disclosure speaks of: the latest notice or decision."""
    last = Paper.objects.filter(dossier=ground.dossier, kind__in=SPOKEN_OF).order_by("-position").first()
    return [{"title": last.name, "number": last.number}] if last else []


def _evidence(ground: Ground, facts: Mapping[str, Any]) -> list[EvidenceRow]:
    kept = Evidence.objects.filter(dossier=ground.dossier, digest__in=facts.get("evidence") or ()).order_by(
        "kept_at", "id"
    )
    place = str(facts.get("place_text") or ground.place)
    return [
        {
            "name": one.filename,
            "quantity": "1",
            "source": place,
            "taken_on": one.kept_at.date().isoformat(),
            "note": f"SM3 {one.digest[:16]}…",
        }
        for one in kept
    ]


def body_data(body: Body) -> BodyData:
    """Return a body as papers print it."""
    return {
        "name": body.name,
        "short": body.short_name,
        "prefix": body.paper_prefix,
        "address": body.address,
        "phone": body.phone,
        "review_body": body.parent.name if body.parent else "",
        "court": body.court,
        "payee": body.payee,
        "payee_address": body.payee_address,
    }


def party_data(party: Party | None) -> PartyData:
    """Return a party as papers print it; empty while nobody is named."""
    if party is None:
        return {}
    return {
        "kind": "individual" if party.kind == Party.Kind.INDIVIDUAL else "organisation",
        "name": party.name,
        "gender": party.gender,
        "id_number": party.citizen_id or "",
        "credit_code": party.credit_code or "",
        "legal_rep": party.legal_representative,
        "address": party.address,
        "phone": party.phone,
    }


def officer_data(officers: Sequence[str], named: Mapping[str, str], on: date) -> list[OfficerData]:
    """Return officers with the certificate that holds on the day `on`."""
    held = Certificate.objects.known().holding(on).filter(officer__in=officers).order_by("valid_from")
    numbers = dict(held.values_list("officer_id", "number"))
    return [{"name": named.get(code, code), "certificate": numbers.get(code, "")} for code in officers]


def _case(ground: Ground, version: ItemVersion | None) -> CaseData:
    town = Town.objects.get(code=ground.town)
    case: CaseData = {
        "dossier": ground.dossier,
        "title": ground.title,
        "number": ground.number,
        "item": version.name if version else "",
        "domain": version.domain if version else "",
        "town": town.name,
        "place": ground.place or town.name,
        "act_day": ground.act_day.isoformat(),
        "procedure": ground.procedure if ground.procedure in PROCEDURES else "ordinary",  # type: ignore[typeddict-item]
    }
    if ground.mode:
        case["mode"] = ground.mode  # type: ignore[typeddict-item]
    if ground.opened_on:
        case["opened_on"] = ground.opened_on.isoformat()
    return case


def _basis(row: Mapping[str, Any]) -> BasisData:
    return {"law": str(row["law"]), "article": str(row["article"])}


def _named(officers: Sequence[str], facts: Mapping[str, Any]) -> set[str]:
    listed = (value for value in facts.values() if isinstance(value, list | tuple))
    return {*officers, *(code for values in listed for code in values if isinstance(code, str))}


def _readable(value: Any, named: Mapping[str, str]) -> Any:
    if isinstance(value, list | tuple):
        return [named.get(part, part) if isinstance(part, str) else part for part in value]
    return value
