"""Each thing that stands in the way, by its code: skipped, doubled, backdated, by the wrong people, too heavy, unserved."""

from datetime import datetime
from typing import Any

import pytest

from yizhi.rules.procedure import blocks, judge
from yizhi.rules.procedure.tests.case_file import (
    INQUIRY,
    LEAD,
    SERVED,
    CaseFile,
    approved,
    concluded,
    notified,
    opened,
)
from yizhi.rules.refusal import Reason


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in blocks(reasons)]


def only(
    case: CaseFile, kind: str, at: str, code: str, /, officers: tuple[str, ...] | None = None, **facts: Any
) -> Reason:
    """The one reason of that code; it is written for a reader: sentence, article, cure."""
    found = [reason for reason in case.judge(kind, at, officers, **facts) if reason.code == code]
    assert len(found) == 1, [reason.code for reason in case.judge(kind, at, officers, **facts)]
    assert found[0].sentence.endswith("。") and found[0].article
    return found[0]


# ── 次序 ──


def test_skipped_act_says_what_comes_first(ordinary: CaseFile):
    case = opened(ordinary)
    reason = only(case, "decide_penalty", "2026-03-05T09:00", "act-out-of-order")
    assert "已立案" in reason.sentence and "告知权利" in reason.cure


def test_every_reason_is_given_at_once(ordinary: CaseFile):
    case = opened(ordinary)
    found = case.try_("decide_penalty", "2026-03-03T09:00")
    expected = {
        "act-out-of-order",
        "act-missing",
        "act-backdated",
        "fields-missing",
        "notice-missing",
        "review-missing",
        "correction-not-ordered",
    }
    assert set(found) == expected


def test_unknown_act(ordinary: CaseFile):
    assert ordinary.try_("punish", "2026-03-02T09:00") == ["act-unknown"]


def test_opening_stands_on_the_assessment(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    reason = only(ordinary, "open_case", "2026-03-03T09:00", "act-missing", handlers=["甲", "乙"], grounds="有证据")
    assert reason.cure == "先办“核查”。"


def test_doubled_act(ordinary: CaseFile):
    case = opened(ordinary)
    found = case.try_("open_case", "2026-03-04T10:00", handlers=["甲", "乙"], grounds="再立一次")
    assert found == ["act-doubled"]


def test_same_record_twice(ordinary: CaseFile):
    case = opened(ordinary).do("inquire", "2026-03-05T10:05", **INQUIRY)
    assert case.try_("inquire", "2026-03-05T10:05", **INQUIRY) == ["act-doubled"]
    assert case.try_("inquire", "2026-03-05T11:05", **INQUIRY | {"ended_at": "2026-03-05T11:00"}) == []


def test_backdated_before_what_it_stands_on(ordinary: CaseFile):
    case = opened(ordinary)
    assert case.try_(
        "inquire", "2026-03-04T08:59", **INQUIRY | {"started_at": "2026-03-04T07:00", "ended_at": "2026-03-04T08:00"}
    ) == ["act-backdated"]


def test_offline_records_may_come_in_any_order_within_a_stage(ordinary: CaseFile):
    case = opened(ordinary).do("tell_rights", "2026-03-05T08:00", rights_told=True, service_address="村1号")
    case.do("inquire", "2026-03-06T10:05", **INQUIRY)
    early = INQUIRY | {"person_asked": "戊"}
    assert case.try_("inquire", "2026-03-05T10:10", **early) == []


def test_moving_on_is_not_dated_before_any_other_act(ordinary: CaseFile):
    case = concluded(ordinary)
    assert "act-backdated" in case.try_("submit_review", "2026-03-10T09:00", review_kind="case_review")


def test_dated_ahead(ordinary: CaseFile):
    act = ordinary.proposal("register_lead", "2026-03-03T09:00", None, LEAD)
    seen = ordinary.seen("register_lead", "2026-03-02T09:00")
    assert codes(judge(ordinary.procedure, ordinary.state, act, seen)) == ["act-in-future"]


def test_day_in_the_act_lies_ahead(ordinary: CaseFile):
    reason = only(ordinary, "register_lead", "2026-03-01T09:00", "act-in-future", **LEAD)
    assert reason.about == "found_on"


def test_archived_is_read_only(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD)
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="无", proposal="不立案")
    ordinary.do("reject_lead", "2026-03-04T09:00", reason="没有违法事实").do("archive_case", "2026-03-05T09:00")
    for act in ordinary.procedure.acts:
        assert "case-archived" in ordinary.try_(act.kind, "2026-03-06T09:00"), act.kind


