"""听证 A party asks for a hearing, who investigated may not chair it, its day leaves seven workdays; held, reported, reviewed, decided upon."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from .desk import Desk, minute

POINTS = {f"point_{point}": "sound" for point in ("body", "procedure", "facts", "law", "power", "papers", "crime")}

pytestmark = pytest.mark.browser


def ask_for_it(officer: Desk, approver: Desk, reviewer: Desk, dossier: str, pictures: Path) -> None:
    today = minute(0)[:10]
    officer.act(dossier, "request_hearing", {"hearing_requested_on": today, "hearing_request_way": "written"})
    approver.go(f"/cases/{dossier}/acts/appoint_hearing/")
    barred = approver.page.locator("main [name=hearing_chair][disabled]")
    free = approver.page.locator("main [name=hearing_chair]:not([disabled])")
    assert barred.count() == 2 and "办过本案，不能选" in approver.page.locator("main").inner_text()
    approver.picture(pictures / "hearing-chair-1440.png")
    approver.act(dossier, "appoint_hearing", {"hearing_chair": [str(free.first.get_attribute("value"))]}, here=True)
    officer.act(dossier, "hand_over_hearing_file", {})
    place = {"hearing_place": "镇政府会议室", "hearing_open": True}
    reviewer.go(f"/cases/{dossier}/acts/notify_hearing/")
    reviewer.fill(place | {"hearing_at": f"{date.fromisoformat(today) + timedelta(days=3)}T09:30"})
    reviewer.page.wait_for_selector("#act-bar >> text=现在不能")
    assert "最早可以定在" in reviewer.page.locator("#act-stops").inner_text()
    reviewer.act(
        dossier, "notify_hearing", {"hearing_at": f"{date.fromisoformat(today) + timedelta(days=21)}T09:30"}, here=True
    )
    served = {
        "service_method": "direct",
        "served_on": today,
        "recipient": "示例",
        "recipient_relation": "agent",
    }
    officer.act(dossier, "serve_hearing_notice", served)


def hold_it(officer: Desk, approver: Desk, reviewer: Desk, dossier: str) -> None:
    reviewer.act(
        dossier,
        "hold_hearing",
        {
            "started_at": minute(2),
            "ended_at": minute(1),
            "hearing_attendees": "当事人\n调查人员",
            "hearing_minutes": "当事人对数量提出异议，调查人员出示测量记录，双方质证。",
        },
    )
    reviewer.act(dossier, "report_hearing", {"hearing_opinion": "事实清楚，建议维持拟处罚意见。"})
    approver.go(f"/cases/{dossier}/")
    assert "还没有通过法制审核" in approver.page.locator("main").inner_text()
    reviewer.act(
        dossier, "review_after_hearing", {**POINTS, "outcome": "agree", "reviewer_opinion": "听证程序合法，同意。"}
    )
    approver.act(dossier, "decide_penalty", {"hearing_taken_up": "对数量的异议没有证据支持。", "opinion": "同意"})


def test_the_hearing_way(
    sit_down: Callable[..., Desk], play: Callable[[str], str], pictures: Path, tmp_path: Path
) -> None:
    asking, today = play("tests.journeys.before_hearing").split()
    officer, approver, reviewer = sit_down("duiyuan"), sit_down("fuzeren"), sit_down("fazhi")
    ask_for_it(officer, approver, reviewer, asking, pictures)
    officer.go(f"/cases/{asking}/")
    assert "听证中" in officer.page.locator("main").inner_text()
    hold_it(officer, approver, reviewer, today)
    officer.go(f"/cases/{today}/self-check/")
    checked = officer.page.locator("main").inner_text()
    assert "一票否决的九项都没有问题" in checked and "《听证笔录》" in checked
    officer.picture(pictures / "self-check-1440.png")
    phone = sit_down("duiyuan", 390, 844)
    phone.go(f"/cases/{today}/self-check/")
    assert phone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    phone.picture(pictures / "self-check-390.png")
    assert officer.problems == [] and approver.problems == [] and reviewer.problems == []
    text = officer.read_pdf(f"/cases/{today}/dossier.pdf", tmp_path).replace(" ", "")
    assert "听证通知书" in text and "听证公告" in text and "听证报告" in text and "对数量的异议没有证据支持" in text
