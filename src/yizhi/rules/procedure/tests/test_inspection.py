"""行政检查 The rules of an inspection at their turning points: who, what, where, how often, approved or not."""

from dataclasses import replace
from datetime import date

import pytest

from yizhi.rules.procedure import Circumstances
from yizhi.rules.procedure.inspection import INSPECTION
from yizhi.rules.procedure.tests.case_file import CaseFile, only
from yizhi.rules.procedure.visiting import Counted, Standing, Visiting
from yizhi.rules.refusal import Reason

DAY = date(2026, 6, 3)
KNOWN = Visiting(
    day=DAY,
    planned=DAY,
    body="连山镇人民政府",
    town_body=True,
    standing=Standing(date(2026, 4, 20), "司法局", True),
    counted=(Counted("农业", 0, 2),),
)
PLAN = {
    "inspection_kind": "daily",
    "inspection_reason": "年度计划",
    "inspection_items": "对农资经营的检查",
    "inspect_from": "2026-06-03T09:30",
    "inspect_until": "2026-06-03T10:30",
    "handlers": ["甲", "乙"],
    "place_text": "示意路",
    "times_this_year": 1,
}


@pytest.fixture
def empty(circumstances: Circumstances) -> CaseFile:
    return CaseFile(INSPECTION, replace(circumstances, visiting=KNOWN))


def planned(empty: CaseFile, **known) -> list[str]:
    file = empty.with_(visiting=replace(KNOWN, **known))
    return file.try_("plan_inspection", "2026-06-01T09:00", **PLAN)


def test_a_plan_that_has_everything(empty: CaseFile):
    assert planned(empty) == []


CERTIFICATE = Reason("certificate-expired", "乙的执法证已经到期。", "行政处罚法 第42条", "note")
TOO_FEW = Reason("officers-too-few", "只有一人。", "行政处罚法 第42条", "stop")


@pytest.mark.parametrize(
    ("known", "codes"),
    [
        pytest.param({"standing": None}, ["inspection-subject-missing"], id="没有确认主体资格"),
        pytest.param(
            {"standing": Standing(date(2026, 6, 4), "司法局", True)},
            ["inspection-subject-missing"],
            id="检查次日才公告",
        ),
        pytest.param({"standing": Standing(DAY, "司法局", True)}, [], id="检查当日公告"),
        pytest.param(
            {"standing": Standing(DAY, "某局", False)}, ["inspection-subject-not-by-justice"], id="镇的资格不是司法确认"
        ),
        pytest.param({"standing": Standing(DAY, "某局", False), "town_body": False}, [], id="部门的资格由别人汇总"),
        pytest.param({"unpublished": ("某事项",)}, ["inspection-item-unpublished"], id="事项没有公布"),
        pytest.param({"outside": "小汉镇"}, ["inspection-outside-territory"], id="异地"),
        pytest.param({"powers": (CERTIFICATE,)}, ["inspector-unqualified"], id="第三个人证件到期，另有两人够数"),
        pytest.param({"powers": (TOO_FEW,)}, ["officers-too-few"], id="算数的只有一人"),
        pytest.param({"elsewhere": ("6月5日，市综合执法局",)}, ["visit-could-be-joined"], id="已有安排"),
        pytest.param({"counted": (Counted("农业", 1, 2),)}, [], id="上限两次，查过一次"),
        pytest.param({"counted": (Counted("农业", 2, 2),)}, ["annual-cap-reached-农业"], id="上限两次，查过两次"),
        pytest.param({"counted": (Counted("农业", 0),)}, ["annual-cap-unknown-农业"], id="没有录入上限"),
    ],
)
def test_what_stands_in_the_way_of_a_plan(empty: CaseFile, known, codes):
    assert planned(empty, **known) == codes


@pytest.mark.parametrize(
    ("kind", "sure", "severity"),
    [
        pytest.param("daily", True, "stop", id="日常检查，上限已核实"),
        pytest.param("daily", False, "ask", id="日常检查，上限未核实"),
        pytest.param("case", True, "ask", id="举报引起的，算不算由主管部门定"),
        pytest.param("special", True, "ask", id="专项的，上级部署的除外"),
    ],
)
def test_only_a_daily_check_beyond_a_sure_cap_is_stopped(empty: CaseFile, kind, sure, severity):
    file = empty.with_(visiting=replace(KNOWN, counted=(Counted("农业", 2, 2, sure),)))
    told = {**PLAN, "inspection_kind": kind}
    assert only(file, "plan_inspection", "2026-06-01T09:00", "annual-cap-reached-农业", **told).severity == severity


