"""检查 From the plan to the result: joint visits, orders, re-checks, leads, urgent ones."""

from dataclasses import replace

import pytest
from tests.cast import LIANSHAN, at, fresh

from yizhi.desk.inspections import actions, queries
from yizhi.desk.inspections.models import Visit
from yizhi.desk.inspections.replay import differences
from yizhi.desk.inspections.shapes import Change, Plan
from yizhi.desk.inspections.tests.world import BUREAU, CAPS, DAY, TOWN, World, build, codes, with_
from yizhi.desk.leads.models import Lead
from yizhi.desk.papers.models import Paper
from yizhi.desk.record.models import Entry
from yizhi.rules.refusal import Absent


@pytest.fixture
def world(db: None) -> World:
    return build()


def test_one_visit_of_two_bodies_has_papers_in_two_names(world: World):
    visit = world.recorded(TOWN, BUREAU)
    papers = {(paper.body_id, paper.name) for paper in Paper.objects.all()}
    names = ("行政检查审批表", "行政检查通知书", "现场检查笔录")
    assert papers == {(body, name) for body in ("town-lianshan", "dept-cg") for name in names}
    assert {part.stage for part in visit.parts.all()} == {"recorded"}
    notice = Paper.objects.get(body="dept-cg", kind="inspection-notice")
    assert notice.data["facts"]["joint_bodies"] == "市综合执法局、连山镇"
    assert notice.data["facts"]["visit_code"] == visit.pk
    assert not list(differences(now=world.now))


@pytest.mark.parametrize("hour", ["06:30", "09:30"], ids=["清早，世界时还是前一天", "上午"])
def test_a_visit_is_of_its_local_day(world: World, hour: str):
    visit = world.plan(TOWN, starts_at=at(f"{DAY} {hour}"))
    part = queries.part(world.cast.captain, visit.parts.get().pk)
    assert str(queries.ground_of(part).act_day) == DAY


def test_a_joint_visit_counts_once(world: World):
    world.recorded(TOWN, BUREAU)
    from_now = world.plan(TOWN, starts_at=at("2026-07-20 09:30"), ends_at=at("2026-07-20 10:30"))
    told = Entry.objects.get(dossier=from_now.parts.get().pk)
    assert told.facts["times_this_year"] == 2


def test_nothing_found_ends_one_part_and_a_lead_the_other(world: World):
    visit = world.recorded(TOWN, BUREAU)
    captain = world.cast.captain
    world.do(captain, visit, "find_nothing", f"{DAY} 11:00", parts=("dept-cg",))
    world.do(captain, visit, "hand_over_lead", f"{DAY} 11:00", parts=("town-lianshan",))
    lead = Lead.objects.get()
    part = visit.parts.get(body="town-lianshan")
    assert (part.stage, part.lead, part.result) == ("finished", lead.pk, "lead")
    assert (lead.words, lead.item_id, lead.party_id, lead.source) == ("台账缺五月的", "ny-1", "p-firm", "inspection")
    assert str(lead.act_day) == DAY
    assert not list(differences(now=world.now))


def test_a_lead_needs_a_record_and_is_opened_once(world: World):
    visit = world.approved()
    assert codes(world.do, world.cast.captain, visit, "hand_over_lead") == ["act-missing"]
    assert not Lead.objects.exists()


