"""出口 The ways in which a lead or a case ends without a penalty, goes to another body and comes back; a fine taken by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .desk import Desk, minute, paper_words

pytestmark = pytest.mark.browser

TODAY = minute(0)[:10]


def not_opened(officer: Desk, approver: Desk, dossier: str, folder: Path) -> None:
    approver.choose(dossier, "不予立案")
    approver.act(dossier, "reject_lead", {"reason": "经核查没有违法事实。"}, here=True)
    assert "不予立案" in paper_words(approver, dossier, "不予立案", folder)
    officer.act(dossier, "archive_case", {})
    officer.says(dossier, "已归档")


def terminated(officer: Desk, approver: Desk, dossier: str, folder: Path) -> None:
    approver.choose(dossier, "终止调查")
    approver.act(dossier, "terminate_investigation", {"terminate_ground": "died", "reason": "当事人死亡。"}, here=True)
    assert "当事人死亡" in paper_words(approver, dossier, "终止调查", folder)
    approver.act(dossier, "close_case", {"closing_way": "terminated"})
    officer.says(dossier, "已结案")


def disputed_and_transferred(officer: Desk, approver: Desk, dossier: str, pictures: Path, folder: Path) -> None:
    """Another body opened first; agreed upon in vain, designated to the other, and sent there."""
    asked = {"assist_body": "示意市水务局", "assist_what": "河道管理范围的界线"}
    officer.act(dossier, "ask_assistance", asked)
    assert "河道管理范围" in paper_words(officer, dossier, "协助", folder)
    officer.act(dossier, "receive_assistance", {"assist_result": "在管理范围以内。", "result_on": TODAY})
    other = {"other_body": "示意市水务局", "disputed_on": TODAY, "dispute_detail": "对方已经就同一行为立案。"}
    officer.choose(dossier, "提出管辖争议")
    officer.act(dossier, "raise_dispute", other, here=True)
    failed = {"consult_result": "failed", "present_people": "承办人员\n对方承办人员"}
    officer.act(dossier, "consult_jurisdiction", failed)
    assert "协商不成" in paper_words(officer, dossier, "协商", folder)
    above = {"superior_kind": "superior", "superior": "示意市人民政府", "reason": "协商不成。"}
    approver.act(dossier, "request_designation", above)
    result = {"designated_to": "theirs", "designation_number": "示府〔2026〕1号", "result_on": TODAY}
    officer.act(dossier, "record_designation", result)
    approver.choose(dossier, "移送其他机关")
    approver.act(dossier, "transfer_case", {"transfer_to": "示意市水务局", "reason": "指定由对方管辖。"}, here=True)
    words = paper_words(approver, dossier, "移送", folder)
    assert "示意市水务局" in words and "广汉市连山镇人民政府" in words
    approver.act(dossier, "close_case", {"closing_way": "transferred"})
    approver.picture(pictures / "transferred-1440.png")
    officer.says(dossier, "已结案", "示府〔2026〕1号")


def back_from_the_police(officer: Desk, approver: Desk, dossier: str) -> None:
    refused = {"police_result": "not_filed", "result_on": TODAY, "reason": "没有达到追诉标准。"}
    officer.act(dossier, "police_answer", refused)
    officer.act(dossier, "ask_reconsideration", {"reconsider_to": "police", "reason": "数量应当合并计算。"})
    back = {"returned_by": "police", "result_on": TODAY, "reason": "维持不予立案。", "court_fined": False}
    approver.act(dossier, "take_back", back)
    officer.says(dossier, "调查取证")


def turned_to_ordinary(officer: Desk, dossier: str) -> None:
    officer.choose(dossier, "转普通程序")
    officer.act(dossier, "turn_to_ordinary", {"reason": "当事人对数量有争议。"}, here=True)
    officer.says(dossier, "转普通程序")


def taken_by_hand(phone: Desk, dossier: str, pictures: Path) -> None:
    """Up to a hundred yuan is taken on the spot, handed over, paid in, filed and archived."""
    phone.choose(dossier, "当场收缴罚款")
    paid = {"collection_reason": "up_to_100", "paid_yuan": "100.00", "receipt_number": "示意000001"}
    phone.fill(paid)
    phone.picture(pictures / "by-hand-390.png")
    phone.fits()
    phone.act(dossier, "collect_on_spot", {}, here=True)
    phone.act(dossier, "hand_over_fine", {"handed_over_on": TODAY})
    phone.act(dossier, "remit_fine", {"remitted_on": TODAY})
    phone.act(dossier, "file_on_spot", {"filed_on": TODAY})
    phone.act(dossier, "review_disclosure", {"disclosed": False, "reason": "不具有一定社会影响。"})
    phone.act(dossier, "archive_case", {})
    phone.says(dossier, "已归档")


def contested(officer: Desk, reviewer: Desk, dossier: str, folder: Path) -> None:
    """A review and then a suit, each answered with the evidence of the file; the court orders a new decision."""
    number = {"contest_number": "示〔2026〕1号", "received_on": TODAY, "contest_from": TODAY}
    officer.act(dossier, "receive_review", number | {"contest_body": "示意市人民政府", "simple_review": False})
    reviewer.choose(dossier, "提交行政复议答复")
    reviewer.answer(dossier, "answer_review", "事实清楚，程序合法。")
    assert "事实清楚" in paper_words(reviewer, dossier, "复议答复", folder)
    officer.act(dossier, "contest_result", {"contest_outcome": "upheld", "result_on": TODAY, "reason": "维持。"})
    opinion = {"received_on": TODAY, "opinion_text": "送达回证没有写明时间。"}
    officer.act(dossier, "receive_review_opinion", opinion)
    reviewer.act(dossier, "report_correction", {"corrected_how": "已经补记并培训。"})
    officer.act(dossier, "receive_suit", number | {"court": "示意市人民法院"})
    reviewer.answer(dossier, "answer_suit", "请求驳回诉讼请求。")
    assert "请求驳回" in paper_words(reviewer, dossier, "答辩状", folder)
    officer.act(dossier, "contest_result", {"contest_outcome": "redo", "result_on": TODAY, "reason": "重新作出。"})
    officer.says(dossier, "调查取证")


def test_every_exit(sit_down: Callable[..., Desk], play: Callable[[str], str], pictures: Path, tmp_path: Path) -> None:
    left = json.loads(play("tests.journeys.before_exits"))
    officer, approver, reviewer = sit_down("duiyuan"), sit_down("fuzeren"), sit_down("fazhi")
    phone = sit_down("duiyuan", 390, 844)
    not_opened(officer, approver, left["rejected"], tmp_path)
    terminated(officer, approver, left["terminated"], tmp_path)
    disputed_and_transferred(officer, approver, left["disputed"], pictures, tmp_path)
    back_from_the_police(officer, approver, left["criminal"])
    turned_to_ordinary(officer, left["turned"])
    taken_by_hand(phone, left["collected"], pictures)
    contested(officer, reviewer, left["contested"], tmp_path)
    assert officer.problems == approver.problems == reviewer.problems == phone.problems == []
