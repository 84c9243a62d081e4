"""查封扣押 A seizure from the head's approval to the return of the goods: done on the spot at a phone, extended, tested, lifted; and one done in urgency."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from .desk import Desk, minute, paper_words

pytestmark = pytest.mark.browser

BODY = "广汉市市场监督管理局"
TODAY = minute(0)[:10]
GOODS = {
    "seal_kind": "seizure",
    "seal_items": "超过保质期的酸奶二十盒",
    "seal_basis": "中华人民共和国食品安全法 第110条",
    "seal_reason": "不扣押可能继续出售。",
}
SCOPE = {"seal_scope": True, "sealed_elsewhere": False}


def later(days: int) -> str:
    return (date.fromisoformat(TODAY) + timedelta(days=days)).isoformat()


def on_the_spot(until: int, *, urgent: bool) -> dict[str, object]:
    return SCOPE | {
        "seal_place": "市场监管所保管室",
        "seal_urgent": urgent,
        "seal_until": later(until),
        "started_at": minute(2),
        "ended_at": minute(1),
        "credentials_shown": True,
        "party_presence": "present",
        "seal_told": True,
        "seal_recorded": True,
        "seal_defence": "没有异议。",
        "findings": "当场清点，当事人在场。",
    }


def seize(phone: Desk, head: Desk, dossier: str, pictures: Path, folder: Path) -> None:
    """The head approves; the officer does it on the spot. More than thirty days cannot be sent."""
    phone.go(f"/cases/{dossier}/acts/seal_property/")
    phone.fill({"seal_urgent": False})
    phone.page.wait_for_selector("text=还没有向负责人报告并经批准")
    head.choose(dossier, "批准查封、扣押")
    head.act(dossier, "approve_sealing", GOODS | SCOPE, here=True)
    phone.choose(dossier, "实施查封、扣押")
    phone.fill(on_the_spot(40, urgent=False))
    phone.page.wait_for_selector("text=不得超过三十日")
    phone.picture(pictures / "sealing-390.png")
    phone.fits()
    phone.act(dossier, "seal_property", {"seal_until": later(30)}, here=True)
    words = paper_words(phone, dossier, "实施行政强制措施决定书", folder)
    assert words.count(BODY) >= 1 and "人民政府" not in words.replace("广汉市人民政府", "")
    assert "酸奶二十盒" in words and "六十日" in words and "六个月" in words
    assert "酸奶二十盒" in paper_words(phone, dossier, "清单", folder)


def extend_test_and_lift(officer: Desk, head: Desk, dossier: str, pictures: Path, folder: Path) -> None:
    longer = {"extension_days": "30", "extension_reason": "等待检验结果，情况复杂。", "extension_by": "负责人"}
    head.act(dossier, "extend_sealing", longer)
    assert "情况复杂" in paper_words(head, dossier, "延长", folder)
    served = {"service_method": "left", "served_on": TODAY, "recipient": "店主", "service_reason": "店主拒绝签收。"}
    officer.go(f"/cases/{dossier}/acts/serve_sealing_extension/")
    officer.fill(served)
    officer.page.wait_for_selector("text=留置送达要有见证人签名")
    officer.act(dossier, "serve_sealing_extension", {"witness": "居委会干部（演示）"}, here=True)
    assert "拒绝签收" in paper_words(officer, dossier, "送达回证", folder)
    officer.act(
        dossier,
        "test_sealed",
        {"sealed_test_ground": "检验", "test_body": "演示检验机构", "sealed_test_until": later(10)},
    )
    officer.act(dossier, "receive_sealed_test", {"test_result": "菌落总数合格。"})
    head.go(f"/cases/{dossier}/acts/withdraw_case/")
    head.fill({"withdraw_reason": "不符合立案条件。"})
    head.page.wait_for_selector("text=财物还没有解除或者处理")
    head.act(dossier, "lift_sealing", {"lift_ground": "other", "returned": "二十盒全部退还，店主签收。"})
    assert "全部退还" in paper_words(head, dossier, "解除", folder)
    officer.go(f"/cases/{dossier}/")
    assert officer.page.locator("main article h3:text-is('解除查封、扣押')").count() == 0
    officer.picture(pictures / "sealing-lifted-1440.png")


def in_urgency(phone: Desk, head: Desk, dossier: str) -> None:
    """Done at once, reported within a day, and lifted because the head does not agree."""
    phone.act(dossier, "seal_property", on_the_spot(20, urgent=True) | {"seal_items": "酸奶五盒"})
    phone.go(f"/cases/{dossier}/")
    assert "补批期限" in phone.page.locator("main").inner_text()
    head.act(dossier, "ratify_sealing", {"seal_ratified": False, "opinion": "可以用登记保存代替。"})
    head.act(dossier, "lift_sealing", {"lift_ground": "other", "returned": "五盒当场退还。"})


def test_a_seizure_until_the_goods_are_returned(
    sit_down: Callable[..., Desk], play: Callable[[str], str], pictures: Path, tmp_path: Path
) -> None:
    dossier, account, head_account = play("tests.journeys.before_sealing").split()
    phone, head = sit_down(account, 390, 844), sit_down(head_account)
    seize(phone, head, dossier, pictures, tmp_path)
    officer = sit_down(account)
    extend_test_and_lift(officer, head, dossier, pictures, tmp_path)
    in_urgency(phone, head, dossier)
    numbers = re.findall(
        r"广市监\S*〔\d{4}〕\d+号", re.sub(r"\s", "", phone.read_pdf(f"/cases/{dossier}/dossier.pdf", tmp_path))
    )
    assert numbers
    assert phone.problems == head.problems == officer.problems == []