def test_an_order_is_closed_by_the_recheck_which_is_a_visit(world: World):
    visit = world.recorded()
    captain, ji = world.cast.captain, world.cast.ji
    world.do(captain, visit, "order_inspected", f"{DAY} 11:00", demand="补齐台账", correct_by="2026-06-10")
    first = visit.parts.get()
    assert (first.stage, str(first.correct_by)) == ("correcting", "2026-06-10")
    again = world.plan(
        TOWN, kind="case", recheck_of=first.pk, starts_at=at("2026-06-11 09:00"), ends_at=at("2026-06-11 10:00")
    )
    world.do(ji, again, "approve_inspection", opinion="同意", answers=CAPS)
    world.do(captain, again, "notify_inspection", "2026-06-11 09:00", recipient="店长")
    world.do(captain, again, "begin_inspection", "2026-06-11 09:05", credentials_shown=True, rights_told=True)
    facts = {"started_at": "2026-06-11T09:05", "ended_at": "2026-06-11T09:20", "findings": "台账已补齐"}
    world.do(captain, again, "record_inspection", "2026-06-11 09:30", **facts)
    world.do(captain, again, "find_nothing", "2026-06-11 09:31")
    first.refresh_from_db()
    assert (first.stage, first.result, first.ended) == ("finished", "corrected", True)
    told = Entry.objects.filter(dossier=first.pk).latest("seq")
    assert told.facts["recheck_dossier"] == again.parts.get().pk and told.facts["corrected_how"] == "台账已补齐"
    third = world.plan(TOWN, starts_at=at("2026-08-11 09:00"), ends_at=at("2026-08-11 10:00"))
    assert Entry.objects.get(dossier=third.parts.get().pk).facts["times_this_year"] == 3


def test_an_order_is_closed_by_what_the_shop_sent(world: World):
    visit = world.recorded()
    captain = world.cast.captain
    world.do(captain, visit, "order_inspected", f"{DAY} 11:00", demand="补齐台账", correct_by="2026-06-10")
    facts = {"corrected_by_way": "materials", "corrected_how": "照片里台账齐了"}
    world.do(captain, visit, "confirm_correction", "2026-06-08 09:00", corrected=False, **facts)
    assert visit.parts.get().stage == "correcting"
    world.do(captain, visit, "confirm_correction", "2026-06-09 09:00", corrected=True, **facts)
    assert visit.parts.get().stage == "finished"


def test_nobody_says_that_a_recheck_was_made_which_nobody_planned(world: World):
    visit = world.recorded()
    captain = world.cast.captain
    world.do(captain, visit, "order_inspected", f"{DAY} 11:00", demand="补齐台账", correct_by="2026-06-10")
    facts = {
        "corrected": True,
        "corrected_by_way": "on_site",
        "corrected_how": "看过了",
        "recheck_dossier": "没有这一件",
    }
    refused = codes(world.do, captain, visit, "confirm_correction", "2026-06-09 09:00", **facts)
    assert refused == ["recheck-without-visit"]


def test_an_order_needs_a_day_to_come(world: World):
    visit = world.recorded()
    told = {"demand": "补齐台账", "correct_by": DAY}
    assert codes(world.do, world.cast.captain, visit, "order_inspected", f"{DAY} 11:00", **told) == [
        "correct-by-passed"
    ]


def test_the_head_of_the_body_approves_its_own_part(world: World):
    visit = world.plan(TOWN, BUREAU)
    assert "role-not-allowed" in codes(world.do, world.cast.captain, visit, "approve_inspection", opinion="同意")
    assert codes(world.do, world.head, visit, "approve_inspection", parts=("town-lianshan",), opinion="同意") == [
        "not-found"
    ]
    world.do(world.head, visit, "approve_inspection", parts=("dept-cg",), opinion="同意", answers=CAPS)
    assert {part.body_id: part.stage for part in visit.parts.all()} == {
        "dept-cg": "approved",
        "town-lianshan": "planned",
    }


def test_nobody_goes_before_approval_or_without_notice_or_on_another_day(world: World):
    visit = world.plan(TOWN)
    captain, told = world.cast.captain, {"credentials_shown": True, "rights_told": True}
    assert "act-out-of-order" in codes(world.do, captain, visit, "begin_inspection", f"{DAY} 09:30", **told)
    world.do(world.cast.ji, visit, "approve_inspection", opinion="同意", answers=CAPS)
    assert "act-missing" in codes(world.do, captain, visit, "begin_inspection", f"{DAY} 09:30", **told)
    world.do(captain, visit, "notify_inspection", f"{DAY} 09:30", recipient="店长")
    assert codes(world.do, captain, visit, "begin_inspection", "2026-06-04 09:30", **told) == [
        "inspection-on-other-day"
    ]


