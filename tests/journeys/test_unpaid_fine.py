"""不缴罚款 An unpaid fine, demanded and laid before the court, at the browser; what came before it was done half a year ago."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from .desk import CHINA, Desk


def days_ago(days: int, hour: str) -> str:
    return (datetime.now(CHINA) - timedelta(days=days)).strftime("%Y-%m-%d") + f"T{hour}"


def test_from_an_unpaid_fine_to_the_court(
    play: Callable[[str], str], sit_down: Callable[..., Desk], pictures: Path, tmp_path: Path
) -> None:
    dossier = play("tests.journeys.unpaid_fine").split()[0]
    officer, approver = sit_down("duiyuan"), sit_down("fuzeren")

    officer.go("/limits/")
    listed = officer.page.locator("main").inner_text()
    assert "期限已满" in listed and "缴款期限" in listed and "错过的后果" in listed
    officer.picture(pictures / "limits.png")

    officer.go(f"/cases/{dossier}/acts/apply_court/")
    assert "先办“催告”" in officer.page.locator("main").inner_text() or "催告书还没有送达" in officer.page.inner_text(
        "main"
    )

    facts = {
        "demand_for": "court",
        "perform_by": days_ago(5, "00")[:10],
        "perform_way": "到指定的银行缴纳。",
        "demand_yuan": "4600.01",
        "done_at": days_ago(30, "09:30"),
    }
    officer.go(f"/cases/{dossier}/acts/demand/")
    officer.fill(facts)
    officer.page.wait_for_selector("text=还没有缴的罚款是4600.00元", timeout=20_000)
    officer.picture(pictures / "demand.png")
    officer.act(dossier, "demand", facts | {"demand_yuan": "4600.00"})
    served = days_ago(30, "15:00")
    officer.act(
        dossier,
        "serve_demand",
        {
            "service_method": "direct",
            "served_on": served[:10],
            "recipient": "演示当事人",
            "recipient_relation": "self",
            "done_at": served,
        },
    )
    approver.act(
        dossier,
        "apply_court",
        {"court": "广汉市人民法院（演示）", "apply_target": "罚款4600元", "party_opinion": "没有提出意见。"},
    )
    approver.go(f"/cases/{dossier}/")
    shown = approver.page.inner_text("main")
    assert "已申请人民法院强制执行" in shown and "人民法院受理期限" in shown
    approver.picture(pictures / "court.png")
    paper = approver.page.locator("td a", has_text="强制执行申请书").first.get_attribute("href") or ""
    words = approver.read_pdf(f"{paper.rstrip('/')}.pdf", tmp_path)
    assert "强制执行申请书" in words and "五十三条" in words and "没有提出意见" in words
    assert officer.problems == approver.problems == []
