"""不能检查 The body, the items, the people, the place, the names: what stands in the way of a plan."""

import pytest
from tests.cast import LIANSHAN, XIAOHAN, at, fresh

from yizhi.desk.bodies.models import Body
from yizhi.desk.inspections import actions, keeping
from yizhi.desk.inspections.knowing import around
from yizhi.desk.inspections.models import InspectionSubject, Visit
from yizhi.desk.inspections.shapes import Plan
from yizhi.desk.inspections.tests.world import BUREAU, DAY, TOWN, World, build, codes, confirm, publish, with_
from yizhi.desk.people.models import Certificate
from yizhi.desk.places.models import Town
from yizhi.desk.record.models import Dossier
from yizhi.rules.refusal import Refusal


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.mark.parametrize(
    ("share", "code"),
    [
        pytest.param(with_(TOWN, items=["cg-1"]), "inspection-item-unpublished", id="事项没有公布"),
        pytest.param(with_(TOWN, officers=["o-jia"]), "officers-too-few", id="只去一个人"),
        pytest.param(with_(TOWN, officers=["o-jia", "o-yi", "o-wu"]), "inspector-unqualified", id="第三个人是别镇的"),
        pytest.param(with_(TOWN, items=["cg-9"]), "deciding-body-differs", id="别的机关的事项"),
    ],
)
def test_a_plan_is_refused(world: World, share, code):
    assert code in codes(world.plan, share)
    assert not Visit.objects.exists() and not Dossier.objects.exists()


def test_no_plan_in_a_name_that_is_not_one_s_own(world: World):
    assert codes(world.plan, BUREAU, who=world.cast.jia) == ["inspection-not-yours"]
    assert codes(world.plan, TOWN, who=world.cast.wu) == ["not-found"]
    assert codes(world.plan, TOWN, who=world.cast.ji) == ["inspection-not-yours"]


@pytest.mark.parametrize(
    ("until", "refused"),
    [pytest.param("2026-06-03", True, id="检查那天已经到期"), pytest.param("2026-06-04", False, id="检查次日才到期")],
)
def test_a_certificate_holds_on_the_day_of_the_visit(world: World, until, refused):
    Certificate.objects.filter(officer="o-yi").update(valid_to=at(until).date())
    if refused:
        assert {"inspector-unqualified", "officers-too-few"} <= set(codes(world.plan, TOWN))
    else:
        assert world.plan(TOWN).parts.get().stage == "planned"


def test_a_certificate_that_ended_since_keeps_the_officer_out_at_the_door(world: World):
    visit = world.approved()
    world.do(world.cast.captain, visit, "notify_inspection", f"{DAY} 09:30", recipient="店长")
    Certificate.objects.filter(officer="o-yi").update(valid_to=at(DAY).date())
    told = {"credentials_shown": True, "rights_told": True}
    assert "inspector-unqualified" in codes(
        world.do, world.cast.captain, visit, "begin_inspection", f"{DAY} 09:35", **told
    )


@pytest.mark.parametrize(
    ("day", "refused"),
    [pytest.param("2026-06-02", True, id="公告前一日"), pytest.param("2026-06-03", False, id="公告当日")],
)
def test_a_subject_holds_from_its_announcement(world: World, day, refused):
    InspectionSubject.objects.filter(body="town-lianshan").update(valid_from=at("2026-06-03").date())
    span = {"starts_at": at(f"{day} 09:30"), "ends_at": at(f"{day} 10:30")}
    if refused:
        assert codes(world.plan, TOWN, **span) == ["inspection-subject-missing"]
    else:
        assert world.plan(TOWN, **span)


def test_a_town_is_confirmed_by_the_justice_office_only(world: World):
    with pytest.raises(Refusal) as refused:
        confirm(world.cast, "town-xiaohan", confirmed_by="dept-cg")
    assert refused.value.first.code == "subject-not-by-justice"
    InspectionSubject.objects.filter(body="town-lianshan").update(by_justice=False)
    assert codes(world.plan, TOWN) == ["inspection-subject-not-by-justice"]


def test_a_subject_is_entered_by_the_justice_office(world: World):
    told = {"confirmed_by": "gov", "announcement": "公告", "now": world.now}
    days = {"confirmed_on": at("2026-05-01").date(), "announced_on": at("2026-05-02").date()}
    assert codes(keeping.confirm_subject, world.cast.ji, "town-xiaohan", **told, **days) == ["subject-not-yours"]
    days = {"confirmed_on": at("2026-05-03").date(), "announced_on": at("2026-05-02").date()}
    assert codes(keeping.confirm_subject, world.cast.justice, "town-xiaohan", **told, **days) == [
        "announced-before-confirmed"
    ]
    days = {"confirmed_on": at("2026-05-01").date(), "announced_on": at("2026-05-02").date()}
    assert codes(keeping.confirm_subject, world.cast.justice, "dept-cg", **told, **days) == ["subject-known"]


