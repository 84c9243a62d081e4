"""事项接口 The question of authority and the list of items. Shapes only; what it means is in the rules."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from yizhi.rules.authority import Question
from yizhi.rules.refusal import bad_input

from .actions import keep_answer
from .hearing import intents
from .queries import ItemLine, ask, find_whose, items

router = Router(tags=["事项"])


class Asked(Schema):
    """一个问题 One question; days as 2026-06-01, moments as 2026-06-01T09:00:00 in Beijing time."""

    item: str = Field(description="事项编码", max_length=64)
    town: str = Field(description="违法行为发生地的镇（街道）代码", max_length=64)
    on: str = Field(description="办理日期", max_length=10)
    action: str = Field(
        description="inspect、open_case、on_spot_penalty、penalty_decision、coercive_measure", max_length=32
    )
    officers: list[str] = Field(default=[], description="执法人员编号", max_length=100)
    act_day: str | None = Field(default=None, description="违法行为发生日，默认同办理日期", max_length=10)
    party: str | None = Field(default=None, description="当事人编号", max_length=64)
    known_at: str | None = Field(default=None, description="按哪一时刻掌握的事实回答", max_length=32)
    opened_on: str | None = Field(default=None, description="在办案件的立案日期", max_length=10)
    opened_body: str | None = Field(default=None, description="在办案件的立案机关", max_length=64)
    keep: bool = Field(default=False, description="是否留存这次问答")
    words: str = Field(default="", description="说的话，随答复留存", max_length=500)


class ReasonOut(Schema):
    """一条理由"""

    code: str
    severity: str
    sentence: str
    article: str
    cure: str
    about: str


class AlternativeOut(Schema):
    """另行办法 Who could do it instead."""

    body: str
    mode: str
    officers: list[str]


class FactOut(Schema):
    """用到的一行事实及其版本"""

    table: str
    id: str
    recorded_at: str | None


class Answered(Schema):
    """答复 The answer: `reasons` the codes, `explained` the reasons in full; `number` when it was kept."""

    allowed: bool
    deciding_body: str | None
    mode: str | None
    review_first: bool
    reasons: list[str]
    seal_body: str | None
    legal_review_body: str | None
    review_body: str | None
    defendant: str | None
    officers_counted: list[str]
    explained: list[ReasonOut]
    alternatives: list[AlternativeOut]
    facts_used: list[FactOut]
    number: str = ""


class HeldOut(Schema):
    """在这个镇归谁"""

    body: str | None
    mode: str | None
    state: str


class BasisOut(Schema):
    """设定依据"""

    law: str
    article: str
    effective: str | None = None
    expiry: str | None = None


class ItemOut(Schema):
    """一个事项在这一天的版本"""

    code: str
    source_number: int | None
    name: str
    kind: str
    domain: str
    owner: str
    bases: list[BasisOut]
    held: HeldOut | None


class ItemsOut(Schema):
    """一页事项；`next` 是下一页的游标，没有时为空。"""

    items: list[ItemOut]
    next: str


class FoundOut(Schema):
    """像的一个事项 `words` 是对上的词，`whose` 是归谁办，`body` 是机关代码（没有定的为空）。"""

    code: str
    name: str
    words: list[str]
    whose: str
    body: str | None


class ElsewhereOut(Schema):
    """不归执法队的，归哪里"""

    intent: str
    title: str
    sentence: str
    phone: str


class FoundWhoseOut(Schema):
    """找对人的答复；`answer`：item 像第一个，unsure 说不准，not-an-item 不是执法事项。"""

    answer: str
    items: list[FoundOut]
    elsewhere: ElsewhereOut | None


@router.get("items/find", response=FoundWhoseOut, summary="找对人")
def find_item(request: HttpRequest, q: str, town: str, on: date | None = None) -> dict[str, Any]:
    """Return the items that plain words may mean, best first, with whose each is in the town; or where to turn instead."""
    refuse_nul({"q": q, "town": town})
    found = find_whose(q, town=town, on=on or timezone.localdate(request.now))  # type: ignore[attr-defined]
    elsewhere = intents().get(found.intent) if found.answer == "not-an-item" else None
    return {"answer": found.answer, "items": found.items, "elsewhere": elsewhere}


@router.post("authority/ask", response=Answered, summary="问执法主体")
def ask_authority(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """Answer whose power it is, in whose name, who counts and why."""
    question = asked.dict(exclude={"keep", "words"}, exclude_none=True)
    refuse_nul(question)
    answer = ask(Question.of(question))
    number = ""
    if asked.keep:
        number = keep_answer(
            request.identity,  # type: ignore[attr-defined]
            question=question,
            answer=answer,
            words=asked.words.replace("\x00", ""),
            now=request.now,  # type: ignore[attr-defined]
        ).number
    return {**answer.as_dict(), "number": number}


@router.get("items", response=ItemsOut, summary="事项目录")
def list_items(
    request: HttpRequest, q: str = "", town: str = "", on: date | None = None, after: str = "", limit: int = 20
) -> dict[str, Any]:
    """Return the items in force on a day by code; `q` at least one readable word, `town` adds who holds each there."""
    if not 1 <= limit <= 100:
        raise bad_input("limit", "每页 1 到 100 项。", "改小 limit。")
    refuse_nul({"q": q, "town": town, "after": after})
    day = on or timezone.localdate(request.now)  # type: ignore[attr-defined]
    page = items(request.identity, q[:200], town, day, after=after, most=limit)  # type: ignore[attr-defined]
    return {"items": [_line(line) for line in page.lines], "next": page.after}


def _line(line: ItemLine) -> dict[str, Any]:
    version, holding = line.version, line.holding
    body = holding.body.id if holding and holding.body else None
    return {
        "code": version.item_id,
        "source_number": version.item.source_number,
        "name": version.name,
        "kind": version.kind,
        "domain": version.domain,
        "owner": version.owner_id,
        "bases": version.bases,
        "held": {"body": body, "mode": holding.mode, "state": holding.state} if holding else None,
    }


def refuse_nul(values: dict[str, Any]) -> None:
    """A character that no database keeps cannot be part of a code."""
    for name, value in values.items():
        if any("\x00" in each for each in ([value] if isinstance(value, str) else value)):
            raise bad_input(name, f"{name} 里有不能使用的字符。", "删去不可见的字符。")
