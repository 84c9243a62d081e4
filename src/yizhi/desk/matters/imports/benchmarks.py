"""导入裁量基准 One row a tier of an item; a file is a version from its first day on."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from yizhi.rules.procedure.benchmark import VALUES, Tier, range_words, refined_within

from ..benchmarks import enter_benchmark, level_of, tier_of, upper_on
from ..models import BenchmarkTier
from .allocations import Known
from .dates import read_date
from .table import Column, Row, Table

FEWEST, MOST = 3, 5
KEYS = ("name", "factors", "low", "high", "times_of", "refines", "range_text", "issuer", "document", "published_on")
TIMES = {name: code for code, (name, _) in VALUES.items()}


class BenchmarkReader:
    """Reads benchmarks; a range upside down, a gap in the dates, an unpublished tier and one that leaves the benchmark above are bad cells."""

    kind = "benchmarks"
    title = "导入裁量基准"
    columns: tuple[Column, ...] = (
        Column("number", ("省序号", "序号", "事项序号"), numeric=True, note="目录里的序号；与编码、名称有一样就行"),
        Column("code", ("事项编码", "编码", "权力编码")),
        Column("name", ("权力名称", "事项名称"), shared=True),
        Column("tier", ("裁量阶次", "阶次", "违法程度", "裁量等级"), required=True, note="由轻到重排列"),
        Column("factors", ("适用情形", "适用条件", "情节", "违法情形"), required=True, note="哪些事实适用这个阶次"),
        Column("low", ("罚款下限", "罚款下限(元)"), numeric=True, note="没有下限的空着"),
        Column("high", ("罚款上限", "罚款上限(元)"), numeric=True, note="没有上限的空着"),
        Column("low_times", ("倍数下限",), numeric=True, note="按货值等的倍数罚款的填，不填数额"),
        Column("high_times", ("倍数上限",), numeric=True),
        Column("times_of", ("按什么的倍数", "倍数基数"), note="货值金额、违法所得或者违法经营额"),
        Column("refines", ("细化的上级阶次", "上级阶次"), note="本县细化上级基准的填；同名的可以不填"),
        Column("range_text", ("幅度", "裁量幅度", "处罚幅度"), note="不是固定数额的，写文字"),
        Column("issuer", ("制定机关",), required=True, note="机关的全称", shared=True),
        Column("document", ("依据文件", "文件", "文号"), required=True, note="公布的文件名称和文号", shared=True),
        Column("published_on", ("公布日期", "公布日"), required=True, note="没有公布的不能适用", shared=True),
        Column("starts", ("施行日期", "生效日期", "起"), required=True, note="生效的第一天", shared=True),
    )

    def parse(self, table: Table) -> list[dict[str, Any]]:
        """Return one row a tier, naming what cannot be read and items whose tiers are fewer than three or more than five."""
        found = Known()
        rows = [read for row in table.rows if (read := _read(row, found.item(row)))]
        for item, tiers in _by_item(rows).items():
            if not FEWEST <= len(tiers) <= MOST:
                first = next(row for row in table.rows if found.item(row) == item)
                first.find(
                    "ask",
                    "tiers-number",
                    "tier",
                    f"这个事项有{len(tiers)}个阶次，一般分三至五个（四川省规范行政执法裁量权规定 第14条）。",
                    "核对有没有漏行。",
                )
            if len({tier["starts"] for tier in tiers}) > 1:
                table.rows[0].bad("starts-differ", "starts", "同一事项各阶次的施行日期不一致。", "一个版本写一个日期。")
        return rows

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many items get a benchmark for the first time, another one, and the same."""
        grouped = _by_item(rows)
        states = [_state(item, tiers) for item, tiers in grouped.items()]
        return states.count("new"), states.count("changed"), states.count("same")

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Write the benchmarks that say something new."""
        fresh = {item: tiers for item, tiers in _by_item(rows).items() if _state(item, tiers) != "same"}
        written = sum(enter_benchmark(item, tiers, by=by, now=now) for item, tiers in fresh.items())
        return f"写入了 {len(fresh)} 个事项的裁量基准，共 {written} 个阶次。"


def _read(row: Row, item: str) -> dict[str, Any] | None:
    bounds = _bounds(row)
    words = row.get("range_text").strip()
    if bounds["low"] is None and bounds["high"] is None and not words:
        row.bad("range-missing", "low", "没有幅度。", "填罚款的上下限，或者倍数，或者写文字。")
    days = {key: read_date(row, key) for key in ("published_on", "starts")}
    if not item or None in days.values():
        return None
    told = {key: row.get(key).strip()[:255] for key in ("issuer", "document")}
    read = {
        "item": item,
        "name": row.get("tier").strip()[:64],
        "factors": row.get("factors").strip(),
        "refines": row.get("refines").strip()[:64],
        "range_text": words[:255],
        **bounds,
        **told,
        **days,
    }
    _within_upper(row, read)
    return read


def _bounds(row: Row) -> dict[str, Any]:
    """Read the bounds of a tier: sums of money, or times of one value."""
    of = TIMES.get(row.get("times_of").strip(), "")
    if row.get("times_of").strip() and not of:
        row.bad("times-of-unknown", "times_of", "不知道按什么的倍数。", f"写{'、'.join(TIMES)}之一。")
    low, high = (_amount(row, key) for key in (("low_times", "high_times") if of else ("low", "high")))
    if not of and (row.get("low_times").strip() or row.get("high_times").strip()):
        row.bad("times-of-nothing", "times_of", "写了倍数，没有写按什么的倍数。", f"写{'、'.join(TIMES)}之一。")
    if of and (row.get("low").strip() or row.get("high").strip()):
        row.bad("range-in-two-units", "low", "同一个阶次又写了数额又写了倍数。", "分成两个阶次，或者只写一种。")
    if low is not None and high is not None and Decimal(low) > Decimal(high):
        row.bad("range-upside-down", "high", "罚款上限小于下限。", "核对数额。")
    return {"low": low, "high": high, "times_of": of}


def _within_upper(row: Row, read: Mapping[str, Any]) -> None:
    """Name a tier of one of the county's bodies that leaves the benchmark above it."""
    if level_of(read["issuer"]) != BenchmarkTier.Level.COUNTY:
        return
    low, high = (Decimal(read[key]) if read[key] else None for key in ("low", "high"))
    words = read["range_text"] or range_words(low, high, read["times_of"])
    tier = Tier(
        read["name"], read["factors"], words, read["issuer"], True, read["document"], low, high, read["times_of"]
    )
    upper = [tier_of(one) for one in upper_on(read["item"], date.fromisoformat(read["starts"]))]
    for reason in refined_within(tier, read["refines"], upper):
        row.bad(reason.code, "tier", reason.sentence, reason.cure)


