"""本机关的事：年度数据从记录数出来再公开，案卷公开申请按期答复，公众不登录能看机关和数据。"""
# ruff: noqa: N802

from datetime import date, datetime

import pytest
from django.test import Client
from tests.cast import LIANSHAN
from tests.doors import plain, signed_in

from yizhi.desk.cases.clock_page import clock_context, due_until
from yizhi.desk.disclosure import applying, figuring
from yizhi.desk.disclosure.before import MET, steps
from yizhi.desk.disclosure.replay import differences
from yizhi.desk.disclosure.work import disclosure_tasks
from yizhi.desk.papers.telling import Told
from yizhi.rules.refusal import Absent, Refusal

from .decided import NOW, at, build, contested, decided, do, draft, fresh, published

pytestmark = pytest.mark.django_db
NEW_YEAR = at("2027-01-05")


@pytest.fixture
def cast(db):
    return build()


def step(kind: str, moment: datetime = NEW_YEAR, **facts: object) -> Told:
    return Told(id=fresh(), kind=kind, facts=facts, done_at=moment)


def rows(row) -> dict[str, str]:
    return {label: value for table in row.tables for label, value in table["rows"]}


def test_年度数据从记录数出来_审查以后才公开_更正留下理由(cast):
    decided(cast)
    row = figuring.compute(cast.jia, step("compute_figures", year=2026), now=NEW_YEAR).row
    assert (rows(row)["罚款"], rows(row)["合计（宗）"], rows(row)["罚没金额（万元）"]) == ("1", "1", "0.0300")
    assert rows(row)["查封、扣押"] == "0"
    with pytest.raises(Refusal):
        figuring.perform(cast.jia, row.dossier_id, step("publish_figures", words="示意"), now=NEW_YEAR)
    page = f"/public/figures/{row.dossier_id}/"
    assert Client().get(page).status_code == 404
    figuring.perform(cast.bing, row.dossier_id, step("publish_figures", words="没有超过期限的。"), now=NEW_YEAR)
    shown = plain(Client().get(page).content.decode())
    assert "没有超过期限的" in shown and "丁例" not in shown and "排名" not in shown
    figuring.perform(cast.bing, row.dossier_id, step("correct_figures", words="改", reason="补录"), now=NEW_YEAR)
    assert "补录" in plain(Client().get(page).content.decode())
    with pytest.raises(Absent):
        figuring.figure(cast.wu, row.dossier_id)
    assert list(differences(now=NEW_YEAR)) == []


def test_再统计一次还是那一份_同一编号只写一次(cast):
    told = step("compute_figures", year=2026)
    first = figuring.compute(cast.jia, told, now=NEW_YEAR).row
    again = figuring.compute(cast.jia, told, now=NEW_YEAR).row
    anew = figuring.compute(cast.bing, step("compute_figures", year=2026), now=NEW_YEAR).row
    assert first.dossier_id == again.dossier_id == anew.dossier_id


def test_案卷公开申请_按条文答复_期限可以延长一次(cast):
    facts = {"applicant": "申请人", "asked": "某案卷", "received_on": "2026-06-01"}
    row = applying.receive(cast.jia, step("receive_application", NOW, **facts), now=NOW).row
    assert applying.answer_due(row).due.isoformat() == "2026-06-30"
    more = {"workdays": 20, "agreed_by": "己", "reason": "要征求第三方意见"}
    row = applying.perform(cast.bing, row.dossier_id, step("extend_application", NOW, **more), now=NOW).row
    assert applying.answer_due(row).due.isoformat() == "2026-07-28"
    row = applying.perform(cast.bing, row.dossier_id, step("answer_application", NOW, outcome="withheld"), now=NOW).row
    page = plain(signed_in(cast.jia).get(f"/disclosure/applications/{row.dossier_id}/").content.decode())
    assert "第十六条第二款" in page
    assert signed_in(cast.wu).get(f"/disclosure/applications/{row.dossier_id}/").status_code == 404
    assert list(differences(now=NOW)) == []


