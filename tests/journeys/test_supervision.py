"""执法监督 From what the record shows to a letter; a letter answered late, reported, decided, objected to, answered, closed; at the browser."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from .desk import Desk, minute

pytestmark = pytest.mark.browser
FOUND = {
    "problem_kind": "not_acting",
    "problem_found": "办案期限过了没有决定（示意）",
    "supervision_basis": "《中华人民共和国行政处罚法》第六十条",
    "supervision_certificates_shown": True,
}


@pytest.fixture
def before(play: Callable[[str], str], address: str) -> dict[str, str]:
    told: dict[str, str] = json.loads(play("tests.journeys.before_supervision"))
    return told


def in_days(number: int) -> str:
    return (date.fromisoformat(minute(0)[:10]) + timedelta(days=number)).isoformat()


def step(desk: Desk, matter: str, kind: str, facts: dict[str, object]) -> None:
    desk.go(f"{matter}acts/{kind}/")
    desk.fill(facts)
    desk.awake(kind)
    desk.click("button[value=send]")
    assert f"/acts/{kind}/" not in desk.page.url, desk.page.locator("main").inner_text()


def stands(desk: Desk, matter: str) -> str:
    desk.go(matter)
    return str(desk.page.locator(".head .r").inner_text())


def status(desk: Desk, path: str) -> int:
    return int(desk.page.request.get(desk.address + path).status)


def test_from_the_record_to_the_end(sit_down: Callable[..., Desk], before: dict[str, str], pictures: Path) -> None:
    first, second, justice, town = sit_down("jiandu"), sit_down("jiandu2"), sit_down("sifa"), sit_down("fuzeren", 390)
    first.go("/supervision/findings/")
    first.picture(pictures / "findings-1440.png")
    row = first.page.locator("main a.ln", has_text="办案期限").first
    assert "演示" not in row.inner_text()
    row.click()
    first.page.wait_for_load_state()
    first.click("main form .btn-primary")
    matter = first.page.url.removeprefix(first.address)
    assert status(first, f"/cases/{before['case']}/") == 404
    assert status(first, f"{matter}case/") == 200
    step(first, matter, "send_supervisors", {"supervisors": ["jiandu", "jiandu2"]})
    step(second, matter, "conclude_check", FOUND)
    assert status(town, matter) == 404
    justice.go(f"{matter}acts/issue_supervision_order/")
    justice.fill({"supervision_demand": "十日内作出决定，书面报送。", "answer_by": in_days(10)})
    justice.awake("issue_supervision_order")
    justice.page.screenshot(path=str(pictures / "supervision-order-1440.png"), full_page=True)
    justice.click("button[value=send]")
    assert "等报送纠正情况" in stands(justice, matter)
    assert "十日内作出决定" in town.read_pdf(f"{matter}papers/1.pdf", pictures)
    town.go("/")
    assert "报送纠正情况" in town.page.locator("main").inner_text()
    for stranger in (sit_down("luren"), sit_down("duiyuan"), sit_down("bianban")):
        assert (status(stranger, matter), status(stranger, "/supervision/")) == (404, 404)
    assert not [one for desk in (first, second, justice, town) for one in desk.problems]
    answered_late(sit_down, before, pictures)


def test_another_body_supervises(sit_down: Callable[..., Desk], pictures: Path) -> None:
    """A complaint about a body that others supervise: found so, transferred by letter, at its end here."""
    justice = sit_down("sifa")
    justice.go("/supervision/new/")
    justice.page.select_option("main [name=body]", index=1)
    justice.fill(
        {
            "matter_source": "complaint",
            "matter_words": "派驻的分局迟迟不答复（示意）",
            "different": "是另一件事（示意）",
        }
    )
    justice.click("main form .btn-primary")
    matter = justice.page.url.removeprefix(justice.address)
    told: dict[str, object] = {"competent_supervisor": "上级监督机关（示意）", "not_ours_reason": "由上级垂直管理。"}
    step(justice, matter, "find_other_competence", told)
    assert "移送监督事项" in stands(justice, matter) + justice.page.locator("main").inner_text()
    step(justice, matter, "transfer_matter", {"matter_transfer_letter": "移〔2026〕1号（示意）"})
    assert "已办结归档" in stands(justice, matter)
    justice.page.screenshot(path=str(pictures / "matter-transferred-1440.png"), full_page=True)
    assert not justice.problems


def answered_late(sit_down: Callable[..., Desk], before: dict[str, str], pictures: Path) -> None:
    """A letter whose term ran out: answered late and not corrected, reported, decided, objected to, answered, closed."""
    matter = f"/supervision/{before['matter']}/"
    town, justice, head = sit_down("fuzeren", 390), sit_down("sifa"), sit_down("zhengfu")
    town.go(matter)
    town.page.screenshot(path=str(pictures / "matter-390.png"), full_page=True)
    assert "超期 " in town.page.locator("main").inner_text()
    step(town, matter, "answer_supervision", {"is_corrected": False, "correction_report": "人手不够，还没有办。"})
    assert status(head, matter) == 404
    step(
        justice,
        matter,
        "report_to_government",
        {"escalate_ground": "not_corrected", "escalate_reason": "迟报，没有纠正。"},
    )
    step(head, matter, "issue_supervision_decision", {"answer_by": in_days(15)})
    assert "已作出监督决定" in stands(head, matter)
    step(town, matter, "object_to_supervision", {"objection_reason": "投诉的地点不在本镇。"})
    justice.go(matter)
    assert "异议还没有书面处理" in justice.page.locator("main").inner_text().replace("\u2060", "")
    step(justice, matter, "answer_objection", {"objection_outcome": "rejected", "objection_answer": "经核对，在本镇。"})
    step(town, matter, "answer_supervision", {"is_corrected": True, "correction_report": "已经逐件答复。"})
    step(
        justice, matter, "close_matter", {"supervision_close_ground": "corrected", "supervision_close_reason": "属实。"}
    )
    assert "已办结归档" in stands(justice, matter)
    justice.page.screenshot(path=str(pictures / "matter-1440.png"), full_page=True)
    assert not [one for desk in (town, justice, head) for one in desk.problems]
