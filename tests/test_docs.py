"""What the documents say is so: scripts in them run, settings are all listed, links lead somewhere."""

import json
import os
import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit, urlunsplit

import pytest

from tests import story
from tests.cast import build
from tests.installation import Installation
from tests.sources import ROOT, product, tracked
from tests.test_routes import Visitor

MANUALS = [path for path in tracked() if path.suffix == ".md"]


def blocks(name, language):
    """Return the fenced blocks of one language in a document."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("path", MANUALS, ids=str)
def test_links_lead_somewhere(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if not target.startswith("http"):
            assert (ROOT / path.parent / unquote(target)).exists(), f"{path} links to {target}"


def test_every_setting_is_in_the_manual():
    told = (ROOT / "docs/部署/安装.md").read_text(encoding="utf-8")
    read = {
        name
        for source in product()
        if source.path.parts[2] == "web"
        for name in re.findall(r'(?:environment\.)?(?:text|flag|whole)\(\s*"([A-Z_]+)"', source.text)
    }
    assert {"YIZHI_HOME", "YIZHI_DATABASE_URL", "PORT"} <= read
    assert [name for name in sorted(read) if f"`{name}`" not in told] == []


@pytest.mark.django_db
def test_an_outsider_verifies_a_dossier_with_the_script_of_the_manual(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path
    cast = build()
    dossier = story.case(cast)
    story.evidence(cast, dossier)
    status, body = Visitor(cast, "officer").ask("GET", f"/api/v1/cases/{dossier}/record")
    (script,) = blocks("algorithms/record.md", "python")
    assert status == 200

    def outsider(entries):
        return subprocess.run([sys.executable, "-c", script], input=json.dumps(entries), capture_output=True, text=True)

    entries = json.loads(body)
    assert outsider(entries).stdout.startswith("whole")
    entries[2]["facts"]["finding"] += "。"
    assert "entry 3" in outsider(entries).stderr
    assert "entry 2" in outsider([entries[0], *json.loads(body)[2:]]).stderr


def as_role(url, role, name):
    """Return the address of the same server for another role and database."""
    return urlunsplit(urlsplit(url)._replace(netloc=f"{role}@", path=f"/{name}"))


def sql(installation, statements):
    """Execute statements one by one, outside a transaction, as the installation's own role."""
    script = (
        "import django, sys; django.setup()\n"
        "from django.db import connection\n"
        "cursor = connection.cursor()\n"
        "for each in filter(str.strip, sys.stdin.read().split(';')): cursor.execute(each)"
    )
    return installation.python("-c", script, given=statements)


@pytest.fixture
def server():
    return os.environ["YIZHI_DATABASE_URL"]


@pytest.mark.postgres
def test_the_serving_role_of_the_manual_can_work_and_cannot_change_the_record(server, tmp_path):
    rights, roles, _ = blocks("部署/数据库.md", "sql")
    assert sql(Installation(tmp_path, server), roles.replace("DATABASE yizhi", "DATABASE guarded")).returncode == 0
    owner = Installation(tmp_path, as_role(server, "yizhi_owner", "guarded"))
    serving = Installation(tmp_path, as_role(server, "yizhi_app", "guarded"))
    assert owner.run("manage", "migrate").returncode == 0
    assert sql(owner, rights).returncode == 0
    serving.fill()
    assert serving.run("record", "verify").returncode == 0
    for forbidden in ("UPDATE record_entry SET kind = kind", "DELETE FROM record_entry", "TRUNCATE record_dailyseal"):
        assert "permission denied" in sql(serving, forbidden).stderr
    assert "append-only" in sql(owner, "DELETE FROM record_entry").stderr


@pytest.mark.postgres
def test_two_counties_of_the_manual_do_not_see_each_other(server, tmp_path):
    _, _, county = blocks("部署/数据库.md", "sql")
    shared = Installation(tmp_path, as_role(server, "yizhi", "counties"))
    assert shared.run("record", "verify").returncode == 0
    counties = {}
    for name in ("guanghan", "shifang"):
        assert sql(shared, county.replace("guanghan", name)).returncode == 0
        (tmp_path / name).mkdir()
        counties[name] = Installation(tmp_path / name, as_role(server, name, "counties"))
    dossier = counties["guanghan"].fill()
    assert counties["guanghan"].run("record", "verify", "--dossier", dossier).returncode == 0
    assert counties["shifang"].run("record", "verify", "--dossier", dossier).returncode == 2
    assert "0 个案卷" in counties["shifang"].run("record", "verify").stdout
