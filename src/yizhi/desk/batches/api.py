"""赋权批次接口 Batches, their steps, and what they would touch. Shapes only; the rules are the same as on the pages."""

import uuid
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from ninja import Field, Router, Schema, Status

from yizhi.desk.leads.api import aware
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.request import SignedIn
from yizhi.rules.refusal import bad_input

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


class DraftIn(Schema):
    """草案：事项、镇（街道）、方式，从哪天起。日期写作 2026-12-01。"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    facts: dict[str, Any] = Field(description="kind、title、lines、starts_on 等")
    done_at: datetime | None = Field(default=None, description="办理时间，默认现在")


class StepIn(DraftIn):
    """办一步"""

    kind: str = Field(
        description="give_opinion、check_batch、decide_batch、settle_case、publish_batch 等", max_length=48
    )


class StepOut(Schema):
    """写下的一步"""

    dossier: str
    entry: uuid.UUID
    digest: str
    stage: str


@router.get("batches", response=BatchesOut, summary="赋权批次")
def batches(request: SignedIn, show: str = "", after: str = "", limit: int = 20) -> BatchesOut:
    """Return the batches this identity sees, newest first; `show` is open, over or empty."""
    if not 1 <= limit <= 100:
        raise bad_input("limit", "每页 1 到 100 个。", "改小 limit。")
    wanted = queries.Wanted(show=show, after=after.replace("\x00", "")[:32])
    rows = list(queries.batches(request.identity, wanted)[: limit + 1])
    return BatchesOut(
        items=[batch_out(row) for row in rows[:limit]], next=rows[limit - 1].dossier_id if len(rows) > limit else ""
    )


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
    done = actions.begin(request.identity, _told(request, told, "draft_batch"), now=request.now)
    return Status(200 if done.repeated else 201, step_out(done))


@router.post("batches/{dossier}/acts", response={201: StepOut, 200: StepOut}, summary="办一步")
def perform(request: SignedIn, dossier: str, told: StepIn) -> Any:
    """Do one step of a batch."""
    done = actions.perform(request.identity, dossier, _told(request, told, told.kind), now=request.now)
    return Status(200 if done.repeated else 201, step_out(done))


def _told(request: SignedIn, told: DraftIn, kind: str) -> Told:
    done_at = aware(told.done_at) or request.now
    return Told(id=told.id, kind=kind, facts=told.facts, done_at=done_at)


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


def step_out(done: actions.Done) -> StepOut:
    """Return one written step as plain values."""
    return StepOut(dossier=done.batch.dossier_id, entry=done.entry.id, digest=done.entry.digest, stage=done.batch.stage)