def test_a_plan_names_its_items(empty: CaseFile):
    told = {key: value for key, value in PLAN.items() if key != "inspection_items"}
    assert "inspection-items-missing" in empty.try_("plan_inspection", "2026-06-01T09:00", **told)


def test_an_answer_stays_with_the_plan_and_the_head_answers_again(empty: CaseFile):
    file = empty.with_(visiting=replace(KNOWN, counted=(Counted("农业", 0),)))
    why = {"answers": {"annual-cap-unknown-农业": "没有公布"}}
    file.do("plan_inspection", "2026-06-01T09:00", **PLAN, **why)
    assert file.try_("approve_inspection", "2026-06-02T09:00", opinion="同意") == ["annual-cap-unknown-农业"]
    file.do("approve_inspection", "2026-06-02T09:00", opinion="同意", **why)


def approved(empty: CaseFile) -> CaseFile:
    file = empty.do("plan_inspection", "2026-06-01T09:00", **PLAN)
    return file.do("approve_inspection", "2026-06-02T09:00", opinion="同意")


GOING = {"credentials_shown": True, "rights_told": True}


def test_nobody_goes_without_approval_and_notice(empty: CaseFile):
    told = {"recipient": "店长", "visit_code": "4K7Q2MPX"}
    file = empty.do("plan_inspection", "2026-06-01T09:00", **PLAN)
    assert "act-missing" in file.try_("notify_inspection", "2026-06-03T09:00", **told)
    assert "act-missing" in file.try_("begin_inspection", "2026-06-03T09:30", **GOING)
    file.do("approve_inspection", "2026-06-02T09:00", opinion="同意")
    assert "act-missing" in file.try_("begin_inspection", "2026-06-03T09:30", **GOING)
    file.do("notify_inspection", "2026-06-03T09:00", **told)
    assert file.try_("begin_inspection", "2026-06-04T09:30", **GOING) == ["inspection-on-other-day"]
    assert file.try_("begin_inspection", "2026-06-03T09:30", officers=("甲",), **GOING) == ["officers-too-few"]
    assert file.try_("begin_inspection", "2026-06-03T09:30", **{**GOING, "credentials_shown": False}) == [
        "credentials-not-shown"
    ]
    file.do("begin_inspection", "2026-06-03T09:30", **GOING)


def test_a_change_is_approved_anew(empty: CaseFile):
    file = approved(empty).do("plan_inspection", "2026-06-02T10:00", **{**PLAN, "inspection_reason": "改期"})
    assert file.state.stage == "planned"
    assert file.do("approve_inspection", "2026-06-02T11:00", opinion="同意").state.stage == "approved"


def test_an_urgent_inspection_is_closed_only_after_its_approval(empty: CaseFile):
    told = {"inspection_urgent_reason": "中毒", "urgency_told_to": "己", "visit_code": "4K7Q2MPX", **PLAN, **GOING}
    file = empty.do("inspect_urgently", "2026-06-03T09:30", **told)
    facts = {"started_at": "2026-06-03T09:30", "ended_at": "2026-06-03T10:00", "findings": "没有问题"}
    file.do("record_inspection", "2026-06-03T10:10", **facts)
    assert file.try_("find_nothing", "2026-06-03T10:20") == ["inspection-approval-missing"]
    file.do("make_up_approval", "2026-06-03T15:00", opinion="同意补办")
    file.do("find_nothing", "2026-06-03T15:10").do("archive_inspection", "2026-06-04T09:00")


