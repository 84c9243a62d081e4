"""年度执法数据 The yearly figures of a body: what is counted once, in which column, and by which day they are public."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from yizhi.rules.cite import cite
from yizhi.rules.refusal import Reason

GUIDANCE: Final = "国办发〔2018〕118号 二(六)"
AGRICULTURE: Final = "农业行政处罚程序规定 第87条"
HEAVIEST_LAST: Final = (
    "other", "warning", "criticism", "fine", "confiscation", "suspend_permit", "downgrade",
    "restrict_business", "stop_business", "close_business", "restrict_profession", "revoke",
)  # fmt: skip
"""Kinds of penalty from light to heavy, as the yearly report counts them; one that is not named counts last of all."""
TOTAL, MONEY = "合计（宗）", "罚没金额（万元）"


@dataclass(frozen=True, slots=True)
class Penalty:
    """One penalty decision of the year: kinds by code, fine and confiscation in yuan, where a sum was fixed."""

    kinds: tuple[str, ...]
    fine: Decimal | None
    confiscated: Decimal | None


def heaviest(kinds: Sequence[str]) -> str:
    """Return the kind in which a decision with several is counted: the heaviest, a named kind before 其他.

    >>> heaviest(["fine", "confiscation"]), heaviest(["other", "warning"]), heaviest([])
    ('confiscation', 'warning', 'other')
    """
    return max(kinds, key=lambda kind: HEAVIEST_LAST.index(kind) if kind in HEAVIEST_LAST else 0, default="other")


def penalties_counted(columns: Sequence[Mapping[str, Any]], penalties: Iterable[Penalty]) -> list[list[str]]:
    """Return label and number of each column, each decision once; then the total and the sum in 万元 as the decisions fixed it."""
    listed = list(penalties)
    counted = [heaviest(one.kinds) for one in listed]
    rows = [[str(column["label"]), str(sum(kind in column["kinds"] for kind in counted))] for column in columns]
    money = sum(((one.fine or Decimal(0)) + (one.confiscated or Decimal(0)) for one in listed), Decimal(0))
    return [*rows, [TOTAL, str(len(listed))], [MONEY, f"{money / 10_000:.4f}"]]


@cite(
    "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
    "二(六)",
    "每年1月31日前",
)
def due_on(year: int) -> date:
    """Return the last day on which the figures of `year` are made public and reported: 31 January of the next. Source: rules `annual-stat-jan31`, `report-jan31-agri`.

    >>> due_on(2025)
    datetime.date(2026, 1, 31)
    """
    return date(year + 1, 1, 31)


def year_reasons(year: int, on: date) -> Iterator[Reason]:
    """A year is counted when it is over. Source: rule `annual-stat-jan31`."""
    if not 2000 <= year < on.year:
        yield Reason(
            "year-not-over",
            f"{year}年还没有过完，不能统计。" if year >= on.year else "年度写错了。",
            GUIDANCE,
            cure="统计上一年度。",
            about="year",
        )


def publish_reasons(stage: str, kept: Any, fresh: Any) -> Iterator[Reason]:
    """What is published is what the record gives on that day; published figures are corrected, not published again."""
    if stage == "published":
        yield Reason("already-published", "这一年度已经公开。", GUIDANCE, cure="内容有错的，办“更正”。", about="kind")
    elif kept != fresh:
        words = "统计以后记录有变化，这份数据已经不是现在的。"
        yield Reason("figures-stale", words, GUIDANCE, cure="重新统计，看过再公开。", about="kind")


@cite("农业行政处罚程序规定", "第87条", "每年1月31日前")
def report_reasons(stage: str, domain: str, reported: bool) -> Iterator[Reason]:
    """A body of agriculture reports its figures of the year to the one above, once they are public. Source: rule `report-jan31-agri`."""
    if domain != "agriculture":
        yield Reason(
            "report-not-asked",
            "农业机关才按这一条报送。",
            AGRICULTURE,
            cure="公开以后报本级政府和上级主管部门。",
            about="kind",
        )
    elif stage != "published":
        yield Reason("publish-first", "还没有公开。", AGRICULTURE, cure="先审查公开。", about="kind")
    elif reported:
        yield Reason("already-reported", "已经报送。", AGRICULTURE, cure="看记录。", about="kind")
