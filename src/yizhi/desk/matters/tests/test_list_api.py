"""清单接口：和页面同一张清单；两天之间；边界卡谁能写、写错了怎么说。"""
# ruff: noqa: N802

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from yizhi.desk.bodies.models import Seal
from yizhi.desk.matters.models import BoundaryCard
from yizhi.desk.matters.tests import county
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account, Appointment
from yizhi.desk.people.tokens import issue_token
from yizhi.rules.authority import STEPS

pytestmark = pytest.mark.django_db
CARD = {"starts": "2026-11-24", "charges": {step: {"who": "holder", "source": "边界方案（示意）"} for step in STEPS}}


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def bearer(role, body):
    account = Account.objects.create(username=role, name="示例")
    Appointment.objects.create(account=account, role=role, body_id=body, valid_from=county.START)
    now = timezone.now()
    identity = identities(account, on=timezone.localdate(now))[0]
    given = {"name": "试", "scope": "write", "expires_at": now + timedelta(days=1), "now": now}
    return {"Authorization": f"Bearer {issue_token(account=account, identity=identity, **given)}"}


@pytest.fixture
def officer():
    return bearer("officer", "town-510681101")


def test_清单带文书(client, officer):
    found = client.get("/api/v1/lists?area=area-1&on=2026-11-24", headers=officer).json()
    assert (found["total"], found["next"], found["title"]) == (1, "", "示意片区行政执法事项清单")
    held = found["items"][0]["towns"][0]
    assert (held["town_name"], held["from"], held["instrument"]) == ("甲镇", "2023-06-28", county.DECISION)
    assert client.get("/api/v1/lists?area=没有", headers=officer).status_code == 404
    assert client.get("/api/v1/lists?limit=0", headers=officer).status_code == 422


def test_两天之间(client, officer):
    yi = county.Town.objects.get(code="510681102")
    county.allocation("a-2", "cg-2", yi, "conferral", published_on=county.START, decision=county.DECISION)
    found = client.get("/api/v1/lists/changes?since=2023-06-27&on=2026-11-24", headers=officer).json()
    assert {(each["kind"], each["item"], each["town"]) for each in found} == {
        ("added", "cg-1", "甲镇"),
        ("added", "cg-2", "乙镇"),
    }
    assert found[0]["before"] is None and found[0]["after"]["instrument"] == county.DECISION


def test_边界卡维护的人能写别人如同没有(client, officer):
    path = "/api/v1/items/cg-1/boundary"
    send = {"content_type": "application/json"}
    assert client.post(path, CARD, headers=officer, **send).status_code == 404
    keeper = bearer("establishment", "gov")
    empty = {**CARD, "charges": {**CARD["charges"], "measures": {"who": "", "source": ""}}}
    refused = client.post(path, empty, headers=keeper, **send)
    assert (refused.status_code, refused.json()["code"]) == (409, "boundary-incomplete")
    assert not BoundaryCard.objects.exists()
    assert client.post(path, CARD, headers=keeper, **send).status_code == 200
    read = client.get(f"{path}?on=2026-11-24", headers=officer).json()
    assert [step["name"] for step in read["steps"]] == list(STEPS.values())


def test_接口发布清单_读每一行_两份的不同(client):
    Seal.objects.create(body_id="gov", name="测试章", valid_from=county.START)
    keeper, path = bearer("establishment", "gov"), "/api/v1/issued-lists"
    told = {"id": "01890a5d-ac96-774b-bcce-b302099a8057", "area": "area-1"}
    send = {"content_type": "application/json", "headers": keeper}
    assert [client.post(path, told, **send).status_code for _ in range(2)] == [201, 200]
    first = client.get(f"{path}?area=area-1", headers=keeper).json()["items"][0]
    assert (first["number"], first["items"]) == ("清单〔" + first["on"][:4] + "〕1号", 1)
    assert client.post(path, {**told, "id": str(uuid.uuid4())}, **send).json()["code"] == "list-unchanged"
    yi = county.Town.objects.get(code="510681102")
    county.allocation("a-2", "cg-2", yi, "conferral", published_on=county.START, decision=county.DECISION)
    second = client.post(path, {**told, "id": str(uuid.uuid4())}, **send).json()
    changes = client.get(f"{path}/{second['dossier']}/changes", headers=keeper).json()
    assert [(one["kind"], one["item"], one["before"]) for one in changes] == [("added", "cg-2", "")]
    back = client.get(f"{path}/{first['dossier']}/changes?since={second['dossier']}", headers=keeper).json()
    assert [one["kind"] for one in back] == ["ended"]
    officer = bearer("officer", "town-510681101")
    rows = client.get(f"{path}/{first['dossier']}", headers=officer).json()["rows"]
    assert rows[0]["towns"] == [["甲镇", "赋"], ["乙镇", "派"]]
    assert client.get(f"{path}/{first['dossier']}/list.pdf", headers=officer)["Content-Type"] == "application/pdf"
    told["id"] = str(uuid.uuid4())
    assert client.post(path, told, content_type="application/json", headers=officer).status_code == 404
    assert client.get(f"{path}/没有", headers=officer).status_code == 404
