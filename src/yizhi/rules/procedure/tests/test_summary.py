"""简易程序 as case files: on the spot, in four domains."""

from typing import Any

import pytest

from yizhi.rules.procedure.tests.case_file import CaseFile

SCENE = {
    "found_on": "2026-03-02",
    "place_text": "演示路口",
    "description": "占道经营",
    "credentials_shown": True,
}
FOUND = {
    "facts_found": "占道经营约2平方米",
    "violated": "《演示规定》第一条",
    "basis": "《演示规定》第二条",
    "evidence": ["a"],
}


def told(case: CaseFile, fine: str = "50.00", **more: Any) -> CaseFile:
    proposed = {"proposed_penalty_kinds": ["fine"], "proposed_fine_yuan": fine} | more
    return (
        case.do("show_credentials", "2026-03-02T09:00", **SCENE)
        .do("establish_facts", "2026-03-02T09:10", **FOUND)
        .do("tell_on_spot", "2026-03-02T09:15", rights_told=True, discretion_reason="首次", **proposed)
    )


def decided(case: CaseFile, fine: str = "50.00", **more: Any) -> CaseFile:
    return (
        told(case, fine)
        .do("hear_on_spot", "2026-03-02T09:20", defence_waived=True)
        .do("decide_on_spot", "2026-03-02T09:25", recipient="丁", **more)
    )


@pytest.mark.parametrize("domain", ["市场监管", "住建/城管", "农业", "交通"])
def test_on_the_spot_to_archive(summary: CaseFile, domain: str):
    case = decided(summary.with_(domain=domain))
    receipt = {"collection_reason": "up_to_100", "paid_yuan": "50.00", "receipt_number": "演示0001"}
    case.do("collect_on_spot", "2026-03-02T09:30", **receipt)
    case.do("file_on_spot", "2026-03-03T09:00", filed_on="2026-03-03")
    assert case.try_("archive_case", "2026-03-03T10:00") == ["disclosure-not-reviewed", "fine-not-remitted"]
    case.do("hand_over_fine", "2026-03-03T10:00", handed_over_on="2026-03-03")
    case.do("remit_fine", "2026-03-04T10:00", remitted_on="2026-03-04")
    case.do("review_disclosure", "2026-03-04T11:00", disclosed=False, reason="不具有一定社会影响")
    case.do("archive_case", "2026-03-05T10:00")
    assert case.state.stage == "archived"


def test_paid_at_the_bank(summary: CaseFile):
    case = decided(summary, "200.00").do("file_on_spot", "2026-03-03T09:00", filed_on="2026-03-03")
    case.do("review_disclosure", "2026-03-04T11:00", disclosed=False, reason="不具有一定社会影响")
    assert case.try_("archive_case", "2026-03-05T10:00") == ["fine-unpaid"]
    case.do("record_payment", "2026-03-10T09:00", paid_yuan="200.00", paid_on="2026-03-10")
    case.do("archive_case", "2026-03-11T10:00")


def test_warning_says_in_words_what_it_is(summary: CaseFile):
    case = told(summary, "0.00", proposed_penalty_kinds=["warning"])
    case.do("hear_on_spot", "2026-03-02T09:20", defence_waived=True)
    case.do("decide_on_spot", "2026-03-02T09:25", recipient="丁")
    assert case.entries[-1].facts["other_penalty"] == "警告"
    act = case.procedure.act("decide_on_spot")
    assert act and act.papers_due(case.entries[-1].facts) == ("on-spot-decision",)


@pytest.mark.parametrize(
    ("party", "fine", "codes"),
    [
        pytest.param("individual", "200.00", [], id="公民二百元"),
        pytest.param("individual", "200.01", ["over-threshold"], id="公民超过二百元一分"),
        pytest.param("organisation", "3000.00", [], id="单位三千元"),
        pytest.param("organisation", "3000.01", ["over-threshold"], id="单位超过三千元一分"),
        pytest.param("self_employed", "200.00", [], id="个体户二百元"),
        pytest.param("self_employed", "1000.00", ["threshold-unclear"], id="个体户一千元没有裁定按公民"),
        pytest.param("self_employed", "3000.01", ["over-threshold"], id="个体户超过三千元"),
    ],
)
def test_threshold_by_kind_of_party(summary: CaseFile, party: str, fine: str, codes: list[str]):
    case = summary.with_(party_kind=party)
    case.do("show_credentials", "2026-03-02T09:00", **SCENE).do("establish_facts", "2026-03-02T09:10", **FOUND)
    proposed = {"proposed_penalty_kinds": ["fine"], "proposed_fine_yuan": fine}
    found = case.try_("tell_on_spot", "2026-03-02T09:15", rights_told=True, discretion_reason="首次", **proposed)
    assert found == codes


