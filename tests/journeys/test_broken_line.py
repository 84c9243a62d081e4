"""信号不好 An officer in a yard: nothing typed is lost offline, nor when the line breaks while it is sent, and nothing is written twice."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .desk import Desk

pytestmark = pytest.mark.browser
NAME = "演示䶮喆赟𠮷"


@pytest.fixture
def phone(sit_down: Callable[..., Desk]) -> Desk:
    desk = sit_down("duiyuan", 390, 844)
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.go("/parties/new/")
    desk.page.check("[name=kind] >> nth=3")
    desk.page.fill("[name=name]", NAME)
    desk.page.check("[name=gender] >> nth=0")
    desk.page.fill("[name=address]", "演示路 1 号")
    desk.page.check("[name=town] >> nth=1")
    return desk


def send(page: Page) -> None:
    page.click("main form .bar .btn-primary")


def test_offline_nothing_is_sent_and_nothing_is_lost(phone: Desk) -> None:
    page = phone.page
    page.context.set_offline(True)
    send(page)
    assert "没有网络，没有发出去" in page.locator("main [role=alert]").inner_text()
    assert page.input_value("[name=name]") == NAME
    page.context.set_offline(False)
    page.wait_for_selector("main form .bar .btn-primary:not([disabled])")
    send(page)
    page.wait_for_url(lambda url: "/new/" not in url)
    assert NAME in page.locator("h1").inner_text()


def test_a_line_that_breaks_loses_nothing(phone: Desk) -> None:
    page = phone.page
    page.context.route("**/parties/new/", lambda route: route.abort("connectionreset"))
    page.fill("[name=name]", f"{NAME}二")
    send(page)
    page.wait_for_url("chrome-error://**")
    page.context.unroute("**/parties/new/")
    phone.go("/")
    phone.go("/parties/new/")
    assert "没有收到答复，填的还在" in page.locator("main [role=alert]").inner_text()
    assert page.input_value("[name=name]") == f"{NAME}二" and page.is_checked("[name=kind] >> nth=3")
    send(page)
    page.wait_for_url(lambda url: "/new/" not in url)
    assert f"{NAME}二" in page.locator("h1").inner_text()
    phone.go("/parties/new/")
    assert page.input_value("[name=name]") == ""
