"""待办里的批次：等我表态、审核、决定、公布、附纪要、改草案、确认承接的，轮到谁谁看得见，办完就没有。"""
# ruff: noqa: N802

from datetime import timedelta

import pytest
from tests.doors import plain, signed_in

from yizhi.desk.batches.models import Batch
from yizhi.desk.batches.replay import differences
from yizhi.desk.batches.tests import people
from yizhi.desk.batches.tests.people import NOW, XIAOHAN, at, begin, do, trained
from yizhi.desk.batches.work import batch_tasks
from yizhi.rules.refusal import Refusal

pytestmark = pytest.mark.django_db
FILED = {"filed_on": "2026-06-10", "number": "示意备〔2026〕1号", "receiver": "示意市级权责清单管理机构"}
PEOPLE = ("keeper", "department", "other_town", "justice", "head", "town")


@pytest.fixture
def world(db):
    return people.build()


def waiting(world, now=NOW):
    """每个人等着办的一步。"""
    found = {name: batch_tasks(getattr(world, name), now) for name in PEOPLE}
    return {name: next(task["act"] for task in tasks) for name, tasks in found.items() if tasks}


def agree(world, dossier, *bodies):
    for who, body in (("department", "dept-cg"), ("other_town", "town-xiaohan")):
        if who in bodies:
            do(getattr(world, who), dossier, "give_opinion", body=body, agrees=True, equipment="无")


def test_轮到谁谁的待办里有(world):
    dossier = begin(world.keeper)
    assert waiting(world) == {"department": "表态", "other_town": "表态"}
    agree(world, dossier, "department")
    assert waiting(world) == {"other_town": "表态"}
    agree(world, dossier, "other_town")
    assert waiting(world) == {"justice": "合法性审核"}
    trained(world, dossier)
    do(world.justice, dossier, "check_batch", outcome="pass")
    assert waiting(world) == {"head": "作出决定"}
    decided = {"instrument": "广府发〔2026〕7号", "decided_on": "2026-06-10", "starts_on": "2026-07-01"}
    do(world.head, dossier, "decide_batch", **decided)
    assert waiting(world) == {"keeper": "公布"}
    do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    assert waiting(world) == {"keeper": "报清单备案"}
    do(world.keeper, dossier, "file_list", **FILED)
    assert waiting(world) == {}
    assert waiting(world, at("2026-06-30")) == {}
    assert waiting(world, at("2026-07-01")) == {"keeper": "确认承接", "other_town": "确认承接"}
    do(world.other_town, dossier, "take_over", at("2026-07-02"), body="town-xiaohan")
    assert waiting(world, at("2026-07-03")) == {}


def test_有异议的等编办附纪要_退回的等编办改(world):
    dossier = begin(world.keeper)
    agree(world, dossier, "department")
    do(world.other_town, dossier, "give_opinion", body="town-xiaohan", agrees=False, words="人手不够", equipment="无")
    assert waiting(world) == {"keeper": "附联席会议纪要"}
    agree(world, dossier, "other_town")
    do(world.justice, dossier, "check_batch", outcome="return", words="依据没有核对")
    assert waiting(world) == {"keeper": "修改草案"}


TRANSITION = [("期满前十六天", -16, False), ("期满前十五天", -15, True), ("最后一天", -1, True), ("期满那天", 0, True)]


@pytest.mark.parametrize(("days", "there"), [row[1:] for row in TRANSITION], ids=[row[0] for row in TRANSITION])
def test_过渡期快满的等承接的机关(world, days, there):
    until = at("2026-10-01").date()
    dossier = begin(world.keeper, transition_until=until.isoformat(), transition_body="department")
    trained(world, dossier)
    people.decide(world, dossier, world.other_town, "2026-07-01")
    do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    tasks = batch_tasks(world.other_town, at((until + timedelta(days=days)).isoformat()))
    assert [task["due"] for task in tasks] == ([until - timedelta(days=1)] if there else [])
    assert not there or "过渡期最后一天是9月30日" in tasks[0]["why"]


def test_待办页上点开就是批次(world):
    dossier = begin(world.keeper)
    page = signed_in(world.department).get("/").content.decode()
    assert f"/batches/{dossier}/" in page and "表态 示意第一批" in page.replace("<small>", "").replace("</small>", "")
    assert f"/batches/{dossier}/" not in signed_in(world.justice).get("/").content.decode()
    assert f"/batches/{dossier}/" not in signed_in(world.cast.jia).get("/").content.decode()
    keeper = plain(signed_in(world.keeper).get("/").content.decode())
    assert "待办" in keeper


def test_承接了还没有备案的仍然等着_备案日在列表上(world):
    dossier = begin(world.keeper)
    agree(world, dossier, "department", "other_town")
    trained(world, dossier)
    do(world.justice, dossier, "check_batch", outcome="pass")
    decided = {"instrument": "广府发〔2026〕7号", "decided_on": "2026-06-10", "starts_on": "2026-06-10"}
    do(world.head, dossier, "decide_batch", **decided)
    do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    do(world.other_town, dossier, "take_over", body="town-xiaohan")
    assert waiting(world) == {"keeper": "报清单备案"}
    listed = signed_in(world.keeper).get("/batches/?show=all").content.decode()
    assert "清单待备案" in plain(listed)
    do(world.keeper, dossier, "file_list", **FILED)
    assert waiting(world) == {}
    assert Batch.objects.get().filed_on.isoformat() == "2026-06-10"
    assert list(differences(now=NOW)) == []
    assert "示意备〔2026〕1号" in plain(signed_in(world.keeper).get(f"/batches/{dossier}/").content.decode())


def test_备案早于公布的不收(world):
    dossier = begin(world.keeper)
    agree(world, dossier, "department", "other_town")
    trained(world, dossier)
    do(world.justice, dossier, "check_batch", outcome="pass")
    decided = {"instrument": "广府发〔2026〕7号", "decided_on": "2026-06-10", "starts_on": "2026-07-01"}
    do(world.head, dossier, "decide_batch", **decided)
    do(world.keeper, dossier, "publish_batch", channel="县政府网站")
    with pytest.raises(Refusal) as refused:
        do(world.keeper, dossier, "file_list", **FILED | {"filed_on": "2026-06-09"})
    assert refused.value.first.code == "filed-before-publication"


def test_委托的草案写明受委托的条件(world):
    browser = signed_in(world.keeper)
    typed = {"title": "示意委托", "items": "cg-2", "towns": [XIAOHAN], "mode": "entrustment", "basis": "示例办法第八条"}
    typed |= {"starts_on": "2026-07-01", "ends_on": "2027-07-01"}
    browser.post("/batches/new/", typed)
    first = Batch.objects.get()
    assert "还没有说明它依法成立" in plain(browser.get(f"/batches/{first.pk}/").content.decode())
    browser.post("/batches/new/", typed | {"public_body": "yes", "technical": "not_needed"})
    second = Batch.objects.exclude(pk=first.pk).get()
    page = plain(browser.get(f"/batches/{second.pk}/").content.decode())
    assert "还没有说明它依法成立" not in page and "事项不需要技术检查、鉴定" in page