def test_missing_fields_are_named_in_chinese(ordinary: CaseFile):
    reason = only(
        ordinary, "register_lead", "2026-03-02T09:00", "fields-missing", source="patrol", found_on="2026-03-02"
    )
    assert reason.sentence == "还没有填：地点、情况。" and reason.about == "place_text,description"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("found_on", "昨天", id="日期"),
        pytest.param("source", "gossip", id="选项"),
        pytest.param("description", "字" * 20_001, id="太长"),
        pytest.param("description", 7, id="不是文字"),
    ],
)
def test_unreadable_value_is_named(ordinary: CaseFile, key: str, value: Any):
    reasons = ordinary.judge("register_lead", "2026-03-02T09:00", **LEAD | {key: value})
    assert [(reason.code, reason.about, bool(reason.cure)) for reason in reasons] == [("fact-unreadable", key, True)]


def test_unknown_field(ordinary: CaseFile):
    assert ordinary.try_("register_lead", "2026-03-02T09:00", **LEAD, online_minutes=3) == ["fact-unknown"]


# ── 人员 ──


@pytest.mark.parametrize("officers", [(), ("甲",), ("甲", "甲")], ids=["无人", "一人", "同一人两次"])
def test_two_officers_ask(ordinary: CaseFile, officers: tuple[str, ...]):
    assert opened(ordinary).try_("inquire", "2026-03-05T10:05", officers, **INQUIRY) == ["officers-too-few"]


def test_two_accounts_of_one_officer_are_one(ordinary: CaseFile):
    case = opened(ordinary).with_(officer_of={"甲的账号": "甲"})
    assert case.try_("inquire", "2026-03-05T10:05", ("甲", "甲的账号"), **INQUIRY) == ["officers-too-few"]


def test_one_handler_is_not_enough(ordinary: CaseFile):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    found = ordinary.try_("open_case", "2026-03-04T09:00", handlers=["甲"], grounds="有证据")
    assert set(found) == {"officers-too-few"}


def test_authority_answer_is_passed_on(ordinary: CaseFile):
    said = Reason("conferral-not-published", "没有公布。", "行政处罚法 第24条", cure="公布。")
    case = opened(ordinary).with_(authority=(said,))
    assert case.judge("inquire", "2026-03-05T10:05", **INQUIRY) == (said,)


def test_recused_officer_takes_no_part(ordinary: CaseFile):
    case = opened(ordinary).do(
        "decide_recusal", "2026-03-05T09:00", recusal_of=["乙"], recusal_granted=True, reason="亲属"
    )
    assert only(case, "inquire", "2026-03-05T10:05", "officer-recused", **INQUIRY).about == "乙"
    case.do("change_handlers", "2026-03-05T11:00", handlers=["甲", "庚"], reason="回避")
    case.do("inquire", "2026-03-05T12:00", ("甲", "庚"), **INQUIRY)
    assert case.state.handlers == ("甲", "庚")


def test_recusal_not_granted_stops_nothing(ordinary: CaseFile):
    case = opened(ordinary).do(
        "decide_recusal", "2026-03-05T09:00", recusal_of=["乙"], recusal_granted=False, reason="无利害关系"
    )
    case.do("inquire", "2026-03-05T10:05", **INQUIRY)


def test_role(ordinary: CaseFile):
    case = opened(ordinary).with_(roles=frozenset(["approver"]))
    assert case.try_("inquire", "2026-03-05T10:05", **INQUIRY) == ["role-not-allowed"]


# ── 立案 ──


@pytest.mark.parametrize(
    ("act_day", "grave", "found"),
    [
        pytest.param("2024-03-02", False, [], id="满二年当日发现"),
        pytest.param("2024-03-01", False, ["out-of-time"], id="超过二年一日"),
        pytest.param("2021-03-02", True, [], id="五年当日"),
        pytest.param("2021-03-01", True, ["out-of-time"], id="超过五年一日"),
        pytest.param("2023-03-02", None, ["out-of-time"], id="没有说明五年情形"),
    ],
)
def test_limitation(ordinary: CaseFile, act_day: str, grave: bool | None, found: list[str]):
    ordinary.do("register_lead", "2026-03-02T09:00", **LEAD, act_day=act_day)
    ordinary.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    facts = {"handlers": ["甲", "乙"], "grounds": "有证据"} | ({} if grave is None else {"grave_harm": grave})
    assert ordinary.try_("open_case", "2026-03-04T09:00", **facts) == found


