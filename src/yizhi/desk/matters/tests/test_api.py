"""接口：问执法主体、事项目录；答复与规则一致，留存有号；读不懂的一项一项说。"""
# ruff: noqa: N802

from datetime import timedelta

import pytest
from django.utils import timezone

from yizhi.desk.matters.models import KeptAnswer
from yizhi.desk.matters.queries import ask
from yizhi.desk.matters.tests import county
from yizhi.desk.people.identity import identities
from yizhi.desk.people.models import Account, Appointment
from yizhi.desk.people.tokens import issue_token

pytestmark = pytest.mark.django_db
QUESTION = {
    "item": "cg-1",
    "town": "510681101",
    "on": "2026-11-24",
    "action": "penalty_decision",
    "officers": ["jia", "yi"],
}


@pytest.fixture
def headers(db):
    county.build()
    account = Account.objects.create(username="duiyuan", name="示例", officer_id="jia")
    Appointment.objects.create(account=account, role="officer", body_id="town-510681101", valid_from=county.START)
    now = timezone.now()
    identity = identities(account, on=timezone.localdate(now))[0]
    token = issue_token(
        account=account, identity=identity, name="试", scope="read", expires_at=now + timedelta(days=1), now=now
    )
    return {"Authorization": f"Bearer {token}"}


def post(client, headers, **fields):
    return client.post("/api/v1/authority/ask", QUESTION | fields, content_type="application/json", headers=headers)


def test_接口的答复就是规则的答复(client, headers):
    said = post(client, headers).json()
    assert said.pop("number") == ""
    assert said == ask(QUESTION).as_dict()


def test_要留存的有号(client, headers):
    number = post(client, headers, keep=True, words="河边倒垃圾").json()["number"]
    kept = KeptAnswer.objects.get(number=number)
    assert (kept.words, kept.asked_by, kept.question["item"]) == ("河边倒垃圾", "duiyuan", "cg-1")


WRONG = {
    "没有的事项": ({"item": "没有"}, "unknown-item"),
    "不是日期": ({"on": "2026-13-1"}, "bad-date"),
    "没有的行为": ({"action": "罚"}, "unknown-action"),
    "只写立案日": ({"opened_on": "2026-01-01"}, "opened-body-missing"),
    "看不见的字符": ({"item": "a\x00"}, "bad-input"),
}


@pytest.mark.parametrize(("fields", "code"), WRONG.values(), ids=WRONG.keys())
def test_读不懂的说清哪一项(client, headers, fields, code):
    answer = post(client, headers, **fields)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code


def test_没有令牌不答(client, db):
    assert client.post("/api/v1/authority/ask", QUESTION, content_type="application/json").status_code == 401


def test_事项目录翻页并说归谁(client, headers):
    first = client.get("/api/v1/items?town=510681101&on=2026-11-24&limit=2", headers=headers).json()
    assert [(one["code"], one["held"]["state"]) for one in first["items"]] == [
        ("cg-1", "conferral"),
        ("cg-2", "posted"),
    ]
    second = client.get(f"/api/v1/items?on=2026-11-24&limit=2&after={first['next']}", headers=headers).json()
    assert [one["code"] for one in second["items"]] == ["sl-1"]
    assert second["next"] == ""


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "on=昨天", "q=%00", "town=999&on=2026-11-24"])
def test_目录的参数读不懂的是422(client, headers, query):
    assert client.get(f"/api/v1/items?{query}", headers=headers).status_code == 422
