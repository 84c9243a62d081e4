"""本机关的接口 Yearly figures and applications for files, and their steps. Shapes only; the rules are the same as on the pages."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from ninja import Field, Router, Schema, Status

from yizhi.desk.papers.api import StepOut, ToldIn
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.paging import page_of
from yizhi.desk.record.queries import record_of
from yizhi.rules.procedure.state import day_of

from . import applying, figuring
from .models import DossierApplication, YearlyFigures
from .own import Done

router = Router(tags=["公示"])


class FiguresTableOut(Schema):
    """一张统计表：栏目和数；`confirmed` 表示栏目核实过"""

    name: str
    confirmed: bool
    rows: list[list[str]]


class FiguresOut(Schema):
    """一个机关一年的执法数据"""

    dossier: str
    body: str
    year: int
    stage: str
    published_on: date | None
    reported_on: date | None


class FiguresDetail(FiguresOut):
    """连同统计表和总体情况"""

    tables: list[FiguresTableOut]
    words: str


class FiguresPage(Schema):
    """一页年度数据；`next` 是下一页的游标，没有时为空。"""

    items: list[FiguresOut]
    next: str


class ApplicationOut(Schema):
    """一份案卷公开申请；`due` 是答复的最后一天，日历没有那一年时为空"""

    dossier: str
    body: str
    stage: str
    asked: str
    received_on: date
    extended: int
    due: date | None
    outcome: str
    answered_on: date | None


class ApplicationDetail(ApplicationOut):
    """连同申请人和答复的话"""

    applicant: str
    answer: str


class ApplicationPage(Schema):
    """一页申请；`next` 是下一页的游标，没有时为空。"""

    items: list[ApplicationOut]
    next: str


class FiguresStepIn(ToldIn):
    """办一步年度数据"""

    kind: str = Field(description="publish_figures、correct_figures、report_figures", max_length=48)


class ApplicationStepIn(ToldIn):
    """办一步申请"""

    kind: str = Field(description="extend_application、answer_application", max_length=48)


@router.get("yearly-figures", response=FiguresPage, summary="年度执法数据")
def figures(request: SignedIn, after: str = "", limit: int = 20) -> dict[str, Any]:
    """Return the yearly figures this identity sees, newest first."""
    return _page(figuring.figures(request.identity), after, limit, figures_out)


@router.get("yearly-figures/{dossier}", response=FiguresDetail, summary="一个机关一年的数据")
def one_year(request: SignedIn, dossier: str) -> dict[str, Any]:
    """Return one year with its tables."""
    row = figuring.figure(request.identity, dossier)
    return {**figures_out(row), "tables": row.tables, "words": row.words}


@router.post("yearly-figures", response={201: StepOut, 200: StepOut}, summary="统计一个年度")
def compute(request: SignedIn, told: ToldIn) -> Any:
    """Count a year of the own body; `facts`: year. 201 when written now, 200 when written before."""
    step = told.step(figuring.COMPUTE, request.now)
    return _answer(figuring.compute(request.identity, step, now=request.now))


@router.post("yearly-figures/{dossier}/acts", response={201: StepOut, 200: StepOut}, summary="办一步年度数据")
def perform_figures(request: SignedIn, dossier: str, told: FiguresStepIn) -> Any:
    """Publish, correct or report a year."""
    step = told.step(told.kind, request.now)
    return _answer(figuring.perform(request.identity, dossier, step, now=request.now))


@router.get("dossier-applications", response=ApplicationPage, summary="案卷公开申请")
def applications(request: SignedIn, after: str = "", limit: int = 20) -> dict[str, Any]:
    """Return the applications this identity sees, newest first."""
    return _page(applying.applications(request.identity), after, limit, application_out)


@router.get("dossier-applications/{dossier}", response=ApplicationDetail, summary="一份申请")
def application(request: SignedIn, dossier: str) -> dict[str, Any]:
    """Return one application with its applicant and what was answered."""
    row = applying.application(request.identity, dossier)
    answer = applying.answer_words(record_of(dossier))
    return {**application_out(row), "applicant": row.applicant, "answer": answer}


@router.post("dossier-applications", response={201: StepOut, 200: StepOut}, summary="登记收到的申请")
def receive(request: SignedIn, told: ToldIn) -> Any:
    """Write down an application; `facts`: applicant, asked, received_on. 201 when written now, 200 when written before."""
    step = told.step(applying.RECEIVE, request.now)
    return _answer(applying.receive(request.identity, step, now=request.now))


@router.post("dossier-applications/{dossier}/acts", response={201: StepOut, 200: StepOut}, summary="办一步申请")
def perform_application(request: SignedIn, dossier: str, told: ApplicationStepIn) -> Any:
    """Extend the time to answer, or answer."""
    step = told.step(told.kind, request.now)
    return _answer(applying.perform(request.identity, dossier, step, now=request.now))


def figures_out(row: YearlyFigures) -> dict[str, Any]:
    """Return one year as plain values."""
    return {
        "dossier": row.dossier_id,
        "body": row.body_id,
        "year": row.year,
        "stage": row.stage,
        "published_on": row.published_on,
        "reported_on": row.reported_on,
    }


def application_out(row: DossierApplication) -> dict[str, Any]:
    """Return one application as plain values, without the applicant."""
    return {
        "dossier": row.dossier_id,
        "body": row.body_id,
        "stage": row.stage,
        "asked": row.asked,
        "received_on": row.received_on,
        "extended": row.extended,
        "due": day_of(applying.answer_due(row).safe),
        "outcome": row.outcome,
        "answered_on": row.answered_on,
    }


def _page(rows: QuerySet[Any], after: str, limit: int, out: Any) -> dict[str, Any]:
    wanted = after.replace("\x00", "")[:32]
    found, more = page_of((rows.filter(dossier__lt=wanted) if wanted else rows).order_by("-dossier"), limit)
    return {"items": [out(row) for row in found], "next": more}


def _answer(done: Done[YearlyFigures] | Done[DossierApplication]) -> Any:
    return Status(200 if done.repeated else 201, StepOut.of(done.entry, done.row.stage))
