"""证据 Eight kinds, copies and data marked, what was got unlawfully left out, records of devices that count or do not."""

from typing import Any

import pytest

from yizhi.rules.procedure.evidence import pieces
from yizhi.rules.procedure.tests.case_file import (
    GROUNDS,
    INQUIRY,
    PROPOSED,
    SERVED,
    CaseFile,
    only,
    opened,
)

REPORT = GROUNDS | PROPOSED | {"gravity": "ordinary", "proposal": "罚款800元"}
SCENE = {
    "started_at": "2026-03-05T11:00",
    "ended_at": "2026-03-05T12:00",
    "credentials_shown": True,
    "findings": "河岸有装修垃圾一堆",
}
COLLECTED = {"evidence": ["a"], "evidence_kind": "documentary", "description": "送货单"}
DEVICE = {
    "device": "卡口2号",
    "device_basis": "《演示条例》第九条",
    "device_published": "政府网站",
    "device_legal_review": True,
    "device_technical_review": True,
    "record_audited": True,
}


def asked(case: CaseFile) -> CaseFile:
    return opened(case).do("inquire", "2026-03-05T10:05", **INQUIRY)


def report(case: CaseFile, **more: Any) -> list[str]:
    return case.try_("conclude_investigation", "2026-03-16T09:00", **REPORT | more)


@pytest.mark.parametrize(
    ("kind", "facts", "of_kind"),
    [
        pytest.param("record_scene", SCENE, "scene_record", id="附在现场笔录的照片"),
        pytest.param("survey", {**SCENE, "survey_method": "丈量"} | {}, "scene_record", id="附在勘验笔录的照片"),
        pytest.param("inquire", INQUIRY, "", id="附在询问笔录的录音，要写明"),
        pytest.param("collect_evidence", {**COLLECTED, "evidence_kind": "physical"}, "physical", id="提取时写明"),
    ],
)
def test_a_file_is_of_the_kind_of_the_act_it_was_kept_with(
    ordinary: CaseFile, kind: str, facts: dict[str, Any], of_kind: str
):
    told = {key: value for key, value in facts.items() if kind != "survey" or key != "credentials_shown"}
    case = opened(ordinary).do(kind, "2026-03-05T12:05", **told | {"evidence": ["a"]})
    assert [(piece.digest, piece.kind) for piece in pieces(case.state)] == [("a", of_kind)]


def test_evidence_without_a_kind_keeps_the_report_back(ordinary: CaseFile):
    case = opened(ordinary).do("inquire", "2026-03-05T10:05", **INQUIRY, evidence=["a", "b"])
    assert report(case) == ["evidence-kind-missing"]
    case.do("examine_evidence", "2026-03-06T09:00", examined=["a", "b"], evidence_kind="audio_visual")
    assert report(case) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        pytest.param({"examined": ["zz"], "evidence_kind": "physical"}, "examined-not-evidence", id="不在案卷里"),
        pytest.param({"examined": ["a"]}, "examined-for-nothing", id="什么都没写"),
        pytest.param({"examined": ["a"], "evidence_excluded": True}, "exclusion-without-reason", id="排除没有理由"),
    ],
)
def test_examination(ordinary: CaseFile, facts: dict[str, Any], found: str):
    case = asked(ordinary).do("record_scene", "2026-03-05T12:05", **SCENE, evidence=["a"])
    only(case, "examine_evidence", "2026-03-06T09:00", found, **facts)


OUT = {"examined": ["a"], "evidence_excluded": True, "exclusion_ground": "偷录"}


def test_an_excluded_piece_stays_in_the_file_and_founds_nothing(ordinary: CaseFile):
    case = asked(ordinary).do("collect_evidence", "2026-03-05T12:05", **COLLECTED)
    case.do("examine_evidence", "2026-03-06T09:00", **OUT)
    (piece,) = pieces(case.state)
    assert piece.excluded and piece.excluded.actor == "己" and not piece.counts
    assert report(case) == ["evidence-excluded"]
    assert report(case, answers={"evidence-excluded": "凭询问笔录和现场笔录认定"}) == []
    case.do("examine_evidence", "2026-03-07T09:00", examined=["a"], evidence_excluded=False)
    assert report(case) == []


def test_with_everything_excluded_there_is_nothing_to_report_on(ordinary: CaseFile):
    case = opened(ordinary).do("collect_evidence", "2026-03-05T12:05", **COLLECTED)
    case.do("examine_evidence", "2026-03-06T09:00", **OUT)
    assert "evidence-missing" in report(case)


def test_excluded_after_the_report_the_case_goes_back(ordinary: CaseFile):
    case = asked(ordinary).do("collect_evidence", "2026-03-05T12:05", **COLLECTED)
    case.do("conclude_investigation", "2026-03-16T09:00", **REPORT)
    case.do("submit_review", "2026-03-17T09:00", review_kind="case_review")
    case.do("examine_evidence", "2026-03-18T09:00", **OUT)
    case.do("review_case", "2026-03-19T09:00", outcome="agree", reviewer_opinion="同意")
    notice = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "0"}
    assert case.try_("prior_notice", "2026-03-20T09:00", **notice) == ["excluded-since-the-report"]
    case.do("supplement_investigation", "2026-03-20T10:00", reason="排除了证据")
    answers = {"evidence-excluded": "凭询问笔录认定"}
    case.do("conclude_investigation", "2026-03-23T09:00", **REPORT, answers=answers)
    case.do("submit_review", "2026-03-24T09:00", review_kind="case_review")
    case.do("review_case", "2026-03-25T09:00", outcome="agree", reviewer_opinion="同意")
    case.do("prior_notice", "2026-03-26T09:00", **notice)


