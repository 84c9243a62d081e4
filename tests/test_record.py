"""记录查对 One thing changed anywhere in the record, a paper or an evidence file is named; copies are what the record gives."""

import argparse
import json

import pytest
from django.db import connection
from django.db.utils import DatabaseError

from tests import story
from tests.cast import at, build
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.replay import differences
from yizhi.desk.leads.models import Lead
from yizhi.desk.matters.models import CalendarDay
from yizhi.desk.papers.evidence import path_of
from yizhi.desk.papers.models import Evidence, Paper
from yizhi.desk.record.actions import seal_day
from yizhi.desk.record.models import DailySeal, Dossier, Entry
from yizhi.rules.refusal import Refusal
from yizhi.web.commands import record as command

pytestmark = pytest.mark.django_db
NOW = at("2026-06-10")
OTHER_ID = "01936f00-0000-7000-8000-000000000001"


@pytest.fixture(autouse=True)
def evidence_folder(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path / "evidence"


@pytest.fixture
def dossier():
    cast = build()
    dossier = story.case(cast)
    story.evidence(cast, dossier)
    return dossier


def run(*words):
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(words)
    return args.handler(args)


def unguarded(statement, *values):
    """Do what only somebody with the database's own rights can do: change the record behind the product's back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%append-only%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in ("record_entry", "record_dailyseal"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, values)


def test_a_whole_record_verifies(dossier, capsys):
    assert run("record", "verify") == 0
    assert "没有发现改动" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["UPDATE record_entry SET kind = 'x'", "DELETE FROM record_entry"])
def test_the_database_itself_refuses_to_change_the_record(dossier, verb):
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(verb)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "11111111-1111-4111-8111-111111111111"),
        ("kind", "close_case"),
        ("done_at", at("2026-06-02 09:01")),
        ("recorded_at", at("2026-06-02 09:02")),
        ("actor", "yi"),
        ("officers", '["o-wu"]'),
        ("body", "town-xiaohan"),
        ("town", "510681104"),
        ("point", '{"x": 1}'),
        ("facts", '{"finding": "没有发现违法行为。"}'),
        ("answer", '{"allowed": true}'),
        ("evidence", '["00"]'),
        ("corrects", "22222222-2222-4222-8222-222222222222"),
        ("told", "0" * 64),
        ("prev", "0" * 64),
        ("digest", "0" * 64),
    ],
)
def test_one_changed_column_is_named(dossier, column, value, capsys):
    entry = Entry.objects.get(dossier=dossier, kind="assess_lead")
    field = Entry._meta.get_field(column)
    stored = (
        value
        if field.get_internal_type() == "JSONField"
        else field.get_db_prep_value(field.to_python(value), connection)
    )
    unguarded(f"UPDATE record_entry SET {column} = %s WHERE seq = %s", stored, entry.seq)
    assert run("record", "verify", "--dossier", dossier) == 1
    assert f"案卷 {dossier} 第 {entry.seq} 条" in capsys.readouterr().out


def test_a_removed_entry_is_named(dossier, capsys):
    unguarded("DELETE FROM record_entry WHERE seq = 2")
    assert run("record", "verify") == 1
    assert f"案卷 {dossier} 第 2 条：缺少一条记录" in capsys.readouterr().out


def test_the_last_entry_removed_is_named(dossier, capsys):
    last = Dossier.objects.get().head_seq
    unguarded("DELETE FROM record_entry WHERE seq = %s", last)
    assert run("record", "verify") == 1
    assert f"案卷 {dossier} 第 {last} 条：链尾" in capsys.readouterr().out


def test_two_entries_changed_places_are_named(dossier, capsys):
    unguarded("UPDATE record_entry SET seq = 100 WHERE seq = 2")
    unguarded("UPDATE record_entry SET seq = 2 WHERE seq = 3")
    unguarded("UPDATE record_entry SET seq = 3 WHERE seq = 100")
    assert run("record", "verify") == 1
    assert f"案卷 {dossier} 第 2 条" in capsys.readouterr().out


def test_one_changed_byte_of_an_evidence_file_is_named(dossier, capsys):
    kept = Evidence.objects.get()
    file = path_of(kept.digest)
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    assert run("record", "verify") == 1
    assert f"证据“{kept.filename}”（{kept.digest}）" in capsys.readouterr().out


def test_an_evidence_row_taken_away_is_named(dossier, capsys):
    digest = Evidence.objects.get().digest
    Evidence.objects.all().delete()
    assert run("record", "verify") == 1
    assert f"证据 {digest}：记录里有，证据目录里没有" in capsys.readouterr().out


@pytest.mark.parametrize("change", ["number", "data", "gone"])
def test_a_changed_paper_is_named(dossier, change, capsys):
    paper = Paper.objects.filter(kind="case-opening-approval")
    assert paper.exists()
    if change == "number":
        paper.update(number="广连府立〔2026〕99号")
    elif change == "data":
        kept = paper.get()
        kept.data["facts"]["opinion"] = "不同意"
        kept.save()
    else:
        paper.delete()
    assert run("record", "verify") == 1
    assert "与签发时的记录不符" in (said := capsys.readouterr().out) or "文书已经不在" in said


def test_a_day_sealed_elsewhere_shows_a_record_rewritten_as_a_whole(dossier, tmp_path, capsys):
    published = tmp_path / "seals.jsonl"
    assert run("record", "seal", "--out", str(published)) == 0
    assert [json.loads(line)["count"] for line in published.read_text().splitlines()][:3] == [2, 1, 1]
    assert run("record", "verify", "--seal", str(published)) == 0
    unguarded("DELETE FROM record_dailyseal")
    unguarded("DELETE FROM record_entry WHERE seq > 2")
    Paper.objects.exclude(kind="lead-registration").delete()
    Evidence.objects.all().delete()
    head = Entry.objects.get(seq=2)
    Dossier.objects.update(head_seq=2, head_digest=head.digest)
    capsys.readouterr()
    assert run("record", "verify") == 0
    assert run("record", "verify", "--seal", str(published)) == 1
    assert "2026-06-02 的封存文件：当日记录与封存文件不符（封存 1 条，现在 0 条）" in capsys.readouterr().out


@pytest.mark.parametrize(
    "change", ["count = count + 1", "sealed_at = '2026-06-30 08:00:00'", "root = '00'", "prev = '00'", "digest = '00'"]
)
def test_a_changed_seal_is_named(dossier, change, capsys):
    run("record", "seal")
    day = DailySeal.objects.order_by("day").first().day
    unguarded(f"UPDATE record_dailyseal SET {change} WHERE day = %s", str(day))
    assert run("record", "verify") == 1
    assert f"{day} 的每日封存" in capsys.readouterr().out


def test_copies_are_what_the_record_gives():
    cast = build()
    dossier = story.case(cast)
    story.evidence(cast, dossier)
    story.lead(cast, "路边有人倒渣土")
    assert list(differences(now=NOW)) == []


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Case, {"stage": "archived"}),
        (Case, {"ended": True}),
        (Case, {"due_on": at("2026-12-31").date()}),
        (Case, {"due_rule": "other"}),
        (Case, {"number": "广连府立〔2026〕99号"}),
        (Case, {"handlers": ["o-wu"]}),
        (Case, {"last_act": "close_case"}),
        (Case, {"last_at": at("2026-06-09")}),
        (Case, {"opened_on": at("2026-06-09").date()}),
        (Case, {"search": ""}),
        (Lead, {"stage": "registered"}),
        (Lead, {"due_on": at("2026-12-31").date()}),
        (Lead, {"act_day": at("2026-05-01").date()}),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else next(iter(value)),
)
def test_a_copy_that_says_something_else_is_named(dossier, model, change, capsys):
    model.objects.filter(dossier=dossier).update(**change)
    assert run("record", "replay", "--check") == 1
    said = capsys.readouterr().out
    assert dossier in said and f"的 {next(iter(change))}：" in said


def test_a_day_is_sealed_ten_minutes_after_it_ended():
    day = at("2026-06-01").date()
    with pytest.raises(Refusal) as refused:
        seal_day(day, now=at("2026-06-02 00:09"))
    assert refused.value.first.code == "day-not-over"
    assert seal_day(day, now=at("2026-06-02 00:10")).count == 0


def test_a_calendar_entered_later_moves_the_last_days_that_lists_show(dossier, capsys):
    case = Case.objects.get(dossier=dossier)
    CalendarDay.objects.create(day=case.due_on, kind="day_off", name="临时放假")
    assert run("record", "replay", "--check") == 1
    Case.objects.update(stage="archived")
    assert run("record", "renew") == 0
    assert "更新了 1 件的期限" in capsys.readouterr().out
    moved = Case.objects.get(dossier=dossier)
    assert moved.due_on > case.due_on and moved.stage == "archived"
    Case.objects.update(stage=case.stage)
    assert run("record", "replay", "--check") == 0
