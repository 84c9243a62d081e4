"""已发布的清单接口 The issued lists of areas, issuing one, what differs between two. Shapes only; the rules are the same as on the pages."""

import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from yizhi.desk.matters.models import IssuedList
from yizhi.desk.matters.queries import issued_before, issued_list, issued_lists
from yizhi.desk.people.request import SignedIn
from yizhi.desk.record.actions import told_before
from yizhi.desk.record.paging import page_of
from yizhi.rules.authority import issued_changes

from .area_list import issued_pdf
from .issuing_lists import issue_list

router = Router(tags=["清单"])


class IssuedListOut(Schema):
    """一份已发布的清单；`digest` 是内容的 SM3 摘要"""

    dossier: str
    area: str
    body: str
    number: str
    on: date
    issued_on: date
    items: int
    digest: str


class IssuedListPage(Schema):
    """一页已发布的清单；`next` 是下一页的游标，没有时为空。"""

    items: list[IssuedListOut]
    next: str


class IssuedRowOut(Schema):
    """清单上的一行；`towns` 是镇名和法、赋、委、派"""

    code: str
    source: str
    kind: str
    name: str
    bases: str
    remark: str
    towns: list[tuple[str, str]]


class IssuedListDetail(IssuedListOut):
    """连同每一行"""

    title: str
    rows: list[IssuedRowOut]


class IssuedChangeOut(Schema):
    """两份清单的一处不同；`kind` 是 added、ended 或者 changed"""

    kind: str
    item: str
    name: str
    before: str
    after: str


class IssueListIn(Schema):
    """发布一个片区的清单"""

    id: uuid.UUID = Field(description="由提交的一方生成的编号，重复提交只发布一次")
    area: str = Field(max_length=64)
    on: date | None = Field(default=None, description="哪一天的清单，默认今天")


@router.get("issued-lists", response=IssuedListPage, summary="已发布的清单")
def lists(request: SignedIn, area: str = "", after: str = "", limit: int = 20) -> IssuedListPage:
    """Return the issued lists of an area, or of all, newest first."""
    rows = issued_lists(area.replace("\x00", "")[:64])
    begun = rows.filter(pk=after.replace("\x00", "")[:32]).first() if after else None
    found, more = page_of(rows.filter(issued_at__lt=begun.issued_at) if begun else rows, limit)
    return IssuedListPage(items=[IssuedListOut(**out(row)) for row in found], next=more)


@router.get("issued-lists/{dossier}", response=IssuedListDetail, summary="一份已发布的清单")
def one_list(request: SignedIn, dossier: str) -> dict[str, Any]:
    """Return one issued list, every row as it was issued."""
    row = issued_list(dossier)
    return {**out(row), "title": row.data["title"], "rows": row.data["rows"]}


@router.get("issued-lists/{dossier}/changes", response=list[IssuedChangeOut], summary="两份清单的不同")
def changes(request: SignedIn, dossier: str, since: str = "") -> list[dict[str, Any]]:
    """Return what this list says otherwise than the one with number `since`, or than the one issued before it."""
    row = issued_list(dossier)
    other = issued_list(since) if since else issued_before(row)
    return [one._asdict() for one in issued_changes(other.data["rows"], row.data["rows"])] if other else []


@router.get("issued-lists/{dossier}/list.pdf", summary="盖章清单 PDF")
def list_pdf(request: SignedIn, dossier: str) -> HttpResponse:
    """Return one issued list as PDF/A, the same bytes every time."""
    return HttpResponse(issued_pdf(issued_list(dossier)), content_type="application/pdf")


@router.post("issued-lists", response={201: IssuedListOut, 200: IssuedListOut}, summary="发布清单")
def issue(request: SignedIn, told: IssueListIn) -> Any:
    """Issue the list of an area; for those who keep lists. 201 when issued now, 200 when issued before under the same id."""
    repeated = told_before(told.id) is not None
    on = told.on or timezone.localdate(request.now)
    row = issue_list(request.identity, told.area, on, id=told.id, demo=settings.DEMO, now=request.now)
    return Status(200 if repeated else 201, out(row))


def out(row: IssuedList) -> dict[str, Any]:
    """Return one issued list as plain values."""
    return {
        "dossier": row.pk,
        "area": row.area_id,
        "body": row.body_id,
        "number": row.number,
        "on": row.on,
        "issued_on": timezone.localdate(row.issued_at),
        "items": len(row.data["rows"]),
        "digest": row.digest,
    }
