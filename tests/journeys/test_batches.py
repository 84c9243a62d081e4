"""赋权批次 Forty items given to three towns from draft to taken over, and five taken back with twelve running cases, at the browser."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from .desk import Desk, minute

pytestmark = pytest.mark.browser
TOWNS = ["510681101", "510681102", "510681114"]
LETTER = "示意函〔2026〕9号"


@pytest.fixture
def before(play: Callable[[str], str], address: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = json.loads(play("tests.journeys.before_recall"))
    return told


def today() -> str:
    return minute(0)[:10]


def send(desk: Desk) -> None:
    """Press the one button of a form and make sure that it led on."""
    here = desk.page.url
    desk.click("main form .btn-primary")
    assert desk.page.url != here, desk.page.locator("main").inner_text()


def step(desk: Desk, batch: str, kind: str, facts: dict[str, object]) -> None:
    desk.go(f"{batch}acts/{kind}/")
    desk.fill(facts)
    send(desk)


def draft(keeper: Desk, items: list[str], kind: str = "", **facts: object) -> str:
    keeper.go(f"/batches/new/{kind}")
    keeper.fill({"items": "\n".join(items), "towns": TOWNS, "starts_on": today(), **facts})
    send(keeper)
    return keeper.page.url.removeprefix(keeper.address)


def sides_of(keeper: Desk, batch: str) -> list[str]:
    keeper.go(f"{batch}acts/give_opinion/")
    return [
        str(one.get_attribute("value"))
        for one in keeper.page.locator("main [name=body]").all()
        if one.get_attribute("value")
    ] or [
        str(one.get_attribute("value"))
        for one in keeper.page.locator("main [name=body] option").all()
        if one.get_attribute("value")
    ]


def agree(keeper: Desk, batch: str, *, themselves: tuple[str, ...] = ()) -> None:
    """Enter what every side has signed, but for those who speak for themselves."""
    for side in sides_of(keeper, batch):
        if side not in themselves:
            step(keeper, batch, "give_opinion", {"body": side, "agrees": "yes", "letter": LETTER})


def test_forty_items_to_three_towns_and_five_taken_back(
    sit_down: Callable[..., Desk], before: dict[str, list[str]], pictures: Path
) -> None:
    keeper, liaison, town = sit_down("bianban"), sit_down("lianluo"), sit_down("fuzeren")
    justice, head = sit_down("sifa"), sit_down("zhengfu")
    given = before["given"]
    assert len(given) == 40
    batch = draft(
        keeper, given, title="今天的一批", mode="conferral", decision="川府发〔2021〕42号", exception="示意：汛期急需"
    )
    assert "共 120 格" in keeper.page.locator("main").inner_text()
    sides = sides_of(keeper, batch)
    if "enforcement" in sides:
        step(liaison, batch, "give_opinion", {"body": "enforcement", "agrees": "yes"})
    step(town, batch, "give_opinion", {"body": "lianshan", "agrees": "yes", "equipment": "执法记录仪 4 台"})
    agree(keeper, batch, themselves=("enforcement", "lianshan"))
    step(justice, batch, "check_batch", {"outcome": "pass"})
    step(
        head,
        batch,
        "decide_batch",
        {"instrument": "广府发〔2026〕21号（示意）", "decided_on": today(), "starts_on": today()},
    )
    step(keeper, batch, "publish_batch", {"channel": "市人民政府网站"})
    keeper.page.screenshot(path=str(pictures / "batch-1440.png"), full_page=True)
    step(town, batch, "take_over", {"body": "lianshan"})
    for body in ("sanshui", "jinyu"):
        step(keeper, batch, "take_over", {"body": body, "letter": LETTER})
    assert "已承接" in keeper.page.locator("main").inner_text()
    take_back(sit_down, keeper, before, pictures)


def take_back(sit_down: Callable[..., Desk], keeper: Desk, before: dict[str, list[str]], pictures: Path) -> None:
    officer, justice, head = sit_down("duiyuan"), sit_down("sifa"), sit_down("zhengfu")
    item = before["recalled"][1]
    papers = papers_of(officer, before["cases"][1])
    assert papers and all("广连府" in number for number in papers)
    batch = draft(keeper, before["recalled"], "?kind=recall", title="收回五项", mode="conferral", reason="镇上用不上")
    agree(keeper, batch)
    step(justice, batch, "check_batch", {"outcome": "pass"})
    step(
        head,
        batch,
        "decide_batch",
        {"instrument": "广府发〔2026〕22号（示意）", "decided_on": today(), "starts_on": today()},
    )
    keeper.go(f"{batch}acts/publish_batch/")
    keeper.fill({"channel": "市人民政府网站"})
    keeper.click("main form .btn-primary")
    assert "还有 12 件在办案件没有安排" in keeper.page.locator("main").inner_text()
    keeper.go(batch)
    assert keeper.page.locator("#cases [value=continue]").count() == 12
    for number, dossier in enumerate(before["cases"]):
        keeper.page.locator(f"[name=case-{dossier}][value={'transfer' if number % 4 == 3 else 'continue'}]").check()
    keeper.fill({"reason": "逐件商定"})
    keeper.page.screenshot(path=str(pictures / "recall-1440.png"), full_page=True)
    keeper.click("#cases .btn-primary")
    assert asked(officer, item) == "广汉市连山镇人民政府"
    step(keeper, batch, "publish_batch", {"channel": "市人民政府网站"})
    assert asked(officer, item) != "广汉市连山镇人民政府"
    assert papers_of(officer, before["cases"][1]) == papers
    for dossier in before["cases"]:
        keeper.go(batch)
        assert dossier or keeper.problems == []
    officer.go(f"/cases/{before['cases'][1]}/")
    assert "权力收回，安排在办案件" in officer.page.locator("main").inner_text()
    yesterday = date.fromordinal(date.fromisoformat(today()).toordinal() - 1).isoformat()
    officer.go(f"/items/{item}/?on={yesterday}")
    held = officer.page.locator("main tr", has_text="连山镇").first.inner_text()
    assert "赋权" in held and "广府发〔2026〕11号" in held.replace("\u2060", "")


def asked(officer: Desk, item: str) -> str:
    """Return in whose name the item is handled in 连山镇 today, as the list of the item says."""
    officer.go(f"/items/{item}/")
    row = officer.page.locator("main tr", has_text="连山镇").first.inner_text()
    found = re.search(r"广汉市\S+", row)
    assert found, row
    return found[0]


def papers_of(officer: Desk, dossier: str) -> list[str]:
    officer.go(f"/cases/{dossier}/")
    return [one.inner_text() for one in officer.page.locator("main table small").all()]