@pytest.mark.parametrize(
    ("fine", "codes"),
    [
        pytest.param("3000.00", [], id="裁定按组织，三千元"),
        pytest.param("3000.01", ["over-threshold"], id="裁定按组织，超过三千元一分"),
    ],
)
def test_threshold_of_the_self_employed_as_the_county_decided(summary: CaseFile, fine: str, codes: list[str]):
    case = summary.with_(party_kind="self_employed", readings={"self-employed-threshold": "organisation"})
    case.do("show_credentials", "2026-03-02T09:00", **SCENE).do("establish_facts", "2026-03-02T09:10", **FOUND)
    proposed = {"proposed_penalty_kinds": ["fine"], "proposed_fine_yuan": fine}
    found = case.try_("tell_on_spot", "2026-03-02T09:15", rights_told=True, discretion_reason="首次", **proposed)
    assert found == codes


def test_over_the_threshold_turns_to_the_ordinary_procedure(summary: CaseFile):
    case = told(summary).do("turn_to_ordinary", "2026-03-02T09:20", reason="拟罚款超过限额")
    assert case.state.stage == "to_ordinary"
    assert case.try_(
        "decide_on_spot", "2026-03-02T09:25", recipient="丁", penalty_kinds=["fine"], fine_yuan="50.00"
    ) == [
        "act-out-of-order",
        "act-missing",
    ]


@pytest.mark.parametrize("kinds", [["stop_business"], ["warning", "confiscation"]], ids=["停产停业", "没收"])
def test_only_warning_and_fine_on_the_spot(summary: CaseFile, kinds: list[str]):
    case = told(summary).do("hear_on_spot", "2026-03-02T09:20", defence_waived=True)
    found = case.try_("decide_on_spot", "2026-03-02T09:25", recipient="丁", penalty_kinds=kinds, fine_yuan="0.00")
    assert "over-threshold" in found


def test_defence_on_the_spot_is_examined_and_never_makes_it_heavier(summary: CaseFile):
    case = told(summary)
    said = {"defence_waived": False, "defence_text": "我不知道不能摆"}
    assert case.try_("hear_on_spot", "2026-03-02T09:20", **said) == ["defence-not-reviewed"]
    assert case.try_("hear_on_spot", "2026-03-02T09:20", defence_waived=False) == ["defence-not-heard"]
    case.do("hear_on_spot", "2026-03-02T09:20", **said, defence_accepted="not_accepted", defence_opinion="已多次宣传")
    heavier = case.try_("decide_on_spot", "2026-03-02T09:25", recipient="丁", fine_yuan="51.00")
    assert heavier == ["heavier-than-notified"]
    case.do(
        "tell_on_spot",
        "2026-03-02T09:26",
        proposed_penalty_kinds=["fine"],
        proposed_fine_yuan="60.00",
        rights_told=True,
        discretion_reason="补充事实",
    )
    assert case.state.stage == "told"


def test_no_decision_without_telling_and_hearing(summary: CaseFile):
    case = summary.do("show_credentials", "2026-03-02T09:00", **SCENE).do(
        "establish_facts", "2026-03-02T09:10", **FOUND
    )
    found = case.try_(
        "decide_on_spot",
        "2026-03-02T09:25",
        recipient="丁",
        penalty_kinds=["fine"],
        fine_yuan="50.00",
        discretion_reason="首次",
    )
    assert found == ["act-out-of-order", "act-missing", "act-missing"]


def test_review_first_is_always_said(summary: CaseFile):
    case = told(summary).do("hear_on_spot", "2026-03-02T09:20", defence_waived=True)
    reasons = case.judge("decide_on_spot", "2026-03-02T09:25", recipient="丁")
    assert [(reason.code, reason.article, reason.severity) for reason in reasons] == [
        ("review-first", "行政复议法 第23条", "note")
    ]


@pytest.mark.parametrize(
    ("fine", "reason", "detail", "codes"),
    [
        pytest.param("100.00", "up_to_100", "", [], id="一百元"),
        pytest.param("101.00", "up_to_100", "", ["collection-not-allowed"], id="一百零一元"),
        pytest.param("200.00", "hard_to_enforce", "", ["collection-detail-missing"], id="事后难执行没写理由"),
        pytest.param("200.00", "hard_to_enforce", "流动摊贩，无固定住所", [], id="事后难执行"),
        pytest.param("200.00", "remote", "当事人提出", [], id="边远且当事人提出"),
    ],
)
def test_collecting_on_the_spot(summary: CaseFile, fine: str, reason: str, detail: str, codes: list[str]):
    case = decided(summary, fine)
    receipt = {"collection_reason": reason, "collection_detail": detail, "paid_yuan": fine, "receipt_number": "演示"}
    assert case.try_("collect_on_spot", "2026-03-02T09:30", **receipt) == codes


def test_no_more_is_taken_than_is_owed(summary: CaseFile):
    case = decided(summary)
    assert case.try_("record_payment", "2026-03-03T09:00", paid_yuan="50.01", paid_on="2026-03-03") == [
        "payment-amount-wrong"
    ]
