"""公示 An officer drafts, the reviewer publishes, anybody reads it without the name; the decision is revoked, and it is withdrawn, at the browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .desk import Desk

pytestmark = pytest.mark.browser
ANSWERS = {"endangers": "no", "third_party": "no"}


@pytest.fixture
def before(play: Callable[[str], str], address: str) -> list[str]:
    """Return the dossier of a decided and served case in 连山镇 and its party's name, made before the journey."""
    told: list[str] = json.loads(play("tests.journeys.before_disclosure"))
    return told


def send(desk: Desk) -> None:
    here = desk.page.url
    desk.click("main form .btn-primary")
    assert desk.page.url != here, desk.page.locator("main").inner_text()


def step(desk: Desk, record: str, kind: str, facts: dict[str, object]) -> None:
    desk.go(f"{record}acts/{kind}/")
    desk.fill(facts)
    send(desk)


def test_drafted_published_read_and_withdrawn(
    before: list[str], sit_down: Callable[..., Desk], browser: Browser, address: str, pictures: Path
) -> None:
    case, name = before
    officer, reviewer, approver = sit_down("duiyuan", 390, 844), sit_down("fazhi"), sit_down("fuzeren")
    officer.go(f"/disclosure/cases/{case}/")
    told = officer.page.locator("[name=facts]").input_value()
    assert told and name not in told, told
    officer.picture(pictures / "disclosure-draft-390.png")
    send(officer)
    record = officer.page.url.removeprefix(address)
    public = f"{address}/public{record}"
    stranger = browser.new_page(locale="zh-CN")
    assert stranger.goto(public).status == 404
    step(reviewer, record, "publish_disclosure", dict(ANSWERS))
    reviewer.page.screenshot(path=str(pictures / "disclosure-1440.png"), full_page=True)
    assert "已公示" in reviewer.page.locator("main").inner_text()
    assert stranger.goto(public).status == 200
    text = stranger.locator("main").inner_text()
    assert "罚款" in text and f"{name[0]}某" in text and name not in text, text
    revoke(approver, case)
    reviewer.go(record)
    assert "应当撤回" in reviewer.page.locator("main").inner_text()
    step(reviewer, record, "withdraw_disclosure", {"why": "revoked"})
    stranger.goto(public)
    text = stranger.locator("main").inner_text()
    assert "依法撤销" in text and "违法事实" not in text
    stranger.screenshot(path=str(pictures / "disclosure-withdrawn.png"))
    assert officer.problems == reviewer.problems == []
    stranger.close()


def revoke(approver: Desk, case: str) -> None:
    """Let a review against the decision end with its revocation."""
    today = approver.page.evaluate("new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)")
    begun = {"contest_number": "示复〔2026〕1号", "contest_body": "广汉市人民政府", "received_on": today}
    approver.act(case, "receive_review", {**begun, "contest_from": today, "simple_review": False})
    ended = {"contest_outcome": "revoked", "result_on": today, "reason": "示意：程序有误。"}
    approver.act(case, "contest_result", ended)
