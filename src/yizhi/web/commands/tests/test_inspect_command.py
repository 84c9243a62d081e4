"""yizhi inspect：安排一次检查、批准它；看不懂的、不能办的说明白，什么也不写。"""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import LIANSHAN

from yizhi.desk.inspections.models import Inspection, Visit
from yizhi.desk.inspections.tests.world import CAPS, build
from yizhi.web.command import main

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world(db, monkeypatch):
    build()
    monkeypatch.setattr("yizhi.web.command.prepare", lambda wanted: None)


@pytest.fixture
def file(tmp_path):
    def written(told):
        kept = tmp_path / "told.json"
        kept.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return str(kept)

    return written


def plan(**more):
    day = timezone.localdate() + timedelta(days=3)
    share = {"body": "town-lianshan", "items": ["ny-1"], "officers": ["o-jia", "o-yi"]}
    told = {"party": "p-firm", "town": LIANSHAN, "reason": "计划", "shares": [share], "facts": {"answers": CAPS}}
    return {**told, "starts_at": f"{day}T09:30:00+08:00", "ends_at": f"{day}T10:30:00+08:00", **more}


def test_a_visit_is_planned_and_approved(file, capsys):
    assert main(["inspect", "plan", file(plan()), "--as", "captain"]) == 0
    visit, part = Visit.objects.get(), Inspection.objects.get()
    assert visit.pk in capsys.readouterr().out
    act = ["inspect", "act", visit.pk, "approve_inspection", "--part", part.pk, "--as", "ji"]
    assert main([*act, "--facts", file({"opinion": "同意"}), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["code"] == "annual-cap-unknown-农业"
    assert main([*act, "--facts", file({"opinion": "同意", "answers": CAPS})]) == 0
    part.refresh_from_db()
    assert part.stage == "approved" and "已记入" in capsys.readouterr().out


def test_what_cannot_be_read_is_named(file, capsys):
    assert main(["inspect", "plan", file(plan(starts_at="someday", shares=1)), "--as", "captain"]) == 2
    said = capsys.readouterr().err
    assert "starts_at" in said and "shares" in said
    assert not Visit.objects.exists()
