"""备份与恢复 What is restored is what was there, on either database; a damaged backup and a filled database are refused."""

import json
import zipfile

import pytest

from tests.installation import on_sqlite, on_the_run_s_database

pytestmark = pytest.mark.database


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    made = on_the_run_s_database(tmp_path_factory.mktemp("source") / "home")
    made.fill()
    return made


@pytest.fixture(scope="module")
def saved(source, tmp_path_factory):
    file = tmp_path_factory.mktemp("saved") / "county.zip"
    done = source.run("backup", str(file))
    assert done.returncode == 0, done.stderr
    return file


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An installation that only ever refuses, and so stays empty from one test to the next."""
    return on_the_run_s_database(tmp_path_factory.mktemp("empty") / "home")


def manifest(file):
    with zipfile.ZipFile(file) as archive:
        return json.loads(archive.read("manifest.json"))


def rewritten(file, target, change):
    """Copy a backup, passing every part through `change(name, bytes)`."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            kept = change(name, old.read(name))
            if kept is not None:
                new.writestr(name, kept)
    return target


def test_nobody_else_can_read_the_file(saved):
    assert saved.stat().st_mode & 0o077 == 0


ADD_A_ROW = """
import django; django.setup()
from datetime import date
from yizhi.desk.people.models import Account, Appointment
Appointment.objects.create(account=Account.objects.first(), role="officer", body_id="gov", valid_from=date(2026, 1, 1))
"""


@pytest.mark.parametrize("place", [on_sqlite, on_the_run_s_database], ids=["SQLite", "本次测试的数据库"])
def test_what_comes_back_is_what_was_there(saved, tmp_path, place):
    copy = place(tmp_path / "copy")
    done = copy.run("restore", str(saved))
    assert done.returncode == 0, done.stderr
    assert copy.run("record", "verify").returncode == 0
    assert copy.run("record", "replay", "--check").returncode == 0
    again = tmp_path / "again.zip"
    assert copy.run("backup", str(again)).returncode == 0
    before, after = manifest(saved), manifest(again)
    assert [(table["name"], table["rows"], table["sm3"]) for table in after["tables"]] == [
        (table["name"], table["rows"], table["sm3"]) for table in before["tables"]
    ]
    assert (after["chains"], after["evidence"]) == (before["chains"], before["evidence"])
    assert sum(table["rows"] for table in before["tables"]) > 50 and before["evidence"]
    added = copy.python("-c", ADD_A_ROW)
    assert added.returncode == 0, added.stderr


def test_a_filled_database_is_refused(source, saved):
    done = source.run("restore", str(saved))
    assert done.returncode == 2
    assert "database-not-empty" in done.stderr and "办法" in done.stderr


def test_an_existing_file_is_not_overwritten(source, saved):
    done = source.run("backup", str(saved))
    assert done.returncode == 2 and "file-exists" in done.stderr


def other_letter(name, data):
    return data.replace("装修垃圾".encode(), "装修拉圾".encode()) if name == "tables/record_entry.jsonl" else data


def other_evidence(name, data):
    return data + b"x" if name.startswith("evidence/") else data


def other_version(name, data):
    return data.replace(b'"cases.0001_initial"', b'"cases.0099_later"') if name == "manifest.json" else data


def lost_table(name, data):
    return None if name == "tables/cases_case.jsonl" else data


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (other_letter, "backup-damaged"),
        (other_evidence, "backup-damaged"),
        (other_version, "backup-other-version"),
        (lost_table, "backup-unreadable"),
    ],
    ids=["记录里改一个字", "证据多一个字节", "另一版本", "少一张表"],
)
def test_a_damaged_backup_writes_nothing(saved, empty, tmp_path, change, code):
    broken = rewritten(saved, tmp_path / "broken.zip", change)
    done = empty.run("restore", str(broken))
    assert done.returncode == 2 and code in done.stderr, done.stderr
    assert "0 个案卷、0 条记录" in empty.run("record", "verify").stdout


def test_a_file_that_is_no_backup_is_refused(empty, tmp_path):
    (tmp_path / "no.zip").write_text("不是备份")
    done = empty.run("restore", str(tmp_path / "no.zip"))
    assert done.returncode == 2 and "backup-unreadable" in done.stderr
    assert "Traceback" not in done.stderr
