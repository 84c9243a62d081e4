"""公开的处罚案例 Twenty published cases with their dates, replayed: where the authority was late, it is said with the article.

The excerpts name no suspension and no extension; what they would have excused is a question, never a fault.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from yizhi.rules.procedure import ORDINARY, Circumstances, Entry, fold, limits
from yizhi.rules.procedure.looking_back import shortcomings

RECORDS = Path(__file__).resolve().parents[5] / ".." / "shared" / "data" / "penalty_records.csv"
FOUND, OPENED, TOLD, DECIDED, SHOWN = "案发或检查日期", "立案日期", "告知日期", "决定日期", "发布日期"
ACTS = (
    (FOUND, "register_lead", "found_on"),
    (OPENED, "open_case", ""),
    (TOLD, "prior_notice", ""),
    (TOLD, "serve_notice", "served_on"),
    (DECIDED, "decide_penalty", ""),
    (SHOWN, "review_disclosure", ""),
)
WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}")

DISCLOSURE = "国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见 二(六)"
# Which limit each of the twenty overran, by how many days, by which article; all the others overran none.
FOUND_LATE = {
    "10": ("核查期限", 16, "农业行政处罚程序规定 第29条"),
    "17": ("办案期限", 27, "行政处罚法 第60条"),
    "28": ("核查期限", 15, "市场监督管理行政处罚程序规定 第18条"),
    "31": (
        "公示期限",
        45,
        DISCLOSURE,
    ),
    "32": (
        "公示期限",
        26,
        DISCLOSURE,
    ),
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not RECORDS.exists(), reason="the reference folder is not beside the project"),
]


def records() -> dict[str, dict[str, str]]:
    """The rows with at least two whole dates of the procedure."""
    rows = list(csv.DictReader(RECORDS.open(encoding="utf-8")))
    dated = {
        row["序号"]: row
        for row in rows
        if sum(bool(WHOLE.fullmatch(row[key])) for key in (FOUND, OPENED, TOLD, DECIDED)) > 1
    }
    first = {row["序号"]: row for row in rows if WHOLE.fullmatch(row[SHOWN]) and WHOLE.fullmatch(row[OPENED])}
    return dated | first


def entries(row: dict[str, str]) -> Iterator[Entry]:
    """The row as a record. When it was made public counts only where the day of the decision is told."""
    for number, (column, kind, fact) in enumerate(ACTS):
        if WHOLE.fullmatch(row[column]) and (kind != "review_disclosure" or row[DECIDED]):
            facts = {fact: row[column]} if fact else {}
            yield Entry(str(number), kind, datetime.fromisoformat(f"{row[column]}T09:00"), facts=facts)


def seen(row: dict[str, str], circumstances: Circumstances) -> list[tuple[str, int, str]]:
    state = fold(ORDINARY, entries(row))
    last = max(entry.day for entry in state.entries if entry.kind != "review_disclosure")
    here = replace(circumstances, domain=row["领域"].split("(")[0])
    return [
        (reason.sentence.split("从")[0], int(re.findall(r"超过(\d+)日", reason.sentence)[0]), reason.article)
        for reason in shortcomings(ORDINARY, state, limits(state, here), last)
    ]


def test_twenty_are_replayed():
    assert len(records()) == 20


def test_where_the_authority_was_late_it_is_said_with_the_article(circumstances: Circumstances):
    said = {number: seen(row, circumstances) for number, row in records().items()}
    assert {number: found[0] for number, found in said.items() if found} == FOUND_LATE


def on(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T09:00")


def test_what_is_out_of_order_or_too_early_is_said(circumstances: Circumstances):
    record = [
        Entry("1", "register_lead", on("2026-03-02"), facts={"found_on": "2026-03-02"}),
        Entry("2", "prior_notice", on("2026-03-20")),
        Entry("3", "open_case", on("2026-03-04")),
        Entry("4", "serve_notice", on("2026-03-23"), facts={"served_on": "2026-03-23"}),
        Entry("5", "decide_penalty", on("2026-03-30")),
    ]
    here, state = replace(circumstances, domain="住建/城管"), fold(ORDINARY, record)
    codes = [reason.code for reason in shortcomings(ORDINARY, state, limits(state, here), date(2026, 3, 31))]
    assert codes == ["acts-out-of-order", "defence-cut-short"]