@pytest.mark.parametrize(
    ("domain", "last", "late"),
    [
        pytest.param("农业", "2026-03-11", "2026-03-12", id="农业七个工作日"),
        pytest.param("住建/城管", "2026-03-23", "2026-03-24", id="住建十五个工作日"),
        pytest.param("市场监管", "2026-03-23", "2026-03-24", id="市监十五个工作日"),
    ],
)
def test_opening_late_is_answered_for(ordinary: CaseFile, domain: str, last: str, late: str):
    case = ordinary.with_(domain=domain).do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    case.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    facts = {"handlers": ["甲", "乙"], "grounds": "有证据"}
    assert case.try_("open_case", f"{last}T17:00", **facts) == []
    assert case.try_("open_case", f"{late}T09:00", **facts) == ["assessment-overdue"]
    case.do("open_case", f"{late}T09:00", **facts, answers={"assessment-overdue": "当事人外出，核查受阻"})


def test_an_answered_question_stays_visible(ordinary: CaseFile):
    case = ordinary.with_(domain="农业").do("register_lead", "2026-03-02T09:00", **LEAD, act_day="2026-03-01")
    case.do("assess_lead", "2026-03-03T09:00", finding="属实", proposal="立案")
    facts = {"handlers": ["甲", "乙"], "grounds": "有证据", "answers": {"assessment-overdue": "核查受阻"}}
    reasons = case.judge("open_case", "2026-03-12T09:00", **facts)
    assert [(reason.code, reason.severity, reason.cure) for reason in reasons] == [
        ("assessment-overdue", "note", "已说明：核查受阻")
    ]


def test_a_stop_is_not_answered_away(ordinary: CaseFile):
    case = opened(ordinary)
    found = case.try_("inquire", "2026-03-05T10:05", ("甲",), **INQUIRY, answers={"officers-too-few": "人手不够"})
    assert found == ["officers-too-few"]


@pytest.mark.parametrize(("domain", "severity"), [("市场监管", "stop"), ("农业", "stop"), ("住建/城管", "ask")])
def test_received_case_is_not_passed_on(ordinary: CaseFile, domain: str, severity: str):
    case = ordinary.with_(domain=domain).do("register_lead", "2026-03-02T09:00", **LEAD | {"source": "transferred"})
    reason = only(
        case, "transfer_case", "2026-03-03T09:00", "no-second-transfer", transfer_to="演示机关", reason="管辖"
    )
    assert reason.severity == severity


def test_police_transfer_is_approved_by_the_head(ordinary: CaseFile):
    case = opened(ordinary)
    facts = {"transfer_to": "演示公安机关", "reason": "涉嫌犯罪"}
    assert case.try_("transfer_to_police", "2026-03-05T09:00", **facts, head_approved=False) == ["head-not-approved"]


# ── 调查 ──


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"credentials_shown": False}, "credentials-not-shown", id="没有出示证件"),
        pytest.param({"rights_told": False}, "rights-not-told", id="没有告知权利"),
        pytest.param({"ended_at": "2026-03-05T09:00"}, "record-ends-before-start", id="起止时间颠倒"),
    ],
)
def test_inquiry(ordinary: CaseFile, change: dict[str, Any], code: str):
    assert opened(ordinary).try_("inquire", "2026-03-05T10:05", **INQUIRY | change) == [code]


def test_nothing_is_investigated_while_suspended(ordinary: CaseFile):
    case = opened(ordinary).do("tell_rights", "2026-03-05T08:00", rights_told=True, service_address="村1号")
    assert case.try_("resume_investigation", "2026-03-06T09:00", resume_on="2026-03-06") == [
        "act-missing",
        "not-suspended",
    ]
    case.do("suspend_investigation", "2026-03-06T09:00", suspend_ground="force_majeure", reason="洪水")
    assert case.try_("inquire", "2026-03-09T10:05", **INQUIRY) == ["investigation-suspended"]
    again = case.try_("suspend_investigation", "2026-03-09T09:00", suspend_ground="force_majeure", reason="洪水")
    assert again == ["investigation-suspended"]
    assert case.try_("resume_investigation", "2026-03-20T09:00", resume_on="2026-03-05") == ["resumed-before-suspended"]
    case.do("resume_investigation", "2026-03-20T09:00", resume_on="2026-03-20")
    case.do("inquire", "2026-03-20T10:05", **INQUIRY)


