"""接口、命令和页面办的是同一件事：同一个批次，同样的答复，同样的理由。"""
# ruff: noqa: N802

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests import story
from tests.doors import token

from yizhi.desk.batches.models import Batch
from yizhi.desk.batches.tests import people
from yizhi.desk.batches.tests.people import LIANSHAN, begin, drafted, fresh, lines
from yizhi.web.command import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    return people.build()


class Door:
    """一个人拿着自己的令牌。"""

    def __init__(self, who):
        self.client, self.headers = Client(), {"Authorization": f"Bearer {token(who)}"}

    def post(self, path, **body):
        answer = self.client.post(
            f"/api/v1/{path}", json.dumps(body), content_type="application/json", headers=self.headers
        )
        return answer.status_code, answer.json()

    def get(self, path):
        answer = self.client.get(f"/api/v1/{path}", headers=self.headers)
        return answer.status_code, answer.json()


def later():
    return (timezone.localdate() + timedelta(days=30)).isoformat()


def test_用接口拟订_重复提交只写一次(world):
    keeper, id = Door(world.keeper), str(fresh())
    at = timezone.now().isoformat()
    told = {"id": id, "facts": drafted(starts_on=later()), "done_at": at}
    first, again = keeper.post("batches", **told), keeper.post("batches", **told)
    assert (first[0], again[0], Batch.objects.count()) == (201, 200, 1)
    assert first[1] == again[1]
    status, shown = keeper.get(f"batches/{first[1]['dossier']}")
    assert (status, shown["stage"], len(shown["draft"]["lines"])) == (200, "drafted", 2)
    assert keeper.get("batches?show=open")[1]["items"][0]["dossier"] == first[1]["dossier"]


def test_用接口一步一步办_挡住的理由一样(world):
    dossier = begin(world.keeper, exception="特批")
    status, problem = Door(world.justice).post(
        f"batches/{dossier}/acts", id=str(fresh()), kind="check_batch", facts={"outcome": "pass"}
    )
    assert (status, problem["code"]) == (409, "batch-stage")
    facts = {"body": "dept-cg", "agrees": True}
    status, done = Door(world.department).post(
        f"batches/{dossier}/acts", id=str(fresh()), kind="give_opinion", facts=facts
    )
    assert (status, done["stage"]) == (201, "opinions")
    status, problem = Door(world.department).post(
        f"batches/{dossier}/acts", id=str(fresh()), kind="give_opinion", facts={"body": 7}
    )
    assert (status, {reason["about"] for reason in problem["reasons"]}) == (422, {"body", "agrees"})
    assert Door(world.cast.wu).get(f"batches/{dossier}")[0] == 404


def test_命令和接口说的影响一样_不说案情(world, capsys):
    number = story.case(world.cast)
    dossier = begin(world.keeper, kind="recall", lines=lines("cg-1", towns=(LIANSHAN,)), starts_on="2026-12-01")
    status, shown = Door(world.keeper).get(f"batches/{dossier}/what-if")
    capsys.readouterr()
    code = main(["authority", "what-if", dossier, "--json"])
    printed = capsys.readouterr().out
    assert (status, code, json.loads(printed)) == (200, 0, shown)
    assert (shown["unsettled"], "丁例" in printed) == ([number], False)
    assert main(["authority", "what-if", dossier]) == 0
    assert "在办案件 1 件要逐件定，还有 1 件没有定。" in capsys.readouterr().out


def test_有不能办的格子_命令的退出码是一_没有这个批次是二(world, capsys):
    people.Item.objects.filter(code="cg-2").update(source_number=None)
    dossier = begin(world.keeper, lines=lines("cg-2"), starts_on=later())
    assert main(["authority", "what-if", dossier]) == 1
    assert "查不到编号" in capsys.readouterr().out
    assert main(["authority", "what-if", "20260101-ABCDEF"]) == 2
