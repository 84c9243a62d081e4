"""主线 From "有人在河边倒建筑垃圾" in a village of 连山镇 to the archive, by three people at three browsers; then the papers are read back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .desk import Desk, minute

pytestmark = pytest.mark.browser
BODY = "广汉市连山镇人民政府"
LIANSHAN = "510681102"


def village_of(desk: Desk, town: str) -> str:
    names = desk.page.locator("#place option").all_inner_texts()
    return next(name for name in names if name.startswith(f"{town} "))


def ask(desk: Desk) -> None:
    desk.go("/ask/")
    desk.page.fill("#seen", "有人在河边倒建筑垃圾")
    desk.page.select_option("#place", label=village_of(desk, "连山镇"))
    desk.click("#ask-form button")


def register_party(desk: Desk, name: str, citizen_id: str) -> None:
    desk.fill(
        {
            "kind": "individual",
            "name": name,
            "citizen_id": citizen_id,
            "address": "连山镇示意村 1 组",
            "phone": "13800000000",
        }
    )
    desk.click("main form .btn-primary")


def lead_of(officer: Desk) -> str:
    ask(officer)
    assert BODY in officer.page.locator(".verdict").inner_text()
    assert officer.page.locator(".per .chip.ok").count() >= 2
    officer.click("text=登记线索，带上这些内容")
    dossier = officer.page.url.rstrip("/").split("/")[-1]
    officer.page.fill("#party_q", "验例䶮")
    officer.click("#settle form[role=search] button")
    officer.click("text=登记新的当事人")
    register_party(officer, "验例䶮", "510681199003070015")
    officer.click("text=就是他，核定")
    return dossier


def investigate(officer: Desk, approver: Desk, dossier: str) -> None:
    officer.act(dossier, "assess_lead", {"finding": "河边有装修垃圾约三立方米。", "proposal": "建议立案。"})
    approver.go(f"/cases/{dossier}/acts/open_case/")
    approver.act(
        dossier,
        "open_case",
        {"handlers": approver.able_officers()[:2], "grounds": "有初步证据。", "opinion": "同意"},
        here=True,
    )
    officer.act(
        dossier,
        "tell_rights",
        {"rights_told": True, "service_address": "连山镇示意村 1 组", "contact_phone": "0838-5000000"},
    )
    scene = {
        "started_at": minute(2),
        "ended_at": minute(1),
        "credentials_shown": True,
        "findings": "河边有装修垃圾一堆。",
    }
    officer.act(dossier, "record_scene", scene)
    asked = {
        "person_asked": "验例䶮",
        "place_text": "连山镇示意村",
        "started_at": minute(2),
        "ended_at": minute(1),
        "credentials_shown": True,
    }
    officer.act(
        dossier,
        "inquire",
        {**asked, "rights_told": True, "questions": "问：是你倒的吗？答：是。", "asked_is_party": True},
    )
    officer.act(dossier, "order_correction", {"demand": "七日内清运全部装修垃圾。"})


def conclude(officer: Desk, reviewer: Desk, dossier: str) -> None:
    told = {
        "facts_found": "验例䶮把自家装修垃圾倒在河边，约三立方米。",
        "evidence_summary": "现场笔录、询问笔录。",
        "violated": "中华人民共和国生态环境法典",
        "basis": "中华人民共和国生态环境法典 第1169条第3款",
    }
    proposed = {
        "gravity": "ordinary",
        "proposal": "建议罚款。",
        "proposed_penalty_kinds": ["fine"],
        "proposed_fine_yuan": "300",
        "discretion_reason": "已经自行清运一半。",
    }
    officer.act(dossier, "conclude_investigation", {**told, **proposed})
    officer.act(dossier, "submit_review", {"review_kind": "case_review"})
    reviewer.act(dossier, "review_case", {"outcome": "agree", "reviewer_opinion": "事实清楚，同意。"})


def decide(officer: Desk, approver: Desk, dossier: str) -> None:
    officer.act(dossier, "prior_notice", {"hearing_told": False, "hearing_reason": "未达到较大数额。"})
    today = minute(0)[:10]
    officer.act(
        dossier,
        "serve_notice",
        {"service_method": "direct", "served_on": today, "recipient": "验例䶮", "recipient_relation": "self"},
    )
    officer.act(dossier, "waive_defence", {})
    approver.act(dossier, "decide_penalty", {"opinion": "同意"})
    officer.act(
        dossier,
        "serve_decision",
        {"service_method": "direct", "served_on": today, "recipient": "验例䶮", "recipient_relation": "self"},
    )
    officer.act(dossier, "review_disclosure", {"disclosed": False, "reason": "不具有一定社会影响。"})
    officer.act(dossier, "record_payment", {"paid_yuan": "300", "paid_on": today})
    approver.act(dossier, "close_case", {"closing_way": "fulfilled"})
    officer.act(dossier, "archive_case", {})


def test_from_what_was_seen_to_the_archive(sit_down: Callable[..., Desk], pictures: Path, tmp_path: Path) -> None:
    officer, approver, reviewer = sit_down("duiyuan"), sit_down("fuzeren"), sit_down("fazhi")
    dossier = lead_of(officer)
    investigate(officer, approver, dossier)
    officer.go(f"/cases/{dossier}/")
    officer.picture(pictures / "case-1440.png")
    conclude(officer, reviewer, dossier)
    decide(officer, approver, dossier)
    officer.go(f"/cases/{dossier}/")
    assert "已归档" in officer.page.locator("main").inner_text()
    assert "记录链完整" in officer.page.locator("main").inner_text()
    assert officer.problems == []
    read_back(officer, dossier, tmp_path)
    stranger = sit_down("luren")
    assert stranger.page.goto(f"{stranger.address}/cases/{dossier}/").status == 404


def read_back(officer: Desk, dossier: str, folder: Path) -> None:
    hrefs = [str(link.get_attribute("href")) for link in officer.page.locator("main table a[href^='/papers/']").all()]
    texts = [officer.read_pdf(f"{href.rstrip('/')}.pdf", folder) for href in dict.fromkeys(hrefs)]
    assert len(texts) >= 16
    numbers = {number for text in texts for number in re.findall(r"\S+府\S*〔\d{4}〕\d+号", text.replace(" ", ""))}
    assert numbers and all("广连府" in number for number in numbers), numbers
    decision = next(text for text in texts if "行政处罚决定书" in text and "行政复议" in text)
    plain = re.sub(r"\s", "", decision)
    assert BODY in plain and "广汉市人民政府" in plain and "六十日" in plain and "六个月" in plain and "䶮" in plain
    whole = officer.read_pdf(f"/cases/{dossier}/dossier.pdf", folder)
    assert "卷内目录" in re.sub(r"\s", "", whole)


def test_on_the_spot_in_under_fifteen_clicks(sit_down: Callable[..., Desk], pictures: Path, tmp_path: Path) -> None:
    officer = sit_down("duiyuan")
    officer.go("/parties/new/")
    officer.fill({"town": LIANSHAN})
    register_party(officer, "验例喆", "510681198505052314")
    ask(officer)
    officer.clicks = 0
    officer.click("text=当场查处（简易程序）")
    officer.page.fill("#q", "验例喆")
    officer.click("form[role=search] .btn >> text=找")
    officer.click("button[name=party]")
    partner = next(
        str(box.get_attribute("value"))
        for box in officer.page.locator("main [name=officers]:not([disabled])").all()
        if not box.is_checked()
    )
    officer.fill({"officers": [partner], "credentials_shown": True})
    officer.click("text=开始当场查处")
    dossier = officer.page.url.split("/cases/")[1].split("/")[0]
    officer.page.set_input_files("main [name=evidence]", {"name": "scene.png", "mimeType": "image/png", "buffer": PNG})
    officer.act(
        dossier,
        "establish_facts",
        {
            "facts_found": "验例喆把装修垃圾倒在河边一袋。",
            "violated": "中华人民共和国生态环境法典",
            "basis": "中华人民共和国生态环境法典 第1169条第3款",
        },
        here=True,
    )
    officer.act(
        dossier,
        "tell_on_spot",
        {
            "proposed_penalty_kinds": ["fine"],
            "proposed_fine_yuan": "100",
            "rights_told": True,
            "discretion_reason": "数量少，当场清走。",
        },
        here=True,
    )
    officer.act(dossier, "hear_on_spot", {"defence_waived": True}, here=True)
    officer.act(dossier, "decide_on_spot", {"recipient": "验例喆"}, here=True)
    assert officer.clicks < 15, officer.clicks
    officer.go(f"/cases/{dossier}/")
    officer.picture(pictures / "on-spot-1440.png")
    href = officer.page.locator("main table a", has_text="当场行政处罚决定书").get_attribute("href")
    plain = re.sub(r"\s", "", officer.read_pdf(f"{str(href).rstrip('/')}.pdf", tmp_path))
    assert "应当先" in plain and "行政复议" in plain and "六个月" not in plain and BODY in plain


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001000000050001a5f645400000000049454e44ae426082"
)
