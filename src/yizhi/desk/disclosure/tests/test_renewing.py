"""决定变了，公示跟着变：更正文书、复议变更、撤销后重新作出；待办和期限里等着，稿子按改过的内容写好，审查仍然是人。"""
# ruff: noqa: N802

import pytest
from django.test import Client
from tests.doors import plain, signed_in

from yizhi.desk.cases.actions import perform as act
from yizhi.desk.cases.clock_page import clock_context, due_until
from yizhi.desk.cases.tests.test_ordinary_case import REST, WAY
from yizhi.desk.disclosure.models import Disclosure
from yizhi.desk.disclosure.queries import corrected, undrafted
from yizhi.desk.disclosure.replay import differences
from yizhi.desk.disclosure.work import disclosure_tasks
from yizhi.desk.papers.telling import Told
from yizhi.rules.refusal import Refusal

from .decided import NOW, YES, at, build, contested, decided, do, draft, fresh, moment, published, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return build()


@pytest.fixture
def case(cast):
    return decided(cast)


def put_right(cast, case, before="河边", after="锦花河边", kind="slip", day="2026-07-06"):
    """决定书补正、更正：原来写的，改成。"""
    facts = {"error_kind": kind, "error_text": before, "corrected_text": after}
    told = Told(id=fresh(), kind="correct_decision", done_at=at(day), facts=facts)
    act(cast.ji, case, told, now=moment())


def refused(deed):
    with pytest.raises(Refusal) as caught:
        deed()
    return [reason.code for reason in caught.value.reasons]


def tasks(who):
    return [task["act"] for task in disclosure_tasks(who, NOW)]


def test_更正文书以后公示要更正_待办和期限里等着_更正以后没有了(cast, case):
    dossier = published(cast, case)
    assert tasks(cast.bing) == []
    put_right(cast, case)
    assert tasks(cast.bing) == ["更正公示内容"] and tasks(cast.jia) == []
    (line,) = clock_context(cast.bing, {}, now=NOW)["waiting"]
    assert "还是原来的内容" in line.sentence and line.href == f"/disclosure/{dossier}/"
    assert clock_context(cast.wu, {}, now=NOW)["waiting"] == []
    desk = signed_in(cast.bing)
    page = plain(desk.get(f"/disclosure/{dossier}/").content.decode())
    assert "要更正" in page and "锦花河边" in page
    assert dossier in desk.get("/disclosure/?show=corrected").content.decode()
    assert "锦花河边" not in plain(Client().get(f"/public/disclosure/{dossier}/").content.decode())
    form = desk.get(f"/disclosure/{dossier}/acts/correct_disclosure/").content.decode()
    assert "把自家装修垃圾倒在锦花河边" in plain(form)
    right = texts(case)
    assert "锦花河边" in right["facts"]
    do(cast.bing, dossier, "correct_disclosure", "2026-07-07", **right, reason="决定书更正了地点")
    public = plain(Client().get(f"/public/disclosure/{dossier}/").content.decode())
    assert "锦花河边" in public and "决定书更正了地点" in public and "丁例" not in public
    assert tasks(cast.bing) == [] and clock_context(cast.bing, {}, now=NOW)["waiting"] == []
    assert list(differences(now=NOW)) == []


def test_更正不涉及公开内容的_核对过写明就不再等_公开页不写更正(cast, case):
    dossier = published(cast, case)
    same = texts(case)
    assert refused(lambda: do(cast.bing, dossier, "correct_disclosure", "2026-07-03", **same, reason="看过")) == [
        "nothing-corrected"
    ]
    put_right(cast, case, "第三页", "第四页")
    do(cast.bing, dossier, "correct_disclosure", "2026-07-07", **same, reason="更正不涉及公开的内容")
    assert tasks(cast.bing) == []
    assert "更正不涉及" not in plain(Client().get(f"/public/disclosure/{dossier}/").content.decode())


SLIPS = {
    "遗漏由人来补": ("河边", "数量：三立方米", "omission", False),
    "原文里没有的由人来改": ("河岸上", "河堤上", "slip", False),
    "写了一处的替他改好": ("三立方米", "四立方米", "slip", True),
}


@pytest.mark.parametrize(("before", "after", "kind", "replaced"), SLIPS.values(), ids=SLIPS.keys())
def test_稿子只改找得准的地方_其余摆出来由人改(cast, case, before, after, kind, replaced):
    dossier = published(cast, case)
    put_right(cast, case, before, after, kind)
    desk = signed_in(cast.bing)
    form = plain(desk.get(f"/disclosure/{dossier}/acts/correct_disclosure/").content.decode())
    assert (after in texts(case)["facts"]) == replaced
    assert (f"约{after}" in form) == replaced
    assert after in plain(desk.get(f"/disclosure/{dossier}/").content.decode())