@pytest.mark.parametrize(
    ("by", "codes"),
    [pytest.param("2026-06-03", ["correct-by-passed"], id="当日"), pytest.param("2026-06-04", [], id="次日")],
)
def test_time_to_correct(empty: CaseFile, by, codes):
    file = approved(empty).do("notify_inspection", "2026-06-03T09:00", recipient="店长", visit_code="4K7Q2MPX")
    file.do("begin_inspection", "2026-06-03T09:30", **GOING)
    facts = {"started_at": "2026-06-03T09:30", "ended_at": "2026-06-03T10:00", "findings": "缺台账"}
    file.do("record_inspection", "2026-06-03T10:10", **facts)
    assert file.try_("order_inspected", "2026-06-03T10:20", demand="补齐", correct_by=by) == codes


def notified(empty: CaseFile) -> CaseFile:
    return approved(empty).do("notify_inspection", "2026-06-03T09:00", recipient="店长", visit_code="4K7Q2MPX")


@pytest.mark.parametrize(
    ("counted", "codes"),
    [
        pytest.param(Counted("农业", 1, 2), [], id="上限两次，到场前一次"),
        pytest.param(Counted("农业", 2, 2), ["annual-cap-reached-农业"], id="批准以后又查过，到场前已经两次"),
    ],
)
def test_the_visits_are_counted_again_at_the_door(empty: CaseFile, counted, codes):
    file = notified(empty).with_(visiting=replace(KNOWN, counted=(counted,)))
    assert file.try_("begin_inspection", "2026-06-03T09:30", **GOING) == codes


def test_what_was_answered_about_the_cap_is_not_asked_again_at_the_door(empty: CaseFile):
    file = empty.with_(visiting=replace(KNOWN, counted=(Counted("农业", 0),)))
    why = {"answers": {"annual-cap-unknown-农业": "没有公布"}}
    file.do("plan_inspection", "2026-06-01T09:00", **PLAN, **why)
    file.do("approve_inspection", "2026-06-02T09:00", opinion="同意", **why)
    file.do("notify_inspection", "2026-06-03T09:00", recipient="店长", visit_code="4K7Q2MPX")
    file.do("begin_inspection", "2026-06-03T09:30", **GOING)


RECORD = {"started_at": "2026-06-03T09:30", "ended_at": "2026-06-03T10:00", "findings": "缺台账"}


def test_nobody_without_a_certificate_makes_the_record(empty: CaseFile):
    file = notified(empty).do("begin_inspection", "2026-06-03T09:30", **GOING)
    third = file.with_(visiting=replace(KNOWN, powers=(CERTIFICATE,)))
    assert third.try_("record_inspection", "2026-06-03T10:10", **RECORD) == ["inspector-unqualified"]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        pytest.param({"corrected_by_way": "on_site"}, ["recheck-without-visit"], id="到现场，没有复查的检查"),
        pytest.param({"corrected_by_way": "on_site", "recheck_dossier": "JC1"}, [], id="到现场，另有复查的检查"),
        pytest.param({"corrected_by_way": "materials"}, [], id="看材料"),
    ],
)
def test_a_look_on_the_spot_is_a_visit_of_its_own(empty: CaseFile, told, codes):
    file = notified(empty).do("begin_inspection", "2026-06-03T09:30", **GOING)
    file.do("record_inspection", "2026-06-03T10:10", **RECORD)
    file.do("order_inspected", "2026-06-03T10:20", demand="补齐", correct_by="2026-06-10")
    facts = {"corrected": True, "corrected_how": "台账齐了", **told}
    assert file.try_("confirm_correction", "2026-06-09T09:00", **facts) == codes


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"inspect_from": "2026-06-05T09:30"}, id="另一天"),
        pytest.param({"handlers": ["甲", "丙"]}, id="另一些人"),
        pytest.param({"inspection_kind": "case"}, id="另一种检查"),
    ],
)
def test_what_is_approved_and_notified_is_what_was_planned(empty: CaseFile, other):
    file = empty.do("plan_inspection", "2026-06-01T09:00", **PLAN)
    assert file.try_("approve_inspection", "2026-06-02T09:00", opinion="同意", **other) == ["plan-differs"]
    file.do("approve_inspection", "2026-06-02T09:00", opinion="同意")
    told = {"recipient": "店长", "visit_code": "4K7Q2MPX"}
    assert file.try_("notify_inspection", "2026-06-03T09:00", **told, **other) == ["plan-differs"]
