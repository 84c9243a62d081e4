"""One person at the browser: signs in, fills forms by their labels' keys, counts the clicks."""

import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, TimeoutError

from yizhi.law import read_csv
from yizhi.rules.calendar import Calendar

CHINA = ZoneInfo("Asia/Shanghai")


class Desk:
    """A signed-in person. `clicks` counts every press of a button, link or choice."""

    def __init__(self, page: Page, address: str, username: str) -> None:
        self.page, self.address, self.clicks = page, address, 0
        page.set_default_timeout(20_000)
        page.goto(f"{address}/sign-in/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", "yizhi-demo")
        page.click("form .btn-primary")
        page.wait_for_load_state()
        self.problems: list[str] = []
        page.on("console", lambda message: self.problems.append(message.text) if message.type == "error" else None)

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)

    def click(self, selector: str) -> None:
        self.page.click(selector)
        self.page.wait_for_load_state()
        self.clicks += 1

    def fill(self, facts: dict[str, Any]) -> None:
        """Fill fields by their keys: True/False choose 是/否, a list ticks boxes, text is typed or chosen."""
        for key, value in facts.items():
            field = self.page.locator(f"main [name='{key}']").first
            if isinstance(value, bool):
                self._tick(key, "yes" if value else "no")
            elif isinstance(value, list):
                for one in value:
                    self._tick(key, one)
            elif field.evaluate("e => e.type") == "radio":
                self._tick(key, value)
            elif field.evaluate("e => e.tagName") == "SELECT":
                self.page.select_option(f"main [name='{key}']", value)
            else:
                field.fill(value)

    def _tick(self, key: str, value: str) -> None:
        box = self.page.locator(f"main [name='{key}'][value='{value}']")
        if not box.is_checked():
            box.check()
            self.clicks += 1

    def act(self, dossier: str, kind: str, facts: dict[str, Any], *, here: bool = False) -> None:
        """Open the form of an act (or stay on it), fill it, press its button; the button wakes only when nothing is missing."""
        if not here:
            self.go(f"/cases/{dossier}/acts/{kind}/")
        assert f"/acts/{kind}/" in self.page.url, self.page.url
        self.fill(facts)
        self.awake(kind)
        self.click("button[value=send]")
        try:
            self.page.wait_for_url(lambda url: f"/acts/{kind}/" not in url, timeout=20_000)
        except TimeoutError as late:
            raise AssertionError(f"{kind}: {self.page.locator('main').inner_text()}") from late

    def choose(self, dossier: str, name: str) -> None:
        """Open the case and press the card of an act among those that may be done now."""
        self.go(f"/cases/{dossier}/")
        card = self.page.locator(f"article.act:has(h3:text-is('{name}')) a.btn")
        assert card.count() == 1, self.page.locator("main").inner_text()
        card.click()
        self.page.wait_for_load_state()
        self.clicks += 1

    def says(self, dossier: str, *words: str) -> None:
        """The case's page tells all of these words."""
        self.go(f"/cases/{dossier}/")
        text = self.page.locator("main").inner_text()
        assert all(word in text for word in words), text

    def answer(self, dossier: str, kind: str, text: str) -> None:
        """Answer a review or a suit with all the files of the dossier."""
        self.go(f"/cases/{dossier}/acts/{kind}/")
        for box in self.page.locator("main [name=evidence_kept]").all():
            box.check()
        self.act(dossier, kind, {"answer_text": text}, here=True)

    def fits(self) -> None:
        """Nothing of the page lies beyond the right edge of the screen."""
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), self.page.url

    def awake(self, kind: str) -> None:
        """Wait until nothing is missing; say what is when that does not come."""
        try:
            self.page.wait_for_selector("button[value=send]:not([disabled])", timeout=40_000)
        except TimeoutError as late:
            raise AssertionError(f"{kind}: {self.page.locator('main').inner_text()}") from late

    def able_officers(self) -> list[str]:
        return [
            str(box.get_attribute("value")) for box in self.page.locator("main [name=handlers]:not([disabled])").all()
        ]

    def picture(self, file: Path) -> None:
        self.page.screenshot(path=str(file))

    def read_pdf(self, path: str, folder: Path) -> str:
        answer = self.page.request.get(self.address + path)
        assert answer.status == 200, path
        file = folder / "paper.pdf"
        file.write_bytes(answer.body())
        return subprocess.run(
            ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True
        ).stdout


def paper_words(desk: Desk, dossier: str, name: str, folder: Path) -> str:
    """Return the text of the newest paper of a case whose name holds `name`, read back from its PDF, without blanks."""
    desk.go(f"/cases/{dossier}/")
    href = desk.page.locator("main table a[href^='/papers/']", has_text=name).last.get_attribute("href")
    return re.sub(r"\s", "", desk.read_pdf(f"{str(href).rstrip('/')}.pdf", folder))


def workday(back: int) -> str:
    """Return the last workday that lies at least so many days ago: no enforcement on a day off."""
    calendar = Calendar.of(read_csv("calendar"))
    day = datetime.now(CHINA).date() - timedelta(days=back)
    while not calendar.is_workday(day):
        day -= timedelta(days=1)
    return day.isoformat()


def minute(ago: int) -> str:
    """Return the local minute so many minutes ago, as a form writes it."""
    return (datetime.now(CHINA) - timedelta(minutes=ago)).strftime("%Y-%m-%dT%H:%M")
