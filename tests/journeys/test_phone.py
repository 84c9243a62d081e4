"""手机上 An officer's lists on a phone: nothing runs off the side, a table stands as cards that name what each value is."""

from collections.abc import Callable

import pytest

from .desk import Desk

pytestmark = pytest.mark.browser
LISTS = (
    "/items/",
    "/citations/",
    "/officers/",
    "/parties/",
    "/papers/",
    "/team/",
    "/bodies/",
    "/places/",
    "/rules/",
    "/lists/duties/",
    "/lists/changes/",
    "/inspections/subjects/",
    "/inspections/items/",
    "/disclosure/before/",
    "/calendar/?month=2026-10",
)
WIDE = """() => [...document.querySelectorAll('main .wide-scroll, main .sheet')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText.slice(0, 40))"""


@pytest.fixture
def phone(sit_down: Callable[..., Desk]) -> Desk:
    return sit_down("duiyuan", 390, 844)


def test_no_list_scrolls_sideways(phone: Desk) -> None:
    for path in LISTS:
        phone.go(path)
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert phone.page.evaluate(WIDE) == [], path


def test_a_card_names_what_each_value_is(phone: Desk) -> None:
    phone.go("/bodies/")
    row = phone.page.locator("table.cards tbody tr").first
    assert [cell.get_attribute("data-column") for cell in row.locator("td").all()] == ["类别", "文号代字", "复议机关"]
    assert phone.page.locator("table.cards thead").is_hidden()


def test_on_a_wide_screen_it_is_a_table(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down("duiyuan")
    desk.go("/bodies/")
    assert desk.page.locator("table.cards thead").is_visible()
    assert desk.page.locator("table.cards td").first.evaluate("cell => getComputedStyle(cell).display") == "table-cell"