@pytest.mark.parametrize(
    ("day", "refused"),
    [pytest.param("2026-06-02", True, id="公布前一日"), pytest.param("2026-06-03", False, id="公布当日")],
)
def test_an_item_may_be_inspected_from_its_publication(world: World, day, refused):
    publish(world.cast, "cg-1", on="2026-06-03")
    span = {"starts_at": at(f"{day} 09:30"), "ends_at": at(f"{day} 10:30")}
    share = with_(TOWN, items=["cg-1"])
    if refused:
        assert codes(world.plan, share, **span) == ["inspection-item-unpublished"]
    else:
        assert world.plan(share, **span)


@pytest.mark.parametrize(
    ("body", "town", "outside"),
    [
        pytest.param("town-lianshan", LIANSHAN, "", id="本镇"),
        pytest.param("town-lianshan", XIAOHAN, "小汉镇", id="镇去邻镇"),
        pytest.param("dept-cg", XIAOHAN, "", id="县级部门在本县"),
    ],
)
def test_the_place_lies_in_the_body_s_territory(world: World, body, town, outside):
    day = at(DAY).date()
    who = {"body": Body.objects.get(pk=body), "town": Town.objects.get(pk=town), "items": [], "officers": []}
    assert around(**who, party="p-firm", day=day, planned=day).outside == outside


def test_who_does_not_show_the_certificate_does_not_inspect(world: World):
    visit = world.approved()
    world.do(world.cast.captain, visit, "notify_inspection", f"{DAY} 09:30", recipient="店长")
    told = {"credentials_shown": False, "rights_told": True}
    assert codes(world.do, world.cast.captain, visit, "begin_inspection", f"{DAY} 09:35", **told) == [
        "credentials-not-shown"
    ]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        pytest.param({"party": "p-ding"}, "inspection-of-a-person", id="自然人"),
        pytest.param({"party": "p-nobody"}, "not-found", id="没有这一家"),
        pytest.param({"town": "000"}, "bad-input", id="没有这个镇"),
        pytest.param({"village": f"{XIAOHAN}201"}, "bad-input", id="别镇的村"),
        pytest.param({"kind": "surprise"}, "bad-input", id="没有这种检查"),
        pytest.param({"starts_at": None}, "bad-input", id="没有时间"),
        pytest.param({"ends_at": at("2026-05-03 10:00")}, "bad-input", id="时间已经过去"),
        pytest.param({"ends_at": at(f"{DAY} 09:30")}, "inspection-times", id="结束不晚于开始"),
        pytest.param({"ends_at": at("2026-06-04 09:31")}, "inspection-times", id="跨了一天"),
        pytest.param({"reason": ""}, "fields-missing", id="没有写依据和理由"),
    ],
)
def test_what_a_plan_names_is_looked_up(world: World, more, code):
    assert codes(world.plan, TOWN, **more) == [code]


def test_a_plan_needs_somebody_s_items(world: World):
    wanted = {"party": "p-firm", "town": LIANSHAN, "starts_at": at(f"{DAY} 09:30"), "ends_at": at(f"{DAY} 10:30")}
    told = {"id": fresh(), "done_at": world.now, "now": world.now}
    assert codes(actions.plan, world.cast.captain, Plan(**wanted), **told) == ["inspection-items-missing"]
    assert codes(world.plan, with_(TOWN, items=["nothing"])) == ["inspection-items-missing"]
    assert codes(world.plan, TOWN, TOWN) == ["bad-input"]


def test_a_list_is_reported_once_a_year_by_the_body_or_the_justice_office(world: World):
    told = {"reported_on": at("2026-04-28").date(), "letter": "", "now": world.now}
    assert codes(keeping.report_subjects, world.cast.jia, "town-lianshan", 2026, **told) == ["report-not-yours"]
    assert codes(keeping.report_subjects, world.cast.ji, "dept-cg", 2026, **told) == ["report-not-yours"]
    keeping.report_subjects(world.cast.ji, "town-lianshan", 2026, **told)
    keeping.report_subjects(world.cast.justice, "dept-cg", 2026, **told)
    assert codes(keeping.report_subjects, world.cast.ji, "town-lianshan", 2026, **told) == ["report-known"]
    late = {**told, "reported_on": at("2026-06-02").date()}
    assert codes(keeping.report_subjects, world.cast.justice, "dept-ny", 2026, **late) == ["in-future"]
