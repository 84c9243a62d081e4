"""公示接口 Disclosures and their steps. Shapes only; the rules are the same as on the pages."""

from datetime import date
from typing import Any

from ninja import Field, Router, Schema, Status

from yizhi.desk.papers.api import StepOut, ToldIn
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.paging import page_of
from yizhi.rules.refusal import Absent

from . import actions, queries
from .around import decision_of
from .models import Disclosure

router = Router(tags=["公示"])


class DisclosureOut(Schema):
    """一条公示；`columns` 是公开的内容，已经脱敏。"""

    dossier: str
    case: str
    body: str
    town: str
    stage: str
    columns: dict[str, Any]
    decided_on: date
    published_on: date | None
    shown_until: date | None
    withdrawn_on: date | None


class DisclosuresOut(Schema):
    """一页公示；`next` 是下一页的游标，没有时为空。"""

    items: list[DisclosureOut]
    next: str


class DisclosureDraftIn(ToldIn):
    """公示稿：title、party、facts、basis、content 都要写；脱敏后的内容可以先取来。"""


class DisclosureStepIn(DisclosureDraftIn):
    """办一步"""

    kind: str = Field(
        description="amend_disclosure、publish_disclosure、correct_disclosure、withdraw_disclosure", max_length=48
    )


@router.get("disclosures", response=DisclosuresOut, summary="公示")
def disclosures(request: SignedIn, stage: str = "", q: str = "", after: str = "", limit: int = 20) -> DisclosuresOut:
    """Return the disclosures this identity sees, newest first; `stage` is drafted, published, withdrawn or empty."""
    wanted = queries.Wanted(stage=stage[:12], q=q[:100], after=after.replace("\x00", "")[:32])
    rows, more = page_of(queries.disclosures(request.identity, wanted), limit)
    return DisclosuresOut(items=[out(row) for row in rows], next=more)


@router.get("disclosures/{dossier}", response=DisclosureOut, summary="一条公示")
def disclosure(request: SignedIn, dossier: str) -> DisclosureOut:
    """Return one disclosure."""
    return out(queries.disclosure(request.identity, dossier))


@router.get("cases/{dossier}/disclosure", response=dict[str, str], summary="案卷里脱敏后的内容")
def proposed(request: SignedIn, dossier: str) -> dict[str, str]:
    """Return the public columns of a case's decision as the product proposes them, redacted."""
    decision = decision_of(queries.case_of(request.identity, dossier))
    if decision is None:
        raise Absent("这个处罚决定")
    return decision.columns()


@router.post("cases/{dossier}/disclosure", response={201: StepOut, 200: StepOut}, summary="拟公示稿")
def draft(request: SignedIn, dossier: str, told: DisclosureDraftIn) -> Any:
    """Draft what the public will read of a case's decision. 201 when written now, 200 when written before."""
    return _answer(actions.draft(request.identity, dossier, told.step(actions.DRAFT, request.now), now=request.now))


@router.post("disclosures/{dossier}/acts", response={201: StepOut, 200: StepOut}, summary="办一步")
def perform(request: SignedIn, dossier: str, told: DisclosureStepIn) -> Any:
    """Do one step of a disclosure."""
    return _answer(actions.perform(request.identity, dossier, told.step(told.kind, request.now), now=request.now))


def _answer(done: actions.Done) -> Any:
    return Status(200 if done.repeated else 201, StepOut.of(done.entry, done.disclosure.stage))


def out(row: Disclosure) -> DisclosureOut:
    """Return one disclosure as plain values."""
    return DisclosureOut(
        dossier=row.dossier_id,
        case=row.case_id,
        body=row.body_id,
        town=row.town_id,
        stage=row.stage,
        columns=row.columns,
        decided_on=row.decided_on,
        published_on=row.published_on,
        shown_until=row.shown_until,
        withdrawn_on=row.withdrawn_on,
    )
