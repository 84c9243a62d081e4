"""年度检查计划接口 The published plans of a year; one's own written and published. Shapes only; the rules are the same as on the pages."""

import uuid
from datetime import date
from typing import Any

from ninja import Field, Router, Schema, Status

from yizhi.desk.papers.api import StepOut
from yizhi.desk.people.request import SignedIn

from .models import InspectionPlan
from .year_plan import publish_plan, write_plan

router = Router(tags=["检查"])


class InspectionPlanOut(Schema):
    """一个机关已公布的年度检查计划；每行：item、kind（daily、special）、subjects、times"""

    body: str
    year: int
    published_on: date
    channel: str
    lines: list[dict[str, Any]]


class InspectionPlanIn(Schema):
    """本机关的年度检查计划，整份重写"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    lines: list[dict[str, Any]] = Field(description="每行：item、kind（daily、special）、subjects、times")


class PublishPlanIn(Schema):
    """公布本机关的年度检查计划"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只写一次")
    published_on: date
    channel: str = Field(max_length=200, description="在哪里公布")


@router.get("inspection-plans", response=list[InspectionPlanOut], summary="已公布的年度检查计划")
def plans(request: SignedIn, year: int) -> list[InspectionPlanOut]:
    """Return the plans of a year that were published, by body."""
    rows = InspectionPlan.objects.filter(year=year if 0 < year < 10_000 else 0).exclude(published_on=None)
    return [
        InspectionPlanOut(
            body=row.body_id,
            year=row.year,
            published_on=row.published_on,
            channel=row.channel,
            lines=row.published,
        )
        for row in rows.order_by("body")
        if row.published_on
    ]


@router.post("inspection-plans/{year}", response={201: StepOut}, summary="排定年度检查计划")
def write(request: SignedIn, year: int, told: InspectionPlanIn) -> Any:
    """Write the plan of one's own body anew; what was published stands until this is published too."""
    entry = write_plan(request.identity, year, told.lines, id=told.id, now=request.now)
    return Status(201, StepOut.of(entry, "written"))


@router.post("inspection-plans/{year}/publish", response={201: StepOut}, summary="公布年度检查计划")
def publish(request: SignedIn, year: int, told: PublishPlanIn) -> Any:
    """Note that the plan of one's own body is public."""
    on, channel = told.published_on, told.channel
    entry = publish_plan(request.identity, year, published_on=on, channel=channel, id=told.id, now=request.now)
    return Status(201, StepOut.of(entry, "published"))
