"""一个字节 One byte changed in any column of an entry, of its dossier or of a paper is named, also where the row still says the same."""

from typing import Any

import pytest
from django.db import connection
from tests import story
from tests.cast import Cast, at, build

from yizhi.desk.papers.models import Evidence, Paper
from yizhi.desk.papers.verifying import verify as verify_papers
from yizhi.desk.record.models import Dossier, Entry
from yizhi.desk.record.queries import verify

pytestmark = pytest.mark.django_db
COLUMNS = [field.column for field in Entry._meta.concrete_fields]
OF_PAPER = [
    "id",
    "position",
    "kind",
    "name",
    "number",
    "mode",
    "version",
    "town_id",
    "word",
    "year",
    "serial",
    "body_id",
    "issued_at",
    "entry",
    "data",
    "digest",
]
OF_EVIDENCE = ["id", "digest", "filename", "media_type", "size", "mode", "body_id", "town_id", "kept_at", "kept_by"]


@pytest.fixture
def dossier(settings, tmp_path) -> str:
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    cast: Cast = build()
    dossier = story.case(cast)
    story.evidence(cast, dossier)
    story.lead(cast, "另一件事")
    assert list(verify()) == list(verify_papers()) == []
    return dossier


def behind_the_product(*statements: tuple[str, list[Any]]) -> None:
    """Change the database as only somebody with its own rights can."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%append-only%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET session_replication_role = replica")
        for statement, values in statements:
            cursor.execute(statement, values)
        if connection.vendor != "sqlite":
            cursor.execute("SET session_replication_role = DEFAULT")


def bytes_of(table: str, column: str, key: str, value: Any) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT CAST({column} AS TEXT) FROM {table} WHERE {key} = %s", [value])
        return cursor.fetchone()[0]


@pytest.mark.parametrize("column", COLUMNS)
def test_any_byte_of_an_entry(dossier: str, column: str) -> None:
    if connection.vendor != "sqlite":
        changed_value(dossier, column)
        return
    entry = Entry.objects.get(dossier=dossier, kind="open_case")
    rowid = rowid_of(entry)
    text = bytes_of("record_entry", column, "rowid", rowid)
    behind_the_product(("PRAGMA ignore_check_constraints = ON", []))
    try:
        for place in places(text):
            for other in others(text, place):
                write(column, other, rowid)
                assert list(verify()) or list(verify_papers()), (column, place, other)
        write(column, text, rowid)
    finally:
        behind_the_product(("PRAGMA ignore_check_constraints = OFF", []))
    assert list(verify()) == []


def rowid_of(entry: Entry) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM record_entry WHERE dossier_id = %s AND seq = %s", [entry.dossier_id, entry.seq]
        )
        return cursor.fetchone()[0]


def write(column: str, text: str | None, rowid: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute(f"UPDATE record_entry SET {column} = %s WHERE rowid = %s", [text, rowid])


def places(text: str | None) -> list[int]:
    """Every byte of a short value, some of a long one."""
    size = len(text or "")
    return list(range(0, size, max(1, size // 24))) or [0]


def others(text: str | None, place: int) -> list[str]:
    if not text:
        return ["x"]
    changed = [text[:place] + sign + text[place + 1 :] for sign in ("x", "0", " ", "\t", "T")]
    return [one for one in changed if one != text][:3]


OTHER_VALUES = {
    "id": "01900000-0000-7000-8000-000000000009",
    "seq": 99,
    "done_at": at("2026-06-03 09:01"),
    "recorded_at": at("2026-06-03 18:01"),
    "officers": '["o-wu"]',
    "point": "{}",
    "facts": "{}",
    "answer": "{}",
    "evidence": '["00"]',
    "corrects": "01900000-0000-7000-8000-000000000009",
}


def changed_value(dossier: str, column: str) -> None:
    entry = Entry.objects.get(dossier=dossier, kind="open_case")
    value = OTHER_VALUES.get(column, "other")
    behind_the_product((f"UPDATE record_entry SET {column} = %s WHERE id = %s", [value, entry.id]))
    assert list(verify()), column


@pytest.mark.parametrize("column", ["number", "opened_at", "head_seq", "head_digest"])
def test_the_head_of_a_chain(dossier: str, column: str) -> None:
    value = {"number": "20260101-ABCDEF", "head_seq": 1, "opened_at": at("2026-06-01 07:59")}.get(column, "0" * 64)
    if connection.vendor == "sqlite":
        behind_the_product(("PRAGMA defer_foreign_keys = ON", []))
    behind_the_product((f"UPDATE record_dossier SET {column} = %s WHERE number = %s", [value, dossier]))
    assert list(verify())
    behind_the_product(("UPDATE record_dossier SET number = %s WHERE number = %s", [dossier, "20260101-ABCDEF"]))


def test_entries_whose_dossier_is_gone(dossier: str) -> None:
    if connection.vendor == "sqlite":
        behind_the_product(("PRAGMA defer_foreign_keys = ON", []))
    opened_at = Dossier.objects.get(number=dossier)
    behind_the_product(("DELETE FROM record_dossier WHERE number = %s", [dossier]))
    assert f"案卷 {dossier}" in {fault.where for fault in verify()}
    opened_at.save(force_insert=True)


@pytest.mark.parametrize("column", OF_PAPER)
def test_any_column_of_a_paper(dossier: str, column: str) -> None:
    paper = Paper.objects.get(dossier=dossier, kind="case-opening-approval")
    value = {
        "id": "01900000000070008000000000000009",
        "entry": "01900000000070008000000000000009",
        "position": 99,
        "year": 2025,
        "serial": 99,
        "body_id": "town-xiaohan",
        "town_id": "510681104",
        "issued_at": at("2026-06-03 09:01"),
    }.get(column, "other")
    if column == "data":
        data = {**paper.data, "facts": {**paper.data["facts"], "opinion": "不同意"}}
        Paper.objects.filter(id=paper.id).update(data=data)
    else:
        behind_the_product((f"UPDATE papers_paper SET {column} = %s WHERE id = %s", [value, stored_id(paper)]))
    assert list(verify_papers(dossier=dossier)), column


@pytest.mark.parametrize("column", OF_EVIDENCE)
def test_any_column_of_a_piece_of_evidence(dossier: str, column: str) -> None:
    kept = Evidence.objects.get(dossier=dossier)
    value = {
        "id": "01900000000070008000000000000009",
        "size": 1,
        "body_id": "town-xiaohan",
        "town_id": "510681104",
        "kept_at": at("2026-06-03 09:01"),
    }.get(column, "other")
    behind_the_product((f"UPDATE papers_evidence SET {column} = %s WHERE id = %s", [value, stored_id(kept)]))
    assert list(verify_papers(dossier=dossier)), column


def stored_id(row: Paper | Evidence) -> Any:
    return row.id.hex if connection.vendor == "sqlite" else row.id
