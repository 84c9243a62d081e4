"""检查接口 Visits, their plans and acts. Shapes only; the rules are the same as on the pages."""

import uuid
from datetime import datetime
from typing import Any

from ninja import Field, Router, Schema, Status

from yizhi.desk.papers.api import StepOut
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.actions import told_before
from yizhi.desk.record.moments import aware
from yizhi.rules.refusal import bad_input

from . import actions, queries
from .models import Inspection, Visit
from .shapes import Change, Plan, Share

router = Router(tags=["检查"])


class PartOut(Schema):
    """一个机关的检查"""

    dossier: str
    body: str
    items: list[str]
    officers: list[str]
    stage: str
    result: str
    unapproved: bool
    lead: str


class VisitOut(Schema):
    """一次检查"""

    code: str
    party: str
    town: str
    starts_at: datetime
    ends_at: datetime
    kind: str
    parts: list[PartOut]


class ShareIn(Schema):
    """一个机关查什么、谁去"""

    body: str = Field(max_length=64)
    items: list[str] = Field(description="已公布的检查事项编码")
    officers: list[str] = Field(description="执法人员编号，两人以上")


class VisitPlanIn(Schema):
    """安排一次检查；`join` 写明并入哪一次的检查码时，时间、地点跟那一次。"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    party: str = Field(default="", max_length=64)
    town: str = Field(default="", max_length=12)
    village: str = Field(default="", max_length=12)
    place: str = Field(default="", max_length=200)
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    kind: str = Field(default="daily", max_length=12, description="daily、special、case")
    reason: str = Field(max_length=2000)
    shares: list[ShareIn]
    join: str = Field(default="", max_length=16)
    recheck_of: str = Field(default="", max_length=32)
    urgent: bool = Field(default=False, description="紧急当场检查")
    facts: dict[str, Any] = Field(default={}, description="answers；紧急的还有理由、报告给谁、是否出示证件")


class ChangeIn(Schema):
    """改安排"""

    id: uuid.UUID
    starts_at: datetime
    ends_at: datetime
    officers: dict[str, list[str]] = {}
    answers: dict[str, str] = {}


class VisitActIn(Schema):
    """在一个或者几个机关的检查上办一件事"""

    id: uuid.UUID
    kind: str = Field(max_length=48, description="approve_inspection、notify_inspection、begin_inspection 等")
    parts: list[str] = Field(description="案卷主号")
    done_at: datetime | None = None
    facts: dict[str, Any] = {}
    evidence: list[str] = []


@router.get("inspections", response=list[VisitOut], summary="检查")
def visits(request: SignedIn, show: str = "open", start: int = 0, limit: int = 20) -> list[VisitOut]:
    """Return the visits this identity sees; `show` is open, over or empty for all."""
    if not 1 <= limit <= 100 or not 0 <= start <= 100_000:
        raise bad_input("limit", "每页 1 到 100 个。", "改小 limit。")
    return [visit_out(row) for row in queries.visits(request.identity, show)[start : start + limit]]


@router.get("inspections/{code}", response=VisitOut, summary="一次检查")
def visit(request: SignedIn, code: str) -> VisitOut:
    """Return one visit with every body's part."""
    return visit_out(queries.visit(request.identity, code))


@router.post("inspections", response={201: VisitOut, 200: VisitOut}, summary="安排检查")
def plan(request: SignedIn, told: VisitPlanIn) -> Any:
    """Plan a visit, or begin an urgent one. 201 when it is written now, 200 when the same id was written before with the same content."""
    wanted = plan_of(told)
    repeated = bool(wanted.shares) and told_before(uuid.uuid5(told.id, wanted.shares[0].body)) is not None
    kind = actions.URGENT if told.urgent else actions.PLANNING
    done = actions.plan(request.identity, wanted, id=told.id, done_at=request.now, now=request.now, kind=kind)
    return Status(200 if repeated else 201, visit_out(done))


@router.post("inspections/{code}/plan", response=VisitOut, summary="改安排")
def replan(request: SignedIn, code: str, told: ChangeIn) -> VisitOut:
    """Plan a visit anew: another time, other officers."""
    start, end = aware(told.starts_at), aware(told.ends_at)
    assert start is not None and end is not None
    change = Change(starts_at=start, ends_at=end, officers=told.officers, answers=told.answers)
    done = actions.replan(request.identity, code, change, id=told.id, done_at=request.now, now=request.now)
    return visit_out(done)


@router.post("inspections/{code}/acts", response={201: list[StepOut], 200: list[StepOut]}, summary="办一件事")
def perform(request: SignedIn, code: str, told: VisitActIn) -> Any:
    """Do one act on one or several parts of a visit, all or none."""
    done_at = aware(told.done_at) or request.now
    act = Told(id=told.id, kind=told.kind, done_at=done_at, facts=told.facts, evidence=told.evidence)
    done = actions.perform(request.identity, code, act, told.parts, now=request.now)
    return Status(
        200 if all(one.repeated for one in done) else 201, [StepOut.of(one.entry, one.state.stage) for one in done]
    )


def plan_of(told: VisitPlanIn) -> Plan:
    """Return a plan as the action wants it."""
    shares = [Share(body=one.body, items=one.items, officers=one.officers) for one in told.shares]
    values = told.dict(exclude={"id", "urgent", "shares", "starts_at", "ends_at"})
    return Plan(**values, starts_at=aware(told.starts_at), ends_at=aware(told.ends_at), shares=shares)


def visit_out(visit: Visit) -> VisitOut:
    """Return one visit as plain values."""
    return VisitOut(
        code=visit.pk,
        party=visit.party_id,
        town=visit.town_id,
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        kind=visit.kind,
        parts=[part_out(part) for part in visit.parts.order_by("body").prefetch_related("items")],
    )


def part_out(part: Inspection) -> PartOut:
    """Return one body's part as plain values."""
    return PartOut(
        dossier=part.pk,
        body=part.body_id,
        items=[item.pk for item in part.items.all()],
        officers=part.handlers,
        stage=part.stage,
        result=part.result,
        unapproved=part.unapproved,
        lead=part.lead,
    )
