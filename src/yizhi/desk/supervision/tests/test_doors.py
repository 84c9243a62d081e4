"""页面、接口、命令办的是同一件事；等谁办，谁的待办里有；看不见的地方什么也没有。"""
# ruff: noqa: N802

import json

import pytest
from django.test import Client
from django.utils import timezone
from tests import story
from tests.cast import at, fresh
from tests.doors import plain, signed_in, token, typed

from yizhi.desk.papers.models import Paper
from yizhi.desk.supervision.models import SupervisionMatter
from yizhi.desk.supervision.tests import people
from yizhi.desk.supervision.tests.people import FOUND, ORDER, REGISTERED, checked, do, ordered, register, stage
from yizhi.desk.supervision.work import supervision_tasks
from yizhi.web.command import main

pytestmark = pytest.mark.django_db
NOW = at("2026-06-10 16:00")


@pytest.fixture
def world(db, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return people.build()


def page(who, path):
    answer = signed_in(who).get(path)
    return answer.status_code, plain(answer.content.decode())


def send(who, path, **facts):
    answer = signed_in(who).post(path, {"id": str(fresh()), "do": "send", **typed(facts)})
    return answer.status_code, plain(answer.content.decode())


def api(who, path, **body):
    headers = {"Authorization": f"Bearer {token(who)}"}
    if not body:
        answer = Client().get(f"/api/v1/{path}", headers=headers)
    else:
        content = json.dumps(body)
        answer = Client().post(f"/api/v1/{path}", content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_页面从头办到制发督办函(world):
    case = story.case(world.cast)
    told = {"body": "town-lianshan", "case": case, **REGISTERED}
    assert signed_in(world.first).post("/supervision/new/", told).status_code == 302
    matter = SupervisionMatter.objects.get()
    here = f"/supervision/{matter.dossier_id}/"
    again = signed_in(world.justice).post("/supervision/new/", told)
    assert (again.status_code, "已经在监督" in plain(again.content.decode())) == (409, True)
    status, text = page(world.first, f"{here}acts/send_supervisors/")
    assert (status, "没有有效的监督检查证件" in text) == (200, True)
    assert send(world.first, f"{here}acts/send_supervisors/", supervisors=["jiandu"])[0] == 409
    assert send(world.first, f"{here}acts/send_supervisors/", supervisors=["jiandu", "jiandu2"])[0] == 302
    assert send(world.second, f"{here}acts/conclude_check/", **FOUND)[0] == 302
    status, text = page(world.justice, f"{here}acts/issue_supervision_order/")
    assert (status, "行政执法监督督办函" in text, "线索登记以后三十日没有核查" in text) == (200, True, True)
    assert send(world.justice, f"{here}acts/issue_supervision_order/", **ORDER)[0] == 302
    assert stage(matter.dossier_id) == "correcting"
    status, text = page(world.town, here)
    assert (status, "广司监督〔2026〕1号" in text, "核查期限过了没有核查" in text) == (200, True, False)
    answer = signed_in(world.town).get(f"{here}papers/1.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")


def test_文书样子随填随变(world):
    dossier = checked(world)
    path = f"/supervision/{dossier}/acts/issue_supervision_order/preview/"
    status, text = send(world.justice, path, supervision_demand="马上核查。")
    assert (status, "还差" in text) == (200, True)
    assert Paper.objects.count() == 0


def test_接口和命令挡住的理由一样(world, tmp_path, capsys):
    dossier = checked(world)
    wrong = {**ORDER, "answer_by": "2026-06-10"}
    told = {"id": str(fresh()), "kind": "issue_supervision_order", "facts": wrong}
    status, problem = api(world.justice, f"supervision/{dossier}/acts", **told)
    assert (status, problem["code"]) == (409, "answer-term-past")
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(wrong), encoding="utf-8")
    words = ["act", dossier, "issue_supervision_order", "--as", "sifa", "--facts", str(facts), "--json"]
    capsys.readouterr()
    assert main(words) == 2
    assert json.loads(capsys.readouterr().out)["reasons"] == problem["reasons"]
    facts.write_text(json.dumps(ORDER), encoding="utf-8")
    assert main(words) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["stage"], said["papers"][0]["number"]) == ("correcting", "广司监督〔2026〕1号")


