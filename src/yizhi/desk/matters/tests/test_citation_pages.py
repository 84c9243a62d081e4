"""引注核对页：查出的问题列得出、办得了；改引是新版本，仍引要写理由；文本变了重新核对。"""
# ruff: noqa: N802

from datetime import timedelta

import pytest
from django.test import Client

from yizhi.desk.matters import recite
from yizhi.desk.matters.citations import recheck
from yizhi.desk.matters.imports import confirm, upload
from yizhi.desk.matters.models import CitationFinding, ItemVersion, Repeal, StatuteVersion
from yizhi.desk.matters.tests import county
from yizhi.desk.people.models import Account, Appointment
from yizhi.rules.refusal import Absent, BadInput

pytestmark = pytest.mark.django_db
LATER = county.NOW + timedelta(hours=1)
RULES = "第一条　为了示意，制定本条例。\n第二条　擅自倾倒建筑垃圾的，责令改正，处以罚款。\n第三条　损坏城市树木花草的，责令停止侵害。\n"
CODE = "第一条　为了示意。\n第二条　擅自倾倒建筑垃圾的，处以罚款。\n第三条　本法自2026年6月1日起施行。《示意条例》同时废止。\n"


@pytest.fixture(autouse=True)
def facts(db):
    county.build()
    put("示意条例@2020-01-01.md", RULES)


def put(name, text, now=county.NOW):
    shown = upload("statutes", name, text.encode(), by="jian", now=now)
    assert shown.bad == []
    return confirm(shown.upload.id, by="jian", now=now)


def standing(item="cg-1"):
    return CitationFinding.objects.get(item=item, gone_at=None)


def keeper():
    account = Account.objects.create(username="bianban", name="编例")
    Appointment.objects.create(account=account, role="establishment", body_id="gov", valid_from=county.START)
    browser = Client()
    browser.force_login(account)
    return browser


def test_导入文本当时就核对并且留下来():
    found = standing()
    assert (found.state, found.instead, found.found_at) == ("renumbered", "第二条", county.NOW)
    assert "导入" not in found.sentence and found.cure


def test_重新核对同样的问题原样留着不再有的写明何时没有():
    first = standing()
    recheck(now=LATER)
    assert standing().pk == first.pk
    ItemVersion.objects.filter(item="cg-1").update(bases=[])
    recheck(now=LATER)
    assert CitationFinding.objects.get(pk=first.pk).gone_at == LATER


def test_改引是一个新版本以前的不动():
    version = recite.replace_basis(
        standing().pk, cited="《示意条例》第二条", effective=None, starts=LATER.date(), by="bian", now=LATER
    )
    assert [(each["article"], each["effective"]) for each in version.bases] == [("第二条", "2020-01-01")]
    assert not CitationFinding.objects.filter(item="cg-1", gone_at=None).exists()
    assert ItemVersion.objects.filter(item="cg-1", bases__0__article="第一条").exists()


def test_改引写不成一处引注的不写入():
    with pytest.raises(BadInput):
        recite.replace_basis(standing().pk, cited="第二条", effective=None, starts=LATER.date(), by="bian", now=LATER)
    with pytest.raises(BadInput) as refused:
        recite.replace_basis(
            standing().pk, cited="《别的法》第二条", effective=None, starts=LATER.date(), by="bian", now=LATER
        )
    assert refused.value.first.code == "basis-without-date"
    assert standing().state == "renumbered"


def test_仍引的写明谁为什么以后不再催():
    recite.keep_basis(standing().pk, why="第一条是立法目的，一并引用。", by="bian", now=LATER)
    recheck(now=LATER)
    assert standing().settled_by == "bian"
    page = keeper().get("/citations/").content.decode()
    assert "第一条是立法目的" not in page
    assert "第一条是立法目的" in keeper_again().get("/citations/?settled=yes").content.decode()


def keeper_again():
    browser = Client()
    browser.force_login(Account.objects.get(username="bianban"))
    return browser


def test_新法写明废止旧法引旧法的当天就列出来():
    put("示意法典@2026-06-01.md", CODE)
    assert StatuteVersion.objects.get(law="示意条例").valid_to.isoformat() == "2026-06-01"
    assert (Repeal.objects.get().by, Repeal.objects.get().article) == ("示意法典", "第三条")
    found = standing()
    assert (found.state, found.instead_law, found.instead) == ("replaced", "示意法典", "第二条")
    assert "2026年6月1日" in found.sentence


def test_页面上看得见两条条文改引一步就到():
    browser, found = keeper(), standing()
    page = browser.get(f"/citations/{found.pk}/").content.decode()
    assert "为了示意，制定本条例" in page and "擅自倾倒建筑垃圾的，责令改正" in page
    assert "《示意条例》第二条" in browser.get(f"/citations/{found.pk}/replace/").content.decode()
    assert "怎么办" in browser.get("/items/cg-1/").content.decode()
    assert browser.post("/citations/").status_code == 302
    gone = browser.post(f"/citations/{found.pk}/keep/", {"why": ""})
    assert gone.status_code == 422


def test_没有这条的说没有():
    with pytest.raises(Absent):
        recite.keep_basis(99999, why="", by="bian", now=LATER)
