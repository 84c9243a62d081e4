"""Take the pictures of the README from a running demo: python -m tests.pictures http://127.0.0.1:8000"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.sources import ROOT

FOLDER = ROOT / "docs" / "pictures"
PAGES = {"todo": "/", "ask": "/ask/?q=有人在河边倒建筑垃圾"}
CHROMIUM = "/usr/bin/chromium"


def take(address: str, folder: Path = FOLDER) -> None:
    """Sign in as an officer and take each page at the size of a small office screen."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        page.goto(f"{address}/sign-in/")
        page.fill("[name=username]", "duiyuan")
        page.fill("[name=password]", "yizhi-demo")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/")
        for name, path in PAGES.items():
            page.goto(address + path)
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1])
