"""赋权批次接口 Batches, their steps, and what they would touch. Shapes only; the rules are the same as on the pages."""

from datetime import date
from typing import Any

from django.utils import timezone
from ninja import Field, Router, Schema, Status

from yizhi.desk.papers.api import StepOut, ToldIn
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.paging import page_of

from . import actions, queries
from .around import state_of
from .models import Batch

router = Router(tags=["赋权批次"])


class BatchOut(Schema):
    """一个批次"""

    dossier: str
    kind: str
    title: str
    stage: str
    starts_on: date
    instrument: str
    published_on: date | None


class BatchesOut(Schema):
    """一页批次；`next` 是下一页的游标，没有时为空。"""

    items: list[BatchOut]
    next: str


class BatchDetail(BatchOut):
    """一个批次，连同草案和各方意见"""

    draft: dict[str, Any]
    opinions: dict[str, Any]
    settled: dict[str, Any]


class DraftIn(ToldIn):
    """草案：kind、title、lines、starts_on 等；事项、镇（街道）、方式，从哪天起。日期写作 2026-12-01。"""


class StepIn(DraftIn):
    """办一步"""

    kind: str = Field(
        description="give_opinion、check_batch、decide_batch、settle_case、publish_batch 等", max_length=48
    )


@router.get("batches", response=BatchesOut, summary="赋权批次")
def batches(request: SignedIn, show: str = "", after: str = "", limit: int = 20) -> BatchesOut:
    """Return the batches this identity sees, newest first; `show` is open, over or empty."""
    wanted = queries.Wanted(show=show, after=after.replace("\x00", "")[:32])
    rows, more = page_of(queries.batches(request.identity, wanted), limit)
    return BatchesOut(items=[batch_out(row) for row in rows], next=more)


@router.get("batches/{dossier}", response=BatchDetail, summary="一个批次")
def batch(request: SignedIn, dossier: str) -> BatchDetail:
    """Return one batch with its draft, the opinions and what was settled for running cases."""
    found = queries.batch(request.identity, dossier)
    state = state_of(dossier)
    return BatchDetail(
        **batch_out(found).dict(),
        draft=state.draft.as_facts(),
        opinions=dict(state.opinions),
        settled=dict(state.settled),
    )


@router.get("batches/{dossier}/what-if", response=dict[str, Any], summary="如果生效")
def what_if(request: SignedIn, dossier: str) -> dict[str, Any]:
    """Return what the batch would touch; the same as `yizhi authority what-if`."""
    return queries.touched(request.identity, dossier, today=timezone.localdate(request.now))


@router.post("batches", response={201: StepOut, 200: StepOut}, summary="拟订批次")
def begin(request: SignedIn, told: DraftIn) -> Any:
    """Draft a batch. 201 when it is written now, 200 when the same id was written before with the same content."""
    done = actions.begin(request.identity, told.step("draft_batch", request.now), now=request.now)
    return Status(200 if done.repeated else 201, StepOut.of(done.entry, done.batch.stage))


@router.post("batches/{dossier}/acts", response={201: StepOut, 200: StepOut}, summary="办一步")
def perform(request: SignedIn, dossier: str, told: StepIn) -> Any:
    """Do one step of a batch."""
    done = actions.perform(request.identity, dossier, told.step(told.kind, request.now), now=request.now)
    return Status(200 if done.repeated else 201, StepOut.of(done.entry, done.batch.stage))


def batch_out(batch: Batch) -> BatchOut:
    """Return one batch as plain values."""
    return BatchOut(
        dossier=batch.dossier_id,
        kind=batch.kind,
        title=batch.title,
        stage=batch.stage,
        starts_on=batch.starts_on,
        instrument=batch.instrument,
        published_on=batch.published_on,
    )
