"""执法监督接口 Matters, their acts, findings, the year's plan. Shapes only; the rules are the same as on the pages."""

import uuid
from datetime import date, datetime
from typing import Any

from ninja import Field, File, Router, Schema, Status
from ninja.files import UploadedFile

from yizhi.desk.papers.api import EvidenceOut, StepOut
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.moments import aware
from yizhi.desk.record.paging import page_of
from yizhi.rules.refusal import bad_input

from . import actions
from .attaching import attach
from .findings import KINDS
from .findings import findings as found
from .models import SupervisionMatter
from .permitting import matter, must_take_part, visible
from .planning import enter_plan, plan_of
from .proceeding import Done
from .view import matter_context

router = Router(tags=["执法监督"])


class MatterOut(Schema):
    """一件监督事项"""

    dossier: str
    body: str
    case: str | None
    stage: str
    ended: bool
    answer_by: date | None
    objected: bool
    registered_on: date


class MattersOut(Schema):
    """一页监督事项；`next` 是下一页的游标，没有时为空。"""

    items: list[MatterOut]
    next: str


class MatterDetail(MatterOut):
    """一件监督事项，连同您能看到的记录、文书和现在能办的"""

    acts: list[str]
    record: list[dict[str, Any]]
    papers: list[dict[str, Any]]
    files: list[dict[str, Any]]


class RegisterIn(Schema):
    """登记监督事项：被监督机关、案件（案卷主号，可以没有）、内容。"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    body: str = Field(max_length=64)
    case: str = Field(default="", max_length=64)
    facts: dict[str, Any] = Field(description="matter_source、matter_words 等")
    done_at: datetime | None = Field(default=None, description="办理时间，默认现在")


class MatterActIn(Schema):
    """办一步"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    kind: str = Field(description="send_supervisors、conclude_check、issue_supervision_order 等", max_length=48)
    facts: dict[str, Any] = Field(default_factory=dict)
    evidence: list[str] = Field(default=[], description="已存入的附件的摘要", max_length=200)
    done_at: datetime | None = Field(default=None, description="办理时间，默认现在")


class MatterActOut(StepOut):
    """写下的一步，连同文书的文号"""

    papers: list[str]


class SupervisionFindingOut(Schema):
    """一条可以看的：案号、事项、机关、镇（街道）、阶段，从哪天起"""

    dossier: str
    number: str
    item: str
    body: str
    town: str
    stage: str
    what: str
    since: date
    matter: str


class SupervisionPlanIn(Schema):
    """一年的监督计划，整份重写"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    lines: list[dict[str, Any]] = Field(description="每行：body、month（2027-05）、parts（capacity、penalties）、words")


@router.get("supervision", response=MattersOut, summary="监督事项")
def matters(request: SignedIn, after: str = "", limit: int = 20) -> MattersOut:
    """Return the matters this identity sees, newest first."""
    must_take_part(request.identity)
    rows = visible(request.identity).order_by("-dossier")
    kept, more = page_of(rows.filter(dossier__lt=after.replace("\x00", "")[:32]) if after else rows, limit)
    return MattersOut(items=[matter_out(row) for row in kept], next=more)


@router.get("supervision/findings", response=list[SupervisionFindingOut], summary="可以看的")
def findings(request: SignedIn, kind: str = "late") -> list[SupervisionFindingOut]:
    """Return what the record itself shows: `late`, `unpublished` or `lifted`."""
    if kind not in KINDS:
        raise bad_input("kind", f"没有“{kind[:40]}”这一类。", f"可以写：{'、'.join(KINDS)}。")
    rows = found(request.identity, kind, now=request.now)
    return [
        SupervisionFindingOut(**{name: getattr(row, name) for name in SupervisionFindingOut.model_fields})
        for row in rows
    ]


@router.get("supervision/plans/{year}", response=dict[str, Any], summary="年度监督计划")
def plan(request: SignedIn, year: int) -> dict[str, Any]:
    """Return the plan of a year and the towns with powers that it leaves out."""
    return plan_of(request.identity, _year(year))


@router.post("supervision/plans/{year}", response={201: dict[str, Any]}, summary="排定年度监督计划")
def write_plan(request: SignedIn, year: int, told: SupervisionPlanIn) -> Any:
    """Write the plan of a year anew."""
    enter_plan(request.identity, _year(year), told.lines, id=told.id, now=request.now)
    return Status(201, plan_of(request.identity, year))


@router.get("supervision/{dossier}", response=MatterDetail, summary="一件监督事项")
def one_matter(request: SignedIn, dossier: str) -> MatterDetail:
    """Return one matter with its record as far as this identity reads it."""
    row = matter(request.identity, dossier)
    shown = matter_context(request.identity, row, now=request.now)
    return MatterDetail(
        **matter_out(row).dict(),
        acts=[card["href"].rstrip("/").rsplit("/", 1)[-1] for card in shown["acts"]],
        record=shown["record"],
        papers=[{"name": one["name"], "number": one["number"], "pdf": one["href"]} for one in shown["papers"]],
        files=[{key: one[key] for key in ("name", "act", "on", "href")} for one in shown["files"]],
    )


@router.post("supervision", response={201: MatterActOut, 200: MatterActOut}, summary="登记监督事项")
def register(request: SignedIn, told: RegisterIn) -> Any:
    """Register a matter. 201 when it is written now, 200 when the same id was written before with the same content."""
    done_at = aware(told.done_at) or request.now
    done = actions.register(request.identity, notice_of(told), id=told.id, done_at=done_at, now=request.now)
    return Status(200 if done.repeated else 201, act_out(done))


@router.post("supervision/{dossier}/acts", response={201: MatterActOut, 200: MatterActOut}, summary="办一步监督")
def perform(request: SignedIn, dossier: str, told: MatterActIn) -> Any:
    """Do one act in a matter."""
    done_at = aware(told.done_at) or request.now
    act = Told(id=told.id, kind=told.kind, done_at=done_at, facts=told.facts, evidence=told.evidence)
    done = actions.perform(request.identity, dossier, act, now=request.now)
    return Status(200 if done.repeated else 201, act_out(done))


@router.post("supervision/{dossier}/evidence", response={201: EvidenceOut}, summary="存入附件")
def keep(request: SignedIn, dossier: str, file: File[UploadedFile]) -> Any:
    """Keep a file in a matter; acts then name its digest."""
    return Status(201, EvidenceOut.of(attach(request.identity, dossier, file, now=request.now)))


def notice_of(told: RegisterIn) -> actions.Notice:
    """Return what is to be supervised as the action wants it."""
    return actions.Notice(body=told.body, case=told.case, facts=told.facts)


def matter_out(row: SupervisionMatter) -> MatterOut:
    """Return one matter as plain values."""
    return MatterOut(
        dossier=row.dossier_id,
        body=row.body_id,
        case=row.case_id,
        stage=row.stage,
        ended=row.ended,
        answer_by=row.answer_by,
        objected=row.objected,
        registered_on=row.registered_on,
    )


def act_out(done: Done) -> MatterActOut:
    """Return one written act as plain values."""
    step = StepOut.of(done.entry, done.state.stage)
    return MatterActOut(**step.dict(), papers=[paper.number for paper in done.papers])


def _year(year: int) -> int:
    if not 2024 <= year < 2100:
        raise bad_input("year", "年份看不懂。", "写作 2027。")
    return year