def test_transport_says_that_the_clock_runs_on(ordinary: CaseFile):
    case = opened(ordinary.with_(domain="交通"))
    reasons = case.judge("suspend_investigation", "2026-03-06T09:00", suspend_ground="force_majeure", reason="洪水")
    assert [(reason.code, reason.severity) for reason in reasons] == [("clock-runs-on", "note")]


def test_investigation_ends_with_evidence(ordinary: CaseFile):
    case = opened(ordinary).do("tell_rights", "2026-03-05T08:00", rights_told=True, service_address="村1号")
    facts = {
        "facts_found": "无",
        "evidence_summary": "无",
        "violated": "一",
        "basis": "二",
        "gravity": "ordinary",
        "proposal": "罚",
    }
    assert case.try_("conclude_investigation", "2026-03-06T09:00", **facts) == ["evidence-missing"]


def test_outstanding_test_is_asked_about(ordinary: CaseFile):
    case = opened(ordinary).do("inquire", "2026-03-05T10:05", **INQUIRY)
    test = {"test_ground": "检测", "test_body": "演示机构", "test_subject": "是否含石棉", "evidence": ["a"]}
    case.do("entrust_test", "2026-03-06T09:00", **test)
    facts = {
        "facts_found": "无",
        "evidence_summary": "无",
        "violated": "一",
        "basis": "二",
        "gravity": "ordinary",
        "proposal": "罚",
    }
    assert case.try_("conclude_investigation", "2026-03-09T09:00", **facts) == ["test-outstanding"]
    case.do("receive_test", "2026-03-10T09:00", test_result="不含", evidence=["b"])
    case.do("conclude_investigation", "2026-03-11T09:00", **facts)


@pytest.mark.parametrize(
    ("domain", "steps", "refused"),
    [
        pytest.param("住建/城管", [(30, "负责人"), (60, "负责人集体讨论")], (1, "负责人"), id="住建三十日加六十日"),
        pytest.param("市场监管", [(30, "负责人"), (200, "负责人集体讨论")], (30, "负责人"), id="市监三十日加合理期限"),
        pytest.param("农业", [(30, "负责人"), (90, "上一级机关")], (30, "负责人"), id="农业三十日加上一级"),
        pytest.param("交通", [(30, "负责人")], (30, "负责人"), id="交通只有一次"),
        pytest.param("其他", [], (30, "负责人"), id="没有规章的领域不能延长"),
    ],
)
def test_extensions_by_domain(ordinary: CaseFile, domain: str, steps: list, refused: tuple):
    case = opened(ordinary.with_(domain=domain))
    assert case.try_(
        "extend_case", "2026-03-10T09:00", extension_days=61, extension_reason="复杂", extension_by="负责人"
    ) == ["extension-refused"]
    for days, by in steps:
        case.do("extend_case", "2026-03-10T09:00", extension_days=days, extension_reason="案情复杂", extension_by=by)
    days, by = refused
    reason = only(
        case,
        "extend_case",
        "2026-03-10T10:00",
        "extension-refused",
        extension_days=days,
        extension_reason="复杂",
        extension_by=by,
    )
    assert reason.cure


def test_extension_comes_before_the_last_day(ordinary: CaseFile):
    case = opened(ordinary)
    facts = {"extension_days": 30, "extension_reason": "复杂", "extension_by": "负责人"}
    assert case.try_("extend_case", "2026-06-02T09:00", **facts) == []
    assert case.try_("extend_case", "2026-06-03T09:00", **facts) == ["extension-late"]


# ── 审核 ──


def test_handler_does_not_review(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="case_review")
    proposal = case.proposal("review_case", "2026-03-18T09:00", None, {"outcome": "agree", "reviewer_opinion": "同意"})
    for actor in ("甲", "甲的账号"):
        now = datetime.fromisoformat("2026-03-18T09:00")
        seen = case.with_(actor=actor, officer_of={"甲的账号": "甲"}, now=now).circumstances
        assert codes(judge(case.procedure, case.state, proposal, seen)) == ["reviewer-is-handler"]


