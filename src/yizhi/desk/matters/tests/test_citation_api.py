"""引注核对、指导目录接口：和页面同一批问题、同一份目录；谁能改引、仍引、挂接，写错了怎么说。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.desk.matters.models import CatalogueLink, CitationFinding, ItemVersion
from yizhi.desk.matters.tests import county
from yizhi.desk.matters.tests.test_guidance import SECOND, put
from yizhi.desk.matters.tests.test_list_api import bearer

pytestmark = pytest.mark.django_db
JSON = {"content_type": "application/json"}


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


@pytest.fixture
def officer():
    return bearer("officer", "town-510681101")


@pytest.fixture
def keeper():
    return bearer("justice", "gov")


@pytest.fixture
def finding():
    told = {"law": "示意条例", "article": "第一条", "state": "doubted", "sentence": "示意", "found_at": county.NOW}
    return CitationFinding.objects.create(item_id="cg-1", **told)


def test_读得到问题_按种类_没有的答404(client, officer, finding):
    found = client.get("/api/v1/citations", headers=officer).json()
    assert [one["number"] for one in found["items"]] == [finding.pk]
    assert (found["counts"], found["next"]) == ({"doubted": 1}, "")
    assert client.get("/api/v1/citations?state=repealed", headers=officer).json()["items"] == []
    assert client.get(f"/api/v1/citations/{finding.pk}", headers=officer).json()["item"] == "cg-1"
    assert client.get("/api/v1/citations/999999", headers=officer).status_code == 404


def test_仍引写下理由_别人不能(client, officer, keeper, finding):
    path = f"/api/v1/citations/{finding.pk}/keep"
    assert client.post(path, {"why": "核对过"}, headers=officer, **JSON).status_code == 404
    assert client.post(path, {"why": ""}, headers=keeper, **JSON).status_code == 422
    assert client.post(path, {"why": "核对过"}, headers=keeper, **JSON).json()["kept"] == "核对过"
    assert client.get("/api/v1/citations", headers=officer).json()["settled"] == 1


def test_改引是事项的新版本_看不懂的不写(client, officer, keeper, finding):
    path = f"/api/v1/citations/{finding.pk}/replace"
    told = {"cited": "《示意条例》第二条", "effective": "2020-01-01", "starts": "2026-11-24"}
    assert client.post(path, told, headers=officer, **JSON).status_code == 404
    assert client.post(path, {**told, "cited": "没有条"}, headers=keeper, **JSON).status_code == 422
    assert ItemVersion.objects.filter(item="cg-1").count() == 1
    assert client.post(path, told, headers=keeper, **JSON).status_code == 201
    held = ItemVersion.objects.known().get(item="cg-1", valid_to=None)
    assert [basis["article"] for basis in held.bases] == ["第二条"]


def test_重新核对只有维护的人能(client, officer, keeper):
    assert client.post("/api/v1/citations/check", headers=officer, **JSON).status_code == 404
    assert client.post("/api/v1/citations/check", headers=keeper, **JSON).json() == {"standing": 0}


def test_目录分页_没有挂接的单看(client, officer):
    put()
    whole = client.get("/api/v1/catalogue?on=2026-11-24", headers=officer).json()
    first = client.get("/api/v1/catalogue?on=2026-11-24&limit=1", headers=officer).json()
    assert (first["total"], first["next"], len(first["items"])) == (whole["total"], 1, 1)
    loose = client.get("/api/v1/catalogue?on=2026-11-24&unlinked=true", headers=officer).json()
    assert all(not one["items"] for one in loose["items"]) and loose["total"] < whole["total"]
    assert client.get("/api/v1/catalogue?limit=0", headers=officer).status_code == 422


def test_挂接和取消(client, officer, keeper):
    put()
    path, told = "/api/v1/items/sl-1/catalogue", {"decision": SECOND, "number": "3", "starts": "2022-01-01"}
    assert client.post(path, told, headers=officer, **JSON).status_code == 404
    assert (
        client.post(path, {**told, "number": "99"}, headers=keeper, **JSON).json()["code"] == "catalogue-line-unknown"
    )
    made = client.post(path, told, headers=keeper, **JSON)
    assert made.status_code == 201
    end = {"fact": made.json()["fact"], "ends": "2026-11-24"}
    assert client.post(f"{path}/end", end, headers=officer, **JSON).status_code == 404
    assert client.post(f"{path}/end", end, headers=keeper, **JSON).status_code == 204
    assert CatalogueLink.objects.known().get(item="sl-1").valid_to == date(2026, 11, 24)
    assert client.post(f"{path}/end", end, headers=keeper, **JSON).status_code == 404