def urgent(world: World) -> Visit:
    facts = {
        "inspection_urgent_reason": "有人中毒",
        "urgency_told_to": "己，9:20 电话",
        "credentials_shown": True,
        "rights_told": True,
        "recipient": "店长",
    }
    wanted = Plan(
        party="p-firm",
        town=LIANSHAN,
        starts_at=at(f"{DAY} 09:30"),
        ends_at=at(f"{DAY} 10:30"),
        kind="case",
        reason="群众举报",
        shares=(TOWN,),
        facts=facts,
    )
    now = world.now = at(f"{DAY} 09:40")
    return actions.plan(world.cast.captain, wanted, id=fresh(), done_at=now, now=now, kind="inspect_urgently")


def test_an_urgent_inspection_is_approved_afterwards_before_it_is_closed(world: World):
    visit = urgent(world)
    part = visit.parts.get()
    assert (part.stage, part.unapproved, part.ended) == ("on_site", True, False)
    assert Paper.objects.filter(kind="inspection-notice").count() == 1
    captain = world.cast.captain
    facts = {"started_at": f"{DAY}T09:40", "ended_at": f"{DAY}T10:20", "findings": "没有发现问题"}
    world.do(captain, visit, "record_inspection", f"{DAY} 10:30", **facts)
    assert codes(world.do, captain, visit, "find_nothing", f"{DAY} 10:40") == ["inspection-approval-missing"]
    world.do(world.cast.ji, visit, "make_up_approval", f"{DAY} 11:00", opinion="同意补办")
    world.do(captain, visit, "find_nothing", f"{DAY} 11:10")
    part.refresh_from_db()
    assert (part.stage, part.unapproved, part.ended) == ("finished", False, True)
    assert not list(differences(now=world.now))


def test_an_urgent_lead_is_not_held_up_but_stays_open_until_approved(world: World):
    visit = urgent(world)
    captain = world.cast.captain
    facts = {"started_at": f"{DAY}T09:40", "ended_at": f"{DAY}T10:20", "findings": "有毒"}
    world.do(captain, visit, "record_inspection", f"{DAY} 10:30", **facts)
    world.do(captain, visit, "hand_over_lead", f"{DAY} 10:40")
    assert not visit.parts.get().ended
    assert codes(world.do, captain, visit, "archive_inspection", f"{DAY} 10:50") == ["inspection-approval-missing"]


def test_a_second_plan_for_the_same_shop_is_offered_to_join_the_first(world: World):
    first = world.plan(TOWN)
    assert codes(world.plan, BUREAU, facts={}) == ["visit-could-be-joined", "annual-cap-unknown-城市管理"][::-1]
    world.plan(BUREAU, join=first.pk)
    assert sorted(first.parts.values_list("body", flat=True)) == ["dept-cg", "town-lianshan"]
    assert Visit.objects.count() == 1
    assert codes(world.plan, BUREAU, join=first.pk) == ["already-in-visit"]
    assert codes(world.plan, BUREAU, join="NOSUCH00") == ["visit-not-joinable"]


def test_nobody_moves_the_part_of_a_body_that_is_not_theirs_to_see(world: World):
    visit = world.plan(TOWN, BUREAU)
    change = Change(starts_at=at("2026-06-05 14:00"), ends_at=at("2026-06-05 15:00"), answers=CAPS)
    told = {"id": fresh(), "done_at": world.now, "now": world.now}
    assert codes(actions.replan, world.cast.jia, visit.pk, change, **told) == ["visit-of-others"]
    visit.refresh_from_db()
    assert visit.starts_at == at(f"{DAY} 09:30")