def test_改好的稿子里也不带个人信息(cast, case):
    dossier = published(cast, case)
    put_right(cast, case, "河边", "丁例屋后的河边")
    form = plain(signed_in(cast.bing).get(f"/disclosure/{dossier}/acts/correct_disclosure/").content.decode())
    assert "丁某屋后的河边" in form


def test_公布以前更正了的_修改公示稿以后才能公布(cast, case):
    dossier = draft(cast.jia, case)
    put_right(cast, case)
    publish = lambda: do(cast.bing, dossier, "publish_disclosure", "2026-07-07", **YES)  # noqa: E731
    assert refused(publish) == ["draft-before-correction"]
    do(cast.jia, dossier, "amend_disclosure", "2026-07-07", **texts(case))
    assert publish().disclosure.stage == "published" and list(corrected(Disclosure.objects.all())) == []


def test_更正以后又被撤销的只是应当撤回(cast, case):
    published(cast, case)
    put_right(cast, case)
    contested(cast, case, "revoked")
    assert tasks(cast.bing) == ["撤回公示"]


def test_依法变更的撤回以后回到等拟稿_承办的人待办里有_不算超期(cast, case):
    dossier = published(cast, case)
    contested(cast, case, "changed", changed_fine_yuan="200.00")
    assert tasks(cast.bing) == ["撤回公示"] and list(undrafted(cast.jia)) == []
    do(cast.bing, dossier, "withdraw_disclosure", "2026-07-21", why="changed")
    assert [one.dossier_id for one in undrafted(cast.jia)] == [case]
    assert tasks(cast.jia) == ["另拟公示稿"] and tasks(cast.wu) == []
    (line,) = clock_context(cast.jia, {}, now=NOW)["waiting"]
    assert line.href == f"/disclosure/cases/{case}/" and "还没有公示" in line.sentence
    assert "超期" not in plain(signed_in(cast.jia).get("/disclosure/").content.decode())
    second = draft(cast.jia, case, "2026-07-22")
    assert Disclosure.objects.get(dossier=second).columns["content"] == "罚款200.00元"
    assert list(undrafted(cast.jia)) == [] and tasks(cast.jia) == []
    do(cast.bing, second, "publish_disclosure", "2026-07-23", **YES)
    assert tasks(cast.bing) == [] and list(differences(now=NOW)) == []


@pytest.mark.parametrize("outcome", ["revoked", "void", "unlawful"])
def test_撤销确认违法的撤回以后不再等拟稿(cast, case, outcome):
    dossier = published(cast, case)
    contested(cast, case, outcome)
    do(cast.bing, dossier, "withdraw_disclosure", "2026-07-21", why=outcome)
    assert list(undrafted(cast.jia)) == [] and tasks(cast.jia) == []
    assert [one for one in due_until(cast.bing, at("2027-06-01").date()) if one.dossier == dossier] == []


def test_责令重新作出_新的决定作出以后_原来的仍要撤回_新的照样等拟稿(cast, case):
    dossier = published(cast, case)
    contested(cast, case, "redo")
    days = ("2026-07-21", "2026-07-21 10:00", "2026-07-22", "2026-07-23", "2026-07-23 11:00", "2026-08-03")
    other = {
        "conclude_investigation": {"facts_found": "丁例倒装修垃圾约两立方米。", "proposed_fine_yuan": "200.00"},
        "prior_notice": {"proposed_penalty": "罚款200元"},
        "serve_notice": {"served_on": "2026-07-23"},
        "decide_penalty": {"fine_yuan": "200.00"},
    }
    for day, (who, kind, _, facts) in zip(days, (*WAY[-5:], *REST[:1]), strict=True):
        officers = ["o-jia", "o-yi"] if kind == "serve_notice" else []
        facts = {**facts, **other.get(kind, {})}
        told = Told(id=fresh(), kind=kind, done_at=at(day), facts=facts, officers=officers)
        act(getattr(cast, who), case, told, now=moment())
    assert tasks(cast.bing) == ["撤回公示"] and list(undrafted(cast.jia)) == []
    do(cast.bing, dossier, "withdraw_disclosure", "2026-08-04", why="redo")
    assert [one.dossier_id for one in undrafted(cast.jia)] == [case]
    second = draft(cast.jia, case, "2026-08-05")
    assert Disclosure.objects.get(dossier=second).decided_on.isoformat() == "2026-08-03"
