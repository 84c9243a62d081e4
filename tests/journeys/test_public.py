"""不用登录 A citizen at a phone says what they see, is told whom to ask, reads the list and who does which step, and takes the list away."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
WORDS = "有人半夜把装修垃圾倒在路边上"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """Return a phone that nobody has signed in at; whatever a page complains of fails the journey, and so does a cookie."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", base_url=address)
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    yield page
    assert problems == []
    assert context.cookies() == []
    context.close()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= 390)


def test_whom_to_ask_the_list_and_the_files(phone: Page, tmp_path: Path) -> None:
    phone.goto("/public/whose/")
    phone.fill("#q", WORDS)
    phone.select_option("#town", label="连山镇")
    phone.click("form .btn-primary")
    answer = phone.locator("main").inner_text()
    assert "在连山镇，这件事找" in answer and "电话" in answer and "地址" in answer
    assert fits(phone)
    phone.screenshot(path=str(tmp_path / "whose.png"), full_page=True)

    phone.click("text=清单里怎么写 >> nth=0")
    found = phone.locator("article").first
    assert "连山镇人民政府（赋权）" in found.inner_text()
    found.locator("summary").click()
    card = found.locator("details").inner_text()
    for step in ("发现", "先行核查", "检测鉴定", "立案", "作出决定", "执行", "事后监管"):
        assert step in card
    assert "连山镇" in card and fits(phone)
    phone.screenshot(path=str(tmp_path / "list.png"), full_page=True)

    name = found.locator("h3").inner_text()
    kept = {form: phone.locator(f"a[href*='list.{form}']").get_attribute("href") for form in ("csv", "json")}
    rows = list(csv.reader(io.StringIO(phone.request.get(str(kept["csv"])).body().decode("utf-8-sig"))))
    assert any(name in row for row in rows)
    told = json.loads(phone.request.get(str(kept["json"])).body())
    assert name in {item["name"] for item in told["items"]}


def test_an_earlier_day_and_what_is_nobodys_business(phone: Page) -> None:
    phone.goto("/public/lists/")
    phone.fill("#on", "2022-01-01")
    phone.click("form .btn-primary")
    assert "2022年1月1日" in phone.locator("main").inner_text().replace("\u2060", "")
    phone.goto("/public/whose/")
    phone.fill("#q", "我家的猫不吃饭了怎么办")
    phone.select_option("#town", label="小汉镇")
    phone.click("form .btn-primary")
    assert "在小汉镇，这件事找" not in phone.locator("main").inner_text()
    assert "都不像的，问" in phone.locator("main").inner_text() and fits(phone)


def test_every_public_page_leads_to_every_other(phone: Page) -> None:
    phone.goto("/sign-in/")
    phone.click("text=该找谁、核验检查、处罚公示")
    phone.context.clear_cookies()  # the sign-in form keeps one; the public pages set none
    ways = [str(one.get_attribute("href")) for one in phone.locator(".ways a").all()]
    assert len(ways) == 6
    for way in ways:
        phone.goto(way)
        assert [one.get_attribute("href") for one in phone.locator(".ways a").all()] == ways
        assert fits(phone), way