def test_everything_in_the_way_of_any_part_is_told_at_once(world: World):
    asked = codes(world.plan, TOWN, with_(BUREAU, officers=["o-posted"]), facts={})
    assert {"annual-cap-unknown-农业", "annual-cap-unknown-城市管理", "officers-too-few"} <= set(asked)
    assert not Visit.objects.exists() and not Entry.objects.exists()


def test_a_visit_apart_says_why(world: World):
    world.plan(TOWN)
    why = {**CAPS, "visit-could-be-joined": "要夜间监测，不能同时去"}
    assert world.plan(BUREAU, facts={"answers": why})
    assert Visit.objects.count() == 2


@pytest.mark.parametrize(
    ("day", "joinable"),
    [pytest.param("2026-07-03", True, id="第三十日"), pytest.param("2026-07-04", False, id="第三十一日")],
)
def test_what_is_planned_within_thirty_days_could_be_joined(world: World, day, joinable):
    world.plan(TOWN)
    span = {"starts_at": at(f"{day} 09:30"), "ends_at": at(f"{day} 10:30")}
    if joinable:
        assert codes(world.plan, BUREAU, **span) == ["visit-could-be-joined"]
    else:
        assert world.plan(BUREAU, **span)


def test_a_change_is_approved_anew_and_moves_everybody(world: World):
    visit = world.approved(TOWN, BUREAU)
    change = Change(starts_at=at("2026-06-05 14:00"), ends_at=at("2026-06-05 15:00"), answers=CAPS)
    told = {"id": fresh(), "done_at": world.now, "now": world.now}
    visit = actions.replan(world.cast.captain, visit.pk, change, **told)
    assert {part.stage for part in visit.parts.all()} == {"planned"}
    assert not list(differences(now=world.now))
    world.do(world.cast.ji, visit, "approve_inspection", parts=("town-lianshan",), opinion="同意", answers=CAPS)
    world.do(world.cast.captain, visit, "notify_inspection", parts=("town-lianshan",), recipient="店长")
    told = {"id": fresh(), "done_at": world.now, "now": world.now}
    assert codes(actions.replan, world.cast.captain, visit.pk, change, **told) == ["visit-begun"]


def test_the_same_plan_told_twice_is_written_once(world: World):
    wanted = Plan(
        party="p-firm",
        town=LIANSHAN,
        starts_at=at(f"{DAY} 09:30"),
        ends_at=at(f"{DAY} 10:30"),
        reason="计划",
        shares=(TOWN, BUREAU),
        facts={"answers": CAPS},
    )
    told = {"id": fresh(), "done_at": world.now, "now": world.now}
    first = actions.plan(world.cast.captain, wanted, **told)
    assert actions.plan(world.cast.captain, wanted, **told).pk == first.pk
    assert Visit.objects.count() == 1 and Entry.objects.filter(kind="plan_inspection").count() == 2
    other = replace(wanted, reason="别的")
    assert codes(actions.plan, world.cast.captain, other, **told) == ["entry-conflict"]
    fewer = replace(wanted, shares=(with_(TOWN, items=["cg-1"]), BUREAU))
    assert codes(actions.plan, world.cast.captain, fewer, **told) == ["entry-conflict"]


def test_a_visit_is_seen_by_who_sees_a_part(world: World):
    visit = world.plan(TOWN, BUREAU)
    assert queries.visit(world.cast.jia, visit.pk) == visit
    assert queries.visit(world.head, visit.pk) == visit
    for stranger in (world.cast.wu, world.cast.administrator):
        with pytest.raises(Absent):
            queries.visit(stranger, visit.pk)
    part = visit.parts.get(body="dept-cg")
    with pytest.raises(Absent):
        queries.part(world.cast.jia, part.pk)


def test_a_withdrawn_visit_goes_into_the_archive(world: World):
    visit = world.approved()
    world.do(world.cast.captain, visit, "withdraw_inspection", reason="停业")
    assert visit.parts.get().ended
    world.do(world.cast.captain, visit, "archive_inspection")
    assert "case-archived" in codes(world.do, world.cast.captain, visit, "archive_inspection")
