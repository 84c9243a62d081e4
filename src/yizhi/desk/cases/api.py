"""案件接口 Cases in typed JSON; the same actions and queries as the pages."""

import uuid
from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, File, Query, Router, Schema
from ninja.files import UploadedFile
from ninja.responses import Status

from yizhi.desk.papers.actions import keep_evidence
from yizhi.desk.papers.api import EvidenceOut
from yizhi.desk.papers.proceeding import Done
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.moments import aware
from yizhi.desk.record.sending import sent
from yizhi.rules.procedure.judge import Offer
from yizhi.rules.procedure.limits import Limit

from . import actions, queries

router = Router(tags=["cases"])
ROW = tuple(name.removesuffix("_id") for name in queries.COLUMNS)
Code = Annotated[str, Field(max_length=64)]
Words = Annotated[str, Query(max_length=100)]


class CaseOut(Schema):
    """One case as a list shows it."""

    dossier: str
    number: str
    title: str
    procedure: str
    stage: str
    ended: bool
    body: str
    mode: str
    town: str
    item: str
    party: str | None
    act_day: date
    opened_on: date
    due_on: date | None
    due_rule: str
    handlers: list[str]


class CasePage(Schema):
    """A page of cases; `next` the cursor, `null` at the end; `count` exact up to a thousand, else `count_exact` is false."""

    items: list[CaseOut]
    next: str | None
    count: int | None = None
    count_exact: bool | None = None


class LimitOut(Schema):
    """One running time limit with its reason; `earliest` while a year's days off are not known yet."""

    id: str
    name: str
    rule: str
    due: date | datetime | None
    earliest: date | None
    error: str | None
    citation: str
    explain: str


class CaseDetail(CaseOut):
    """One case with the limits that run."""

    place: str
    limits: list[LimitOut]


class OfferOut(Schema):
    """One act: whether it may be done now by this identity, its fields, and everything in its way."""

    kind: str
    name: str
    allowed: bool
    articles: list[str]
    papers: list[str]
    fields: list[dict[str, Any]]
    reasons: list[dict[str, str]]


class ActIn(Schema):
    """An act as it is told. `id` is the caller's own and makes the call repeatable."""

    id: uuid.UUID
    kind: Code
    done_at: datetime
    facts: dict[str, Any] = {}
    officers: Annotated[list[Code], Field(max_length=20)] = []
    evidence: Annotated[list[Code], Field(max_length=200)] = []


class ActOut(Schema):
    """What is now on the record."""

    id: uuid.UUID
    dossier: str
    seq: int
    digest: str
    stage: str
    repeated: bool
    papers: list[dict[str, str]]


class OnSpotIn(Schema):
    """A deed handled on the spot: opens a dossier by the first act of the summary procedure."""

    id: uuid.UUID
    item: Code
    town: Code
    party: Code
    act_day: date
    village: Code = ""
    place: Annotated[str, Field(max_length=200)] = ""
    officers: Annotated[list[Code], Field(max_length=20)]
    done_at: datetime
    facts: dict[str, Any] = {}


@router.get("cases", response=CasePage, summary="案件列表")
def list_cases(
    request: SignedIn,
    stage: Words = "",
    due_before: date | None = None,
    body: Words = "",
    town: Words = "",
    q: Words = "",
    after: Words = "",
    count: bool = False,
    limit: Annotated[int, Query(ge=1, le=100)] = queries.PAGE,
) -> HttpResponse:
    """Return the cases this token's owner sees, newest first. `count=true` counts up to a thousand."""
    identity = request.identity
    wanted = queries.Wanted(stage=stage, due_before=due_before, body=body, town=town, q=q, after=after)
    found = queries.listed(identity, wanted, limit + 1)
    counted = queries.count(identity, wanted) if count else (None, None)
    return sent(
        {
            "items": [dict(zip(ROW, row, strict=True)) for row in found[:limit]],
            "next": found[limit - 1][0] if len(found) > limit else None,
            "count": counted[0],
            "count_exact": counted[1],
        }
    )


