"""保密 What is marked is opened by who handles, reviews or decides; whoever only sees the dossier finds it closed, on every door."""

from typing import Any

import pytest
from django.test import Client
from tests import story
from tests.cast import Cast, at, build, fresh
from tests.doors import token

from yizhi.desk.cases.actions import perform
from yizhi.desk.cases.models import Case
from yizhi.desk.cases.tests.test_ordinary_case import WAY
from yizhi.desk.papers.models import Evidence, Paper
from yizhi.desk.papers.telling import Told
from yizhi.desk.people.models import Account

NOW = at("2026-06-08")


@pytest.fixture
def cast(db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.EVIDENCE_ROOT = tmp_path
    return build()


@pytest.fixture
def dossier(cast: Cast) -> str:
    """A case with an inquiry and a file, both marked as private."""
    dossier = story.case(cast)
    kept = story.evidence(cast, dossier)
    step = next(step for step in WAY if step[1] == "inquire")
    told = Told(id=fresh(), kind="inquire", done_at=at(step[2]), facts=step[3], officers=("o-jia", "o-yi"))
    perform(cast.jia, dossier, told, now=NOW)
    facts = {"secret_pieces": [kept.digest, Paper.objects.get(kind="inquiry-record").digest], "secret_kind": "privacy"}
    perform(cast.jia, dossier, Told(id=fresh(), kind="mark_secret", done_at=NOW, facts=facts), now=NOW)
    return dossier


def doors(dossier: str) -> list[str]:
    paper, kept = Paper.objects.get(kind="inquiry-record"), Evidence.objects.get(dossier=dossier)
    return [
        f"/papers/{paper.id}/",
        f"/papers/{paper.id}.pdf",
        f"/evidence/{kept.id}",
        f"/api/v1/cases/{dossier}/papers/{paper.position}.pdf",
    ]


def signed_in(identity: Any) -> Client:
    """A client that is signed in for the pages and carries a token for the interface."""
    client = Client(headers={"Authorization": f"Bearer {token(identity)}"})
    client.force_login(Account.objects.get(username=identity.account))
    return client


@pytest.mark.parametrize(
    ("who", "opens"),
    [
        pytest.param("jia", True, id="承办人"),
        pytest.param("bing", True, id="审核人"),
        pytest.param("ji", True, id="负责人"),
        pytest.param("captain", False, id="队长只看案件"),
        pytest.param("justice", False, id="司法局只看案件"),
    ],
)
def test_who_opens_what_is_marked(cast: Cast, dossier: str, who: str, opens: bool) -> None:
    client = signed_in(getattr(cast, who))
    assert client.get(f"/cases/{dossier}/").status_code == 200
    assert [client.get(door).status_code for door in doors(dossier)] == [200 if opens else 404] * 4
    page, record = client.get(f"/cases/{dossier}/").content.decode(), client.get(f"/api/v1/cases/{dossier}/record")
    assert ("个人隐私，不能打开" in page) != opens
    assert ("现场记录.txt" in page) == opens
    assert ("是你倒的吗" in str(record.json())) == opens


def test_what_is_closed_stays_out_of_the_bound_dossier(cast: Cast, dossier: str) -> None:
    sizes = [len(signed_in(one).get(f"/cases/{dossier}/dossier.pdf").content) for one in (cast.jia, cast.captain)]
    assert sizes[0] > sizes[1]
    assert Case.objects.get(dossier=dossier).stage == "investigation"


def test_a_mark_that_ended_opens_it_again(cast: Cast, dossier: str) -> None:
    facts = {
        "secret_pieces": [Evidence.objects.get(dossier=dossier).digest],
        "secret_kind": "privacy",
        "secret_ended": True,
    }
    perform(cast.ji, dossier, Told(id=fresh(), kind="mark_secret", done_at=NOW, facts=facts), now=NOW)
    answers = [signed_in(cast.captain).get(door).status_code for door in doors(dossier)]
    assert answers == [404, 404, 200, 404]