def _amount(row: Row, key: str) -> str | None:
    text = unicodedata.normalize("NFKC", row.get(key)).replace(",", "").removesuffix("元").removesuffix("倍").strip()
    if not text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal(-1)
    if not (amount.is_finite() and 0 <= amount < 10**10 and amount == round(amount, 2)):
        row.bad("amount-unreadable", key, "不是数额。", "以元为单位（倍数写数字），最多两位小数。")
        return None
    return str(amount)


def _by_item(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["item"], []).append(row)
    return grouped


def _state(item: str, tiers: Sequence[Mapping[str, Any]]) -> str:
    level = level_of(tiers[0]["issuer"])
    known = BenchmarkTier.objects.known().filter(item=item, level=level, valid_to=None).order_by("position")
    before = [_plain(row) for row in known]
    if not before:
        return "new"
    return "same" if before == [_plain_read(tier) for tier in tiers] else "changed"


def _plain(row: BenchmarkTier) -> list[Any]:
    return [getattr(row, key) for key in KEYS] + [row.valid_from]


def _plain_read(tier: Mapping[str, Any]) -> list[Any]:
    amounts = {key: Decimal(tier[key]) if tier[key] else None for key in ("low", "high")}
    days = {key: date.fromisoformat(tier[key]) for key in ("published_on", "starts")}
    return [{**tier, **amounts, **days}[key] for key in (*KEYS, "starts")]
