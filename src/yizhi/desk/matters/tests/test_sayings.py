"""说法：本县添的马上听得懂，撤下就不听；指正先记着，采用才成说法；成批导入先看后写；不管维护的人看不到。"""
# ruff: noqa: N802

from datetime import date

import pytest

from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.models import Correction, Saying
from yizhi.desk.matters.queries import find, find_whose
from yizhi.desk.matters.sayings import add_saying, correct_finder, settle_correction, withdraw_saying
from yizhi.desk.matters.tests import county
from yizhi.desk.people.models import Account, Appointment
from yizhi.rules.refusal import Absent, BadInput, Refusal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def facts(db):
    county.build()


def add(**row):
    return add_saying(row, by="jian", now=county.NOW)


def signed_in(client, role, body):
    account = Account.objects.create(username=role, name="示例")
    Appointment.objects.create(account=account, role=role, body_id=body, valid_from=county.START)
    client.force_login(account)
    return client


def test_添的说法马上听得懂撤下就不听():
    words = "飞飞虫儿把桂香园拱了"
    before = find(words, ON)
    saying = add(text=words, item="cg-2")
    assert (find(words, ON).answer, find(words, ON).matches[0].code) == ("item", "cg-2")
    withdraw_saying(saying.pk, by="jian", now=county.NOW)
    assert find(words, ON) == before
    assert Saying.objects.get(pk=saying.pk).withdrawn_by == "jian"


def test_同一个词的换成那个词():
    add(text="坨坨料", stands_for="建筑垃圾")
    assert find("有人乱倒坨坨料", ON).matches[0].code == "cg-1"


def test_写明不是执法事项的就不是():
    words = "帮我把坝坝头的桂香园扫一哈"
    add(text=words, intent="utility")
    assert (find(words, ON).answer, find(words, ON).intent) == ("not-an-item", "utility")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param({"text": "渣渣"}, "saying-means-one-thing", id="什么也没指"),
        pytest.param({"text": "渣渣", "item": "cg-1", "intent": "fire"}, "saying-means-one-thing", id="指了两样"),
        pytest.param({"text": "渣渣", "intent": "moon"}, "unknown-intent", id="没有这一类"),
        pytest.param({"text": "渣渣", "item": "cg-9"}, "item-not-found", id="没有这个事项"),
        pytest.param({"text": "渣渣", "item": "建"}, "item-not-found", id="名称不止一个"),
        pytest.param({"text": "渣", "item": "cg-1"}, "bad-input", id="只有一个字"),
    ],
)
def test_说不清的不收(row, code):
    with pytest.raises(BadInput) as refused:
        add(**row)
    assert refused.value.first.code == code
    assert not Saying.objects.exists()


def test_同样的话只留一句():
    assert add(text="河头倒渣渣", item="1").pk == add(text="河头倒 渣渣".replace(" ", ""), item="cg-1").pk


def test_指正采用以后成为说法():
    told = correct_finder(words="飞飞虫儿把桂香园拱了", shown="cg-1", meant="cg-2", by="jia", now=county.NOW)
    assert not Saying.objects.exists()
    settle_correction(told.pk, take=True, by="jian", now=county.NOW)
    assert Saying.objects.get().item_id == "cg-2"
    with pytest.raises(Absent):
        settle_correction(told.pk, take=False, by="jian", now=county.NOW)


def test_没说应当是哪个的指正不能采用():
    told = correct_finder(words="说不清", shown="cg-1", meant="", by="jia", now=county.NOW)
    with pytest.raises(Refusal) as refused:
        settle_correction(told.pk, take=True, by="jian", now=county.NOW)
    assert refused.value.first.code == "correction-names-no-item"
    assert Correction.objects.get().settled_at is None


def test_成批导入指出说不清的行改好才写入():
    bad = "说法,事项,归类,等于\n河头倒渣渣,cg-1,,\n天上掉,,,\n"
    found = upload("sayings", "说法.csv", bad.encode(), by="jian", now=county.NOW)
    assert [(each["row"], each["code"]) for each in found.bad] == [(3, "saying-means-one-thing")]
    good = "说法,事项,归类,等于\n河头倒渣渣,1,,\n工钱没得,,劳动和社保,\n渣渣,,,垃圾\n"
    found = upload("sayings", "说法.csv", good.encode(), by="jian", now=county.NOW)
    assert (found.bad, found.new) == ([], 3)
    confirm(found.upload.id, by="jian", now=county.NOW)
    kept = Saying.objects.order_by("pk").values_list("text", "item_id", "intent", "stands_for")
    assert list(kept) == [
        ("河头倒渣渣", "cg-1", "", ""),
        ("工钱没得", None, "labour", ""),
        ("渣渣", None, "", "垃圾"),
    ]


def test_页上添一句再撤下(client):
    signed_in(client, "establishment", "gov")
    assert "还没有本县自己的说法" in client.get("/sayings/").content.decode()
    answer = client.post("/sayings/new/", {"text": "河头甩渣渣", "item": "cg-1"}, follow=True)
    assert "河头甩渣渣" in answer.content.decode()
    refused = client.post("/sayings/new/", {"text": "河头甩渣渣"})
    assert refused.status_code == 422 and "河头甩渣渣" in refused.content.decode()
    client.post(f"/sayings/{Saying.objects.get().pk}/withdraw/")
    assert "河头甩渣渣" not in client.get("/sayings/").content.decode()


def test_不管维护的人看不到(client):
    signed_in(client, "approver", "dept-cg")
    assert client.get("/sayings/").status_code == 404
    assert client.post("/sayings/new/", {"text": "河头甩渣渣", "item": "cg-1"}).status_code == 404


def test_谁都能指正(client):
    signed_in(client, "approver", "dept-cg")
    sent = {"q": "有人乱倒坨坨料", "place": "510681101", "on": "2026-11-24", "shown": "cg-2", "meant": "cg-1"}
    assert client.post("/sayings/corrections/", sent).status_code == 302
    told = Correction.objects.get()
    assert (told.words, told.shown, told.meant_id, told.told_by) == ("有人乱倒坨坨料", "cg-2", "cg-1", "approver")
    assert client.post("/sayings/corrections/", {**sent, "meant": "cg-9"}).status_code == 404


def test_听不懂的镇说清楚():
    with pytest.raises(BadInput):
        find_whose("河边倒建筑垃圾", town="510681199", on=ON)
