"""其余的程序 The ways beside the usual one, by the pages' own forms: held evidence, a suspension, a withdrawal; no penalty; the police; public notice; instalments; a review."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from .desk import Desk, minute

pytestmark = pytest.mark.browser

TODAY = minute(0)[:10]


def later(days: int) -> str:
    return (date.fromisoformat(TODAY) + timedelta(days=days)).isoformat()


def held_suspended_withdrawn(officer: Desk, approver: Desk, dossier: str, pictures: Path) -> None:
    items = {"hold_reason": "不登记保存可能灭失。", "hold_items": "装修垃圾清运单一本"}
    approver.act(dossier, "approve_hold", items)
    officer.act(dossier, "hold_evidence", {"hold_place": "镇执法办公室", "hold_keeper": "甲", "hold_urgent": False})
    officer.says(dossier, "登记保存")
    approver.go(f"/cases/{dossier}/acts/withdraw_case/")
    approver.fill({"withdraw_reason": "不符合立案条件。"})
    approver.page.wait_for_selector("text=还没有处理", timeout=20_000)
    approver.picture(pictures / "withdraw-held.png")
    approver.act(dossier, "handle_hold", {"hold_handling": "released", "hold_outcome": "已经退还。"})
    approver.act(dossier, "suspend_investigation", {"suspend_ground": "related_case", "reason": "等待另一案件的结果。"})
    officer.says(dossier, "恢复调查")
    officer.act(dossier, "resume_investigation", {"resume_on": TODAY})
    approver.act(dossier, "withdraw_case", {"withdraw_reason": "不符合立案条件。"})
    approver.says(dossier, "撤销立案")


def to_the_police(officer: Desk, approver: Desk, dossier: str) -> None:
    approver.go(f"/cases/{dossier}/acts/report_crime/")
    force = [
        str(box.get_attribute("value")) for box in approver.page.locator("main [name=task_force]:not([disabled])").all()
    ]
    facts = {"task_force": force[:2], "crime_reason": "数量较大，涉嫌犯罪。", "exhibits": "清运车一辆"}
    approver.act(dossier, "report_crime", facts, here=True)
    approver.act(
        dossier, "decide_crime_transfer", {"transfer_approved": True, "head_approved": True, "reason": "符合移送标准。"}
    )
    officer.act(dossier, "transfer_to_police", {"transfer_to": "示意市公安局"})
    officer.says(dossier, "移送公安")
    officer.act(dossier, "police_answer", {"police_result": "filed", "result_on": TODAY})
    officer.act(dossier, "hand_over_exhibits", {"recipient": "接收人"})


def not_punished(officer: Desk, approver: Desk, dossier: str, pictures: Path) -> None:
    facts = {
        "decision_kind": "first_offence",
        "reason": "初次违法，后果轻微，已经改正。",
        "correction": "已经清运并接受教育。",
    }
    approver.act(dossier, "decide_no_penalty", facts)
    served = {"service_method": "direct", "served_on": TODAY, "recipient": "示例", "recipient_relation": "agent"}
    officer.act(dossier, "serve_no_penalty", served)
    approver.act(dossier, "close_case", {"closing_way": "no_penalty"})
    approver.says(dossier, "已结案")
    approver.picture(pictures / "no-penalty.png")


def served_by_public_notice(officer: Desk, dossier: str, phone: Desk, pictures: Path) -> None:
    tried = {"service_method": "direct", "attempted_on": TODAY, "attempt_detail": "两次上门，人不在。"}
    officer.act(dossier, "attempt_service", tried)
    notice = {
        "service_method": "public_notice",
        "served_on": TODAY,
        "recipient": "示例",
        "service_reason": "多方查找，下落不明。",
        "published_where": "县政府网站、公告栏",
    }
    phone.go(f"/cases/{dossier}/acts/serve_decision/")
    phone.fill(notice)
    phone.picture(pictures / "public-notice-390.png")
    assert phone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    officer.act(dossier, "serve_decision", notice)
    officer.says(dossier, "已送达")


def paid_in_parts_and_contested(
    officer: Desk, approver: Desk, reviewer: Desk, dossier: str, phone: Desk, pictures: Path
) -> None:
    facts = {
        "applied_on": TODAY,
        "defer_kind": "instalments",
        "pay_until": later(90),
        "reason": "经济困难。",
        "instalments": f"{later(45)} 一半\n{later(90)} 一半",
    }
    approver.act(dossier, "defer_payment", facts)
    served = {"service_method": "direct", "served_on": TODAY, "recipient": "示例", "recipient_relation": "agent"}
    officer.act(dossier, "serve_deferral", served)
    officer.act(dossier, "record_payment", {"paid_yuan": "100.00", "paid_on": TODAY})
    asked = {
        "contest_number": "示复〔2026〕1号",
        "contest_body": "示意市人民政府",
        "received_on": TODAY,
        "contest_from": TODAY,
        "simple_review": False,
    }
    officer.act(dossier, "receive_review", asked)
    reviewer.says(dossier, "提交行政复议答复")
    officer.act(dossier, "contest_result", {"contest_outcome": "upheld", "result_on": TODAY, "reason": "维持。"})
    suit = {
        "contest_number": "示行初〔2026〕1号",
        "court": "示意市人民法院",
        "received_on": TODAY,
        "contest_from": TODAY,
    }
    officer.act(dossier, "receive_suit", suit)
    officer.act(
        dossier,
        "contest_result",
        {"contest_outcome": "changed", "changed_fine_yuan": "100.00", "result_on": TODAY, "reason": "减轻。"},
    )
    phone.go(f"/cases/{dossier}/")
    phone.picture(pictures / "contested-390.png")
    assert phone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    approver.act(dossier, "close_case", {"closing_way": "fulfilled"})


def test_the_ways_beside_the_usual_one(
    sit_down: Callable[..., Desk], play: Callable[[str], str], pictures: Path
) -> None:
    held, crime, spared, decided, served = play("tests.journeys.before_procedures").split()
    officer, approver, reviewer = sit_down("duiyuan"), sit_down("fuzeren"), sit_down("fazhi")
    phone = sit_down("duiyuan", 390, 844)
    held_suspended_withdrawn(officer, approver, held, pictures)
    to_the_police(officer, approver, crime)
    not_punished(officer, approver, spared, pictures)
    served_by_public_notice(officer, decided, phone, pictures)
    paid_in_parts_and_contested(officer, approver, reviewer, served, phone, pictures)
    assert officer.problems == approver.problems == reviewer.problems == phone.problems == []
