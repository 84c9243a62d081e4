"""yizhi check: each line is ok, 注意 or 错, and what is wrong comes with its cure."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from yizhi.desk.matters.models import StatuteVersion
from yizhi.desk.record.actions import Act, append, open_dossier
from yizhi.rules.refusal import refuse
from yizhi.web import fitness

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def entry(at):
    append(
        open_dossier(at=at),
        Act(
            id="01936f00-0000-7000-8000-000000000001", kind="register_lead", done_at=at, actor="jia", body="a", town="b"
        ),
        now=at,
    )


def test_every_finding_that_is_not_ok_has_a_cure():
    found = list(fitness.findings(now=NOW))
    assert len(found) >= 12
    assert all(one.cure for one in found if one.state != "ok")
    assert {one.state for one in found} <= {"ok", "注意", "错"}


def test_a_database_that_does_not_answer_leaves_the_rest_to_be_looked_at(monkeypatch):
    def silent():
        raise refuse("database-unreachable", "连不上数据库", cure="核对地址。")

    monkeypatch.setattr(fitness, "prepare", silent)
    found = list(fitness.findings(now=NOW))
    assert (found[0].state, found[0].cure) == ("错", "核对地址。")
    assert [one for one in found if "字体" in one.what]


def test_the_guard_of_the_record_is_missed_when_it_is_gone():
    assert fitness.append_only(NOW).state == "ok"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER record_entry_update")
        else:
            cursor.execute("ALTER TABLE record_entry DISABLE TRIGGER USER")
    assert fitness.append_only(NOW).state == "错"


@pytest.mark.parametrize(("year", "state"), [(2025, "ok"), (2026, "注意"), (2028, "错")])
def test_the_years_of_the_calendar(year, state):
    assert fitness.calendar(NOW.replace(year=year)).state == state


def test_a_clock_behind_the_record_is_wrong():
    assert fitness.clock(NOW).state == "ok"
    entry(NOW.replace(day=25))
    found = fitness.clock(NOW)
    assert found.state == "错" and "2026-11-25" in found.what


def test_days_left_unsealed_are_pointed_out():
    assert fitness.seals(NOW).state == "ok"
    entry(NOW.replace(day=20))
    assert "4 天" in fitness.seals(NOW).what


def test_statutes_are_missed_until_imported():
    assert fitness.statutes(NOW).state == "注意"
    StatuteVersion.objects.create(law="示例条例", version="2020", valid_from=date(2020, 1, 1), source="示例")
    assert fitness.statutes(NOW) == fitness.Finding("ok", "法规文本 1 部，事项的引注没有对不上的")


def test_an_evidence_folder_that_is_a_file_is_wrong(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path / "evidence"
    assert fitness.evidence_folder(NOW).state == "ok"
    (tmp_path / "file").write_text("")
    settings.EVIDENCE_ROOT = tmp_path / "file"
    assert fitness.evidence_folder(NOW).state == "错"


def test_little_room_is_pointed_out(monkeypatch):
    monkeypatch.setattr(fitness, "LITTLE_BYTES", 1)
    assert fitness.disk(NOW).state == "ok"
    monkeypatch.setattr(fitness, "LITTLE_BYTES", 1 << 62)
    assert fitness.disk(NOW).state == "注意"


def test_a_lost_front_end_is_wrong(monkeypatch):
    monkeypatch.setattr(fitness, "find", lambda name: None)
    assert fitness.front_end(NOW).state == "错"


def test_a_machine_without_https_is_pointed_out(settings):
    settings.DEMO = settings.DEBUG = False
    settings.SECURE = False
    assert fitness.exposure(NOW).state == "注意"
    settings.SECURE = True
    assert fitness.exposure(NOW).state == "ok"