def test_former_handler_does_not_review(ordinary: CaseFile):
    case = opened(ordinary).do("change_handlers", "2026-03-05T08:00", handlers=["庚", "辛"], reason="调动")
    case.do("inquire", "2026-03-05T10:05", ("庚", "辛"), **INQUIRY)
    facts = {
        "facts_found": "无",
        "evidence_summary": "无",
        "violated": "一",
        "basis": "二",
        "gravity": "ordinary",
        "proposal": "罚",
    }
    case.do("conclude_investigation", "2026-03-06T09:00", **facts)
    case.do("submit_review", "2026-03-17T09:00", review_kind="case_review")
    proposal = case.proposal("review_case", "2026-03-18T09:00", None, {"outcome": "agree", "reviewer_opinion": "同意"})
    seen = case.with_(actor="甲", now=datetime.fromisoformat("2026-03-18T09:00")).circumstances
    assert codes(judge(case.procedure, case.state, proposal, seen)) == ["reviewer-is-handler"]


@pytest.mark.parametrize(
    ("held", "found"),
    [
        pytest.param(True, [], id="有资格"),
        pytest.param(False, ["reviewer-unqualified"], id="没有资格"),
        pytest.param(None, ["reviewer-qualification-unknown"], id="没有记载"),
    ],
)
def test_legal_reviewer_is_qualified(ordinary: CaseFile, held: bool | None, found: list[str]):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    case = case.with_(reviewer_qualified=held)
    assert case.try_("review_legality", "2026-03-18T09:00", outcome="agree", reviewer_opinion="同意") == found


def test_trigger_makes_legal_review_due(ordinary: CaseFile):
    case = concluded(ordinary)
    found = case.try_("submit_review", "2026-03-17T09:00", review_kind="case_review", review_triggers=["complex"])
    assert found == ["legal-review-due"]
    listed = case.with_(review_triggers=frozenset(["statutory"]))
    assert listed.try_("submit_review", "2026-03-17T09:00", review_kind="case_review") == ["legal-review-due"]


def test_case_is_reviewed_in_the_way_it_was_submitted(ordinary: CaseFile):
    case = concluded(ordinary).do("submit_review", "2026-03-17T09:00", review_kind="legal_review")
    assert case.try_("review_case", "2026-03-18T09:00", outcome="agree", reviewer_opinion="同意") == [
        "review-of-other-kind"
    ]


