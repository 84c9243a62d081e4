"""检查页面 A visit planned, approved, done and verified by the pages; the keepers' lists; what the shop sees by its code."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import LIANSHAN, at, fresh

from yizhi.desk.inspections.models import AnnualCap, Inspection, InspectionSubject, PublishedItem, Visit
from yizhi.desk.inspections.public_pages import public_name
from yizhi.desk.inspections.tests.world import BUREAU, CAPS, DAY, TOWN, World
from yizhi.desk.leads.models import Lead
from yizhi.desk.parties.models import Party
from yizhi.desk.people.identity import Identity
from yizhi.desk.people.models import Account
from yizhi.desk.people.tokens import issue_token


def client(identity: Identity) -> Client:
    made = Client()
    made.force_login(Account.objects.get(username=identity.account))
    session = made.session
    session["identity"] = identity.key
    session.save()
    return made


def text(answer, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.content.decode()


PLAN = {
    "party": "p-firm",
    "town": LIANSHAN,
    "day": DAY,
    "items": ["ny-1", "cg-9"],
    "officers_town-lianshan": ["o-jia", "o-yi"],
    "officers_dept-cg": ["o-posted", "o-mate"],
    "starts": "09:30",
    "ends": "11:30",
    "place": "示意路 2 号",
    "kind": "daily",
    "reason": "年度检查计划",
}


def test_a_joint_visit_is_planned_on_one_page(world: World):
    captain = client(world.cast.captain)
    assert "示例建材有限公司" in text(captain.get("/inspections/new/?q=建材"))
    page = text(captain.get(f"/inspections/new/?party=p-firm&town={LIANSHAN}&day={DAY}"))
    assert "广汉市连山镇人民政府" in page and "广汉市综合行政执法局" in page and "派驻例" in page
    refused = text(captain.post("/inspections/new/", {**PLAN, "id": fresh()}), 409)
    assert "没有录入（未核实）" in refused and 'value="ny-1" checked' in refused
    sent = {**PLAN, "id": fresh(), **{f"answers.{code}": why for code, why in CAPS.items()}}
    answer = captain.post("/inspections/new/", sent)
    visit = Visit.objects.get()
    assert answer.headers["Location"] == f"/inspections/{visit.pk}/"
    page = text(captain.get(f"/inspections/{visit.pk}/"))
    assert "2 个机关合为 1 次" in page and "已安排，等批准" in page
    assert "示例建材有限公司" in text(captain.get("/inspections/"))


def test_the_second_plan_is_offered_to_join_first(world: World):
    visit = world.plan(TOWN)
    captain = client(world.cast.captain)
    page = text(captain.get(f"/inspections/new/?party=p-firm&town={LIANSHAN}&day={DAY}"))
    assert f"join={visit.pk}" in page and page.index("并入这一次") < page.index("查什么")
    sent = {"party": "p-firm", "join": visit.pk, "items": ["cg-9"], "officers_dept-cg": ["o-posted", "o-mate"]}
    sent |= {"reason": "专项", "id": fresh(), **{f"answers.{code}": why for code, why in CAPS.items()}}
    assert captain.post("/inspections/new/", sent).status_code == 302
    assert visit.parts.count() == 2


def test_the_acts_are_done_on_the_page_once_for_both(world: World):
    visit = world.approved(TOWN, BUREAU)
    world.now = at(f"{DAY} 09:30")
    captain = client(world.cast.captain)
    parts = [part.pk for part in visit.parts.order_by("body")]
    page = text(captain.get(f"/inspections/{visit.pk}/"))
    assert "改安排" in page
    assert f"part={parts[0]}&amp;part={parts[1]}" in page
    base = f"/inspections/{visit.pk}/acts"
    form = text(captain.get(f"{base}/notify_inspection/?part={parts[0]}&part={parts[1]}"))
    assert "现在不能" not in form
    assert "受送达人（签收人）" in form and "检查码" not in form.split("要您定的")[1].split("</form>")[0]
    told = {"part": parts, "recipient": "店长", "id": fresh()}
    assert captain.post(f"{base}/notify_inspection/", told).status_code == 302
    missing = text(
        captain.post(
            f"{base}/begin_inspection/", {"part": parts, "credentials_shown": "no", "rights_told": "yes", "id": fresh()}
        ),
        409,
    )
    assert "没有出示执法证件" in missing
    assert "去做：到场检查" in text(captain.get(f"/inspections/{visit.pk}/"))
    told = {"part": parts, "credentials_shown": "yes", "rights_told": "yes", "id": fresh()}
    assert captain.post(f"{base}/begin_inspection/", told).status_code == 302
    assert set(visit.parts.values_list("stage", flat=True)) == {"on_site"}


def test_a_lead_opens_from_the_page(world: World):
    visit = world.recorded(TOWN)
    captain, part = client(world.cast.captain), visit.parts.get().pk
    form = text(captain.get(f"/inspections/{visit.pk}/acts/hand_over_lead/?part={part}"))
    assert "台账缺五月的" in form
    answer = captain.post(f"/inspections/{visit.pk}/acts/hand_over_lead/", {"part": part, "id": fresh()})
    lead = Lead.objects.get()
    assert answer.headers["Location"] == f"/leads/{lead.pk}/"
    assert "台账缺五月的" in text(captain.get(f"/leads/{lead.pk}/"))
    assert f"/leads/{lead.pk}/" in text(captain.get(f"/inspections/{visit.pk}/"))


def test_an_urgent_visit_begins_on_the_page(world: World):
    captain = client(world.cast.captain)
    page = text(captain.get(f"/inspections/new/?party=p-firm&town={LIANSHAN}&urgent=yes"))
    assert "为什么来不及报批" in page
    sent = {**PLAN, "items": ["ny-1"], "day": "", "urgent": "yes", "kind": "case", "id": fresh()}
    sent |= {"inspection_urgent_reason": "有人中毒", "urgency_told_to": "己，8:00", "credentials_shown": "yes"}
    assert captain.post("/inspections/new/", {**sent, "rights_told": "yes"}).status_code == 302
    part = Inspection.objects.get()
    assert (part.stage, part.unapproved) == ("on_site", True)
    assert "正在补办审批" in text(Client().get(f"/public/inspections/?code={part.visit_id}"))


def test_a_change_is_made_on_its_page(world: World):
    visit = world.plan(TOWN)
    captain = client(world.cast.captain)
    assert "改安排" in text(captain.get(f"/inspections/{visit.pk}/change/"))
    dossier = visit.parts.get().pk
    told = {
        "starts_at": "2026-06-05T14:00",
        "ends_at": "2026-06-05T15:00",
        f"officers_{dossier}": ["o-jia", "o-captain"],
    }
    told |= {"id": fresh(), **{f"answers.{code}": why for code, why in CAPS.items()}}
    assert captain.post(f"/inspections/{visit.pk}/change/", told).status_code == 302
    assert visit.parts.get().handlers == ["o-jia", "o-captain"]
    refused = text(captain.post(f"/inspections/{visit.pk}/change/", {**told, "id": fresh(), "ends_at": "x"}), 422)
    assert "看不懂" in refused


def test_a_shop_verifies_by_the_code_without_signing_in(world: World):
    visit, anybody = world.plan(TOWN, BUREAU), Client()
    address = f"/public/inspections/?code={visit.pk.lower()[:4]}-{visit.pk.lower()[4:]}"
    page = text(anybody.get(address))
    assert "还没有批准" in page and "甲例" not in page and "示例建材" not in page
    world.do(world.head, visit, "approve_inspection", parts=("dept-cg",), opinion="同意", answers=CAPS)
    page = text(anybody.get(address))
    assert "一部分还没有批准" in page and "派驻例" in page and "川Fo-posted" in page and "甲例" not in page
    world.do(world.cast.ji, visit, "approve_inspection", parts=("town-lianshan",), opinion="同意", answers=CAPS)
    page = text(anybody.get(address))
    assert "是真的，已经批准" in page and "甲例" in page and "对餐饮油烟排放的检查" in page
    assert "丁示" not in page and "示意路 2 号" not in page
    world.do(world.cast.captain, visit, "withdraw_inspection", reason="停业")
    assert "已经撤销" in text(anybody.get(address))
    assert "查不到这次检查" in text(anybody.get("/public/inspections/?code=AAAA-AAAA"))
    assert "不用登录" in text(anybody.get("/public/inspections/"))


@pytest.mark.parametrize(
    ("kind", "name", "person", "shown"),
    [
        pytest.param("enterprise", "丁示商贸有限公司", "丁示", "丁示商贸有限公司", id="企业"),
        pytest.param("self_employed", "连山镇丁示面馆", "丁示", "连山镇丁某面馆", id="个体工商户名称里有人名"),
        pytest.param("self_employed", "连山镇好味面馆", "丁示", "连山镇好味面馆", id="个体工商户"),
        pytest.param("self_employed", "连山镇好味面馆", "", "连山镇好味面馆", id="没有录入经营者"),
    ],
)
def test_no_natural_person_s_name_in_public(kind, name, person, shown):
    assert public_name(Party(kind=kind, name=name, legal_representative=person)) == shown


def test_the_keepers_lists(world: World):
    justice = client(world.cast.justice)
    page = text(justice.get("/inspections/subjects/"))
    assert "2026年4月30日" in page and "超期 32 天" in page and "不能检查" in page
    told = {"body": "town-xiaohan", "confirmed_by": "gov", "confirmed_on": "2026-05-01", "announced_on": "2026-05-02"}
    told |= {"announcement": "示意公告 2 号"}
    assert justice.post("/inspections/subjects/new/", told).status_code == 302
    assert InspectionSubject.objects.get(body="town-xiaohan").by_justice
    assert "只能" not in text(justice.get("/inspections/subjects/new/"))
    ji = client(world.cast.ji)
    told = {"body": "town-lianshan", "year": "2026", "reported_on": "2026-04-29", "letter": ""}
    assert ji.post("/inspections/subjects/report/", told).status_code == 302
    assert "已报送" in text(ji.get("/inspections/subjects/"))
    row = InspectionSubject.objects.get(body="town-xiaohan")
    assert justice.post(f"/inspections/subjects/{row.fact}/end/", {"ends_on": "2026-07-01"}).status_code == 302
    told = {"item": "cg-1", "content": "看台账", "published_on": "2026-06-01", "document": "示意", "channel": "网站"}
    assert justice.post("/inspections/items/new/", told).status_code == 302
    row = PublishedItem.objects.get(item="cg-1")
    assert justice.post(f"/inspections/items/{row.fact}/end/", {"ends_on": "2026-07-01"}).status_code == 302
    assert "对餐饮油烟排放的检查" in text(justice.get("/inspections/items/"))
    assert "没有录入，未核实" in text(justice.get("/inspections/caps/"))
    told = {
        "domain": "农业",
        "times": "2",
        "starts": "2026-01-01",
        "set_by": "示意",
        "source": "示意",
        "checked_on": "",
    }
    assert justice.post("/inspections/caps/new/", told).status_code == 302
    assert AnnualCap.objects.get().times == 2
    for path in ("subjects/new", "items/new", "caps/new", "subjects/report"):
        assert client(world.cast.jia).get(f"/inspections/{path}/").status_code == 404


@pytest.mark.parametrize(
    ("today", "words"),
    [
        pytest.param("2026-03-30", "还没有报送", id="还有三十一天"),
        pytest.param("2026-03-31", "还有 30 天", id="还有三十天，开始提醒"),
        pytest.param("2026-04-30", "还有 0 天", id="最后一天"),
        pytest.param("2026-05-01", "超期 1 天", id="次日超期"),
    ],
)
def test_the_list_is_due_on_the_thirtieth_of_april(world: World, today, words):
    world.now = at(today)
    assert words in text(client(world.cast.justice).get("/inspections/subjects/"))


class Api:
    """One identity's bearer token."""

    def __init__(self, identity: Identity, now):
        account = Account.objects.get(username=identity.account)
        expires = now + timedelta(days=900)
        token = issue_token(account=account, identity=identity, name="试", scope="write", expires_at=expires, now=now)
        self.client, self.headers = Client(), {"Authorization": f"Bearer {token}"}

    def get(self, path):
        return self.client.get(f"/api/v1/{path}", headers=self.headers)

    def post(self, path, told):
        return self.client.post(f"/api/v1/{path}", told, content_type="application/json", headers=self.headers)


