"""裁量基准接口 The versions of an item's benchmark, and the range that facts lead to, with its reasons. No amount is ever proposed."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from yizhi.rules.procedure.benchmark import OPINION, VALUES, range_words
from yizhi.rules.refusal import Absent

from .api import refuse_nul
from .benchmarks import Level, tier_of, tiers_on, versions, words_of
from .models import BenchmarkTier, Item

router = Router(tags=["裁量基准"])
MOST = Decimal(10) ** 12


class TierOut(Schema):
    """一个阶次；`low`、`high` 是元，`times_of` 不空时是它的倍数，`null` 是没有这一头。"""

    name: str
    factors: str
    words: str
    low: str | None
    high: str | None
    times_of: str
    refines: str


class BenchmarkVersionOut(Schema):
    """一版裁量基准：`level` upper 上级、county 本县；`until` 是失效的第一天。"""

    level: str
    issuer: str
    document: str
    published_on: date
    since: date
    until: date | None
    tiers: list[TierOut]


class RangeIn(Schema):
    """查明的事实；数额以元为单位。"""

    on: date | None = Field(default=None, description="违法行为发生日，默认今天")
    goods_value_yuan: Decimal | None = Field(default=None, ge=0, lt=MOST, description="货值金额")
    illegal_gains_yuan: Decimal | None = Field(default=None, ge=0, lt=MOST, description="违法所得")
    turnover_yuan: Decimal | None = Field(default=None, ge=0, lt=MOST, description="违法经营额")


class RangeOut(Schema):
    """一个阶次在这些事实下的幅度（元）；`missing` 是还缺的事实；`reasons` 说明幅度从哪里来。数额由人定。"""

    tier: str
    factors: str
    low: str | None
    high: str | None
    missing: str
    reasons: list[str]
    article: str


@router.get("items/{code}/benchmarks", response=list[BenchmarkVersionOut], summary="一个事项各版裁量基准")
def list_benchmarks(request: HttpRequest, code: str) -> list[dict[str, Any]]:
    """新的在前；每一版从轻到重列出阶次。"""
    _known(code)
    return [_version(rows) for rows in versions(code)]


@router.get("items/{code}/range", response=list[RangeOut], summary="事实对应的幅度和理由")
def ask_range(request: HttpRequest, code: str, told: Query[RangeIn]) -> list[dict[str, Any]]:
    """列出行为日有效的每一个阶次在这些事实下的上下限和理由；只给幅度，不给数额。"""
    _known(code)
    on = told.on or timezone.localdate(request.now)  # type: ignore[attr-defined]
    facts = {key: str(value) for _, key in VALUES.values() if (value := getattr(told, key)) is not None}
    return [_range(row, facts) for row in tiers_on(code, on)]


def _known(code: str) -> None:
    refuse_nul({"code": code})
    if not Item.objects.filter(code=code).exists():
        raise Absent("这个事项")


def _version(rows: list[BenchmarkTier]) -> dict[str, Any]:
    first = rows[0]
    return {
        "level": first.level,
        "issuer": first.issuer,
        "document": first.document,
        "published_on": first.published_on,
        "since": first.valid_from,
        "until": first.valid_to,
        "tiers": [
            {
                "name": row.name,
                "factors": row.factors,
                "words": words_of(row),
                "low": _plain(row.low),
                "high": _plain(row.high),
                "times_of": row.times_of,
                "refines": row.refines,
            }
            for row in rows
        ],
    }


def _range(row: BenchmarkTier, facts: dict[str, str]) -> dict[str, Any]:
    tier = tier_of(row)
    found = tier.range(facts)
    whose = "本县" if row.level == Level.COUNTY else "上级"
    reasons = [
        f"{tier.document}（{whose}，{tier.issuer}制定）的“{tier.name}”：{tier.words}。",
        f"适用情形：{tier.factors}。",
    ]
    if tier.times_of and not found.missing:
        name, key = VALUES[tier.times_of]
        reasons.append(f"{name}{facts[key]}元，幅度是{range_words(found.low, found.high)}。")
    if found.missing:
        reasons.append(f"按{VALUES[tier.times_of][0]}的倍数，先查明{VALUES[tier.times_of][0]}。")
    reasons.append("数额由办案的机关定，并写明理由。")
    return {
        "tier": tier.name,
        "factors": tier.factors,
        "low": _plain(found.low),
        "high": _plain(found.high),
        "missing": found.missing,
        "reasons": reasons,
        "article": f"{OPINION} 五(十二)",
    }


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount.normalize():f}"
