"""谁有权 The place of the deed, detention, and demolition by plan area: who may, and what is asked."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import LEAD, CaseFile, approved, demanded, notified, only, served
from yizhi.rules.procedure.tests.test_enforcing import OWN

TOLD = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "1"}
OPENING = {"handlers": ["甲", "乙"], "grounds": "有初步证据，应受处罚"}
WHY = {"answers": {"place-of-act-elsewhere": "部门规章规定由登记地机关管辖"}}


def assessed(case: CaseFile) -> CaseFile:
    case.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    return case.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="建议立案")


@pytest.mark.parametrize(
    ("here", "facts", "found"),
    [
        pytest.param(True, {}, [], id="发生在辖区"),
        pytest.param(True, {"act_place_elsewhere": False}, [], id="写明在辖区"),
        pytest.param(True, {"act_place_elsewhere": True}, ["place-of-act-elsewhere"], id="发生在外地"),
        pytest.param(False, {}, ["place-of-act-elsewhere"], id="所选的镇不在辖区"),
        pytest.param(False, WHY, [], id="写明另有规定"),
    ],
)
def test_a_case_is_opened_where_the_deed_happened(
    ordinary: CaseFile, here: bool, facts: dict[str, Any], found: list[str]
):
    case = assessed(ordinary.with_(in_territory=here))
    assert case.try_("open_case", "2026-03-04T09:00", **OPENING | facts) == found


def test_why_the_case_is_ours_all_the_same_stays_on_record(ordinary: CaseFile):
    case = assessed(ordinary)
    assert only(case, "open_case", "2026-03-04T09:00", "place-of-act-elsewhere", act_place_elsewhere=True, **OPENING)
    case.do("open_case", "2026-03-04T09:00", **OPENING | WHY, act_place_elsewhere=True)
    assert case.entries[-1].facts["answers"] == WHY["answers"]


@pytest.mark.parametrize(
    ("domain", "kinds", "found"),
    [
        pytest.param("城市管理", ["fine", "detention"], ["liberty-police-only"], id="城管局拟拘留"),
        pytest.param("", ["fine", "detention"], ["liberty-police-only"], id="镇政府拟拘留"),
        pytest.param("公安", ["fine", "detention"], [], id="公安机关拟拘留"),
        pytest.param("城市管理", ["fine"], [], id="只罚款"),
    ],
)
def test_only_the_police_detain(ordinary: CaseFile, domain: str, kinds: list[str], found: list[str]):
    case = approved(ordinary).with_(body_domain=domain)
    assert case.try_("prior_notice", "2026-03-20T11:00", **TOLD, proposed_penalty_kinds=kinds) == found


def test_detention_is_not_decided_either(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00")
    found = case.try_("decide_penalty", "2026-03-25T09:00", penalty_kinds=["fine", "detention"])
    assert "liberty-police-only" in found


@pytest.mark.parametrize(
    ("kind", "facts", "found"),
    [
        pytest.param("town", {"planning_area": ""}, ["planning-area-missing"], id="没有写规划区"),
        pytest.param("town", {"planning_area": "village"}, [], id="村庄规划区，镇政府拆"),
        pytest.param("department", {"planning_area": "village"}, ["village-build-town-own"], id="村庄规划区，部门拆"),
        pytest.param("department", {"planning_area": "urban"}, ["government-order-missing"], id="城镇规划区没有责成"),
        pytest.param("town", {"planning_area": "urban"}, ["government-order-missing"], id="镇政府也要有责成"),
        pytest.param(
            "department", {"planning_area": "urban", "government_order": "示意府〔2026〕1号"}, [], id="政府责成"
        ),
        pytest.param("department", {"planning_area": "other"}, [], id="不按城乡规划法"),
        pytest.param("department", {"planning_area": "", "enforce_way": "restore"}, [], id="不是拆除"),
    ],
)
def test_who_tears_down(ordinary: CaseFile, kind: str, facts: dict[str, Any], found: list[str]):
    case = demanded(served(ordinary.with_(body_kind=kind)), duties_left="拆除砖房")
    told = {"demolish_what": "砖房一间", "demolish_until": "2026-10-19", "published_where": "现场张贴"}
    case.do("announce_demolition", "2026-10-10T09:00", **told)
    proposed = OWN | {"enforce_way": "demolish"} | facts
    assert case.try_("decide_enforcement", "2026-10-21T09:00", **proposed) == found
