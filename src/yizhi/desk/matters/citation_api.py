"""引注核对、指导目录接口 What the citation check found and what is done about it; the provincial catalogue and its links. Shapes only."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Path, Router, Schema, Status

from yizhi.desk.people.request import SignedIn
from yizhi.rules.refusal import bad_input

from . import guidance, queries, recite
from .api import refuse_nul
from .citations import recheck
from .keeper import keeper
from .models import CatalogueEntry, CitationFinding
from .queries import CataloguePage

router = Router(tags=["引注和指导目录"])
MOST = 500
Number = Annotated[int, Path(ge=1, le=2**62)]


class CitationFindingOut(Schema):
    """一条引注问题；`instead` 是对得上的条文，没有时为空；`kept` 是核对过仍引的理由。"""

    number: int
    item: str
    item_name: str
    law: str
    article: str
    state: str
    sentence: str
    cure: str
    instead: str
    found_at: datetime
    kept: str


class FindingsOut(Schema):
    """一页引注问题；`counts` 是每种问题各几条，`without_text` 是引了、还没有文本的法规；`next` 是下一页的游标。"""

    items: list[CitationFindingOut]
    counts: dict[str, int]
    settled: int
    without_text: list[str]
    next: str


class ReplaceIn(Schema):
    """改引"""

    cited: str = Field(description="《名称》第几条第几款第（几）项", min_length=1, max_length=300)
    effective: date | None = Field(default=None, description="依据施行日期，导入过文本的可以不填")
    starts: date = Field(description="从哪天起")


class KeepIn(Schema):
    """仍引这一条"""

    why: str = Field(description="为什么仍引", min_length=1, max_length=500)


class CitedVersionOut(Schema):
    """事项的新版本"""

    item: str
    starts: date


class CheckedOut(Schema):
    """重新核对以后还有几条问题"""

    standing: int


class EntryOut(Schema):
    """指导目录的一项；`items` 是挂接在这一项的事项编码。"""

    decision: str
    batch: str
    number: str
    name: str
    kind: str
    domain: str
    bases: str
    note: str
    items: list[str]


class CatalogueOut(Schema):
    """一天的指导目录；`outside` 是赋权在目录之外的事项，`next` 是下一页从第几项开始，没有时为空。"""

    on: date
    items: list[EntryOut]
    total: int
    outside: list[str]
    next: int | None


class LinkIn(Schema):
    """挂接目录"""

    decision: str = Field(description="省级决定的文号", min_length=1, max_length=64)
    number: str = Field(description="省序号", min_length=1, max_length=16)
    starts: date = Field(description="从哪天起")


class LinkOut(Schema):
    """一条挂接"""

    fact: str
    item: str
    decision: str
    number: str
    starts: date


class EndIn(Schema):
    """取消挂接"""

    fact: str = Field(description="挂接的编号", min_length=1, max_length=160)
    ends: date = Field(description="不再有效的第一天")


@router.get("citations", response=FindingsOut, summary="引注核对")
def read_findings(request: SignedIn, state: str = "", settled: bool = False, after: str = "") -> dict[str, Any]:
    """Return the findings that stand, by item; of one state, or those that a person has settled."""
    page = queries.findings(request.identity, state=state[:24], settled=settled, after=after[:20])
    return {
        "items": [_finding(row) for row in page.rows],
        "counts": page.counts,
        "settled": page.settled,
        "without_text": [law for law, _ in page.without_text],
        "next": page.after,
    }


@router.post("citations/check", response=CheckedOut, summary="重新核对引注")
def check(request: SignedIn) -> dict[str, int]:
    """Check every citation anew; for those who keep items."""
    keeper(request)
    recheck(now=request.now)
    return {"standing": sum(queries.findings(request.identity).counts.values())}


@router.get("citations/{number}", response=CitationFindingOut, summary="一条引注问题")
def read_finding(request: SignedIn, number: Number) -> dict[str, Any]:
    """Return one finding that stands."""
    return _finding(queries.finding(request.identity, number))


@router.post("citations/{number}/replace", response={201: CitedVersionOut}, summary="改引")
def replace(request: SignedIn, number: Number, given: ReplaceIn) -> Any:
    """Enter a new version of the item that cites another article; for those who keep items."""
    account = keeper(request)
    refuse_nul({"cited": given.cited})
    version = recite.replace_basis(number, **given.dict(), by=account, now=request.now)
    return Status(201, {"item": version.item_id, "starts": version.valid_from})


@router.post("citations/{number}/keep", response=CitationFindingOut, summary="仍引这一条")
def keep(request: SignedIn, number: Number, given: KeepIn) -> dict[str, Any]:
    """Settle a finding: the citation stays, with the reason; for those who keep items."""
    account = keeper(request)
    refuse_nul({"why": given.why})
    return _finding(recite.keep_basis(number, why=given.why, by=account, now=request.now))


@router.get("catalogue", response=CatalogueOut, summary="省级赋权指导目录")
def read_catalogue(
    request: SignedIn,
    on: date | None = None,
    q: str = "",
    decision: str = "",
    unlinked: bool = False,
    start: int = 0,
    limit: int = 100,
) -> dict[str, Any]:
    """Return the catalogue on a day (today), each line with its items; `unlinked` only lines without an item."""
    if not 1 <= limit <= MOST or not 0 <= start <= 10**6:
        raise bad_input("limit", f"每页 1 到 {MOST} 项，从第 0 项起。", "改小 limit、start。")
    refuse_nul({"q": q, "decision": decision})
    day = on or _today(request)
    page = queries.catalogue_lines(request.identity, day, q=q.strip(), decision=decision, unlinked=unlinked)
    shown, left = page.lines[start : start + limit], len(page.lines) > start + limit
    return {
        "on": day,
        "items": [_entry(row, page) for row in shown],
        "total": len(page.lines),
        "outside": [item.code for item in page.outside],
        "next": start + limit if left else None,
    }


@router.post("items/{code}/catalogue", response={201: LinkOut}, summary="挂接目录")
def link(request: SignedIn, code: str, given: LinkIn) -> Any:
    """Say which line of the catalogue an item is; for those who keep items."""
    account = keeper(request)
    refuse_nul({"code": code, "decision": given.decision, "number": given.number})
    row = guidance.link_item(code, **given.dict(), how="人工核对", by=account, now=request.now)
    said = {"fact": row.fact, "item": row.item_id, "decision": row.decision, "number": row.number}
    return Status(201, {**said, "starts": row.valid_from})


@router.post("items/{code}/catalogue/end", response={204: None}, summary="取消挂接")
def unlink(request: SignedIn, code: str, given: EndIn) -> Any:
    """Let a link end on a day; for those who keep items."""
    account = keeper(request)
    refuse_nul({"code": code, "fact": given.fact})
    guidance.unlink_item(code, given.fact, ends=given.ends, by=account, now=request.now)
    return Status(204, None)


def _finding(row: CitationFinding) -> dict[str, Any]:
    return {
        "number": row.pk,
        "item": row.item_id,
        "item_name": row.item.name,
        "law": row.law,
        "article": row.article,
        "state": row.state,
        "sentence": row.sentence,
        "cure": row.cure,
        "instead": f"《{row.instead_law or row.law}》{row.instead}" if row.instead else "",
        "found_at": row.found_at,
        "kept": row.settled_note,
    }


def _entry(row: CatalogueEntry, page: CataloguePage) -> dict[str, Any]:
    names = ("decision", "batch", "number", "name", "kind", "domain", "bases", "note")
    items = [item.code for item in page.items.get((row.decision, row.number), ())]
    return {**{name: getattr(row, name) for name in names}, "items": items}


def _today(request: HttpRequest) -> date:
    return timezone.localdate(request.now)  # type: ignore[attr-defined]