def test_the_api_plans_approves_and_reads(world: World):
    captain, head = Api(world.cast.captain, timezone.now()), Api(world.cast.ji, timezone.now())
    day = timezone.localdate() + timedelta(days=3)
    share = {"body": "town-lianshan", "items": ["ny-1"], "officers": ["o-jia", "o-yi"]}
    told = {"id": str(fresh()), "party": "p-firm", "town": LIANSHAN, "reason": "计划", "shares": [share]}
    told |= {"starts_at": f"{day}T09:30:00+08:00", "ends_at": f"{day}T10:30:00+08:00"}
    refused = captain.post("inspections", told)
    assert (refused.status_code, refused.json()["code"]) == (409, "annual-cap-unknown-农业")
    told["facts"] = {"answers": CAPS}
    made = captain.post("inspections", told)
    assert (made.status_code, captain.post("inspections", told).status_code) == (201, 200)
    code, part = made.json()["code"], made.json()["parts"][0]["dossier"]
    later = {"id": str(fresh()), "starts_at": f"{day}T14:00:00+08:00", "ends_at": f"{day}T15:00:00+08:00"}
    assert captain.post(f"inspections/{code}/plan", {**later, "answers": CAPS}).status_code == 200
    act = {"id": str(fresh()), "kind": "approve_inspection", "parts": [part]}
    act["facts"] = {"opinion": "同意", "answers": CAPS}
    done = head.post(f"inspections/{code}/acts", act)
    assert (done.status_code, done.json()[0]["stage"]) == (201, "approved")
    assert head.post(f"inspections/{code}/acts", act).status_code == 200
    assert [one["code"] for one in head.get("inspections").json()] == [code]
    assert head.get(f"inspections/{code}").json()["parts"][0]["stage"] == "approved"
    stranger = Api(world.cast.wu, timezone.now())
    assert stranger.get(f"inspections/{code}").status_code == 404 and stranger.get("inspections").json() == []


def test_only_an_officer_is_offered_the_recheck(world: World):
    visit = world.recorded()
    world.do(world.cast.captain, visit, "order_inspected", f"{DAY} 11:00", demand="补齐台账", correct_by="2026-06-10")
    assert "安排复查" in text(client(world.cast.captain).get(f"/inspections/{visit.pk}/"))
    assert "安排复查" not in text(client(world.cast.justice).get(f"/inspections/{visit.pk}/"))