def test_case_review_does_not_replace_legal_review(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").with_(review_triggers=frozenset(["statutory"]))
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["legal-review-missing"]


@pytest.mark.parametrize(
    ("domain", "article"),
    [("市场监管", "市场监督管理行政处罚程序规定 第60条第2款")],
)
def test_market_discusses_every_case_of_legal_review(ordinary: CaseFile, domain: str, article: str):
    case = notified(ordinary.with_(domain=domain), kind="legal_review").do("waive_defence", "2026-03-24T09:00")
    assert only(case, "decide_penalty", "2026-03-25T09:00", "discussion-missing").article == article


# ── 告知与决定 ──


def test_unserved_notice_tells_the_earliest_day(ordinary: CaseFile):
    case = approved(ordinary)
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    reason = only(case, "decide_penalty", "2026-03-23T09:00", "notice-not-served")
    assert "5个工作日" in reason.sentence and "3月30日" in reason.sentence


def test_heard_defence_is_examined(ordinary: CaseFile):
    case = notified(ordinary).do("hear_defence", "2026-03-24T09:00", defence_text="已经清运完")
    assert case.try_("decide_penalty", "2026-03-31T09:00") == ["defence-not-reviewed"]
    case.do("review_defence", "2026-03-25T09:00", defence_accepted="partly", defence_opinion="酌情")
    assert case.try_("decide_penalty", "2026-03-26T09:00") == ["defence-period-running"]
    case.do("decide_penalty", "2026-03-31T09:00", fine_yuan="600.00")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({"fine_yuan": "800.00"}, [], id="和告知一样"),
        pytest.param({"fine_yuan": "799.99"}, [], id="轻于告知"),
        pytest.param({"fine_yuan": "800.01"}, ["heavier-than-notified"], id="重一分钱"),
        pytest.param({"penalty_kinds": ["fine", "warning"]}, ["heavier-than-notified"], id="多一种处罚"),
        pytest.param(
            {"penalty_kinds": ["fine", "confiscation"], "confiscation": "工具", "confiscation_yuan": "1.00"},
            ["heavier-than-notified", "heavier-than-notified"],
            id="多没收",
        ),
        pytest.param({"penalty_kinds": ["warning"], "fine_yuan": "0.00"}, ["heavier-than-notified"], id="换一种处罚"),
        pytest.param({"basis": "《演示规定》第三条"}, ["grounds-changed"], id="换依据"),
        pytest.param({"violated": "《演示规定》 第一条"}, [], id="只差空格"),
        pytest.param({"facts_found": "倾倒10立方米"}, ["facts-changed"], id="事实不同"),
        pytest.param({"penalty_kinds": ["fine"], "fine_yuan": "0.00"}, ["penalty-inconsistent"], id="罚款没有数额"),
    ],
)
def test_decision_against_the_notice(ordinary: CaseFile, change: dict[str, Any], found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00")
    assert case.try_("decide_penalty", "2026-03-25T09:00", **change) == found


def test_heavier_after_a_new_notice(ordinary: CaseFile):
    case = notified(ordinary)
    case.do(
        "prior_notice", "2026-03-24T09:00", proposed_fine_yuan="900.00", hearing_told=False, hearing_reason="数额不大"
    )
    assert "notice-not-served" in case.try_("decide_penalty", "2026-04-03T09:00")
    case.do("serve_notice", "2026-03-24T15:00", served_on="2026-03-24", **SERVED)
    assert case.try_("decide_penalty", "2026-03-31T09:00") == ["defence-period-running"]
    case.do("decide_penalty", "2026-04-01T09:00")
    assert case.entries[-1].facts["fine_yuan"] == "900.00"


@pytest.mark.parametrize(
    ("domain", "party", "change", "found"),
    [
        pytest.param(
            "住建/城管",
            "individual",
            {"proposed_penalty_kinds": ["stop_business"], "proposed_fine_yuan": "0.00"},
            "hearing-right-missing",
            id="停产停业",
        ),
        pytest.param(
            "市场监管", "individual", {"proposed_fine_yuan": "10000.00"}, "hearing-right-missing", id="市监个人一万"
        ),
        pytest.param("市场监管", "individual", {"proposed_fine_yuan": "9999.99"}, None, id="市监个人不到一万"),
        pytest.param("市场监管", "organisation", {"proposed_fine_yuan": "99999.99"}, None, id="市监单位不到十万"),
        pytest.param(
            "市场监管", "organisation", {"proposed_fine_yuan": "100000.00"}, "hearing-right-missing", id="市监单位十万"
        ),
        pytest.param("农业", "individual", {"hearing_reason": ""}, "hearing-reason-missing", id="不告知没有理由"),
    ],
)
def test_hearing_right_is_told(ordinary: CaseFile, domain: str, party: str, change: dict, found: str | None):
    case = approved(ordinary.with_(domain=domain, party_kind=party))
    facts = {"hearing_told": False, "hearing_reason": "数额不大", "contact_phone": "1"} | change
    assert case.try_("prior_notice", "2026-03-20T11:00", **facts) == ([found] if found else [])


def test_hearing_offered_has_its_own_five_workdays(ordinary: CaseFile):
    case = notified(ordinary.with_(domain="农业"), hearing_told=True, hearing_reason="")
    assert case.try_("decide_penalty", "2026-03-27T09:00") == ["hearing-period-running"]
    assert case.try_("decide_penalty", "2026-03-31T09:00") == []
    case.do("waive_defence", "2026-03-24T09:00")
    assert case.try_("decide_penalty", "2026-03-25T09:00") == ["hearing-period-running"]
    case.do("waive_defence", "2026-03-25T09:00", hearing_waived=True)
    assert case.try_("decide_penalty", "2026-03-25T10:00") == []


def test_hearing_asked_for_stops_the_decision(ordinary: CaseFile):
    case = notified(ordinary, hearing_told=True, hearing_reason="")
    case.do("hear_defence", "2026-03-24T09:00", defence_text="要求听证", hearing_requested=True)
    case.do("review_defence", "2026-03-25T09:00", defence_accepted="not_accepted", defence_opinion="按规定组织听证")
    assert case.try_("decide_penalty", "2026-04-10T09:00") == ["hearing-requested"]


def test_order_to_correct_is_asked_about(ordinary: CaseFile):
    case = approved(ordinary)
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    case.do("serve_notice", "2026-03-20T15:00", served_on="2026-03-20", **SERVED).do(
        "waive_defence", "2026-03-23T09:00"
    )
    assert case.try_("decide_penalty", "2026-03-24T09:00") == ["correction-not-ordered"]
    case.do("decide_penalty", "2026-03-24T09:00", correction="已自行清运完毕")


def test_late_decision_is_answered_for(ordinary: CaseFile):
    case = notified(ordinary)
    assert case.try_("decide_penalty", "2026-06-02T17:00") == []
    assert case.try_("decide_penalty", "2026-06-03T09:00") == ["decision-overdue"]
    case.do("decide_penalty", "2026-06-03T09:00", answers={"decision-overdue": "案情复杂，未及时报请延长"})


# ── 送达、公示 ──


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({}, [], id="直接送达"),
        pytest.param({"service_method": "on_the_spot"}, ["service-not-on-the-spot"], id="隔日不是当场交付"),
        pytest.param(
            {"service_method": "left", "service_reason": "拒收"}, ["service-left-unwitnessed"], id="留置没有见证"
        ),
        pytest.param({"service_method": "left", "service_reason": "拒收", "witness": "村干部"}, [], id="留置有见证人"),
        pytest.param({"service_method": "left", "service_reason": "拒收", "evidence": ["a"]}, [], id="留置有录像"),
        pytest.param({"service_method": "electronic"}, ["e-service-not-agreed"], id="没有同意电子送达"),
        pytest.param({"service_method": "post"}, ["service-reason-missing"], id="邮寄没有写原因"),
        pytest.param({"service_method": "public_notice"}, ["service-reason-missing"], id="公告没有写原因"),
        pytest.param({"served_on": "2026-03-19"}, ["served-before-issued"], id="送达早于作出"),
    ],
)
def test_ways_of_service(ordinary: CaseFile, change: dict[str, Any], found: list[str]):
    case = approved(ordinary)
    case.do("prior_notice", "2026-03-20T11:00", hearing_told=False, hearing_reason="数额不大", contact_phone="1")
    facts = {"served_on": "2026-03-23", **SERVED} | change
    assert case.try_("serve_notice", "2026-03-23T15:00", **facts) == found