def test_待办里轮到谁谁看得见(cast):
    case = decided(cast)
    assert [task["act"] for task in disclosure_tasks(cast.bing, NOW)] == []
    dossier = draft(cast.jia, case)
    assert [task["act"] for task in disclosure_tasks(cast.bing, NOW)] == ["审查并公布"]
    assert disclosure_tasks(cast.jia, NOW) == disclosure_tasks(cast.wu, NOW) == []
    assert f"/disclosure/{dossier}/" in signed_in(cast.bing).get("/").content.decode()


def test_决定没有了_待办里撤回_公开页只剩撤回的说明(cast):
    case = decided(cast)
    dossier = published(cast, case)
    page = f"/public/disclosure/{dossier}/"
    before = plain(Client().get(page).content.decode())
    assert "丁某" in before and "罚款300.00元" in before and "丁例" not in before
    contested(cast, case, "revoked")
    task = disclosure_tasks(cast.bing, NOW)[0]
    assert (task["act"], task["due"].isoformat()) == ("撤回公示", "2026-07-23")
    desk = signed_in(cast.bing)
    answer = desk.post(f"/disclosure/{dossier}/acts/withdraw_disclosure/", {"why": "revoked", "words": ""})
    assert answer.status_code == 302
    after = plain(Client().get(page).content.decode())
    assert "依法撤销" in after and "丁某" not in after and "罚款" not in after
    assert "丁某" not in Client().get("/public/disclosure/list.csv").content.decode("utf-8-sig")
    assert Client().get("/public/disclosure/list.json").json()["items"][0]["withdrawn_on"]


def test_程序用当事人碰得到的几步说(cast):
    told = {one["name"]: one["words"].split(" → ") for one in steps(NOW.date())}
    assert [len(told[name]) for name in ("简易程序", "普通程序")] == [len(kinds) for kinds in MET.values()]
    assert told["普通程序"][0] == "立案" and told["简易程序"][0] == "出示执法证件"


def test_公众看机关_查公示(cast):
    published(cast, decided(cast))
    page = plain(Client().get("/public/bodies/town-lianshan/").content.decode())
    assert "广汉市人民政府" in page and "六十日" in page and "广汉市人民法院" in page
    found = Client().get("/public/disclosure/?q=倾倒&body=town-lianshan&since=2026-06-01").content.decode()
    assert "丁某" in found and "丁某" not in Client().get("/public/disclosure/?q=鱼塘").content.decode()
    assert "丁某" not in Client().get("/public/disclosure/?until=2026-06-01").content.decode()
    assert Client().get("/public/disclosure/?since=乱写&after=乱/写").status_code == 200


def test_撤回的期限在期限页_谁看得见案件谁看得见_撤回以后没有了(cast):
    case = decided(cast)
    dossier = published(cast, case)
    assert [one for one in due_until(cast.bing, date(2027, 6, 1)) if one.dossier == dossier] == []
    contested(cast, case, "revoked")
    (limit,) = [one for one in due_until(cast.bing, date(2027, 6, 1)) if one.dossier == dossier]
    assert (limit.name, limit.rule, limit.does) == ("撤回期限", "publish-withdraw-3d", "撤回公示")
    assert (limit.on.isoformat(), limit.href) == ("2026-07-23", f"/disclosure/{dossier}/")
    assert due_until(cast.wu, date(2027, 6, 1)) == []
    line = next(each for each in clock_context(cast.bing, {}, now=NOW)["past"] if each["rule_href"].count("withdraw"))
    assert line["missed"] and line["article"].endswith("第48条第2款") and line["href"] == limit.href
    do(cast.bing, dossier, "withdraw_disclosure", "2026-12-20", why="revoked")
    assert [one for one in due_until(cast.bing, date(2027, 6, 1)) if one.dossier == dossier] == []


def test_答复申请和公开年度数据的期限也在期限页_选了镇的不列(cast):
    decided(cast)
    facts = {"applicant": "申请人", "asked": "某案卷", "received_on": "2026-12-01"}
    applying.receive(cast.jia, step("receive_application", NOW, **facts), now=NOW)

    def told(**town):
        found = [one for one in due_until(cast.jia, date(2027, 2, 1), **town) if one.href.startswith("/disclosure/")]
        return [(one.name, one.on.isoformat()) for one in found]

    assert told() == [("答复期限", "2026-12-29"), ("公开期限", "2027-01-31")]
    assert told(town=LIANSHAN) == []
