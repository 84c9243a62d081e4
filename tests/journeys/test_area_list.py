"""一张清单 The establishment office looks at an area's list, enters a department's letter, changes a card, takes the list away; a citizen looks it up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .desk import Desk

pytestmark = pytest.mark.browser
AREA = "/lists/area-nongye/"
NUMBER = "广水函〔2026〕91号（示意）"


def enter_letter(desk: Desk) -> str:
    """Enter a letter of the water department and return the name of the item it names."""
    desk.go(AREA)
    desk.click("text=部门明确函 >> nth=-1")
    desk.click("a:has-text('广汉市水利局')")
    box = desk.page.locator("main [name=items]").last
    name = box.locator("xpath=ancestor::label").inner_text().strip()
    desk.fill({"number": NUMBER})
    box.check()
    desk.click("main form .btn-primary")
    assert NUMBER in desk.page.locator("main").inner_text()
    return name


@pytest.mark.usefixtures("browser")
def test_one_area_one_list(sit_down: Callable[..., Desk], browser: Browser, address: str, tmp_path: Path) -> None:
    desk = sit_down("bianban")
    desk.go(f"{AREA}duties/")
    name = enter_letter(desk)
    desk.go(f"{AREA}?q={name[:12]}")
    assert name in desk.page.locator(".mx").inner_text()
    desk.picture(tmp_path / "list.png")
    desk.click(f"tr:has-text('{name}') td a >> nth=0")
    assert "广汉市水利局" in desk.page.locator("main").inner_text()

    desk.go(AREA)
    desk.page.fill("#on", "2024-06-30")
    desk.click("text=看这一天")
    assert "2024年6月30日" in desk.page.locator("#on-words").inner_text()
    desk.click(".slide a")
    assert "清单的变化" in desk.page.locator("h1").inner_text()
    assert "新增" in desk.page.locator("main").inner_text()

    desk.go(AREA)
    desk.click("text=已发布的清单")
    desk.click("main form .btn-primary")
    assert "清单〔" in desk.page.locator(".head").inner_text().replace(" ", "")
    issued = desk.page.locator("text=盖章清单").get_attribute("href")
    assert issued
    sealed = desk.read_pdf(issued, tmp_path).replace(" ", "")
    assert "行政执法事项清单" in sealed and "广汉市人民政府" in sealed and "测试" in sealed
    assert "没有盖章" not in sealed
    assert "没有盖章" in desk.read_pdf(f"{AREA}list.pdf", tmp_path).replace(" ", "")
    assert desk.problems == []

    phone = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN").new_page()
    phone.goto(f"{address}/public/lists/")
    phone.select_option("#town", label="连山镇")
    phone.fill("#q", "垃圾")
    phone.click("form .btn-primary")
    assert "连山镇人民政府（赋权）" in phone.locator("main").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.screenshot(path=str(tmp_path / "public.png"), full_page=True)
    kept = json.loads(phone.request.get(f"{address}/public/lists/list.json?area=area-nongye").body())
    assert any(letter["number"] == NUMBER for item in kept["items"] for letter in item["letters"])
    phone.context.close()


def test_a_card_is_entered_on_a_phone(sit_down: Callable[..., Desk], tmp_path: Path) -> None:
    desk = sit_down("sifa", 390, 844)
    desk.go("/items/GH-050/")
    desk.click("text=登记新的边界卡")
    desk.fill({"finds": "town", "checks_first": "team", "measures": "", "supervises": "owner"})
    desk.click("main form .btn-primary")
    assert "检测鉴定还没有填" in desk.page.locator("main").inner_text()
    desk.fill({"measures": "body:water", "measures_source": "检测机构名录（示意）"})
    desk.click("main form .btn-primary")
    card = desk.page.locator("#boundary").inner_text()
    assert "广汉市水利局" in card and "检测机构名录（示意）" in card
    desk.picture(tmp_path / "card.png")
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 390