def test_接口登记_重复提交只写一次_看得见的才有(world):
    told = {"id": str(fresh()), "body": "town-lianshan", "facts": REGISTERED, "done_at": NOW.isoformat()}
    first, again = api(world.first, "supervision", **told), api(world.first, "supervision", **told)
    assert (first[0], again[0], first[1] == again[1]) == (201, 200, True)
    dossier = first[1]["dossier"]
    assert api(world.justice, "supervision")[1]["items"][0]["dossier"] == dossier
    assert "send_supervisors" in api(world.justice, f"supervision/{dossier}")[1]["acts"]
    assert api(world.town, "supervision")[1] == {"items": [], "next": ""}
    assert api(world.town, f"supervision/{dossier}")[0] == 404
    assert api(world.cast.jia, "supervision")[0] == 404


def test_接口排计划和可以看的(world):
    line = {"body": "town-lianshan", "month": "2026-09", "parts": ["capacity", "penalties"]}
    status, plan = api(world.justice, "supervision/plans/2026", id=str(fresh()), lines=[line])
    assert (status, plan["uncovered"]) == (201, [])
    assert api(world.first, "supervision/findings?kind=late")[0] == 200
    assert api(world.first, "supervision/findings?kind=rank")[0] == 422
    assert api(world.town, "supervision/findings")[0] == 404


def test_监督人员看不到案件_只看登记了的那一件的记录(world):
    case = story.case(world.cast)
    dossier = register(world.first, case=case)
    for path in (f"/cases/{case}/", f"/cases/{case}/acts/conclude_investigation/", f"/cases/{case}/dossier.pdf"):
        assert signed_in(world.first).get(path, follow=True).status_code == 404
    status, text = page(world.first, f"/supervision/{dossier}/case/")
    assert (status, "立案" in text, "只能看" in text) == (200, True, True)
    for other in (world.office, world.town, world.head, world.cast.jia):
        assert signed_in(other).get(f"/supervision/{dossier}/case/").status_code == 404
    close = {"supervision_close_ground": "no_problem", "supervision_close_reason": "核对无误。"}
    do(world.justice, dossier, "close_matter", "2026-06-10 12:00", **close)
    assert signed_in(world.first).get(f"/supervision/{dossier}/case/").status_code == 404


def waiting(who, day):
    return [(task["act"], task["mine"]) for task in supervision_tasks(who, at(day))]


def test_等谁办_谁的待办里有_过了期限等报请(world):
    dossier = ordered(world)
    assert waiting(world.town, "2026-06-20") == [("报送纠正情况", True)]
    assert waiting(world.justice, "2026-06-20") == [("报送纠正情况", False)]
    assert waiting(world.justice, "2026-06-21") == [("报请本级政府", True)]
    do(world.town, dossier, "object_to_supervision", "2026-06-12", objection_reason="已经核查。")
    assert waiting(world.justice, "2026-06-21") == [("处理异议", True)]
    assert waiting(world.other_town, "2026-06-21") == waiting(world.cast.jia, "2026-06-21") == []
    assert "报送纠正情况" in page(world.first, "/")[1] or "处理异议" in page(world.first, "/?show=others")[1]


def test_司法所看得到登记和收集_看不到文书(world):
    dossier = ordered(world)
    status, text = page(world.office, f"/supervision/{dossier}/")
    assert (status, "广司监督" in text, "写核查结论" in text) == (200, False, False)
    assert signed_in(world.office).get(f"/supervision/{dossier}/papers/1.pdf").status_code == 404


def test_监督人员页_登记证件(world):
    assert page(world.justice, "/supervision/people/")[0] == 200
    told = {"account": "jiandu3", "number": "监三", "valid_from": "2026-06-01"}
    assert signed_in(world.justice).post("/supervision/people/new/", told).status_code == 302
    assert signed_in(world.justice).post("/supervision/people/new/", {**told, "account": "jiandu"}).status_code == 422
    assert signed_in(world.first).get("/supervision/people/new/").status_code == 404


def test_计划页_加一行去一行(world):
    told = {"body": "town-lianshan", "month": "2026-09", "parts": ["capacity"], "words": "抽查"}
    assert "连山镇" in page(world.justice, "/supervision/plan/?year=2026")[1]
    assert signed_in(world.justice).post("/supervision/plan/line/?year=2026", told).status_code == 302
    assert "实施行政处罚情况" in page(world.head, "/supervision/plan/?year=2026")[1]
    assert signed_in(world.justice).post("/supervision/plan/without/?year=2026", {"place": "1"}).status_code == 302
    assert signed_in(world.justice).post("/supervision/plan/without/?year=2026", {"place": "1"}).status_code == 404
    assert signed_in(world.first).get("/supervision/plan/line/").status_code == 404