@router.post("cases", response={201: ActOut}, summary="当场查处")
def begin_on_spot(request: SignedIn, told: OnSpotIn) -> HttpResponse:
    """Begin a dossier of the summary procedure. A case of the ordinary procedure is opened by the act `open_case` on its lead."""
    deed = actions.OnSpot(**told.dict(exclude={"id", "done_at"}))
    done_at = aware(told.done_at)
    assert done_at is not None
    done = actions.begin_on_spot(
        request.identity, deed, id=told.id, kind="show_credentials", done_at=done_at, now=request.now
    )
    return sent(act_out(done), status=201)


def act_out(done: Done) -> dict[str, Any]:
    """Return what an act led to as the plain values of `ActOut`."""
    entry = done.entry
    return {
        "id": entry.id,
        "dossier": entry.dossier_id,
        "seq": entry.seq,
        "digest": entry.digest,
        "stage": done.state.stage,
        "repeated": done.repeated,
        "papers": [{"no": str(paper.position), "name": paper.name, "number": paper.number} for paper in done.papers],
    }


@router.get("cases/{dossier}", response=CaseDetail, summary="案件")
def case(request: SignedIn, dossier: str) -> HttpResponse:
    """Return one case with the limits that run."""
    identity, now = request.identity, request.now
    found = queries.case(identity, dossier)
    running = [limit_out(limit) for limit in queries.limits_of(identity, found, now=now) if limit.met_on is None]
    row = {name: getattr(found, column) for name, column in zip(ROW, queries.COLUMNS, strict=True)}
    return sent({**row, "place": found.place_text, "limits": running})


def limit_out(limit: Limit) -> dict[str, Any]:
    """Return one limit as the plain values of `LimitOut`."""
    due = limit.due
    return {
        "id": limit.id,
        "name": limit.name,
        "rule": due.rule.id,
        "due": due.due,
        "earliest": due.earliest,
        "error": due.error,
        "citation": str(due.rule.citation),
        "explain": due.explain,
    }


@router.get("cases/{dossier}/allowed-acts", response=list[OfferOut], summary="现在可以做的事")
def allowed_acts(request: SignedIn, dossier: str) -> list[OfferOut]:
    """Return the acts of the present stage, each with what it needs and what stands in its way."""
    offers = queries.offers_on(request.identity, dossier, now=request.now)
    return [offer_out(offer) for offer in offers]


def offer_out(offer: Offer) -> OfferOut:
    """Return one offered act as plain values."""
    fields = [{"key": field.key, "required": field.required, "carried": field.carried} for field in offer.act.fields]
    reasons = [reason.as_dict() for reason in offer.reasons]
    act = offer.act
    return OfferOut(
        kind=act.kind,
        name=act.name,
        allowed=offer.allowed,
        articles=list(act.articles),
        papers=list(act.papers),
        fields=fields,
        reasons=reasons,
    )


@router.post("cases/{dossier}/acts", response={201: ActOut, 200: ActOut}, summary="办理")
def perform(request: SignedIn, dossier: str, told: ActIn) -> HttpResponse:
    """Do one act. 201 when it is written now, 200 when the same id was written before with the same content."""
    done_at = aware(told.done_at)
    assert done_at is not None
    act = Told(
        id=told.id, kind=told.kind, done_at=done_at, facts=told.facts, officers=told.officers, evidence=told.evidence
    )
    done = actions.perform(request.identity, dossier, act, now=request.now)
    return sent(act_out(done), status=200 if done.repeated else 201)


@router.post("cases/{dossier}/evidence", response={201: EvidenceOut}, summary="存入证据")
def keep(request: SignedIn, dossier: str, file: File[UploadedFile]) -> Any:
    """Keep a file as evidence of the dossier; acts then name its digest."""
    kept = keep_evidence(request.identity, queries.open_ground(request.identity, dossier), file, now=request.now)
    return Status(201, EvidenceOut.of(kept))