def test_electronic_service_after_consent_names_the_review_channel(ordinary: CaseFile):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("decide_penalty", "2026-03-25T09:00")
    case.entries[3] = case.entries[3].__class__(
        "4", "tell_rights", case.entries[3].done_at, officers=("甲", "乙"), facts={"e_service_consent": True}
    )
    facts = SERVED | {"service_method": "electronic", "served_on": "2026-03-25"}
    reasons = case.judge("serve_decision", "2026-03-25T10:00", **facts)
    assert [(reason.code, reason.severity) for reason in reasons] == [("e-service-review-channel", "note")]


@pytest.mark.parametrize(
    ("served", "found"),
    [
        pytest.param("2026-04-03", [], id="第七个工作日"),
        pytest.param("2026-04-07", ["service-late"], id="清明以后是第八个"),
    ],
)
def test_decision_served_in_seven_workdays(ordinary: CaseFile, served: str, found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("decide_penalty", "2026-03-25T09:00")
    assert case.try_("serve_decision", f"{served}T10:00", served_on=served, **SERVED) == found


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        pytest.param({"disclosed": True}, ["disclosure-detail-missing"], id="公示没写脱敏"),
        pytest.param({"disclosed": False}, ["disclosure-detail-missing"], id="不公示没写理由"),
        pytest.param({"disclosed": True, "redaction": "隐去姓名"}, [], id="公示已脱敏"),
    ],
)
def test_disclosure(ordinary: CaseFile, facts: dict[str, Any], found: list[str]):
    case = notified(ordinary).do("waive_defence", "2026-03-24T09:00").do("decide_penalty", "2026-03-25T09:00")
    assert case.try_("review_disclosure", "2026-03-26T09:00", **facts) == found