@pytest.mark.parametrize(
    ("domain", "facts", "found"),
    [
        pytest.param("市场监管", {"evidence_copy": True}, ["copy-unmarked"], id="市监复制件什么都没有注明"),
        pytest.param(
            "市场监管",
            {"evidence_copy": True, "copy_confirmed": False, "evidence_source": "丁", "evidence_dated": "2026-03-05"},
            ["copy-unmarked"],
            id="市监提供人没有核对",
        ),
        pytest.param(
            "市场监管",
            {"evidence_copy": True, "copy_confirmed": True, "evidence_source": "丁", "evidence_dated": "2026-03-05"},
            [],
            id="市监复制件注明了",
        ),
        pytest.param("市场监管", {"evidence_copy": False}, [], id="市监原件"),
        pytest.param("住建/城管", {"evidence_copy": True}, [], id="住建的规章没有这一条"),
        pytest.param("市场监管", {"evidence_kind": "electronic"}, ["electronic-unmarked"], id="市监电子数据没有注明"),
        pytest.param(
            "市场监管",
            {"evidence_kind": "electronic", "made_how": "拷贝", "made_at": "2026-03-05T11:00", "made_by": "甲"},
            [],
            id="市监电子数据注明了",
        ),
        pytest.param("农业", {"evidence_kind": "electronic"}, [], id="农业的规章没有这一条"),
    ],
)
def test_copies_and_electronic_data_are_marked(
    ordinary: CaseFile, domain: str, facts: dict[str, Any], found: list[str]
):
    case = opened(ordinary.with_(domain=domain))
    assert case.try_("collect_evidence", "2026-03-05T12:05", **COLLECTED | facts) == found


@pytest.mark.parametrize(
    ("domain", "change", "found"),
    [
        pytest.param("市场监管", {"asked_alone": False}, ["not-asked-alone"], id="市监几个人一起问"),
        pytest.param("市场监管", {"record_confirmed": ""}, ["record-not-confirmed"], id="市监笔录没有确认"),
        pytest.param("市场监管", {"record_confirmed": "refused"}, [], id="市监拒绝确认，注明了"),
        pytest.param("住建/城管", {"asked_alone": False, "record_confirmed": ""}, [], id="住建的规章没有这一条"),
    ],
)
def test_people_are_asked_one_by_one(ordinary: CaseFile, domain: str, change: dict[str, Any], found: list[str]):
    assert opened(ordinary.with_(domain=domain)).try_("inquire", "2026-03-05T10:05", **INQUIRY | change) == found


def by_device(case: CaseFile) -> CaseFile:
    facts = COLLECTED | {"evidence_kind": "audio_visual", "from_device": True}
    return asked(case).do("collect_evidence", "2026-03-05T12:05", **facts)


def test_a_devices_record_is_audited_before_the_report(ordinary: CaseFile):
    case = by_device(ordinary)
    assert report(case) == ["device-record-unaudited"]
    case.do("audit_device_record", "2026-03-06T09:00", examined=["a"], **DEVICE)
    assert report(case) == []


@pytest.mark.parametrize("gone", ["device_legal_review", "device_technical_review", "record_audited"])
def test_a_record_that_fails_does_not_count(ordinary: CaseFile, gone: str):
    case = by_device(ordinary)
    told = case.judge("audit_device_record", "2026-03-06T09:00", examined=["a"], **DEVICE | {gone: False})
    assert [(one.code, one.severity) for one in told] == [("device-record-fails", "note")]
    case.do("audit_device_record", "2026-03-06T09:00", examined=["a"], **DEVICE | {gone: False})
    assert not pieces(case.state)[-1].counts
    only(case, "tell_device_record", "2026-03-07T09:00", "device-record-unaudited", told_how="短信", access_way="窗口")


@pytest.mark.parametrize("gone", ["device_basis", "device_published"])
def test_the_audit_names_basis_and_published_place(ordinary: CaseFile, gone: str):
    facts = {key: value for key, value in DEVICE.items() if key != gone}
    reason = only(
        by_device(ordinary), "audit_device_record", "2026-03-06T09:00", "fields-missing", examined=["a"], **facts
    )
    assert reason.about == gone


def test_the_party_is_told_of_a_record_before_the_decision(ordinary: CaseFile):
    case = by_device(ordinary).do("audit_device_record", "2026-03-06T09:00", examined=["a"], **DEVICE)
    case.do("conclude_investigation", "2026-03-16T09:00", **REPORT)
    case.do("submit_review", "2026-03-17T09:00", review_kind="case_review")
    case.do("review_case", "2026-03-19T09:00", outcome="agree", reviewer_opinion="同意")
    case.do("order_correction", "2026-03-20T08:00", demand="清运")
    notice = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "0"}
    case.do("prior_notice", "2026-03-20T09:00", **notice)
    case.do("serve_notice", "2026-03-20T15:00", served_on="2026-03-20", **SERVED)
    case.do("waive_defence", "2026-03-24T09:00")
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["device-record-not-told"]
    case.do("tell_device_record", "2026-03-25T08:00", told_how="短信", access_way="到执法办公室查看，当面或者电话申辩")
    case.do("decide_penalty", "2026-03-25T09:00")
